package org.clusterwright.ui.editor.source;

import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;

/** The colours of kinds of words. They are defined in plugin.xml, differ by theme and are the user's to change in the preferences. */
public final class Colours {
	private static final String PREFIX = "org.clusterwright.ui.colour.";

	private Colours() {
	}

	/** The registry that tells its listeners when the theme or the user changes a colour. */
	public static ColorRegistry registry() {
		return JFaceResources.getColorRegistry();
	}

	public static boolean isOurs(String key) {
		return key.startsWith(PREFIX);
	}

	/** Null is the editor's own foreground. */
	public static Color of(Kind kind) {
		return switch (kind) {
			case KEYWORD -> registry().get(PREFIX + "keyword");
			case KEY -> registry().get(PREFIX + "parameter");
			case NAME -> registry().get(PREFIX + "name");
			case REFERENCE -> registry().get(PREFIX + "reference");
			case NUMBER -> registry().get(PREFIX + "number");
			case STRING -> registry().get(PREFIX + "string");
			case COMMENT -> registry().get(PREFIX + "comment");
			case TEXT -> null;
		};
	}

	public static int style(Kind kind) {
		return kind == Kind.KEYWORD || kind == Kind.NAME ? SWT.BOLD : SWT.NORMAL;
	}

	static TextAttribute attribute(Kind kind) {
		return new TextAttribute(of(kind), null, style(kind));
	}
}
