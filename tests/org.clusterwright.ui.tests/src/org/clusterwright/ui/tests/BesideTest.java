package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.compare.NativeCompareInput;
import org.clusterwright.ui.compare.TextSide;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.editor.source.Colours;
import org.clusterwright.ui.generate.LastExport;
import org.clusterwright.ui.preview.GeneratedPane;
import org.eclipse.compare.ITypedElement;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.ResourceUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BesideTest {
	private static final FileRef BRIDGE = new FileRef("an-node01", "/etc/sysconfig/network-scripts/ifcfg-vbr2");
	private static final FileRef CLUSTER = new FileRef("an-node01", "/etc/cluster/cluster.conf");

	private static final String NETWORK = "org.clusterwright.ui.page.network";

	private DesignEditor editor;

	@BeforeEach
	void begin() {
		InstanceScope.INSTANCE.getNode("org.clusterwright.ui").remove("beside");
	}

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private GeneratedPane open(String project) throws Exception {
		editor = Workbench.open(Workbench.tutorial(project));
		Workbench.shownBeside(editor);
		return pane();
	}

	private GeneratedPane pane() {
		return Workbench.pane(editor);
	}

	private static Tree tree() {
		return Workbench.find(Tree.class, "generated.tree");
	}

	private static StyledText text() {
		return Workbench.find(StyledText.class, "generated.text");
	}

	private static String why() {
		return Workbench.find(Link.class, "generated.why").getText();
	}

	private void show(FileRef file) {
		pane().select(file);
		assertEquals(Optional.of(file), pane().shown().map(GeneratedPane.Shown::ref));
	}

	/** Puts the caret behind words of the design. */
	private void caret(String words) {
		IDocument document = editor.source().document();
		int at = document.get().indexOf(words);
		assertTrue(at >= 0, words);
		editor.source().viewer().getTextWidget().setFocus();
		editor.source().viewer().setSelectedRange(at + words.length(), 0);
	}

	/** The lines of the shown file, of those that can be seen, that are painted in a colour. */
	private static List<String> painted(String colour) {
		StyledText text = text();
		until(() -> text.getSize().x > 0 && text.getSize().y > 0, "the file was never laid out");
		text.redraw();
		text.update();
		Image image = new Image(text.getDisplay(), text.getSize().x, text.getSize().y);
		GC gc = new GC(text);
		gc.copyArea(image, 0, 0);
		gc.dispose();
		ImageData pixels = image.getImageData();
		image.dispose();
		RGB wanted = JFaceResources.getColorRegistry().getRGB("org.clusterwright.ui.colour." + colour);
		int x = pixels.width / 2 + 30;
		return IntStream.range(text.getTopIndex(), text.getLineCount()).filter(l -> text.getLinePixel(l) >= 0 && text.getLinePixel(l) + text.getLineHeight() < pixels.height)
				.filter(l -> pixels.palette.getRGB(pixels.getPixel(x, text.getLinePixel(l) + 2)).equals(wanted)).mapToObj(text::getLine).toList();
	}

	/** The number of the line with these words in the design. */
	private int line(String words) {
		String text = editor.source().document().get();
		return (int) text.substring(0, text.indexOf(words)).lines().count() + (text.charAt(text.indexOf(words) - 1) == '\n' ? 1 : 0);
	}

	private static List<String> labels() {
		return Arrays.stream(tree().getItems()).flatMap(n -> Stream.concat(Stream.of(n), Arrays.stream(n.getItems()))).map(TreeItem::getText).toList();
	}

	private static String label(String file) {
		return labels().stream().filter(l -> l.startsWith(file)).findFirst().orElse("");
	}

	private static void run(String command) throws Exception {
		Workbench.window().getService(IHandlerService.class).executeCommand(command, null);
	}

	private static void until(BooleanSupplier condition, String otherwise) {
		until(condition, () -> otherwise);
	}

	private static void until(BooleanSupplier condition, Supplier<String> otherwise) {
		assertTrue(Workbench.until(condition), otherwise);
	}

	private static void click(StyledText text, int offset) {
		text.setFocus();
		text.setSelection(offset);
		Event up = new Event();
		up.button = 1;
		text.notifyListeners(SWT.MouseUp, up);
	}

	@Test
	void theSplitIsThereByDefaultAndItsStateIsRestored() throws Exception {
		open("split");
		IFile file = ResourceUtil.getFile(editor.getEditorInput());
		SashForm split = Workbench.find(SashForm.class, "beside.split");
		split.setWeights(500, 500);
		Workbench.closeEditors();
		editor = Workbench.open(file);
		until(editor::isBesideOpen, "it was open, and is not any more");
		split = Workbench.find(SashForm.class, "beside.split");
		assertEquals(500, split.getWeights()[1] * 1000L / Arrays.stream(split.getWeights()).sum(), 12);
		run("org.clusterwright.ui.toggleBeside");
		assertFalse(editor.isBesideOpen());
		Workbench.closeEditors();
		editor = Workbench.open(file);
		assertFalse(editor.isBesideOpen());
		run("org.clusterwright.ui.toggleBeside");
		assertTrue(editor.isBesideOpen());
		until(() -> pane().shown().isPresent(), "no files after it was opened again");
		split = Workbench.find(SashForm.class, "beside.split");
		assertEquals(500, split.getWeights()[1] * 1000L / Arrays.stream(split.getWeights()).sum(), 12);
	}

	@Test
	void whereTheShownFileIsGoneTheOneInItsPlaceIsShown() throws Exception {
		String design = """
				cluster small version 1 {
				    stack rhcs3
				    network net 10.20.0.0/16 on nic eth0 cluster
				    fence-device ipmi per node agent fence_ipmilan { login root  passwd secret ipmi }
				    node a id 1 { bmc 10.20.1.1  nic eth0 mac 00:00:5E:00:53:10  method m { call ipmi } }
				    node b id 2 { bmc 10.20.1.2  nic eth0 mac 00:00:5E:00:53:11  method m { call ipmi } }
				    node c id 3 { bmc 10.20.1.3  nic eth0 mac 00:00:5E:00:53:12  method m { call ipmi } }
				}
				""";
		editor = Workbench.open(Workbench.design("gone", design));
		until(() -> pane().shown().isPresent(), "no file is shown");
		String path = "/etc/sysconfig/network-scripts/ifcfg-eth0";
		show(new FileRef("b", path));
		replaceBy(design.replace("node b", "node bee"), new FileRef("bee", path));
		assertTrue(text().getText().contains("DEVICE=\"eth0\""), text().getText());
		replaceBy(design.replaceAll("    node b [^\n]*\n", ""), new FileRef("c", path));
		replaceBy(design.replaceAll("    node [bc] [^\n]*\n", ""), new FileRef("a", path));
		assertEquals("ifcfg-eth0", tree().getSelection()[0].getText().replaceFirst(" .*", ""));
		show(new FileRef("a", path));
		String other = design.replaceAll("    node [bc] [^\n]*\n", "").replace("eth0", "eth1");
		editor.source().document().set(other);
		until(() -> pane().shown().isPresent() && text().getText().contains("eth1"), () -> "nothing is shown for a NIC that is gone: " + pane().chosen());
	}

	private void replaceBy(String design, FileRef shown) {
		editor.source().document().set(design);
		until(() -> pane().shown().map(GeneratedPane.Shown::ref).equals(Optional.of(shown)), () -> "shown: " + pane().shown().map(GeneratedPane.Shown::ref) + " instead of " + shown);
	}

	@Test
	void theCaretLightsUpTheLinesThatItMakes() throws Exception {
		open("caret");
		show(BRIDGE);
		caret("gateway 10.255.255");
		until(() -> painted("made").equals(List.of("GATEWAY=\"10.255.255.254\"")), () -> "lit: " + painted("made") + labels());
		until(() -> label("ifcfg-vbr2").startsWith("ifcfg-vbr2 2 lines"), "the tree does not say it");
		caret("network ifn \"Internet-Facing Network\" 10.255");
		until(() -> painted("made").size() > 2, "the block lights up little");
		caret("// Node N is .0.N");
		until(() -> painted("made").isEmpty(), "a comment makes something");
	}

	@Test
	void onlyFilesMadeByTheSelectionAndTheNextLine() throws Exception {
		open("only");
		caret("gateway 10.255.255");
		until(() -> !label("ifcfg-vbr2 2 lines").isEmpty(), () -> labels().toString());
		run("org.clusterwright.ui.onlyMade");
		until(() -> labels().stream().filter(l -> l.startsWith("ifcfg")).allMatch(l -> l.startsWith("ifcfg-vbr2 2 lines")) && !label("ifcfg-vbr2").isEmpty(), labels().toString());
		run("org.clusterwright.ui.nextMade");
		assertEquals("GATEWAY=\"10.255.255.254\"", text().getLine(text().getLineAtOffset(text().getCaretOffset())));
		run("org.clusterwright.ui.onlyMade");
		until(() -> !label("cluster.conf").isEmpty(), "the others do not come back");
	}

	@Test
	void aClickInAFileSelectsWhatItComesFrom() throws Exception {
		open("click");
		show(BRIDGE);
		click(text(), text().getText().indexOf("10.255.255.254"));
		StyledText source = editor.source().viewer().getTextWidget();
		assertTrue(source.getSelectionText().contains("10.255.255.254"), source.getSelectionText());
		assertTrue(text().isFocusControl(), "the focus went away");
		assertTrue(why().startsWith("Written in the design: <a"), why());
	}

	@Test
	void aFieldOfAFormLightsUpTheLinesThatItMakes() throws Exception {
		open("forms");
		show(BRIDGE);
		editor.setActivePage(NETWORK);
		Tree networks = Workbench.find(Tree.class, "network.networks");
		networks.setFocus();
		networks.setSelection(networks.getItem(2));
		networks.notifyListeners(SWT.Selection, new Event());
		until(() -> painted("made").size() > 5, () -> "of the network: " + painted("made"));
		Text gateway = Workbench.find(Text.class, "network.gateway");
		until(() -> gateway.getText().equals("10.255.255.254"), gateway::getText);
		gateway.setFocus();
		until(() -> painted("made").equals(List.of("GATEWAY=\"10.255.255.254\"")), () -> "of the gateway: " + painted("made"));
		until(() -> label("ifcfg-vbr2").startsWith("ifcfg-vbr2 2 lines"), () -> "the tree does not say it: " + labels());
		Workbench.picture("beside-form");
		editor.setActivePage("org.clusterwright.ui.source");
		editor.reveal(Place.START);
		until(() -> painted("made").isEmpty(), () -> "the text does not count again: " + painted("made"));
	}

	@Test
	void aClickInAFileSelectsTheElementOnItsForm() throws Exception {
		open("forms-click");
		show(BRIDGE);
		editor.setActivePage("org.clusterwright.ui.page.fencing");
		click(text(), text().getText().indexOf("10.255.255.254"));
		assertEquals(NETWORK, editor.getActivePageInstance().getId());
		assertTrue(text().isFocusControl(), "the focus went away");
		until(() -> Arrays.stream(Workbench.find(Tree.class, "network.networks").getSelection()).anyMatch(i -> i.getText().equals("ifn")), "the network is not selected");
		until(() -> label("ifcfg-vbr2").startsWith("ifcfg-vbr2 2 lines"), () -> labels().toString());
	}

	@Test
	void theButtonStaysPressedWhileAnotherPartIsActive() throws Exception {
		open("button");
		until(() -> button().getSelection(), "not pressed");
		Workbench.page().activate(Workbench.page().showView(IPageLayout.ID_PROBLEM_VIEW));
		Workbench.rest(200);
		assertTrue(button().getSelection() && button().isEnabled(), "not pressed while a view is active");
		run("org.clusterwright.ui.toggleBeside");
		until(() -> !button().getSelection(), "still pressed");
	}

	private static ToolItem button() {
		return Workbench.all(ToolBar.class, Workbench.window().getShell()).stream().flatMap(b -> Arrays.stream(b.getItems()))
				.filter(i -> i.getToolTipText() != null && i.getToolTipText().startsWith("Files Beside the Design")).findFirst().orElseThrow();
	}

	@Test
	void ofADerivedLineTheRuleIsShownAndF3GoesThere() throws Exception {
		open("derived");
		show(BRIDGE);
		StyledText source = editor.source().viewer().getTextWidget();
		source.setSelection(0);
		click(text(), text().getText().indexOf("10.255.0.1"));
		assertEquals("", source.getSelectionText());
		assertTrue(why().startsWith("Follows from first address of the subnet plus the node's id; <a"), why());
		assertTrue(why().contains("node an-node01, line " + line("node an-node01 ")), why());
		run("org.clusterwright.ui.openOrigin");
		assertTrue(source.getSelectionText().startsWith("node an-node01"), source.getSelectionText());
	}

	@Test
	void theHoverSaysWhyALineIsThere() throws Exception {
		open("hover");
		show(BRIDGE);
		int offset = text().getText().indexOf("10.255.0.1");
		ITextHover hover = pane().configuration().getTextHover(pane().viewer(), IDocument.DEFAULT_CONTENT_TYPE);
		String says = ((ITextHoverExtension2) hover).getHoverInfo2(pane().viewer(), hover.getHoverRegion(pane().viewer(), offset)).toString();
		assertTrue(says.contains("first address of the subnet plus the node's id"), says);
		assertTrue(says.contains("network ifn, line " + line("network ifn ")), says);
		assertTrue(says.contains("node an-node01, line " + line("node an-node01 ")), says);
	}

	@Test
	void filesKeepTheirPlaceAndShowWhatAnEditChanged() throws Exception {
		open("keep");
		show(CLUSTER);
		StyledText text = text();
		text.setTopIndex(6);
		text.setSelection(text.getOffsetAtLine(8), text.getOffsetAtLine(9));
		int top = text.getTopIndex();
		String selected = text.getSelectionText();
		TreeItem item = tree().getItem(0);
		IDocument document = editor.source().document();
		document.replace(document.get().indexOf("version 8"), 9, "version 9");
		until(() -> text().getText().contains("config_version=\"9\""), "not fresh");
		assertEquals(top, text().getTopIndex());
		assertEquals(selected, text().getSelectionText());
		assertTrue(item == tree().getItem(0) && !item.isDisposed(), "the tree was built anew");
		until(() -> label("cluster.conf").contains("±1"), () -> labels().toString());
		assertFalse(label("hosts").contains("±"), label("hosts"));
	}

	@Test
	void theFilterLeavesWhatHasTheWords() throws Exception {
		open("filter");
		Text filter = Workbench.find(Text.class, "generated.filter");
		filter.setText("node02 ifcfg vbr");
		assertEquals(List.of("an-node02", "ifcfg-vbr0", "ifcfg-vbr2"), labels().stream().map(l -> l.split(" ")[0]).toList());
		filter.setText("");
		assertTrue(labels().size() > 20, labels().toString());
	}

	@Test
	void keysInThePaneDoNotReachTheDesign() throws Exception {
		open("keys");
		StyledText source = editor.source().viewer().getTextWidget();
		String before = source.getText();
		source.setSelection(0, 20);
		Text filter = Workbench.find(Text.class, "generated.filter");
		filter.setText("abc");
		filter.setFocus();
		filter.selectAll();
		until(filter::isFocusControl, "no focus");
		Workbench.settle();
		run("org.eclipse.ui.edit.delete");
		assertEquals("", filter.getText());
		assertEquals(before, source.getText());
	}

	@Test
	void generateWritesTheFilesAndTheirStateIsShown() throws Exception {
		open("export");
		assertFalse(label("cluster.conf").contains("same"), label("cluster.conf"));
		generate();
		until(() -> label("hosts").contains("  same") && label("cluster.conf").contains("  same"), () -> labels().toString());
		IFile file = ResourceUtil.getFile(editor.getEditorInput());
		Path written = LastExport.directory(file).orElseThrow();
		assertEquals(file.getProject().getLocation().toPath().resolve("generated"), written);
		assertTrue(Files.readString(written.resolve("an-node01/etc/cluster/cluster.conf")).contains("config_version=\"8\""));
		IDocument document = editor.source().document();
		document.replace(document.get().indexOf("version 8"), 9, "version 9");
		until(() -> label("cluster.conf").contains("  changed"), () -> labels().toString());
		assertTrue(label("hosts").contains("  same"), label("hosts"));
		Files.delete(written.resolve("an-node01/etc/hosts"));
		file.getProject().refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
		until(() -> label("hosts").contains("  new"), () -> labels().toString());
		show(CLUSTER);
		run("org.clusterwright.ui.compareExport");
		NativeCompareInput input = compared();
		assertTrue(text(input.content().root().getLeft()).contains("config_version=\"9\""));
		assertTrue(text(input.content().root().getRight()).contains("config_version=\"8\""));
		assertEquals("Lines that differ: 1.", Workbench.find(Label.class, "compare.summary").getText());
	}

	/** Says yes to the dialog, and to the box that names the secrets without a value, which the tutorial has. */
	private static void generate() throws Exception {
		Display display = Display.getCurrent();
		boolean[] warned = {false};
		display.timerExec(200, new Runnable() {
			private int times;

			@Override
			public void run() {
				Arrays.stream(display.getShells()).filter(s -> s.isVisible() && s.getText().equals("Generate")).flatMap(s -> Workbench.all(Button.class, s).stream())
						.filter(b -> b.isEnabled() && b.getText().replace("&", "").matches("Generate|OK")).findFirst().ifPresent(b -> {
							warned[0] = b.getText().contains("OK");
							b.notifyListeners(SWT.Selection, new Event());
						});
				if (!warned[0] && times++ < 150) {
					display.timerExec(200, this);
				}
			}
		});
		run("org.clusterwright.ui.generate");
		until(() -> warned[0], "the missing secrets were not named");
	}

	private static NativeCompareInput compared() {
		until(() -> Workbench.page().getActiveEditor().getEditorInput() instanceof NativeCompareInput input && input.content() != null
				&& !Workbench.all(StyledText.class, Workbench.window().getShell()).isEmpty(), "no compare editor");
		return (NativeCompareInput) Workbench.page().getActiveEditor().getEditorInput();
	}

	private static String text(ITypedElement side) {
		return ((TextSide) side).text();
	}

	@Test
	void nodesAreComparedAndWhatShouldNotDifferStandsOut() throws Exception {
		String text = Workbench.tutorialText();
		int nic = text.indexOf("switch2 port 12");
		String odd = text.substring(0, nic + 15) + " { raw /etc/sysconfig/network-scripts/ifcfg-eth5 \"ETHTOOL_OPTS=x\" }" + text.substring(nic + 15);
		editor = Workbench.open(Workbench.design("nodes", odd));
		until(() -> pane().shown().isPresent(), "no file is shown");
		FileRef eth5 = new FileRef("an-node01", "/etc/sysconfig/network-scripts/ifcfg-eth5");
		until(() -> label("ifcfg-eth5").contains("≠1"), () -> labels().toString());
		assertFalse(label("ifcfg-eth4").contains("≠"), label("ifcfg-eth4"));
		show(eth5);
		run("org.clusterwright.ui.compareNodes");
		NativeCompareInput input = compared();
		assertTrue(input.getTitle().endsWith("an-node01 and an-node02, unexpected: 1"), input.getTitle());
		assertTrue(text(input.content().root().getLeft()).contains("HWADDR=\"00:1B:21:BF:70:02\""));
		assertTrue(text(input.content().root().getRight()).contains("HWADDR=\"00:00:5E:00:53:25\""));
		until(() -> Workbench.all(StyledText.class, Workbench.window().getShell()).stream()
				.anyMatch(t -> t.getText().contains("ETHTOOL_OPTS=x\n") || t.getText().endsWith("ETHTOOL_OPTS=x")), "the text is not shown");
	}

	@Test
	void errorsLeaveTheLastFilesGrey() throws Exception {
		open("grey");
		show(CLUSTER);
		IDocument document = editor.source().document();
		document.replace(document.get().indexOf("bond0 bridge"), 5, "nowhere");
		Color grey = Colours.of(Kind.COMMENT);
		until(() -> Arrays.stream(text().getStyleRanges()).allMatch(r -> grey.equals(r.foreground)) && grey.equals(tree().getForeground()), "not grey");
		document.replace(document.get().indexOf("nowhere"), 7, "bond0");
		until(() -> Arrays.stream(text().getStyleRanges()).anyMatch(r -> !grey.equals(r.foreground)), "still grey");
	}
}
