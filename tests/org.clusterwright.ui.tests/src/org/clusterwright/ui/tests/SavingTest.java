package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.editor.DesignFiles;
import org.clusterwright.ui.editor.source.DesignDocuments;
import org.clusterwright.ui.generate.LastExport;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.ide.ResourceUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files: saving, and opening what is no design. */
class SavingTest {
	private static final String TEXT = "cluster c version 1 {\n    node a\n}\n";

	@TempDir
	Path directory;

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private static void save(DesignEditor editor) {
		editor.doSave(new NullProgressMonitor());
	}

	@Test
	void savingPutsANewFileInThePlaceOfTheOld() throws Exception {
		IFile file = Workbench.design("saving", TEXT);
		Path path = file.getLocation().toPath();
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
		Object before = Files.getAttribute(path, "unix:ino");
		DesignEditor editor = Workbench.open(file);
		assertTrue(editor.source().getDocumentProvider() instanceof DesignDocuments);
		editor.source().document().replace(TEXT.indexOf("node a"), 6, "node \u00e4b");
		assertTrue(editor.isDirty());
		save(editor);
		assertFalse(editor.isDirty());
		assertEquals(TEXT.replace("node a", "node \u00e4b"), Files.readString(path));
		assertFalse(before.equals(Files.getAttribute(path, "unix:ino")), "the old file was written over");
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
		assertTrue(file.isSynchronized(IResource.DEPTH_ZERO), "the workspace does not know");
		assertEquals(1, file.getHistory(null).length, "the old text is not in the local history");
		assertTrue(Workbench.until(() -> Workbench.window().getService(ICommandService.class).getCommand("org.eclipse.ui.edit.undo").isEnabled()), "saving forgets what can be undone");
		Workbench.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.edit.undo", null);
		assertEquals(TEXT, editor.source().document().get());
		assertTrue(editor.isDirty());
		save(editor);
		assertEquals(TEXT, Files.readString(path));
	}

	@Test
	void whatAnotherProgramWroteIsNotOverwrittenUnasked() throws Exception {
		IFile file = Workbench.design("saving", TEXT);
		DesignEditor editor = Workbench.open(file);
		var provider = editor.source().getDocumentProvider();
		editor.source().document().replace(TEXT.indexOf("node a"), 6, "node b");
		Files.writeString(file.getLocation().toPath(), TEXT + "// theirs\n");
		// The workspace knows of it, as after F5.
		file.refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
		assertThrows(CoreException.class, () -> provider.saveDocument(new NullProgressMonitor(), editor.source().getEditorInput(), editor.source().document(), false));
		assertEquals(TEXT + "// theirs\n", Files.readString(file.getLocation().toPath()));
		provider.saveDocument(new NullProgressMonitor(), editor.source().getEditorInput(), editor.source().document(), true);
		assertEquals(TEXT.replace("node a", "node b"), Files.readString(file.getLocation().toPath()));
		assertFalse(editor.isDirty());
	}

	@Test
	void aLinkedDesignAndASymbolicLinkStayWhatTheyAre() throws Exception {
		Path real = Files.writeString(directory.resolve("real.cluster"), "\uFEFF" + TEXT);
		Path link = Files.createSymbolicLink(directory.resolve("link.cluster"), real);
		DesignEditor editor = Workbench.open(DesignFiles.inWorkspace(link, new NullProgressMonitor()));
		editor.source().document().replace(TEXT.indexOf("node a"), 6, "node b");
		save(editor);
		assertFalse(editor.isDirty());
		assertEquals("\uFEFF" + TEXT.replace("node a", "node b"), Files.readString(real), "the mark at the beginning stays");
		assertTrue(Files.isSymbolicLink(link));
		assertTrue(editor.getEditorInput().getAdapter(IFile.class).isLinked());
	}

	@Test
	void savingAsAnotherFileKeepsPageAndExportDirectory() throws Exception {
		IFile file = Workbench.design("save-as", TEXT);
		Path out = directory.resolve("out");
		IEclipsePreferences settings = new ProjectScope(file.getProject()).getNode("org.clusterwright.ui");
		settings.put("generated.design.cluster", out.toString());
		DesignEditor editor = Workbench.open(file);
		editor.setActivePage(ProductScript.FENCING);
		whenSavedAs("copy.cluster");
		editor.doSaveAs();
		IFile copy = file.getProject().getFile("copy.cluster");
		assertTrue(copy.exists() && copy.equals(ResourceUtil.getFile(editor.getEditorInput())), "not saved");
		assertEquals(Optional.of(out), LastExport.directory(copy));
		assertEquals(ProductScript.FENCING, editor.getActivePageInstance().getId());
		Workbench.closeEditors();
		assertEquals(ProductScript.FENCING, Workbench.open(copy).getActivePageInstance().getId());
	}

	/** Fills the platform's dialog. */
	private static void whenSavedAs(String name) {
		Display display = Display.getCurrent();
		display.timerExec(100, () -> Arrays.stream(display.getShells()).filter(s -> s.isVisible() && s.getText().equals("Save As")).findFirst().ifPresentOrElse(s -> {
			Workbench.all(Text.class, s).stream().filter(t -> t.getText().equals("design.cluster")).forEach(t -> t.setText(name));
			Workbench.all(Button.class, s).stream().filter(b -> b.isEnabled() && b.getText().replace("&", "").matches("OK|Save")).findFirst().ifPresentOrElse(NativeEditingTest::press, () -> whenSavedAs(name));
		}, () -> whenSavedAs(name)));
	}

	@Test
	void aVeryLongTextIsOpenedAndSaved() throws Exception {
		String line = "    // a line of a text that is too long to be coloured\n";
		IFile file = Workbench.design("long", TEXT.replace("}", line.repeat(1_200_000 / line.length()) + "}"));
		DesignEditor editor = Workbench.open(file);
		editor.source().document().replace(TEXT.indexOf("node a"), 6, "node b");
		save(editor);
		assertTrue(Files.readString(file.getLocation().toPath()).startsWith("cluster c version 1 {\n    node b\n"));
	}

	@Test
	void aFileChangedOutsideIsShownAnew() throws Exception {
		IFile file = Workbench.design("outside", TEXT);
		DesignEditor editor = Workbench.open(file);
		Files.writeString(file.getLocation().toPath(), TEXT.replace("node a", "node outside"));
		file.refreshLocal(IResource.DEPTH_ZERO, null);
		assertTrue(Workbench.until(() -> editor.source().document().get().contains("node outside")), "the old text stays");
		assertFalse(editor.isDirty());
	}

	@Test
	void whatIsNoTextIsNotOpenedUntilItIsOne() throws Exception {
		IFile file = Workbench.design("binary", "");
		file.setContents(new byte[] { 'c', 0, 1, (byte) 0xFF }, true, false, null);
		IEditorPart part = IDE.openEditor(Workbench.page(), file, true);
		assertTrue(part instanceof DesignEditor);
		assertTrue(Workbench.look(Composite.class, "unopened.page").isPresent(), "no message");
		assertFalse(Workbench.find(Label.class, "unopened.reason").getText().isBlank());
		Workbench.settle();
		Workbench.picture("unopened");
		Workbench.window().getService(IHandlerService.class).executeCommand("org.clusterwright.ui.formatDesign", null);
		file.setContents(TEXT.getBytes(StandardCharsets.UTF_8), true, false, null);
		Workbench.find(Button.class, "unopened.again").notifyListeners(SWT.Selection, new Event());
		assertTrue(Workbench.until(() -> Workbench.page().getActiveEditor() instanceof DesignEditor e && e.source() != null && e.source().document().get().equals(TEXT)), "not opened");
	}
}
