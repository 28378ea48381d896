package org.clusterwright.ui.help;

import java.util.Optional;
import org.clusterwright.core.help.CaretHelp;
import org.clusterwright.core.help.FieldHelp;
import org.clusterwright.core.help.HelpChapters;
import org.clusterwright.core.help.HelpPage;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.model.findings.Code;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.help.AbstractContextProvider;
import org.eclipse.help.IContext;
import org.eclipse.ui.PlatformUI;

/**
 * What F1 shows, by the id that the widget with the focus has: the word at the caret of the source page, a field of a form, a finding of the Problems
 * view, or a chapter.
 */
public final class DesignContexts extends AbstractContextProvider {
	/** The id of the source page's text. */
	public static final String SOURCE = "org.clusterwright.ui.source";
	static final String VIEW = "org.clusterwright.ui.help";
	static final String CODE = "org.clusterwright.ui.code_";
	private static final String OURS = "org.clusterwright.ui.";
	private static final String MISSING = "org.eclipse.ui.missing";

	@Override
	public IContext getContext(String id, String locale) {
		if (id.equals(SOURCE)) {
			return new PageContext(atCaret().orElse(null), "language");
		}
		if (id.startsWith(CODE)) {
			return Code.of(id.substring(CODE.length())).map(c -> new PageContext(null, HelpChapters.address(c))).orElse(null);
		}
		if (id.startsWith(OURS)) {
			Optional<HelpPage> field = FieldHelp.of(id.substring(OURS.length()));
			return new PageContext(field.orElse(null), chapter(id.substring(OURS.length())));
		}
		return id.equals(MISSING) ? new PageContext(null, HelpChapters.FIRST) : null;
	}

	private static String chapter(String id) {
		return HelpChapters.all().stream().map(HelpChapters.Chapter::id).filter(id::equals).findFirst().orElse(switch (id) {
			case "generated" -> "files";
			case "problems" -> HelpChapters.FINDINGS;
			default -> HelpChapters.FIRST;
		});
	}

	private static Optional<HelpPage> atCaret() {
		var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window == null || window.getActivePage() == null) {
			return Optional.empty();
		}
		Optional<DesignEditor> editor = DesignEditor.of(window.getActivePage().getActiveEditor());
		return editor.flatMap(DesignEditor::session).flatMap(ClusterSession::current).flatMap(s -> CaretHelp.at(s.design(), Math.min(editor.get().source().caret(), s.design().text().length())));
	}

	/** All plug-ins: F1 somewhere without help of its own still opens the help. */
	@Override
	public String[] getPlugins() {
		return null;
	}
}
