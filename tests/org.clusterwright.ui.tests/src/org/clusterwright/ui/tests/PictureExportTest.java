package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.clusterwright.core.diagram.OnPaper;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.core.diagram.SvgPicture;
import org.clusterwright.core.diagram.TextFigure;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.ui.diagram.DiagramExport;
import org.clusterwright.ui.diagram.PicturePage;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bringing a picture out of the workbench: files, clipboard, paper, and the figure as a comment. */
class PictureExportTest {
	@TempDir
	Path directory;

	/** What went wrong while a dialog was open. */
	private static Throwable failed;

	@AfterEach
	void close() throws Throwable {
		Workbench.closeEditors();
		Throwable last = failed;
		failed = null;
		if (last != null) {
			throw last;
		}
	}

	private static DesignEditor open() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("export"));
		editor.setActivePage(PicturePage.ID);
		assertTrue(Workbench.until(() -> Pictures.look().isPresent()), "no picture");
		Pictures.choose("STORAGE");
		Pictures.check("sizes", false);
		Workbench.rest(300);
		return editor;
	}

	private static Scene scene(DesignEditor editor) {
		return StorageScene.of(new EffectiveCluster(new ClusterLanguage().validate(editor.source().document().get()).root().orElseThrow()), false);
	}

	/** Acts on a shell with a title as soon as it is there; dialogs turn the event loop themselves. */
	private static void whenShown(String title, Consumer<Shell> act) {
		Display display = Display.getCurrent();
		display.timerExec(50, () -> {
			Shell found = Arrays.stream(display.getShells()).filter(s -> s.isVisible() && s.getText().equals(title)).reduce((a, b) -> b).orElse(null);
			if (found == null) {
				whenShown(title, act);
			} else {
				try {
					act.accept(found);
				} catch (RuntimeException | AssertionError e) {
					failed = e;
					found.close();
				}
			}
		});
	}

	private static void press(Shell shell, String label) {
		Workbench.all(Button.class, shell).stream().filter(b -> b.getText().replace("&", "").equals(label)).findFirst().orElseThrow(() -> new AssertionError("no button " + label)).notifyListeners(SWT.Selection, new Event());
	}

	private static boolean isEnabled(Shell shell, String label) {
		return Workbench.all(Button.class, shell).stream().anyMatch(b -> b.getText().replace("&", "").equals(label) && b.isEnabled());
	}

	private static <T extends Control> T in(Shell shell, Class<T> type, String id) {
		return Workbench.all(type, shell).stream().filter(c -> id.equals(c.getData("org.clusterwright.id"))).findFirst().orElseThrow();
	}

	private static void fill(Shell shell, int format, int ground, Path file) {
		Combo formats = in(shell, Combo.class, "diagram.export.format");
		formats.select(format);
		formats.notifyListeners(SWT.Selection, new Event());
		in(shell, Combo.class, "diagram.export.ground").select(ground);
		if (file != null) {
			in(shell, Text.class, "diagram.export.file").setText(file.toString());
		}
	}

	private Path export(String name, int format, int ground) {
		Path file = directory.resolve(name);
		whenShown("Export Picture", shell -> {
			fill(shell, format, ground, file);
			press(shell, "Export");
		});
		Pictures.press("export");
		assertTrue(Workbench.until(() -> Files.exists(file)), "not written: " + name);
		return file;
	}

	@Test
	void eachFormatIsExportedForBothGrounds() throws Exception {
		Scene scene = scene(open());
		assertEquals(SvgPicture.of(scene, Palette.LIGHT), Files.readString(export("light.svg", 0, 0)));
		assertEquals(SvgPicture.of(scene, Palette.DARK), Files.readString(export("dark.svg", 0, 1)));
		assertEquals(TextFigure.of(scene), Files.readString(export("figure.txt", 2, 0)));
		for (Palette palette : Palette.values()) {
			Path png = export(palette + ".png", 1, palette.ordinal());
			ImageData data = new ImageData(new ByteArrayInputStream(Files.readAllBytes(png)));
			assertEquals(2 * (scene.width() + 32), data.width);
			assertEquals(palette.ground(), rgb(data, 2, 2));
		}
	}

	private static int rgb(ImageData data, int x, int y) {
		var rgb = data.palette.getRGB(data.getPixel(x, y));
		return rgb.red << 16 | rgb.green << 8 | rgb.blue;
	}

	@Test
	void aFileIsReplacedOnlyIfTheUserWants() throws Exception {
		Scene scene = scene(open());
		Path file = Files.writeString(directory.resolve("old.svg"), "old");
		whenShown("Export Picture", shell -> {
			fill(shell, 0, 0, file);
			Display.getCurrent().timerExec(200, () -> {
				Shell question = Arrays.stream(shell.getShells()).filter(s -> s.isVisible()).findFirst().orElseThrow();
				press(question, "No");
			});
			press(shell, "Export");
			assertTrue(!shell.isDisposed() && shell.isVisible(), "the dialog is gone");
			press(shell, "Cancel");
		});
		Pictures.press("export");
		assertEquals("old", Files.readString(file));
		whenShown("Export Picture", shell -> {
			fill(shell, 0, 0, file);
			Display.getCurrent().timerExec(200, () -> press(Arrays.stream(shell.getShells()).filter(s -> s.isVisible()).findFirst().orElseThrow(), "Yes"));
			press(shell, "Export");
		});
		Pictures.press("export");
		assertTrue(Workbench.until(() -> {
			try {
				return Files.readString(file).equals(SvgPicture.of(scene, Palette.LIGHT));
			} catch (IOException e) {
				return false;
			}
		}), "not replaced");
	}

	@Test
	void theDialogProposesAFileBesideTheDesignAndRefusesWhatCannotBe() throws Exception {
		open();
		whenShown("Export Picture", shell -> {
			Text file = in(shell, Text.class, "diagram.export.file");
			assertTrue(file.getText().endsWith("/export/Storage-of-an-clusterA.svg"), file.getText());
			fill(shell, 1, 0, null);
			assertTrue(file.getText().endsWith("/export/Storage-of-an-clusterA.png"), file.getText());
			fill(shell, 2, 0, null);
			assertFalse(in(shell, Combo.class, "diagram.export.ground").isEnabled(), "a text has no ground");
			for (String bad : new String[] { "", "picture.svg", directory.toString(), directory.resolve("no/where/a.svg").toString() }) {
				file.setText(bad);
				assertFalse(isEnabled(shell, "Export"), bad);
			}
			file.setText(directory.resolve("a.svg").toString());
			assertTrue(isEnabled(shell, "Export"));
			press(shell, "Cancel");
		});
		Pictures.press("export");
		assertFalse(Files.exists(directory.resolve("a.svg")));
	}

	private static void menu(String label) {
		Arrays.stream(Pictures.canvas().getMenu().getItems()).filter(i -> i.getText().equals(label)).findFirst().map(MenuItem.class::cast).orElseThrow().notifyListeners(SWT.Selection, new Event());
		Workbench.settle();
	}

	@Test
	void itIsCopiedAsSvgPictureAndText() throws Exception {
		Scene scene = scene(open());
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		try {
			menu("Copy as SVG");
			assertEquals(SvgPicture.of(scene, Palette.LIGHT), clipboard.getContents(TextTransfer.getInstance()));
			assertNull(clipboard.getContents(ImageTransfer.getInstance()));
			menu("Copy as Text");
			assertEquals(TextFigure.of(scene), clipboard.getContents(TextTransfer.getInstance()));
			menu("Copy as Picture");
			ImageData data = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
			assertEquals(2 * (scene.width() + 32), data.width);
			assertNull(clipboard.getContents(TextTransfer.getInstance()));
		} finally {
			clipboard.dispose();
		}
	}

	/** Painted on a picture of a page. */
	@Test
	void aPageHoldsTheWholePicture() throws Exception {
		Scene scene = scene(open());
		for (Rectangle paper : new Rectangle[] { new Rectangle(0, 0, 827, 1169), new Rectangle(10, 10, 1169, 827), new Rectangle(0, 0, 300, 300) }) {
			OnPaper place = OnPaper.of(scene, paper.width, paper.height, 100);
			assertTrue(place.left() >= 0 && place.left() + place.scale() * scene.width() <= paper.width + 1e-6, place.toString());
			assertTrue(place.top() >= 0 && place.top() + place.scale() * scene.height() <= paper.height + 1e-6, place.toString());
			assertTrue(place.scale() <= 100 / 96.0 + 1e-9, "larger than it is");
			Image page = new Image(Display.getCurrent(), paper.x + paper.width, paper.y + paper.height);
			GC gc = new GC(page);
			DiagramExport.paint(gc, scene, paper, 100);
			gc.dispose();
			ImageData data = page.getImageData();
			page.dispose();
			Set<Integer> colours = new HashSet<>();
			for (int x = 0; x < data.width; x++) {
				for (int y = 0; y < data.height; y++) {
					int rgb = rgb(data, x, y);
					colours.add(rgb);
					boolean isOutside = x < paper.x + place.left() - 2 || y < paper.y + place.top() - 2 || x > paper.x + place.left() + place.scale() * scene.width() + 2;
					assertTrue(!isOutside || rgb == 0xFFFFFF, "painted outside at " + x + "," + y);
				}
			}
			assertTrue(colours.size() > 12, "nothing is painted");
		}
	}

	/** By GTK's own printer for files, with what its dialog gives: a URI. */
	@Test
	void itIsPrintedToTheFileThatWasChosen() throws Exception {
		Scene scene = scene(open());
		Path file = directory.resolve("on paper.pdf");
		PrinterData data = Arrays.stream(Printer.getPrinterList()).filter(p -> p.driver.equals("GtkPrintBackendFile")).findFirst().orElseThrow(() -> new AssertionError("GTK has lost its printer for files"));
		data.printToFile = true;
		data.fileName = file.toUri().toString();
		assertTrue(DiagramExport.print(scene, data), "the printer did not take it");
		assertTrue(Workbench.until(() -> Files.exists(file)), "nothing was written to " + file);
		assertTrue(Workbench.until(() -> isPdf(file)), "not a PDF");
	}

	private static boolean isPdf(Path file) {
		try {
			String text = Files.readString(file, StandardCharsets.ISO_8859_1);
			return text.startsWith("%PDF-") && text.stripTrailing().endsWith("%%EOF");
		} catch (IOException e) {
			return false;
		}
	}

	@Test
	void theFigureIsInsertedAsACommentUndoneAndReplaced() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.tutorial("comment"));
		IDocument document = editor.source().document();
		String before = document.get();
		String figure = TextFigure.of(scene(editor));
		insert();
		assertTrue(Workbench.until(() -> !document.get().equals(before)), "nothing was inserted");
		assertTrue(document.get().endsWith("\n\n" + before));
		assertTrue(document.get().startsWith("// Figure of the storage"));
		assertArrayEquals(figure.lines().toArray(), document.get().lines().skip(1).limit(50).map(l -> l.substring(Math.min(3, l.length()))).toArray());
		String with = document.get();
		document.replace(document.get().indexOf("volume lv_shared"), 16, "volume lv_other");
		insert();
		assertTrue(Workbench.until(() -> document.get().contains("[_/dev/shared-vg0/lv_other_]")), "not brought up to date");
		assertEquals(1, document.get().split("// Figure of the storage", -1).length - 1);
		undo();
		undo();
		assertTrue(Workbench.until(() -> document.get().equals(with)));
		undo();
		assertTrue(Workbench.until(() -> document.get().equals(before)), "one undo takes it away");
	}

	private static void insert() throws Exception {
		Workbench.window().getService(IHandlerService.class).executeCommand("org.clusterwright.ui.insertFigure", null);
	}

	private static void undo() throws Exception {
		Workbench.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.edit.undo", null);
		Workbench.settle();
	}
}
