package org.clusterwright.ui.editor.forms;

import static org.clusterwright.core.forms.SettingProperty.in;
import static org.clusterwright.core.forms.SettingProperty.of;
import static org.clusterwright.model.design.DesignPackage.Literals.DRBD_PEER__DISK;
import static org.clusterwright.model.design.DesignPackage.Literals.DRBD_RESOURCE__DISK;
import static org.clusterwright.model.design.DesignPackage.Literals.DRBD_RESOURCE__HOSTS;
import static org.clusterwright.model.design.DesignPackage.Literals.DRBD_RESOURCE__LABEL;
import static org.clusterwright.model.design.DesignPackage.Literals.DUAL_PRIMARY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.forms.Derivation;
import org.clusterwright.core.forms.DrbdEdits;
import org.clusterwright.core.forms.DrbdFacts;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.core.forms.ParameterRow;
import org.clusterwright.core.forms.PeerProperty;
import org.clusterwright.core.forms.Property;
import org.clusterwright.core.forms.ReferencesProperty;
import org.clusterwright.core.forms.SizeTexts;
import org.clusterwright.core.forms.StatementProperty;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.effective.DrbdSums;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.ReplicaDisk;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Composite;

/** DRBD: what holds for all resources, and the resources with their hosts, disks and options. */
public final class DrbdPage extends DesignFormPage {
	private ElementTree resources;

	public DrbdPage(DesignEditor editor) {
		super(editor, FormArea.DRBD, FormMessages.drbd_title);
	}

	@Override
	protected void fill(Composite body) {
		Composite left = column(body, 1);
		common(section(left, FormMessages.drbd_common, this::drbd));
		policies(section(left, FormMessages.drbd_splitBrain, this::drbd));
		startup(section(left, FormMessages.drbd_startup, this::drbd));
		new OptionTable(section(left, FormMessages.drbd_commonOptions, this::drbd), "common-options", 9, true, ParameterRow::drbd);
		Composite right = column(body, 2);
		resources(section(right, FormMessages.drbd_resources));
		resource(section(right, FormMessages.drbd_resource, resources::selected));
		hosts(section(right, FormMessages.drbd_hosts));
		new OptionTable(section(right, FormMessages.drbd_options, resources::selected), "options", 7, true, ParameterRow::drbd);
	}

	private Optional<ElementPath> drbd() {
		return state().flatMap(s -> Statements.first(s.cluster(), Drbd.class)).map(ElementPath::of);
	}

	private static Derivation replicated(java.util.function.Function<ReplicatedResource, Optional<? extends Effective<?>>> value) {
		return (c, o) -> DrbdFacts.resource(c, o).flatMap(value);
	}

	private void common(FormSection section) {
		section.choice("protocol", FormMessages.drbd_protocol, of("protocol").derivedBy((c, o) -> c.replication().protocol()));
		section.text("rate", FormMessages.drbd_rate, of("rate"));
		section.check("dual-primary", FormMessages.drbd_dualPrimary, new StatementProperty(DUAL_PRIMARY));
		section.text("meta-disk", FormMessages.drbd_metaDisk, of("meta-disk"));
		section.text("first-port", FormMessages.drbd_firstPort, of("first-port"));
		section.text("first-minor", FormMessages.drbd_firstMinor, of("first-minor"));
		section.choice("usage-count", FormMessages.drbd_usageCount, of("usage-count"));
	}

	private void policies(FormSection section) {
		section.choice("zero-primaries", FormMessages.drbd_zeroPrimaries, in("split-brain", "zero-primaries"));
		section.choice("one-primary", FormMessages.drbd_onePrimary, in("split-brain", "one-primary"));
		section.choice("two-primaries", FormMessages.drbd_twoPrimaries, in("split-brain", "two-primaries"));
	}

	private void startup(FormSection section) {
		section.text("wfc-timeout", FormMessages.drbd_wfcTimeout, in("startup", "wfc-timeout"));
		section.text("degr-wfc-timeout", FormMessages.drbd_degrWfcTimeout, in("startup", "degr-wfc-timeout"));
	}

	private void resources(FormSection section) {
		resources = ElementTree.table(section, "resources", 5, s -> Statements.first(s.cluster(), Drbd.class).map(d -> Statements.all(d, DrbdResource.class)).orElse(List.of()),
				ElementColumn.of(FormMessages.drbd_columnName, 5, FeatureProperty.name()), ElementColumn.of(FormMessages.drbd_columnDisk, 8, FeatureProperty.of(DRBD_RESOURCE__DISK)),
				ElementColumn.of(FormMessages.drbd_columnHosts, 20, hosts()),
				ElementColumn.shown(FormMessages.drbd_columnDevice, 10, e -> replica(e).map(r -> r.volume().device().value()).orElse("")),
				ElementColumn.of(FormMessages.drbd_columnPort, 5, of("port").derivedBy(DrbdFacts::port)),
				ElementColumn.shown(FormMessages.drbd_columnUsable, 9, e -> replica(e).flatMap(r -> r.volume().usableBytes()).map(SizeTexts::of).orElse("")));
		resources.whenEmpty(FormMessages.drbd_noResources);
		new ElementActions(resources).add("add", FormMessages.forms_add, DrbdEdits::addResource).removable().movable();
	}

	private Optional<ReplicatedResource> replica(EObject design) {
		return state().flatMap(s -> DrbdFacts.resource(s.effective(), design));
	}

	private static Property hosts() {
		return ReferencesProperty.of(DRBD_RESOURCE__HOSTS).derivedBy(DrbdFacts::hosts);
	}

	private static void resource(FormSection section) {
		section.text("resource-name", FormMessages.drbd_name, FeatureProperty.name());
		section.text("label", FormMessages.drbd_label, FeatureProperty.of(DRBD_RESOURCE__LABEL).derivedBy(replicated(r -> Optional.of(r.label()))));
		section.text("disk", FormMessages.drbd_disk, FeatureProperty.of(DRBD_RESOURCE__DISK));
		section.text("hosts", FormMessages.drbd_between, hosts());
		section.choice("resource-protocol", FormMessages.drbd_protocol,
				of("protocol").derivedBy((c, o) -> DrbdFacts.resource(c, o).map(r -> c.replication().protocol(r))));
		section.text("resource-rate", FormMessages.drbd_rate, of("rate").derivedBy((c, o) -> DrbdFacts.option(c, o, "syncer", "rate")));
		section.check("resource-dual-primary", FormMessages.drbd_resourceDualPrimary, new StatementProperty(DUAL_PRIMARY));
		section.text("port", FormMessages.drbd_port, of("port").derivedBy(DrbdFacts::port));
		section.text("minor", FormMessages.drbd_minor, of("minor").derivedBy(replicated(r -> Optional.of(r.volume().minor()))));
		section.text("device", FormMessages.drbd_device, of("device").derivedBy(replicated(r -> Optional.of(r.volume().device()))));
		section.text("resource-meta-disk", FormMessages.drbd_metaDisk, of("meta-disk").derivedBy(replicated(r -> r.volume().disks().stream().findFirst().map(ReplicaDisk::metaDisk))));
		section.fact("usable", FormMessages.drbd_usable, DrbdFacts::usable);
		section.fact("md-offset", FormMessages.drbd_metaOffset, (c, o) -> DrbdFacts.offset(c, o, DrbdSums::mdOffset));
		section.fact("al-offset", FormMessages.drbd_logOffset, (c, o) -> DrbdFacts.offset(c, o, DrbdSums::alOffset));
		section.fact("bm-offset", FormMessages.drbd_bitmapOffset, (c, o) -> DrbdFacts.offset(c, o, DrbdSums::bmOffset));
	}

	/** One row a host. The columns are made anew for each resource, so that a cell always writes to the one that its title names. */
	private void hosts(FormSection section) {
		section.note(FormMessages.drbd_hostsNote);
		ElementTree.table(section, "peers", 3, s -> resources.selectedElement().map(r -> DrbdFacts.hostsOf(s.effective(), r)).orElse(List.of())).columnsFrom(state -> {
			List<ElementColumn> columns = new ArrayList<>(List.of(ElementColumn.shown(FormMessages.drbd_columnHost, 14, n -> String.valueOf(((Node) n).getName()))));
			resources.selectedElement().map(DrbdResource.class::cast).filter(r -> r.getName() != null).ifPresent(r -> columns.addAll(columns(r.getName())));
			return columns;
		});
	}

	private List<ElementColumn> columns(String resource) {
		return List.of(
				ElementColumn.of(org.eclipse.osgi.util.NLS.bind(FormMessages.drbd_columnPeerDisk, resource), 12,
						new PeerProperty(resource, FeatureProperty.of(DRBD_PEER__DISK), (c, n) -> disk(c, resource, n).flatMap(ReplicaDisk::disk))),
				ElementColumn.of(FormMessages.drbd_columnAddress, 12,
						new PeerProperty(resource, of("address"), (c, n) -> disk(c, resource, n).flatMap(d -> d.host().address()))),
				ElementColumn.of(FormMessages.drbd_columnPort, 7, new PeerProperty(resource, of("port"), (c, n) -> disk(c, resource, n).map(d -> d.host().port()))),
				ElementColumn.of(FormMessages.drbd_columnMetaDisk, 10, new PeerProperty(resource, of("meta-disk"), (c, n) -> disk(c, resource, n).map(ReplicaDisk::metaDisk))),
				ElementColumn.shown(FormMessages.drbd_columnUsable, 11,
						n -> state().flatMap(s -> disk(s.effective(), resource, n)).flatMap(ReplicaDisk::usableBytes).map(SizeTexts::of).orElse("")));
	}

	private static Optional<ReplicaDisk> disk(org.clusterwright.model.effective.EffectiveCluster cluster, String resource, EObject node) {
		return cluster.replication().resources().stream().filter(r -> r.name().value().equals(resource)).findFirst().flatMap(r -> DrbdFacts.disk(cluster, r.design(), node));
	}
}
