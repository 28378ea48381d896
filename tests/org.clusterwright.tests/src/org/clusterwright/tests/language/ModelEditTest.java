package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.NetworkRole;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PercentAmount;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.SizeAmount;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Mac;
import org.clusterwright.model.values.Percent;
import org.clusterwright.model.values.Size;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Form editing rests on these: each edit of the model of testdata/edits/base.cluster has the text beside it as its result, to the byte. */
class ModelEditTest {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;
	private final ClusterEditor editor = new ClusterEditor(Designs.LANGUAGE);
	private final Map<String, Consumer<Cluster>> edits = new LinkedHashMap<>();

	ModelEditTest() {
		edits.put("rename-bond-with-references", c -> one(c, Bonds.class, 0).getBonds().get(0).setName("bond9"));
		edits.put("rename-node-with-references", c -> node(c, "a").setName("an-node01"));
		edits.put("rename-node-to-a-keyword", c -> node(c, "b").setName("node"));
		edits.put("rename-volume-to-an-ambiguous-name", c -> ((LogicalVolume) one(c, VolumeGroup.class, 0).getStatements().get(0)).setName("lv2"));
		edits.put("rename-bridge-with-references", c -> one(c, Network.class, 0).getBridge().setName("br0"));
		edits.put("set-value", c -> ((TextValue) setting(c, "domain").getValues().get(0)).setText("alteeve.com"));
		edits.put("set-value-that-needs-quotes", c -> ((TextValue) setting(c, "domain").getValues().get(0)).setText("a \"b\" $(c)"));
		edits.put("set-second-value", c -> setting(c, "domain").getValues().add(text("second")));
		edits.put("set-value-to-secret", c -> {
			SecretValue secret = MAKE.createSecretValue();
			secret.setSecret("s");
			setting(one(c, FenceDevice.class, 0), "login").getValues().set(0, secret);
		});
		edits.put("add-first", c -> c.getStatements().add(0, setting("stack", "rhcs3")));
		edits.put("add-middle", c -> c.getStatements().add(2, setting("stack", "rhcs3")));
		edits.put("add-last", c -> c.getStatements().add(setting("stack", "rhcs3")));
		edits.put("add-two-at-once", c -> {
			c.getStatements().add(1, setting("stack", "rhcs3"));
			c.getStatements().add(2, setting("quorum", "two-node"));
		});
		edits.put("add-to-one-line-block", c -> one(c, Section.class, 0).getStatements().add(setting("token", "10s")));
		edits.put("add-first-to-one-line-block", c -> one(c, Section.class, 0).getStatements().add(0, setting("token", "10s")));
		edits.put("add-to-block-without-braces", c -> node(c, "b").getStatements().add(nic(c)));
		edits.put("add-node", c -> {
			Node node = MAKE.createNode();
			node.setName("d");
			node.setNodeId(4L);
			node.getStatements().add(nic(c));
			c.getStatements().add(c.getStatements().indexOf(node(c, "b")) + 1, node);
		});
		edits.put("add-empty-section", c -> {
			Section section = MAKE.createSection();
			section.setName("cman");
			c.getStatements().add(2, section);
		});
		edits.put("remove-first", c -> node(c, "a").getStatements().remove(0));
		edits.put("remove-last", c -> node(c, "a").getStatements().remove(1));
		edits.put("remove-all", c -> node(c, "a").getStatements().clear());
		edits.put("remove-with-blank-lines", c -> one(c, Disk.class, 0).getStatements().remove(1));
		edits.put("remove-from-one-line-block", c -> one(c, FailoverDomain.class, 0).getStatements().remove(0));
		edits.put("remove-last-from-one-line-block", c -> one(c, FailoverDomain.class, 0).getStatements().remove(1));
		edits.put("remove-block", c -> c.getStatements().remove(one(c, Drbd.class, 0)));
		edits.put("reorder-statements", c -> node(c, "a").getStatements().move(0, 1));
		edits.put("reorder-blocks", c -> c.getStatements().move(c.getStatements().indexOf(node(c, "a")), node(c, "c")));
		edits.put("reorder-in-one-line-block", c -> one(c, FailoverDomain.class, 0).getStatements().move(0, 1));
		edits.put("move-and-change", c -> {
			node(c, "a").getStatements().move(0, 1);
			((Nic) node(c, "a").getStatements().get(0)).setMac(Mac.parse("00:00:5E:00:53:99"));
		});
		edits.put("unset-mac", c -> ((Nic) node(c, "a").getStatements().get(0)).setMac(null));
		edits.put("unset-version", c -> c.setVersion(null));
		edits.put("unset-reference", c -> one(c, Network.class, 0).setBond(null));
		edits.put("unset-bridge", c -> one(c, Network.class, 0).setBridge(null));
		edits.put("unset-flag", c -> ((Partition) one(c, Disk.class, 0).getStatements().get(0)).setBoot(false));
		edits.put("set-version", c -> c.setVersion(9L));
		edits.put("set-optional-in-head", c -> node(c, "a").setVotes(2L));
		edits.put("set-optional-at-end-and-block", c -> {
			node(c, "b").setVotes(2L);
			node(c, "b").getStatements().add(nic(c));
		});
		edits.put("set-flag", c -> one(c, FailoverDomain.class, 0).setOrdered(true));
		edits.put("set-label", c -> one(c, Network.class, 0).setLabel("Back-Channel \"N\""));
		edits.put("set-role", c -> one(c, Network.class, 1).getRoles().add(NetworkRole.REPLICATION));
		edits.put("set-second-role", c -> one(c, Network.class, 0).getRoles().add(NetworkRole.MIGRATION));
		edits.put("set-amount-of-another-kind", c -> {
			PercentAmount amount = MAKE.createPercentAmount();
			amount.setPercent(Percent.parse("10%"));
			amount.setBase(PercentBase.GROUP);
			((LogicalVolume) one(c, VolumeGroup.class, 0).getStatements().get(0)).setAmount(amount);
		});
		edits.put("set-size", c -> ((SizeAmount) ((Partition) one(c, Disk.class, 0).getStatements().get(0)).getAmount()).setSize(Size.parse("512MiB")));
		edits.put("add-to-list-in-head", c -> ((DrbdResource) one(c, Drbd.class, 0).getStatements().get(0)).getHosts().add(node(c, "c")));
		edits.put("remove-from-list-in-head", c -> one(c, Bonds.class, 0).getBonds().remove(0));
		edits.put("add-call-parameter", c -> ((FenceCall) ((FenceMethod) node(c, "c").getStatements().get(0)).getStatements().get(0)).getParameters().add(setting("port", "1")));
		edits.put("change-guest-volume", c -> one(c, Guest.class, 0).setName("guest"));
		edits.put("several-at-once", c -> {
			node(c, "a").setVotes(2L);
			((Nic) node(c, "a").getStatements().get(1)).setLink(1L);
			c.getStatements().add(0, setting("stack", "rhcs3"));
			c.getStatements().remove(one(c, Guest.class, 0));
		});
	}

	@TestFactory
	Stream<DynamicTest> editsGiveExactlyTheExpectedText() {
		return edits.entrySet().stream().map(e -> dynamicTest(e.getKey(), () -> {
			String before = Designs.read("testdata/edits/base.cluster");
			EditResult.Edited edited = edited(editor.edit(before, e.getValue()));
			String after = Replacement.apply(before, edited.replacements());
			assertGolden(e.getKey(), after);
			assertEquals(List.of(), Designs.LANGUAGE.validate(after).findings().stream().filter(f -> f.code() == Code.SYNTAX).toList(), after);
		}));
	}

	@Test
	void everyStatementOfTheTutorialPrintsAsItIsWritten() {
		String text = Designs.tutorial();
		EditResult.Edited nothing = edited(editor.edit(text, c -> {
		}));
		assertEquals(List.of(), nothing.replacements());
		String printed = editor.print(Designs.LANGUAGE.parse(text).root().orElseThrow());
		String comments = "(?m)^ *//.*\n| *//.*$|^ *\n";
		String oneLine = "\\s+";
		assertEquals(text.replaceAll(comments, "").replaceAll(oneLine, " "), printed.replaceAll(oneLine, " "));
		assertEquals(List.of(), Designs.LANGUAGE.validate(printed).findings().stream().filter(f -> f.code() == Code.SYNTAX).toList());
	}

	@Test
	void textWithSyntaxErrorsIsNotEdited() {
		EditResult result = editor.edit("cluster c {\n    domain\n}\n", c -> c.setVersion(2L));
		assertTrue(assertInstanceOf(EditResult.Rejected.class, result).findings().stream().anyMatch(f -> f.code() == Code.SYNTAX));
	}

	@Test
	void whatTheLanguageCannotSayIsRejected() {
		assertInstanceOf(EditResult.Rejected.class, editor.edit("cluster c {\n}\n", c -> c.getStatements().add(MAKE.createNic())));
	}

	@Test
	void elementsAreFoundByTheirPathAndNeverGuessed() {
		String text = Designs.read("testdata/edits/base.cluster");
		Cluster cluster = Designs.LANGUAGE.parse(text).root().orElseThrow();
		cluster.eAllContents().forEachRemaining(e -> assertEquals(e, ElementPath.of(e).find(cluster).orElseThrow()));
		ElementPath path = ElementPath.of(node(cluster, "b"));
		assertEquals(text.replace("node b id 2", "node b id 5"), Replacement.apply(text, edited(editor.edit(text, path, Node.class, n -> n.setNodeId(5L))).replacements()));
		String twice = text.replace("node c {", "node b {");
		assertInstanceOf(EditResult.Rejected.class, editor.edit(twice, path, Node.class, n -> n.setNodeId(5L)));
	}

	private static EditResult.Edited edited(EditResult result) {
		return assertInstanceOf(EditResult.Edited.class, result, result::toString);
	}

	private void assertGolden(String name, String after) throws IOException {
		Path expected = Designs.root().resolve("testdata/edits/" + name + ".cluster");
		if (Boolean.getBoolean("golden.update")) {
			Files.writeString(expected, after);
		}
		assertEquals(Files.readString(expected), after);
	}

	private static <T extends Statement> T one(Block block, Class<T> type, int index) {
		return Statements.all(block, type).get(index);
	}

	private static Node node(Cluster cluster, String name) {
		return Statements.all(cluster, Node.class).stream().filter(n -> name.equals(n.getName())).findFirst().orElseThrow();
	}

	private static Setting setting(Block block, String key) {
		return Settings.find(block, key).orElseThrow();
	}

	private static Setting setting(String key, String value) {
		Setting setting = MAKE.createSetting();
		setting.setKey(key);
		setting.getValues().add(text(value));
		return setting;
	}

	private static TextValue text(String value) {
		TextValue text = MAKE.createTextValue();
		text.setText(value);
		return text;
	}

	private static Nic nic(Cluster cluster) {
		Nic nic = MAKE.createNic();
		nic.setName("eth9");
		nic.setMac(Mac.parse("00:00:5E:00:53:30"));
		nic.setBond(one(cluster, Bonds.class, 0).getBonds().get(1));
		nic.setLink(1L);
		return nic;
	}
}
