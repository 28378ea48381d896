package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.editor.source.SourcePage;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The language services in the running workbench; keys are real ones. */
class EditorServicesUiTest {

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private static void run(String command) throws Exception {
		Workbench.window().getService(IHandlerService.class).executeCommand(command, null);
	}

	private static SourcePage focused(DesignEditor editor) {
		Workbench.window().getShell().forceActive();
		Workbench.page().activate(editor);
		StyledText text = editor.source().viewer().getTextWidget();
		assertTrue(Workbench.until(() -> text.forceFocus() && text.isFocusControl()), "no focus");
		return editor.source();
	}

	private static List<String> marked(SourcePage page, String type) {
		List<String> found = new ArrayList<>();
		for (Iterator<Annotation> all = page.viewer().getAnnotationModel().getAnnotationIterator(); all.hasNext();) {
			Annotation annotation = all.next();
			if (annotation.getType().equals(type)) {
				Position p = page.viewer().getAnnotationModel().getPosition(annotation);
				found.add(page.document().get().substring(p.getOffset(), p.getOffset() + p.getLength()));
			}
		}
		return found;
	}

	private static boolean upToDate(DesignEditor editor) {
		return editor.session().flatMap(s -> s.current().filter(s::isUpToDate)).isPresent();
	}

	// ---- pairs ----

	@Test
	void pairsCloseWhileTypingAndEnterOpensTheBlock() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("pairs", "cluster c version 1 {\n    \n}\n"));
		SourcePage page = focused(editor);
		page.selectAndReveal(page.document().get().indexOf("\n}") , 0);
		Keys.type("node a {");
		assertTrue(Workbench.until(() -> page.document().get().contains("node a {}")), page.document().get());
		Keys.press(SWT.CR);
		Keys.type("votes 2");
		assertTrue(Workbench.until(() -> page.document().get().contains("    node a {\n        votes 2\n    }\n}")), page.document().get());
		page.selectAndReveal(page.document().get().indexOf("    }\n}") + 5, 0);
		Keys.press(SWT.CR);
		Keys.type("network n \"Net");
		assertTrue(Workbench.until(() -> page.document().get().contains("network n \"Net\"\n")), page.document().get());
		Keys.type("\" 10.0.0.0/8");
		assertTrue(Workbench.until(() -> page.document().get().contains("network n \"Net\" 10.0.0.0/8\n")), page.document().get());
		Keys.type(" {");
		Keys.press(SWT.BS);
		assertTrue(Workbench.until(() -> page.document().get().contains("10.0.0.0/8 \n")), page.document().get());
	}

	// ---- folding ----

	private static ProjectionAnnotation fold(SourcePage page, String line) {
		ProjectionAnnotationModel model = page.viewer().getProjectionAnnotationModel();
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			Annotation annotation = all.next();
			if (page.document().get().startsWith(line, model.getPosition(annotation).getOffset())) {
				return (ProjectionAnnotation) annotation;
			}
		}
		return null;
	}

	@Test
	void aFoldedBlockStaysFoldedWhileTheTextChanges() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("folding"));
		SourcePage page = focused(editor);
		assertTrue(Workbench.until(() -> fold(page, "    node an-node01") != null), "nothing to fold");
		page.selectAndReveal(page.document().get().indexOf("node an-node01 id") + 2, 0);
		run("org.eclipse.ui.edit.text.folding.collapse");
		assertTrue(fold(page, "    node an-node01").isCollapsed());
		assertFalse(page.viewer().getTextWidget().getText().contains("00:E0:81:C7:EC:49"), "still in sight");
		page.document().replace(0, 0, "// first\n");
		page.document().replace(page.document().get().indexOf("        psu psu1 on pdu2 outlet 1\n"), 0, "        votes 1\n");
		assertTrue(Workbench.until(() -> upToDate(editor)));
		Workbench.settle();
		assertTrue(fold(page, "    node an-node01").isCollapsed(), "unfolded by an edit");
		run("org.eclipse.ui.edit.text.folding.collapse_all");
		assertTrue(fold(page, "    drbd {").isCollapsed());
		run("org.eclipse.ui.edit.text.folding.expand_all");
		assertFalse(fold(page, "    drbd {").isCollapsed());
		run("org.eclipse.ui.edit.text.folding.toggle");
		run("org.eclipse.ui.edit.text.folding.toggle");
		assertTrue(Workbench.until(() -> fold(page, "    node an-node01") != null), "folding does not come back");
	}

	// ---- occurrences ----

	@Test
	void theNameAtTheCaretIsMarkedEverywhere() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("occurrences"));
		SourcePage page = focused(editor);
		page.selectAndReveal(page.document().get().indexOf("an-node01 id") + 3, 0);
		assertTrue(Workbench.until(() -> marked(page, "org.clusterwright.ui.reference").size() == 4), () -> marked(page, "org.clusterwright.ui.reference").toString());
		assertEquals(List.of("an-node01"), marked(page, "org.clusterwright.ui.definition"));
		assertNotNull(page.viewer().getTextWidget().getStyleRangeAtOffset(page.document().get().indexOf("an-node01 {")), "not highlighted");
		page.selectAndReveal(page.document().get().indexOf("totem"), 0);
		assertTrue(Workbench.until(() -> marked(page, "org.clusterwright.ui.reference").isEmpty()), "still marked");
		run("org.clusterwright.ui.toggleOccurrences");
		try {
			page.selectAndReveal(page.document().get().indexOf("an-node01 id") + 3, 0);
			assertTrue(Workbench.until(() -> upToDate(editor)));
			Workbench.rest(400);
			assertEquals(List.of(), marked(page, "org.clusterwright.ui.definition"));
		} finally {
			run("org.clusterwright.ui.toggleOccurrences");
		}
		assertTrue(Workbench.until(() -> !marked(page, "org.clusterwright.ui.definition").isEmpty()), "not marked again");
	}

	// ---- definition and references ----

	@Test
	void f3AndTheLinkLeadToTheDefinition() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("links"));
		SourcePage page = focused(editor);
		int reference = page.document().get().indexOf("bond1 replication");
		int definition = page.document().get().indexOf("bond1, bond2");
		page.selectAndReveal(reference, 0);
		Keys.press(0, SWT.F3);
		assertTrue(Workbench.until(() -> page.viewer().getSelectedRange().x == definition), "F3 did not go there");
		page.selectAndReveal(0, 0);
		IHyperlink[] links = page.links().detectHyperlinks(page.viewer(), new Region(reference + 1, 0), false);
		assertEquals(reference, links[0].getHyperlinkRegion().getOffset());
		links[0].open();
		assertEquals(definition, page.viewer().getSelectedRange().x);
	}

	@Test
	void referencesAreListedWithTheirLines() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("references"));
		SourcePage page = focused(editor);
		page.selectAndReveal(page.document().get().indexOf("an-node02 id"), 0);
		Keys.press(SWT.CTRL | SWT.SHIFT, 'g');
		AtomicReference<Table> table = new AtomicReference<>();
		assertTrue(Workbench.until(() -> {
			table.set(Workbench.look(Table.class, "references.table").orElse(null));
			return table.get() != null && table.get().getItemCount() == 5;
		}), "no list");
		Workbench.settle();
		assertTrue(Arrays.stream(table.get().getItems()).anyMatch(i -> i.getText().contains("volume-group an2-vg0 on r2 prefers an-node02")), () -> Arrays.toString(table.get().getItems()));
		Workbench.picture("references");
		Workbench.page().hideView(Workbench.page().findView("org.eclipse.search.ui.views.SearchView"));
	}

	// ---- quick outline ----

	@Test
	void quickOutlineNarrowsAndJumps() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("quickoutline"));
		SourcePage page = focused(editor);
		Keys.press(SWT.CTRL, 'o');
		assertTrue(Workbench.until(() -> Workbench.look(Text.class, "quickOutline.filter").filter(Text::isFocusControl).isPresent()), "no popup");
		Keys.type("nan02");
		Tree tree = Workbench.find(Tree.class, "quickOutline.tree");
		assertTrue(Workbench.until(() -> tree.getSelectionCount() == 1 && tree.getSelection()[0].getText().startsWith("node an-node02")), () -> Arrays.toString(tree.getSelection()));
		Workbench.picture("quick-outline");
		Keys.press(SWT.CR);
		assertTrue(Workbench.until(() -> page.viewer().getSelectedRange().x == page.document().get().indexOf("node an-node02 id")), "not there");
		assertTrue(Workbench.look(Text.class, "quickOutline.filter").isEmpty(), "still open");
		focused(editor);
		Keys.press(SWT.CTRL, 'o');
		assertTrue(Workbench.until(() -> Workbench.look(Text.class, "quickOutline.filter").filter(Text::isFocusControl).isPresent()), "no popup");
		Keys.press(SWT.ESC);
		assertTrue(Workbench.until(() -> Workbench.look(Text.class, "quickOutline.filter").isEmpty()), "Esc does not close");
	}

	// ---- rename ----

	@Test
	void renameChangesAllPlacesInOneStep() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("rename"));
		SourcePage page = focused(editor);
		String before = page.document().get();
		page.selectAndReveal(before.indexOf("an-node01 id") + 1, 0);
		boolean[] asked = new boolean[1];
		Display.getCurrent().timerExec(100, new Runnable() {
			@Override
			public void run() {
				Text name = Workbench.look(Text.class, "rename.name").orElse(null);
				if (name == null) {
					Display.getCurrent().timerExec(50, this);
					return;
				}
				name.setText("an-node02");
				Button ok = name.getShell().getDefaultButton();
				boolean refused = !ok.isEnabled();
				Table mentions = Workbench.find(Table.class, "rename.mentions");
				asked[0] = refused && mentions.getItemCount() > 0 && Workbench.find(Label.class, "rename.places").getText().contains("5");
				name.setText("alpha");
				Workbench.rest(600);
				Workbench.picture("rename");
				ok.notifyListeners(SWT.Selection, null);
			}
		});
		Keys.press(SWT.ALT | SWT.SHIFT, 'r');
		assertTrue(Workbench.until(() -> page.document().get().contains("node alpha id")), "not renamed");
		assertTrue(asked[0], "the dialog does not say what it should");
		assertEquals(before.replace("an-node01", "alpha").replace("normally run on alpha", "normally run on an-node01"), page.document().get());
		assertTrue(Workbench.until(() -> Workbench.window().getService(ICommandService.class).getCommand("org.eclipse.ui.edit.undo").isEnabled()), "nothing to undo");
		run("org.eclipse.ui.edit.undo");
		assertEquals(before, page.document().get());
	}

	// ---- format ----

	@Test
	void formatOfASelectionLeavesOtherLines() throws Exception {
		String text = "cluster c version 1 {\n  node   a\n\tnode b\n}\n";
		DesignEditor editor = Workbench.open(Workbench.design("formatlines", text));
		SourcePage page = focused(editor);
		page.selectAndReveal(text.indexOf("node b"), 4);
		Keys.press(SWT.CTRL | SWT.SHIFT, 'f');
		assertTrue(Workbench.until(() -> page.document().get().equals("cluster c version 1 {\n  node   a\n    node b\n}\n")), () -> page.document().get());
	}

	// ---- outline ----

	@Test
	void outlineFiltersSortsAndShowsErrors() throws Exception {
		Workbench.page().showView("org.eclipse.ui.views.ContentOutline");
		DesignEditor editor = Workbench.open(Workbench.tutorial("outline2"));
		SourcePage page = focused(editor);
		Tree tree = Workbench.find(Tree.class, "outline.tree");
		assertTrue(Workbench.until(() -> tree.getItemCount() == 1 && tree.getItem(0).getItemCount() > 10), "no outline");
		TreeItem node = item(tree, "node an-node02");
		Object plain = node.getImage();
		page.document().replace(page.document().get().lastIndexOf("bond2 link 2"), 5, "bond9");
		assertTrue(Workbench.until(() -> item(tree, "node an-node02").getImage() != plain), "no mark of the error");
		assertTrue(node == item(tree, "node an-node02"), "the tree was built anew");
		Text filter = Workbench.find(Text.class, "outline.filter");
		filter.setText("vg0");
		assertTrue(Workbench.until(() -> item(tree, "volume-group an1-vg0") != null && item(tree, "node an-node02") == null), "not filtered");
		filter.setText("");
		assertTrue(Workbench.until(() -> item(tree, "node an-node02") != null));
		tree.setSelection(item(tree, "guest vm3"));
		tree.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
		assertEquals(page.document().get().indexOf("guest vm3"), page.viewer().getSelectedRange().x);
	}

	private static TreeItem item(Tree tree, String label) {
		return tree.getItemCount() == 0 ? null : Arrays.stream(tree.getItem(0).getItems()).filter(i -> i.getText().startsWith(label)).findFirst().orElse(null);
	}

	// ---- word wrap ----

	@Test
	void wordWrapTurnsOnAndOff() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("wrap"));
		SourcePage page = focused(editor);
		boolean before = page.viewer().getTextWidget().getWordWrap();
		run("org.eclipse.ui.edit.text.toggleWordWrap");
		assertTrue(Workbench.until(() -> page.viewer().getTextWidget().getWordWrap() != before), "no wrap");
		Workbench.picture("wrap");
		run("org.eclipse.ui.edit.text.toggleWordWrap");
		assertTrue(Workbench.until(() -> page.viewer().getTextWidget().getWordWrap() == before));
	}

	@Test
	void theToolBarHasTheToggles() throws Exception {
		focused(Workbench.open(Workbench.tutorial("bar")));
		List<String> tips = new ArrayList<>();
		assertTrue(Workbench.until(() -> {
			tips.clear();
			for (Shell shell : Display.getCurrent().getShells()) {
				Workbench.all(org.eclipse.swt.widgets.ToolBar.class, shell).forEach(b -> Arrays.stream(b.getItems()).map(ToolItem::getToolTipText).forEach(t -> tips.add(String.valueOf(t))));
			}
			return tips.stream().anyMatch(t -> t.contains("Word Wrap")) && tips.stream().anyMatch(t -> t.contains("Occurrences"));
		}), tips::toString);
	}
}
