package org.clusterwright.ui.preview;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.clusterwright.core.compare.NodeDifferences;
import org.clusterwright.core.compare.WrittenPlace;
import org.clusterwright.core.compare.WrittenTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.generate.LastExport;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/** Works out in the background how the files stand to the last export and to each other: after each plan, after a refresh, and when the user comes back to the window. */
final class DiskWatch implements AutoCloseable {
	private static final int PAUSE = 150;

	private final Display display;
	private final Shell shell;
	private final BiConsumer<Optional<WrittenTree.States>, NodeDifferences> found;
	private final Listener activated = e -> schedule();
	private final IResourceChangeListener refreshed = e -> schedule();
	private final Job job;
	private volatile Plan plan;
	private volatile IFile design;
	private volatile boolean closed;
	private WrittenTree tree;

	DiskWatch(Shell shell, BiConsumer<Optional<WrittenTree.States>, NodeDifferences> found) {
		this.shell = shell;
		this.display = shell.getDisplay();
		this.found = found;
		job = Job.createSystem(Messages.generated_comparing, monitor -> {
			Plan of = plan;
			IFile file = design;
			if (of == null) {
				return Status.OK_STATUS;
			}
			Optional<WrittenPlace> place = file == null ? Optional.empty() : LastExport.latest(file);
			Optional<WrittenTree.States> states = place.map(p -> tree(p).states(of, monitor::isCanceled));
			NodeDifferences nodes = NodeDifferences.of(of, monitor::isCanceled);
			if (!monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> {
					if (!closed && plan == of) {
						found.accept(states, nodes);
					}
				});
			}
			return Status.OK_STATUS;
		});
		job.setPriority(Job.DECORATE);
		shell.addListener(SWT.Activate, activated);
		ResourcesPlugin.getWorkspace().addResourceChangeListener(refreshed, IResourceChangeEvent.POST_CHANGE);
		LastExport.addListener(refreshedByExport);
	}

	private final Runnable refreshedByExport = this::schedule;

	private WrittenTree tree(WrittenPlace place) {
		if (tree == null || !tree.place().equals(place)) {
			tree = new WrittenTree(place);
		}
		return tree;
	}

	void use(IFile next) {
		design = next;
		schedule();
	}

	/** Null for none. */
	void show(Plan next) {
		plan = next;
		schedule();
	}

	private void schedule() {
		if (!closed && plan != null) {
			job.cancel();
			job.schedule(PAUSE);
		}
	}

	@Override
	public void close() {
		closed = true;
		job.cancel();
		if (!shell.isDisposed()) {
			shell.removeListener(SWT.Activate, activated);
		}
		ResourcesPlugin.getWorkspace().removeResourceChangeListener(refreshed);
		LastExport.removeListener(refreshedByExport);
	}
}
