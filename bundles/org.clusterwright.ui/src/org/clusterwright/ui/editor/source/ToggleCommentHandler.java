package org.clusterwright.ui.editor.source;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Puts two slashes before the selected lines, or takes them away where all have them. */
public final class ToggleCommentHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		if (page == null) {
			return null;
		}
		ITextSelection selection = (ITextSelection) page.getSelectionProvider().getSelection();
		boolean commented = isCommented(page.document(), selection);
		((ITextOperationTarget) page.viewer()).doOperation(commented ? ITextOperationTarget.STRIP_PREFIX : ITextOperationTarget.PREFIX);
		return null;
	}

	private static boolean isCommented(IDocument document, ITextSelection selection) {
		try {
			for (int i = selection.getStartLine(); i <= selection.getEndLine(); i++) {
				IRegion line = document.getLineInformation(i);
				if (!document.get(line.getOffset(), line.getLength()).stripLeading().startsWith("//")) {
					return false;
				}
			}
			return true;
		} catch (BadLocationException e) {
			return false;
		}
	}
}
