package org.clusterwright.ui.editor.forms;

import static org.clusterwright.core.forms.SettingProperty.of;
import static org.clusterwright.model.design.DesignPackage.Literals.LOGICAL_VOLUME;
import static org.clusterwright.model.design.DesignPackage.Literals.LOGICAL_VOLUME__AMOUNT;
import static org.clusterwright.model.design.DesignPackage.Literals.LOGICAL_VOLUME__FILE_SYSTEM;
import static org.clusterwright.model.design.DesignPackage.Literals.LOGICAL_VOLUME__GFS2;
import static org.clusterwright.model.design.DesignPackage.Literals.LOGICAL_VOLUME__MOUNT_POINT;
import static org.clusterwright.model.design.DesignPackage.Literals.PHYSICAL_VOLUME;
import static org.clusterwright.model.design.DesignPackage.Literals.VOLUME_GROUP;
import static org.clusterwright.model.design.DesignPackage.Literals.VOLUME_GROUP__LOCAL;
import static org.clusterwright.model.design.DesignPackage.Literals.VOLUME_GROUP__PREFERS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clusterwright.core.forms.AmountProperty;
import org.clusterwright.core.forms.ByKindProperty;
import org.clusterwright.core.forms.ContainedNameProperty;
import org.clusterwright.core.forms.Derivation;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.core.forms.ParameterRow;
import org.clusterwright.core.forms.PhysicalVolumeProperty;
import org.clusterwright.core.forms.Property;
import org.clusterwright.core.forms.ReferenceProperty;
import org.clusterwright.core.forms.VolumeEdits;
import org.clusterwright.core.forms.VolumeFacts;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveGfs2;
import org.clusterwright.model.effective.EffectiveMount;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Composite;

/** Volume groups with what they lie on and the volumes in them, GFS2, and what lvm.conf says. */
public final class VolumesPage extends DesignFormPage {
	private static final Set<String> GROUP_FIELDS = Set.of("clustered", "extent-size");
	private static final Set<String> VOLUME_FIELDS = Set.of("journals", "lock-protocol", "lock-table", "mounted-by", "mount-options");

	private ElementTree tree;
	private FormSection volume;
	private FormSection volumeMore;

	public VolumesPage(DesignEditor editor) {
		super(editor, FormArea.VOLUMES, FormMessages.volumes_title);
	}

	@Override
	protected void fill(Composite body) {
		Composite left = column(body, 3);
		tree(section(left, FormMessages.volumes_tree));
		FormSection lvm = section(left, FormMessages.volumes_lvm);
		lvm.note(FormMessages.volumes_lvmNote);
		new OptionTable(lvm, "lvm", 6, false, o -> ParameterRow.lvm());
		Composite right = column(body, 1);
		group(section(right, FormMessages.volumes_group, this::selectedGroup));
		volume = section(right, FormMessages.volumes_volume, this::selectedVolume);
		volume(volume);
		volumeMore = section(right, FormMessages.volumes_volumeParameters, this::selectedVolume);
		new OptionTable(volumeMore, "volume-parameters", 5, false, o -> o instanceof Block b ? ParameterRow.of(b, VOLUME_FIELDS) : List.of());
		new OptionTable(section(right, FormMessages.volumes_groupParameters, this::selectedGroup), "group-parameters", 4, false,
				o -> o instanceof Block b ? ParameterRow.of(b, GROUP_FIELDS) : List.of());
	}

	@Override
	protected void refreshed(FormState state) {
		boolean shown = selectedVolume().isPresent();
		if (volume.setShown(shown) | volumeMore.setShown(shown)) {
			getManagedForm().reflow(true);
		}
	}

	private Optional<ElementPath> selectedGroup() {
		return VolumeEdits.groupOf(tree.selectedElement()).map(ElementPath::of);
	}

	private Optional<ElementPath> selectedVolume() {
		return tree.selectedElement().filter(LogicalVolume.class::isInstance).map(ElementPath::of);
	}

	private String shown(Function<FormState, String> text) {
		return state().map(text).orElse("");
	}

	private void tree(FormSection section) {
		Property name = new ByKindProperty(Map.of(VOLUME_GROUP, FeatureProperty.name(), LOGICAL_VOLUME, FeatureProperty.name(), PHYSICAL_VOLUME, new PhysicalVolumeProperty()));
		Property amount = new ByKindProperty(Map.of(LOGICAL_VOLUME, amount()));
		tree = ElementTree.tree(section, "tree", 12, s -> Statements.all(s.cluster(), VolumeGroup.class), VolumesPage::children,
				ElementColumn.of(FormMessages.volumes_columnName, 18, name), ElementColumn.of(FormMessages.volumes_columnAmount, 12, amount),
				ElementColumn.shown(FormMessages.volumes_columnSize, 13, e -> shown(s -> VolumeFacts.size(s.effective(), e))),
				ElementColumn.shown(FormMessages.volumes_columnDevice, 24, e -> shown(s -> VolumeFacts.device(s.effective(), e))),
				ElementColumn.shown(FormMessages.volumes_columnUse, 14, e -> shown(s -> VolumeFacts.use(s.effective(), e))));
		tree.whenEmpty(FormMessages.volumes_none);
		new ElementActions(tree).add("add-group", FormMessages.volumes_addGroup, VolumeEdits::addGroup)
				.add("add-volume", FormMessages.volumes_addVolume, e -> VolumeEdits.groupOf(e).isPresent(), VolumeEdits::addVolume)
				.add("add-pv", FormMessages.volumes_addPhysical, e -> VolumeEdits.groupOf(e).isPresent(), VolumeEdits::addPhysicalVolume).removable().movable();
	}

	private static List<EObject> children(EObject element) {
		return element instanceof VolumeGroup g ? Stream.<EObject> concat(g.getPhysicalVolumes().stream(), Statements.all(g, LogicalVolume.class).stream()).toList() : List.of();
	}

	private static Property amount() {
		return AmountProperty.of(LOGICAL_VOLUME__AMOUNT, PercentBase.GROUP, PercentBase.FREE);
	}

	private static void group(FormSection section) {
		section.text("group-name", FormMessages.volumes_name, FeatureProperty.name());
		section.choice("prefers", FormMessages.volumes_prefers, ReferenceProperty.of(VOLUME_GROUP__PREFERS));
		section.check("local", FormMessages.volumes_local, FeatureProperty.of(VOLUME_GROUP__LOCAL));
		section.choice("clustered", FormMessages.volumes_clustered, of("clustered").derivedBy((c, o) -> VolumeFacts.group(c, o).map(g -> g.clustered())));
		section.text("extent-size", FormMessages.volumes_extentSize, of("extent-size"));
		section.fact("nodes", FormMessages.volumes_nodes, VolumeFacts::nodes);
		section.fact("group-size", FormMessages.volumes_size, VolumeFacts::groupSize);
	}

	private static Derivation gfs2(Function<EffectiveGfs2, Effective<?>> value) {
		return (c, o) -> VolumeFacts.volume(c, o).flatMap(v -> v.gfs2()).map(value);
	}

	private static Derivation mount(Function<EffectiveMount, Effective<?>> value) {
		return (c, o) -> VolumeFacts.volume(c, o).flatMap(v -> v.mount()).map(value);
	}

	private static void volume(FormSection section) {
		section.text("volume-name", FormMessages.volumes_name, FeatureProperty.name());
		section.text("amount", FormMessages.volumes_amount, amount());
		section.fact("volume-size", FormMessages.volumes_size, VolumeFacts::volumeSize);
		section.fact("device", FormMessages.volumes_device, (c, o) -> VolumeFacts.volume(c, o).map(v -> v.device()));
		section.text("gfs2", FormMessages.volumes_gfs2, new ContainedNameProperty(LOGICAL_VOLUME__GFS2));
		section.text("fs", FormMessages.volumes_fs, FeatureProperty.of(LOGICAL_VOLUME__FILE_SYSTEM));
		section.text("mount", FormMessages.volumes_mount, FeatureProperty.of(LOGICAL_VOLUME__MOUNT_POINT));
		section.text("mount-options", FormMessages.volumes_mountOptions, of("mount-options").derivedBy(mount(EffectiveMount::options)));
		section.choice("mounted-by", FormMessages.volumes_mountedBy, of("mounted-by").derivedBy(mount(m -> m.owner().map(w -> w.name().toLowerCase(Locale.ROOT)))));
		section.text("journals", FormMessages.volumes_journals, of("journals").derivedBy(gfs2(EffectiveGfs2::journals)));
		section.text("lock-table", FormMessages.volumes_lockTable, of("lock-table").derivedBy(gfs2(EffectiveGfs2::lockTable)));
		section.choice("lock-protocol", FormMessages.volumes_lockProtocol, of("lock-protocol").derivedBy(gfs2(EffectiveGfs2::lockProtocol)));
	}
}
