package org.clusterwright.ui.wizards;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clusterwright.core.start.NewDesign;
import org.clusterwright.core.start.NewDesignReview;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** The wizard's answers, and what the language says of them a moment after the last change. */
final class NewDesignModel implements AutoCloseable {
	/** What may stay open when the file is made: the design says so until it is done. */
	private static final Set<Code> LATER = EnumSet.of(Code.NIC_WITHOUT_MAC, Code.NOT_FENCED);
	private static final long PAUSE = 150;

	private final List<Runnable> listeners = new ArrayList<>();
	private final Display display = Display.getCurrent();
	private NewDesign answers = NewDesign.tutorial();
	private NewDesignReview review;
	private NewDesign reviewed;
	private Job job;
	private boolean closed;

	NewDesignModel() {
		schedule(0);
	}

	NewDesign answers() {
		return answers;
	}

	/** What the language said last; it may be older than the answers. */
	Optional<NewDesignReview> review() {
		return Optional.ofNullable(review);
	}

	boolean isUpToDate() {
		return review != null && reviewed == answers;
	}

	/** Whether nothing is wrong but what may be answered later. */
	boolean isSound() {
		return isUpToDate() && review.remarks().stream().noneMatch(r -> severity(r) == Severity.ERROR);
	}

	/** How bad a remark is here: what may come later is only a warning. */
	static Severity severity(NewDesignReview.Remark remark) {
		return LATER.contains(remark.finding().code()) ? Severity.WARNING : remark.finding().severity();
	}

	void onReview(Runnable listener) {
		listeners.add(listener);
	}

	void change(UnaryOperator<NewDesign> change) {
		answers = change.apply(answers);
		schedule(PAUSE);
		listeners.forEach(Runnable::run);
	}

	private void schedule(long pause) {
		if (job != null) {
			job.cancel();
		}
		NewDesign asked = answers;
		job = Job.createSystem(Messages.session_checking, monitor -> {
			NewDesignReview found = NewDesignReview.of(asked, DesignServices.language(), monitor::isCanceled);
			if (!monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> publish(asked, found));
			}
			return Status.OK_STATUS;
		});
		job.setPriority(Job.SHORT);
		job.schedule(pause);
	}

	private void publish(NewDesign asked, NewDesignReview found) {
		if (!closed && asked == answers) {
			review = found;
			reviewed = asked;
			listeners.forEach(Runnable::run);
		}
	}

	@Override
	public void close() {
		closed = true;
		job.cancel();
		listeners.clear();
	}
}
