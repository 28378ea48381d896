package org.clusterwright.ui.editor.source;

import java.util.List;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.ui.handlers.HandlerUtil;

/** Formats the design of the active editor as one undoable change; leaves a text with syntax errors alone and says so. */
public final class FormatHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		IDocument document = page.document();
		String text = document.get();
		if (DesignServices.language().parse(text).resource().map(r -> r.getParseResult().hasSyntaxErrors()).orElse(true)) {
			IStatusLineManager status = page.getEditorSite().getActionBars().getStatusLineManager();
			status.setErrorMessage(Messages.format_syntaxErrors);
			page.getSite().getShell().getDisplay().beep();
			return null;
		}
		List<Replacement> edits = new ClusterEditor(DesignServices.language()).format(text);
		if (!edits.isEmpty()) {
			apply(edits, document, page.getAdapter(IRewriteTarget.class));
		}
		return null;
	}

	private static void apply(List<Replacement> edits, IDocument document, IRewriteTarget target) {
		MultiTextEdit whole = new MultiTextEdit();
		edits.forEach(e -> whole.addChild(new ReplaceEdit(e.offset(), e.length(), e.text())));
		target.beginCompoundChange();
		try {
			whole.apply(document);
		} catch (BadLocationException e) {
			throw new IllegalStateException("the formatter's edits are of another text", e);
		} finally {
			target.endCompoundChange();
		}
	}
}
