package org.clusterwright.dsl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.design.PercentAmount;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.RestAmount;
import org.clusterwright.model.effective.BlockDevice;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Partitions;
import org.clusterwright.model.effective.PlanProblem;
import org.clusterwright.model.effective.PlannedArray;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;
import org.clusterwright.model.effective.StorageLayout;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Size;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** Disks, partitions and RAID arrays by themselves; {@link DeviceChecks} has who uses them. */
public class StorageChecks extends DslChecks {
	/** 64 KiB, the boundary that the tutorial aligns guests' partitions to. */
	private static final long GUEST_GRAIN = 64 * Size.KIB;

	@Check
	public void partitionsFit(Cluster cluster) {
		Map<PlanProblem, Boolean> seen = new LinkedHashMap<>();
		for (StorageLayout layout : layouts(cluster)) {
			layout.partitioned().flatMap(d -> d.problems().stream()).forEach(p -> seen.put(p, true));
		}
		seen.keySet().forEach(p -> report(p.code(), p.element(), p.feature(), p.args().toArray()));
		if (seen.isEmpty()) {
			Map<EObject, Boolean> explained = new HashMap<>();
			layouts(cluster).stream().flatMap(StorageLayout::partitioned).distinct().forEach(d -> explain(d, explained));
		}
	}

	private void explain(PlannedDisk disk, Map<EObject, Boolean> explained) {
		if (disk.partitions().stream().allMatch(p -> explained.put(p.design(), true) == null)) {
			halves(disk);
			alignment(disk);
		}
	}

	/** The tutorial's halves differ; whoever reads the table should know why. */
	private void halves(PlannedDisk disk) {
		List<PlannedPartition> all = disk.partitions();
		for (int i = 0; i + 1 < all.size(); i++) {
			PlannedPartition p = all.get(i);
			PlannedPartition next = all.get(i + 1);
			if (p.design().getAmount() instanceof PercentAmount a && a.getBase() == PercentBase.REST && next.design().getAmount() instanceof RestAmount && p.isPlaced()
					&& next.isPlaced() && p.sectors() != next.sectors()) {
				long unit = disk.sectorSize().value();
				report(Code.PERCENT_INCLUSIVE, p.design(), Literals.PARTITION__AMOUNT, a.getPercent(), p.number(), p.sectors() * unit / Size.KIB,
						next.sectors() * unit / Size.KIB);
			}
		}
	}

	private void alignment(PlannedDisk disk) {
		long grain = GUEST_GRAIN / disk.sectorSize().value();
		for (PlannedPartition p : disk.partitions()) {
			if (p.kind() != PartitionKind.EXTENDED && p.isPlaced() && p.start().get().value() % grain != 0) {
				report(Code.PARTITION_UNALIGNED, p.design(), Literals.PARTITION__NUMBER, p.number(), p.start().get().value());
			}
		}
	}

	@Check
	public void mountPointsMakeSense(Cluster cluster) {
		Map<EObject, Boolean> reported = new HashMap<>();
		for (StorageLayout layout : layouts(cluster)) {
			Map<String, Partition> mounts = new HashMap<>();
			boolean system = false;
			for (PlannedPartition p : layout.partitioned().flatMap(d -> d.partitions().stream()).toList()) {
				Partition design = p.design();
				system |= design.isBoot() || design.isSwap() || design.getMountPoint() != null;
				if (design.getMountPoint() == null || reported.containsKey(design)) {
					continue;
				}
				if (design.isSwap()) {
					once(reported, Code.SWAP_WITH_MOUNT, design, design.getMountPoint());
				} else if (mounts.put(design.getMountPoint(), design) != null) {
					once(reported, Code.MOUNT_POINT_TWICE, design, design.getMountPoint());
				}
			}
			if (system && !mounts.containsKey("/") && !layout.disks().isEmpty() && !reported.containsKey(layout.disks().get(0).design())) {
				reported.put(layout.disks().get(0).design(), true);
				report(Code.NO_ROOT_PARTITION, layout.disks().get(0).design(), Literals.NAMED__NAME);
			}
		}
	}

	private void once(Map<EObject, Boolean> reported, Code code, Partition partition, Object... args) {
		if (reported.put(partition, true) == null) {
			report(code, partition, Literals.PARTITION__MOUNT_POINT, args);
		}
	}

	@Check
	public void arraysAreSound(Cluster cluster) {
		Map<EObject, Boolean> reported = new HashMap<>();
		layouts(cluster).forEach(layout -> layout.arrays().stream().filter(a -> reported.put(a.design(), true) == null).forEach(a -> array(layout, a)));
	}

	private void array(StorageLayout layout, PlannedArray array) {
		Map<String, Integer> disks = new HashMap<>();
		List<Long> sizes = new ArrayList<>();
		for (Effective<String> member : array.members()) {
			Optional<BlockDevice> device = layout.device(member.value());
			device.flatMap(BlockDevice::bytes).ifPresent(b -> sizes.add(b.value()));
			device.filter(d -> d.partition().isPresent()).ifPresent(d -> disks.merge(diskOf(layout, d), 1, Integer::sum));
		}
		if (!sizes.isEmpty() && sizes.stream().distinct().count() > 1 && !array.level().value().matches("0|linear")) {
			report(Code.ARRAY_MEMBERS_DIFFER, array.design(), Literals.RAID_ARRAY__MEMBERS, array.name(), Size.ofBytes(sizes.stream().mapToLong(Long::longValue).min().orElse(0)));
		}
		if (!array.level().value().matches("0|linear")) {
			disks.forEach((disk, count) -> {
				if (count > 1) {
					report(Code.ARRAY_ON_ONE_DISK, array.design(), Literals.RAID_ARRAY__MEMBERS, array.name(), disk);
				}
			});
		}
	}

	private static String diskOf(StorageLayout layout, BlockDevice device) {
		return layout.partitioned().filter(d -> d.partitions().contains(device.partition().get())).map(PlannedDisk::name).findFirst().orElse(device.path());
	}

	/** The layouts that differ: the common one, and those of nodes that say something of their own. */
	private List<StorageLayout> layouts(Cluster cluster) {
		Partitions partitions = effective(cluster).partitions();
		List<StorageLayout> layouts = new ArrayList<>();
		layouts.add(partitions.common());
		effective(cluster).nodes().stream().filter(partitions::isOwn).forEach(n -> layouts.add(partitions.of(n)));
		return layouts;
	}
}
