package org.clusterwright.ui.problems;

import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.fixes.QuickFix;
import org.clusterwright.dsl.ide.fixes.QuickFixes;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.Waiting;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;

/** Quick fixes in the Problems view, for the findings of saved designs. */
public final class DesignResolutions implements IMarkerResolutionGenerator2 {

	/** Asked for every line of the view, so only the code is looked at. */
	@Override
	public boolean hasResolutions(IMarker marker) {
		return Code.of(marker.getAttribute(DesignBuilder.CODE, "")).filter(QuickFixes::mayCure).isPresent();
	}

	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		return DesignText.of(marker).flatMap(t -> Waiting.on(Messages.fix_looking, cancelled -> fixes(t.checked(cancelled), marker))).orElse(List.of()).stream().map(f -> new DesignResolution(marker, f.rule(), f.title())).toArray(IMarkerResolution[]::new);
	}

	/** The fixes for what a marker says; none where the text says it no more. */
	static List<QuickFix> fixes(ParsedDesign design, IMarker marker) {
		return finding(design, marker).map(f -> QuickFixes.of(design, f)).orElse(List.of());
	}

	/** The finding of a marker: of the same code and words, the nearest where there are several. */
	private static Optional<Finding> finding(ParsedDesign design, IMarker marker) {
		String code = marker.getAttribute(DesignBuilder.CODE, "");
		String message = marker.getAttribute(IMarker.MESSAGE, "");
		int start = marker.getAttribute(IMarker.CHAR_START, 0);
		return design.findings().stream().filter(f -> f.code().id().equals(code) && f.message().equals(message))
				.min(java.util.Comparator.comparingInt(f -> Math.abs(f.place().offset() - start)));
	}
}
