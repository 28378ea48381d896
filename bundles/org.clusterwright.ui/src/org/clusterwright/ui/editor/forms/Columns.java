package org.clusterwright.ui.editor.forms;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.ui.forms.widgets.ILayoutExtension;

/**
 * Columns of a page side by side, wide enough for what is in them; below each other where the page is too narrow for that, as in a small window
 * or with a large font. Each child is a column; its layout data is a weight (Integer), one if absent.
 */
final class Columns extends Layout implements ILayoutExtension {
	private static final int MARGIN = 10;
	private static final int GAP = 16;
	private static final int LEAST_PERCENT = 76;

	@Override
	protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flush) {
		Control[] children = composite.getChildren();
		int width = widthHint == SWT.DEFAULT ? preferred(children, flush) + 2 * MARGIN : widthHint;
		int inner = width - 2 * MARGIN;
		int height = 0;
		if (fits(children, inner, flush)) {
			int[] widths = widths(children, inner, flush);
			for (int i = 0; i < children.length; i++) {
				height = Math.max(height, children[i].computeSize(widths[i], SWT.DEFAULT, flush).y);
			}
		} else {
			for (Control child : children) {
				height += child.computeSize(inner, SWT.DEFAULT, flush).y + GAP;
			}
		}
		return new Point(width, heightHint == SWT.DEFAULT ? height + 2 * MARGIN : heightHint);
	}

	@Override
	protected void layout(Composite composite, boolean flush) {
		Rectangle area = composite.getClientArea();
		Control[] children = composite.getChildren();
		int inner = area.width - 2 * MARGIN;
		int x = area.x + MARGIN;
		int y = area.y + MARGIN;
		if (fits(children, inner, flush)) {
			int[] widths = widths(children, inner, flush);
			for (int i = 0; i < children.length; i++) {
				children[i].setBounds(x, y, widths[i], Math.max(children[i].computeSize(widths[i], SWT.DEFAULT, flush).y, area.height - 2 * MARGIN));
				x += widths[i] + GAP;
			}
		} else {
			for (Control child : children) {
				int height = child.computeSize(inner, SWT.DEFAULT, flush).y;
				child.setBounds(x, y, inner, height);
				y += height + GAP;
			}
		}
	}

	private static boolean fits(Control[] children, int inner, boolean flush) {
		return preferred(children, flush) <= inner;
	}

	private static int preferred(Control[] children, boolean flush) {
		int width = GAP * Math.max(0, children.length - 1);
		for (Control child : children) {
			width += child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flush).x;
		}
		return width;
	}

	private static int[] widths(Control[] children, int inner, boolean flush) {
		int[] widths = new int[children.length];
		int weights = 0;
		for (Control child : children) {
			weights += weight(child);
		}
		int spare = inner - preferred(children, flush);
		for (int i = 0; i < children.length; i++) {
			widths[i] = children[i].computeSize(SWT.DEFAULT, SWT.DEFAULT, false).x + spare * weight(children[i]) / Math.max(1, weights);
		}
		return widths;
	}

	private static int weight(Control child) {
		return child.getLayoutData() instanceof Integer weight ? weight : 1;
	}

	@Override
	public int computeMinimumWidth(Composite parent, boolean changed) {
		int width = 0;
		for (Control child : parent.getChildren()) {
			width = Math.max(width, child.computeSize(SWT.DEFAULT, SWT.DEFAULT, changed).x);
		}
		// Fields and tables are comfortable at what they prefer and usable at less; labels and buttons do not shrink.
		return width * LEAST_PERCENT / 100 + 2 * MARGIN;
	}

	@Override
	public int computeMaximumWidth(Composite parent, boolean changed) {
		return preferred(parent.getChildren(), changed) + 2 * MARGIN;
	}
}
