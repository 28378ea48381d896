package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.preview.GeneratedView;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeneratedViewTest {

	@BeforeEach
	void show() throws Exception {
		// The same files would be beside the design too.
		InstanceScope.INSTANCE.getNode("org.clusterwright.ui").put("beside", "closed 420");
		Workbench.page().showView(GeneratedView.ID);
	}

	@AfterEach
	void close() {
		Workbench.closeEditors();
		InstanceScope.INSTANCE.getNode("org.clusterwright.ui").remove("beside");
		Workbench.page().hideView(Workbench.page().findView(GeneratedView.ID));
	}

	private static Tree tree() {
		return Workbench.find(Tree.class, "generated.tree");
	}

	private static Link message() {
		return Workbench.find(Link.class, "generated.message");
	}

	private static StyledText text() {
		return Workbench.find(StyledText.class, "generated.text");
	}

	private static Plan planned(DesignEditor editor) {
		assertTrue(Workbench.until(() -> editor.session().orElseThrow().current().filter(s -> editor.session().orElseThrow().isUpToDate(s)).isPresent()), "never checked");
		var snapshot = editor.session().orElseThrow().current().orElseThrow();
		return snapshot.plan().orElseThrow(() -> new AssertionError("the design has errors: " + snapshot.findings()));
	}

	@Test
	void withoutADesignItSaysWhatToDo() {
		Workbench.closeEditors();
		assertTrue(message().isVisible());
		assertTrue(message().getText().startsWith("Open a .cluster design"), message().getText());
		assertFalse(tree().isVisible());
	}

	@Test
	void theFilesOfEveryNodeAreListed() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("generated"));
		Plan plan = planned(editor);
		assertTrue(Workbench.until(() -> tree().isVisible() && tree().getItemCount() == plan.trees().size()), "no nodes");
		assertFalse(message().isVisible());
		assertEquals(List.of("an-node01", "an-node02"), Arrays.stream(tree().getItems()).map(TreeItem::getText).toList());
		TreeItem first = tree().getItem(0);
		NodeTree node = plan.trees().get(0);
		assertEquals(node.files().size(), first.getItemCount());
		assertTrue(node.files().stream().anyMatch(f -> f.content().text().equals(text().getText())), "another text is shown");
		assertTrue(text().getStyleRanges().length > 0, "no colours");
		assertFalse(text().getEditable());
	}

	@Test
	void theFilesFollowTheTyping() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("generated"));
		planned(editor);
		IDocument document = editor.source().document();
		int at;
		while ((at = document.get().indexOf("an-node02")) >= 0) {
			document.replace(at, 9, "an-node99");
		}
		assertTrue(Workbench.until(() -> Arrays.stream(tree().getItems()).anyMatch(i -> i.getText().equals("an-node99"))), () -> Arrays.toString(tree().getItems()));
	}

	@Test
	void errorsAreNamedWithALinkAndTheLastFilesStay() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("generated"));
		planned(editor);
		assertTrue(Workbench.until(() -> tree().isVisible()), "no files");
		IDocument document = editor.source().document();
		document.replace(document.get().indexOf("bond0 bridge"), 5, "nowhere");
		assertTrue(Workbench.until(() -> message().isVisible() && message().getText().contains("nowhere")), () -> message().getText());
		assertTrue(tree().isVisible());
		message().notifyListeners(SWT.Selection, new Event());
		assertEquals("nowhere", editor.source().viewer().getTextWidget().getSelectionText());
		document.replace(document.get().indexOf("nowhere"), 7, "bond0");
		assertTrue(Workbench.until(() -> !message().isVisible()), "the message stays");
	}
}
