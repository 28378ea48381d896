package org.clusterwright.ui.editor.forms;

import static org.clusterwright.model.design.DesignPackage.Literals.BMC;
import static org.clusterwright.model.design.DesignPackage.Literals.BMC__ADDRESS;
import static org.clusterwright.model.design.DesignPackage.Literals.NAMED__NAME;
import static org.clusterwright.model.design.DesignPackage.Literals.NIC__BOND;
import static org.clusterwright.model.design.DesignPackage.Literals.NIC__LINK;
import static org.clusterwright.model.design.DesignPackage.Literals.NIC__MAC;
import static org.clusterwright.model.design.DesignPackage.Literals.NODE__NODE_ID;
import static org.clusterwright.model.design.DesignPackage.Literals.NODE__SHORT_NAME;
import static org.clusterwright.model.design.DesignPackage.Literals.NODE__VOTES;
import static org.clusterwright.model.design.DesignPackage.Literals.PLUGGED__SWITCH;
import static org.clusterwright.model.design.DesignPackage.Literals.PLUGGED__SWITCH_PORT;
import static org.clusterwright.model.design.DesignPackage.Literals.PSU__OUTLET;
import static org.clusterwright.model.design.DesignPackage.Literals.PSU__PDU;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.forms.ChildProperty;
import org.clusterwright.core.forms.Derivation;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.core.forms.NodeAddressProperty;
import org.clusterwright.core.forms.NodeEdits;
import org.clusterwright.core.forms.Property;
import org.clusterwright.core.forms.ReferenceProperty;
import org.clusterwright.core.forms.SettingProperty;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Composite;

/** Nodes with their NICs and addresses, the networks, and what is plugged where. */
public final class NodesPage extends DesignFormPage {
	private ElementTree nodes;

	public NodesPage(DesignEditor editor) {
		super(editor, FormArea.NETWORK, FormMessages.network_title);
	}

	@Override
	protected void fill(Composite body) {
		Composite left = column(body, 1);
		nodes(section(left, FormMessages.network_nodes));
		FormSection node = section(left, FormMessages.network_node, nodes::selected);
		node(node);
		ElementTree nics = nics(section(left, FormMessages.network_nics, nodes::selected));
		nic(section(left, FormMessages.network_nic, nics::selected));
		psus(section(left, FormMessages.network_psus, nodes::selected));
		Composite right = column(body, 1);
		addresses(section(right, FormMessages.network_addresses));
		NetworkSections.fill(this, right);
		CablingSections.fill(this, left);
	}

	private static Derivation ofNode(java.util.function.Function<EffectiveNode, Effective<?>> value) {
		return (c, o) -> o instanceof Node node ? c.node(node).map(value) : Optional.empty();
	}

	private void nodes(FormSection section) {
		nodes = ElementTree.table(section, "nodes", 4, s -> Statements.all(s.cluster(), Node.class), ElementColumn.of(FormMessages.network_columnName, 16, FeatureProperty.name()),
				ElementColumn.of(FormMessages.network_columnId, 5, id()), ElementColumn.of(FormMessages.network_columnVotes, 6, votes()),
				ElementColumn.of(FormMessages.network_columnShort, 10, shortName()));
		new ElementActions(nodes).add("add", FormMessages.forms_add, NodeEdits::add).removable().movable();
	}

	private static Property id() {
		return FeatureProperty.of(NODE__NODE_ID).derivedBy(ofNode(EffectiveNode::id));
	}

	private static Property votes() {
		return FeatureProperty.of(NODE__VOTES).derivedBy(ofNode(EffectiveNode::votes));
	}

	private static Property shortName() {
		return FeatureProperty.of(NODE__SHORT_NAME).derivedBy(ofNode(EffectiveNode::shortName));
	}

	private void node(FormSection section) {
		section.text("name", FormMessages.network_name, FeatureProperty.name());
		section.fact("host", FormMessages.network_hostName, ofNode(EffectiveNode::hostName));
		section.text("id", FormMessages.network_id, id());
		section.text("votes", FormMessages.network_votes, votes());
		section.text("short", FormMessages.network_short, shortName());
		section.text("aliases", FormMessages.network_aliases, SettingProperty.of("aliases"));
		section.text("bmc", FormMessages.network_bmc, new ChildProperty(BMC, FeatureProperty.required(BMC__ADDRESS), true));
		section.choice("bmc-switch", FormMessages.network_bmcSwitch, new ChildProperty(BMC, ReferenceProperty.of(PLUGGED__SWITCH), false));
		section.text("bmc-port", FormMessages.network_bmcPort, new ChildProperty(BMC, FeatureProperty.of(PLUGGED__SWITCH_PORT), false));
		section.text("model", FormMessages.network_model, SettingProperty.of("model"));
		section.text("rack", FormMessages.network_rack, SettingProperty.of("rack"));
	}

	private List<Nic> nicsOfSelected() {
		return nodes.selectedElement().map(n -> Statements.all((Node) n, Nic.class)).orElse(List.of());
	}

	private ElementTree nics(FormSection section) {
		ElementTree nics = ElementTree.table(section, "nics", 7, s -> nicsOfSelected(), ElementColumn.of(FormMessages.network_columnName, 8, FeatureProperty.name()),
				ElementColumn.of(FormMessages.network_columnMac, 18, FeatureProperty.of(NIC__MAC)), ElementColumn.of(FormMessages.network_columnBond, 9, ReferenceProperty.of(NIC__BOND)),
				ElementColumn.of(FormMessages.network_columnLink, 5, FeatureProperty.of(NIC__LINK).derivedBy(NodesPage::link)),
				ElementColumn.of(FormMessages.network_columnSwitch, 10, ReferenceProperty.of(PLUGGED__SWITCH)),
				ElementColumn.of(FormMessages.network_columnPort, 6, FeatureProperty.of(PLUGGED__SWITCH_PORT)));
		new ElementActions(nics).addIn("add", FormMessages.forms_add, nodes::selected, (node, beside) -> NodeEdits.addNic((Node) node, beside)).removable().movable();
		return nics;
	}

	private static void nic(FormSection section) {
		section.fact("nic-name", FormMessages.network_nicName, (c, o) -> o instanceof Nic nic && nic.getName() != null ? Optional.of(Effective.set(nic.getName(), nic, NAMED__NAME)) : Optional.empty());
		section.choice("nic-speed", FormMessages.network_nicSpeed, SettingProperty.of("speed"));
		section.text("nic-ethtool", FormMessages.network_nicEthtool, SettingProperty.of("ethtool"));
		section.text("nic-card", FormMessages.network_nicCard, SettingProperty.of("card"));
	}

	private static Optional<Effective<?>> link(org.clusterwright.model.effective.EffectiveCluster cluster, EObject nic) {
		return nic.eContainer() instanceof Node node
				? cluster.node(node).flatMap(n -> cluster.hardware().nics(n).stream().filter(e -> e.design() == nic).findFirst()).flatMap(e -> e.link())
				: Optional.empty();
	}

	private void psus(FormSection section) {
		ElementTree psus = ElementTree.table(section, "psus", 3, s -> nodes.selectedElement().map(n -> Statements.all((Node) n, Psu.class)).orElse(List.of()),
				ElementColumn.of(FormMessages.network_columnName, 10, FeatureProperty.name()), ElementColumn.of(FormMessages.network_columnPdu, 12, ReferenceProperty.of(PSU__PDU)),
				ElementColumn.of(FormMessages.network_columnOutlet, 8, FeatureProperty.of(PSU__OUTLET)));
		new ElementActions(psus).addIn("add", FormMessages.forms_add, nodes::selected, (node, beside) -> NodeEdits.addPsu((Node) node, beside)).removable().movable();
	}

	/** The matrix of nodes and networks: derived addresses are grey, written ones are not. */
	private void addresses(FormSection section) {
		section.note(FormMessages.network_addressesNote);
		ElementTree.table(section, "addresses", 4, s -> Statements.all(s.cluster(), Node.class)).columnsFrom(state -> {
			List<ElementColumn> columns = new ArrayList<>(List.of(ElementColumn.shown(FormMessages.network_columnNode, 14, e -> String.valueOf(((Node) e).getName()))));
			state.effective().networks().all().stream().map(EffectiveNetwork::name).map(Effective::value).distinct()
					.forEach(n -> columns.add(ElementColumn.of(n, 16, new NodeAddressProperty(n))));
			return columns;
		});
	}
}
