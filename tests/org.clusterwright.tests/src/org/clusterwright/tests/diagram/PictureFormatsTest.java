package org.clusterwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clusterwright.core.diagram.NetworkScene;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.PngPicture;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape;
import org.clusterwright.core.diagram.Shape.Box;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.core.diagram.SvgPicture;
import org.clusterwright.core.diagram.TextFigure;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureFormatsTest {
	private static final Set<String> SVG = Set.of("svg", "title", "desc", "rect", "g", "text", "path", "circle");

	private static Document parse(String svg) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
	}

	private static List<Scene> scenes(String text) {
		return List.of(StorageScene.of(Designs.effective(text), false), StorageScene.of(Designs.effective(text), true), NetworkScene.of(Designs.effective(text)));
	}

	@Test
	void svgIsWellFormedHasRealTextAndTitlesOnEveryBox() throws Exception {
		for (Scene scene : scenes(Designs.tutorial())) {
			for (Palette palette : Palette.values()) {
				Document document = parse(SvgPicture.of(scene, palette));
				assertEquals("http://www.w3.org/2000/svg", document.getDocumentElement().getNamespaceURI());
				assertEquals(scene.title(), document.getDocumentElement().getElementsByTagName("title").item(0).getTextContent());
				Set<String> texts = new HashSet<>();
				NodeList all = document.getElementsByTagName("*");
				for (int i = 0; i < all.getLength(); i++) {
					Element element = (Element) all.item(i);
					assertTrue(SVG.contains(element.getTagName()), element.getTagName());
					assertFalse(element.hasAttribute("class") || element.hasAttribute("style"), "needs style sheets");
					if (element.getTagName().equals("text")) {
						texts.add(element.getTextContent());
					}
				}
				for (Box box : scene.boxes()) {
					assertTrue(box.kind() == Kind.NODE || box.label().stream().allMatch(l -> l.isEmpty() || l.equals("o") || texts.contains(l)), () -> "not written: " + box.label());
				}
				assertEquals(scene.boxes().size(), document.getElementsByTagName("g").getLength() - (int) scene.shapes().stream().filter(Shape.Link.class::isInstance).count());
			}
		}
	}

	@Test
	void namesThatAreMarkupStayText() throws Exception {
		String text = Designs.tutorial().replace("\"Storage Network\"", "\"<b>&\\\"\u0001 'N\"").replace("guest vm1", "guest \"<script>\"").replace("vm vm1 in", "vm \"<script>\" in");
		for (Scene scene : scenes(text)) {
			Document document = parse(SvgPicture.of(scene, Palette.LIGHT));
			assertEquals(0, document.getElementsByTagName("script").getLength() + document.getElementsByTagName("b").getLength());
		}
	}

	@Test
	void pngHasTheSizeOfTheSceneAndColours() throws Exception {
		Scene scene = scenes(Designs.tutorial()).get(0);
		for (Palette palette : Palette.values()) {
			BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngPicture.of(scene, palette, 1)));
			assertEquals(scene.width() + 32, image.getWidth());
			assertEquals(scene.height() + 32, image.getHeight());
			assertEquals(palette.ground(), image.getRGB(1, 1) & 0xFFFFFF);
			Set<Integer> colours = new HashSet<>();
			for (int x = 0; x < image.getWidth(); x += 3) {
				for (int y = 0; y < image.getHeight(); y += 3) {
					colours.add(image.getRGB(x, y));
				}
			}
			assertTrue(colours.size() > 20, "nothing is painted");
		}
		assertThrows(IOException.class, () -> PngPicture.of(scene, Palette.LIGHT, 40), "a picture of any size");
	}

	@Test
	void anyDesignGivesAWellFormedNetworkPicture() throws Exception {
		for (int seed = 0; seed < 40; seed++) {
			Scene scene = NetworkScene.of(Designs.effective(RandomStorage.design(new Random(seed))));
			parse(SvgPicture.of(scene, Palette.LIGHT));
			TextFigure.of(scene);
		}
	}

	private static Mark markOf(String text, String label) {
		return NetworkScene.of(Designs.effective(text)).boxes().stream().filter(b -> b.text().startsWith(label)).findFirst().orElseThrow().mark();
	}

	@Test
	void singlePointsOfFailureAreMarked() {
		String tutorial = Designs.tutorial();
		assertEquals(Mark.NONE, markOf(tutorial, "bond0"));
		assertEquals(Mark.SINGLE_POINT, markOf(tutorial.replace("in bond0 link 2 via switch2 port 4", "in bond0 link 2 via switch1 port 24"), "bond0"), "both links on one switch");
		assertEquals(Mark.NONE, markOf(tutorial, "BMC"));
		assertEquals(Mark.SINGLE_POINT, markOf(tutorial.replace("10.20.2.2 via switch2", "10.20.2.2 via switch1"), "BMC"), "both ways to fence behind one switch");
		assertEquals(Mark.SINGLE_POINT, markOf(tutorial, "psu1"), "the only power supply");
	}

	@Test
	void guestsThatNormallyRunElsewhereAreDotted() {
		List<Box> guests = scenes(Designs.tutorial()).get(0).boxes().stream().filter(b -> b.text().equals("vm1")).toList();
		assertEquals(List.of(Mark.NONE, Mark.ELSEWHERE), guests.stream().map(Box::mark).toList());
	}

	@Test
	void unusedSpaceIsShown() {
		String half = Designs.tutorial().replace("partition 7 logical rest align 64KiB", "partition 7 logical 50GiB align 64KiB");
		assertTrue(TextFigure.of(StorageScene.of(Designs.effective(half), false)).contains(":.free_"));
		assertFalse(TextFigure.of(StorageScene.of(Designs.effective(Designs.tutorial()), false)).contains(":.free_"));
	}
}
