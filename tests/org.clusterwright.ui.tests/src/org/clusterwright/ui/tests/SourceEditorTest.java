package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.editor.source.Colours;
import org.clusterwright.ui.editor.source.SourcePage;
import org.clusterwright.ui.problems.DesignBuilder;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceEditorTest {
	private static final String BONDS = "cluster c version 1 {\n    bond bond0, bond1\n    network n 10.0.0.0/24 on \n}\n";

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private static void run(String command) throws Exception {
		Workbench.window().getService(IHandlerService.class).executeCommand(command, null);
	}

	private static List<String> annotations(SourcePage page, String type) {
		List<String> found = new ArrayList<>();
		page.viewer().getAnnotationModel().getAnnotationIterator().forEachRemaining(a -> {
			if (((Annotation) a).getType().equals("org.eclipse.ui.workbench.texteditor." + type)) {
				found.add(((Annotation) a).getText());
			}
		});
		return found;
	}

	private static IMarker[] markers(IFile file) {
		try {
			return file.findMarkers(DesignBuilder.MARKER, true, IResource.DEPTH_ZERO);
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	private static StyleRange style(StyledText text, String at) {
		return text.getStyleRangeAtOffset(text.getText().indexOf(at));
	}

	@Test
	void theTutorialIsColoured() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("colours"));
		StyledText text = Workbench.find(StyledText.class, "source.text");
		assertTrue(Workbench.until(() -> style(text, "bond0 bridge") != null && Colours.of(Kind.REFERENCE).equals(style(text, "bond0 bridge").foreground)), "no colours by the parse");
		assertEquals(Colours.of(Kind.COMMENT), style(text, "// The two-node").foreground);
		for (int brace = text.getText().indexOf(" {"); brace >= 0; brace = text.getText().indexOf(" {", brace + 1)) {
			StyleRange style = text.getStyleRangeAtOffset(brace + 1);
			boolean inComment = style != null && Colours.of(Kind.COMMENT).equals(style.foreground);
			assertTrue(style == null || inComment || style.foreground == null && style.fontStyle == SWT.NORMAL, "line " + (text.getLineAtOffset(brace) + 1) + ": " + style);
		}
		assertEquals(Colours.of(Kind.STRING), style(text, "\"Back-Channel").foreground);
		assertEquals(Colours.of(Kind.KEYWORD), style(text, "cluster an-clusterA").foreground);
		assertEquals(SWT.BOLD, style(text, "cluster an-clusterA").fontStyle);
		assertEquals(Colours.of(Kind.NUMBER), style(text, "10.20.0.0/16").foreground);
		assertEquals(Colours.of(Kind.KEY), style(text, "stack rhcs3").foreground);
		assertFalse(editor.isDirty());
	}

	@Test
	void anErrorIsAnnotatedAtOnceAndMarkedWhenSaved() throws Exception {
		IFile file = Workbench.tutorial("problems");
		DesignEditor editor = Workbench.open(file);
		IDocument document = editor.source().document();
		document.replace(document.get().indexOf("bond0 bridge"), 5, "nowhere");
		assertTrue(Workbench.until(() -> annotations(editor.source(), "error").stream().anyMatch(t -> t.contains("nowhere"))), () -> annotations(editor.source(), "error").toString());
		assertTrue(Arrays.stream(markers(file)).noneMatch(m -> m.getAttribute(IMarker.MESSAGE, "").contains("nowhere")), "marked before it was saved");
		editor.doSave(new NullProgressMonitor());
		assertFalse(editor.isDirty());
		assertTrue(Workbench.until(() -> Arrays.stream(markers(file)).anyMatch(m -> m.getAttribute(IMarker.MESSAGE, "").contains("nowhere"))), "no marker");
		IMarker marker = Arrays.stream(markers(file)).filter(m -> m.getAttribute(IMarker.MESSAGE, "").contains("nowhere")).findFirst().orElseThrow();
		assertEquals(IMarker.SEVERITY_ERROR, marker.getAttribute(IMarker.SEVERITY, -1));
		assertEquals("unresolved-reference", marker.getAttribute(DesignBuilder.CODE));
		assertEquals(document.getLineOfOffset(document.get().indexOf("nowhere")) + 1, marker.getAttribute(IMarker.LINE_NUMBER, -1));
		document.replace(document.get().indexOf("nowhere"), 7, "bond0");
		assertTrue(Workbench.until(() -> annotations(editor.source(), "error").stream().noneMatch(t -> t.contains("nowhere"))), "the annotation stays");
		editor.doSave(new NullProgressMonitor());
		assertTrue(Workbench.until(() -> Arrays.stream(markers(file)).noneMatch(m -> m.getAttribute(IMarker.MESSAGE, "").contains("nowhere"))), "the marker stays");
	}

	@Test
	void assistOffersReferencesAndKeywords() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("assist", BONDS));
		List<String> shown = popup(editor, BONDS.indexOf("on \n") + 3, "bond0");
		assertTrue(shown.stream().anyMatch(t -> t.startsWith("bond1")) && shown.stream().anyMatch(t -> t.startsWith("nic")), shown.toString());
	}

	@Test
	void assistOffersStatements() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("assist", BONDS));
		List<String> shown = popup(editor, BONDS.indexOf("{\n") + 2, "node");
		assertTrue(shown.containsAll(List.of("node", "fence-device", "network")), shown.toString());
	}

	private static List<String> popup(DesignEditor editor, int caret, String awaited) {
		editor.source().viewer().getTextWidget().setFocus();
		editor.source().viewer().setSelectedRange(caret, 0);
		List<Shell> before = Arrays.asList(Display.getCurrent().getShells());
		((ITextOperationTarget) editor.source().viewer()).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
		List<String> shown = new ArrayList<>();
		assertTrue(Workbench.until(() -> {
			shown.clear();
			Arrays.stream(Display.getCurrent().getShells()).filter(s -> !before.contains(s)).flatMap(s -> Workbench.all(Table.class, s).stream())
					.forEach(t -> Arrays.stream(t.getItems()).forEach(i -> shown.add(i.getText().split(" {2}")[0])));
			return shown.contains(awaited);
		}), () -> "popup: " + shown);
		List<TableItem> items = Arrays.stream(Display.getCurrent().getShells()).filter(s -> !before.contains(s)).flatMap(s -> Workbench.all(Table.class, s).stream())
				.flatMap(t -> Arrays.stream(t.getItems())).filter(i -> i.getText().startsWith(awaited)).toList();
		assertTrue(items.stream().allMatch(i -> i.getImage() != null), () -> "without icon: " + items);
		return shown;
	}

	@Test
	void formatTidiesAsOneChange() throws Exception {
		String text = "cluster c version 1 {\n  node   a\n\tnode b\n}\n";
		DesignEditor editor = Workbench.open(Workbench.design("format", text));
		run("org.clusterwright.ui.formatDesign");
		assertTrue(Workbench.until(() -> editor.source().document().get().equals("cluster c version 1 {\n    node a\n    node b\n}\n")), () -> editor.source().document().get());
		assertTrue(Workbench.until(() -> Workbench.window().getService(ICommandService.class).getCommand("org.eclipse.ui.edit.undo").isEnabled()), "nothing to undo");
		run("org.eclipse.ui.edit.undo");
		assertEquals(text, editor.source().document().get());
	}

	@Test
	void formatLeavesBrokenTextAlone() throws Exception {
		String text = "cluster c version 1 {\n  node   \n";
		DesignEditor editor = Workbench.open(Workbench.design("format", text));
		run("org.clusterwright.ui.formatDesign");
		assertTrue(Workbench.until(() -> said().stream().anyMatch(t -> t.startsWith("Mend line 2 first"))), () -> said().toString());
		assertEquals(text, editor.source().document().get());
		editor.source().document().replace(text.length(), 0, "}");
		assertTrue(Workbench.until(() -> said().stream().noneMatch(t -> t.startsWith("Mend"))), "it is still said when the text is another");
	}

	/** What stands in the status line. */
	private static List<String> said() {
		return Workbench.all(CLabel.class, Workbench.window().getShell()).stream().map(CLabel::getText).filter(Objects::nonNull).toList();
	}

	@Test
	void commentsGoInAndOut() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("comment", BONDS));
		editor.source().selectAndReveal(BONDS.indexOf("bond bond0"), 0);
		run("org.clusterwright.ui.toggleComment");
		assertTrue(editor.source().document().get().contains("//    bond bond0"), editor.source().document().get());
		run("org.clusterwright.ui.toggleComment");
		assertEquals(BONDS, editor.source().document().get());
	}

	@Test
	void severalLinesAreCommentedAtOnce() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("comment-lines", BONDS));
		int from = BONDS.indexOf("    bond bond0");
		editor.source().selectAndReveal(from, BONDS.indexOf("on \n") + 2 - from);
		run("org.clusterwright.ui.toggleComment");
		assertEquals(BONDS.replace("    bond bond0", "//    bond bond0").replace("    network", "//    network"), editor.source().document().get());
		run("org.clusterwright.ui.toggleComment");
		assertEquals(BONDS, editor.source().document().get());
	}

	@Test
	void aSelectionBecomesABlockCommentAndBack() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("block", BONDS));
		editor.source().selectAndReveal(BONDS.indexOf("bond bond0"), "bond bond0, bond1\n    network n".length());
		run("org.clusterwright.ui.addBlockComment");
		assertEquals(BONDS.replace("bond bond0, bond1\n    network n", "/* bond bond0, bond1\n    network n */"), editor.source().document().get());
		editor.source().selectAndReveal(BONDS.indexOf("bond1"), 0);
		run("org.clusterwright.ui.removeBlockComment");
		assertEquals(BONDS, editor.source().document().get());
	}

	@Test
	void aNameThatIsAKeywordElsewhereLooksLikeAName() throws Exception {
		String text = "cluster c version 1 {\n    fence-device p agent fence_apc at 10.0.0.9 { login a  passwd secret pdu }\n}\n";
		DesignEditor editor = Workbench.open(Workbench.design("keyword", text));
		StyledText widget = editor.source().viewer().getTextWidget();
		StyleRange[] range = new StyleRange[2];
		assertTrue(Workbench.until(() -> {
			range[0] = widget.getStyleRangeAtOffset(text.indexOf("secret"));
			range[1] = widget.getStyleRangeAtOffset(text.indexOf("pdu }"));
			return range[0] != null && (range[0].fontStyle & SWT.BOLD) != 0 && (range[1] == null || (range[1].fontStyle & SWT.BOLD) == 0 && !range[0].foreground.equals(range[1].foreground));
		}), () -> range[1].toString());
	}

	@Test
	void theContextMenuHasWhatIsOfUseOnly() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("menu", BONDS));
		Menu menu = editor.source().viewer().getTextWidget().getMenu();
		menu.notifyListeners(SWT.Show, new Event());
		List<String> items = Arrays.stream(menu.getItems()).map(i -> i.getText().replace("&", "").split("\t")[0]).toList();
		menu.notifyListeners(SWT.Hide, new Event());
		assertTrue(items.stream().anyMatch(i -> i.startsWith("Format")), items.toString());
		assertFalse(items.contains("Team"), items.toString());
	}

	@Test
	void definitionIsFound() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("definition"));
		String text = editor.source().document().get();
		editor.source().selectAndReveal(text.indexOf("pdu2 outlet 1") + 1, 0);
		run("org.clusterwright.ui.openDefinition");
		assertTrue(Workbench.until(() -> editor.source().viewer().getTextWidget().getSelectionText().equals("pdu2")), "not found");
		assertNotEquals(text.indexOf("pdu2 outlet 1"), editor.source().viewer().getSelectedRange().x);
	}

	@Test
	void aNewLineInABlockIsIndented() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("indent", "cluster c version 1 {\n    node a {\n}\n"));
		StyledText widget = editor.source().viewer().getTextWidget();
		widget.setFocus();
		widget.setCaretOffset(widget.getText().indexOf("a {") + 3);
		Event enter = new Event();
		enter.type = SWT.KeyDown;
		enter.character = SWT.CR;
		enter.keyCode = SWT.CR;
		widget.notifyListeners(SWT.KeyDown, enter);
		widget.insert("votes 2");
		assertEquals("cluster c version 1 {\n    node a {\n        votes 2\n    }\n}\n", widget.getText());
	}

	@Test
	void outlineShowsTheStatementsAndFollowsTheCaret() throws Exception {
		Workbench.page().showView("org.eclipse.ui.views.ContentOutline");
		DesignEditor editor = Workbench.open(Workbench.tutorial("outline"));
		Workbench.page().activate(editor);
		assertTrue(Workbench.until(() -> outline().getItemCount() == 1), "no outline");
		TreeItem cluster = outline().getItem(0);
		assertTrue(cluster.getText().startsWith("cluster an-clusterA"), cluster.getText());
		assertNotNull(cluster.getImage());
		editor.source().viewer().getTextWidget().setFocus();
		editor.source().selectAndReveal(editor.source().document().get().indexOf("an-node02 id"), 0);
		assertTrue(Workbench.until(() -> Arrays.stream(outline().getSelection()).anyMatch(i -> i.getText().startsWith("node an-node02"))), "the outline does not follow");
	}

	private static Tree outline() {
		return Workbench.find(Tree.class, "outline.tree");
	}

	@Test
	void severalStatesOfTypingEndInTheLast() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("typing", "cluster c version 1 {\n}\n"));
		IDocument document = editor.source().document();
		for (char c : "node an-node01".toCharArray()) {
			document.replace(document.getLength() - 2, 0, String.valueOf(c));
			Workbench.settle();
		}
		assertTrue(Workbench.until(() -> editor.session().orElseThrow().current().filter(s -> editor.session().orElseThrow().isUpToDate(s)).isPresent()), "never up to date");
		assertEquals(document.get(), editor.session().orElseThrow().current().orElseThrow().design().text());
	}
}
