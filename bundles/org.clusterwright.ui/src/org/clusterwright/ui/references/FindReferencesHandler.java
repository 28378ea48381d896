package org.clusterwright.ui.references;

import java.util.Optional;
import org.clusterwright.dsl.ide.Symbol;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.source.Question;
import org.clusterwright.ui.editor.source.SourcePage;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.ResourceUtil;

/** Lists all places of the name at the caret, or of the statement selected in the outline, in the Search view. */
public final class FindReferencesHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		if (page == null) {
			return null;
		}
		IFile file = ResourceUtil.getFile(page.getEditorInput());
		Question.<Optional<Symbol>> ask(page, page.symbolAt(HandlerUtil.getCurrentSelection(event)), found -> {
			if (found.isEmpty() || file == null) {
				page.complain(Messages.source_noSymbol);
				return;
			}
			NewSearchUI.activateSearchResultView();
			NewSearchUI.runQueryInBackground(new ReferencesQuery(file, found.get()));
		});
		return null;
	}
}
