package org.clusterwright.ui.preview;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;

/** Cut, copy, paste, delete and select all in the control that has the focus; without this the keys would reach past it into the design. */
public final class FieldCommand extends AbstractHandler implements IExecutableExtension {
	private enum What {
		CUT, COPY, PASTE, DELETE, SELECT_ALL
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
			text.invokeAction(switch (what) {
				case CUT -> ST.CUT;
				case COPY -> ST.COPY;
				case PASTE -> ST.PASTE;
				case DELETE -> ST.DELETE_NEXT;
				case SELECT_ALL -> ST.SELECT_ALL;
			});
		}
		return null;
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
		}
	}
}
