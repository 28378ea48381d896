package org.clusterwright.ui.editor.source;

import java.util.Optional;
import org.clusterwright.dsl.ide.Destination;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.Messages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Goes from a reference to what it names, and from a finding to the other place that it speaks of. */
public final class OpenDefinitionHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		SourcePage page = HandlerUtil.getActiveEditor(event).getAdapter(SourcePage.class);
		if (page == null) {
			return null;
		}
		int caret = page.caret();
		Question.<Optional<Place>> ask(page, state -> Destination.from(state.design(), caret), found -> found.ifPresentOrElse(page::go, () -> page.complain(Messages.source_noDefinition)));
		return null;
	}
}
