package org.clusterwright.core.session;

import java.util.List;
import org.clusterwright.dsl.ide.Replacement;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;

/** Applies replacements to a document as one change of the undo history. */
public final class DocumentEdit {
	private DocumentEdit() {
	}

	public static void apply(IDocument document, List<Replacement> replacements) {
		MultiTextEdit whole = new MultiTextEdit();
		replacements.forEach(r -> whole.addChild(new ReplaceEdit(r.offset(), r.length(), r.text())));
		// Present when an editor is open on the document.
		IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
		if (undo != null) {
			undo.beginCompoundChange();
		}
		try {
			whole.apply(document);
		} catch (BadLocationException e) {
			throw new IllegalStateException("the edit speaks of another text", e);
		} finally {
			if (undo != null) {
				undo.endCompoundChange();
			}
		}
	}
}
