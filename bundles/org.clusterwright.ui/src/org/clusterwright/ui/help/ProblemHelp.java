package org.clusterwright.ui.help;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerHelpContextProvider;

/** F1 on a row of the Problems view: the explanation of its finding. */
public final class ProblemHelp implements IMarkerHelpContextProvider {
	@Override
	public String getHelpContextForMarker(IMarker marker) {
		return FocusHelp.CODE + marker.getAttribute("code", "");
	}

	@Override
	public boolean hasHelpContextForMarker(IMarker marker) {
		return !marker.getAttribute("code", "").isEmpty();
	}
}
