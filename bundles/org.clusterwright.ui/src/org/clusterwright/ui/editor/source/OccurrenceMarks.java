package org.clusterwright.ui.editor.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.Symbol;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.custom.CaretListener;
import org.eclipse.swt.widgets.Display;

/** Marks the name at the caret wherever it is given or used. Looks in the background, a moment after the caret came to rest. */
final class OccurrenceMarks implements AutoCloseable {
	/** Where a name is used, and where it is given. */
	static final String REFERENCE = "org.clusterwright.ui.reference";
	static final String DEFINITION = "org.clusterwright.ui.definition";
	/** Longer than a held arrow key repeats, in milliseconds. */
	private static final long REST = 120;

	private final SourceViewer viewer;
	private final ClusterSession session;
	private final Consumer<ClusterSnapshot> checked = s -> look();
	private final CaretListener moved = e -> look();
	private Map<Annotation, Position> shown = Map.of();
	private Optional<Symbol> marked = Optional.empty();
	private boolean on;
	private Job job;

	OccurrenceMarks(SourceViewer viewer, ClusterSession session, boolean on) {
		this.viewer = viewer;
		this.session = session;
		this.on = on;
		viewer.getTextWidget().addCaretListener(moved);
		session.addListener(checked);
	}

	void turn(boolean nowOn) {
		on = nowOn;
		if (on) {
			look();
		} else {
			cancel();
			show(Optional.empty());
		}
	}

	private void cancel() {
		if (job != null) {
			job.cancel();
		}
	}

	private void look() {
		Optional<ClusterSnapshot> state = session.current().filter(session::isUpToDate);
		if (!on || state.isEmpty()) {
			return;
		}
		cancel();
		int caret = viewer.widgetOffset2ModelOffset(viewer.getTextWidget().getCaretOffset());
		Display display = viewer.getTextWidget().getDisplay();
		job = Job.createSystem(Messages.session_marking, monitor -> {
			Optional<Symbol> symbol = Symbol.at(state.get().design(), caret);
			if (!monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> {
					if (on && viewer.getTextWidget() != null && session.isUpToDate(state.get())) {
						show(symbol);
					}
				});
			}
			return Status.OK_STATUS;
		});
		job.schedule(REST);
	}

	private void show(Optional<Symbol> symbol) {
		if (symbol.equals(marked) || viewer.getAnnotationModel() == null) {
			return;
		}
		Map<Annotation, Position> found = new HashMap<>();
		symbol.ifPresent(s -> {
			found.put(new Annotation(DEFINITION, false, s.title()), position(s.definition()));
			s.references().forEach(p -> found.put(new Annotation(REFERENCE, false, s.title()), position(p)));
		});
		((IAnnotationModelExtension) viewer.getAnnotationModel()).replaceAnnotations(shown.keySet().toArray(Annotation[]::new), found);
		shown = found;
		marked = symbol;
	}

	private static Position position(Place place) {
		return new Position(place.offset(), place.length());
	}

	@Override
	public void close() {
		cancel();
		session.removeListener(checked);
		if (viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed()) {
			viewer.getTextWidget().removeCaretListener(moved);
		}
		show(Optional.empty());
	}
}
