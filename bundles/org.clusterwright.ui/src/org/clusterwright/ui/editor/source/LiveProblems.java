package org.clusterwright.ui.editor.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.fixes.QuickFixes;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.quickassist.IQuickFixableAnnotation;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;

/** Shows the findings of the text as it is now, saved or not, as annotations of the editor. The builder's markers are those of the saved file. */
final class LiveProblems implements AutoCloseable {
	/** The annotations of saved markers; they would say everything twice, so they have no presentation. */
	static final String SAVED = "org.clusterwright.ui.savedProblem";

	/** A finding in the editor's margin; has a light bulb where there may be a fix. */
	static final class Problem extends Annotation implements IQuickFixableAnnotation {
		private final boolean fixable;

		Problem(Finding finding, boolean fixable) {
			super(type(finding.severity()), false, finding.message());
			this.fixable = fixable;
		}

		@Override
		public boolean isQuickFixableStateSet() {
			return true;
		}

		@Override
		public boolean isQuickFixable() {
			return fixable;
		}

		@Override
		public void setQuickFixable(boolean state) {
			// follows from the finding
		}
	}

	/** More findings than this help nobody, and each costs the ruler time. */
	private static final int MOST = 2_000;

	/** What tells one annotation from another: those that stay are not touched. */
	private record Shown(String type, String text, int offset, int length, boolean fixable) {
	}

	private final IAnnotationModel model;
	private final IDocument document;
	private final ClusterSession session;
	private final Consumer<ClusterSnapshot> checked = this::show;
	private final Set<Problem> shown = new HashSet<>();

	LiveProblems(IAnnotationModel model, IDocument document, ClusterSession session) {
		this.model = model;
		this.document = document;
		this.session = session;
		session.addListener(checked);
	}

	private void show(ClusterSnapshot state) {
		if (!session.isUpToDate(state)) {
			return;
		}
		Map<Shown, Finding> missing = new LinkedHashMap<>();
		Stream<Finding> worstFirst = state.findings().size() <= MOST ? state.findings().stream() : state.findings().stream().sorted(Comparator.comparing(Finding::severity)).limit(MOST);
		// While the text cannot be read nothing can be cured.
		boolean broken = state.design().hasSyntaxErrors();
		worstFirst.forEach(f -> {
			Position position = position(f, document);
			missing.put(new Shown(type(f.severity()), f.message(), position.getOffset(), position.getLength(), !broken && QuickFixes.mayCure(f.code())), f);
		});
		List<Annotation> gone = new ArrayList<>();
		for (Problem annotation : shown) {
			Position position = model.getPosition(annotation);
			if (position == null || missing.remove(new Shown(annotation.getType(), annotation.getText(), position.getOffset(), position.getLength(), annotation.isQuickFixable())) == null) {
				gone.add(annotation);
			}
		}
		if (gone.isEmpty() && missing.isEmpty()) {
			return;
		}
		Map<Problem, Position> fresh = new HashMap<>();
		missing.forEach((s, finding) -> fresh.put(new Problem(finding, s.fixable()), new Position(s.offset(), s.length())));
		((IAnnotationModelExtension) model).replaceAnnotations(gone.toArray(Annotation[]::new), fresh);
		shown.removeAll(gone);
		shown.addAll(fresh.keySet());
	}

	static String type(Severity severity) {
		return "org.eclipse.ui.workbench.texteditor." + switch (severity) {
			case ERROR -> "error";
			case WARNING -> "warning";
			case INFO -> "info";
		};
	}

	/** At least one character, so that there is something to underline. */
	private static Position position(Finding finding, IDocument document) {
		int length = document.getLength();
		int offset = Math.min(finding.place().offset(), Math.max(0, length - 1));
		return new Position(offset, Math.min(Math.max(1, finding.place().length()), length - offset));
	}

	@Override
	public void close() {
		session.removeListener(checked);
		((IAnnotationModelExtension) model).replaceAnnotations(shown.toArray(Annotation[]::new), Map.of());
		shown.clear();
	}
}
