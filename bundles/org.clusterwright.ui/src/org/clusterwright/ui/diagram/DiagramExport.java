package org.clusterwright.ui.diagram;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.clusterwright.core.diagram.OnPaper;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.PngPicture;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.SvgPicture;
import org.clusterwright.core.diagram.TextFigure;
import org.clusterwright.core.files.FileReplacement;
import org.clusterwright.ui.Messages;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.window.Window;
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
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Brings the shown picture out of the workbench: into a file, onto the clipboard, onto paper. */
public final class DiagramExport {
	private static final double PIXELS = 2;

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
			String name = scene.title().replaceAll("[^A-Za-z0-9._-]+", "-") + ".svg";
			ExportDialog dialog = new ExportDialog(panel.getShell(), scene.title(), panel.folder().resolve(name));
			if (dialog.open() == Window.OK) {
				write(scene, dialog.target());
			}
		});
	}

	/** In the background: a large PNG takes a while. */
	private static void write(Scene scene, ExportDialog.Target target) {
		Job job = Job.create(Messages.diagram_writing, monitor -> {
			try {
				FileReplacement.put(target.file(), bytes(scene, target.format(), target.palette()));
				IFile[] inWorkspace = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(target.file().toUri());
				for (IFile file : inWorkspace) {
					file.refreshLocal(IResource.DEPTH_ZERO, monitor);
				}
				return Status.OK_STATUS;
			} catch (IOException | CoreException e) {
				return Status.error(NLS.bind(Messages.diagram_notWritten, target.file(), Optional.ofNullable(e.getMessage()).orElse(e.toString())), e);
			}
		});
		job.setUser(true);
		job.schedule();
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
			if (Printer.getPrinterList().length == 0) {
				MessageDialog.openInformation(panel.getShell(), Messages.diagram_printTitle, Messages.diagram_noPrinter);
				return;
			}
			PrintDialog dialog = new PrintDialog(panel.getShell());
			PrinterData initial = new PrinterData();
			initial.orientation = scene.width() > scene.height() ? PrinterData.LANDSCAPE : PrinterData.PORTRAIT;
			dialog.setPrinterData(initial);
			PrinterData chosen = dialog.open();
			if (chosen != null && !print(scene, chosen)) {
				MessageDialog.openError(panel.getShell(), Messages.diagram_printTitle, Messages.diagram_notPrinted);
			}
		});
	}

	/** Whether the printer took it; {@code data} is as the dialog of the platform gives it. */
	public static boolean print(Scene scene, PrinterData data) {
		if (data.printToFile && data.fileName != null && data.fileName.startsWith("file:")) {
			// GTK's dialog gives a URI, but its printer takes a path and else writes a file of its own choice.
			data.fileName = Path.of(URI.create(data.fileName)).toString();
		}
		Printer printer = new Printer(data);
		try {
			if (!printer.startJob(scene.title()) || !printer.startPage()) {
				return false;
			}
			GC gc = new GC(printer);
			paint(gc, scene, printer.getClientArea(), printer.getDPI().x);
			gc.dispose();
			printer.endPage();
			printer.endJob();
			return true;
		} finally {
			printer.dispose();
		}
	}

	/** Paints a picture on paper, or on what stands for it. */
	public static void paint(GC gc, Scene scene, Rectangle paper, int dotsPerInch) {
		OnPaper place = OnPaper.of(scene, paper.width, paper.height, dotsPerInch);
		LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources());
		Transform transform = new Transform(gc.getDevice());
		try {
			transform.translate((float) (paper.x + place.left()), (float) (paper.y + place.top()));
			transform.scale((float) place.scale(), (float) place.scale());
			gc.setTransform(transform);
			// Paper is never read from so far away that text may be left out.
			new ScenePainter(resources).paint(gc, scene, Palette.LIGHT, new Rectangle(0, 0, scene.width(), scene.height()), Math.max(1, place.scale()), ScenePainter.Overlay.NONE);
			gc.setTransform(null);
		} finally {
			transform.dispose();
			resources.dispose();
		}
	}
}
