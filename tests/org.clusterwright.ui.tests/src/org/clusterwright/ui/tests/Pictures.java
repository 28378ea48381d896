package org.clusterwright.ui.tests;

import java.util.Arrays;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The tools above the picture that is shown, for tests. */
final class Pictures {
	private Pictures() {
	}

	private static ToolItem tool(String id) {
		Composite panel = Workbench.find(Canvas.class, "diagram.canvas").getParent().getParent();
		return Workbench.all(ToolBar.class, panel).stream().flatMap(b -> Arrays.stream(b.getItems()))
				.filter(i -> i.getData() instanceof ActionContributionItem c && c.getAction().getId().equals("org.clusterwright.ui.diagram." + id)).findFirst().orElseThrow(() -> new AssertionError("no tool " + id));
	}

	/** Presses a button. */
	static void press(String id) {
		tool(id).notifyListeners(SWT.Selection, new Event());
		Workbench.settle();
	}

	/** Sets a check button, as a click would if it is set otherwise. */
	static void check(String id, boolean on) {
		ToolItem tool = tool(id);
		if (tool.getSelection() != on) {
			tool.setSelection(on);
			tool.notifyListeners(SWT.Selection, new Event());
			Workbench.settle();
		}
	}

	/** Turns to the picture of STORAGE or NETWORK. */
	static void choose(String kind) {
		for (String other : new String[] { "STORAGE", "NETWORK" }) {
			tool(other).setSelection(other.equals(kind));
		}
		tool(kind).notifyListeners(SWT.Selection, new Event());
		Workbench.settle();
	}
}
