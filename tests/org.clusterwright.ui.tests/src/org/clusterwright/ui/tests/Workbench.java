package org.clusterwright.ui.tests;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.editor.DesignFiles;
import org.clusterwright.ui.preview.GeneratedPane;
import org.clusterwright.ui.wizards.Example;
import org.clusterwright.ui.wizards.ExamplesWizard;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/** The running workbench for tests: opens designs, finds widgets by their id, and turns the event loop until something is so. */
final class Workbench {
	private static final int PATIENCE_MILLIS = 30_000;
	private static final int STEP_MILLIS = 20;

	static {
		// A first start shows the welcome page over everything else.
		PlatformUI.getWorkbench().getIntroManager().closeIntro(PlatformUI.getWorkbench().getIntroManager().getIntro());
	}

	private Workbench() {
	}

	static IWorkbenchWindow window() {
		return PlatformUI.getWorkbench().getActiveWorkbenchWindow() == null ? PlatformUI.getWorkbench().getWorkbenchWindows()[0] : PlatformUI.getWorkbench().getActiveWorkbenchWindow();
	}

	static IWorkbenchPage page() {
		return window().getActivePage();
	}

	/** Turns the event loop until the condition holds; false when it does not in good time. */
	static boolean until(BooleanSupplier condition) {
		Display display = Display.getCurrent();
		long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			if (!display.readAndDispatch()) {
				display.timerExec(STEP_MILLIS, () -> {
				});
				display.sleep();
			}
		}
		return true;
	}

	/** Turns the event loop for a while. */
	static void rest(long millis) {
		long end = System.nanoTime() + millis * 1_000_000L;
		until(() -> System.nanoTime() > end);
	}

	/** Handles the events that are there now. */
	static void settle() {
		while (Display.getCurrent().readAndDispatch()) {
			continue;
		}
	}

	static IFile tutorial(String project) throws CoreException {
		IProject made = fresh(project);
		IFile file = made.getFile("an-clusterA.cluster");
		ExamplesWizard.write(Example.TUTORIAL, file, new NullProgressMonitor());
		return file;
	}

	static String tutorialText() throws CoreException {
		try (var in = tutorial("text").getContents()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	static IFile design(String project, String text) throws CoreException {
		IFile file = fresh(project).getFile("design.cluster");
		file.create(text.getBytes(StandardCharsets.UTF_8), IResource.NONE, new NullProgressMonitor());
		return file;
	}

	private static IProject fresh(String name) throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		project.delete(true, true, new NullProgressMonitor());
		DesignFiles.newProject(project, Optional.empty(), new NullProgressMonitor());
		return project;
	}

	/** Opens a design and waits for the first check of it. */
	static DesignEditor open(IFile file) throws CoreException {
		DesignEditor editor = (DesignEditor) IDE.openEditor(page(), file, true);
		if (!until(() -> editor.session().flatMap(s -> s.current()).isPresent())) {
			throw new AssertionError("the design was never checked");
		}
		return editor;
	}

	/** The files beside a design, which come a moment after its text. */
	static GeneratedPane pane(DesignEditor editor) {
		until(() -> GeneratedPane.of(editor).isPresent());
		return GeneratedPane.of(editor).orElseThrow();
	}

	/** As {@link #pane}, when it shows a file. */
	static GeneratedPane shownBeside(DesignEditor editor) {
		GeneratedPane pane = pane(editor);
		if (!until(() -> pane.shown().isPresent())) {
			throw new AssertionError("no file is shown");
		}
		return pane;
	}

	static void closeEditors() {
		page().closeAllEditors(false);
		settle();
	}

	/** The control with an id, in the workbench's window or any other shell. */
	static <T extends Control> T find(Class<T> type, String id) {
		for (Control shell : Display.getCurrent().getShells()) {
			Control found = find(shell, id);
			if (found != null) {
				return type.cast(found);
			}
		}
		throw new AssertionError("no widget " + id);
	}

	/** As {@link #find}; absent where there is none now. */
	static <T extends Control> Optional<T> look(Class<T> type, String id) {
		for (Control shell : Display.getCurrent().getShells()) {
			Control found = find(shell, id);
			if (found != null) {
				return Optional.of(type.cast(found));
			}
		}
		return Optional.empty();
	}

	private static Control find(Control control, String id) {
		if (Objects.equals(control.getData("org.clusterwright.id"), id)) {
			return control;
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				Control found = find(child, id);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	/** All controls of a type below one. */
	static <T extends Control> List<T> all(Class<T> type, Control below) {
		List<T> found = new ArrayList<>();
		if (type.isInstance(below)) {
			found.add(type.cast(below));
		}
		if (below instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				found.addAll(all(type, child));
			}
		}
		return found;
	}

	/** A picture of the display, for people. */
	static void picture(String name) {
		Display display = Display.getCurrent();
		Rectangle bounds = display.getBounds();
		Image image = new Image(display, bounds.width, bounds.height);
		GC gc = new GC(display);
		gc.copyArea(image, 0, 0);
		gc.dispose();
		ImageLoader loader = new ImageLoader();
		loader.data = new ImageData[] { image.getImageData() };
		loader.save(new File("target", name + ".png").getAbsolutePath(), SWT.IMAGE_PNG);
		image.dispose();
	}
}
