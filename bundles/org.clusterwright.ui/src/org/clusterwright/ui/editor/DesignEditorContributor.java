package org.clusterwright.ui.editor;

import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.editors.text.TextEditorActionContributor;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;

/** Gives the source page the text editor's menu entries and keys while it is in front. */
public final class DesignEditorContributor extends MultiPageEditorActionBarContributor {
	private final TextEditorActionContributor text = new TextEditorActionContributor();

	@Override
	public void init(IActionBars bars, IWorkbenchPage page) {
		super.init(bars, page);
		text.init(bars, page);
	}

	@Override
	public void setActivePage(IEditorPart page) {
		text.setActiveEditor(page);
		getActionBars().updateActionBars();
	}

	@Override
	public void dispose() {
		text.dispose();
		super.dispose();
	}
}
