package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.clusterwright.ui.diagram.DiagramView;
import org.clusterwright.ui.diagram.PicturePage;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The picture in the editor and in its view: painted, linked both ways, zoomed and copied. */
class PictureTest {

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private static DesignEditor open() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("picture"));
		assertNotNull(editor.setActivePage(PicturePage.ID));
		assertTrue(Workbench.until(() -> canvas().isVisible() && !canvas().getBounds().isEmpty() && colours() > 12), "nothing is painted");
		return editor;
	}

	private static Canvas canvas() {
		return Workbench.find(Canvas.class, "diagram.canvas");
	}

	/** How many different colours the canvas shows. */
	private static int colours() {
		Canvas canvas = canvas();
		Rectangle area = canvas.getClientArea();
		if (area.width < 50 || area.height < 50) {
			return 0;
		}
		Image image = new Image(Display.getCurrent(), area.width, area.height);
		GC gc = new GC(canvas);
		gc.copyArea(image, 0, 0);
		gc.dispose();
		ImageData data = image.getImageData();
		image.dispose();
		Set<Integer> colours = new HashSet<>();
		for (int x = 0; x < data.width; x += 2) {
			for (int y = 0; y < data.height; y += 2) {
				colours.add(data.getPixel(x, y));
			}
		}
		return colours.size();
	}

	private static void key(int code) {
		Event event = new Event();
		event.keyCode = code;
		event.character = code < 128 ? (char) code : 0;
		canvas().notifyListeners(SWT.KeyDown, event);
		Workbench.settle();
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
		DesignEditor editor = open();
		IDocument document = editor.source().document();
		Workbench.find(Label.class, "diagram.empty");
		editor.source().selectAndReveal(document.get().indexOf("volume lv_shared"), 0);
		assertTrue(Workbench.until(() -> spoken().startsWith("/dev/shared-vg0/lv_shared")), PictureTest::spoken);
		document.replace(document.get().indexOf("lv_shared"), 9, "lv_common");
		assertTrue(Workbench.until(() -> spoken().startsWith("/dev/shared-vg0/lv_common")), PictureTest::spoken);
	}

	@Test
	void itIsCopiedAsTextInTheTutorialsWay() throws Exception {
		open();
		for (MenuItem item : canvas().getMenu().getItems()) {
			if (item.getText().contains("Text")) {
				item.notifyListeners(SWT.Selection, new Event());
			}
		}
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		String text = String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
		clipboard.dispose();
		assertTrue(text.contains("[_disk_1_]--+--[_/dev/sda_]"), text);
	}

	@Test
	void theWheelZoomsAndKeysBringItBack() throws Exception {
		open();
		Object fitted = canvas().getData("org.clusterwright.zoom");
		Event wheel = new Event();
		wheel.count = 3;
		wheel.x = 40;
		wheel.y = 40;
		canvas().notifyListeners(SWT.MouseVerticalWheel, wheel);
		assertTrue((Double) canvas().getData("org.clusterwright.zoom") > (Double) fitted);
		key('0');
		assertEquals(1.0, canvas().getData("org.clusterwright.zoom"));
		key('f');
		assertEquals(fitted, canvas().getData("org.clusterwright.zoom"));
	}

	@Test
	void theViewFollowsTheEditor() throws Exception {
		Workbench.page().showView(DiagramView.ID);
		assertTrue(Workbench.find(Label.class, "diagram.empty").isVisible());
		Workbench.open(Workbench.tutorial("picture"));
		assertTrue(Workbench.until(() -> canvas().isVisible()), "the view shows nothing");
		Workbench.closeEditors();
		assertTrue(Workbench.until(() -> Workbench.find(Label.class, "diagram.empty").isVisible()), "the picture of a closed design stays");
		Workbench.page().hideView(Workbench.page().findView(DiagramView.ID));
	}
}
