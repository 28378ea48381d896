package org.clusterwright.ui.preview;

import org.clusterwright.ui.editor.source.Colours;
import org.eclipse.swt.graphics.Color;

/** The colours of lines: what the selection makes, what it has a share in, what the last edit changed. Defined in plugin.xml like those of words. */
final class PaneColours {
	private static final String PREFIX = "org.clusterwright.ui.colour.";

	private PaneColours() {
	}

	static Color made() {
		return Colours.registry().get(PREFIX + "made");
	}

	static Color shared() {
		return Colours.registry().get(PREFIX + "shared");
	}

	static Color edited() {
		return Colours.registry().get(PREFIX + "edited");
	}

	/** Of a line that an edit adds to the design. */
	static Color added() {
		return Colours.registry().get(PREFIX + "diffAdded");
	}

	/** Of a line that an edit takes out of the design. */
	static Color removed() {
		return Colours.registry().get(PREFIX + "diffRemoved");
	}

	/** Of a difference between nodes that should not be there. */
	static Color unexpected() {
		return Colours.registry().get(PREFIX + "unexpected");
	}
}
