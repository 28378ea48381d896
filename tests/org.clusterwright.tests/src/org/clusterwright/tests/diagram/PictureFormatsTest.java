package org.clusterwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureFormatsTest {
	@TempDir
	Path directory;

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

	private static List<String> notes(String text) {
		return NetworkScene.of(Designs.effective(text)).boxes().stream().filter(b -> b.kind() == Kind.NOTE).map(Box::text).toList();
	}

	@Test
	void singlePointsOfFailureAreSaidAndTheirSwitchIsMarked() {
		String oneSwitch = Designs.tutorial().replace("in bond0 link 2 via switch2 port 4", "in bond0 link 2 via switch1 port 24");
		assertEquals(Mark.SINGLE_POINT, markOf(oneSwitch, "switch1"));
		assertEquals(Mark.NONE, markOf(oneSwitch, "switch2"));
		assertTrue(notes(oneSwitch).contains("an-node01: all links of bond0 are on switch1"), notes(oneSwitch).toString());
		assertFalse(notes(oneSwitch).contains("an-node02: all links of bond0 are on switch1"));
		String together = Designs.tutorial().replace("10.20.2.2 via switch2", "10.20.2.2 via switch1");
		assertEquals(Mark.SINGLE_POINT, markOf(together, "switch1"));
		assertTrue(notes(together).contains("an-node02: its BMC and pdu2 are behind switch1: without it nothing can fence the node"), notes(together).toString());
		assertEquals(Mark.SINGLE_POINT, markOf(Designs.tutorial(), "pdu2"), "it alone feeds both nodes");
	}

	@Test
	void stackedSwitchesFailAsOne() {
		String stacked = Designs.tutorial().replace("switch switch2 address 10.20.3.2", "switch switch2 address 10.20.3.2 stacked switch1");
		assertTrue(Designs.codes(stacked).contains("switches-stacked"), Designs.codes(stacked).toString());
		assertEquals(Mark.SINGLE_POINT, markOf(stacked, "bond1"));
		assertTrue(notes(stacked).contains("an-node01: all links of bond1 are on switch1 and switch2, which are stacked"), notes(stacked).toString());
	}

	@Test
	void fencePathsSayTheirSwitch() {
		List<String> notes = notes(Designs.tutorial());
		assertTrue(notes.containsAll(List.of("Fence paths", "an-node01", "1. ipmi: BMC 10.20.1.1 over switch1", "2. pdu: pdu2 outlet 1 over switch2", "2. pdu: pdu2 outlet 2 over switch2")), notes.toString());
		assertTrue(notes(Designs.tutorial().replace("10.20.2.2 via switch2", "10.20.2.2")).contains("2. pdu: pdu2 outlet 1 (the design does not say over which switch)"));
		assertTrue(notes(Designs.read("examples/three-nodes.cluster")).contains("2. pdu: pdu1 outlet 3 over switch2 and pdu2 outlet 3 over switch2"));
		assertTrue(notes("cluster c version 1 {\n    node a id 1\n}\n").isEmpty());
	}

	/** The document type of SVG 1.1 as Debian's w3c-sgml-lib has it; role and aria-labelledby came later, with SVG 2, and are put aside. */
	@Test
	void svgIsValid() throws Exception {
		Tool.require("xmllint");
		Path dtd = Tool.file(Path.of("/usr/share/xml/w3c-sgml-lib/schema/dtd/REC-SVG11-20110816/svg11.dtd"));
		List<Scene> all = new ArrayList<>(scenes(Designs.tutorial()));
		all.addAll(scenes(Designs.read("examples/three-nodes.cluster")));
		for (int seed = 0; seed < 5; seed++) {
			all.addAll(scenes(RandomStorage.design(new Random(seed))));
		}
		List<String> command = new ArrayList<>(List.of("xmllint", "--noout", "--nonet", "--dtdvalid", dtd.toString()));
		for (Scene scene : all) {
			String svg = SvgPicture.of(scene, Palette.DARK);
			assertTrue(svg.contains(" role=\"img\" aria-labelledby=\"title desc\" "), svg.substring(0, 300));
			command.add(Files.writeString(directory.resolve(command.size() + ".svg"), svg.replace(" role=\"img\" aria-labelledby=\"title desc\"", "")).toString());
		}
		Tool.run(directory, command.toArray(String[]::new)).assertOk();
		Path broken = Files.writeString(directory.resolve("broken.svg"), SvgPicture.of(all.get(0), Palette.LIGHT));
		assertNotEquals(0, Tool.run(directory, "xmllint", "--noout", "--nonet", "--dtdvalid", dtd.toString(), broken.toString()).exit(), "the validation finds nothing");
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
