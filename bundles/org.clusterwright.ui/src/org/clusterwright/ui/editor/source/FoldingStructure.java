package org.clusterwright.ui.editor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.Folding;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.IProjectionListener;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.widgets.Display;

/** Keeps what can be folded in step with the text. Regions that only moved keep their state; while a brace or quote is missing they stay as they are. */
final class FoldingStructure implements AutoCloseable {
	private final ProjectionViewer viewer;
	private final ClusterSession session;
	private final Consumer<ClusterSnapshot> checked = this::checked;
	private final IProjectionListener switched = new IProjectionListener() {
		@Override
		public void projectionEnabled() {
			session.current().ifPresent(checked);
		}

		@Override
		public void projectionDisabled() {
			// the model is gone with its regions
		}
	};
	private Job job;
	/** What was folded when the file was last open, until the first regions are there. */
	private Optional<String> recalled;

	/** @param recalled what {@link #folded} said when the file was last open */
	FoldingStructure(ProjectionViewer viewer, ClusterSession session, Optional<String> recalled) {
		this.viewer = viewer;
		this.session = session;
		this.recalled = recalled;
		viewer.addProjectionListener(switched);
		session.addListener(checked);
	}

	private void checked(ClusterSnapshot state) {
		ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
		if (model == null || state.design().resource().isEmpty() || DesignPartitions.isLong(viewer.getDocument())) {
			return;
		}
		if (job != null) {
			job.cancel();
		}
		boolean empty = !model.getAnnotationIterator().hasNext();
		Display display = viewer.getTextWidget().getDisplay();
		job = Job.createSystem(Messages.session_folding, monitor -> {
			List<Folding.Region> found = Folding.of(state.design().text());
			boolean right = empty || Folding.isWhole(state.design().text());
			if (right && !monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> show(state, found));
			}
			return Status.OK_STATUS;
		});
		job.schedule();
	}

	private void show(ClusterSnapshot state, List<Folding.Region> found) {
		ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
		if (model == null || !session.isUpToDate(state)) {
			return;
		}
		Map<Integer, Folding.Region> missing = new HashMap<>();
		found.forEach(r -> missing.put(r.offset(), r));
		List<Annotation> gone = new ArrayList<>();
		for (Iterator<Annotation> shown = model.getAnnotationIterator(); shown.hasNext();) {
			Annotation annotation = shown.next();
			Position position = model.getPosition(annotation);
			Folding.Region region = position == null || position.isDeleted() ? null : missing.remove(position.getOffset());
			if (region == null) {
				gone.add(annotation);
			} else if (region.length() != position.getLength()) {
				model.modifyAnnotationPosition(annotation, new Position(region.offset(), region.length()));
			}
		}
		if (!gone.isEmpty() || !missing.isEmpty()) {
			Map<Annotation, Position> fresh = new HashMap<>();
			Set<Integer> folded = recalled();
			missing.values().forEach(r -> fresh.put(new ProjectionAnnotation(folded.contains(r.offset())), new Position(r.offset(), r.length())));
			model.replaceAnnotations(gone.toArray(Annotation[]::new), fresh);
		}
	}

	/** What is folded, as a word for the text and the offsets in it; absent where nothing is. */
	Optional<String> folded() {
		ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
		if (model == null || viewer.getDocument() == null) {
			return recalled;
		}
		List<String> offsets = new ArrayList<>();
		for (Iterator<Annotation> shown = model.getAnnotationIterator(); shown.hasNext();) {
			if (shown.next() instanceof ProjectionAnnotation annotation && annotation.isCollapsed()) {
				offsets.add(Integer.toString(model.getPosition(annotation).getOffset()));
			}
		}
		return recalled.or(() -> offsets.isEmpty() ? Optional.empty() : Optional.of(word(viewer.getDocument().get()) + " " + String.join(" ", offsets)));
	}

	private static String word(String text) {
		return Integer.toHexString(text.hashCode());
	}

	/** Good for the text that it was said of only. */
	private Set<Integer> recalled() {
		List<String> words = recalled.map(r -> List.of(r.split(" "))).orElse(List.of());
		recalled = Optional.empty();
		return words.isEmpty() || !words.get(0).equals(word(viewer.getDocument().get())) ? Set.of()
				: words.stream().skip(1).filter(w -> w.matches("\\d{1,9}")).map(Integer::valueOf).collect(Collectors.toSet());
	}

	@Override
	public void close() {
		if (job != null) {
			job.cancel();
		}
		session.removeListener(checked);
		viewer.removeProjectionListener(switched);
	}
}
