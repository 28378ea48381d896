package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.editor.DesignFiles;
import org.clusterwright.ui.problems.DesignBuilder;
import org.clusterwright.ui.problems.DesignNature;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsTest {

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private static boolean hasMarkers(IFile file) {
		try {
			return file.findMarkers(DesignBuilder.MARKER, true, IResource.DEPTH_ZERO).length > 0;
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void aFileElsewhereIsLinkedIntoAProjectNamedAfterItsFolder(@TempDir Path folder) throws Exception {
		Path design = Files.createDirectory(folder.resolve("site-a")).resolve("one.cluster");
		Files.writeString(design, "cluster c { node a on }\n");
		IFile file = DesignFiles.inWorkspace(design, new NullProgressMonitor());
		assertEquals("/site-a/one.cluster", file.getFullPath().toString());
		assertTrue(file.isLinked());
		assertTrue(DesignNature.isOn(file.getProject()));
		assertTrue(Workbench.until(() -> hasMarkers(file)), "a linked design is not checked");
		assertEquals(file, DesignFiles.inWorkspace(design, new NullProgressMonitor()));
		file.getProject().delete(true, true, new NullProgressMonitor());
		assertTrue(Files.exists(design));
	}

	@Test
	void aLinkedFileThatIsGoneIsAProblemAndNoFailedBuild(@TempDir Path folder) throws Exception {
		Path design = Files.createDirectory(folder.resolve("site-b")).resolve("gone.cluster");
		Files.writeString(design, "cluster c { }\n");
		IFile file = DesignFiles.inWorkspace(design, new NullProgressMonitor());
		Files.delete(design);
		file.refreshLocal(IResource.DEPTH_ZERO, new NullProgressMonitor());
		file.getProject().build(IncrementalProjectBuilder.FULL_BUILD, new NullProgressMonitor());
		IMarker[] markers = file.findMarkers(DesignBuilder.MARKER, true, IResource.DEPTH_ZERO);
		assertEquals(1, markers.length);
		assertTrue(markers[0].getAttribute(IMarker.MESSAGE, "").startsWith("gone.cluster cannot be read"), markers[0].getAttribute(IMarker.MESSAGE, ""));
		file.getProject().delete(true, true, new NullProgressMonitor());
	}

	@Test
	void twoFilesOfOneNameGetTwoProjects(@TempDir Path folder) throws Exception {
		Path one = Files.createDirectories(folder.resolve("a/twin")).resolve("c.cluster");
		Path two = Files.createDirectories(folder.resolve("b/twin")).resolve("c.cluster");
		Files.writeString(one, "cluster one { }\n");
		Files.writeString(two, "cluster two { }\n");
		IFile first = DesignFiles.inWorkspace(one, new NullProgressMonitor());
		IFile second = DesignFiles.inWorkspace(two, new NullProgressMonitor());
		assertNotEquals(first.getProject(), second.getProject());
		assertEquals("cluster two { }\n", Workbench.open(second).source().document().get());
		Workbench.closeEditors();
		first.getProject().delete(true, true, new NullProgressMonitor());
		second.getProject().delete(true, true, new NullProgressMonitor());
	}

	@Test
	void takingTheNatureAwayTakesTheMarkersAway() throws Exception {
		IFile file = Workbench.design("nature", "cluster c { node a on }\n");
		assertTrue(Workbench.until(() -> hasMarkers(file)), "no markers");
		var description = file.getProject().getDescription();
		description.setNatureIds(new String[0]);
		file.getProject().setDescription(description, new NullProgressMonitor());
		assertFalse(hasMarkers(file));
		DesignNature.addTo(file.getProject(), new NullProgressMonitor());
		assertTrue(Workbench.until(() -> hasMarkers(file)), "no markers after configuring again");
	}

	@Test
	void aBinaryFileIsRefusedNotRead() throws Exception {
		IFile file = Workbench.design("binary", "cluster c { }\n");
		file.setContents(new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1, 2 }, true, false, new NullProgressMonitor());
		assertTrue(Workbench.until(() -> hasMarkers(file)), "a binary file has no marker");
	}

	@Test
	void wizardsAreRegistered() {
		for (String id : new String[] { "newDesign", "newExample", "newProject" }) {
			assertTrue(PlatformUI.getWorkbench().getNewWizardRegistry().findWizard("org.clusterwright.ui." + id) != null, id);
		}
		assertTrue(ResourcesPlugin.getWorkspace().getNatureDescriptor(DesignNature.ID) != null);
	}

	@Test
	void closingAnEditorLeavesNothing() throws Exception {
		IFile file = Workbench.tutorial("closing");
		int shells = Workbench.window().getShell().getDisplay().getShells().length;
		for (int i = 0; i < 10; i++) {
			DesignEditor editor = Workbench.open(file);
			StyledText text = editor.source().viewer().getTextWidget();
			Workbench.closeEditors();
			assertTrue(text.isDisposed());
			assertTrue(editor.session().isEmpty(), "the session is open");
		}
		assertEquals(shells, Workbench.window().getShell().getDisplay().getShells().length);
	}
}
