package org.clusterwright.tests.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.core.forms.ClusterEdits;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.core.forms.NativeStatements;
import org.clusterwright.core.forms.NativeStatements.Kind;
import org.clusterwright.core.forms.NetworkEdits;
import org.clusterwright.core.forms.References;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

/** Options, flags and raw text as the pages list and change them: to the letter, and nothing is left out. */
class NativeStatementsTest {
	private static final String TEXT = """
			cluster c version 1 {
			    cman { option "disable_openais" "yes" } // for speed
			    totem { tokens 3s }
			    network bcn 10.20.0.0/16 on bond0 cluster {
			        option "ETHTOOL_OPTS" "speed 1000 duplex full, autoneg on" // the old switch
			    }
			    bond bond0
			    switch s1 {
			        stp no
			    }
			    node a id 1 {
			        nic eth0 in bond0 { flag "HOTPLUG" }
			    }
			    node b id 2
			    drbd {
			        resource r0 on sda5 {
			            disk { flag "no-md-flushes" }
			            volume 1 on sda6
			        }
			    }
			    raw /etc/hosts '''
			10.255.255.250  backup
			'''
			}
			""";

	private final ClusterEditor editor = new ClusterEditor(Designs.LANGUAGE);

	private void becomes(String old, String now, Consumer<Cluster> change) {
		assertTrue(TEXT.contains(old), old);
		EditResult.Edited edited = assertInstanceOf(EditResult.Edited.class, editor.edit(TEXT, change));
		String text = Replacement.apply(TEXT, edited.replacements());
		assertEquals(TEXT.replace(old, now), text);
		assertTrue(Designs.codes(text).stream().noneMatch(c -> c.equals("syntax")), text);
	}

	private static Statement statement(Cluster cluster, FormArea area, int index) {
		return NativeStatements.of(cluster, area).get(index);
	}

	private static Block owner(Cluster cluster, FormArea area, Kind kind, String where) {
		return NativeStatements.owners(cluster, area, kind).stream().filter(b -> NativeStatements.where(b).equals(where)).findFirst()
				.orElseThrow(() -> new AssertionError(NativeStatements.owners(cluster, area, kind).stream().map(NativeStatements::where).toList().toString()));
	}

	@Test
	void everyStatementIsListedWithItsPlaceAndText() {
		Cluster cluster = Designs.LANGUAGE.parse(TEXT).root().orElseThrow();
		assertEquals(List.of("cman: option disable_openais", "totem: unknown parameter tokens", "cluster c: raw /etc/hosts"), listed(cluster, FormArea.OVERVIEW));
		assertEquals(List.of("network bcn: option ETHTOOL_OPTS", "node a, nic eth0: flag HOTPLUG"), listed(cluster, FormArea.NETWORK));
		assertEquals(List.of("drbd, resource r0, disk: flag no-md-flushes", "drbd, resource r0: volume 1 on sda6"), listed(cluster, FormArea.DRBD));
		assertEquals(Optional.of("10.255.255.250  backup"), NativeStatements.text().written(statement(cluster, FormArea.OVERVIEW, 2)));
		assertEquals(Optional.of("3s"), NativeStatements.text().written(statement(cluster, FormArea.OVERVIEW, 1)));
		assertEquals(Optional.empty(), NativeStatements.text().written(statement(cluster, FormArea.NETWORK, 1)));
	}

	private static List<String> listed(Cluster cluster, FormArea area) {
		return NativeStatements.of(cluster, area).stream().map(s -> NativeStatements.where(s.eContainer()) + ": " + NativeStatements.what(s)).toList();
	}

	@Test
	void anOptionIsAddedToAnElementWithoutABlock() {
		becomes("    node b id 2\n", "    node b id 2 {\n        option \"hotplug\" \"a, b\"\n    }\n".replace("\"hotplug\"", "hotplug"),
				c -> NativeStatements.add(owner(c, FormArea.NETWORK, Kind.OPTION, "node b"), Kind.OPTION, "hotplug", "a, b"));
	}

	@Test
	void aFlagIsAddedBehindTheOptionsOfABlock() {
		becomes("disk { flag \"no-md-flushes\" }", "disk { flag \"no-md-flushes\"  flag no-disk-drain }",
				c -> NativeStatements.add(owner(c, FormArea.DRBD, Kind.FLAG, "drbd, resource r0, disk"), Kind.FLAG, "no-disk-drain", ""));
	}

	@Test
	void rawTextIsAddedWithItsLines() {
		becomes("        nic eth0 in bond0 { flag \"HOTPLUG\" }\n    }\n",
				"        nic eth0 in bond0 { flag \"HOTPLUG\" }\n        raw /etc/hosts '''\n10.1.1.1\tone\n10.1.1.2 two\n'''\n    }\n",
				c -> NativeStatements.add(owner(c, FormArea.NETWORK, Kind.RAW, "node a"), Kind.RAW, "/etc/hosts", "10.1.1.1\tone\n10.1.1.2 two"));
	}

	@Test
	void rawTextIsChangedAndItsFrameStays() {
		becomes("10.255.255.250  backup\n", "10.255.255.251  backup\n10.255.255.252  other\n",
				c -> NativeStatements.text().write(statement(c, FormArea.OVERVIEW, 2), "10.255.255.251  backup\n10.255.255.252  other"));
		becomes("raw /etc/hosts", "raw /etc/sysconfig/network", c -> NativeStatements.name().write(statement(c, FormArea.OVERVIEW, 2), "/etc/sysconfig/network"));
		becomes("raw /etc/hosts ", "raw /etc/hosts at end ", c -> NativeStatements.anchor().write(statement(c, FormArea.OVERVIEW, 2), "end"));
	}

	@Test
	void valuesOfAnOptionStandOneALine() {
		becomes("\"speed 1000 duplex full, autoneg on\"", "\"speed 100, autoneg off\", wol", c -> NativeStatements.text().write(statement(c, FormArea.NETWORK, 0), "speed 100, autoneg off\nwol"));
		becomes("option \"disable_openais\" \"yes\"", "flag \"disable_openais\"", c -> NativeStatements.text().erase(statement(c, FormArea.OVERVIEW, 0)));
		becomes("flag \"HOTPLUG\"", "option \"HOTPLUG\" no", c -> NativeStatements.text().write(statement(c, FormArea.NETWORK, 1), "no"));
	}

	@Test
	void statementsAreRemoved() {
		becomes(" {\n        option \"ETHTOOL_OPTS\" \"speed 1000 duplex full, autoneg on\" // the old switch\n    }", " {\n    }", c -> References.remove(statement(c, FormArea.NETWORK, 0)));
		becomes("    totem { tokens 3s }\n", "    totem { }\n", c -> References.remove(statement(c, FormArea.OVERVIEW, 1)));
		becomes("            volume 1 on sda6\n", "", c -> References.remove(statement(c, FormArea.DRBD, 1)));
	}

	@Test
	void whatWouldEndTheTextIsRefused() {
		EditResult result = editor.edit(TEXT, c -> NativeStatements.text().write(statement(c, FormArea.OVERVIEW, 2), "a '''"));
		assertEquals("Three quotes in a row would end the text.", assertInstanceOf(EditResult.Rejected.class, result).reason());
		result = editor.edit(TEXT, c -> NativeStatements.text().erase(statement(c, FormArea.OVERVIEW, 2)));
		assertEquals("A raw text cannot be empty; remove it instead.", assertInstanceOf(EditResult.Rejected.class, result).reason());
	}

	@Test
	void portsOfASwitchAndHeuristicsAreAdded() {
		becomes("        stp no\n", "        stp no\n        port 1\n", c -> NetworkEdits.addSwitchPort(Statements.all(c, Switch.class).get(0), Optional.empty()));
		becomes("    totem { tokens 3s }\n", "    totem { tokens 3s }\n    quorumd {\n        heuristic \"ping -c1 -w1 192.0.2.1\"\n    }\n", c -> ClusterEdits.addHeuristic(c, Optional.empty()));
	}
}
