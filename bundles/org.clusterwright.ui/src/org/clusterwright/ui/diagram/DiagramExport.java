package org.clusterwright.ui.diagram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.PngPicture;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.SvgPicture;
import org.clusterwright.core.diagram.TextFigure;
import org.clusterwright.core.files.FileReplacement;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Brings the shown picture out of the workbench: into a file, onto the clipboard, onto paper. */
final class DiagramExport {
	private static final double PIXELS = 2;
	private static final String[] ENDINGS = { "*.svg", "*.png", "*.txt" };

	private final DiagramPanel panel;

	DiagramExport(DiagramPanel panel) {
		this.panel = panel;
	}

	void fill(Menu menu) {
		fillCopy(menu);
		new MenuItem(menu, SWT.SEPARATOR);
		item(menu, Messages.diagram_export, this::save);
		item(menu, Messages.diagram_print, this::print);
	}

	void fillCopy(Menu menu) {
		item(menu, Messages.diagram_copySvg, () -> copy("svg"));
		item(menu, Messages.diagram_copyPng, () -> copy("png"));
		item(menu, Messages.diagram_copyText, () -> copy("txt"));
	}

	private static void item(Menu menu, String text, Runnable run) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.addListener(SWT.Selection, e -> run.run());
	}

	private Optional<Scene> scene() {
		return panel.canvas().scene();
	}

	void save() {
		scene().ifPresent(scene -> {
			FileDialog dialog = new FileDialog(panel.getShell(), SWT.SAVE);
			dialog.setText(Messages.diagram_export);
			dialog.setFilterExtensions(ENDINGS);
			dialog.setFilterNames(new String[] { Messages.diagram_svg, Messages.diagram_png, Messages.diagram_text });
			dialog.setFileName(scene.title().replaceAll("[^A-Za-z0-9._-]+", "-"));
			dialog.setOverwrite(true);
			String name = dialog.open();
			if (name != null) {
				String ending = ENDINGS[Math.max(0, dialog.getFilterIndex())].substring(2);
				write(scene, name.toLowerCase(Locale.ROOT).matches(".*\\.(svg|png|txt)") ? name : name + "." + ending);
			}
		});
	}

	/** In the background: a large PNG takes a while. */
	void write(Scene scene, String name) {
		Job.create(Messages.diagram_writing, monitor -> {
			try {
				FileReplacement.put(Path.of(name), bytes(scene, name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), Palette.LIGHT));
				return Status.OK_STATUS;
			} catch (IOException e) {
				return Status.error(NLS.bind(Messages.diagram_notWritten, name, Optional.ofNullable(e.getMessage()).orElse(e.toString())), e);
			}
		}).schedule();
	}

	static byte[] bytes(Scene scene, String format, Palette palette) throws IOException {
		return switch (format) {
			case "png" -> PngPicture.of(scene, palette, PIXELS);
			case "txt" -> TextFigure.of(scene).getBytes(StandardCharsets.UTF_8);
			default -> SvgPicture.of(scene, palette).getBytes(StandardCharsets.UTF_8);
		};
	}

	void copy(String format) {
		scene().ifPresent(scene -> {
			Clipboard clipboard = new Clipboard(panel.getDisplay());
			try {
				byte[] bytes = bytes(scene, format, Palette.LIGHT);
				if (format.equals("png")) {
					clipboard.setContents(new Object[] { new ImageData(new java.io.ByteArrayInputStream(bytes)) }, new Transfer[] { ImageTransfer.getInstance() });
				} else {
					clipboard.setContents(new Object[] { new String(bytes, StandardCharsets.UTF_8) }, new Transfer[] { TextTransfer.getInstance() });
				}
			} catch (IOException e) {
				MessageDialog.openError(panel.getShell(), Messages.diagram_copy, e.getMessage());
			} finally {
				clipboard.dispose();
			}
		});
	}

	/** On one page, turned to what the paper is. */
	void print() {
		scene().ifPresent(scene -> {
			PrintDialog dialog = new PrintDialog(panel.getShell());
			PrinterData initial = new PrinterData();
			initial.orientation = scene.width() > scene.height() ? PrinterData.LANDSCAPE : PrinterData.PORTRAIT;
			dialog.setPrinterData(initial);
			PrinterData chosen = dialog.open();
			if (chosen != null) {
				print(scene, chosen);
			}
		});
	}

	private static void print(Scene scene, PrinterData data) {
		Printer printer = new Printer(data);
		LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources());
		try {
			if (printer.startJob(scene.title()) && printer.startPage()) {
				Rectangle paper = printer.getClientArea();
				float scale = (float) Math.min((double) paper.width / scene.width(), (double) paper.height / scene.height());
				GC gc = new GC(printer);
				Transform transform = new Transform(printer);
				transform.scale(scale, scale);
				gc.setTransform(transform);
				new ScenePainter(resources).paint(gc, scene, Palette.LIGHT, new Rectangle(0, 0, scene.width(), scene.height()), ScenePainter.Overlay.NONE);
				transform.dispose();
				gc.dispose();
				printer.endPage();
				printer.endJob();
			}
		} finally {
			resources.dispose();
			printer.dispose();
		}
	}

}
