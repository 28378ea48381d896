package org.clusterwright.ui.editor.forms;

import static org.clusterwright.model.design.DesignPackage.Literals.HOST__ADDRESS;
import static org.clusterwright.model.design.DesignPackage.Literals.HOST__ALIASES;
import static org.clusterwright.model.design.DesignPackage.Literals.PDU__ADDRESS;
import static org.clusterwright.model.design.DesignPackage.Literals.PLUGGED__SWITCH;
import static org.clusterwright.model.design.DesignPackage.Literals.PLUGGED__SWITCH_PORT;
import static org.clusterwright.model.design.DesignPackage.Literals.SWITCH__ADDRESS;
import static org.clusterwright.model.design.DesignPackage.Literals.SWITCH__STACKED_WITH;

import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.NetworkEdits;
import org.clusterwright.core.forms.ReferenceProperty;
import org.clusterwright.core.forms.SettingProperty;
import org.clusterwright.core.forms.WordsProperty;
import org.clusterwright.model.design.Host;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.effective.Statements;
import org.eclipse.swt.widgets.Composite;

/** The sections of what nodes are plugged into: switches, PDUs, and further hosts. */
final class CablingSections {
	private CablingSections() {
	}

	static void fill(DesignFormPage page, Composite column) {
		switches(page.section(column, FormMessages.network_switches));
		pdus(page.section(column, FormMessages.network_pdus));
		hosts(page.section(column, FormMessages.network_hosts));
	}

	private static void switches(FormSection section) {
		ElementTree switches = ElementTree.table(section, "switches", 3, s -> Statements.all(s.cluster(), Switch.class),
				ElementColumn.of(FormMessages.network_columnName, 10, FeatureProperty.name()), ElementColumn.of(FormMessages.network_columnAddress, 14, FeatureProperty.of(SWITCH__ADDRESS)),
				ElementColumn.of(FormMessages.network_columnStacked, 11, ReferenceProperty.of(SWITCH__STACKED_WITH)),
				ElementColumn.of(FormMessages.network_columnPorts, 6, SettingProperty.of("ports")), ElementColumn.of(FormMessages.network_columnStp, 5, SettingProperty.of("stp")),
				ElementColumn.of(FormMessages.network_columnModel, 10, SettingProperty.of("model")));
		new ElementActions(switches).add("add", FormMessages.forms_add, NetworkEdits::addSwitch).removable().movable();
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
