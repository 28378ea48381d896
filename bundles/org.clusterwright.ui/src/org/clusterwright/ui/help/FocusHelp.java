package org.clusterwright.ui.help;

import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.core.help.CaretHelp;
import org.clusterwright.core.help.FieldHelp;
import org.clusterwright.core.help.HelpChapters;
import org.clusterwright.core.help.HelpPage;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.model.findings.Code;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.editor.forms.Field;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** What F1 shows for the id of the widget that has the focus: a page made for this moment, or the address of one. */
final class FocusHelp {
	static final String CODE = "org.clusterwright.ui.code_";
	private static final String OURS = "org.clusterwright.ui.";
	private static final String MISSING = "org.eclipse.ui.missing";

	private FocusHelp() {
	}

	/** Whether there is help on the id; F1 where nothing else has any counts. */
	static boolean knows(String id) {
		return id.startsWith(CODE) ? Code.of(id.substring(CODE.length())).isPresent() : id.startsWith(OURS) || id.equals(MISSING);
	}

	/** The word at the caret, or a field of a form. */
	static Optional<HelpPage> page(String id) {
		return id.equals(DesignContexts.SOURCE) ? atCaret() : id.startsWith(OURS) ? FieldHelp.of(id.substring(OURS.length()), ownHelp()) : Optional.empty();
	}

	/** What a form's field says of itself and of the value that it shows. */
	private static String ownHelp() {
		Control focus = Display.getCurrent().getFocusControl();
		return focus != null && focus.getData(Field.HELP) instanceof Supplier<?> help ? String.valueOf(help.get()) : "";
	}

	static String address(String id) {
		if (id.startsWith(CODE)) {
			return Code.of(id.substring(CODE.length())).map(HelpChapters::address).orElse(HelpChapters.FINDINGS);
		}
		return switch (id) {
			case DesignContexts.SOURCE -> "language";
			case OURS + "generated" -> "files";
			case "org.eclipse.ui.problem_view_context" -> HelpChapters.FINDINGS;
			default -> HelpChapters.FIRST;
		};
	}

	private static Optional<HelpPage> atCaret() {
		var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		if (window == null || window.getActivePage() == null) {
			return Optional.empty();
		}
		Optional<DesignEditor> editor = DesignEditor.of(window.getActivePage().getActiveEditor());
		return editor.flatMap(DesignEditor::session).flatMap(ClusterSession::current).flatMap(s -> CaretHelp.at(s.design(), Math.min(editor.get().source().caret(), s.design().text().length())));
	}
}
