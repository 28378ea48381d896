package org.clusterwright.ui.tests;

import static org.clusterwright.ui.tests.NativeEditingTest.press;
import static org.clusterwright.ui.tests.NativeEditingTest.said;
import static org.clusterwright.ui.tests.NativeEditingTest.whenShown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.preview.GeneratedPane;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was typed into a generated file and not applied is not lost without a question. */
class UnappliedDraftsTest {
	private static final FileRef VBR0 = new FileRef("an-node02", "/etc/sysconfig/network-scripts/ifcfg-vbr0");
	private static final FileRef ETH0 = new FileRef("an-node01", "/etc/sysconfig/network-scripts/ifcfg-eth0");

	private IFile file;
	private DesignEditor editor;
	private String original;

	@BeforeEach
	void open() throws Exception {
		Workbench.closeEditors();
		file = Workbench.tutorial("drafts");
		editor = Workbench.open(file);
		original = editor.source().document().get();
		if (!editor.isBesideOpen()) {
			editor.toggleBeside();
		}
		assertTrue(Workbench.until(() -> GeneratedPane.of(editor).flatMap(GeneratedPane::shown).isPresent()), "no files");
		editor.setFocus();
		type(VBR0, "10.20.0.2\"", "10.20.0.22\"");
	}

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private GeneratedPane pane() {
		return GeneratedPane.of(editor).orElseThrow();
	}

	private void type(FileRef ref, String old, String instead) {
		pane().select(ref);
		assertTrue(Workbench.until(() -> pane().shown().filter(s -> s.ref().equals(ref)).isPresent()), "not shown: " + ref);
		StyledText text = pane().viewer().getTextWidget();
		int at = text.getText().indexOf(old);
		text.setSelection(at, at + old.length());
		text.insert(instead);
	}

	private static Stream<String> labels() {
		return Arrays.stream(Workbench.find(Tree.class, "generated.tree").getItems()).flatMap(i -> Stream.concat(Stream.of(i), Arrays.stream(i.getItems()))).map(TreeItem::getText);
	}

	private boolean isOpen() {
		return List.of(Workbench.page().getEditorReferences()).stream().anyMatch(r -> r.getPart(false) == editor);
	}

	/** Presses a button of the platform's question. */
	private static void whenAsked(String label) {
		Display.getCurrent().timerExec(50, () -> Arrays.stream(Display.getCurrent().getShells()).filter(s -> s.isVisible() && s.getText().startsWith("Save"))
				.flatMap(s -> Workbench.all(Button.class, s).stream()).filter(b -> b.getText().replace("&", "").equals(label)).findFirst().ifPresentOrElse(NativeEditingTest::press, () -> whenAsked(label)));
	}

	@Test
	void theEditorCountsAsChangedAndTheTreeSaysWhere() {
		assertTrue(editor.isDirty());
		assertFalse(editor.source().isDirty());
		assertTrue(labels().anyMatch(l -> l.startsWith("*ifcfg-vbr0")) && labels().anyMatch(l -> l.startsWith("*an-node02")), () -> labels().toList().toString());
		pane().select(ETH0);
		assertTrue(labels().anyMatch(l -> l.startsWith("*ifcfg-vbr0")));
		Workbench.settle();
		Workbench.picture("drafts-tree");
		type(VBR0, "10.20.0.22\"", "10.20.0.2\"");
		assertFalse(editor.isDirty());
		assertFalse(labels().anyMatch(l -> l.startsWith("*")), () -> labels().toList().toString());
	}

	@Test
	void closingAsksAndCancelKeepsAll() {
		type(ETH0, "ONBOOT=\"yes\"", "ONBOOT=\"no\"");
		String[] asked = new String[1];
		whenShown("drafts.cancel", b -> {
			Workbench.picture("drafts-question");
			asked[0] = Workbench.all(Label.class, b.getShell()).stream().map(Label::getText).reduce("", String::concat);
			press((Button) b);
		});
		assertFalse(Workbench.page().closeEditor(editor, true));
		assertTrue(asked[0].startsWith("2 generated files of an-clusterA.cluster") && asked[0].contains("an-node01  /etc/sysconfig/network-scripts/ifcfg-eth0"), asked[0]);
		assertTrue(isOpen() && editor.isDirty());
		whenShown("drafts.cancel", b -> press((Button) b));
		assertFalse(PlatformUI.getWorkbench().saveAllEditors(true), "leaving the workbench does not ask");
		assertTrue(isOpen() && editor.isDirty());
	}

	@Test
	void discardingClosesWithoutAFurtherQuestion() throws Exception {
		whenShown("drafts.discard", b -> press((Button) b));
		assertTrue(Workbench.page().closeEditor(editor, true));
		assertFalse(isOpen());
		assertEquals(original, Files.readString(file.getLocation().toPath()));
	}

	@Test
	void applyingShowsTheEditAndThenThePlatformAsksToSave() throws Exception {
		whenShown("drafts.apply", b -> {
			whenShown("native.ok", ok -> {
				assertTrue(said("native.difference").contains("address bcn 10.20.0.22"), said("native.difference"));
				whenAsked("Save");
				press((Button) ok);
			});
			press((Button) b);
		});
		assertTrue(Workbench.page().closeEditor(editor, true));
		assertFalse(isOpen());
		assertEquals(original, Files.readString(file.getLocation().toPath()).replace("        address bcn 10.20.0.22\n", ""));
		assertTrue(Files.readString(file.getLocation().toPath()).contains("address bcn 10.20.0.22"));
	}

	@Test
	void aRefusedEditKeepsTheEditorOpen() {
		type(VBR0, "10.20.0.22\"", "10.20.0.2\"");
		type(ETH0, "MASTER=\"bond0\"", "MASTER=\"bond7\"");
		whenShown("drafts.apply", b -> {
			whenShown("native.close", c -> press((Button) c));
			press((Button) b);
		});
		assertFalse(Workbench.page().closeEditor(editor, true));
		assertTrue(isOpen() && editor.isDirty());
		assertEquals(original, editor.source().document().get());
	}

	@Test
	void savingKeepsThemUnlessTheFocusIsInOne() throws Exception {
		IHandlerService handlers = Workbench.window().getService(IHandlerService.class);
		editor.source().document().replace(original.indexOf("version 8"), 9, "version 9");
		editor.source().viewer().getTextWidget().setFocus();
		assertTrue(Workbench.until(() -> editor.source().viewer().getTextWidget().isFocusControl()));
		handlers.executeCommand("org.eclipse.ui.file.save", null);
		assertTrue(Files.readString(file.getLocation().toPath()).contains("version 9"));
		assertTrue(editor.isDirty() && !editor.source().isDirty());
		assertTrue(pane().viewer().getDocument().get().contains("10.20.0.22"), "the edit is gone");
		pane().viewer().getTextWidget().setFocus();
		assertTrue(Workbench.until(() -> pane().viewer().getTextWidget().isFocusControl()));
		whenShown("native.ok", ok -> press((Button) ok));
		handlers.executeCommand("org.eclipse.ui.file.save", null);
		assertFalse(editor.isDirty());
		assertTrue(Files.readString(file.getLocation().toPath()).contains("address bcn 10.20.0.22"));
	}
}
