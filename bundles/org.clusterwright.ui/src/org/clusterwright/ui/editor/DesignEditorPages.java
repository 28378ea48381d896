package org.clusterwright.ui.editor;

import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.source.SourcePage;
import org.eclipse.ui.PartInitException;

/** The pages of the editor in the order of their tabs: the one place to add one. */
final class DesignEditorPages {
	private DesignEditorPages() {
	}

	/** Adds all pages; returns the one that holds the document. */
	static SourcePage addTo(DesignEditor editor) throws PartInitException {
		SourcePage source = new SourcePage();
		int index = editor.addPage(source, editor.getEditorInput());
		editor.nameTab(index, Messages.editor_source);
		return source;
	}
}
