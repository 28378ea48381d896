package org.clusterwright.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.preview.GeneratedPane;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** What a product that a test started does by itself. The script is named by a property; what it finds is written into a file. */
public final class ProductScript implements IStartup {
	static final FileRef SHOWN = new FileRef("an-node02", "/etc/sysconfig/network-scripts/ifcfg-vbr0");
	static final String FENCING = "org.clusterwright.ui.page.fencing";
	static final int CARET = 300;

	@Override
	public void earlyStartup() {
		String script = System.getProperty(ProductProcess.SCRIPT);
		if (script != null) {
			PlatformUI.getWorkbench().getDisplay().asyncExec(() -> run(script));
		}
	}

	private static void run(String script) {
		Map<String, String> found = new TreeMap<>();
		// before the first use of the class that closes it
		found.put("welcome", Boolean.toString(PlatformUI.getWorkbench().getIntroManager().getIntro() != null));
		try {
			switch (script) {
				case "leave" -> leave(found);
				case "return" -> comeBack(found);
				default -> save();
			}
		} catch (Exception | AssertionError e) {
			found.put("failure", e.toString().replace('\n', ' '));
		}
		try {
			Files.write(Path.of(System.getProperty(ProductProcess.RESULT)), found.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
		} catch (IOException e) {
			throw new AssertionError(e);
		}
		PlatformUI.getWorkbench().close();
	}

	private static DesignEditor editor() {
		if (!Workbench.until(() -> Workbench.page().getActiveEditor() instanceof DesignEditor e && e.session().flatMap(s -> s.current()).isPresent()
				&& GeneratedPane.of(e).flatMap(GeneratedPane::shown).isPresent())) {
			throw new AssertionError("no editor with files: " + Workbench.page().getActiveEditor());
		}
		return (DesignEditor) Workbench.page().getActiveEditor();
	}

	/** Makes everything other than it is at first, and leaves. */
	private static void leave(Map<String, String> found) {
		DesignEditor editor = editor();
		ProjectionAnnotationModel model = editor.source().viewer().getProjectionAnnotationModel();
		Workbench.until(() -> model.getAnnotationIterator().hasNext());
		Annotation folded = null;
		for (var all = model.getAnnotationIterator(); all.hasNext();) {
			Annotation each = all.next();
			folded = folded == null || model.getPosition(each).getOffset() > model.getPosition(folded).getOffset() ? each : folded;
		}
		model.collapse(folded);
		editor.source().setWordWrap(true);
		editor.source().selectAndReveal(CARET, 4);
		Workbench.find(SashForm.class, "beside.split").setWeights(700, 300);
		GeneratedPane.of(editor).orElseThrow().select(SHOWN);
		editor.setActivePage(FENCING);
		Workbench.page().hideView(Workbench.page().findView(IPageLayout.ID_OUTLINE));
		Workbench.settle();
		describe(editor, found);
	}

	private static void comeBack(Map<String, String> found) throws Exception {
		DesignEditor editor = editor();
		Workbench.until(() -> !folded(editor).isEmpty());
		Workbench.settle();
		describe(editor, found);
		editor.source().document().replace(0, 0, "// more\n");
		whenAsked(found, "Cancel");
		found.put("left", Boolean.toString(PlatformUI.getWorkbench().close()));
		whenAsked(found, "Save");
	}

	/** Answers the platform's question. */
	private static void whenAsked(Map<String, String> found, String answer) {
		Display display = Display.getCurrent();
		display.timerExec(100, () -> Arrays.stream(display.getShells()).filter(s -> s.isVisible() && s.getText().startsWith("Save")).findFirst().ifPresentOrElse(s -> {
			found.put("asked", s.getText());
			Workbench.all(Button.class, s).stream().filter(b -> b.getText().replace("&", "").equals(answer)).forEach(NativeEditingTest::press);
		}, () -> whenAsked(found, answer)));
	}

	private static String folded(DesignEditor editor) {
		ProjectionAnnotationModel model = editor.source().viewer().getProjectionAnnotationModel();
		StringBuilder offsets = new StringBuilder();
		for (var all = model.getAnnotationIterator(); all.hasNext();) {
			if (all.next() instanceof ProjectionAnnotation each && each.isCollapsed()) {
				offsets.append(model.getPosition(each).getOffset()).append(' ');
			}
		}
		return offsets.toString();
	}

	private static void describe(DesignEditor editor, Map<String, String> found) {
		int[] weights = Workbench.find(SashForm.class, "beside.split").getWeights();
		found.put("editors", Arrays.stream(Workbench.page().getEditorReferences()).map(r -> r.getName()).collect(Collectors.joining(",")));
		found.put("page", editor.getActivePageInstance() == null ? "source" : editor.getActivePageInstance().getId());
		found.put("share", Long.toString(Math.round(100.0 * weights[1] / (weights[0] + weights[1]))));
		found.put("shown", GeneratedPane.of(editor).flatMap(GeneratedPane::shown).map(s -> s.ref().toString()).orElse("nothing"));
		found.put("wrap", Boolean.toString(editor.source().isWordWrapEnabled()));
		found.put("folded", folded(editor));
		found.put("caret", editor.source().viewer().getSelectedRange().toString());
		found.put("outline", Boolean.toString(Workbench.page().findView(IPageLayout.ID_OUTLINE) != null));
	}

	/** Saves two versions of a large design in turn until the process is ended. */
	private static void save() throws Exception {
		Workbench.until(() -> Workbench.page().getActiveEditor() instanceof DesignEditor e && e.source() != null);
		DesignEditor editor = (DesignEditor) Workbench.page().getActiveEditor();
		Path file = Path.of(editor.getEditorInput().getAdapter(IFile.class).getLocation().toOSString());
		String[] versions = SavingKilledTest.versions();
		Files.writeString(Path.of(System.getProperty(ProductProcess.RESULT) + ".ready"), file.toString());
		for (int i = 0;; i++) {
			editor.source().document().set(versions[i % 2]);
			editor.doSave(new NullProgressMonitor());
		}
	}
}
