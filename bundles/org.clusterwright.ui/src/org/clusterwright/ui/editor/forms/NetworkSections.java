package org.clusterwright.ui.editor.forms;

import static org.clusterwright.model.design.DesignPackage.Literals.NETWORK__BOND;
import static org.clusterwright.model.design.DesignPackage.Literals.NETWORK__BRIDGE;
import static org.clusterwright.model.design.DesignPackage.Literals.NETWORK__LABEL;
import static org.clusterwright.model.design.DesignPackage.Literals.NETWORK__NIC;
import static org.clusterwright.model.design.DesignPackage.Literals.NETWORK__SUBNET;
import static org.clusterwright.model.design.DesignPackage.Literals.NETWORK__VLAN;
import static org.clusterwright.model.design.DesignPackage.Literals.ROUTE__DESTINATION;
import static org.clusterwright.model.design.DesignPackage.Literals.ROUTE__GATEWAY;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clusterwright.core.forms.ContainedNameProperty;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.NetworkEdits;
import org.clusterwright.core.forms.ParameterRow;
import org.clusterwright.core.forms.Property;
import org.clusterwright.core.forms.ReferenceProperty;
import org.clusterwright.core.forms.RoleProperty;
import org.clusterwright.core.forms.SettingProperty;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.NetworkRole;
import org.clusterwright.model.design.Route;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Composite;

/** The sections of networks and bonds. */
final class NetworkSections {
	private static final Set<String> BOND_FIELDS = Set.of("mode", "miimon", "updelay", "downdelay", "primary-link", "primary-reselect", "use-carrier", "arp-interval", "arp-ip-target");

	private NetworkSections() {
	}

	static void fill(DesignFormPage page, Composite column) {
		ElementTree networks = networks(page.section(column, FormMessages.network_networks));
		network(page.section(column, FormMessages.network_network, networks::selected));
		routes(page.section(column, FormMessages.network_routes, networks::selected), networks);
		ElementTree bonds = bonds(page.section(column, FormMessages.network_bonds));
		// The parameters are those of the statement, which may be of several bonds.
		Supplier<Optional<ElementPath>> group = () -> bonds.selectedElement().map(b -> ElementPath.of(b.eContainer()));
		bond(page.section(column, FormMessages.network_bond, group));
		new OptionTable(page.section(column, FormMessages.network_bondParameters, group), "bond-parameters", 4, false, o -> o instanceof Bonds b ? ParameterRow.of(b, BOND_FIELDS) : List.of());
	}

	private static ElementTree networks(FormSection section) {
		ElementTree networks = ElementTree.table(section, "networks", 4, s -> Statements.all(s.cluster(), Network.class),
				ElementColumn.of(FormMessages.network_columnName, 8, FeatureProperty.name()), ElementColumn.of(FormMessages.network_columnSubnet, 16, FeatureProperty.of(NETWORK__SUBNET)),
				ElementColumn.of(FormMessages.network_columnBond, 8, ReferenceProperty.of(NETWORK__BOND)),
				ElementColumn.of(FormMessages.network_columnBridge, 8, new ContainedNameProperty(NETWORK__BRIDGE)));
		new ElementActions(networks).add("add", FormMessages.forms_add, NetworkEdits::addNetwork).removable().movable();
		return networks;
	}

	private static Optional<EffectiveNetwork> of(EffectiveCluster cluster, EObject network) {
		return network instanceof Network n ? cluster.networks().of(n) : Optional.empty();
	}

	private static void network(FormSection section) {
		section.text("network-name", FormMessages.network_name, FeatureProperty.name());
		section.text("label", FormMessages.network_label, FeatureProperty.of(NETWORK__LABEL).derivedBy((c, o) -> of(c, o).map(EffectiveNetwork::label)));
		section.text("subnet", FormMessages.network_subnet, FeatureProperty.of(NETWORK__SUBNET));
		section.text("vlan", FormMessages.network_vlan, FeatureProperty.of(NETWORK__VLAN));
		section.choice("bond", FormMessages.network_onBond, ReferenceProperty.of(NETWORK__BOND));
		section.text("nic", FormMessages.network_onNic, FeatureProperty.of(NETWORK__NIC));
		section.text("bridge", FormMessages.network_bridge, new ContainedNameProperty(NETWORK__BRIDGE));
		section.check("cluster", FormMessages.network_roleCluster, new RoleProperty(NetworkRole.CLUSTER));
		section.check("replication", FormMessages.network_roleReplication, new RoleProperty(NetworkRole.REPLICATION));
		section.check("migration", FormMessages.network_roleMigration, new RoleProperty(NetworkRole.MIGRATION));
		section.check("ring1", FormMessages.network_roleRing1, new RoleProperty(NetworkRole.RING1));
		section.text("gateway", FormMessages.network_gateway, SettingProperty.of("gateway"));
		section.text("dns", FormMessages.network_dns, SettingProperty.of("dns"));
		section.choice("default-route", FormMessages.network_defaultRoute, SettingProperty.of("default-route").derivedBy((c, o) -> of(c, o).flatMap(c.networks()::defaultRoute)));
		section.text("mtu", FormMessages.network_mtu, SettingProperty.of("mtu"));
		section.text("address-rule", FormMessages.network_addressRule, SettingProperty.of("addresses"));
		section.text("suffix", FormMessages.network_suffix, SettingProperty.of("suffix").derivedBy((c, o) -> of(c, o).map(c.networks()::suffix)));
		section.choice("stp", FormMessages.network_bridgeStp, SettingProperty.in("bridge", "stp"));
		section.text("delay", FormMessages.network_bridgeDelay, SettingProperty.in("bridge", "delay"));
		section.choice("snooping", FormMessages.network_bridgeSnooping, SettingProperty.in("bridge", "multicast-snooping"));
	}

	private static void routes(FormSection section, ElementTree networks) {
		ElementTree routes = ElementTree.table(section, "routes", 3, s -> networks.selectedElement().map(n -> Statements.all((Network) n, Route.class)).orElse(List.of()),
				ElementColumn.of(FormMessages.network_columnDestination, 18, FeatureProperty.required(ROUTE__DESTINATION)),
				ElementColumn.of(FormMessages.network_columnVia, 16, FeatureProperty.required(ROUTE__GATEWAY)));
		new ElementActions(routes).addIn("add", FormMessages.forms_add, networks::selected, (network, beside) -> NetworkEdits.addRoute((Network) network, beside)).removable();
	}

	private static ElementTree bonds(FormSection section) {
		ElementTree bonds = ElementTree.table(section, "bonds", 4, s -> Statements.all(s.cluster(), Bonds.class).stream().flatMap(b -> b.getBonds().stream()).toList(),
				ElementColumn.of(FormMessages.network_columnName, 10, FeatureProperty.name()), ElementColumn.shown(FormMessages.network_columnTogether, 18, NetworkSections::together));
		new ElementActions(bonds).add("add", FormMessages.forms_add, NetworkEdits::addBond).removable().movable().button("separate", FormMessages.network_separate,
				e -> e.filter(b -> ((Bonds) b.eContainer()).getBonds().size() > 1).isPresent(),
				() -> bonds.selected().ifPresent(p -> section.page().edit(p, b -> NetworkEdits.separate((Bond) b), done -> {
				})));
		return bonds;
	}

	/** The other bonds that share the parameters. */
	private static String together(EObject bond) {
		return String.join(", ", ((Bonds) bond.eContainer()).getBonds().stream().filter(b -> b != bond).map(b -> String.valueOf(b.getName())).toList());
	}

	private static void bond(FormSection section) {
		section.fact("bond-names", FormMessages.network_bondNames, (c, o) -> o instanceof Bonds group
				? Optional.of(Effective.derived(String.join(", ", group.getBonds().stream().map(b -> String.valueOf(b.getName())).toList()), group, "the bonds of one statement"))
				: Optional.empty());
		choice(section, "mode", FormMessages.network_mode);
		text(section, "miimon", FormMessages.network_miimon);
		text(section, "updelay", FormMessages.network_updelay);
		text(section, "downdelay", FormMessages.network_downdelay);
		text(section, "primary-link", FormMessages.network_primaryLink);
		choice(section, "primary-reselect", FormMessages.network_primaryReselect);
		choice(section, "use-carrier", FormMessages.network_useCarrier);
		text(section, "arp-interval", FormMessages.network_arpInterval);
		text(section, "arp-ip-target", FormMessages.network_arpTarget);
	}

	private static void text(FormSection section, String key, String title) {
		section.text("bond-" + key, title, setting(key));
	}

	private static void choice(FormSection section, String key, String title) {
		section.choice("bond-" + key, title, setting(key));
	}

	private static Property setting(String key) {
		return SettingProperty.of(key);
	}
}
