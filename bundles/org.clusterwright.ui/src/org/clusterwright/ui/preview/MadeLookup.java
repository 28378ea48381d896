package org.clusterwright.ui.preview;

import java.util.function.BiConsumer;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.core.trace.Made;
import org.clusterwright.core.trace.TraceIndex;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IRegion;
import org.eclipse.swt.widgets.Display;

/** Looks up in the background what a region of the design makes: a whole node of a large design makes a lot. */
final class MadeLookup {
	private final Display display;
	private final BiConsumer<ClusterSnapshot, Made> found;
	private Job job;

	MadeLookup(Display display, BiConsumer<ClusterSnapshot, Made> found) {
		this.display = display;
		this.found = found;
	}

	void ask(ClusterSnapshot snapshot, IRegion region) {
		cancel();
		TraceIndex trace = snapshot.trace().orElseThrow();
		job = Job.createSystem(Messages.generated_tracing, monitor -> {
			Made made = trace.made(region.getOffset(), region.getLength());
			if (!monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> {
					if (!monitor.isCanceled()) {
						found.accept(snapshot, made);
					}
				});
			}
			return Status.OK_STATUS;
		});
		job.setPriority(Job.INTERACTIVE);
		job.schedule();
	}

	void cancel() {
		if (job != null) {
			job.cancel();
		}
	}
}
