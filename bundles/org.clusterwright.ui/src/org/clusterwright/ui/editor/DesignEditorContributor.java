package org.clusterwright.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.ui.editor.forms.DesignFormPage;
import org.clusterwright.ui.editor.forms.FormHistoryAction;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.editors.text.TextEditorActionContributor;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;
import org.eclipse.ui.texteditor.IStatusField;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

/**
 * Gives the source page the text editor's menu entries and keys while it is in front, and form pages undo and redo of the same history. Other keys
 * of a form page are those of the widget that has the focus.
 */
public final class DesignEditorContributor extends MultiPageEditorActionBarContributor {
	private static final List<String> PLACE = List.of(ITextEditorActionConstants.STATUS_CATEGORY_INPUT_POSITION, ITextEditorActionConstants.STATUS_CATEGORY_INPUT_MODE,
			ITextEditorActionConstants.STATUS_CATEGORY_ELEMENT_STATE);

	private final TextEditorActionContributor text = new TextEditorActionContributor();
	private final List<FormHistoryAction> history = new ArrayList<>();
	private DesignEditor editor;

	@Override
	public void init(IActionBars bars, IWorkbenchPage page) {
		super.init(bars, page);
		text.init(bars, page);
	}

	@Override
	public void setActiveEditor(IEditorPart part) {
		editor = DesignEditor.of(part).orElse(null);
		super.setActiveEditor(part);
	}

	@Override
	public void setActivePage(IEditorPart page) {
		leaveForm();
		text.setActiveEditor(page);
		if (page == null) {
			clearPlace();
		}
		Optional<DesignFormPage> form = editor == null ? Optional.empty() : editor.formPage();
		form.ifPresent(f -> {
			offer(f, ActionFactory.UNDO, false);
			offer(f, ActionFactory.REDO, true);
		});
		getActionBars().updateActionBars();
	}

	/** A page that is no text has no line and column to show, and the text's are not its. */
	private void clearPlace() {
		for (String field : PLACE) {
			if (getActionBars().getStatusLineManager().find(field) instanceof IStatusField status) {
				status.setText("");
			}
		}
	}

	private void offer(DesignFormPage page, ActionFactory command, boolean redo) {
		FormHistoryAction.of(page, redo).ifPresent(action -> {
			action.setActionDefinitionId(command.getCommandId());
			history.add(action);
			getActionBars().setGlobalActionHandler(command.getId(), action);
		});
	}

	private void leaveForm() {
		if (!history.isEmpty()) {
			getActionBars().setGlobalActionHandler(ActionFactory.UNDO.getId(), null);
			getActionBars().setGlobalActionHandler(ActionFactory.REDO.getId(), null);
			history.forEach(FormHistoryAction::close);
			history.clear();
		}
	}

	@Override
	public void dispose() {
		leaveForm();
		text.dispose();
		super.dispose();
	}
}
