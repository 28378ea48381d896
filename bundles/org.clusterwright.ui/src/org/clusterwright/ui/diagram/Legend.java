package org.clusterwright.ui.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.core.diagram.Shape.Point;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** What the colours and lines of the pictures mean; a picture itself. */
final class Legend extends PopupDialog {
	private static final int ROW = 32;
	private static final int WIDTH = 250;
	private static final int BOX = 190;

	private final Palette palette;
	private final Scene scene;

	Legend(Shell parent, Palette palette, boolean network) {
		super(parent, SWT.RESIZE, true, false, false, false, false, Messages.diagram_legend, null);
		this.palette = palette;
		this.scene = network ? network() : storage();
	}

	private static Scene storage() {
		List<Shape> shapes = new ArrayList<>();
		box(shapes, Kind.DEVICE, Messages.legend_disk, Mark.NONE);
		box(shapes, Kind.PARTITION, Messages.legend_partition, Mark.NONE);
		box(shapes, Kind.MOUNT, Messages.legend_fileSystem, Mark.NONE);
		box(shapes, Kind.DRBD, Messages.legend_drbd, Mark.NONE);
		box(shapes, Kind.BOND, Messages.legend_bond, Mark.NONE);
		box(shapes, Kind.VOLUME, Messages.legend_lvm, Mark.NONE);
		box(shapes, Kind.GUEST, Messages.legend_guest, Mark.NONE);
		box(shapes, Kind.GUEST, Messages.legend_elsewhere, Mark.ELSEWHERE);
		box(shapes, Kind.FREE, Messages.legend_free, Mark.NONE);
		return new Scene(Messages.diagram_legend, WIDTH, shapes.size() * ROW + 8, false, shapes);
	}

	private static Scene network() {
		List<Shape> shapes = new ArrayList<>();
		box(shapes, Kind.NIC, Messages.legend_network, Mark.NONE);
		box(shapes, Kind.GUEST, Messages.legend_guest, Mark.NONE);
		box(shapes, Kind.GUEST, Messages.legend_elsewhere, Mark.ELSEWHERE);
		box(shapes, Kind.BMC, Messages.legend_power, Mark.NONE);
		box(shapes, Kind.BOND, Messages.legend_singlePoint, Mark.SINGLE_POINT);
		line(shapes, LinkKind.CABLE, Messages.legend_cable);
		line(shapes, LinkKind.STANDBY_CABLE, Messages.legend_standby);
		line(shapes, LinkKind.POWER, Messages.legend_powerLine);
		line(shapes, LinkKind.FENCE, Messages.legend_fence);
		return new Scene(Messages.diagram_legend, WIDTH, 9 * ROW + 8, false, shapes);
	}

	private static int rows(List<Shape> shapes) {
		return (int) shapes.stream().filter(Box.class::isInstance).count();
	}

	private static void box(List<Shape> shapes, Kind kind, String text, Mark mark) {
		shapes.add(new Box(30, rows(shapes) * ROW + 6, BOX, 24, kind, List.of(text), mark, Optional.empty(), List.of()));
	}

	private static void line(List<Shape> shapes, LinkKind kind, String text) {
		int y = rows(shapes) * ROW + 18;
		shapes.add(new Link(List.of(new Point(10, y), new Point(60, y)), kind, Optional.empty(), List.of()));
		shapes.add(new Box(66, y - 12, BOX - 20, 24, Kind.TITLE, List.of(text), Mark.NONE, Optional.empty(), List.of()));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		DiagramCanvas canvas = new DiagramCanvas(area);
		GridDataFactory.fillDefaults().hint(scene.width() + 48, scene.height() + 48).grab(true, true).applyTo(canvas);
		canvas.setBackground(new org.eclipse.swt.graphics.Color(palette.ground() >> 16 & 0xFF, palette.ground() >> 8 & 0xFF, palette.ground() & 0xFF));
		canvas.show(scene, Map.of());
		return area;
	}
}
