package org.clusterwright.tests.nativeedit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clusterwright.formats.NativeReader;
import org.clusterwright.formats.ReadError;
import org.clusterwright.formats.ReadResult;
import org.clusterwright.formats.drbd.DrbdFileTree;
import org.clusterwright.formats.drbd.DrbdParser;
import org.clusterwright.formats.hosts.HostsParser;
import org.clusterwright.formats.ifcfg.IfcfgParser;
import org.clusterwright.formats.ifcfg.IfcfgTree;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;

/** The law of the readers: print(read(text)) is text, for every sample of the field and every mutation of one. */
class ReaderLawTest {
	private static final String NASTY = "\0\r\n\t \"'\\#{};=$`\u00e4\ud83d\ude00x1";

	@Test
	void ifcfg() throws IOException {
		law(new IfcfgParser(), "(?i).*ifcfg-[^/]*", 240);
	}

	@Test
	void hosts() throws IOException {
		law(new HostsParser(), "(?i).*/[^/]*hosts[^/]*", 1);
	}

	@Test
	void drbd() throws IOException {
		law(new DrbdParser(), "(?i).*(\\.res(\\.\\d+)?|drbd[^/]*\\.conf[^/]*|global_common[^/]*|[^/]*drbd(adm|setup)[^/]*\\.txt)", 130);
	}

	@Test
	void errorsHavePlaces() {
		assertEquals(List.of("2:1", "3:1"), places(new IfcfgParser().read("A=1\nB=\"x\nif true\n").errors()));
		assertEquals(List.of("2:1"), places(new HostsParser().read("127.0.0.1 localhost\nlocalhost\n").errors()));
		assertEquals(List.of("1:17", "2:1"), places(new DrbdParser().read("resource r0 { a b }\n}\n").errors()));
		assertFalse(new DrbdParser().read("{".repeat(100_000)).errors().isEmpty());
		assertFalse(new DrbdParser().read("a {".repeat(100_000)).errors().isEmpty());
	}

	@Test
	void valuesAreWhatTheShellMakesOfThem() {
		ReadResult<IfcfgTree> read = new IfcfgParser().read("A=\"a \\\"b\\\" \\$c\"'d e'\\ f # why\nexport B=\n");
		assertEquals("a \"b\" $cd e f", ((IfcfgTree.Assignment) read.tree().get(0)).value());
		assertEquals("", ((IfcfgTree.Assignment) read.tree().get(1)).value());
		DrbdFileTree tree = new DrbdParser().read("handlers { split-brain \"a; b\"; }").tree().get(0);
		assertEquals("a; b", ((DrbdFileTree.Entry) ((DrbdFileTree.Section) tree).body().get(0)).values().get(0).unquoted());
	}

	private static List<String> places(List<ReadError> errors) {
		return errors.stream().map(e -> e.place().line() + ":" + e.place().column()).toList();
	}

	private static <T> void law(NativeReader<T> reader, String path, int atLeast) throws IOException {
		Path corpus = Tool.oracle("corpus");
		Pattern wanted = Pattern.compile(path);
		List<Path> files;
		try (Stream<Path> all = Files.walk(corpus)) {
			files = all.filter(p -> Files.isRegularFile(p) && wanted.matcher(p.toString()).matches()).sorted().toList();
		}
		assertTrue(files.size() >= atLeast, "only " + files.size() + " samples");
		Random random = new Random(3);
		for (Path file : files) {
			String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
			assertLaw(reader, text, file);
			assertLaw(reader, text.replace("\n", "\r\n"), file);
			for (int i = 0; i < 40; i++) {
				assertLaw(reader, mutate(text, random), file);
			}
		}
	}

	private static <T> void assertLaw(NativeReader<T> reader, String text, Path file) {
		assertEquals(text, reader.print(reader.read(text).tree()), file.toString());
	}

	private static String mutate(String text, Random random) {
		StringBuilder out = new StringBuilder(text);
		for (int i = random.nextInt(5); i >= 0; i--) {
			int at = random.nextInt(out.length() + 1);
			int end = Math.min(out.length(), at + random.nextInt(30));
			switch (random.nextInt(3)) {
				case 0 -> out.insert(at, NASTY.charAt(random.nextInt(NASTY.length())));
				case 1 -> out.delete(at, end);
				default -> out.insert(random.nextInt(out.length() + 1), out.substring(at, end));
			}
		}
		return out.toString();
	}
}
