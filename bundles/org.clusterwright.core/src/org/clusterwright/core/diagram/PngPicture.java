package org.clusterwright.core.diagram;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A scene as PNG: its SVG, painted without a display. */
public final class PngPicture {
	/** Sides and pixels beyond which a picture is refused rather than memory used up. */
	private static final int LONGEST = 20_000;
	private static final long MOST_PIXELS = 150_000_000;

	private PngPicture() {
	}

	/**
	 * @param scale pixels for each unit of the scene
	 * @throws IOException when the picture would be too large
	 */
	public static byte[] of(Scene scene, Palette palette, double scale) throws IOException {
		byte[] svg = SvgPicture.of(scene, palette).getBytes(StandardCharsets.UTF_8);
		SVGDocument document = Objects.requireNonNull(new SVGLoader().load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault()), "our own SVG");
		FloatSize size = document.size();
		long width = Math.round(size.width * scale);
		long height = Math.round(size.height * scale);
		if (width > LONGEST || height > LONGEST || width * height > MOST_PIXELS) {
			throw new IOException("the picture would have " + width + " x " + height + " pixels; SVG has no such limit");
		}
		BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		document.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, new ViewBox(0, 0, width, height));
		graphics.dispose();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "png", out);
		return out.toByteArray();
	}
}
