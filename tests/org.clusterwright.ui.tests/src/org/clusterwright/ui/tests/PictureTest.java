package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.clusterwright.core.diagram.NetworkScene;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.ui.diagram.DiagramView;
import org.clusterwright.ui.diagram.PicturePage;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The picture in the editor and in its view: painted, linked both ways, zoomed and copied. */
class PictureTest {

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private static DesignEditor open() throws Exception {
		return open(Workbench.tutorial("picture"));
	}

	private static DesignEditor open(IFile file) throws Exception {
		DesignEditor editor = Workbench.open(file);
		assertNotNull(editor.setActivePage(PicturePage.ID));
		assertTrue(Workbench.until(() -> Pictures.look().isPresent()), "no picture");
		Pictures.choose("STORAGE");
		Pictures.check("sizes", false);
		Pictures.check("legend", false);
		assertTrue(Workbench.until(() -> !canvas().getBounds().isEmpty() && colours() > 12), "nothing is painted");
		Pictures.key('f');
		return editor;
	}

	private static Canvas canvas() {
		return Pictures.canvas();
	}

	/** What the editor's design looks like; the picture shows this. */
	private static Scene scene(DesignEditor editor, boolean network) {
		EffectiveCluster cluster = new EffectiveCluster(new ClusterLanguage().validate(editor.source().document().get()).root().orElseThrow());
		return network ? NetworkScene.of(cluster) : StorageScene.of(cluster, false);
	}

	private static Box box(Scene scene, String label) {
		return scene.stops().stream().filter(b -> b.text().equals(label)).findFirst().orElseThrow(() -> new AssertionError("no box " + label));
	}

	private static Point middle(Box box) {
		return Pictures.pixel(box.centerX(), box.centerY());
	}

	/** What the canvas shows. */
	private static ImageData shot() {
		Canvas canvas = canvas();
		Image image = new Image(Display.getCurrent(), canvas.getClientArea().width, canvas.getClientArea().height);
		GC gc = new GC(canvas);
		gc.copyArea(image, 0, 0);
		gc.dispose();
		ImageData data = image.getImageData();
		image.dispose();
		return data;
	}

	/** How many different colours the canvas shows. */
	private static int colours() {
		Canvas canvas = canvas();
		Rectangle area = canvas.getClientArea();
		if (area.width < 50 || area.height < 50) {
			return 0;
		}
		ImageData data = shot();
		Set<Integer> colours = new HashSet<>();
		for (int x = 0; x < data.width; x += 2) {
			for (int y = 0; y < data.height; y += 2) {
				colours.add(data.getPixel(x, y));
			}
		}
		return colours.size();
	}

	private static void key(int code) {
		Pictures.key(code);
	}

	/** What a screen reader says of the selected box. */
	private static String spoken() {
		return String.valueOf(canvas().getData("org.clusterwright.spoken"));
	}

	@Test
	void arrowKeysGoFromBoxToBoxAndEnterOpensTheDesign() throws Exception {
		DesignEditor editor = open();
		canvas().setFocus();
		key(SWT.HOME);
		assertTrue(spoken().startsWith("an-node01"), spoken());
		key(SWT.ARROW_DOWN);
		assertTrue(spoken().startsWith("disk 1"), spoken());
		key(SWT.ARROW_RIGHT);
		assertTrue(spoken().startsWith("/dev/sda"), spoken());
		key(SWT.ARROW_DOWN);
		assertTrue(spoken().startsWith("/dev/sda1"), spoken());
		key(SWT.CR);
		assertTrue(Workbench.until(() -> editor.source().viewer().getTextWidget().getSelectionText().startsWith("partition 1")), () -> editor.source().viewer().getTextWidget().getSelectionText());
	}

	@Test
	void theCaretMarksItsBoxesAndTypingIsDrawn() throws Exception {
		DesignEditor editor = open(Workbench.tutorial("caret"));
		IDocument document = editor.source().document();
		editor.source().selectAndReveal(document.get().indexOf("node an-node01"), 0);
		assertTrue(Workbench.until(() -> spoken().startsWith("an-node01")), PictureTest::spoken);
		editor.source().selectAndReveal(document.get().indexOf("volume lv_shared"), 0);
		assertTrue(Workbench.until(() -> spoken().startsWith("/dev/shared-vg0/lv_shared")), PictureTest::spoken);
		document.replace(document.get().indexOf("lv_shared"), 9, "lv_common");
		assertTrue(Workbench.until(() -> spoken().startsWith("/dev/shared-vg0/lv_common")), PictureTest::spoken);
	}

	@Test
	void theWheelZoomsAndKeysBringItBack() throws Exception {
		open();
		double fitted = Pictures.zoom();
		Pictures.mouse(SWT.MouseVerticalWheel, new Point(40, 40), 3);
		assertTrue(Pictures.zoom() > fitted);
		key('0');
		assertEquals(1.0, Pictures.zoom());
		key('+');
		assertTrue(Pictures.zoom() > 1);
		key('-');
		assertEquals(1.0, Pictures.zoom(), 1e-6);
		key('f');
		assertEquals(fitted, Pictures.zoom());
	}

	@Test
	void whatIsUnderTheMouseStaysThereWhileTheWheelZooms() throws Exception {
		DesignEditor editor = open();
		Box box = box(scene(editor, false), "/dev/sda6");
		key('0');
		Pictures.mouse(SWT.MouseVerticalWheel, middle(box), 3);
		Pictures.mouse(SWT.MouseVerticalWheel, middle(box), 3);
		Point before = middle(box);
		for (int i = 0; i < 3; i++) {
			Pictures.mouse(SWT.MouseVerticalWheel, before, 3);
			Point after = middle(box);
			// The place is known to a unit of the scene only.
			assertEquals(before.x, after.x, Pictures.zoom() + 1);
			assertEquals(before.y, after.y, Pictures.zoom() + 1);
		}
		assertTrue(Pictures.zoom() > 2, "zoomed " + Pictures.zoom());
	}

	@Test
	void anEditKeepsZoomAndPlace() throws Exception {
		DesignEditor editor = open(Workbench.tutorial("kept"));
		for (int i = 0; i < 4; i++) {
			Pictures.mouse(SWT.MouseVerticalWheel, new Point(60, 60), 3);
		}
		double zoom = Pictures.zoom();
		Point place = Pictures.place();
		IDocument document = editor.source().document();
		document.replace(document.get().indexOf("lv_shared"), 9, "lv_common");
		assertTrue(Workbench.until(() -> {
			Pictures.key(SWT.ESC);
			return editor.session().flatMap(s -> s.current()).filter(s -> s.design().text().contains("lv_common")).isPresent();
		}));
		Workbench.rest(500);
		assertEquals(zoom, Pictures.zoom());
		assertEquals(place, Pictures.place());
		editor.source().selectAndReveal(document.get().indexOf("volume lv_common"), 0);
		assertTrue(Workbench.until(() -> spoken().startsWith("/dev/shared-vg0/lv_common")), PictureTest::spoken);
	}

	@Test
	void aClickOpensTheElementAndTheCaretMarksItsBox() throws Exception {
		DesignEditor editor = open();
		Scene scene = scene(editor, false);
		Point at = middle(box(scene, "vm2"));
		Pictures.mouse(SWT.MouseMove, at, 0);
		Pictures.mouse(SWT.MouseDown, at, 1);
		Pictures.mouse(SWT.MouseUp, at, 1);
		assertTrue(Workbench.until(() -> editor.source().viewer().getTextWidget().getSelectionText().startsWith("guest vm2")), () -> editor.source().viewer().getTextWidget().getSelectionText());
		assertTrue(spoken().startsWith("vm2"), spoken());
		assertEquals(PicturePage.ID, editor.getActivePageInstance().getId());
		Pictures.mouse(SWT.MouseDoubleClick, at, 2);
		assertTrue(Workbench.until(() -> Pictures.look().isEmpty()), "the text is not opened");
		assertNotNull(editor.setActivePage(PicturePage.ID));
		editor.source().selectAndReveal(editor.source().document().get().indexOf("node an-node02"), 0);
		assertTrue(Workbench.until(() -> spoken().startsWith("an-node02")), PictureTest::spoken);
	}

	@Test
	void toolTipsSayMore() throws Exception {
		DesignEditor editor = open();
		Pictures.mouse(SWT.MouseMove, middle(box(scene(editor, false), "/dev/drbd1")), 0);
		String tip = String.valueOf(canvas().getToolTipText());
		assertTrue(tip.contains("DRBD resource r1") && tip.contains("replicated with an-node02") && tip.contains("10.10.0.1:"), tip);
		Pictures.mouse(SWT.MouseMove, new Point(2, 2), 0);
		assertNull(canvas().getToolTipText());
		Pictures.choose("NETWORK");
		Box supply = box(scene(editor, true), "psu1");
		assertTrue(Workbench.until(() -> {
			Pictures.mouse(SWT.MouseMove, new Point(2, 2), 0);
			Pictures.mouse(SWT.MouseMove, middle(supply), 0);
			return canvas().getToolTipText() != null;
		}), "no tool tip");
		assertTrue(String.valueOf(canvas().getToolTipText()).contains("single point of failure: it has a single power supply, on pdu2"), canvas().getToolTipText());
	}

	@Test
	void theLegendComesAndGoes() throws Exception {
		open();
		Canvas legend = Workbench.all(Canvas.class, canvas().getParent().getParent()).stream().filter(c -> "diagram.legend".equals(c.getData("org.clusterwright.id"))).findFirst().orElseThrow();
		int without = canvas().getBounds().height;
		assertFalse(legend.isVisible());
		Pictures.check("legend", true);
		assertTrue(legend.isVisible() && legend.getBounds().height >= 24, legend.getBounds().toString());
		assertEquals(without, canvas().getBounds().height + legend.getBounds().height, 4);
		assertTrue(String.valueOf(legend.getData("org.clusterwright.text")).contains("DRBD device"));
		Pictures.choose("NETWORK");
		assertTrue(String.valueOf(legend.getData("org.clusterwright.text")).contains("Single point of failure"));
		Pictures.check("legend", false);
		assertEquals(without, canvas().getBounds().height);
	}

	@Test
	void problemsAreShownAtTheirBoxes() throws Exception {
		String text = Workbench.tutorialText();
		DesignEditor editor = open(Workbench.design("picture", text));
		Box box = box(scene(editor, false), "/dev/drbd1");
		key('0');
		while (Pictures.zoom() < 2) {
			Pictures.mouse(SWT.MouseVerticalWheel, Pictures.pixel(box.x(), box.y()), 3);
		}
		ImageData before = shot();
		IDocument document = editor.source().document();
		document.replace(document.get().indexOf("on sda6"), 7, "on sda9");
		assertTrue(Workbench.until(() -> editor.session().flatMap(s -> s.current()).filter(s -> s.findings().stream().anyMatch(f -> f.isError())).isPresent()));
		Workbench.rest(700);
		editor.source().selectAndReveal(document.get().indexOf("sda9"), 0);
		Workbench.rest(300);
		Scene now = scene(editor, false);
		Box wrong = box(now, "/dev/drbd1");
		Point corner = Pictures.pixel(wrong.x(), wrong.y());
		ImageData after = shot();
		assertTrue(reds(after, corner) > 20, "no sign of an error at " + corner);
		assertTrue(reds(before, Pictures.pixel(box.x(), box.y())) < 5, "a sign before there was an error");
	}

	/** Pixels of strong red around a place. */
	private static int reds(ImageData data, Point at) {
		int reds = 0;
		for (int x = Math.max(0, at.x - 14); x < Math.min(data.width, at.x + 14); x++) {
			for (int y = Math.max(0, at.y - 14); y < Math.min(data.height, at.y + 14); y++) {
				RGB rgb = data.palette.getRGB(data.getPixel(x, y));
				reds += rgb.red > 150 && rgb.green < 110 && rgb.blue < 110 ? 1 : 0;
			}
		}
		return reds;
	}

	@Test
	void theStateIsKeptForTheNextTime() throws Exception {
		open();
		Pictures.check("sizes", true);
		Pictures.check("legend", true);
		Pictures.choose("NETWORK");
		assertTrue(Workbench.until(() -> colours() > 12));
		key('0');
		key('+');
		double zoom = Pictures.zoom();
		Workbench.closeEditors();
		DesignEditor editor = Workbench.open(Workbench.tutorial("picture"));
		editor.setActivePage(PicturePage.ID);
		assertTrue(Workbench.until(() -> Pictures.look().isPresent() && colours() > 12), "nothing is painted");
		assertEquals(zoom, Pictures.zoom(), 1e-9);
		assertTrue(Pictures.tool("sizes").getSelection() && Pictures.tool("legend").getSelection() && Pictures.tool("NETWORK").getSelection());
	}

	@Test
	void theViewFollowsTheEditor() throws Exception {
		Workbench.page().showView(DiagramView.ID);
		assertTrue(Workbench.find(Label.class, "diagram.empty").isVisible());
		Workbench.open(Workbench.tutorial("picture"));
		assertTrue(Workbench.until(() -> Pictures.look().isPresent()), "the view shows nothing");
		Workbench.closeEditors();
		assertTrue(Workbench.until(() -> Workbench.find(Label.class, "diagram.empty").isVisible()), "the picture of a closed design stays");
		Workbench.page().showView(IPageLayout.ID_PROBLEM_VIEW);
	}

	@Test
	void withoutAPictureTheUserIsToldWhatToDo() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("picture", "cluster c version 1 {\n    node\n"));
		editor.setActivePage(PicturePage.ID);
		assertTrue(says("syntax errors"), "nothing is said of a design that cannot be read");
		editor.source().document().set("cluster c version 1 {\n}\n");
		assertTrue(says("nothing to draw"), "nothing is said of an empty design");
		editor.source().document().set(Workbench.tutorialText());
		assertTrue(Workbench.until(() -> Pictures.look().isPresent() && colours() > 12), "nothing is painted");
		assertFalse(Workbench.find(Label.class, "diagram.empty").isVisible());
	}

	private static boolean says(String words) {
		return Workbench.until(() -> Workbench.all(Label.class, Workbench.window().getShell()).stream().anyMatch(l -> "diagram.empty".equals(l.getData("org.clusterwright.id")) && l.isVisible() && l.getText().contains(words)));
	}
}
