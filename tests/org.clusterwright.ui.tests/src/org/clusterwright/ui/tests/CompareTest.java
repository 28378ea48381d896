package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.ui.compare.NativeCompareInput;
import org.clusterwright.ui.compare.TextSide;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.preview.GeneratedPane;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.IDiffContainer;
import org.eclipse.compare.structuremergeviewer.IDiffElement;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the design beside those of the disk. The commands take a path, which stands for what the user would choose. */
class CompareTest {
	private static final FileRef HOSTS = new FileRef("an-node02", "/etc/hosts");
	private static final String BRIDGE = "/etc/sysconfig/network-scripts/ifcfg-vbr2";

	@TempDir
	Path folder;

	private DesignEditor editor;

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private GeneratedPane open(String project) throws Exception {
		editor = Workbench.open(Workbench.tutorial(project));
		Workbench.shownBeside(editor);
		pane().select(HOSTS);
		assertEquals(Optional.of(HOSTS), pane().shown().map(GeneratedPane.Shown::ref));
		return pane();
	}

	private GeneratedPane pane() {
		return Workbench.pane(editor);
	}

	private static void write(NodeTree tree, Path top) throws IOException {
		for (NativeFile file : tree.files()) {
			Path path = top.resolve(file.path().text().substring(1));
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.content().text());
		}
	}

	private static NativeCompareInput compare(String command, Path with) throws Exception {
		Command of = Workbench.window().getService(ICommandService.class).getCommand("org.clusterwright.ui." + command);
		Workbench.window().getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(of, Map.of("path", with.toString())), null);
		assertTrue(Workbench.until(() -> Workbench.page().getActiveEditor().getEditorInput() instanceof NativeCompareInput input && input.content() != null), "no compare editor");
		return (NativeCompareInput) Workbench.page().getActiveEditor().getEditorInput();
	}

	/** The files of a comparison, by their path. */
	private static Stream<DiffNode> files(IDiffElement element) {
		return element instanceof IDiffContainer container && container.hasChildren() ? Arrays.stream(container.getChildren()).flatMap(CompareTest::files) : Stream.of((DiffNode) element);
	}

	private static List<String> names(NativeCompareInput input) {
		return files(input.content().root()).map(DiffNode::getName).sorted().toList();
	}

	@Test
	void aFolderOfAWholeClusterShowsWhatDiffersAndWhatIsMissing() throws Exception {
		for (NodeTree tree : open("folder").plan().orElseThrow().trees()) {
			write(tree, folder.resolve(tree.name()));
		}
		Path hosts = folder.resolve("an-node02/etc/hosts");
		Files.writeString(hosts, Files.readString(hosts) + "10.0.0.9 of-old\n");
		Files.delete(folder.resolve("an-node01" + BRIDGE));
		NativeCompareInput input = compare("compareFolder", folder);
		assertEquals(List.of("hosts", "ifcfg-vbr2"), names(input));
		assertTrue(input.content().summary().startsWith("2 of ") && input.content().summary().contains("all nodes"), input.content().summary());
		DiffNode changed = files(input.content().root()).filter(d -> d.getName().equals("hosts")).findFirst().orElseThrow();
		assertTrue(((TextSide) changed.getRight()).text().endsWith("10.0.0.9 of-old\n"));
		assertTrue(files(input.content().root()).anyMatch(d -> d.getLeft() != null && d.getRight() == null), "the missing file has two sides");
		assertTrue(Workbench.until(() -> Workbench.all(Tree.class, Workbench.window().getShell()).stream().anyMatch(t -> shows(t.getItems(), "ifcfg-vbr2"))), "no tree of what differs");
		Workbench.picture("compare-folder");
	}

	@Test
	void aCopyOfANodesRootIsComparedWithThatNode() throws Exception {
		NodeTree own = open("root").plan().orElseThrow().tree("an-node02").orElseThrow();
		write(own, folder);
		assertEquals(0, files(compare("compareFolder", folder).content().root()).filter(d -> d.getLeft() != null).count(), "the same files differ");
		Workbench.closeEditors();
		open("root2");
		Files.writeString(folder.resolve(BRIDGE.substring(1)), "DEVICE=\"vbr2\"\n");
		NativeCompareInput input = compare("compareFolder", folder);
		assertEquals(List.of("ifcfg-vbr2"), names(input));
		assertTrue(input.content().summary().contains("an-node02"), input.content().summary());
	}

	@Test
	void aFileOfTheDiskStandsBesideTheShownOne() throws Exception {
		open("file");
		Path other = Files.writeString(folder.resolve("hosts.old"), "127.0.0.1 localhost\n10.0.0.9 of-old\n");
		NativeCompareInput input = compare("compareFile", other);
		assertTrue(input.getTitle().contains("hosts.old"), input.getTitle());
		assertTrue(((TextSide) input.content().root().getRight()).text().contains("of-old"));
		assertTrue(Workbench.until(() -> Workbench.all(StyledText.class, Workbench.window().getShell()).stream().anyMatch(t -> t.getText().contains("of-old"))), "the text is not shown");
	}

	private static boolean shows(TreeItem[] items, String text) {
		return Arrays.stream(items).anyMatch(i -> i.getText().equals(text) || shows(i.getItems(), text));
	}
}
