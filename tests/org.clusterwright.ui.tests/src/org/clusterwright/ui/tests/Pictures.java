package org.clusterwright.ui.tests;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The tools above the picture that is shown, for tests. */
final class Pictures {
	private Pictures() {
	}

	/** The canvas that is seen: the page's or the view's. */
	static Canvas canvas() {
		return look().orElseThrow(() -> new AssertionError("no picture is seen"));
	}

	static Optional<Canvas> look() {
		return Arrays.stream(Display.getCurrent().getShells()).flatMap(s -> Workbench.all(Canvas.class, s).stream()).filter(c -> "diagram.canvas".equals(c.getData("org.clusterwright.id")) && c.isVisible()).findFirst();
	}

	/** Pixels for a unit of the scene. */
	static double zoom() {
		return (Double) canvas().getData("org.clusterwright.zoom");
	}

	/** The upper left corner of what is seen, in units of the scene. */
	static Point place() {
		return (Point) canvas().getData("org.clusterwright.place");
	}

	/** Where a place of the scene is on the canvas. */
	static Point pixel(double x, double y) {
		return new Point((int) Math.round((x - place().x) * zoom()), (int) Math.round((y - place().y) * zoom()));
	}

	static void key(int code) {
		Event event = new Event();
		event.keyCode = code;
		event.character = code < 128 ? (char) code : 0;
		canvas().notifyListeners(SWT.KeyDown, event);
		Workbench.settle();
	}

	static void mouse(int type, Point at, int count) {
		Event event = new Event();
		event.button = 1;
		event.count = count;
		event.x = at.x;
		event.y = at.y;
		canvas().notifyListeners(type, event);
		Workbench.settle();
	}

	static ToolItem tool(String id) {
		Composite panel = canvas().getParent().getParent();
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
