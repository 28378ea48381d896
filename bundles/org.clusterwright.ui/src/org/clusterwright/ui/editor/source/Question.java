package org.clusterwright.ui.editor.source;

import java.util.function.Consumer;
import java.util.function.Function;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Asks something of a design in the background, as soon as it is checked as it stands now, and tells the answer on the UI thread. */
public final class Question {
	private Question() {
	}

	public static <T> void ask(SourcePage page, Function<ClusterSnapshot, T> question, Consumer<T> answer) {
		page.session().ifPresent(session -> session.current().filter(session::isUpToDate).ifPresentOrElse(state -> work(page, state, question, answer), () -> session.addListener(new Consumer<>() {
			@Override
			public void accept(ClusterSnapshot state) {
				session.removeListener(this);
				work(page, state, question, answer);
			}
		})));
	}

	private static <T> void work(SourcePage page, ClusterSnapshot state, Function<ClusterSnapshot, T> question, Consumer<T> answer) {
		Display display = page.viewer().getTextWidget().getDisplay();
		Job job = Job.createSystem(Messages.session_asking, monitor -> {
			T found = question.apply(state);
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (isOpen(page)) {
						answer.accept(found);
					}
				});
			}
			return Status.OK_STATUS;
		});
		job.setPriority(Job.INTERACTIVE);
		job.schedule();
	}

	private static boolean isOpen(SourcePage page) {
		return page.session().isPresent() && page.viewer() != null && page.viewer().getTextWidget() != null && !page.viewer().getTextWidget().isDisposed();
	}
}
