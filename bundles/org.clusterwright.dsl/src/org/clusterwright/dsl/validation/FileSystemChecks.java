package org.clusterwright.dsl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveGfs2;
import org.clusterwright.model.effective.EffectiveMount;
import org.clusterwright.model.effective.EffectiveVolume;
import org.clusterwright.model.effective.EffectiveVolumeGroup;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Volumes;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Size;
import org.eclipse.xtext.validation.Check;

/** File systems on logical volumes: GFS2's lock table, journals and its one owner; mount points. */
public class FileSystemChecks extends DslChecks {
	/** mkfs.gfs2 of EL6 takes 16 characters for each part; cman's limit for the cluster's name is 15. */
	private static final int LONGEST = 16;
	private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]+");
	private static final Pattern MOUNT_POINT = Pattern.compile("(/[A-Za-z0-9_+:@%=-][A-Za-z0-9_.+:@%=-]{0,99}){1,16}");
	private static final Pattern MOUNT_OPTION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:=@%/+-]*");
	private static final List<String> TYPES = List.of("ext2", "ext3", "ext4", "xfs");
	private static final List<String> TAKEN = List.of("/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/root", "/sbin", "/sys", "/tmp", "/usr", "/var");
	private static final long JOURNAL = 128 * Size.MIB;

	@Check
	public void lockTableIsPossible(LogicalVolume design) {
		EffectiveCluster cluster = effective(design);
		EffectiveGfs2 gfs2 = cluster.volumes().of(design).flatMap(EffectiveVolume::gfs2).orElse(null);
		if (gfs2 == null) {
			return;
		}
		Optional<Setting> written = Settings.find(design, "lock-table");
		String table = gfs2.lockTable().value();
		String[] parts = table.split(":", -1);
		String complaint = null;
		if (parts.length != 2) {
			complaint = "it must be CLUSTER:FILESYSTEM";
		} else if (!PART.matcher(parts[1]).matches() || !PART.matcher(parts[0]).matches() && written.isPresent()) {
			complaint = "only letters, digits, - and _ are possible";
		} else if (parts[1].length() > LONGEST) {
			complaint = "the file system's name has more than " + LONGEST + " characters";
		} else if (parts[0].length() > LONGEST && written.isPresent()) {
			complaint = "the cluster's name has more than " + LONGEST + " characters";
		}
		if (complaint != null) {
			reportTable(Code.GFS2_LOCK_TABLE, design, written, table, complaint);
		} else if (!parts[0].equals(cluster.name().value())) {
			reportTable(Code.GFS2_FOREIGN_CLUSTER, design, written, parts[0], cluster.name().value());
		}
	}

	private void reportTable(Code code, LogicalVolume design, Optional<Setting> written, Object... args) {
		if (written.isPresent()) {
			report(code, written.get(), DesignPackage.Literals.SETTING__VALUES, args);
		} else {
			report(code, design, DesignPackage.Literals.LOGICAL_VOLUME__GFS2, args);
		}
	}

	@Check
	public void gfs2SuitsItsNodes(LogicalVolume design) {
		EffectiveCluster cluster = effective(design);
		EffectiveVolume volume = cluster.volumes().of(design).orElse(null);
		EffectiveVolumeGroup group = volume == null ? null : cluster.volumes().groupOf(volume).orElse(null);
		if (group == null || volume.gfs2().isEmpty()) {
			return;
		}
		EffectiveGfs2 gfs2 = volume.gfs2().get();
		int nodes = volume.nodes().size();
		if (nodes > 1 && !group.clustered().value()) {
			report(Code.GFS2_NOT_CLUSTERED, design, DesignPackage.Literals.LOGICAL_VOLUME__GFS2, design.getName());
		}
		if (nodes > 1 && gfs2.lockProtocol().value().equals("lock_nolock")) {
			Settings.find(design, "lock-protocol")
					.ifPresent(s -> report(Code.GFS2_LOCK_PROTOCOL, s, DesignPackage.Literals.SETTING__VALUES, design.getName(), nodes, gfs2.lockProtocol().value()));
		}
		if (gfs2.journals().value() < nodes) {
			Settings.find(design, "journals")
					.ifPresent(s -> report(Code.GFS2_JOURNALS, s, DesignPackage.Literals.SETTING__VALUES, nodes, gfs2.journals().value(), gfs2.name().value()));
		}
		long journal = gfs2.journalSize().map(s -> s.value().bytes()).orElse(JOURNAL);
		volume.size().value().bytes().ifPresent(bytes -> {
			if (gfs2.journals().value() < 1024 && bytes <= journal * gfs2.journals().value()) {
				report(Code.GFS2_TOO_SMALL, design, DesignPackage.Literals.LOGICAL_VOLUME__AMOUNT, design.getName(), Size.ofBytes(bytes), gfs2.journals().value(),
						Size.ofBytes(journal));
			}
		});
	}

	@Check
	public void fileSystemHasOneOwner(LogicalVolume design) {
		EffectiveCluster cluster = effective(design);
		EffectiveVolume volume = cluster.volumes().of(design).orElse(null);
		if (volume == null || volume.mount().isEmpty()) {
			return;
		}
		EffectiveMount mount = volume.mount().get();
		if (volume.fileSystem().isEmpty()) {
			report(Code.MOUNT_WITHOUT_FILE_SYSTEM, design, DesignPackage.Literals.LOGICAL_VOLUME__MOUNT_POINT, design.getName());
			return;
		}
		boolean started = cluster.volumes().startedByService(volume);
		String name = Volumes.fileSystemName(volume);
		boolean init = mount.owner().value() == EffectiveMount.Owner.INIT;
		if (init && started) {
			report(Code.GFS2_TWO_OWNERS, design, DesignPackage.Literals.LOGICAL_VOLUME__MOUNT_POINT, name);
		} else if (!init && !started) {
			report(Code.GFS2_UNMOUNTED, design, DesignPackage.Literals.LOGICAL_VOLUME__MOUNT_POINT, name);
		}
		boolean shared = cluster.volumes().groupOf(volume).map(g -> !g.local() && g.nodes().size() > 1).orElse(false);
		if (init && shared && volume.gfs2().isEmpty()) {
			report(Code.FILE_SYSTEM_NOT_SHARED, design, DesignPackage.Literals.LOGICAL_VOLUME__FILE_SYSTEM, name, volume.fileSystem().get().value());
		}
	}

	@Check
	public void fileSystemIsPossible(LogicalVolume design) {
		String type = design.getFileSystem();
		if (type != null && design.getGfs2() == null && !TYPES.contains(type)) {
			report(Code.FILE_SYSTEM_TYPE, design, DesignPackage.Literals.LOGICAL_VOLUME__FILE_SYSTEM, type, String.join(", ", TYPES));
		} else if (type != null && design.getGfs2() != null && !type.equals("gfs2")) {
			report(Code.FILE_SYSTEM_TYPE, design, DesignPackage.Literals.LOGICAL_VOLUME__FILE_SYSTEM, type, "gfs2 for this volume");
		}
		String point = design.getMountPoint();
		if (point != null && !MOUNT_POINT.matcher(point).matches()) {
			report(Code.MOUNT_POINT, design, DesignPackage.Literals.LOGICAL_VOLUME__MOUNT_POINT, point.replaceAll("[\\x00-\\x1f\\x7f]", "?"),
					"write an absolute path of letters, digits and _ . + : @ % = -, its parts not beginning with a dot");
		} else if (point != null && TAKEN.contains(point)) {
			report(Code.MOUNT_POINT, design, DesignPackage.Literals.LOGICAL_VOLUME__MOUNT_POINT, point, "the system needs that directory");
		}
		Settings.find(design, "mount-options").ifPresent(setting -> {
			for (int i = 0; i < setting.getValues().size(); i++) {
				String option = Settings.text(setting.getValues().get(i));
				if (!MOUNT_OPTION.matcher(option).matches()) {
					reportAt(Code.MOUNT_OPTION, setting, DesignPackage.Literals.SETTING__VALUES, i, option.replaceAll("[\\x00-\\x1f\\x7f]", "?"));
				}
			}
		});
	}

	@Check
	public void fileSystemsDiffer(Cluster cluster) {
		Map<String, List<LogicalVolume>> tables = new HashMap<>();
		Map<String, List<LogicalVolume>> points = new HashMap<>();
		for (EffectiveVolume volume : effective(cluster).volumes().all()) {
			volume.gfs2().ifPresent(g -> tables.computeIfAbsent(g.lockTable().value(), k -> new ArrayList<>()).add(volume.design()));
			volume.mount().ifPresent(m -> points.computeIfAbsent(m.point().value(), k -> new ArrayList<>()).add(volume.design()));
		}
		tables.forEach((table, same) -> twice(Code.GFS2_NAME_TWICE, same, DesignPackage.Literals.LOGICAL_VOLUME__GFS2, table));
		points.forEach((point, same) -> twice(Code.MOUNT_POINT_TWICE, same, DesignPackage.Literals.LOGICAL_VOLUME__MOUNT_POINT, point));
	}

	private void twice(Code code, List<LogicalVolume> same, org.eclipse.emf.ecore.EStructuralFeature feature, String what) {
		if (same.size() > 1) {
			same.forEach(v -> report(code, v, feature, what));
		}
	}
}
