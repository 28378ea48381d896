package org.clusterwright.ui.problems;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.fixes.QuickFix;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.Waiting;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.markers.WorkbenchMarkerResolution;

/** One way to fix a saved finding. The text may have changed since it was offered, so it is looked for anew when it is run. */
final class DesignResolution extends WorkbenchMarkerResolution {
	private final IMarker marker;
	private final String rule;
	private final String title;

	DesignResolution(IMarker marker, String rule, String title) {
		this.marker = marker;
		this.rule = rule;
		this.title = title;
	}

	@Override
	public String getLabel() {
		return title;
	}

	@Override
	public String getDescription() {
		return marker.getAttribute(IMarker.MESSAGE, "");
	}

	/** The platform would dispose what it is given here. */
	@Override
	public Image getImage() {
		return null;
	}

	@Override
	public IMarker[] findOtherMarkers(IMarker[] markers) {
		String code = marker.getAttribute(DesignBuilder.CODE, "");
		return Stream.of(markers).filter(m -> !m.equals(marker) && code.equals(m.getAttribute(DesignBuilder.CODE, ""))).toArray(IMarker[]::new);
	}

	@Override
	public void run(IMarker of) {
		Optional<DesignText> text = DesignText.of(of);
		Optional<Optional<EditResult>> result = text.isEmpty() ? Optional.of(Optional.empty()) : Waiting.on(title, cancelled -> edit(text.get(), of, cancelled));
		if (result.isEmpty()) {
			return;
		}
		if (result.get().isEmpty()) {
			MessageDialog.openInformation(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), title, Messages.fix_gone);
			return;
		}
		if (result.get().get() instanceof EditResult.Edited edited) {
			try {
				text.get().apply(edited, new NullProgressMonitor());
			} catch (CoreException e) {
				ILog.of(DesignResolution.class).log(e.getStatus());
			}
		}
	}

	private Optional<EditResult> edit(DesignText text, IMarker of, BooleanSupplier cancelled) {
		return choose(text, of, cancelled).map(f -> DesignServices.fixes().edit(text.text(), f));
	}

	/** Of several words to choose from the same, where the marker is this one; the best elsewhere. */
	private Optional<QuickFix> choose(DesignText text, IMarker of, BooleanSupplier cancelled) {
		var fixes = DesignResolutions.fixes(text.checked(cancelled), of).stream().filter(f -> f.rule().equals(rule)).toList();
		return fixes.stream().filter(f -> f.title().equals(title)).findFirst().or(() -> fixes.stream().findFirst());
	}
}
