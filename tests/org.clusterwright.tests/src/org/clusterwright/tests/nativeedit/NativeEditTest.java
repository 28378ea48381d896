package org.clusterwright.tests.nativeedit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.core.nativeedit.EditableDesign;
import org.clusterwright.core.nativeedit.NativeEdit;
import org.clusterwright.core.nativeedit.NativeEdit.Offer;
import org.clusterwright.core.nativeedit.NativeEdit.OfferKind;
import org.clusterwright.core.nativeedit.NativeEdit.Proposal;
import org.clusterwright.core.nativeedit.NativeEdit.Refused;
import org.clusterwright.core.nativeedit.NativeEdit.Unchanged;
import org.clusterwright.core.nativeedit.TextLines;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.formats.NativePath;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

/** What edits of native files become in the design. */
class NativeEditTest {
	private static final String IFCFG = "/etc/sysconfig/network-scripts/ifcfg-";
	private static final String HOSTS = "/etc/hosts";
	private static final String R0 = "/etc/drbd.d/r0.res";
	private static final String TUTORIAL = Designs.tutorial();
	private static final EditableDesign DESIGN = new EditableDesign(Designs.LANGUAGE, NativeFormats.RHCS3, TUTORIAL);

	/** A design and one of its files, to be edited by replacing words. */
	private record On(String design, String node, String path) {
		static On tutorial(String node, String path) {
			return new On(TUTORIAL, node, path);
		}

		String text() {
			ParsedDesign parsed = Designs.LANGUAGE.validate(design);
			Plan plan = (Plan) new Planner(NativeFormats.RHCS3).plan(new EffectiveCluster(parsed.root().orElseThrow()), parsed.findings());
			return plan.tree(node).orElseThrow().file(path).orElseThrow().content().text();
		}

		NativeEdit replace(String... pairs) {
			String edited = text();
			for (int i = 0; i < pairs.length; i += 2) {
				assertTrue(edited.contains(pairs[i]), pairs[i] + " is not in\n" + edited);
				edited = edited.replace(pairs[i], pairs[i + 1]);
			}
			return propose(edited);
		}

		NativeEdit propose(String edited) {
			EditableDesign editable = design.equals(TUTORIAL) ? DESIGN : new EditableDesign(Designs.LANGUAGE, NativeFormats.RHCS3, design);
			return editable.propose(node, new NativePath(path), edited);
		}

		On after(NativeEdit edit) {
			return new On(assertInstanceOf(Proposal.class, edit, edit.toString()).design(), node, path);
		}
	}

	@Test
	void derivedAddressIsOverriddenAtTheNode() {
		NativeEdit edit = On.tutorial("an-node02", IFCFG + "vbr0").replace("IPADDR=\"10.20.0.2\"", "IPADDR=\"10.20.0.22\"");
		assertLines(edit, "+        address bcn 10.20.0.22");
		assertEquals(List.of("node an-node02: address on bcn 10.20.0.22 instead of the derived 10.20.0.2"), ((Proposal) edit).changes());
		assertTrue(others(edit).containsAll(List.of("an-node01 /etc/hosts", "an-node02 /etc/hosts")), others(edit).toString());
		assertTrue(others(edit).stream().noneMatch(o -> o.contains("an-node01 " + IFCFG)), others(edit).toString());
	}

	@Test
	void writtenAddressIsChangedAndTakenBack() {
		On on = On.tutorial("an-node02", IFCFG + "vbr0");
		On written = on.after(on.replace("10.20.0.2\"", "10.20.0.22\""));
		NativeEdit edit = written.replace("10.20.0.22\"", "10.20.0.23\"");
		assertEquals(lines(written.design(), edit), List.of("-        address bcn 10.20.0.22", "+        address bcn 10.20.0.23"));
	}

	@Test
	void valuesOfNics() {
		On eth0 = On.tutorial("an-node01", IFCFG + "eth0");
		assertLines(eth0.replace("00:E0:81:C7:EC:49", "00:E0:81:C7:EC:50"), "-        nic eth0 mac 00:E0:81:C7:EC:49 in bond0 link 1 via switch1 port 1", "+        nic eth0 mac 00:E0:81:C7:EC:50 in bond0 link 1 via switch1 port 1");
		NativeEdit edit = eth0.replace("ONBOOT=\"yes\"", "ONBOOT=\"no\"");
		assertLines(edit, "-        nic eth0 mac 00:E0:81:C7:EC:49 in bond0 link 1 via switch1 port 1", "+        nic eth0 mac 00:E0:81:C7:EC:49 in bond0 link 1 via switch1 port 1 {", "+            option ONBOOT no", "+        }");
		assertEquals(List.of(), others(edit));
		On with = eth0.after(eth0.replace("SLAVE=\"yes\"\n", "SLAVE=\"yes\"\nUSERCTL=\"no\"\nMTU=\"9000\"\n"));
		assertTrue(with.design().contains("option USERCTL no\n            option MTU 9000\n"), with.design());
		NativeEdit back = with.replace("USERCTL=\"no\"\n", "");
		assertEquals(List.of("-            option USERCTL no"), lines(with.design(), back));
	}

	@Test
	void whatIsTheSameOnEveryNodeIsOnlyOffered() {
		Refused delay = refused(On.tutorial("an-node01", IFCFG + "vbr0").replace("DELAY=\"0\"", "DELAY=\"15\""), "same on every node");
		Offer offer = delay.offers().get(0);
		assertEquals(OfferKind.WIDER, offer.kind());
		assertLines(offer.proposal(), "-    network bcn \"Back-Channel Network\" 10.20.0.0/16 on bond0 bridge vbr0 cluster",
				"+    network bcn \"Back-Channel Network\" 10.20.0.0/16 on bond0 bridge vbr0 cluster {", "+        bridge {", "+            delay 15s", "+        }", "+    }");
		assertEquals(List.of("an-node02 " + IFCFG + "vbr0"), others(offer.proposal()));
		Refused line = refused(On.tutorial("an-node01", IFCFG + "bond0").replace("ONBOOT=\"yes\"\n", "ONBOOT=\"yes\"\n", "downdelay=0\"\n", "downdelay=0\"\nUSERCTL=\"no\"\n"), "same on every node");
		assertEquals(List.of(OfferKind.WIDER, OfferKind.RAW), line.offers().stream().map(Offer::kind).toList());
		assertLines(line.offers().get(1).proposal(), "+        raw " + IFCFG + "bond0 '''USERCTL=\"no\"", "+'''");
	}

	@Test
	void whatTheDesignSaysOfANetworkIsChangedThere() {
		On vbr2 = On.tutorial("an-node01", IFCFG + "vbr2");
		assertLines(vbr2.replace("DNS2=\"192.139.81.1\"", "DNS2=\"192.139.81.2\"\nDNS3=\"192.139.81.3\"", "GATEWAY=\"10.255.255.254\"", "GATEWAY=\"10.255.255.1\""),
				"-        gateway 10.255.255.254", "-        dns 192.139.81.117, 192.139.81.1", "+        gateway 10.255.255.1", "+        dns 192.139.81.117, 192.139.81.2, 192.139.81.3");
		NativeEdit bonds = On.tutorial("an-node01", IFCFG + "bond1").replace("miimon=100", "miimon=250");
		assertLines(bonds, "-    bond bond0, bond1, bond2 { mode active-backup  miimon 100ms }", "+    bond bond0, bond1, bond2 { mode active-backup  miimon 250ms }");
		assertTrue(others(bonds).contains("an-node02 " + IFCFG + "bond2"));
	}

	@Test
	void aConsequenceOfAnotherChangeIsSeen() {
		On vbr2 = On.tutorial("an-node01", IFCFG + "vbr2");
		refused(vbr2.replace("GATEWAY=\"10.255.255.254\"\n", ""), "would not write \u2039DEFROUTE=\"yes\"\u203a");
		assertLines(vbr2.replace("GATEWAY=\"10.255.255.254\"\n", "", "DEFROUTE=\"yes\"\n", ""), "-        gateway 10.255.255.254");
	}

	@Test
	void namesAndCommentsAreRefusedByName() {
		On eth0 = On.tutorial("an-node01", IFCFG + "eth0");
		refused(eth0.replace("MASTER=\"bond0\"", "MASTER=\"bond1\""), "MASTER is the bond that the NIC is in");
		refused(On.tutorial("an-node01", IFCFG + "bond0").replace("BRIDGE=\"vbr0\"", "BRIDGE=\"vbr9\""), "BRIDGE is the bridge of the network");
		Refused comment = refused(eth0.replace("# Back-Channel Network - Link 1", "# Management"), "follows from the networks' labels");
		assertEquals(1, comment.place().line());
		assertTrue(comment.design().isPresent());
		refused(eth0.replace("ONBOOT=\"yes\"\n", "ONBOOT=\"yes\"\n# why\n"), "comment or blank line of your own");
		refused(eth0.replace("ONBOOT=\"yes\"\n", "if true\n"), "not understood");
		refused(eth0.replace("HWADDR=\"00:E0:81:C7:EC:49\"", "HWADDR=\"00:E0:81\""), "is not a MAC address");
		refused(On.tutorial("an-node01", IFCFG + "vbr0").replace("10.20.0.1\"", "10.20.0.2\""), "The design would have an error then");
		assertInstanceOf(Unchanged.class, eth0.propose(eth0.text()));
	}

	@Test
	void anotherSpellingIsOfferedInTheDesignsOwn() {
		On eth0 = On.tutorial("an-node01", IFCFG + "eth0");
		Refused refused = refused(eth0.replace("ONBOOT=\"yes\"\n", "USERCTL=no\nONBOOT=no\n"), "a spelling of their own");
		assertEquals(List.of(OfferKind.RESPELLED), refused.offers().stream().map(Offer::kind).toList());
		assertEquals(eth0.text().replace("ONBOOT=\"yes\"", "ONBOOT=\"no\"") + "USERCTL=\"no\"\n", refused.offers().get(0).text());
		assertEquals(List.of(), refused(eth0.replace("ONBOOT=\"yes\"", "ONBOOT=yes"), "Only the spelling differs").offers());
	}

	@Test
	void hosts() {
		On hosts = On.tutorial("an-node01", HOSTS);
		assertLines(hosts.replace("10.10.0.2\t", "10.10.0.22\t"), "+        address sn 10.10.0.22");
		assertLines(hosts.replace("10.20.1.2\t", "10.20.1.22\t", "10.20.3.2 ", "10.20.3.9 ", "10.20.2.1 ", "10.20.2.9 "), "-    switch switch2 address 10.20.3.2", "-    pdu pdu1 address 10.20.2.1",
				"+    switch switch2 address 10.20.3.9", "+    pdu pdu1 address 10.20.2.9", "-        bmc 10.20.1.2 via switch1", "+        bmc 10.20.1.22 via switch1");
		assertLines(hosts.replace("an-node01.alteeve.com\n", "an-node01.alteeve.com big an1\n"), "+        aliases big, an1");
		refused(hosts.replace("an-node01.sn", "an-node01.storage"), "follow from other names");
		refused(hosts.replace("127.0.0.1 ", "127.0.0.2 "), "always there");
		On more = hosts.after(hosts.propose(hosts.text() + "\n# Other hosts\n10.20.9.9       backup backup.alteeve.com\n"));
		assertEquals(List.of("+    host backup address 10.20.9.9 named backup.alteeve.com".replace(" address", "")), lines(TUTORIAL, more.design()));
		assertEquals(List.of("-    host backup 10.20.9.9 named backup.alteeve.com"), lines(more.design(), more.propose(hosts.text())));
		Refused line = refused(hosts.propose(hosts.text() + "10.20.9.9 backup\n"), "a spelling of their own");
		assertEquals(List.of(OfferKind.RESPELLED, OfferKind.RAW), line.offers().stream().map(Offer::kind).toList());
		On raw = hosts.after(line.offers().get(1).proposal());
		assertEquals(List.of("-    raw /etc/hosts '''10.20.9.9 backup", "+    raw /etc/hosts '''10.20.9.8 backup"), lines(raw.design(), raw.replace("10.20.9.9", "10.20.9.8")));
		assertEquals(TUTORIAL, ((Proposal) raw.propose(hosts.text())).design());
	}

	@Test
	void drbdAddressesDisksAndMinors() {
		On r0 = On.tutorial("an-node01", R0);
		String resource = "        resource r0 \"This is the resource used for the shared GFS2 partition.\" on sda5";
		assertLines(r0.replace("10.10.0.2:7789", "10.10.0.2:7795"), "-" + resource, "+" + resource + " {", "+            peer an-node02 {", "+                port 7795", "+            }", "+        }");
		assertLines(r0.replace("/dev/drbd0", "/dev/drbd5"), "-" + resource, "-        resource r1 \"This is the resource used for VMs that will normally run on an-node01.\" on sda6",
				"-        resource r2 \"This is the resource used for VMs that will normally run on an-node02.\" on sda7", "+" + resource + " {", "+            minor 5", "+        }",
				"+        resource r1 \"This is the resource used for VMs that will normally run on an-node01.\" on sda6 {", "+            minor 1", "+        }",
				"+        resource r2 \"This is the resource used for VMs that will normally run on an-node02.\" on sda7 {", "+            minor 2", "+        }");
		assertTrue(others(r0.replace("/dev/drbd0", "/dev/drbd5")).stream().noneMatch(o -> o.endsWith("r1.res")));
		assertLines(r0.replace("# This is the resource used for the shared GFS2 partition.", "# Shared"), "-" + resource, "+        resource r0 Shared on sda5".replace("Shared", "\"Shared\""));
		On three = new On(Designs.read("examples/three-nodes.cluster"), "hv2", "/etc/drbd.d/r23.res");
		assertEquals(List.of("-            peer hv3 on sda5", "+            peer hv3 on sda5 {", "+                port 7799", "+            }"), lines(three.design(), three.replace("10.20.0.3:7790", "10.20.0.3:7799")));
		refused(r0.replace("resource r0 {", "resource r9 {"), "its name is a name of the design");
		refused(r0.replace("/dev/sda5;", "/dev/sda5"), "a semicolon is missing");
	}

	@Test
	void drbdOptions() {
		On r0 = On.tutorial("an-node01", R0);
		String before = "\n\t# Each host";
		On with = r0.after(r0.replace(before, "\n\tnet {\n\t\tmax-buffers     8192;\n\t\tsndbuf-size     512K;\n\t}\n\n\tsyncer {\n\t\trate            30M;\n\t\tal-extents      257;\n\t}\n" + before));
		assertTrue(with.design().contains("""
				            rate 30MiB/s
				            net {
				                max-buffers 8192
				                sndbuf-size 512KiB
				            }
				            syncer {
				                al-extents 257
				            }
				"""), with.design());
		assertEquals(List.of("-            rate 30MiB/s", "+            rate 40MiB/s"), lines(with.design(), with.replace("30M;", "40M;")));
		assertEquals(List.of("-                sndbuf-size 512KiB"), lines(with.design(), with.replace("\t\tsndbuf-size     512K;\n", "")));
		assertTrue(with.after(with.replace("\t\tmax-buffers     8192;\n", "\t\tmax-buffers     8192;\n\t\tping-timeout    10;\n")).design().contains("max-buffers 8192\n                ping-timeout 1s\n"));
		// DRBD's own words stand behind those of the design
		assertTrue(refused(with.replace("30M;", "3000;"), "3000K").offers().get(0).proposal().design().contains("option rate 3000"));
		Refused raw = refused(r0.replace("\t}\n}\n", "\t}\n\t# by hand\n}\n"), "can only stand at the end");
		assertEquals(List.of(OfferKind.RAW), raw.offers().stream().map(Offer::kind).toList());
		On kept = r0.after(raw.offers().get(0).proposal());
		assertTrue(kept.design().contains("raw /etc/drbd.d/r0.res"), kept.design());
		assertEquals(TUTORIAL.replace("\r", ""), ((Proposal) kept.propose(r0.text())).design().replaceAll(" \\{\n\\s+\\}\n(?=        resource r1)", "\n"));
	}

	@Test
	void anEditOfAnOlderStateIsPutTogetherWithTheNewOne() {
		assertEquals(Optional.of("A\nb\nC\n"), TextLines.merge("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n"));
		assertEquals(Optional.of("x\na\nb\ny\n"), TextLines.merge("a\nb\n", "x\na\nb\n", "a\nb\ny\n"));
		assertEquals(Optional.of("A\nb\n"), TextLines.merge("a\nb\n", "A\nb\n", "A\nb\n"));
		assertEquals(Optional.empty(), TextLines.merge("a\nb\n", "A\nb\n", "z\nb\n"));
		On vbr0 = On.tutorial("an-node02", IFCFG + "vbr0");
		String base = vbr0.text().replace("DELAY=\"0\"", "DELAY=\"9\"");
		NativeEdit edit = DESIGN.propose("an-node02", new NativePath(IFCFG + "vbr0"), base, base.replace("10.20.0.2\"", "10.20.0.22\""));
		assertLines(edit, "+        address bcn 10.20.0.22");
		refused(DESIGN.propose("an-node02", new NativePath(IFCFG + "vbr0"), base, base.replace("DELAY=\"9\"", "DELAY=\"5\"")), "changed the same lines");
	}

	@Test
	void aHardwareAddressInSmallLettersIsOfferedInCapitals() {
		On eth0 = On.tutorial("an-node01", IFCFG + "eth0");
		Refused refused = refused(eth0.replace("00:E0:81:C7:EC:49", "00:e0:81:c7:ec:77"), "a spelling of their own");
		assertEquals(List.of(OfferKind.RESPELLED), refused.offers().stream().map(Offer::kind).toList());
		assertEquals(eth0.text().replace("EC:49", "EC:77"), refused.offers().get(0).text());
		assertTrue(refused.offers().get(0).proposal().design().contains("nic eth0 mac 00:e0:81:c7:ec:77"));
		refused(eth0.replace("00:E0:81:C7:EC:49", "00:e0:81:c7:ec:49"), "Only the spelling differs");
	}

	@Test
	void whatFollowsFromAChangeIsOfferedWithIt() {
		On vbr2 = On.tutorial("an-node01", IFCFG + "vbr2");
		Refused refused = refused(vbr2.replace("GATEWAY=\"10.255.255.254\"\n", ""), "other lines follow from it");
		Offer offer = refused.offers().get(0);
		assertEquals(OfferKind.RESPELLED, offer.kind());
		assertEquals(vbr2.text().replace("GATEWAY=\"10.255.255.254\"\n", "").replace("DEFROUTE=\"yes\"\n", ""), offer.text());
		assertLines(offer.proposal(), "-        gateway 10.255.255.254");
	}

	@Test
	void aSectionMayBeWrittenAnywhereAndOnOneLine() {
		On r0 = On.tutorial("an-node01", R0);
		for (String section : List.of("\tnet { max-buffers 8000; }\n", "\tnet {\n\t\tmax-buffers 8000;\n\t}\n")) {
			String[] lines = r0.text().split("(?<=\\{\n)", 2);
			Refused refused = refused(r0.propose(lines[0] + section + lines[1]), "a spelling of their own");
			Offer offer = refused.offers().get(0);
			assertEquals(OfferKind.RESPELLED, offer.kind());
			assertTrue(offer.proposal().design().contains("net {\n                max-buffers 8000\n            }"), offer.proposal().design());
		}
	}

	@Test
	void aPortOfAllHostsIsThatOfTheResource() {
		On r0 = On.tutorial("an-node01", R0);
		String resource = "        resource r0 \"This is the resource used for the shared GFS2 partition.\" on sda5";
		assertLines(r0.replace(":7789", ":7999"), "-" + resource, "+" + resource + " {", "+            port 7999", "+        }");
		On one = r0.after(r0.replace("10.10.0.2:7789", "10.10.0.2:7795"));
		On both = one.after(one.replace("10.10.0.1:7789", "10.10.0.1:7999", "10.10.0.2:7795", "10.10.0.2:7999"));
		assertTrue(both.design().contains("port 7999") && !both.design().contains("peer an-node02"), both.design());
	}

	@Test
	void lineEndsOfOtherSystemsAreTakenAsOurs() {
		On eth0 = On.tutorial("an-node01", IFCFG + "eth0");
		String pasted = eth0.text().replace("\n", "\r\n");
		assertInstanceOf(Unchanged.class, eth0.propose(pasted));
		assertLines(eth0.propose(pasted.replace("EC:49", "EC:50")), "-        nic eth0 mac 00:E0:81:C7:EC:49 in bond0 link 1 via switch1 port 1", "+        nic eth0 mac 00:E0:81:C7:EC:50 in bond0 link 1 via switch1 port 1");
	}

	@Test
	void aCommentIsOfferedAtTheEndWhereverItWasPut() {
		for (String path : List.of(IFCFG + "eth0", HOSTS, R0)) {
			On on = On.tutorial("an-node01", path);
			Refused refused = assertInstanceOf(Refused.class, on.propose("# by hand\n" + on.text()), path);
			Offer offer = refused.offers().stream().filter(o -> o.kind() == OfferKind.RAW).findFirst().orElseThrow(() -> new AssertionError(path + " " + refused));
			assertEquals(on.text() + "# by hand\n", offer.text());
			assertEquals(offer.text(), on.after(offer.proposal()).text());
		}
	}

	@Test
	void secretsStaySecret() {
		String design = TUTORIAL.replace("        dual-primary\n", "        dual-primary\n        net { cram-hmac-alg sha1  shared-secret secret drbd }\n")
				.replace("on sda5\n", "on sda5 { net { cram-hmac-alg sha1  shared-secret secret drbd } }\n");
		On r0 = new On(design, "an-node01", R0);
		refused(r0.replace("@SECRET(drbd)@", "hunter2"), "it is a secret");
	}

	@Test
	void otherFormatsAndBrokenDesignsAreRefused() {
		assertEquals(false, EditableDesign.isEditable(NativeFormats.RHCS3, new NativePath("/etc/cluster/cluster.conf")));
		assertEquals(true, EditableDesign.isEditable(NativeFormats.RHCS3, new NativePath(HOSTS)));
		refused(On.tutorial("an-node01", "/etc/cluster/cluster.conf").replace("alteeve", "other"), "cannot be edited here yet");
		refused(new EditableDesign(Designs.LANGUAGE, NativeFormats.RHCS3, TUTORIAL.replace("id 2", "id 1")).propose("an-node01", new NativePath(HOSTS), "x"), "The design has an error");
		refused(DESIGN.propose("nobody", new NativePath(HOSTS), "x"), "does not make /etc/hosts for nobody");
		for (String text : List.of("", "\n", "\0", "\ud800", "}".repeat(5000), "\n".repeat(100_000), "x".repeat(300_000), "'''")) {
			for (String path : List.of(IFCFG + "eth0", HOSTS, R0)) {
				assertInstanceOf(Refused.class, DESIGN.propose("an-node01", new NativePath(path), text));
			}
		}
	}

	private static Refused refused(NativeEdit edit, String reason) {
		Refused refused = assertInstanceOf(Refused.class, edit, edit.toString());
		assertTrue(refused.reason().contains(reason), refused.reason());
		return refused;
	}

	private static List<String> others(NativeEdit edit) {
		return ((Proposal) edit).others().stream().map(o -> o.node() + " " + o.path()).toList();
	}

	private static void assertLines(NativeEdit edit, String... expected) {
		assertEquals(Stream.of(expected).collect(Collectors.joining("\n")), String.join("\n", lines(TUTORIAL, edit)));
	}

	private static List<String> lines(String before, NativeEdit edit) {
		Proposal proposal = assertInstanceOf(Proposal.class, edit, edit.toString());
		assertEquals(proposal.design(), Replacement.apply(before, proposal.replacements()));
		return lines(before, proposal.design());
	}

	private static List<String> lines(String before, String after) {
		return TextLines.compare(before, after).stream().filter(l -> l.kind() != TextLines.Kind.SAME)
				.map(l -> (l.kind() == TextLines.Kind.ADDED ? "+" : "-") + l.text().stripTrailing()).toList();
	}
}
