package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.handlers.IHandlerService;

/** What hands do in a workbench: presses buttons, selects rows, answers dialogs that come later. */
final class Clicks {
	static final int POLL_MILLIS = 150;
	static final int POLLS = 150;

	private Clicks() {
	}

	static void run(String command) throws Exception {
		Workbench.window().getService(IHandlerService.class).executeCommand(command, null);
	}

	static void press(String id) {
		Button button = Workbench.find(Button.class, id);
		assertTrue(Workbench.until(button::isEnabled), id + " is disabled");
		button.notifyListeners(SWT.Selection, new Event());
	}

	static TreeItem item(String id, String... names) {
		Tree tree = Workbench.find(Tree.class, id);
		TreeItem[] items = tree.getItems();
		TreeItem found = null;
		for (String name : names) {
			TreeItem[] among = items;
			found = Arrays.stream(items).filter(i -> i.getText().equals(name)).findFirst().orElseThrow(() -> new AssertionError(name + " is not among " + Arrays.toString(among)));
			items = found.getItems();
		}
		return found;
	}

	static void select(String id, String... names) {
		TreeItem item = item(id, names);
		item.getParent().setFocus();
		item.getParent().setSelection(item);
		Event event = new Event();
		event.item = item;
		item.getParent().notifyListeners(SWT.Selection, event);
		Workbench.settle();
	}

	/** Types into a field of a form and leaves it by Enter. */
	static void enter(String id, String text) {
		Text field = Workbench.find(Text.class, id);
		assertTrue(Workbench.until(field::isEnabled), id + " is disabled");
		field.setFocus();
		field.setText(text);
		field.notifyListeners(SWT.DefaultSelection, new Event());
	}

	/** Does one step after another in dialogs that are not there yet; a step is done when it says so. */
	@SafeVarargs
	static List<String> dialogs(Predicate<List<Shell>>... steps) {
		Display display = Display.getCurrent();
		List<Shell> there = List.of(display.getShells());
		List<String> done = new ArrayList<>();
		display.timerExec(POLL_MILLIS, new Runnable() {
			private int polls;

			@Override
			public void run() {
				List<Shell> fresh = Arrays.stream(display.getShells()).filter(s -> !there.contains(s) && s.isVisible() && !s.getText().isEmpty()).toList();
				if (steps[done.size()].test(fresh)) {
					done.add(fresh.isEmpty() ? "" : fresh.get(0).getText());
				}
				if (done.size() < steps.length && polls++ < POLLS) {
					display.timerExec(POLL_MILLIS, this);
				}
			}
		});
		return done;
	}

	/** Presses a button of a dialog by its text. */
	static Predicate<List<Shell>> button(String text) {
		return shells -> shells.stream().flatMap(s -> Workbench.all(Button.class, s).stream()).filter(b -> b.isEnabled() && b.getText().replace("&", "").equals(text)).findFirst().map(b -> {
			b.getDisplay().asyncExec(() -> b.notifyListeners(SWT.Selection, new Event()));
			return true;
		}).orElse(false);
	}

	static Predicate<List<Shell>> type(String text) {
		return shells -> shells.stream().flatMap(s -> Workbench.all(Text.class, s).stream()).filter(Text::getEditable).findFirst().map(t -> {
			t.setText(text);
			return true;
		}).orElse(false);
	}

	/** Waits until the list of a dialog begins with an entry. */
	static Predicate<List<Shell>> listed(String entry) {
		return shells -> shells.stream().flatMap(s -> Workbench.all(Table.class, s).stream()).anyMatch(t -> t.getItemCount() == 1 && t.getItem(0).getText().startsWith(entry));
	}
}
