package org.clusterwright.ui.diagram;

import java.util.ArrayList;
import java.util.List;
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
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** What the colours and lines of a picture mean, as samples side by side, in as many rows as the width asks for. */
final class Legend extends Canvas {
	private static final int ROW = 32;
	private static final int MARGIN = 8;
	private static final int BETWEEN = 10;
	private static final int LINE = 44;
	private static final int CHARACTER = 6;

	/** A box with its name in it, or a line with its name behind it. */
	private sealed interface Sample {
		String text();

		record OfBox(Kind kind, Mark mark, String text) implements Sample {
		}

		record OfLine(LinkKind kind, String text) implements Sample {
		}
	}

	private final LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), this);
	private final ScenePainter painter = new ScenePainter(resources);
	private List<Sample> samples = storage();
	private Scene scene;
	private int sceneWidth = -1;

	Legend(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		setData("org.clusterwright.id", "diagram.legend");
		addListener(SWT.Paint, this::paint);
		addListener(SWT.Resize, e -> redraw());
	}

	void show(DiagramPanel.Kind kind) {
		samples = kind == DiagramPanel.Kind.STORAGE ? storage() : network();
		scene = null;
		setData("org.clusterwright.text", String.join("\n", samples.stream().map(Sample::text).toList()));
		redraw();
	}

	private static List<Sample> storage() {
		return List.of(box(Kind.DEVICE, Messages.legend_disk), box(Kind.PARTITION, Messages.legend_partition), box(Kind.MOUNT, Messages.legend_fileSystem), box(Kind.DRBD, Messages.legend_drbd),
				box(Kind.BOND, Messages.legend_bond), box(Kind.VOLUME, Messages.legend_lvm), box(Kind.GUEST, Messages.legend_guest), new Sample.OfBox(Kind.GUEST, Mark.ELSEWHERE, Messages.legend_elsewhere),
				box(Kind.FREE, Messages.legend_free), new Sample.OfLine(LinkKind.REPLICATION, Messages.legend_replication));
	}

	private static List<Sample> network() {
		return List.of(box(Kind.NIC, Messages.legend_network), box(Kind.ADDRESS, Messages.legend_address), box(Kind.GUEST, Messages.legend_guest),
				new Sample.OfBox(Kind.GUEST, Mark.ELSEWHERE, Messages.legend_elsewhere), box(Kind.BMC, Messages.legend_power), box(Kind.SWITCH, Messages.legend_switch),
				new Sample.OfBox(Kind.BOND, Mark.SINGLE_POINT, Messages.legend_singlePoint), new Sample.OfLine(LinkKind.CABLE, Messages.legend_cable),
				new Sample.OfLine(LinkKind.STANDBY_CABLE, Messages.legend_standby), new Sample.OfLine(LinkKind.FENCE, Messages.legend_fence), new Sample.OfLine(LinkKind.POWER, Messages.legend_powerLine));
	}

	private static Sample box(Kind kind, String text) {
		return new Sample.OfBox(kind, Mark.NONE, text);
	}

	private static int width(Sample sample) {
		int text = CHARACTER * sample.text().length();
		return switch (sample) {
			case Sample.OfBox b -> text + 18;
			case Sample.OfLine l -> LINE + text;
		};
	}

	private Scene scene(int width) {
		if (scene == null || width != sceneWidth) {
			List<Shape> shapes = new ArrayList<>();
			int x = MARGIN;
			int y = MARGIN;
			for (Sample sample : samples) {
				if (x > MARGIN && x + width(sample) > width - MARGIN) {
					x = MARGIN;
					y += ROW;
				}
				switch (sample) {
					case Sample.OfBox b -> shapes.add(new Box(x, y, width(b), 24, b.kind(), List.of(b.text()), b.mark(), Optional.empty(), List.of()));
					case Sample.OfLine l -> {
						shapes.add(new Link(List.of(new Point(x, y + 12), new Point(x + LINE - BETWEEN, y + 12)), l.kind(), Optional.empty(), List.of()));
						shapes.add(new Box(x + LINE - 4, y, width(l) - LINE, 24, Kind.NOTE, List.of("", l.text()), Mark.NONE, Optional.empty(), List.of()));
					}
				}
				x += width(sample) + BETWEEN;
			}
			scene = new Scene(Messages.diagram_legend, width, y + ROW, false, shapes);
			sceneWidth = width;
		}
		return scene;
	}

	@Override
	public org.eclipse.swt.graphics.Point computeSize(int wide, int high, boolean changed) {
		int width = wide == SWT.DEFAULT ? 600 : wide;
		return new org.eclipse.swt.graphics.Point(width, high == SWT.DEFAULT ? scene(width).height() : high);
	}

	private void paint(Event event) {
		RGB around = getBackground().getRGB();
		Palette palette = around.red + around.green + around.blue < 3 * 128 ? Palette.DARK : Palette.LIGHT;
		event.gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
		event.gc.drawLine(0, 0, getClientArea().width, 0);
		painter.paint(event.gc, scene(getClientArea().width), palette, getClientArea(), 1, ScenePainter.Overlay.NONE);
	}
}
