package org.clusterwright.tests.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;

/** The tutorial's own files, value by value: ours differ only where the tutorial is corrected. */
class SeedFilesTest {
	private static final Map<String, String> CORRECTIONS = Map.of("ifcfg-eth3", "HWADDR=\"00:1B:21:9D:59:FC\"", "ifcfg-vbr0",
			"DELAY=\"0\" NM_CONTROLLED=\"no\" ONBOOT=\"yes\" STP=\"no\"", "ifcfg-vbr2", "DELAY=\"0\" NM_CONTROLLED=\"no\" ONBOOT=\"yes\" STP=\"no\"");

	private final TreeMap<String, String> files = NetworkFormats.of(Designs.tutorial());

	@Test
	void ifcfgOfTheFirstNode() throws IOException {
		Path seed = Tool.oracle("seedfiles/ifcfg-an-node01");
		TreeSet<String> names = new TreeSet<>();
		try (Stream<Path> all = Files.list(seed)) {
			for (Path file : all.sorted().toList()) {
				String name = file.getFileName().toString();
				names.add("an-node01" + NetworkFormats.SCRIPTS + name);
				List<String> wanted = Files.readAllLines(file);
				List<String> ours = files.get("an-node01" + NetworkFormats.SCRIPTS + name).lines().toList();
				assertEquals(wanted.get(0), ours.get(0), name);
				TreeSet<String> added = new TreeSet<>(ours.stream().filter(l -> !l.startsWith("#")).toList());
				TreeSet<String> missing = new TreeSet<>(wanted.subList(1, wanted.size()));
				missing.removeAll(added);
				added.removeAll(wanted);
				assertEquals(new TreeSet<>(), missing, name);
				assertEquals(CORRECTIONS.getOrDefault(name, ""), String.join(" ", added), name);
				assertEquals(wanted.stream().filter(ours::contains).toList(), ours.stream().filter(wanted::contains).toList(), "the order in " + name);
			}
		}
		assertEquals(11, names.size());
		assertEquals(names, new TreeSet<>(files.keySet().stream().filter(f -> f.startsWith("an-node01" + NetworkFormats.SCRIPTS)).toList()));
	}

	@Test
	void hosts() throws IOException {
		List<String> wanted = Files.readAllLines(Tool.oracle("seedfiles/hosts")).stream().filter(l -> !l.startsWith("#")).toList();
		List<String> ours = files.get("all/etc/hosts").lines().filter(l -> !l.startsWith("#")).toList();
		assertEquals(wanted, ours.subList(0, wanted.size()));
		assertEquals(List.of("", "10.20.3.1       switch1 switch1.alteeve.com", "10.20.3.2       switch2 switch2.alteeve.com"), ours.subList(wanted.size(), ours.size()));
	}

	@Test
	void elevenFilesForEachNode() {
		for (String node : List.of("an-node01", "an-node02")) {
			assertEquals(11, files.keySet().stream().filter(f -> f.startsWith(node + NetworkFormats.SCRIPTS)).count());
		}
	}
}
