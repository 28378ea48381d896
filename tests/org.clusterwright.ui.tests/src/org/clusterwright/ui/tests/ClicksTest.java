package org.clusterwright.ui.tests;

import static org.clusterwright.ui.tests.Clicks.button;
import static org.clusterwright.ui.tests.Clicks.dialogs;
import static org.clusterwright.ui.tests.Clicks.enter;
import static org.clusterwright.ui.tests.Clicks.item;
import static org.clusterwright.ui.tests.Clicks.listed;
import static org.clusterwright.ui.tests.Clicks.press;
import static org.clusterwright.ui.tests.Clicks.run;
import static org.clusterwright.ui.tests.Clicks.select;
import static org.clusterwright.ui.tests.Clicks.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.ui.compare.NativeCompareInput;
import org.clusterwright.ui.compare.TextSide;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.preview.GeneratedPane;
import org.eclipse.compare.structuremergeviewer.ICompareInput;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.DropTargetListener;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does with the mouse and in dialogs, with a design of three nodes. */
class ClicksTest {
	private DesignEditor editor;
	private String before;

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private void open(String page) throws Exception {
		editor = FormWalk.open(FormWalk.trio());
		before = text();
		if (!page.isEmpty()) {
			FormWalk.show(editor, page);
		}
	}

	private String text() {
		return editor.source().document().get();
	}

	private void until(BooleanSupplier condition, String otherwise) {
		assertTrue(Workbench.until(condition), () -> otherwise + "\n" + text());
	}

	private void becomes(String text) {
		until(() -> text().equals(text), "the text did not become\n" + text + "\nbut");
		until(() -> editor.session().filter(s -> s.current().filter(s::isUpToDate).isPresent()).isPresent(), "never checked");
		Workbench.settle();
	}

	// ---- dragging ------------------------------------------------------------------------------------------------------------

	@Test
	void fenceMethodsAndCallsAreDragged() throws Exception {
		open("fencing");
		until(() -> Workbench.find(Tree.class, "fencing.methods").getItemCount() == 2, "no methods");
		String ipmi = "        method ipmi { call ipmi action reboot delay 15s }\n";
		String pdu = "        method pdu { call pdu1 port 1 action reboot }\n";
		reveal(Workbench.find(Tree.class, "fencing.methods"));
		drag(item("fencing.methods", "pdu"), item("fencing.methods", "ipmi"), true);
		becomes(before.replace(ipmi + pdu, pdu + ipmi));
		until(() -> Workbench.find(Tree.class, "fencing.methods").getSelection()[0].getText().equals("pdu"), "the dragged row is not selected");
		run("org.eclipse.ui.edit.undo");
		becomes(before);
		drag(item("fencing.methods", "pdu", "pdu1"), item("fencing.methods", "ipmi", "ipmi"), false);
		becomes(before.replace(ipmi + pdu, "        method ipmi { call ipmi action reboot delay 15s  call pdu1 port 1 action reboot }\n        method pdu { }\n"));
	}

	/** Scrolls the page so that a control can be seen. */
	private static void reveal(Control control) {
		for (Control c = control; c != null; c = c.getParent()) {
			if (c instanceof org.eclipse.ui.forms.widgets.ScrolledForm form) {
				Point at = form.getDisplay().map(control, form.getBody(), 0, 0);
				form.setOrigin(0, Math.max(0, at.y - 40));
			}
		}
		control.setFocus();
		Workbench.settle();
	}

	/** Drags a row to the upper or lower edge of another, with the events that the window system gives. */
	private static void drag(TreeItem from, TreeItem to, boolean before) throws Exception {
		Tree tree = from.getParent();
		tree.setSelection(from);
		Event selection = new Event();
		selection.item = from;
		tree.notifyListeners(SWT.Selection, selection);
		Workbench.settle();
		DragSource source = (DragSource) tree.getData(DND.DRAG_SOURCE_KEY);
		DropTarget target = (DropTarget) tree.getData(DND.DROP_TARGET_KEY);
		Rectangle end = to.getBounds();
		Point at = tree.toDisplay(end.x + 14, before ? end.y + 2 : end.y + end.height - 3);
		DragSourceEvent start = event(DragSourceEvent.class, source, to, at);
		Arrays.stream(source.getDragListeners()).forEach(l -> l.dragStart(start));
		assertTrue(start.doit, "the row cannot be dragged");
		DropTargetListener listener = target.getDropListeners()[0];
		DropTargetEvent drop = event(DropTargetEvent.class, target, to, at);
		drop.detail = DND.DROP_MOVE;
		drop.operations = DND.DROP_MOVE;
		listener.dragEnter(drop);
		listener.dragOver(drop);
		assertEquals(DND.DROP_MOVE, drop.detail, "the row cannot be dropped there");
		listener.dropAccept(drop);
		listener.drop(drop);
		Arrays.stream(source.getDragListeners()).forEach(l -> l.dragFinished(start));
	}

	/** An event of dragging; SWT makes them of a class of its own. */
	private static <T> T event(Class<T> type, Widget widget, TreeItem item, Point at) throws Exception {
		Class<?> raw = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DND.class.getClassLoader());
		var make = raw.getDeclaredConstructor();
		make.setAccessible(true);
		Event event = (Event) make.newInstance();
		event.widget = widget;
		event.item = item;
		event.x = at.x;
		event.y = at.y;
		event.doit = true;
		var wrap = type.getDeclaredConstructor(raw);
		wrap.setAccessible(true);
		return wrap.newInstance(event);
	}

	// ---- dialogs -------------------------------------------------------------------------------------------------------------

	@Test
	void removingWhatOthersReferToAsksFirst() throws Exception {
		open("network");
		select("network.nodes", "n3");
		List<String> done = dialogs(button("Cancel"));
		press("network.nodes.remove");
		until(() -> done.size() == 1, "nothing was asked");
		assertEquals(before, text());
		List<String> told = new ArrayList<>();
		List<String> again = dialogs(shells -> {
			shells.stream().flatMap(s -> Workbench.all(Label.class, s).stream()).map(Label::getText).filter(t -> t.contains("line")).forEach(told::add);
			return button("Remove All").test(shells);
		});
		press("network.nodes.remove");
		until(() -> again.size() == 1, "nothing was asked");
		assertTrue(told.get(0).contains("drbd resource r2, line "), told.toString());
		until(() -> !text().contains("node n3") && !text().contains("n3"), "n3 is still referred to");
		becomes(text());
		run("org.eclipse.ui.edit.undo");
		becomes(before);
	}

	@Test
	void aPasswordBecomesASecret() throws Exception {
		open("fencing");
		until(() -> Workbench.find(Tree.class, "fencing.devices").getItemCount() == 2, "no devices");
		Table table = Workbench.find(Table.class, "fencing.parameters");
		TableItem login = Arrays.stream(table.getItems()).filter(i -> i.getText().equals("login")).findFirst().orElseThrow();
		table.setFocus();
		table.setSelection(login);
		Event event = new Event();
		event.item = login;
		table.notifyListeners(SWT.Selection, event);
		List<String> done = dialogs(type("not a name"), shells -> shells.stream().flatMap(s -> Workbench.all(Button.class, s).stream()).anyMatch(b -> b.getText().equals("OK") && !b.isEnabled()),
				type("ipmi-login"), button("OK"));
		press("fencing.parameters.secret");
		until(() -> done.size() == 4, "the dialog did not take the name");
		becomes(before.replace("login root", "login secret ipmi-login"));
	}

	@Test
	void aDiskIsGivenToOneNode() throws Exception {
		open("storage");
		select("storage.disks", "sdb");
		List<String> done = dialogs(type("n2"), listed("n2"), button("OK"));
		press("storage.disks.own");
		until(() -> done.size() == 3, "the node was not asked for");
		until(() -> text().matches("(?s).*node n2 id 2 \\{.*?disk sdb size 2TB label gpt \\{\\s+partition 1 \"data\" rest\\s+\\}.*?node n3.*"), "n2 has no disk of its own");
		until(() -> Workbench.find(Tree.class, "storage.disks").getSelection()[0].getText(1).equals("n2"), "the new disk is not selected");
	}

	@Test
	void textsAreCopied() throws Exception {
		open("fencing");
		until(() -> Workbench.find(Text.class, "fencing.runs").getText().startsWith("fence_ipmilan"), "no calls");
		for (String id : new String[] { "fencing.runs", "fencing.tests" }) {
			press(id + ".copy");
			assertEquals(Workbench.find(Text.class, id).getText(), copied());
		}
		FormWalk.show(editor, "storage");
		until(() -> !Workbench.find(Text.class, "storage.sums").getText().isEmpty(), "no sums");
		press("storage.sums.copy");
		assertEquals(Workbench.find(Text.class, "storage.sums").getText(), copied());
	}

	private static String copied() {
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		try {
			return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
		} finally {
			clipboard.dispose();
		}
	}

	@Test
	void anOptionAndRawTextAreAddedChangedAndRemoved() throws Exception {
		open("network");
		select("network.nodes", "n1");
		select("network.nics", "eth0");
		List<String> done = dialogs(shells -> {
			if (shells.isEmpty()) {
				return false;
			}
			assertEquals("node n1, nic eth0", Workbench.find(Combo.class, "native.owner").getText());
			Workbench.find(Combo.class, "native.name").setText("PEERDNS");
			Workbench.find(Text.class, "native.text").setText("no");
			return true;
		}, button("OK"));
		press("network.native.add");
		until(() -> done.size() == 2, "no dialog");
		String added = before.replace("speed 1000  card \"on board\" }", "speed 1000  card \"on board\"  option PEERDNS no }");
		becomes(added);
		until(() -> Workbench.find(Text.class, "network.native-name").getText().equals("PEERDNS"), "the new option is not selected");
		Text value = Workbench.find(Text.class, "network.native-text");
		value.setFocus();
		value.setText("yes");
		Workbench.find(Text.class, "network.native-name").setFocus();
		becomes(added.replace("PEERDNS no", "PEERDNS yes"));
		press("network.native.remove");
		becomes(before);
		FormWalk.show(editor, "overview");
		select("overview.native", "cluster trio");
		Text raw = Workbench.find(Text.class, "overview.native-text");
		until(() -> raw.getText().equals("10.255.255.250  backup"), "the text is not shown");
		raw.setFocus();
		raw.append("\n10.255.255.251  other");
		Event key = new Event();
		key.keyCode = SWT.CR;
		key.stateMask = SWT.CTRL;
		raw.notifyListeners(SWT.KeyDown, key);
		becomes(before.replace("  backup\n", "  backup\n10.255.255.251  other\n"));
		press("overview.native.show");
		until(() -> editor.formPage().isEmpty(), "the text is not shown");
		assertTrue(editor.source().viewer().getTextWidget().getSelectionText().startsWith("raw /etc/hosts"), editor.source().viewer().getTextWidget().getSelectionText());
	}

	// ---- comparing -----------------------------------------------------------------------------------------------------------

	private GeneratedPane pane() {
		return Workbench.pane(editor);
	}

	/** A pane with the hosts of n1, of the design without what is wrong in it. */
	private void hosts() throws Exception {
		open("");
		IDocument document = editor.source().document();
		String good = Workbench.tutorialText();
		document.set(good);
		until(() -> pane().plan().filter(p -> p.tree("an-node01").isPresent()).isPresent(), "no plan of the tutorial");
	}

	private static NativeCompareInput compared() {
		assertTrue(Workbench.until(() -> Workbench.page().getActiveEditor().getEditorInput() instanceof NativeCompareInput input && input.content() != null), "no compare editor");
		return (NativeCompareInput) Workbench.page().getActiveEditor().getEditorInput();
	}

	/** Types a path into the file chooser of the window system, once it has the focus; one that stays open is closed again. */
	private static void choose(Path path) {
		Display display = Display.getCurrent();
		List<Runnable> steps = List.of(() -> Keys.press(SWT.CTRL, 'l'), () -> path.toString().chars().forEach(c -> Keys.post((char) c)), () -> Keys.post('\r'), () -> Keys.post('\r'));
		display.timerExec(Clicks.POLL_MILLIS, new Runnable() {
			private int polls;
			private int quiet;
			private int done;

			@Override
			public void run() {
				quiet = display.getActiveShell() == null ? quiet + 1 : 0;
				boolean over = done >= 3 && quiet == 0;
				if (quiet >= 6 && done < steps.size()) {
					steps.get(done++).run();
					quiet = 1;
				} else if (quiet >= 20) {
					Keys.post((char) SWT.ESC);
				}
				if (!over && polls++ < Clicks.POLLS) {
					display.timerExec(Clicks.POLL_MILLIS, this);
				}
			}
		});
	}

	@Test
	void aFileIsComparedWithOneOfTheDisk(@TempDir Path folder) throws Exception {
		hosts();
		pane().select(new FileRef("an-node01", "/etc/hosts"));
		Path other = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
		choose(other);
		run("org.clusterwright.ui.compareFile");
		ICompareInput root = compared().content().root();
		assertEquals("127.0.0.1 localhost\n", ((TextSide) root.getRight()).text());
		assertTrue(((TextSide) root.getLeft()).text().contains("an-node01"));
	}

	@Test
	void withThreeNodesTheOtherIsAskedFor() throws Exception {
		open("");
		IDocument document = editor.source().document();
		document.set(THREE);
		until(() -> pane().shown().isPresent() && pane().plan().filter(p -> p.trees().size() == 3).isPresent(), "no plan of three nodes");
		pane().select(new FileRef("n2", "/etc/hosts"));
		List<String> done = dialogs(type("n3"), listed("n3"), button("OK"));
		run("org.clusterwright.ui.compareNodes");
		assertEquals(3, done.size());
		assertTrue(compared().getTitle().contains("n2 and n3"), compared().getTitle());
	}

	private static final String THREE = """
			cluster three version 1 {
			    domain example.com
			    network bcn 10.20.0.0/16 on bond0 cluster
			    bond bond0
			    fence-device ipmi per node agent fence_ipmilan { login root  passwd secret ipmi }
			%s}
			""".formatted(node(1) + node(2) + node(3));

	private static String node(int id) {
		return """
				    node n%1$d id %1$d {
				        bmc 10.20.1.%1$d
				        nic eth0 mac 00:00:5E:00:53:%1$d1 in bond0 link 1
				        nic eth1 mac 00:00:5E:00:53:%1$d2 in bond0 link 2
				        method ipmi { call ipmi action reboot }
				    }
				""".formatted(id);
	}

	// ---- undo ----------------------------------------------------------------------------------------------------------------

	@Test
	void oneHistoryHoldsEditsOfTextAndForms() throws Exception {
		open("network");
		List<String> states = new ArrayList<>(List.of(before));
		List<Runnable> edits = List.of(() -> press("network.nics.add"), () -> enter("network.votes", "2"), () -> typed("// one\n"), () -> {
			FormWalk.show(editor, "drbd");
			enter("drbd.rate", "30MiB/s");
		}, () -> typed("// two\n"), () -> {
			FormWalk.show(editor, "overview");
			press("overview.raise");
		});
		for (Runnable edit : edits) {
			String now = text();
			edit.run();
			until(() -> !text().equals(now), "nothing was edited");
			becomes(text());
			states.add(text());
		}
		for (int round = 0; round < 2; round++) {
			for (int i = states.size() - 2; i >= 0; i--) {
				run("org.eclipse.ui.edit.undo");
				becomes(states.get(i));
			}
			assertTrue(!editor.isDirty(), "dirty without a change");
			editor.setActivePage("org.clusterwright.ui.page." + (round == 0 ? "drbd" : "network"));
			for (int i = 1; i < states.size(); i++) {
				run("org.eclipse.ui.edit.redo");
				becomes(states.get(i));
			}
		}
	}

	private void typed(String text) {
		editor.reveal(org.clusterwright.model.findings.Place.START);
		editor.source().viewer().setSelectedRange(0, 0);
		editor.source().viewer().getTextWidget().insert(text);
	}

	// ---- keys ----------------------------------------------------------------------------------------------------------------

	@Test
	void rowsAreAddedRenamedMovedAndRemovedWithoutTheMouse() throws Exception {
		open("network");
		Tree nics = Workbench.find(Tree.class, "network.nics");
		select("network.nics", "eth5");
		reveal(nics);
		Keys.press(0, SWT.INSERT);
		String last = "        nic eth5 mac 00:00:5E:00:53:06 in bond2 link 2 via switch2 { option \"HOTPLUG\" \"no\" }\n";
		becomes(before.replace(last, last + "        nic eth6\n"));
		until(nics::isFocusControl, "the table has not the focus");
		Keys.press(0, SWT.F2);
		until(() -> Workbench.all(Text.class, nics).stream().anyMatch(Control::isVisible), "F2 does not open the cell");
		Text cell = Workbench.all(Text.class, nics).stream().filter(Control::isVisible).findFirst().orElseThrow();
		cell.setText("ib0");
		Keys.press('\r');
		becomes(before.replace(last, last + "        nic ib0\n"));
		nics.setFocus();
		Keys.press(SWT.ALT, SWT.ARROW_UP);
		becomes(before.replace(last, "        nic ib0\n" + last));
		until(() -> nics.getSelection()[0].getText().equals("ib0"), "the moved row is not selected");
		press("network.nics.remove");
		becomes(before);
		until(nics::isFocusControl, "the focus is not in the table after the button");
		run("org.eclipse.ui.edit.undo");
		until(() -> text().contains("nic ib0"), "not undone");
		until(() -> Display.getCurrent().getFocusControl() == nics, "undo took the focus");
	}
}
