package org.clusterwright.ui.preview;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clusterwright.core.compare.LineDiff.Change;
import org.eclipse.jface.text.source.AbstractRulerColumn;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;

/** Bars beside the lines that the last edit changed; a short one where it took lines away. */
final class ChangeColumn extends AbstractRulerColumn {
	private static final int WIDTH = 5;
	private static final int SHORT = 3;

	private final Set<Integer> changed = new HashSet<>();
	private final Set<Integer> gone = new HashSet<>();

	ChangeColumn() {
		setWidth(WIDTH);
	}

	void show(List<Change> changes) {
		changed.clear();
		gone.clear();
		for (Change change : changes) {
			for (int line = change.rightStart(); line < change.rightEnd(); line++) {
				changed.add(line);
			}
			if (change.onlyRemoves()) {
				gone.add(change.rightStart());
			}
		}
		if (getControl() != null && !getControl().isDisposed()) {
			redraw();
		}
	}

	void setBackground(Color colour) {
		setDefaultBackground(colour);
		redraw();
	}

	@Override
	protected void paintLine(GC gc, int modelLine, int widgetLine, int linePixel, int lineHeight) {
		super.paintLine(gc, modelLine, widgetLine, linePixel, lineHeight);
		if (changed.contains(modelLine)) {
			gc.setBackground(PaneColours.edited());
			gc.fillRectangle(1, linePixel, WIDTH - 1, lineHeight);
		} else if (gone.contains(modelLine)) {
			gc.setBackground(PaneColours.edited());
			gc.fillRectangle(0, linePixel, WIDTH, SHORT);
		}
	}
}
