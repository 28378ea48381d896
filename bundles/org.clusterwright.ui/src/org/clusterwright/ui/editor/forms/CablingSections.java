package org.clusterwright.ui.editor.forms;

import static org.clusterwright.model.design.DesignPackage.Literals.HOST__ADDRESS;
import static org.clusterwright.model.design.DesignPackage.Literals.HOST__ALIASES;
import static org.clusterwright.model.design.DesignPackage.Literals.PDU__ADDRESS;
import static org.clusterwright.model.design.DesignPackage.Literals.PLUGGED__SWITCH;
import static org.clusterwright.model.design.DesignPackage.Literals.PLUGGED__SWITCH_PORT;
import static org.clusterwright.model.design.DesignPackage.Literals.SWITCH__ADDRESS;
import static org.clusterwright.model.design.DesignPackage.Literals.SWITCH_PORT__PEER;
import static org.clusterwright.model.design.DesignPackage.Literals.SWITCH_PORT__UPLINK;
import static org.clusterwright.model.design.DesignPackage.Literals.SWITCH__STACKED_WITH;

import java.util.List;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.NetworkEdits;
import org.clusterwright.core.forms.ReferenceProperty;
import org.clusterwright.core.forms.SettingProperty;
import org.clusterwright.core.forms.WordsProperty;
import org.clusterwright.model.design.Host;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.design.SwitchPort;
import org.clusterwright.model.effective.Statements;
import org.eclipse.swt.widgets.Composite;

/** The sections of what nodes are plugged into: switches, PDUs, and further hosts. */
final class CablingSections {
	private CablingSections() {
	}

	static void fill(DesignFormPage page, Composite column) {
		ElementTree switches = switches(page.section(column, FormMessages.network_switches));
		ports(page.section(column, FormMessages.network_switchPorts, switches::selected), switches);
		pdus(page.section(column, FormMessages.network_pdus));
		hosts(page.section(column, FormMessages.network_hosts));
	}

	private static ElementTree switches(FormSection section) {
		ElementTree switches = ElementTree.table(section, "switches", 3, s -> Statements.all(s.cluster(), Switch.class),
				ElementColumn.of(FormMessages.network_columnName, 10, FeatureProperty.name()), ElementColumn.of(FormMessages.network_columnAddress, 14, FeatureProperty.of(SWITCH__ADDRESS)),
				ElementColumn.of(FormMessages.network_columnStacked, 11, ReferenceProperty.of(SWITCH__STACKED_WITH)),
				ElementColumn.of(FormMessages.network_columnPorts, 6, SettingProperty.of("ports")), ElementColumn.of(FormMessages.network_columnStp, 5, SettingProperty.of("stp")),
				ElementColumn.of(FormMessages.network_columnManaged, 7, SettingProperty.of("managed")),
				ElementColumn.of(FormMessages.network_columnModel, 10, SettingProperty.of("model")));
		new ElementActions(switches).add("add", FormMessages.forms_add, NetworkEdits::addSwitch).removable().movable();
		return switches;
	}

	/** What is said about single ports of the selected switch: uplinks, VLANs. */
	private static void ports(FormSection section, ElementTree switches) {
		ElementTree ports = ElementTree.table(section, "switch-ports", 3, s -> switches.selectedElement().map(w -> Statements.all((Switch) w, SwitchPort.class)).orElse(List.of()),
				ElementColumn.of(FormMessages.network_columnPort, 6, FeatureProperty.name()), ElementColumn.of(FormMessages.network_columnUplink, 6, FeatureProperty.of(SWITCH_PORT__UPLINK)),
				ElementColumn.of(FormMessages.network_columnPeer, 10, ReferenceProperty.of(SWITCH_PORT__PEER)), ElementColumn.of(FormMessages.network_columnVlans, 8, SettingProperty.of("vlans")),
				ElementColumn.of(FormMessages.network_columnStp, 5, SettingProperty.of("stp")), ElementColumn.of(FormMessages.network_columnDescription, 14, SettingProperty.of("description")));
		ports.whenEmpty(FormMessages.network_noSwitchPorts);
		new ElementActions(ports).addIn("add", FormMessages.forms_add, switches::selected, (w, beside) -> NetworkEdits.addSwitchPort((Switch) w, beside)).removable().movable();
	}

	private static void pdus(FormSection section) {
		ElementTree pdus = ElementTree.table(section, "pdus", 3, s -> Statements.all(s.cluster(), Pdu.class), ElementColumn.of(FormMessages.network_columnName, 10, FeatureProperty.name()),
				ElementColumn.of(FormMessages.network_columnAddress, 14, FeatureProperty.of(PDU__ADDRESS)),
				ElementColumn.of(FormMessages.network_columnSwitch, 10, ReferenceProperty.of(PLUGGED__SWITCH)),
				ElementColumn.of(FormMessages.network_columnPort, 6, FeatureProperty.of(PLUGGED__SWITCH_PORT)),
				ElementColumn.of(FormMessages.network_columnOutlets, 7, SettingProperty.of("outlets")), ElementColumn.of(FormMessages.network_columnModel, 10, SettingProperty.of("model")));
		new ElementActions(pdus).add("add", FormMessages.forms_add, NetworkEdits::addPdu).removable().movable();
	}

	private static void hosts(FormSection section) {
		section.note(FormMessages.network_hostsNote);
		ElementTree hosts = ElementTree.table(section, "hosts", 3, s -> Statements.all(s.cluster(), Host.class), ElementColumn.of(FormMessages.network_columnName, 14, FeatureProperty.name()),
				ElementColumn.of(FormMessages.network_columnAddress, 14, FeatureProperty.required(HOST__ADDRESS)),
				ElementColumn.of(FormMessages.network_columnAliases, 18, new WordsProperty(HOST__ALIASES)));
		new ElementActions(hosts).add("add", FormMessages.forms_add, NetworkEdits::addHost).removable().movable();
	}
}
