package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.preview.GeneratedPane;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.ide.ResourceUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The file of an open design is renamed, moved or deleted in the explorer: what was typed and not saved stays. */
class MovedFilesTest {
	private static final String TYPED = "// typed and not saved\n";

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private static IFile fileOf(DesignEditor editor) {
		return ResourceUtil.getFile(editor.getEditorInput());
	}

	private static boolean isOpen(DesignEditor editor) {
		return Arrays.stream(Workbench.page().getEditorReferences()).anyMatch(r -> r.getPart(false) == editor);
	}

	private static DesignEditor open(String project, String typed) throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial(project));
		assertTrue(Workbench.until(() -> coloured(editor)), "never coloured");
		// At the end: the colours of this text lie outside the one that is on the disk.
		IDocument document = editor.source().document();
		if (!typed.isEmpty()) {
			document.replace(document.getLength(), 0, typed);
		}
		assertTrue(Workbench.until(() -> editor.session().flatMap(s -> s.current().filter(s::isUpToDate)).isPresent()));
		return editor;
	}

	private static boolean coloured(DesignEditor editor) {
		StyledText text = editor.source().viewer().getTextWidget();
		return Arrays.stream(text.getStyleRanges()).map(r -> r.foreground).distinct().count() > 3;
	}

	@Test
	void aRenamedFileKeepsWhatIsNotSaved() throws Exception {
		DesignEditor editor = open("renamed", TYPED.repeat(3));
		String before = editor.source().document().get();
		fileOf(editor).move(fileOf(editor).getParent().getFullPath().append("other.cluster"), IResource.NONE, new NullProgressMonitor());
		assertTrue(Workbench.until(() -> editor.getTitle().equals("other.cluster")), editor.getTitle());
		assertEquals("other.cluster", fileOf(editor).getName());
		assertTrue(Workbench.until(() -> editor.source().document().get().equals(before)), "what was typed is gone");
		assertTrue(editor.isDirty());
		assertTrue(Workbench.until(() -> coloured(editor)), "not coloured");
		assertEquals(Optional.of(fileOf(editor)), GeneratedPane.of(editor).flatMap(GeneratedPane::designFile));
		editor.doSave(new NullProgressMonitor());
		assertEquals(before, Files.readString(fileOf(editor).getLocation().toPath()));
		assertFalse(editor.isDirty());
	}

	@Test
	void aMovedFileStaysOpen() throws Exception {
		DesignEditor editor = open("moved", "");
		IFolder folder = fileOf(editor).getProject().getFolder("below");
		folder.create(true, true, null);
		fileOf(editor).move(folder.getFullPath().append("an-clusterA.cluster"), IResource.NONE, new NullProgressMonitor());
		assertTrue(Workbench.until(() -> fileOf(editor).getParent().equals(folder)), () -> fileOf(editor).toString());
		assertTrue(isOpen(editor) && !editor.isDirty());
	}

	@Test
	void aDeletedProjectClosesItsDesigns() throws Exception {
		DesignEditor editor = open("deleted", "");
		fileOf(editor).getProject().delete(true, true, new NullProgressMonitor());
		assertTrue(Workbench.until(() -> !isOpen(editor)), "the editor of a file that is gone stays");
	}

	@Test
	void ofADeletedProjectWhatIsNotSavedStays() throws Exception {
		DesignEditor editor = open("unsaved", TYPED);
		fileOf(editor).getProject().delete(true, true, new NullProgressMonitor());
		Workbench.rest(500);
		assertTrue(isOpen(editor) && editor.isDirty(), "what was typed is gone");
		assertTrue(editor.source().document().get().endsWith(TYPED));
	}
}
