package org.clusterwright.ui.editor.forms;

import static org.clusterwright.model.design.DesignPackage.Literals.DOMAIN_MEMBER__NODE;
import static org.clusterwright.model.design.DesignPackage.Literals.DOMAIN_MEMBER__PRIORITY;
import static org.clusterwright.model.design.DesignPackage.Literals.FAILOVER_DOMAIN__NO_FAILBACK;
import static org.clusterwright.model.design.DesignPackage.Literals.FAILOVER_DOMAIN__ORDERED;
import static org.clusterwright.model.design.DesignPackage.Literals.FAILOVER_DOMAIN__RESTRICTED;
import static org.clusterwright.model.design.DesignPackage.Literals.GUEST_DISK__VOLUME;
import static org.clusterwright.model.design.DesignPackage.Literals.GUEST_NIC__BRIDGE;
import static org.clusterwright.model.design.DesignPackage.Literals.GUEST_NIC__MAC;
import static org.clusterwright.model.design.DesignPackage.Literals.GUEST__PREFERS;

import java.util.List;
import java.util.Optional;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.core.forms.GuestEdits;
import org.clusterwright.core.forms.Property;
import org.clusterwright.core.forms.ReferenceProperty;
import org.clusterwright.core.forms.ServiceEdits;
import org.clusterwright.core.forms.SettingProperty;
import org.clusterwright.model.design.DomainMember;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.GuestDisk;
import org.clusterwright.model.design.GuestNic;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Composite;

/** Guests, where services may run, and the services themselves. */
public final class ServicesPage extends DesignFormPage {
	private ElementTree guests;
	private ElementTree domains;
	private ServiceSections services;

	public ServicesPage(DesignEditor editor) {
		super(editor, FormArea.SERVICES, FormMessages.services_title);
	}

	@Override
	protected void fill(Composite body) {
		Composite left = column(body, 1);
		guests(section(left, FormMessages.services_guests));
		guest(section(left, FormMessages.services_guest, () -> guests.selected()));
		disks(section(left, FormMessages.services_disks, () -> guests.selected()));
		nics(section(left, FormMessages.services_nics, () -> guests.selected()));
		new ParameterTable(section(left, FormMessages.services_guestParameters, () -> guests.selected()), "guest-parameters");
		Composite right = column(body, 1);
		services = new ServiceSections(this, right);
		domains(section(right, FormMessages.services_domains));
		domain(section(right, FormMessages.services_domain, () -> domains.selected()));
		members(section(right, FormMessages.services_members, () -> domains.selected()));
		services.definitions(right);
	}

	@Override
	protected void refreshed(FormState state) {
		services.showSections();
	}

	private static Property prefers() {
		return ReferenceProperty.of(GUEST__PREFERS).derivedBy((c, o) -> o instanceof Guest g ? c.guests().of(g).flatMap(e -> e.preferred()).map(n -> n.map(v -> v.name().value())) : Optional.empty());
	}

	private void guests(FormSection section) {
		guests = ElementTree.table(section, "guests", 6, s -> Statements.all(s.cluster(), Guest.class), ElementColumn.of(FormMessages.services_columnName, 12, FeatureProperty.name()),
				ElementColumn.of(FormMessages.services_columnMemory, 9, SettingProperty.of("memory")), ElementColumn.of(FormMessages.services_columnCpus, 6, SettingProperty.of("cpus")),
				ElementColumn.of(FormMessages.services_columnPrefers, 14, prefers()));
		new ElementActions(guests).add("add", FormMessages.forms_add, GuestEdits::add).removable().movable();
	}

	private static void guest(FormSection section) {
		section.text("guest-name", FormMessages.services_name, FeatureProperty.name());
		section.choice("prefers", FormMessages.services_prefers, prefers());
		section.text("memory", FormMessages.services_memory, SettingProperty.of("memory"));
		section.text("cpus", FormMessages.services_cpus, SettingProperty.of("cpus"));
		section.text("install", FormMessages.services_install, SettingProperty.of("install"));
		section.choice("os-variant", FormMessages.services_osVariant, SettingProperty.of("os-variant"));
		section.choice("guest-autostart", FormMessages.services_autostart, SettingProperty.of("autostart"));
	}

	private void disks(FormSection section) {
		ElementTree disks = ElementTree.table(section, "disks", 3, s -> guests.selectedElement().map(g -> Statements.all((Guest) g, GuestDisk.class)).orElse(List.of()),
				ElementColumn.of(FormMessages.services_columnVolume, 16, ReferenceProperty.required(GUEST_DISK__VOLUME)),
				ElementColumn.shown(FormMessages.services_columnDevice, 24, e -> disk(e).map(d -> d.device().value() + " → " + d.target().value()).orElse("")));
		new ElementActions(disks).addIn("add", FormMessages.forms_add, guests::selected, (g, beside) -> GuestEdits.addDisk((Guest) g, beside)).removable().movable();
	}

	private Optional<org.clusterwright.model.effective.EffectiveGuest.Disk> disk(EObject design) {
		return state().flatMap(s -> s.effective().guests().of((Guest) design.eContainer())).flatMap(g -> g.disks().stream().filter(d -> d.design() == design).findFirst());
	}

	private void nics(FormSection section) {
		ElementTree nics = ElementTree.table(section, "nics", 3, s -> guests.selectedElement().map(g -> Statements.all((Guest) g, GuestNic.class)).orElse(List.of()),
				ElementColumn.of(FormMessages.services_columnBridge, 12, ReferenceProperty.required(GUEST_NIC__BRIDGE)),
				ElementColumn.of(FormMessages.services_columnMac, 20, FeatureProperty.of(GUEST_NIC__MAC).derivedBy(ServicesPage::mac)));
		new ElementActions(nics).addIn("add", FormMessages.forms_add, guests::selected, (g, beside) -> GuestEdits.addNic((Guest) g, beside)).removable().movable();
	}

	private static Optional<Effective<?>> mac(EffectiveCluster cluster, EObject nic) {
		return nic.eContainer() instanceof Guest guest ? cluster.guests().of(guest).flatMap(g -> g.nics().stream().filter(n -> n.design() == nic).findFirst()).map(n -> n.mac())
				: Optional.empty();
	}

	private void domains(FormSection section) {
		domains = ElementTree.table(section, "domains", 5, s -> Statements.all(s.cluster(), FailoverDomain.class),
				ElementColumn.of(FormMessages.services_columnName, 16, FeatureProperty.name()), ElementColumn.shown(FormMessages.services_columnMembers, 26, ServicesPage::members));
		new ElementActions(domains).add("add", FormMessages.forms_add, ServiceEdits::addDomain).removable().movable();
	}

	private static String members(EObject domain) {
		return String.join(", ", Statements.all((FailoverDomain) domain, DomainMember.class).stream().map(m -> ReferenceProperty.of(DOMAIN_MEMBER__NODE).written(m).orElse("?")).toList());
	}

	private static void domain(FormSection section) {
		section.text("domain-name", FormMessages.services_name, FeatureProperty.name());
		section.check("ordered", FormMessages.services_ordered, FeatureProperty.of(FAILOVER_DOMAIN__ORDERED));
		section.check("restricted", FormMessages.services_restricted, FeatureProperty.of(FAILOVER_DOMAIN__RESTRICTED));
		section.check("no-failback", FormMessages.services_noFailback, FeatureProperty.of(FAILOVER_DOMAIN__NO_FAILBACK));
	}

	private void members(FormSection section) {
		ElementTree members = ElementTree.table(section, "members", 4, s -> domains.selectedElement().map(d -> Statements.all((FailoverDomain) d, DomainMember.class)).orElse(List.of()),
				ElementColumn.of(FormMessages.services_columnNode, 18, ReferenceProperty.required(DOMAIN_MEMBER__NODE)),
				ElementColumn.of(FormMessages.services_columnPriority, 9, FeatureProperty.of(DOMAIN_MEMBER__PRIORITY).derivedBy(ServicesPage::priority)));
		new ElementActions(members).addIn("add", FormMessages.forms_add, domains::selected, (d, beside) -> ServiceEdits.addMember((FailoverDomain) d, beside)).removable().movable()
				.button("number", FormMessages.services_number, e -> domains.selected().isPresent(), () -> domains.selected().ifPresent(p -> edit(p, d -> ServiceEdits.number((FailoverDomain) d), done -> {
				})));
	}

	private static Optional<Effective<?>> priority(EffectiveCluster cluster, EObject member) {
		return cluster.services().domains().stream().flatMap(d -> d.members().stream()).filter(m -> m.design() == member).findFirst().flatMap(m -> m.priority());
	}
}
