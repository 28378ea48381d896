package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.clusterwright.core.diagram.NetworkScene;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.ui.diagram.DiagramExport;
import org.clusterwright.ui.diagram.PicturePage;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.actions.ActionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a frame takes while a picture is dragged, by real paint events. Prints figures; the goals are those of releng/bench/latency. */
class PicturePanningTest {
	private static final String LARGE = System.getProperty("clusterwright.bench");
	private static final int FRAMES = LARGE == null ? 30 : 120;
	private static final int STEP = 12;

	/** What a machine that does something else, too, does not falsify. */
	private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

	private long begun;
	private double painted;
	private int frames;

	@AfterEach
	void close() {
		Workbench.closeEditors();
	}

	private static Canvas canvas() {
		return Pictures.canvas();
	}

	private static void mouse(int type, int x, int y) {
		Event event = new Event();
		event.button = 1;
		event.x = x;
		event.y = y;
		canvas().notifyListeners(type, event);
	}

	/** Drags to and fro; returns the median of the times from the mouse's move to the painted frame, in milliseconds. */
	private double drag(String name) {
		Display display = Display.getCurrent();
		Canvas canvas = canvas();
		Listener begin = e -> {
			if (e.widget == canvas) {
				begun = System.nanoTime();
			}
		};
		Listener end = e -> {
			painted = (System.nanoTime() - begun) / 1e6;
			frames++;
		};
		display.addFilter(SWT.Paint, begin);
		canvas.addListener(SWT.Paint, end);
		double[] whole = new double[FRAMES];
		double[] paint = new double[FRAMES];
		int x = canvas.getClientArea().width / 2;
		int y = canvas.getClientArea().height / 2;
		Workbench.settle();
		mouse(SWT.MouseDown, x, y);
		for (int i = -10; i < FRAMES; i++) {
			// There and back, so that the picture never comes to its edge.
			x += i / 10 % 2 == 0 ? -STEP : STEP;
			int before = frames;
			long start = System.nanoTime();
			mouse(SWT.MouseMove, x, y);
			assertTrue(Workbench.until(() -> frames > before), "nothing is painted");
			if (i >= 0) {
				whole[i] = (System.nanoTime() - start) / 1e6;
				paint[i] = painted;
			}
		}
		mouse(SWT.MouseUp, x, y);
		display.removeFilter(SWT.Paint, begin);
		canvas.removeListener(SWT.Paint, end);
		String at = String.format(Locale.ROOT, "%s, %d x %d pixels at %.0f %%", name, canvas.getClientArea().width, canvas.getClientArea().height, 100 * Pictures.zoom());
		Stalls.say(at + ": painting a frame, p50", Stalls.percentile(paint, 50), "ms");
		Stalls.say(at + ": painting a frame, p95", Stalls.percentile(paint, 95), "ms");
		Stalls.say(at + ": a frame from the mouse's move to the paint event's end, p50 (goal 33 ms)", Stalls.percentile(whole, 50), "ms");
		return Stalls.percentile(paint, 50);
	}

	private void measure(String name, IFile file, double bound) throws Exception {
		Workbench.window().getShell().setMaximized(true);
		DesignEditor editor = Workbench.open(file);
		editor.setActivePage(PicturePage.ID);
		ActionFactory.MAXIMIZE.create(Workbench.window()).run();
		for (String id : new String[] { "STORAGE", "NETWORK" }) {
			assertTrue(Workbench.until(() -> Pictures.look().isPresent()), "no picture");
			Pictures.choose(id);
			assertTrue(Workbench.until(() -> canvas().getData("org.clusterwright.place") instanceof Point), "nothing is shown");
			Workbench.rest(LARGE == null ? 300 : 3000);
			String what = name + ", " + id.toLowerCase(Locale.ROOT);
			Pictures.key('f');
			assertTrue(drag(what + ", all of it") < bound, "too slow");
			Pictures.key('0');
			assertTrue(drag(what) < bound, "too slow");
			for (int i = 0; i < 4; i++) {
				Pictures.key('-');
			}
			assertEquals(0.48, Pictures.zoom(), 0.02);
			assertTrue(drag(what) < bound, "too slow");
		}
		Pictures.choose("STORAGE");
		ActionFactory.MAXIMIZE.create(Workbench.window()).run();
	}

	@Test
	void panningIsSmooth() throws Exception {
		measure("tutorial", Workbench.tutorial("panning"), 200);
		if (LARGE != null) {
			Workbench.closeEditors();
			measure("large", Workbench.design("panning", Files.readString(Path.of(LARGE))), 1000);
		}
	}

	/** From a design that is parsed to a picture on the screen's kind of image, all of it: effective values, scene with layout, painting. */
	private static double whole(String name, String goal, String text, int times) {
		Cluster root = new ClusterLanguage().parse(text).root().orElseThrow();
		double slower = 0;
		for (Function<EffectiveCluster, Scene> kind : List.<Function<EffectiveCluster, Scene>>of(c -> StorageScene.of(c, false), NetworkScene::of)) {
			Image image = new Image(Display.getCurrent(), 1600, 1000);
			double[] all = new double[times];
			double[] painting = new double[times];
			double[] alone = new double[times];
			String title = "";
			for (int i = -times; i < times; i++) {
				long before = CPU.getCurrentThreadCpuTime();
				long start = System.nanoTime();
				Scene scene = kind.apply(new EffectiveCluster(root));
				long made = System.nanoTime();
				GC gc = new GC(image);
				DiagramExport.paint(gc, scene, image.getBounds(), 96);
				gc.dispose();
				if (i >= 0) {
					all[i] = (System.nanoTime() - start) / 1e6;
					painting[i] = (System.nanoTime() - made) / 1e6;
					alone[i] = (CPU.getCurrentThreadCpuTime() - before) / 1e6;
				}
				title = scene.title().substring(0, scene.title().indexOf(' '));
			}
			image.dispose();
			Stalls.say(name + ": " + title + ", scene, layout and painting, warm, p50 (goal " + goal + " ms)", Stalls.percentile(all, 50), "ms");
			Stalls.say(name + ": " + title + ", of it painting", Stalls.percentile(painting, 50), "ms");
			Stalls.say(name + ": " + title + ", time of the processor for all of it", Stalls.percentile(alone, 50), "ms");
			slower = Math.max(slower, Stalls.percentile(all, 50));
		}
		return slower;
	}

	@Test
	void picturesAreMadeAndPaintedInNoTime() throws Exception {
		assertTrue(whole("tutorial", "10", Workbench.tutorialText(), LARGE == null ? 20 : 60) < 150, "too slow");
		if (LARGE != null) {
			assertTrue(whole("large", "300", Files.readString(Path.of(LARGE)), 8) < 3000, "too slow");
		}
	}
}
