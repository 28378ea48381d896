package org.clusterwright.tests.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;

/** The catalogue of DRBD's options against drbdsetup 8.3's own description of itself. */
class DrbdCatalogTest {
	private static final String DRBDSETUP = "/lib/drbd/drbdsetup-83";
	/** Of drbdsetup alone, or younger than 8.3.11. */
	private static final Set<String> NOT_OURS = Set.of("disk-timeout", "discard-my-data", "dry-run");
	/** drbdadm turns a resource's name into a minor number, and a node's name into local or remote. */
	private static final Set<String> OTHER_WORDS = Set.of("after", "after-sb-0pri", "on-congestion");

	@Test
	void namesRangesAndWordsAreDrbdsetups() {
		Tool.require(DRBDSETUP);
		for (String section : List.of("disk", "net", "syncer")) {
			String xml = Tool.run(Path.of("/"), DRBDSETUP, "xml", section).output();
			Map<String, String> wanted = new TreeMap<>();
			Map<String, String> ours = new TreeMap<>();
			for (Matcher m = Pattern.compile("(?s)<option name=\"([a-z0-9-]+)\" type=\"([a-z]+)\">(.*?)</option>").matcher(xml); m.find();) {
				if (NOT_OURS.contains(m.group(1))) {
					continue;
				}
				wanted.put(m.group(1), OTHER_WORDS.contains(m.group(1)) ? "" : describe(m.group(2), m.group(3)));
				ours.put(m.group(1), OTHER_WORDS.contains(m.group(1)) ? "" : Catalog.spec("drbd." + section, m.group(1)).map(DrbdCatalogTest::describe).orElse("missing"));
			}
			assertEquals(wanted, ours, section);
		}
	}

	private static String describe(String type, String body) {
		return switch (type) {
			case "numeric" -> body.replaceAll("(?s).*<min>(-?[0-9]+)</min>.*<max>([0-9]+)</max>.*", "$1 to $2");
			case "handler" -> String.join(" ", Pattern.compile("<handler>(.*?)</handler>").matcher(body).results().map(r -> r.group(1)).toList());
			default -> type;
		};
	}

	private static String describe(SettingSpec spec) {
		return switch (spec.type()) {
			case ValueType.Number n -> n.min() + " to " + n.max();
			case ValueType.Time t -> t.min() / t.unitMillis() + " to " + t.max() / t.unitMillis();
			case ValueType.Bytes b -> b.min() / b.unit() + " to " + b.max() / b.unit();
			case ValueType.Speed s -> s.min() / s.unit() + " to " + s.max() / s.unit();
			case ValueType.Flag f -> "boolean";
			case ValueType.Word w -> String.join(" ", w.words());
			default -> "string";
		};
	}

	@Test
	void defaultsAreOfTheirTypes() {
		for (String section : List.of("drbd", "drbd.disk", "drbd.net", "drbd.syncer", "drbd.startup", "drbd.global", "drbd.split-brain", "drbd.handlers", "raidarray")) {
			Catalog.named(section).forEach(s -> s.defaultText().ifPresent(s.type()::check));
		}
	}
}
