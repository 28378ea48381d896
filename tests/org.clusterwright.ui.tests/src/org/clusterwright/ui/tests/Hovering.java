package org.clusterwright.ui.tests;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.TextViewer;
import org.eclipse.jface.text.source.SourceViewer;

/** Finds the hover that a viewer would show: the viewer's own way to it is protected. */
final class Hovering {
	private final SourceViewer viewer;

	Hovering(SourceViewer viewer) {
		this.viewer = viewer;
	}

	ITextHover at(int offset) {
		try {
			var method = TextViewer.class.getDeclaredMethod("getTextHover", int.class, int.class);
			method.setAccessible(true);
			return (ITextHover) method.invoke(viewer, offset, 0);
		} catch (ReflectiveOperationException e) {
			throw new AssertionError(IDocument.DEFAULT_CONTENT_TYPE, e);
		}
	}
}
