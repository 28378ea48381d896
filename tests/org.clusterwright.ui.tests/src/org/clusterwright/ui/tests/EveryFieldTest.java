package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.clusterwright.core.help.FieldHelp;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for every field of every form page: help of its own, room for its texts, a place in the order of the keyboard. */
class EveryFieldTest {
	private static final int WIDTH = 1280;
	private static final int HEIGHT = 800;
	/** Beside the text of a list of choices. */
	private static final int ARROW = 36;

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	@Test
	void everyFieldHasHelpOfItsOwn() throws Exception {
		DesignEditor editor = FormWalk.open(FormWalk.trio());
		Set<String> wrong = new TreeSet<>();
		Set<String> seen = new TreeSet<>();
		for (String page : FormWalk.PAGES) {
			Composite form = FormWalk.show(editor, page);
			FormWalk.eachSelection(form, s -> Workbench.all(Control.class, form).stream().filter(Control::isVisible).filter(c -> c.isEnabled() || c instanceof Text t && !t.getEditable())
					.filter(c -> c.getData("org.clusterwright.help") instanceof Supplier<?>).filter(c -> !(c instanceof Table t && t.getSelectionCount() == 0)).forEach(c -> {
						String id = (String) c.getData("org.clusterwright.id");
						seen.add(id);
						String help = String.valueOf(((Supplier<?>) c.getData("org.clusterwright.help")).get());
						boolean isTree = c instanceof Tree;
						if (!isTree && (help.lines().findFirst().orElse("").length() < 2 || !help.contains("Takes ") && help.length() < 40)) {
							wrong.add(id + ": '" + help + "'");
						}
						if (!help.isEmpty()) {
							String shown = FieldHelp.of(id.replace('.', '_'), help).orElseThrow(() -> new AssertionError("no help for " + id)).text();
							if (!shown.contains(help.lines().filter(l -> l.length() > 3 && !l.startsWith("Takes ") && !l.startsWith("Source: ") && !l.startsWith("Default: ")).findFirst().orElse(""))) {
								wrong.add(id + " is not said: " + shown);
							}
						}
					}));
		}
		assertEquals("", String.join("\n", wrong));
		assertTrue(seen.size() > 150, () -> seen.size() + " " + seen);
	}

	@Test
	void nothingIsCutOffInASmallWindow() throws Exception {
		FormWalk.with(WIDTH, HEIGHT, 1, () -> fits(1));
	}

	@Test
	void nothingIsCutOffWithLettersOfDoubleSize() throws Exception {
		FormWalk.with(WIDTH, HEIGHT, 2, () -> fits(2));
	}

	private void fits(int factor) {
		Set<String> wrong = new TreeSet<>();
		DesignEditor editor;
		try {
			editor = FormWalk.open(FormWalk.trio());
		} catch (Exception e) {
			throw new AssertionError(e);
		}
		for (String page : FormWalk.PAGES) {
			Composite form = FormWalk.show(editor, page);
			FormWalk.eachSelection(form, s -> Workbench.all(Control.class, form).stream().filter(FormWalk::isShown).forEach(c -> cut(c).ifPresent(w -> wrong.add(page + ": " + w))));
			if (Boolean.getBoolean("clusterwright.pictures")) {
				Workbench.picture("fit-" + factor + "-" + page);
			}
		}
		assertEquals("", String.join("\n", wrong));
	}

	private static Optional<String> cut(Control control) {
		Point size = control.getSize();
		Rectangle parent = control.getParent().getClientArea();
		String text = switch (control) {
			case Label l -> l.getText();
			case Button b -> b.getText();
			case Link l -> l.getText();
			case Combo c -> c.getText();
			case Tree t -> Arrays.stream(t.getColumns()).filter(c -> tooNarrow(t, c)).map(TreeColumn::getText).reduce("", (a, b) -> a + " column " + b);
			default -> "";
		};
		if (text.isEmpty()) {
			return Optional.empty();
		}
		if (control instanceof Tree) {
			return Optional.of(control.getData("org.clusterwright.id") + text);
		}
		boolean wraps = (control.getStyle() & SWT.WRAP) != 0 || control instanceof Link;
		Point wanted = control.computeSize(wraps ? size.x : SWT.DEFAULT, SWT.DEFAULT);
		if (control instanceof Combo combo) {
			// A list prefers the width of its longest word; what is chosen must be readable.
			return extent(combo, text) + ARROW > size.x ? Optional.of("Combo '" + text + "' has " + size) : Optional.empty();
		}
		boolean outside = control.getLocation().x + size.x > parent.width + 1;
		boolean cut = wraps ? wanted.y > size.y + 1 : wanted.x > size.x + 1 || wanted.y > size.y + 1;
		return cut || outside ? Optional.of(control.getClass().getSimpleName() + " '" + text + "' has " + size + " and wants " + wanted + (outside ? " outside" : "")) : Optional.empty();
	}

	private static boolean tooNarrow(Tree tree, TreeColumn column) {
		return extent(tree, column.getText()) > column.getWidth();
	}

	private static int extent(Control control, String text) {
		GC gc = new GC(control);
		try {
			gc.setFont(control.getFont());
			return gc.textExtent(text).x;
		} finally {
			gc.dispose();
		}
	}

	/** The order of the Tab key is that of reading: down a column, then the next. */
	@Test
	void theTabKeyGoesAsOneReads() throws Exception {
		DesignEditor editor = FormWalk.open(FormWalk.trio());
		List<String> wrong = new ArrayList<>();
		for (String page : FormWalk.PAGES) {
			Composite form = FormWalk.show(editor, page);
			List<Control> order = new ArrayList<>();
			tabs(form, order);
			for (int i = 1; i < order.size(); i++) {
				Point before = order.get(i - 1).toDisplay(0, 0);
				Point next = order.get(i).toDisplay(0, 0);
				if (next.y < before.y - order.get(i).getSize().y && next.x <= before.x) {
					wrong.add(page + ": " + order.get(i - 1).getData("org.clusterwright.id") + " is before " + order.get(i).getData("org.clusterwright.id"));
				}
			}
			assertTrue(order.size() > 10, page);
		}
		assertEquals("", String.join("\n", wrong));
	}

	@Test
	void everyButtonHasALetterOfItsOwn() throws Exception {
		DesignEditor editor = FormWalk.open(FormWalk.trio());
		Set<String> wrong = new TreeSet<>();
		for (String page : FormWalk.PAGES) {
			Composite form = FormWalk.show(editor, page);
			Workbench.all(Button.class, form).stream().filter(b -> !b.getText().isEmpty() && !b.getText().replace("&&", "").contains("&")).forEach(b -> wrong.add(page + ": " + b.getText()));
			// Buttons beside one table must not share a letter.
			Workbench.all(Tree.class, form).forEach(t -> {
				Set<Character> letters = new TreeSet<>();
				Workbench.all(Button.class, t.getParent().getParent()).forEach(b -> {
					int at = b.getText().indexOf('&') + 1;
					if (at > 0 && !letters.add(Character.toLowerCase(b.getText().charAt(at)))) {
						wrong.add(t.getData("org.clusterwright.id") + ": twice " + b.getText());
					}
				});
			});
		}
		assertEquals("", String.join("\n", wrong));
	}

	private static void tabs(Composite composite, List<Control> order) {
		for (Control control : composite.getTabList()) {
			if (!control.isVisible()) {
				continue;
			}
			if (control.getData("org.clusterwright.id") != null && !(control instanceof Composite c && c.getData("org.clusterwright.id").toString().endsWith(".form"))) {
				order.add(control);
			} else if (control instanceof Composite inner) {
				tabs(inner, order);
			}
		}
	}
}
