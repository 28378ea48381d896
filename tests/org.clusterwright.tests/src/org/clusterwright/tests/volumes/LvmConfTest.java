package org.clusterwright.tests.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clusterwright.formats.lvm.LvmConf;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The patch of lvm.conf, run by the awks that a node may have and read back by LVM itself. */
class LvmConfTest {
	private static final String FILTER = "filter=[\"a|^/dev/drbd[0-9]+$|\",\"r|.*|\"]";
	private static final List<List<String>> AWKS = List.of(List.of("gawk"), List.of("mawk"), List.of("busybox", "awk"), List.of("gawk", "--posix"));

	@TempDir
	Path directory;

	private String patch(String design) throws IOException {
		return new LvmConf().generate(Designs.effective(design)).get(0).content().text();
	}

	/** Applies the patch twice with every awk; all give the same and the second time changes nothing. */
	private String apply(String program, String before) throws IOException {
		Files.writeString(directory.resolve("patch.awk"), program);
		String result = null;
		for (List<String> awk : AWKS) {
			Tool.require(awk.get(0));
			String after = run(awk, before);
			assertEquals(result == null ? after : result, after, awk.toString());
			assertEquals(after, run(awk, after), "applied twice: " + awk);
			result = after;
		}
		return result;
	}

	private String run(List<String> awk, String input) {
		List<String> command = new ArrayList<>(awk);
		command.addAll(List.of("-f", "patch.awk"));
		return Tool.run(directory, Map.of(), input, command.toArray(String[]::new)).assertOk().output();
	}

	private void assertReads(String text, String... expected) throws IOException {
		Tool.require("lvmconfig");
		Path system = Files.createDirectories(directory.resolve("lvm"));
		Files.writeString(system.resolve("lvm.conf"), text);
		Map<String, String> environment = Map.of("LVM_SYSTEM_DIR", system.toString(), "LVM_SUPPRESS_FD_WARNINGS", "1");
		String verdict = Tool.run(directory, environment, "", "lvmconfig", "--validate").assertOk().output();
		assertTrue(verdict.contains("LVM configuration valid."), verdict);
		assertEquals(String.join("\n", expected), current(environment));
	}

	/** The three settings as LVM reads them, without what it says about others. */
	private String current(Map<String, String> environment) {
		return Tool.run(directory, environment, "", "lvmconfig", "--type", "current", "devices/filter", "global/locking_type", "global/fallback_to_local_locking").output().lines()
				.filter(l -> l.matches("(filter|locking_type|fallback_to_local_locking)=.*")).collect(java.util.stream.Collectors.joining("\n"));
	}

	@Test
	void baseFileIsValidBeforeAndAfter() throws IOException {
		String base = Designs.read("testdata/base/etc/lvm/lvm.conf");
		assertReads(base, "filter=\"a/.*/\"", "locking_type=1", "fallback_to_local_locking=1");
		String after = apply(patch(Designs.tutorial()), base);
		assertReads(after, FILTER, "locking_type=3", "fallback_to_local_locking=0");
		assertEquals(base.lines().count(), after.lines().count(), "replaced in place");
		List<String> changed = after.lines().filter(l -> base.lines().noneMatch(l::equals)).toList();
		assertEquals(3, changed.size(), changed.toString());
	}

	static Stream<Path> corpus() throws IOException {
		Path root = Tool.oracle("corpus");
		try (Stream<Path> all = Files.list(root)) {
			return all.map(p -> p.resolve("lvm.conf")).filter(Files::isDirectory).flatMap(LvmConfTest::files).sorted().toList().stream();
		}
	}

	private static Stream<Path> files(Path directory) {
		return Stream.of(directory.toFile().listFiles()).map(java.io.File::toPath);
	}

	@ParameterizedTest
	@MethodSource("corpus")
	void filesFromTheFieldReadBack(Path file) throws IOException {
		assertReads(apply(patch(Designs.tutorial()), Files.readString(file)), FILTER, "locking_type=3", "fallback_to_local_locking=0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "devices { filter=\"a/.*/\" dir=\"/dev\" } global { locking_type=1 }",
			"devices{\n\tscan = [ \"/dev\", \"a]b#{\" ] # } [\n\tfilter\t=[\n\"a|x|\" , # one }\n\n\"r|.*|\"\n]\n}\nglobal\n{\n}\n",
			"devices {\n    # filter = [ \"a|loop|\",\n    #   \"r|.*|\" ]\n    # types\n}\nglobal {\n\tlocking_type = 1\n\tlocking_type = 2 # again\n\t# locking_type = 0\n}",
			"global {\n    #locking_type = 1\n    # fallback_to_local_locking = 1 is what it was\n}\ndevices { }\n",
			"devices {\n    dir = \"/dev \\\" filter = {\"\n    other { filter = \"no\" }\n}\nlog { locking_type = 7 }\n", "activation {\r\n    udev_sync = 1\r\n}\r\nglobal {\r\n    locking_type = 1\r\n}\r\n" })
	void oddFilesReadBack(String before) throws IOException {
		String after = apply(patch(Designs.tutorial()), before);
		Path system = Files.createDirectories(directory.resolve("lvm"));
		Files.writeString(system.resolve("lvm.conf"), after);
		Tool.require("lvmconfig");
		String read = current(Map.of("LVM_SYSTEM_DIR", system.toString(), "LVM_SUPPRESS_FD_WARNINGS", "1"));
		assertEquals(FILTER + "\nlocking_type=3\nfallback_to_local_locking=0", read, after);
	}

	@Test
	void brokenFileIsRefusedWhole() throws IOException {
		Files.writeString(directory.resolve("patch.awk"), patch(Designs.tutorial()));
		for (List<String> awk : AWKS) {
			for (String before : List.of("devices {\n", "devices {\n filter = [ \"a\n}\n", "}\n")) {
				List<String> command = new ArrayList<>(awk);
				command.addAll(List.of("-f", "patch.awk"));
				Tool.Result result = Tool.run(directory, Map.of(), before, command.toArray(String[]::new));
				assertNotEquals(0, result.exit());
				assertEquals("lvm.conf: the braces, brackets or quotes do not match; nothing is changed", result.output().strip());
			}
		}
	}

	@Test
	void everyValueSurvivesBothSyntaxes() throws IOException {
		String design = Designs.read("testdata/volumes/three-nodes/input.cluster");
		String after = apply(patch(design), Designs.read("testdata/base/etc/lvm/lvm.conf"));
		assertTrue(after.contains("units = \"h \\\"q\\\" \\\\\"\n"), after);
		assertTrue(after.contains("    volume_list = [ \"vg-ab\", \"vg-bc/x\", \"@tag\" ]\n"), after);
		assertTrue(after.contains("    disable_after_error_count = 3\n"), after);
		assertTrue(after.contains("    write_cache_state = 0\n"), after);
	}

	@Test
	void withoutLvmThereIsNoPatch() {
		assertEquals(List.of(), new LvmConf().generate(Designs.effective(Designs.cluster("node a id 1"))));
	}
}
