package org.clusterwright.ui.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Goes through all form pages with a design that has something of everything, at a given size of window and font. */
final class FormWalk {
	static final List<String> PAGES = List.of("overview", "network", "fencing", "storage", "drbd", "volumes", "services");
	private static final int NORMAL_DPI = 96;

	private FormWalk() {
	}

	/** Three nodes, bonds, bridges, quorum disk, RAID, GPT disk, DRBD, services. */
	static String trio() {
		try (var in = FormWalk.class.getResourceAsStream("trio.cluster")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	static DesignEditor open(String text) throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("walk", text));
		Workbench.page().activate(editor);
		return editor;
	}

	/** Shows a page and answers what it consists of. */
	static Composite show(DesignEditor editor, String page) {
		editor.setActivePage("org.clusterwright.ui.page." + page);
		if (!Workbench.until(() -> editor.formPage().filter(p -> p.getId().endsWith("." + page) && p.isWritable()).isPresent())) {
			throw new AssertionError("the page " + page + " does not show the design");
		}
		Workbench.settle();
		return Workbench.find(Composite.class, page + ".form");
	}

	/** Does something on a page as it is first shown, then with the first two and the last row of each of its tables selected. */
	static void eachSelection(Composite form, Consumer<String> what) {
		what.accept("first");
		for (Tree tree : Workbench.all(Tree.class, form)) {
			for (int i : new TreeSet<>(List.of(0, 1, all(tree).size() - 1))) {
				if (i < 0 || i >= all(tree).size()) {
					continue;
				}
				TreeItem item = all(tree).get(i);
				tree.setSelection(item);
				Event event = new Event();
				event.item = item;
				tree.notifyListeners(SWT.Selection, event);
				Workbench.settle();
				what.accept(tree.getData("org.clusterwright.id") + " " + i);
			}
		}
	}

	private static List<TreeItem> all(Tree tree) {
		List<TreeItem> found = new ArrayList<>();
		for (TreeItem item : tree.getItems()) {
			add(item, found);
		}
		return found;
	}

	private static void add(TreeItem item, List<TreeItem> found) {
		found.add(item);
		for (TreeItem child : item.getItems()) {
			add(child, found);
		}
	}

	/** Runs with a window of a size, the views of a first start and all fonts larger by a factor; the window and the fonts are as before afterwards. */
	static void with(int width, int height, int factor, Runnable body) throws Exception {
		Shell shell = Workbench.window().getShell();
		Point before = shell.getSize();
		boolean maximized = shell.getMaximized();
		try {
			Workbench.closeEditors();
			Workbench.page().resetPerspective();
			// Whatever an earlier test has made of the split.
			InstanceScope.INSTANCE.getNode("org.clusterwright.ui").remove("beside");
			dpi(NORMAL_DPI * factor);
			shell.setMaximized(false);
			shell.setSize(width, height);
			Workbench.until(() -> shell.getSize().x == width);
			Workbench.settle();
			body.run();
		} finally {
			Workbench.closeEditors();
			dpi(NORMAL_DPI);
			shell.setSize(before);
			shell.setMaximized(maximized);
			Workbench.settle();
		}
	}

	/** The resolution that GTK has texts in, as a user who wants larger letters sets it; SWT has no public way to. */
	private static void dpi(int dpi) throws Exception {
		ClassLoader loader = Display.class.getClassLoader();
		Class<?> gtk = loader.loadClass("org.eclipse.swt.internal.gtk.GTK");
		Class<?> os = loader.loadClass("org.eclipse.swt.internal.gtk.OS");
		Object settings = gtk.getMethod("gtk_settings_get_default").invoke(null);
		os.getMethod("g_object_set", long.class, byte[].class, int.class, long.class).invoke(null, settings, "gtk-xft-dpi\0".getBytes(StandardCharsets.US_ASCII), dpi * 1024, 0L);
		Workbench.settle();
	}

	/** Whether a control can be seen, were the page long enough. */
	static boolean isShown(Control control) {
		return control.isVisible() && control.getSize().x > 0 && control.getSize().y > 0;
	}
}
