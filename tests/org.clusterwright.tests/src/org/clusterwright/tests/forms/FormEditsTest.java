package org.clusterwright.tests.forms;

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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clusterwright.core.forms.ChildProperty;
import org.clusterwright.core.forms.ClusterEdits;
import org.clusterwright.core.forms.ContainedNameProperty;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.GuestEdits;
import org.clusterwright.core.forms.Moves;
import org.clusterwright.core.forms.NetworkEdits;
import org.clusterwright.core.forms.NodeAddressProperty;
import org.clusterwright.core.forms.NodeEdits;
import org.clusterwright.core.forms.ParameterProperty;
import org.clusterwright.core.forms.ReferenceProperty;
import org.clusterwright.core.forms.References;
import org.clusterwright.core.forms.RoleProperty;
import org.clusterwright.core.forms.ServiceEdits;
import org.clusterwright.core.forms.SettingProperty;
import org.clusterwright.core.forms.WordsProperty;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.NetworkRole;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.tests.Designs;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the form pages do to a text: each edit of testdata/form-edits/base.cluster has the text beside it as its result, to the byte. */
class FormEditsTest {
	private static final String BASE = "testdata/form-edits/base.cluster";
	private final ClusterEditor editor = new ClusterEditor(Designs.LANGUAGE);
	private final Map<String, Consumer<Cluster>> edits = new LinkedHashMap<>();

	FormEditsTest() {
		cluster();
		nodes();
		networks();
		guests();
		services();
	}

	private void cluster() {
		edits.put("set-in-section", c -> SettingProperty.in("totem", "token").write(c, "10s"));
		edits.put("set-first-in-new-section", c -> SettingProperty.in("cman", "expected-votes").write(c, "1"));
		edits.put("set-second-in-one-line-section", c -> SettingProperty.in("fencing", "clean-start").write(c, "no"));
		edits.put("unset-last-of-section", c -> SettingProperty.in("fencing", "post-join-delay").erase(c));
		edits.put("unset-last-beside-comment", c -> SettingProperty.in("totem", "token").erase(c));
		edits.put("unset-setting-with-comment", c -> SettingProperty.of("stack").erase(c));
		edits.put("set-setting-of-cluster", c -> SettingProperty.of("quorum").write(c, "two-node"));
		edits.put("set-secret", c -> SettingProperty.of("passwd").write(find(c, FenceDevice.class, "pdu1"), "secret other"));
		edits.put("raise-version", ClusterEdits::raiseVersion);
		edits.put("rename-cluster", c -> FeatureProperty.name().write(c, "a b"));
	}

	private void nodes() {
		edits.put("add-node-last", c -> NodeEdits.add(c, Optional.empty()));
		edits.put("add-node-middle", c -> NodeEdits.add(c, Optional.of(node(c, "n01"))));
		edits.put("rename-node", c -> FeatureProperty.name().write(node(c, "n01"), "alpha"));
		edits.put("remove-node", c -> References.remove(node(c, "n02")));
		edits.put("move-node-up", c -> Moves.step(node(c, "n02"), -1));
		edits.put("add-nic-last", c -> NodeEdits.addNic(node(c, "n01"), Optional.empty()));
		edits.put("add-nic-first-behind", c -> NodeEdits.addNic(node(c, "n01"), Optional.of(nic(c, 0))));
		edits.put("move-nic-down", c -> Moves.step(nic(c, 0), 1));
		edits.put("unset-bond-of-nic", c -> ReferenceProperty.of(DesignPackage.Literals.NIC__BOND).erase(nic(c, 1)));
		edits.put("set-switch-of-nic", c -> ReferenceProperty.of(DesignPackage.Literals.PLUGGED__SWITCH).write(nic(c, 1), "sw2"));
		edits.put("set-node-address", c -> new NodeAddressProperty("bcn").write(node(c, "n01"), "10.20.0.11"));
		edits.put("unset-node-address", c -> new NodeAddressProperty("sn").erase(node(c, "n02")));
		edits.put("unset-bmc", c -> new ChildProperty(DesignPackage.Literals.BMC, FeatureProperty.required(DesignPackage.Literals.BMC__ADDRESS), true).erase(node(c, "n01")));
		edits.put("add-psu", c -> NodeEdits.addPsu(node(c, "n01"), Optional.empty()));
		edits.put("set-list-of-node", c -> SettingProperty.of("aliases").write(node(c, "n02"), "two, zwei"));
	}

	private void networks() {
		edits.put("add-network", c -> NetworkEdits.addNetwork(c, Optional.empty()));
		edits.put("remove-network", c -> References.remove(find(c, Network.class, "bcn")));
		edits.put("unset-bridge-with-guests", c -> new ContainedNameProperty(DesignPackage.Literals.NETWORK__BRIDGE).erase(find(c, Network.class, "bcn")));
		edits.put("set-nic-of-network", c -> FeatureProperty.of(DesignPackage.Literals.NETWORK__NIC).write(find(c, Network.class, "sn"), "eth5"));
		edits.put("set-role", c -> new RoleProperty(NetworkRole.MIGRATION).write(find(c, Network.class, "sn"), "yes"));
		edits.put("set-in-section-of-network", c -> SettingProperty.in("bridge", "stp").write(find(c, Network.class, "bcn"), "no"));
		edits.put("rename-bond", c -> FeatureProperty.name().write(find(c, Bond.class, "bond1"), "storage"));
		edits.put("add-bond", c -> NetworkEdits.addBond(c, Optional.of(find(c, Bond.class, "bond0"))));
		edits.put("separate-bond", c -> NetworkEdits.separate(find(c, Bond.class, "bond1")));
		edits.put("remove-switch", c -> References.remove(find(c, Switch.class, "sw1")));
		edits.put("add-route", c -> NetworkEdits.addRoute(find(c, Network.class, "sn"), Optional.empty()));
		edits.put("add-host", c -> new WordsProperty(DesignPackage.Literals.HOST__ALIASES).write(NetworkEdits.addHost(c, Optional.empty()), "ntp, time"));
	}

	private void guests() {
		edits.put("add-guest-middle", c -> GuestEdits.add(c, Optional.of(find(c, Guest.class, "web"))));
		edits.put("remove-guest", c -> References.remove(find(c, Guest.class, "web")));
		edits.put("rename-guest", c -> FeatureProperty.name().write(find(c, Guest.class, "web"), "www"));
		edits.put("set-preferred-node", c -> ReferenceProperty.of(DesignPackage.Literals.GUEST__PREFERS).write(find(c, Guest.class, "web"), "n02"));
		edits.put("unset-memory", c -> SettingProperty.of("memory").erase(find(c, Guest.class, "db")));
		edits.put("move-guest-up", c -> Moves.beside(find(c, Guest.class, "db"), find(c, Guest.class, "web"), true));
	}

	private void services() {
		edits.put("set-unordered", c -> FeatureProperty.of(DesignPackage.Literals.FAILOVER_DOMAIN__ORDERED).erase(find(c, FailoverDomain.class, "any")));
		edits.put("add-member", c -> ServiceEdits.addMember(find(c, FailoverDomain.class, "only1"), Optional.empty()));
		edits.put("reorder-members-and-number", c -> {
			Moves.step(find(c, FailoverDomain.class, "any").getStatements().get(1), -1);
			ServiceEdits.number(find(c, FailoverDomain.class, "any"));
		});
		edits.put("remove-domain", c -> References.remove(find(c, FailoverDomain.class, "any")));
		edits.put("add-domain", c -> ServiceEdits.addDomain(c, Optional.empty()));
		edits.put("add-resource-child", c -> ServiceEdits.addChild(Optional.of(resource(c, "drbd"))));
		edits.put("add-resource-sibling", c -> ServiceEdits.addSibling(Optional.of(resource(c, "clvmd"))));
		edits.put("nest-resource", c -> ServiceEdits.nest(resource(c, "watch")));
		edits.put("nest-resource-with-children", c -> {
			Moves.step(resource(c, "watch"), -1);
			ServiceEdits.nest(resource(c, "drbd"));
		});
		edits.put("unnest-resource", c -> ServiceEdits.unnest(resource(c, "clvmd")));
		edits.put("rename-defined-resource", c -> FeatureProperty.name().write(find(c, ResourceDefinition.class, "app"), "application"));
		edits.put("add-service", c -> ServiceEdits.addService(c, Optional.empty()));
		edits.put("add-vm", c -> ServiceEdits.addVm(c, Optional.empty()));
		edits.put("set-parameter-row", c -> new ParameterProperty().write(Settings.find(Statements.all(c, VmService.class).get(0), "recovery").orElseThrow(), "disable"));
	}

	@TestFactory
	Stream<DynamicTest> editsGiveExactlyTheExpectedText() {
		return edits.entrySet().stream().map(e -> dynamicTest(e.getKey(), () -> {
			String before = Designs.read(BASE);
			EditResult.Edited edited = assertInstanceOf(EditResult.Edited.class, editor.edit(before, e.getValue()));
			String after = Replacement.apply(before, edited.replacements());
			assertGolden(e.getKey(), after);
			assertEquals(List.of(), Designs.LANGUAGE.validate(after).findings().stream().filter(f -> f.code() == Code.SYNTAX || f.code() == Code.UNRESOLVED_REFERENCE).toList(), after);
		}));
	}

	@Test
	void theBaseIsWithoutErrors() {
		assertEquals(List.of(), Designs.LANGUAGE.validate(Designs.read(BASE)).findings().stream().filter(f -> f.isError()).map(f -> f.code() + " " + f.message()).toList());
	}

	@Test
	void whatWouldDangleIsNamedFirst() {
		String text = Designs.read(BASE);
		Cluster cluster = Designs.LANGUAGE.parse(text).root().orElseThrow();
		List<String> others = References.describe(node(cluster, "n02"), text);
		assertTrue(others.stream().anyMatch(o -> o.startsWith("drbd resource r0, line ")) && others.stream().anyMatch(o -> o.startsWith("guest db, line ")), others.toString());
		assertEquals(List.of(), References.describe(find(cluster, Service.class, "store"), text));
	}

	@Test
	void editsThatCannotBeSaidAreRefusedWithAReason() {
		assertRefused("a link is said of a bond", c -> FeatureProperty.of(DesignPackage.Literals.NIC__LINK).write(NodeEdits.addNic(node(c, "n01"), Optional.empty()), "1"));
		assertRefused("There is another node called 'n02'", c -> FeatureProperty.name().write(node(c, "n01"), "n02"));
		assertRefused("There is no bond called 'bond7'", c -> ReferenceProperty.of(DesignPackage.Literals.NIC__BOND).write(nic(c, 0), "bond7"));
		assertRefused("cannot be left out", c -> FeatureProperty.name().erase(c));
		assertRefused("Every node is in this domain", c -> ServiceEdits.addMember(find(c, FailoverDomain.class, "any"), Optional.empty()));
	}

	private void assertRefused(String reason, Consumer<Cluster> change) {
		EditResult.Rejected rejected = assertInstanceOf(EditResult.Rejected.class, editor.edit(Designs.read(BASE), change));
		assertTrue(rejected.reason().contains(reason), rejected.reason());
	}

	private static void assertGolden(String name, String after) throws IOException {
		Path expected = Designs.root().resolve("testdata/form-edits/" + name + ".cluster");
		if (Boolean.getBoolean("golden.update")) {
			Files.writeString(expected, after);
		}
		assertEquals(Files.readString(expected), after);
	}

	private static Node node(Cluster cluster, String name) {
		return find(cluster, Node.class, name);
	}

	private static Nic nic(Cluster cluster, int index) {
		return Statements.all(node(cluster, "n01"), Nic.class).get(index);
	}

	private static ServiceResource resource(Cluster cluster, String name) {
		return find(cluster, ServiceResource.class, name);
	}

	private static <T> T find(Cluster cluster, Class<T> type, String name) {
		for (var all = cluster.eAllContents(); all.hasNext();) {
			EObject element = all.next();
			if (type.isInstance(element) && element instanceof Named named && name.equals(named.getName())) {
				return type.cast(element);
			}
		}
		throw new AssertionError("no " + type.getSimpleName() + " " + name);
	}
}
