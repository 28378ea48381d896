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
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes the selection a block comment, or no comment any more; which of the two, plugin.xml says behind the class. */
public final class BlockCommentHandler extends AbstractHandler implements IExecutableExtension {
	private enum What {
		ADD, REMOVE
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
		List<Replacement> edits = switch (what) {
			case ADD -> BlockComments.add(text, selection.getOffset(), selection.getLength());
			case REMOVE -> BlockComments.remove(text, selection.getOffset(), selection.getLength());
		};
		if (edits.isEmpty()) {
			page.complain(switch (what) {
				case ADD -> Messages.comment_cannot;
				case REMOVE -> Messages.comment_none;
			});
		} else {
			DocumentEdit.apply(page.document(), edits);
		}
		return null;
	}
}
