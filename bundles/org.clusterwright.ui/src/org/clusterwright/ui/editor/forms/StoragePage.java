package org.clusterwright.ui.editor.forms;

import static org.clusterwright.model.design.DesignPackage.Literals.DISK__LABEL;
import static org.clusterwright.model.design.DesignPackage.Literals.DISK__SECTOR_SIZE;
import static org.clusterwright.model.design.DesignPackage.Literals.HARDWARE_RAID;
import static org.clusterwright.model.design.DesignPackage.Literals.HARDWARE_RAID__LEVEL;
import static org.clusterwright.model.design.DesignPackage.Literals.HARDWARE_RAID__MEMBERS;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__ALIGNMENT;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__AMOUNT;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__BOOT;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__FILE_SYSTEM;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__KIND;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__LABEL;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__MOUNT_POINT;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__NUMBER;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__START;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__SWAP;
import static org.clusterwright.model.design.DesignPackage.Literals.PARTITION__TYPE_CODE;
import static org.clusterwright.model.design.DesignPackage.Literals.RAID_ARRAY__LEVEL;
import static org.clusterwright.model.design.DesignPackage.Literals.RAID_ARRAY__MEMBERS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.clusterwright.core.forms.AmountProperty;
import org.clusterwright.core.forms.ChildProperty;
import org.clusterwright.core.forms.Derivation;
import org.clusterwright.core.forms.DiskSizeProperty;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.core.forms.ParameterRow;
import org.clusterwright.core.forms.Property;
import org.clusterwright.core.forms.SettingProperty;
import org.clusterwright.core.forms.StorageEdits;
import org.clusterwright.core.forms.StorageFacts;
import org.clusterwright.core.forms.WordProperty;
import org.clusterwright.core.forms.WordsProperty;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** Disks and software RAID, their partitions drawn to scale, and the sums behind each partition's place. */
public final class StoragePage extends DesignFormPage {
	private ElementTree disks;
	private ElementTree partitions;
	private FormSection disk;
	private FormSection array;
	private FormSection arrayMore;
	private DiskBar bar;
	private CopyText sums;

	public StoragePage(DesignEditor editor) {
		super(editor, FormArea.STORAGE, FormMessages.storage_title);
	}

	@Override
	protected void fill(Composite body) {
		Composite left = column(body, 1);
		disks(section(left, FormMessages.storage_disks));
		disk = section(left, FormMessages.storage_disk, () -> selected(Disk.class));
		disk(disk);
		array = section(left, FormMessages.storage_array, () -> selected(RaidArray.class));
		array(array);
		arrayMore = section(left, FormMessages.storage_arrayParameters, () -> selected(RaidArray.class));
		new OptionTable(arrayMore, "array-parameters", 5, false, o -> o instanceof RaidArray a ? ParameterRow.of(a, Set.of()) : List.of());
		Composite right = column(body, 3);
		partitions(section(right, FormMessages.storage_partitions));
		FormSection partition = section(right, FormMessages.storage_partition, partitions::selected);
		partition(partition);
		FormSection arithmetic = section(right, FormMessages.storage_sums);
		arithmetic.note(FormMessages.storage_sumsNote);
		sums = new CopyText(arithmetic, "sums", 6);
	}

	@Override
	protected void refreshed(FormState state) {
		Optional<PlannedDisk> planned = disks.selectedElement().flatMap(d -> StorageFacts.planned(state.effective(), d));
		bar.show(planned, partitions.selectedElement().filter(Partition.class::isInstance).map(Partition.class::cast), state.isWritable());
		sums.show(partitions.selectedElement().map(p -> StorageFacts.arithmetic(state.effective(), p)).orElse(""));
		boolean isArray = selected(RaidArray.class).isPresent();
		if (disk.setShown(!isArray) | array.setShown(isArray) | arrayMore.setShown(isArray)) {
			getManagedForm().reflow(true);
		}
	}

	private Optional<ElementPath> selected(Class<? extends EObject> kind) {
		return disks.selectedElement().filter(kind::isInstance).map(ElementPath::of);
	}

	private <T> String shown(EObject element, Function<EffectiveCluster, Optional<T>> value) {
		return state().flatMap(s -> value.apply(s.effective())).map(String::valueOf).orElse("");
	}

	private void disks(FormSection section) {
		disks = ElementTree.table(section, "disks", 4, s -> StorageFacts.all(s.cluster()), ElementColumn.of(FormMessages.storage_columnName, 8, FeatureProperty.name()),
				ElementColumn.shown(FormMessages.storage_columnNodes, 16, StorageFacts::nodes),
				ElementColumn.shown(FormMessages.storage_columnSize, 14, e -> shown(e, c -> StorageFacts.size(c, e).map(v -> v.value().replaceFirst(",.*", "")))));
		disks.whenEmpty(FormMessages.storage_noDisks);
		new ElementActions(disks).add("add", FormMessages.storage_addDisk, StorageEdits::addDisk).add("add-array", FormMessages.storage_addArray, StorageEdits::addArray)
				.button("own", FormMessages.storage_own, e -> e.filter(d -> !without(d).isEmpty()).isPresent(), this::own).removable().movable();
	}

	/** The nodes that have no disk of their own by the name of one of all nodes. */
	private List<String> without(EObject common) {
		return common instanceof Disk d && state().isPresent() && d.eContainer() == state().get().cluster()
				? Statements.all(state().get().cluster(), Node.class).stream().filter(n -> Statements.all(n, Disk.class).stream().noneMatch(o -> String.valueOf(d.getName()).equals(o.getName())))
						.map(Node::getName).toList()
				: List.of();
	}

	/** Asks for a node, and gives it a block of its own of the selected disk. */
	private void own() {
		Disk common = disks.selectedElement().filter(Disk.class::isInstance).map(Disk.class::cast).orElse(null);
		if (common == null || !isWritable()) {
			return;
		}
		String name = common.getName();
		ElementListSelectionDialog list = new ElementListSelectionDialog(disks.control().getShell(), new LabelProvider());
		list.setTitle(FormMessages.storage_ownTitle);
		list.setMessage(NLS.bind(FormMessages.storage_ownAsk, name));
		list.setElements(without(common).toArray());
		list.setMultipleSelection(false);
		if (list.open() != Window.OK || !(list.getFirstResult() instanceof String chosen)) {
			return;
		}
		AtomicReference<ElementPath> made = new AtomicReference<>();
		edit(cluster -> Statements.all(cluster, Node.class).stream().filter(n -> chosen.equals(n.getName())).findFirst().ifPresent(n -> made.set(ElementPath.of(StorageEdits.own(n, name)))),
				result -> {
					if (result instanceof EditResult.Rejected rejected) {
						MessageDialog.openInformation(disks.control().getShell(), FormMessages.forms_refusedTitle, rejected.reason());
					} else if (!disks.control().isDisposed() && made.get() != null) {
						disks.select(made.get());
					}
				});
	}

	private static void disk(FormSection section) {
		section.text("disk-name", FormMessages.storage_name, FeatureProperty.name());
		section.text("size", FormMessages.storage_size, new DiskSizeProperty());
		section.text("sector-size", FormMessages.storage_sectorSize,
				FeatureProperty.of(DISK__SECTOR_SIZE).derivedBy((c, o) -> StorageFacts.planned(c, o).map(PlannedDisk::sectorSize)));
		section.choice("label", FormMessages.storage_label, label());
		section.text("disk-id", FormMessages.storage_id, SettingProperty.of("id"));
		section.text("raid-level", FormMessages.storage_raidLevel, new ChildProperty(HARDWARE_RAID, FeatureProperty.required(HARDWARE_RAID__LEVEL), true));
		section.text("raid-members", FormMessages.storage_raidMembers, new ChildProperty(HARDWARE_RAID, FeatureProperty.of(HARDWARE_RAID__MEMBERS), false));
		section.text("model", FormMessages.storage_model, SettingProperty.of("model"));
		section.text("serial", FormMessages.storage_serial, SettingProperty.of("serial"));
		section.text("geometry", FormMessages.storage_geometry, SettingProperty.of("geometry"));
		section.fact("disk-bytes", FormMessages.storage_bytes, StorageFacts::size);
		section.fact("disk-free", FormMessages.storage_freeEnd, StorageFacts::free);
	}

	private static Property label() {
		return new WordProperty(FeatureProperty.of(DISK__LABEL).derivedBy((c, o) -> StorageFacts.planned(c, o).map(PlannedDisk::label)), () -> List.of("msdos", "gpt"));
	}

	private static void array(FormSection section) {
		section.text("array-name", FormMessages.storage_name, FeatureProperty.name());
		section.choice("level", FormMessages.storage_level, new WordProperty(FeatureProperty.required(RAID_ARRAY__LEVEL), () -> List.of("0", "1", "4", "5", "6", "10")));
		section.text("members", FormMessages.storage_members, new WordsProperty(RAID_ARRAY__MEMBERS));
		section.fact("array-bytes", FormMessages.storage_bytes, StorageFacts::size);
		section.fact("array-free", FormMessages.storage_freeEnd, StorageFacts::free);
	}

	/** A partition is selected by its place, since numbers may change with it. */
	private void select(Partition partition) {
		partitions.select(ElementPath.of(partition));
	}

	private void partitions(FormSection section) {
		bar = new DiskBar(section, "bar", this::select);
		partitions = ElementTree.table(section, "partitions", 9, s -> disks.selectedElement().map(d -> Statements.all((Block) d, Partition.class)).orElse(List.of()),
				ElementColumn.shown(FormMessages.storage_columnDevice, 10, e -> shown(e, c -> StorageFacts.device(c, e).map(v -> v.value().replaceFirst("^/dev/", "")))),
				ElementColumn.of(FormMessages.storage_columnAmount, 11, amount()),
				ElementColumn.shown(FormMessages.storage_columnSize, 9, e -> shown(e, c -> StorageFacts.partitionSize(c, e).map(v -> v.value().replaceFirst(",.*", "")))),
				ElementColumn.of(FormMessages.storage_columnStart, 10, start()),
				ElementColumn.shown(FormMessages.storage_columnEnd, 10, e -> shown(e, c -> StorageFacts.end(c, e).map(Effective::value))),
				ElementColumn.shown(FormMessages.storage_columnAlignment, 8, e -> shown(e, c -> StorageFacts.alignment(c, e).map(Effective::value))),
				ElementColumn.shown(FormMessages.storage_columnUse, 12, e -> state().map(s -> StorageFacts.use(s.effective(), e)).orElse("")));
		partitions.whenEmpty(FormMessages.storage_noPartitions);
		new ElementActions(partitions).addIn("add", FormMessages.forms_add, disks::selected, (d, beside) -> StorageEdits.addPartition((Block) d)).removable().movable();
	}

	private static Property amount() {
		return AmountProperty.of(PARTITION__AMOUNT, PercentBase.REST, PercentBase.DISK);
	}

	private static Property start() {
		return FeatureProperty.of(PARTITION__START).derivedBy(StorageFacts::start);
	}

	private static Derivation planned(Function<PlannedPartition, Effective<?>> value) {
		return (c, o) -> StorageFacts.partition(c, o).map(value);
	}

	private static void partition(FormSection section) {
		section.text("number", FormMessages.storage_number, FeatureProperty.required(PARTITION__NUMBER));
		section.choice("kind", FormMessages.storage_kind, FeatureProperty.of(PARTITION__KIND)
				.derivedBy(planned(p -> p.design().getKind() == p.kind() ? Effective.set(p.kind().getLiteral(), p.design(), PARTITION__KIND)
						: Effective.derived(p.kind().getLiteral(), p.design(), "the partition's number"))));
		section.text("amount", FormMessages.storage_amount, amount());
		section.text("start", FormMessages.storage_start, start());
		section.text("align", FormMessages.storage_align, FeatureProperty.of(PARTITION__ALIGNMENT));
		section.text("type", FormMessages.storage_type, FeatureProperty.of(PARTITION__TYPE_CODE).derivedBy(planned(PlannedPartition::typeCode)));
		section.check("boot", FormMessages.storage_boot, FeatureProperty.of(PARTITION__BOOT));
		section.check("swap", FormMessages.storage_swap, FeatureProperty.of(PARTITION__SWAP));
		section.text("mount", FormMessages.storage_mount, FeatureProperty.of(PARTITION__MOUNT_POINT));
		section.text("fs", FormMessages.storage_fs, FeatureProperty.of(PARTITION__FILE_SYSTEM));
		section.text("partition-label", FormMessages.storage_partitionLabel, FeatureProperty.of(PARTITION__LABEL));
		section.text("note", FormMessages.storage_note, SettingProperty.of("note"));
		section.fact("end", FormMessages.storage_end, StorageFacts::end);
		section.fact("partition-size", FormMessages.storage_bytes, StorageFacts::partitionSize);
		section.fact("alignment", FormMessages.storage_alignment, StorageFacts::alignment);
	}
}
