package org.clusterwright.ui.preview;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;

/** Cut, copy, paste, delete, select all, undo and redo in the control that has the focus; without this the keys would reach past it into the design. */
public final class FieldCommand extends AbstractHandler implements IExecutableExtension {
	/** The data of a control that names the viewer whose changes are undone. */
	static final String HISTORY = "org.clusterwright.history";

	private enum What {
		CUT, COPY, PASTE, DELETE, SELECT_ALL, UNDO, REDO
	}

	private What what;

	@Override
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		what = What.valueOf((String) data);
	}

	@Override
	public Object execute(ExecutionEvent event) {
		Control focus = Display.getCurrent().getFocusControl();
		if (focus instanceof Text text) {
			field(text);
		} else if (focus instanceof StyledText text) {
			styled(text);
		}
		return null;
	}

	private void styled(StyledText text) {
		switch (what) {
			case CUT -> text.invokeAction(ST.CUT);
			case COPY -> text.invokeAction(ST.COPY);
			case PASTE -> text.invokeAction(ST.PASTE);
			case DELETE -> text.invokeAction(ST.DELETE_NEXT);
			case SELECT_ALL -> text.invokeAction(ST.SELECT_ALL);
			case UNDO -> history(text, ITextOperationTarget.UNDO);
			case REDO -> history(text, ITextOperationTarget.REDO);
		}
	}

	private static void history(StyledText text, int operation) {
		if (text.getData(HISTORY) instanceof ITextOperationTarget target && target.canDoOperation(operation)) {
			target.doOperation(operation);
		}
	}

	private void field(Text text) {
		switch (what) {
			case CUT -> text.cut();
			case COPY -> text.copy();
			case PASTE -> text.paste();
			case DELETE -> {
				if (text.getSelectionCount() == 0) {
					text.setSelection(text.getCaretPosition(), Math.min(text.getCharCount(), text.getCaretPosition() + 1));
				}
				text.insert("");
			}
			case SELECT_ALL -> text.selectAll();
			case UNDO, REDO -> {
				// a field of the system has no history; the design's must not be meant
			}
		}
	}
}
