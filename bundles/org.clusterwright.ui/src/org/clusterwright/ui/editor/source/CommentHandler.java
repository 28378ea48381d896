package org.clusterwright.ui.editor.source;

import java.util.List;
import org.clusterwright.core.session.DocumentEdit;
import org.clusterwright.dsl.ide.BlockComments;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.ui.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes the selection a comment, or no comment any more; in which way, plugin.xml says behind the class. */
public final class CommentHandler extends AbstractHandler implements IExecutableExtension {
	private enum What {
		/** Two slashes before the selected lines, or away where all have them. */
		TOGGLE_LINES, ADD_BLOCK, REMOVE_BLOCK
	}

	private What what;

	@Override
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		what = What.valueOf((String) data);
	}

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		if (page == null) {
			return null;
		}
		ITextSelection selection = (ITextSelection) page.getSelectionProvider().getSelection();
		String text = page.document().get();
		switch (what) {
			case TOGGLE_LINES -> ((ITextOperationTarget) page.viewer()).doOperation(isCommented(page.document(), selection) ? ITextOperationTarget.STRIP_PREFIX : ITextOperationTarget.PREFIX);
			case ADD_BLOCK -> apply(page, BlockComments.add(text, selection.getOffset(), selection.getLength()), Messages.comment_cannot);
			case REMOVE_BLOCK -> apply(page, BlockComments.remove(text, selection.getOffset(), selection.getLength()), Messages.comment_none);
		}
		return null;
	}

	private static void apply(SourcePage page, List<Replacement> edits, String otherwise) {
		if (edits.isEmpty()) {
			page.complain(otherwise);
		} else {
			DocumentEdit.apply(page.document(), edits);
		}
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
