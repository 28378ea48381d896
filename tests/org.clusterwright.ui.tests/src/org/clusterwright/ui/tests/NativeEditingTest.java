package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.function.Consumer;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.preview.GeneratedPane;
import org.clusterwright.ui.preview.GeneratedView;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Generated files are edited in place: what is typed becomes one edit of the design, or a reason. */
class NativeEditingTest {
	private static final String VBR0 = "/etc/sysconfig/network-scripts/ifcfg-vbr0";
	private static final String ETH0 = "/etc/sysconfig/network-scripts/ifcfg-eth0";

	private DesignEditor editor;
	private IDocument design;
	private String original;
	private GeneratedPane pane;

	@BeforeEach
	void open() throws Exception {
		Workbench.closeEditors();
		editor = Workbench.open(Workbench.tutorial("native"));
		design = editor.source().document();
		original = design.get();
		pane = GeneratedPane.of(editor).orElseGet(() -> {
			try {
				return GeneratedPane.of(Workbench.page().showView(GeneratedView.ID)).orElseThrow();
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		assertTrue(Workbench.until(() -> pane.plan().isPresent()), "no files");
	}

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private void select(String node, String path) {
		pane.select(new FileRef(node, path));
		assertTrue(Workbench.until(() -> pane.shown().filter(s -> s.ref().equals(new FileRef(node, path))).isPresent()), "not shown: " + path);
	}

	private String file() {
		return pane.viewer().getDocument().get();
	}

	/** Types over a part of the file, as the keyboard does. */
	private void type(String old, String instead) {
		StyledText text = pane.viewer().getTextWidget();
		assertTrue(text.getEditable(), "cannot be edited");
		int at = text.getText().indexOf(old);
		assertTrue(at >= 0, old + " is not in\n" + text.getText());
		text.setSelection(at, at + old.length());
		text.insert(instead);
	}

	private Button button(String id) {
		return Workbench.all(Button.class, pane.control()).stream().filter(b -> id.equals(b.getData("org.clusterwright.id"))).findFirst().orElseThrow();
	}

	private String state() {
		return Workbench.all(Label.class, pane.control()).stream().filter(l -> "native.state".equals(l.getData("org.clusterwright.id"))).findFirst().orElseThrow().getText();
	}

	static void press(Button button) {
		button.notifyListeners(SWT.Selection, new Event());
	}

	/** Does something as soon as a dialog has a widget; dialogs turn the event loop themselves. */
	static void whenShown(String id, Consumer<Control> act) {
		Display display = Display.getCurrent();
		display.timerExec(50, () -> {
			Control found = null;
			for (Shell shell : display.getShells()) {
				found = found == null ? find(shell, id) : found;
			}
			if (found == null) {
				whenShown(id, act);
			} else {
				act.accept(found);
			}
		});
	}

	private static Control find(Shell shell, String id) {
		return shell.isVisible() ? Workbench.all(Control.class, shell).stream().filter(c -> Objects.equals(id, c.getData("org.clusterwright.id"))).findFirst().orElse(null) : null;
	}

	static String said(String id) {
		Control control = null;
		for (Shell shell : Display.getCurrent().getShells()) {
			control = control == null ? find(shell, id) : control;
		}
		return switch (control) {
			case StyledText text -> text.getText();
			case Link link -> link.getText();
			case Label label -> label.getText();
			case null, default -> throw new AssertionError("no " + id);
		};
	}

	@Test
	void anAddressBecomesAnOverrideOfItsNodeAndUndoTakesItBack() {
		select("an-node02", VBR0);
		assertTrue(state().startsWith("You can type here"), state());
		assertFalse(button("native.apply").isVisible());
		type("10.20.0.2\"", "10.20.0.22\"");
		assertTrue(state().startsWith("Edited"), state());
		assertTrue(button("native.apply").isVisible());
		Workbench.picture("native-edited");
		String[] shown = new String[2];
		whenShown("native.ok", ok -> {
			shown[0] = said("native.difference");
			shown[1] = said("native.others");
			Workbench.picture("native-proposal");
			press((Button) ok);
		});
		press(button("native.apply"));
		assertTrue(Workbench.until(() -> !design.get().equals(original)), "the design did not change");
		assertTrue(shown[0].contains("+         address bcn 10.20.0.22"), shown[0]);
		assertTrue(shown[1].contains("an-node01  /etc/hosts"), shown[1]);
		String node1 = original.substring(original.indexOf("node an-node01"), original.indexOf("node an-node02"));
		assertTrue(design.get().contains(node1), "node 1 changed");
		assertEquals(original, design.get().replace("        address bcn 10.20.0.22\n", ""));
		assertTrue(Workbench.until(() -> state().startsWith("You can type here") && file().contains("IPADDR=\"10.20.0.22\"")), () -> state() + file());
		editor.source().viewer().doOperation(ITextOperationTarget.UNDO);
		assertEquals(original, design.get());
		assertTrue(Workbench.until(() -> file().contains("IPADDR=\"10.20.0.2\"")), this::file);
	}

	@Test
	void aRefusalSaysWhyAndNothingChanges() {
		select("an-node01", ETH0);
		type("MASTER=\"bond0\"", "MASTER=\"bond7\"");
		String[] shown = new String[1];
		whenShown("native.reason", link -> {
			shown[0] = said("native.reason");
			Workbench.picture("native-refused");
			Event place = new Event();
			place.text = "file";
			link.notifyListeners(SWT.Selection, place);
		});
		press(button("native.apply"));
		assertTrue(Workbench.until(() -> shown[0] != null && pane.viewer().getTextWidget().getSelectionText().equals("MASTER=\"bond7\"")), () -> shown[0]);
		assertTrue(shown[0].contains("MASTER is the bond that the NIC is in"), shown[0]);
		assertTrue(shown[0].contains("Line 7 of the file"), shown[0]);
		assertEquals(original, design.get());
		assertTrue(file().contains("bond7"), "the edit is gone");
		press(button("native.discard"));
		assertFalse(file().contains("bond7"));
		assertFalse(button("native.apply").isVisible());
	}

	@Test
	void linesThatTheDesignHasNoWordForAreKeptAsARawBlock() {
		select("an-node01", VBR0);
		type("NETMASK=\"255.255.0.0\"\n", "NETMASK=\"255.255.0.0\"\nUSERCTL=\"no\"\n");
		whenShown("native.raw", raw -> {
			Workbench.picture("native-offers");
			whenShown("native.ok", ok -> {
				Workbench.picture("native-raw");
				press((Button) ok);
			});
			press((Button) raw);
		});
		press(button("native.apply"));
		assertTrue(Workbench.until(() -> design.get().contains("raw " + VBR0 + " '''USERCTL=\"no\"\n'''")), () -> design.get());
	}

	@Test
	void keysInTheFileDoNotReachTheDesign() {
		IContextService contexts = editor.getSite().getService(IContextService.class);
		editor.setFocus();
		assertTrue(Workbench.until(() -> contexts.getActiveContextIds().contains("org.eclipse.ui.textEditorScope")), "the source page has no keys");
		select("an-node01", ETH0);
		pane.viewer().getTextWidget().setFocus();
		assertTrue(Workbench.until(() -> !contexts.getActiveContextIds().contains("org.eclipse.ui.textEditorScope")), "the keys of the source page are on");
		type("ONBOOT=\"yes\"", "ONBOOT=\"no\"");
		pane.viewer().doOperation(ITextOperationTarget.UNDO);
		assertTrue(file().contains("ONBOOT=\"yes\""), this::file);
		assertFalse(button("native.apply").isVisible());
		editor.source().viewer().getTextWidget().setFocus();
		assertTrue(Workbench.until(() -> contexts.getActiveContextIds().contains("org.eclipse.ui.textEditorScope")), "the source page lost its keys");
		assertEquals(original, design.get());
	}

	@Test
	void otherFormatsSayThatTheyAreReadOnly() {
		select("an-node01", "/etc/cluster/cluster.conf");
		assertTrue(state().startsWith("Read-only: edit the design"), state());
		assertFalse(pane.viewer().getTextWidget().getEditable());
		assertFalse(button("native.apply").isVisible());
	}

	@Test
	void aDraftOutlivesTheChoiceOfAnotherFileAndAChangeOfTheDesign() throws Exception {
		select("an-node02", VBR0);
		type("10.20.0.2\"", "10.20.0.22\"");
		select("an-node01", ETH0);
		assertFalse(button("native.apply").isVisible());
		select("an-node02", VBR0);
		assertTrue(file().contains("10.20.0.22"), this::file);
		int at = design.get().indexOf("Back-Channel");
		design.replace(at, 4, "Main");
		assertTrue(Workbench.until(() -> state().startsWith("Edited on an older state")), this::state);
		assertTrue(file().contains("10.20.0.22") && file().contains("# Back-Channel"), this::file);
		whenShown("native.ok", ok -> press((Button) ok));
		press(button("native.apply"));
		assertTrue(Workbench.until(() -> design.get().contains("address bcn 10.20.0.22")), () -> design.get());
		assertTrue(Workbench.until(() -> file().contains("10.20.0.22") && file().contains("# Main-Channel")), this::file);
	}
}
