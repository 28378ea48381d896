package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.editor.source.SourcePage;
import org.clusterwright.model.findings.Severity;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The form pages in the running workbench, with keys as a user presses them. */
class FormPagesTest {
	private static final String OVERVIEW = "org.clusterwright.ui.page.overview";
	private static final String NETWORK = "org.clusterwright.ui.page.network";
	private static final String SERVICES = "org.clusterwright.ui.page.services";
	private static final String TEXT = """
			// a comment
			cluster c version 3 {
			    domain example.com // where
			    fencing { post-join-delay 30s }

			    network bcn 10.20.0.0/16 on bond0 cluster
			    bond bond0 { miimon 100ms }
			    node a id 1 {
			        nic eth0 mac 00:00:5E:00:53:10 in bond0 // left
			        nic eth1 mac 00:00:5E:00:53:11 in bond0
			    }
			    node b id 2 {
			        nic eth0 mac 00:00:5E:00:53:20 in bond0
			    }
			    service s {
			        start script one
			        start script two // second
			    }
			}
			""";

	private DesignEditor editor;

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private void open(String page) throws Exception {
		editor = Workbench.open(Workbench.design("forms", TEXT));
		Workbench.page().activate(editor);
		editor.setActivePage(page);
		assertTrue(Workbench.until(() -> editor.formPage().filter(p -> p.getId().equals(page) && p.isWritable()).isPresent()), "the page does not show the design");
	}

	private IDocument document() {
		return editor.source().document();
	}

	private void becomes(String text) {
		assertTrue(Workbench.until(() -> document().get().equals(text)), () -> document().get());
		upToDate();
	}

	private void upToDate() {
		ClusterSession session = editor.session().orElseThrow();
		assertTrue(Workbench.until(() -> session.current().filter(session::isUpToDate).isPresent()), "never checked");
		Workbench.settle();
	}

	private static Text field(String id) {
		return Workbench.find(Text.class, id);
	}

	private static void type(Text field, String text) {
		assertTrue(field.setFocus() && Workbench.until(field::isFocusControl), "no focus");
		field.selectAll();
		field.insert(text);
	}

	/** Presses keys as the keyboard does, so that bindings, action handlers and widgets get them as from a user. */
	private static void press(int modifier, int keyCode, char character) {
		Display display = Display.getCurrent();
		if (modifier != 0) {
			hold(display, modifier);
		}
		post(display, SWT.KeyDown, keyCode, character);
		post(display, SWT.KeyUp, keyCode, character);
		if (modifier != 0) {
			post(display, SWT.KeyUp, modifier, (char) 0);
		}
		Workbench.settle();
	}

	/** Presses a modifier and waits until it arrived: the display's server loses keys while it hands the focus to a window that has just come up. */
	private static void hold(Display display, int modifier) {
		boolean[] arrived = { false };
		Listener seen = e -> arrived[0] |= e.keyCode == modifier;
		display.addFilter(SWT.KeyDown, seen);
		try {
			for (int i = 0; i < 10 && !arrived[0]; i++) {
				post(display, SWT.KeyDown, modifier, (char) 0);
				long end = System.nanoTime() + 1_000_000_000L;
				Workbench.until(() -> arrived[0] || System.nanoTime() > end);
				if (!arrived[0]) {
					post(display, SWT.KeyUp, modifier, (char) 0);
				}
			}
			assertTrue(arrived[0], "keys do not arrive");
		} finally {
			display.removeFilter(SWT.KeyDown, seen);
		}
	}

	private static void pressRedo() {
		Display display = Display.getCurrent();
		hold(display, SWT.SHIFT);
		press(SWT.CTRL, 'z', 'z');
		post(display, SWT.KeyUp, SWT.SHIFT, (char) 0);
		Workbench.settle();
	}

	private static void post(Display display, int type, int keyCode, char character) {
		Event event = new Event();
		event.type = type;
		event.keyCode = keyCode;
		event.character = character;
		assertTrue(display.post(event), "the key was not taken");
	}

	private static ControlDecoration decoration(Control control) {
		return (ControlDecoration) control.getData("org.clusterwright.decoration");
	}

	private static void run(String command) throws Exception {
		Workbench.window().getService(IHandlerService.class).executeCommand(command, null);
	}

	private static void click(String id) {
		Button button = Workbench.find(Button.class, id);
		assertTrue(Workbench.until(button::isEnabled), id + " is disabled");
		button.notifyListeners(SWT.Selection, new Event());
	}

	private static void select(Tree tree, int index) {
		tree.setFocus();
		tree.setSelection(tree.getItem(index));
		Event event = new Event();
		event.item = tree.getItem(index);
		tree.notifyListeners(SWT.Selection, event);
		Workbench.settle();
	}

	@Test
	void theTextIsShownFirstAndThePageThatWasUsedLastLater() throws Exception {
		IFile file = Workbench.design("forms-page", TEXT);
		editor = Workbench.open(file);
		assertTrue(editor.formPage().isEmpty());
		editor.setActivePage(NETWORK);
		Workbench.closeEditors();
		editor = Workbench.open(file);
		assertEquals(NETWORK, editor.formPage().orElseThrow().getId());
		editor.setActivePage(SourcePage.ID);
	}

	@Test
	void aFieldChangesOnlyItsWordsAndTheKeysUndoAndRedoIt() throws Exception {
		open(OVERVIEW);
		String edited = TEXT.replace("example.com", "example.org");
		type(field("overview.domain"), "example.org");
		assertEquals(TEXT, document().get(), "applied while it is typed");
		press(0, SWT.CR, SWT.CR);
		becomes(edited);
		press(SWT.CTRL, 'z', 'z');
		becomes(TEXT);
		assertTrue(Workbench.until(() -> field("overview.domain").getText().equals("example.com")), "the field is not refreshed");
		assertFalse(editor.isDirty());
		pressRedo();
		becomes(edited);
		editor.setActivePage("org.clusterwright.ui.page.network");
		upToDate();
		press(SWT.CTRL, 'z', 'z');
		becomes(TEXT);
	}

	@Test
	void undoInTheTextTakesBackAFormEditAndTheOtherWayRound() throws Exception {
		open(OVERVIEW);
		type(field("overview.version"), "4");
		press(0, SWT.CR, SWT.CR);
		becomes(TEXT.replace("version 3", "version 4"));
		editor.reveal(org.clusterwright.model.findings.Place.START);
		run("org.eclipse.ui.edit.undo");
		becomes(TEXT);
		editor.source().viewer().setSelectedRange(0, 0);
		editor.source().viewer().getTextWidget().insert("// typed\n");
		becomes("// typed\n" + TEXT);
		editor.setActivePage(OVERVIEW);
		upToDate();
		run("org.eclipse.ui.edit.undo");
		becomes(TEXT);
	}

	@Test
	void typingIsUndoneBeforeTheDocument() throws Exception {
		open(OVERVIEW);
		type(field("overview.version"), "4");
		press(0, SWT.CR, SWT.CR);
		String applied = TEXT.replace("version 3", "version 4");
		becomes(applied);
		type(field("overview.domain"), "other");
		assertTrue(editor.isDirty());
		press(SWT.CTRL, 'z', 'z');
		assertTrue(Workbench.until(() -> field("overview.domain").getText().equals("example.com")), () -> field("overview.domain").getText());
		assertEquals(applied, document().get());
		press(SWT.CTRL, 'z', 'z');
		becomes(TEXT);
	}

	@Test
	void anEmptyFieldAndTheResetKeyRemoveTheText() throws Exception {
		open(OVERVIEW);
		type(field("overview.domain"), "");
		press(0, SWT.CR, SWT.CR);
		becomes(TEXT.replace("    domain example.com // where\n", ""));
		press(SWT.CTRL, 'z', 'z');
		becomes(TEXT);
		Text delay = field("overview.post-join-delay");
		assertTrue(delay.setFocus() && Workbench.until(delay::isFocusControl));
		press(SWT.CTRL, SWT.BS, SWT.BS);
		becomes(TEXT.replace("    fencing { post-join-delay 30s }\n", ""));
		assertTrue(Workbench.until(() -> delay.getText().isEmpty()), delay::getText);
		assertEquals("6s", delay.getMessage());
	}

	@Test
	void aSectionIsMadeForItsFirstValue() throws Exception {
		open(OVERVIEW);
		Text token = field("overview.token");
		assertEquals("10000ms", token.getMessage());
		assertTrue(token.getToolTipText().contains("cman(5)"), token.getToolTipText());
		type(token, "15s");
		press(0, SWT.CR, SWT.CR);
		becomes(TEXT.replace("30s }\n", "30s }\n    totem {\n        token 15s\n    }\n"));
		Combo secauth = Workbench.find(Combo.class, "overview.secauth");
		secauth.select(secauth.indexOf("off"));
		secauth.notifyListeners(SWT.Selection, new Event());
		becomes(TEXT.replace("30s }\n", "30s }\n    totem {\n        token 15s\n        secauth off\n    }\n"));
	}

	@Test
	void saveAppliesWhatIsTypedFirst() throws Exception {
		open(OVERVIEW);
		type(field("overview.version"), "7");
		assertTrue(editor.isDirty());
		press(SWT.CTRL, 's', 's');
		assertTrue(Workbench.until(() -> !editor.isDirty()), "still dirty");
		assertEquals(TEXT.replace("version 3", "version 7"), document().get());
		assertEquals(document().get(), editor.getEditorInput().getAdapter(IFile.class).readString());
	}

	@Test
	void whatIsRefusedStaysInTheFieldWithTheReason() throws Exception {
		open(OVERVIEW);
		Text token = field("overview.token");
		type(token, "soon");
		press(0, SWT.CR, SWT.CR);
		assertTrue(decoration(token).isVisible());
		assertTrue(decoration(token).getDescriptionText().contains("soon"), decoration(token).getDescriptionText());
		assertEquals(TEXT, document().get());
		assertEquals("soon", token.getText());
		document().replace(document().get().indexOf("a comment"), 1, "another");
		upToDate();
		assertEquals("soon", token.getText(), "a refresh took what was typed");
		press(0, SWT.ESC, SWT.ESC);
		assertTrue(Workbench.until(() -> token.getText().isEmpty()), "Escape did not take it back");
	}

	@Test
	void aRefreshLeavesFocusCaretAndTyping() throws Exception {
		open(OVERVIEW);
		Text name = field("overview.name");
		type(name, "cluster");
		name.setSelection(3);
		document().replace(document().get().indexOf("example.com"), "example.com".length(), "example.net");
		upToDate();
		assertTrue(Workbench.until(() -> field("overview.domain").getText().equals("example.net")), "not refreshed");
		assertTrue(name.isFocusControl());
		assertEquals("cluster", name.getText());
		assertEquals(3, name.getCaretPosition());
		assertSame(name, field("overview.name"));
	}

	@Test
	void aSyntaxErrorGreysThePageAndLinksToThePlace() throws Exception {
		open(OVERVIEW);
		document().replace(document().get().indexOf("domain example.com"), "domain example.com".length(), "domain");
		assertTrue(Workbench.until(() -> !field("overview.name").isEnabled()), "still enabled");
		assertEquals("example.com", field("overview.domain").getText(), "the last state is not readable");
		assertFalse(Workbench.find(Button.class, "overview.raise").isEnabled());
		Link why = Workbench.find(Link.class, "overview.problem");
		assertTrue(why.isVisible() && why.getText().contains("<a>Line "), why.getText());
		press(SWT.CTRL, 'z', 'z');
		becomes(TEXT);
		assertTrue(Workbench.until(() -> field("overview.name").isEnabled()), "not enabled again by undo");
		assertFalse(why.isVisible());
		document().replace(document().get().indexOf("domain example.com"), "domain example.com".length(), "domain");
		assertTrue(Workbench.until(why::isVisible));
		why.notifyListeners(SWT.Selection, new Event());
		assertTrue(editor.formPage().isEmpty(), "the link does not open the text");
	}

	@Test
	void findingsAreShownAtFieldsRowsAndTabs() throws Exception {
		open(OVERVIEW);
		assertFalse(decoration(field("overview.token")).isVisible());
		document().replace(document().get().indexOf("    fencing"), 0, "    totem { rrp none }\n");
		upToDate();
		Text token = field("overview.token");
		assertTrue(Workbench.until(() -> decoration(token).isVisible()), "no decoration");
		assertTrue(decoration(token).getDescriptionText().contains("token-default"), decoration(token).getDescriptionText());
		assertFalse(decoration(field("overview.domain")).isVisible());
		CTabFolder tabs = tabs(field("overview.name"));
		int network = 1;
		// No node has a fence method; that is said at the nodes.
		assertEquals(Icons.of(Severity.ERROR), tabs.getItem(network).getImage());
		assertTrue(tabs.getItem(network).getToolTipText().startsWith("Errors: "), tabs.getItem(network).getToolTipText());
		assertNotNull(tabs.getItem(tabs.getItemCount() - 1).getImage());
		editor.setActivePage(NETWORK);
		upToDate();
		assertTrue(decoration(field("network.name")).getDescriptionText().contains("not-fenced"), decoration(field("network.name")).getDescriptionText());
		assertNull(decoration(field("network.short")).getDescriptionText());
	}

	@Test
	void rowsAreAddedMovedAndRemoved() throws Exception {
		open(NETWORK);
		Tree nics = Workbench.find(Tree.class, "network.nics");
		assertEquals(2, nics.getItemCount());
		select(nics, 1);
		press(SWT.ALT, SWT.ARROW_UP, (char) 0);
		String left = "        nic eth0 mac 00:00:5E:00:53:10 in bond0 // left\n";
		String right = "        nic eth1 mac 00:00:5E:00:53:11 in bond0\n";
		becomes(TEXT.replace(left + right, right + left));
		click("network.nics.down");
		becomes(TEXT);
		assertTrue(Workbench.until(() -> nics.getSelectionCount() == 1 && nics.getSelection()[0].getText().equals("eth1")), "the moved row is not selected");
		press(0, SWT.INSERT, (char) 0);
		becomes(TEXT.replace(right, right + "        nic eth2\n"));
		assertTrue(Workbench.until(() -> nics.getItemCount() == 3 && nics.getSelection()[0].getText().equals("eth2")), "the new row is not selected");
		press(0, SWT.DEL, SWT.DEL);
		becomes(TEXT);
		click("network.nodes.add");
		assertTrue(Workbench.until(() -> document().get().contains("node a2 id 3") || document().get().contains("node b2 id 3")), () -> document().get());
	}

	@Test
	void theDetailsFollowTheSelection() throws Exception {
		open(NETWORK);
		assertEquals("a", field("network.name").getText());
		select(Workbench.find(Tree.class, "network.nodes"), 1);
		assertTrue(Workbench.until(() -> field("network.name").getText().equals("b")), () -> field("network.name").getText());
		assertEquals(1, Workbench.find(Tree.class, "network.nics").getItemCount());
		type(field("network.name"), "beta");
		press(0, SWT.CR, SWT.CR);
		becomes(TEXT.replace("node b", "node beta"));
		assertTrue(Workbench.until(() -> field("network.name").getText().equals("beta")), "the renamed node is not selected any more");
	}

	@Test
	void addressesAreEditedInTheMatrix() throws Exception {
		open(NETWORK);
		Tree matrix = Workbench.find(Tree.class, "network.addresses");
		assertEquals(List.of("a", "10.20.0.1"), List.of(matrix.getItem(0).getText(0), matrix.getItem(0).getText(1)));
		editCell(matrix, 0, "10.20.0.77");
		becomes(TEXT.replace("bond0 // left\n", "bond0 // left\n").replace("53:11 in bond0\n", "53:11 in bond0\n        address bcn 10.20.0.77\n"));
		assertTrue(Workbench.until(() -> matrix.getItem(0).getText(1).equals("10.20.0.77")), "not shown");
		editCell(matrix, 0, "");
		becomes(TEXT);
	}

	private static void editCell(Tree tree, int row, String text) {
		tree.setFocus();
		Workbench.settle();
		Rectangle cell = tree.getItem(row).getBounds(1);
		doubleClick(tree, new Point(cell.x + cell.width / 2, cell.y + cell.height / 2));
		assertTrue(Workbench.until(() -> Workbench.all(Text.class, tree).stream().anyMatch(Control::isVisible)), "no cell editor");
		Text opened = Workbench.all(Text.class, tree).stream().filter(Control::isVisible).findFirst().orElseThrow();
		opened.setText(text);
		press(0, SWT.CR, SWT.CR);
	}

	private static CTabFolder tabs(Control within) {
		Control at = within;
		while (!(at instanceof CTabFolder folder && folder.getItemCount() > 1 && folder.getItem(0).getText().equals("Overview"))) {
			at = at.getParent();
		}
		return (CTabFolder) at;
	}

	/** A double click into a cell. */
	private static void doubleClick(Tree tree, Point at) {
		for (int type : new int[] { SWT.MouseDown, SWT.MouseUp, SWT.MouseDown, SWT.MouseDoubleClick, SWT.MouseUp }) {
			Event click = new Event();
			click.button = 1;
			click.count = type == SWT.MouseDoubleClick ? 2 : 1;
			click.x = at.x;
			click.y = at.y;
			tree.notifyListeners(type, click);
		}
		Workbench.settle();
	}

	@Test
	void resourcesAreNestedInTheTreeOfAService() throws Exception {
		open(SERVICES);
		Tree tree = Workbench.find(Tree.class, "services.services");
		TreeItem service = tree.getItem(0);
		service.setExpanded(true);
		assertEquals(List.of("script one", "script two"), Arrays.stream(service.getItems()).map(TreeItem::getText).toList());
		tree.setFocus();
		tree.setSelection(service.getItem(1));
		Event event = new Event();
		event.item = service.getItem(1);
		tree.notifyListeners(SWT.Selection, event);
		Workbench.settle();
		click("services.services.nest");
		becomes(TEXT.replace("start script one\n        start script two // second\n", "start script one {\n            start script two // second\n        }\n"));
		assertTrue(Workbench.until(() -> tree.getItem(0).getItemCount() == 1), "the tree is not refreshed");
		press(SWT.CTRL, 'z', 'z');
		becomes(TEXT);
	}
}
