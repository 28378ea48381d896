package org.clusterwright.ui.help;

import java.util.Optional;
import org.clusterwright.core.help.HelpValues;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.wizards.Example;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** The values that the help's chapters show: those of the design that is open, else the tutorial's. Computed in the background, on a view of the model of its own. */
final class HelpSource implements AutoCloseable {
	private final Runnable changed;
	private HelpValues values;
	private ParsedDesign wanted;
	private Job job;
	private boolean closed;

	/** @param changed is told, on the display's thread, that there are other values */
	HelpSource(Runnable changed) {
		this.changed = changed;
	}

	Optional<HelpValues> values() {
		return Optional.ofNullable(values);
	}

	void start() {
		if (values == null && job == null) {
			compute();
		}
	}

	/** Null is no design. One that cannot be read leaves what was there. */
	void use(ClusterSnapshot snapshot) {
		if (snapshot != null && !snapshot.isReadable()) {
			return;
		}
		wanted = snapshot == null ? null : snapshot.design();
		compute();
	}

	private void compute() {
		if (job != null) {
			job.cancel();
		}
		Display display = Display.getCurrent();
		ParsedDesign design = wanted;
		Job mine = Job.createSystem(Messages.help_reading, monitor -> {
			ParsedDesign read = design == null ? DesignServices.language().parse(Example.TUTORIAL.text()) : design;
			HelpValues found = read.root().map(r -> HelpValues.of(new EffectiveCluster(r), design != null)).orElse(null);
			if (!monitor.isCanceled() && found != null && !display.isDisposed()) {
				display.asyncExec(() -> publish(found));
			}
			return Status.OK_STATUS;
		});
		job = mine;
		mine.schedule();
	}

	private void publish(HelpValues found) {
		if (!closed) {
			values = found;
			changed.run();
		}
	}

	@Override
	public void close() {
		closed = true;
		if (job != null) {
			job.cancel();
		}
	}
}
