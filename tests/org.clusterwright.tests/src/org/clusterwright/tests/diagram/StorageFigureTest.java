package org.clusterwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clusterwright.core.diagram.NetworkScene;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.Shape;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.core.diagram.TextFigure;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StorageFigureTest {
	private static String figure(String text, boolean sizes) {
		return TextFigure.of(StorageScene.of(Designs.effective(text), sizes));
	}

	@TestFactory
	Stream<DynamicTest> theFiguresOfTheExamples() {
		return Stream.of("an-clusterA", "three-nodes").flatMap(name -> Stream.of(false, true).map(sizes -> DynamicTest.dynamicTest(name + (sizes ? " with sizes" : ""),
				() -> golden(name + (sizes ? "-sizes" : "") + ".txt", figure(Designs.read("examples/" + name + ".cluster"), sizes)))));
	}

	@TestFactory
	Stream<DynamicTest> theNetworksOfTheExamples() {
		return Stream.of("an-clusterA", "three-nodes").map(name -> DynamicTest.dynamicTest(name,
				() -> golden(name + "-network.txt", TextFigure.of(NetworkScene.of(Designs.effective(Designs.read("examples/" + name + ".cluster")))))));
	}

	/** Each folder of testdata/diagram/cases is a design with its two figures. */
	@TestFactory
	Stream<DynamicTest> theFiguresOfTheCases() throws IOException {
		List<Path> cases;
		try (Stream<Path> folders = Files.list(Designs.root().resolve("testdata/diagram/cases"))) {
			cases = folders.sorted().toList();
		}
		assertTrue(cases.size() >= 7, cases.toString());
		return cases.stream().map(c -> DynamicTest.dynamicTest(c.getFileName().toString(), () -> {
			String text = Files.readString(c.resolve("input.cluster"));
			Scene storage = StorageScene.of(Designs.effective(text), false);
			assertEquals(List.of(), FigureCheck.of(storage));
			golden("cases/" + c.getFileName() + "/storage.txt", TextFigure.of(storage));
			golden("cases/" + c.getFileName() + "/network.txt", TextFigure.of(NetworkScene.of(Designs.effective(text))));
		}));
	}

	private static void golden(String name, String actual) throws IOException {
		Path expected = Designs.root().resolve("testdata/diagram").resolve(name);
		if (Boolean.getBoolean("golden.update")) {
			Files.createDirectories(expected.getParent());
			Files.writeString(expected, actual);
		}
		assertEquals(Files.readString(expected), actual);
	}

	/** The tutorial's own figure, with what it got wrong put right: node 2's volume paths, swap and / exchanged, an underscore missing. */
	@Test
	void theTutorialsFigureIsTheTutorials() throws IOException {
		Path seed = Designs.root().resolveSibling("shared/seed");
		Assumptions.assumeTrue(Files.isDirectory(seed), "the tutorial is not here");
		List<String> lines;
		try (Stream<Path> files = Files.list(seed)) {
			lines = Files.readAllLines(files.filter(f -> f.toString().endsWith(".txt")).findFirst().orElseThrow());
		}
		int first = IntStream.range(0, lines.size()).filter(i -> lines.get(i).startsWith("| [ an-node01 ]")).findFirst().orElseThrow() - 1;
		List<String> drawn = new ArrayList<>();
		for (String line : lines.subList(first, first + 50)) {
			drawn.add(line.stripTrailing());
		}
		// The list of partitions has / on sda2 and swap on sda3; the figure has them the other way round.
		for (int row = 6; row <= 9; row++) {
			int other = row < 8 ? row + 2 : row - 2;
			drawn.set(row, uses(lines.get(first + row), lines.get(first + other)));
		}
		// With the volume group's whole name in the path, the boxes are four columns longer, which moves what stands left of them; one of its blanks is a no-break space.
		for (int i = 0; i < drawn.size(); i++) {
			drawn.set(i, drawn.get(i).replace("___ ___|_", "_______|_").replaceFirst("[ \u00A0]{4}(:\\.vm\\d\\.:---\\[_)/dev/vg0/", "$1/dev/an1-vg0/").replaceFirst(" {4}(\\.{7} {4})_{19}( {3}\\|)", "$1" + "_".repeat(23) + "$2"));
		}
		assertEquals(String.join("\n", drawn), figure(Designs.tutorial(), false).stripTrailing());
	}

	/** A line with the boxes of another in place of its own behind sda2 and sda3. */
	private static String uses(String line, String other) {
		return (line.substring(0, 35) + other.substring(35, 82) + line.substring(82)).stripTrailing();
	}

	@TestFactory
	Stream<DynamicTest> anyDesignLinesUp() {
		return IntStream.range(0, 240).mapToObj(seed -> DynamicTest.dynamicTest("design " + seed, () -> {
			String text = RandomStorage.design(new Random(seed));
			for (boolean sizes : new boolean[] { false, true }) {
				Scene scene = StorageScene.of(Designs.effective(text), sizes);
				String problems = String.join("\n", FigureCheck.of(scene));
				assertTrue(problems.isEmpty(), () -> problems + "\n" + TextFigure.of(scene) + text);
			}
		}));
	}

	@Test
	void aBrokenFigureIsNoticed() {
		Scene whole = StorageScene.of(Designs.effective(Designs.tutorial()), false);
		assertTrue(FigureCheck.of(whole).isEmpty());
		List<Shape> moved = whole.shapes().stream().map(s -> s instanceof Shape.Box b && b.text().equals("/dev/sda5") ? new Shape.Box(b.x() + 80, b.y(), b.width(), b.height(), b.kind(), b.label(), b.mark(), b.element(), b.tip()) : s).toList();
		assertTrue(!FigureCheck.of(new Scene(whole.title(), whole.width(), whole.height(), true, moved)).isEmpty());
	}

	/** A corner that is moved, in the scene; a character that is missing, in the text, is found by what stands beside it. */
	@Test
	void aBrokenLineIsNoticed() {
		Scene whole = StorageScene.of(Designs.effective(Designs.tutorial()), false);
		List<Shape.Link> links = whole.shapes().stream().filter(Shape.Link.class::isInstance).map(Shape.Link.class::cast).filter(l -> l.points().size() > 2 && l.points().get(1).y() != l.points().get(2).y()).toList();
		assertTrue(links.size() > 10);
		for (Shape.Link link : links) {
			for (int dx : new int[] { -8, 8 }) {
				List<Shape.Point> points = new ArrayList<>(link.points());
				points.set(1, new Shape.Point(points.get(1).x() + dx, points.get(1).y()));
				List<Shape> broken = whole.shapes().stream().map(s -> s == link ? new Shape.Link(points, link.kind(), link.element(), link.tip()) : s).toList();
				assertTrue(!FigureCheck.of(new Scene(whole.title(), whole.width(), whole.height(), true, broken)).isEmpty(), link.points().toString());
			}
		}
	}
}
