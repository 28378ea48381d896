package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The classic traps of a lexer: keywords as names, words that begin like numbers, comments right behind values. */
class LexerTest {

	static Set<String> keywords() {
		Set<String> keywords = new TreeSet<>();
		String grammar = Designs.read("bundles/org.clusterwright.dsl/src/org/clusterwright/dsl/ClusterDsl.xtext");
		for (Matcher m = Pattern.compile("'([a-z][a-z0-9-]*)'").matcher(grammar.substring(0, grammar.indexOf("terminal WORD"))); m.find();) {
			keywords.add(m.group(1));
		}
		return keywords;
	}

	@ParameterizedTest
	@MethodSource("keywords")
	void everyKeywordIsANameInQuotes(String keyword) {
		Cluster cluster = clean("""
				node "%1$s" id 1
				volume-group "%1$s" on /dev/sdb1 {
				    volume "%1$s" 1GiB
				}
				guest "%1$s" { volume "%1$s" }
				failover-domain d { member "%1$s" }
				""".formatted(keyword));
		assertEquals(keyword, Statements.first(cluster, Node.class).orElseThrow().getName());
		VolumeGroup group = Statements.first(cluster, VolumeGroup.class).orElseThrow();
		assertEquals(keyword, group.getName());
		assertEquals(keyword, Statements.first(group, LogicalVolume.class).orElseThrow().getName());
		assertEquals(keyword, Statements.first(cluster, Guest.class).orElseThrow().getName());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f", "A", "B", "C", "D", "E", "F" })
	void macsBeginWithAnyHexDigit(String digit) {
		Cluster cluster = clean("bond bond0\nnode n { nic eth0 mac " + digit + "0:1B:21:9D:59:FC in bond0 }");
		Nic nic = Statements.first(Statements.first(cluster, Node.class).orElseThrow(), Nic.class).orElseThrow();
		assertEquals(digit + "0:1B:21:9D:59:FC", nic.getMac().text());
	}

	@ParameterizedTest
	@ValueSource(strings = { "network n 10.20.0.0/16", "switch s address 10.20.3.1", "node n id 1", "node n { nic eth0 mac 00:1B:21:9D:59:FC", "disk sda 100 sectors of 512",
			"disk sda { partition 1 256MiB", "disk sda { partition 1 50% of rest", "disk sda { partition 1 rest mount /boot",
			"domain alteeve.com", "domain \"alteeve.com\"", "fence-device f agent fence_apc { passwd secret x", "raw /etc/x '''text'''" })
	void commentsMayFollowEveryKindOfValueAtOnce(String statement) {
		String close = "}".repeat((int) statement.chars().filter(c -> c == '{').count());
		clean(statement + "// comment\n" + close);
		clean(statement + "/* comment */ " + close);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "node n id 007|leading zero", "node n id -1|not expected", "network n 10.20.0.1/16|host bits", "network n 10.20.0.0/33|not a subnet",
			"switch s address 10.20.3|not an IPv4", "switch s address 10.20.3.256|not an IPv4", "disk sda { partition 1 20G }|not a unit", "disk sda { partition 1 101% of rest }|percentage",
			"node n { nic eth0 mac 00:1B:21:9D:59 }|MAC address", "disk sda { partition 1 9999999999GiB }|too large", "domain \"a\\qb\"|no escape" })
	void badValuesSayWhatIsWrong(String statement, String part) {
		List<Finding> findings = Designs.LANGUAGE.validate(Designs.cluster(statement)).findings();
		assertTrue(findings.stream().anyMatch(f -> f.message().contains(part)), findings.toString());
	}

	@Test
	void aBareSlashIsAPathAndTwoAreAComment() {
		clean("disk sda { partition 1 rest mount / // comment\n}");
		clean("disk sda { partition 1 rest mount / /* comment */ }");
	}

	@Test
	void sectorsAreLong() {
		clean("disk sda 9223372036854775807 sectors of 4096");
	}

	private static Cluster clean(String body) {
		ParsedDesign parsed = Designs.LANGUAGE.validate(Designs.cluster(body));
		List<Finding> broken = parsed.findings().stream().filter(f -> f.code() == Code.SYNTAX || f.code() == Code.UNRESOLVED_REFERENCE).toList();
		assertEquals(List.of(), broken, body);
		return parsed.root().orElseThrow();
	}
}
