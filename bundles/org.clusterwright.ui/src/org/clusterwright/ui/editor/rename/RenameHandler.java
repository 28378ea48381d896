package org.clusterwright.ui.editor.rename;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.Mention;
import org.clusterwright.dsl.ide.Renaming;
import org.clusterwright.dsl.ide.Symbol;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.source.Question;
import org.clusterwright.ui.editor.source.SourcePage;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;

/** Renames what the caret is at, or what is selected in the outline: asks for the name, then changes all its places in one step. */
public final class RenameHandler extends AbstractHandler {
	private record Prepared(Renaming renaming, List<Mention> mentions) {
	}

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		if (page == null) {
			return null;
		}
		rename(page, HandlerUtil.getCurrentSelection(event));
		return null;
	}

	private static void rename(SourcePage page, ISelection selection) {
		Function<ClusterSnapshot, Optional<Symbol>> meant = page.symbolAt(selection);
		Question.<Optional<Prepared>> ask(page, state -> {
			Optional<Symbol> symbol = state.isReadable() ? meant.apply(state) : Optional.empty();
			return symbol.map(s -> new Renaming(DesignServices.language(), state.design(), s)).map(r -> new Prepared(r, r.mentions()));
		}, found -> found.ifPresentOrElse(p -> ask(page, p), () -> page.complain(Messages.source_noSymbol)));
	}

	private static void ask(SourcePage page, Prepared prepared) {
		RenameDialog dialog = new RenameDialog(page.getSite().getShell(), prepared.renaming(), prepared.mentions());
		if (dialog.open() != Window.OK) {
			return;
		}
		page.session().ifPresent(session -> session.rewrite(text -> prepared.renaming().edit(text, dialog.name()), result -> {
			if (result instanceof EditResult.Rejected rejected) {
				page.complain(NLS.bind(Messages.rename_failed, rejected.reason()));
			}
		}));
	}
}
