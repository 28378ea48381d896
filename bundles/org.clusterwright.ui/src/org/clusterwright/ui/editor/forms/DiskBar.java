package org.clusterwright.ui.editor.forms;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.forms.DiskBarLayout;
import org.clusterwright.core.forms.DiskBarLayout.Part;
import org.clusterwright.core.forms.SizeTexts;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** A disk drawn to scale. A click or the arrow keys select a partition; what is too narrow for its text shows it as a tooltip. */
final class DiskBar {
	private static final int LINES = 4;
	private static final int PAD = 3;
	private static final int RIM = 5;
	private static final RGB MOUNTED = new RGB(66, 133, 200);
	private static final RGB SWAP = new RGB(214, 140, 50);
	private static final RGB RAW = new RGB(76, 160, 90);

	private final Canvas canvas;
	private final Consumer<Partition> select;
	private PlannedDisk disk;
	private Partition selected;
	private boolean writable = true;

	DiskBar(FormSection section, String id, Consumer<Partition> select) {
		this.select = select;
		canvas = new Canvas(section.grid(), SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		section.toolkit().adapt(canvas, true, false);
		canvas.setData("org.clusterwright.id", section.page().key() + "." + id);
		FormSection.wide(canvas);
		GridData data = (GridData) canvas.getLayoutData();
		data.grabExcessVerticalSpace = false;
		data.heightHint = LINES * lineHeight() + 4 * PAD;
		data.widthHint = FormSection.characters(canvas, 60);
		canvas.addListener(SWT.Paint, e -> paint(e.gc));
		canvas.addListener(SWT.Resize, e -> canvas.redraw());
		canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
		canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
		canvas.addListener(SWT.MouseDown, e -> {
			canvas.setFocus();
			at(e).flatMap(Part::partition).ifPresent(p -> select.accept(p.design()));
		});
		canvas.addListener(SWT.MouseMove, e -> tip(at(e).map(this::text).orElse(null)));
		canvas.addListener(SWT.KeyDown, this::key);
		canvas.addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_ARROW_NEXT && e.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
		accessible();
	}

	private int lineHeight() {
		GC gc = new GC(canvas);
		try {
			return gc.getFontMetrics().getHeight();
		} finally {
			gc.dispose();
		}
	}

	private void accessible() {
		canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = spoken();
			}
		});
		canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent e) {
				e.detail = ACC.ROLE_GRAPHIC;
			}
		});
	}

	private String spoken() {
		return layout().parts().stream().filter(this::isSelected).findFirst().map(this::text).orElse(FormMessages.storage_bar);
	}

	private Optional<Part> at(Event e) {
		return layout().at(e.x);
	}

	private void tip(String text) {
		if (!java.util.Objects.equals(text, canvas.getToolTipText())) {
			canvas.setToolTipText(text);
		}
	}

	/** Shows a disk, or nothing; {@code chosen} is the partition that is selected elsewhere on the page. */
	void show(Optional<PlannedDisk> next, Optional<Partition> chosen, boolean isWritable) {
		disk = next.orElse(null);
		selected = chosen.orElse(null);
		writable = isWritable;
		canvas.redraw();
	}

	private DiskBarLayout layout() {
		int width = canvas.getClientArea().width - 1;
		return disk == null ? DiskBarLayout.empty() : DiskBarLayout.of(disk, width, FormSection.characters(canvas, 3) + 2 * PAD);
	}

	private void key(Event e) {
		List<PlannedPartition> all = layout().parts().stream().flatMap(p -> p.partition().stream()).toList();
		if (all.isEmpty()) {
			return;
		}
		int index = -1;
		for (int i = 0; i < all.size(); i++) {
			index = all.get(i).design() == selected ? i : index;
		}
		int next = switch (e.keyCode) {
			case SWT.ARROW_LEFT -> Math.max(0, index - 1);
			case SWT.ARROW_RIGHT -> Math.min(all.size() - 1, index + 1);
			case SWT.HOME -> 0;
			case SWT.END -> all.size() - 1;
			default -> -1;
		};
		if (next >= 0) {
			select.accept(all.get(next).design());
		}
	}

	private boolean isSelected(Part part) {
		return selected != null && part.partition().filter(p -> p.design() == selected).isPresent();
	}

	// ---- drawing --------------------------------------------------------------------------------------------------------------

	private void paint(GC gc) {
		Rectangle area = canvas.getClientArea();
		gc.setBackground(canvas.getBackground());
		gc.fillRectangle(area);
		List<Part> parts = layout().parts();
		if (parts.isEmpty()) {
			gc.setForeground(mix(canvas.getForeground().getRGB(), 0.6));
			String text = disk == null ? FormMessages.storage_barNone : FormMessages.storage_barUnknown;
			Point extent = gc.textExtent(text);
			gc.drawText(text, area.x + PAD, area.y + (area.height - extent.y) / 2, true);
			gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
			return;
		}
		parts.forEach(p -> draw(gc, p, area));
		parts.stream().filter(this::isSelected).forEach(p -> outline(gc, p, area));
		if (canvas.isFocusControl()) {
			gc.drawFocus(0, 0, area.width, area.height);
		}
	}

	/** Logical partitions leave a rim of their extended one. */
	private static Rectangle box(Part part, Rectangle area) {
		int rim = part.logical() ? RIM : 0;
		return new Rectangle(part.x(), PAD + rim, part.width(), area.height - 2 * PAD - 2 * rim);
	}

	private void draw(GC gc, Part part, Rectangle area) {
		Rectangle box = box(part, area);
		if (box.width <= 0) {
			return;
		}
		gc.setBackground(colour(part));
		gc.fillRectangle(box);
		gc.setForeground(mix(canvas.getForeground().getRGB(), 0.45));
		if (part.isFree()) {
			gc.setClipping(box);
			for (int x = box.x - box.height; x < box.x + box.width; x += 8) {
				gc.drawLine(x, box.y + box.height, x + box.height, box.y);
			}
			gc.setClipping((Rectangle) null);
		}
		gc.drawRectangle(box);
		if (!part.isExtended()) {
			label(gc, part, box);
		}
	}

	private void label(GC gc, Part part, Rectangle box) {
		gc.setForeground(writable ? canvas.getForeground() : mix(canvas.getForeground().getRGB(), 0.6));
		gc.setClipping(new Rectangle(box.x + 1, box.y + 1, box.width - 1, box.height - 1));
		int line = gc.getFontMetrics().getHeight();
		int y = box.y + PAD;
		for (String text : lines(part)) {
			Point extent = gc.textExtent(text);
			if (y + line > box.y + box.height) {
				break;
			}
			if (extent.x + 2 * PAD <= box.width) {
				if (part.isFree()) {
					gc.setBackground(colour(part));
					gc.fillRectangle(box.x + PAD, y, extent.x, line);
				}
				gc.drawText(text, box.x + PAD, y, true);
			}
			y += line;
		}
		gc.setClipping((Rectangle) null);
	}

	private List<String> lines(Part part) {
		String size = SizeTexts.of(part.sectors() * disk.sectorSize().value());
		return part.partition().map(p -> List.of(String.valueOf(p.number()), size, use(p.design()))).orElseGet(() -> List.of("", FormMessages.storage_free, size));
	}

	private static String use(Partition partition) {
		return partition.isSwap() ? "swap" : partition.getMountPoint() != null ? partition.getMountPoint() : "";
	}

	/** All that is to be said of a part, for tooltips and for screen readers. */
	private String text(Part part) {
		String size = SizeTexts.of(part.sectors() * disk.sectorSize().value());
		String what = part.partition().map(p -> (p.device() + " " + use(p.design())).strip()).orElse(FormMessages.storage_free);
		return NLS.bind(FormMessages.storage_barTip, new Object[] { what, size, String.valueOf(part.firstSector()), String.valueOf(part.lastSector()) });
	}

	private void outline(GC gc, Part part, Rectangle area) {
		Rectangle box = box(part, area);
		gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
		gc.setLineWidth(3);
		gc.drawRectangle(box.x + 1, box.y + 1, Math.max(1, box.width - 2), box.height - 2);
		gc.setLineWidth(1);
	}

	private Color colour(Part part) {
		if (part.isFree() || part.isExtended()) {
			return mix(canvas.getForeground().getRGB(), part.isFree() ? 0.03 : 0.14);
		}
		Partition partition = part.partition().get().design();
		return mix(partition.isSwap() ? SWAP : partition.getMountPoint() != null ? MOUNTED : RAW, writable ? 0.4 : 0.2);
	}

	/** A colour over the background, so that it suits light and dark themes. */
	private Color mix(RGB over, double share) {
		RGB under = canvas.getBackground().getRGB();
		return new Color((int) (over.red * share + under.red * (1 - share)), (int) (over.green * share + under.green * (1 - share)),
				(int) (over.blue * share + under.blue * (1 - share)));
	}
}
