package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;
import static org.clusterwright.dsl.ide.fixes.FixRule.value;

import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.PercentAmount;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.SizeAmount;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Size;

/** LVM: groups, volumes and lvm.conf. */
final class VolumeFixes {
	static final List<FixRule> RULES = List.of(
			of(Code.VOLUME_NAME, p -> p.at(Named.class).stream().flatMap(n -> {
				String plain = n.getName().replaceAll("[^A-Za-z0-9+_.-]+", "_").replaceFirst("^[^A-Za-z0-9]+", "");
				return NameFixes.renameTo(p, n, plain.equals(n.getName()) || plain.isEmpty() ? (n instanceof VolumeGroup ? "vg_" : "lv_") + plain : plain);
			})),
			of(Code.VOLUME_EXTENTS, VolumeFixes::wholeExtents),
			of(Code.VOLUME_SHARE_OF_DISK, p -> share(p, PercentBase.GROUP)),
			also(Code.VOLUME_SHARE_OF_DISK, "free", p -> share(p, PercentBase.FREE)),
			of(Code.VOLUME_AFTER_REST, p -> p.at(LogicalVolume.class).filter(v -> !takesRest(v)).stream()
					.flatMap(v -> p.change(v, "Move it before the volume that takes the rest", VolumeFixes::beforeRest))),
			of(Code.VOLUME_GROUP_EMPTY, VolumeFixes::unusedResources),
			of(Code.VOLUME_GROUP_LOCAL_DRBD, p -> p.change(VolumeGroup.class, "Take 'local' away", g -> g.setLocal(false))),
			of(Code.VOLUME_GROUP_LOCAL_CLUSTERED, p -> p.change(VolumeGroup.class, "Take 'local' away", g -> g.setLocal(false))),
			of(Code.VOLUME_GROUP_PREFERENCE, p -> p.change(VolumeGroup.class, "Remove the preference", g -> g.setPrefers(null))),
			of(Code.PHYSICAL_VOLUME_BEHIND_DRBD, p -> p.change(PhysicalVolume.class, "Use the DRBD resource '" + p.arg(1) + "' instead", v -> {
				v.setDevice(null);
				v.setResource(resource(EObjects.above(v, Cluster.class), p.arg(1)));
			})),
			of(Code.PHYSICAL_VOLUME_TWICE, p -> p.at(PhysicalVolume.class).filter(v -> ((VolumeGroup) v.eContainer()).getPhysicalVolumes().size() > 1).stream()
					.flatMap(v -> p.change(v, "Take it out of this group", ModelChanges::remove))),
			also(Code.PHYSICAL_VOLUME_TWICE, "other", p -> p.at(PhysicalVolume.class).stream().flatMap(v -> unused(p.cluster()).flatMap(r -> p.change(v, "Change to '" + r.getName() + "'", x -> {
				x.setDevice(null);
				x.setResource(resource(EObjects.above(x, Cluster.class), r.getName()));
			})))),
			of(Code.PHYSICAL_VOLUME_NOT_SHARED, p -> p.change(VolumeGroup.class, "Say that the group is local", g -> g.setLocal(true))),
			of(Code.POWER_OF_TWO, p -> p.at(Setting.class).stream().flatMap(s -> {
				long bytes = Size.parse(Settings.text(s.getValues().get(0))).bytes();
				String above = Size.ofBytes(bytes <= 1 ? 1 : Long.highestOneBit(bytes - 1) << 1).text();
				return p.change(s, "Change to '" + above + "'", x -> ModelChanges.setValue(x, above));
			})),
			removing(Code.LVM_FILTER_PATTERN, "Remove the filter; the right one is derived"),
			removing(Code.LVM_FILTER_ACCEPTS_BACKING, "Remove the filter; the right one is derived"),
			removing(Code.LVM_FILTER_REJECTS_DEVICE, "Remove the filter; the right one is derived"),
			value(Code.LVM_LOCKING_TYPE, "3"),
			removing(Code.LVM_LOCAL_FALLBACK, "Remove 'fallback-to-local-locking'"));

	private VolumeFixes() {
	}

	private static Stream<Cure> wholeExtents(Problem problem) {
		return problem.at(LogicalVolume.class).filter(v -> v.getAmount() instanceof SizeAmount).stream().flatMap(v -> {
			long extent = Size.parse(problem.arg(2)).bytes();
			Size whole = Size.ofBytes(Math.max(1, Math.ceilDiv(((SizeAmount) v.getAmount()).getSize().bytes(), extent)) * extent);
			return problem.change(v, "Change to " + whole, x -> ((SizeAmount) x.getAmount()).setSize(whole));
		});
	}

	private static Stream<Cure> share(Problem problem, PercentBase base) {
		return problem.change(PercentAmount.class, "Change to 'of " + base.getLiteral() + "'", a -> a.setBase(base));
	}

	private static boolean takesRest(LogicalVolume volume) {
		return volume.getAmount() instanceof org.clusterwright.model.design.RestAmount || volume.getAmount() instanceof PercentAmount p && p.getBase() == PercentBase.FREE;
	}

	private static void beforeRest(LogicalVolume volume) {
		VolumeGroup group = (VolumeGroup) volume.eContainer();
		List<LogicalVolume> all = Statements.all(group, LogicalVolume.class);
		all.stream().filter(VolumeFixes::takesRest).findFirst()
				.ifPresent(v -> group.getStatements().move(group.getStatements().indexOf(v), volume));
	}

	private static Stream<DrbdResource> unused(Cluster cluster) {
		List<DrbdResource> used = EObjects.all(cluster, PhysicalVolume.class).map(PhysicalVolume::getResource).toList();
		return EObjects.all(cluster, DrbdResource.class).filter(r -> r.getName() != null && !used.contains(r));
	}

	private static DrbdResource resource(Cluster cluster, String name) {
		return Statements.all(cluster, Drbd.class).stream().flatMap(d -> Statements.all(d, DrbdResource.class).stream()).filter(r -> name.equals(r.getName())).findFirst().orElseThrow();
	}

	private static Stream<Cure> unusedResources(Problem problem) {
		return unused(problem.cluster()).flatMap(r -> problem.change(VolumeGroup.class, "Write 'on " + r.getName() + "'", g -> {
			PhysicalVolume volume = org.clusterwright.model.design.DesignFactory.eINSTANCE.createPhysicalVolume();
			volume.setResource(resource((Cluster) g.eContainer(), r.getName()));
			g.getPhysicalVolumes().add(volume);
		}));
	}
}
