package org.clusterwright.core.diagram;

/** Where a scene stands on a page: as large as all of it fits between margins but at most in its own size, in the middle at the top. In dots. */
public record OnPaper(double scale, double left, double top) {
	private static final double UNITS_PER_INCH = 96;
	private static final double MARGIN_INCHES = 0.4;

	/**
	 * @param width dots that can be printed on
	 * @param height the same downward
	 */
	public static OnPaper of(Scene scene, int width, int height, int dotsPerInch) {
		double margin = Math.min(MARGIN_INCHES * dotsPerInch, Math.min(width, height) / 10.0);
		double full = dotsPerInch / UNITS_PER_INCH;
		double scale = Math.min(full, Math.min((width - 2 * margin) / Math.max(1, scene.width()), (height - 2 * margin) / Math.max(1, scene.height())));
		return new OnPaper(scale, (width - scale * scene.width()) / 2, margin);
	}
}
