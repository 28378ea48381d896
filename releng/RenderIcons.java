import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Renders the product's pictures from their SVG sources: {@code java -cp jsvg.jar releng/RenderIcons.java} in the top folder, after a drawing has changed. */
final class RenderIcons {
	public static void main(String[] arguments) throws IOException {
		Path bundle = Path.of("bundles/org.clusterwright.rcp");
		for (int size : new int[] { 16, 24, 32, 48, 64, 128, 256 }) {
			render(bundle.resolve("icons/clusterwright.svg"), size, size, BufferedImage.TYPE_INT_ARGB, bundle.resolve("icons/clusterwright" + size + ".png"));
		}
		render(bundle.resolve("icons/splash.svg"), 520, 320, BufferedImage.TYPE_INT_RGB, bundle.resolve("splash.png"));
	}

	private static void render(Path svg, int width, int height, int type, Path png) throws IOException {
		SVGDocument drawing = new SVGLoader().load(svg.toUri().toURL());
		BufferedImage image = new BufferedImage(width, height, type);
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		drawing.render((java.awt.Component) null, graphics, new ViewBox(0, 0, width, height));
		graphics.dispose();
		ImageIO.write(image, "png", png.toFile());
	}
}
