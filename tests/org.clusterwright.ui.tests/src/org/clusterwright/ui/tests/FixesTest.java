package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.problems.DesignBuilder;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Quick fixes, hovers and templates as a user meets them. */
class FixesTest {
	private static final String WRONG = """
			cluster c version 1 {
			    network bcn 10.20.0.0/16 on bnod0 cluster // back channel
			    bond bond0 { mode active-backup  miimon 100ms }
			    fence-device ipmi per node agent fence_ipmilan { login root  passwd one } // left
			    fence-device pdu agent fence_apc { login apc  passwd two  ipaddr pdu.example.com } // right
			}
			""";

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private static DesignEditor open(String project, String text) throws CoreException {
		DesignEditor editor = Workbench.open(Workbench.design(project, text));
		editor.source().viewer().getTextWidget().setFocus();
		return editor;
	}

	/** The items of the popup that an operation of the viewer opens, once one begins with the words. */
	private static Table popup(DesignEditor editor, int caret, int operation, String awaited) {
		SourceViewer viewer = editor.source().viewer();
		viewer.setSelectedRange(caret, 0);
		viewer.revealRange(caret, 1);
		List<Shell> before = Arrays.asList(Display.getCurrent().getShells());
		((ITextOperationTarget) viewer).doOperation(operation);
		Table[] found = new Table[1];
		assertTrue(Workbench.until(() -> {
			found[0] = Arrays.stream(Display.getCurrent().getShells()).filter(s -> !before.contains(s) && s.isVisible()).flatMap(s -> Workbench.all(Table.class, s).stream())
					.filter(t -> Arrays.stream(t.getItems()).anyMatch(i -> i.getText().startsWith(awaited))).findFirst().orElse(null);
			return found[0] != null;
		}), () -> "no popup with " + awaited);
		return found[0];
	}

	private static void choose(Table table, String item) {
		for (int i = 0; i < table.getItemCount(); i++) {
			if (table.getItem(i).getText().startsWith(item)) {
				table.setSelection(i);
				Event event = new Event();
				event.item = table.getItem(i);
				table.notifyListeners(SWT.Selection, event);
				table.notifyListeners(SWT.DefaultSelection, event);
				return;
			}
		}
		throw new AssertionError("no item " + item);
	}

	private static void undo(IDocument document, String text) throws Exception {
		assertTrue(Workbench.until(() -> Workbench.window().getService(ICommandService.class).getCommand("org.eclipse.ui.edit.undo").isEnabled()), "nothing to undo");
		Workbench.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.edit.undo", null);
		assertEquals(text, document.get());
	}

	@Test
	void quickFixIsShownAppliedAndUndone() throws Exception {
		DesignEditor editor = open("fix", WRONG);
		IDocument document = editor.source().document();
		Table table = popup(editor, WRONG.indexOf("bnod0") + 2, ISourceViewer.QUICK_ASSIST, "Change to 'bond0'");
		Workbench.picture("quick-fix");
		choose(table, "Change to 'bond0'");
		assertTrue(Workbench.until(() -> document.get().contains("on bond0 cluster // back channel")), document::get);
		undo(document, WRONG);
	}

	@Test
	void quickFixIsOnTheKey() {
		assertTrue(Arrays.stream(Workbench.window().getService(org.eclipse.ui.keys.IBindingService.class).getActiveBindingsFor("org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals"))
				.anyMatch(k -> k.format().equals("Ctrl+1")));
	}

	@Test
	void whileTheTextIsBrokenItSaysWhatToMendAndGoesThere() throws Exception {
		String broken = WRONG.replaceFirst("version [0-9]+ \\{", "$0\n    quorum disk label x");
		DesignEditor editor = open("mend", broken);
		choose(popup(editor, broken.indexOf("passwd one") + 8, ISourceViewer.QUICK_ASSIST, "Mend line"), "Mend line");
		assertTrue(Workbench.until(() -> broken.startsWith("label", editor.source().viewer().getSelectedRange().x)));
		assertEquals(broken, editor.source().document().get());
	}

	@Test
	void allOfAKindAreFixedAndUndoneTogether() throws Exception {
		DesignEditor editor = open("fixall", WRONG);
		IDocument document = editor.source().document();
		choose(popup(editor, WRONG.indexOf("passwd one") + 8, ISourceViewer.QUICK_ASSIST, "Fix all 2"), "Fix all 2");
		assertTrue(Workbench.until(() -> document.get().contains("passwd secret ipmi } // left") && document.get().contains("passwd secret pdu")), document::get);
		undo(document, WRONG);
	}

	@Test
	void problemsViewHasTheFixesAndSavesTheFile() throws Exception {
		IFile file = Workbench.design("resolve", WRONG);
		IMarker[] marker = new IMarker[1];
		assertTrue(Workbench.until(() -> {
			marker[0] = Arrays.stream(markers(file)).filter(m -> m.getAttribute(IMarker.MESSAGE, "").contains("bnod0")).findFirst().orElse(null);
			return marker[0] != null;
		}), "no marker");
		assertTrue(IDE.getMarkerHelpRegistry().hasResolutions(marker[0]));
		IMarkerResolution[] resolutions = IDE.getMarkerHelpRegistry().getResolutions(marker[0]);
		assertEquals("Change to 'bond0'", resolutions[0].getLabel());
		resolutions[0].run(marker[0]);
		assertTrue(new String(file.getContents(true).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).contains("on bond0 cluster // back channel"));
		assertTrue(Workbench.until(() -> Arrays.stream(markers(file)).noneMatch(m -> m.getAttribute(IMarker.MESSAGE, "").contains("bnod0"))), "the marker stays");
	}

	@Test
	void fixOfTheProblemsViewLeavesUnsavedChangesUnsaved() throws Exception {
		IFile file = Workbench.design("resolve", WRONG);
		DesignEditor editor = Workbench.open(file);
		assertTrue(Workbench.until(() -> Arrays.stream(markers(file)).anyMatch(m -> m.getAttribute(IMarker.MESSAGE, "").contains("bnod0"))), "no marker");
		editor.source().document().replace(0, 0, "// typed\n");
		IMarker marker = Arrays.stream(markers(file)).filter(m -> m.getAttribute(IMarker.MESSAGE, "").contains("bnod0")).findFirst().orElseThrow();
		IDE.getMarkerHelpRegistry().getResolutions(marker)[0].run(marker);
		assertTrue(editor.source().document().get().contains("on bond0 cluster"), editor.source().document().get());
		assertTrue(editor.isDirty());
	}

	private static IMarker[] markers(IFile file) {
		try {
			return file.findMarkers(DesignBuilder.MARKER, true, IResource.DEPTH_ZERO);
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	/** The text of the hover at a place, in the control that shows it. */
	private static String hover(DesignEditor editor, int offset, String picture) {
		SourceViewer viewer = editor.source().viewer();
		ITextHover hover = (ITextHover) textHover(viewer, offset);
		Object info = ((ITextHoverExtension2) hover).getHoverInfo2(viewer, hover.getHoverRegion(viewer, offset));
		assertNotNull(info, "no hover");
		AbstractInformationControl control = (AbstractInformationControl) ((ITextHoverExtension) hover).getHoverControlCreator().createInformationControl(Workbench.window().getShell());
		((IInformationControlExtension2) control).setInput(info);
		Point size = control.computeSizeHint();
		control.setSize(size.x, size.y);
		control.setLocation(viewer.getTextWidget().toDisplay(60, 60));
		control.setVisible(true);
		StyledText text = Workbench.find(StyledText.class, "source.hover");
		Workbench.settle();
		Workbench.picture(picture);
		String shown = text.getText();
		control.dispose();
		return shown;
	}

	private static Object textHover(SourceViewer viewer, int offset) {
		return new org.clusterwright.ui.tests.Hovering(viewer).at(offset);
	}

	@Test
	void hoverShowsEffectiveValues() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("hover"));
		String text = editor.source().document().get();
		String shown = hover(editor, text.indexOf("an-node02 id"), "hover-node");
		assertTrue(shown.startsWith("node an-node02\n"), shown);
		assertTrue(shown.contains("On sn\t10.10.0.2   from first address of the subnet plus the node's id"), shown);
	}

	@Test
	void hoverShowsTheFindingAndItsFix() throws Exception {
		DesignEditor editor = open("hoverfix", WRONG);
		String shown = hover(editor, WRONG.indexOf("bnod0"), "hover-fix");
		assertTrue(shown.startsWith("There is no bond called 'bnod0'  error unresolved-reference\nChange to 'bond0'\n"), shown);
	}

	@Test
	void templateGoesThroughItsHoles() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("template"));
		IDocument document = editor.source().document();
		String before = document.get();
		int at = before.indexOf("    // Storage, the same on every node.");
		document.replace(at, 0, "    no\n");
		String typed = document.get();
		editor.source().viewer().getTextWidget().setFocus();
		Table table = popup(editor, at + 6, ISourceViewer.CONTENTASSIST_PROPOSALS, "node an-node03");
		Workbench.picture("assist-template");
		choose(table, "node an-node03");
		assertTrue(Workbench.until(() -> document.get().contains("node an-node03 id 3 short an03 {")), document::get);
		assertTrue(LinkedModeModel.hasInstalledModel(document));
		assertEquals("an-node03", editor.source().viewer().getTextWidget().getSelectionText());
		Workbench.picture("template-holes");
		assertTrue(document.get().contains("method pdu { call pdu2 port 3 action reboot }"), document.get());
		LinkedModeModel.closeAllModels(document);
		undo(document, typed);
	}
}
