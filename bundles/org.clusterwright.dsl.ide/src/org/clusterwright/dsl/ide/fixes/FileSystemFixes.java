package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.dsl.ide.Spelling;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.Gfs2;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.findings.Code;

/** File systems on volumes: GFS2's lock table and journals, mount points and their owner. */
final class FileSystemFixes {
	private static final int LONGEST = 16;
	private static final int MOST = 4;

	static final List<FixRule> RULES = List.of(
			of(Code.GFS2_LOCK_TABLE, FileSystemFixes::lockTable),
			removing(Code.GFS2_FOREIGN_CLUSTER, "Remove 'lock-table'; it then follows from the cluster's name"),
			of(Code.GFS2_NAME_TWICE, FileSystemFixes::otherName),
			removing(Code.GFS2_JOURNALS, "Remove 'journals'; there is then one for each node"),
			removing(Code.GFS2_LOCK_PROTOCOL, "Remove 'lock-protocol'; it is then lock_dlm"),
			of(Code.GFS2_NOT_CLUSTERED, FileSystemFixes::clustered),
			of(Code.GFS2_TWO_OWNERS, p -> p.change(LogicalVolume.class, "Let rgmanager mount it: remove 'mounted-by'", v -> ModelChanges.unset(v, "mounted-by"))),
			of(Code.GFS2_UNMOUNTED, p -> p.change(LogicalVolume.class, "Let the init script mount it: write 'mounted-by init'", v -> ModelChanges.set(v, "mounted-by", "init"))),
			of(Code.MOUNT_POINT, p -> p.at(LogicalVolume.class).stream().flatMap(v -> {
				String path = "/" + NameFixes.safe(v.getMountPoint().replace('/', '_').replaceFirst("^_+", ""));
				return p.change(v, "Mount it on " + (path.equals(v.getMountPoint()) ? "/mnt" + path : path), x -> x.setMountPoint(path.equals(x.getMountPoint()) ? "/mnt" + path : path));
			})),
			of(Code.MOUNT_POINT_TWICE, p -> p.at(LogicalVolume.class).stream().flatMap(v -> {
				Set<String> used = EObjects.all(p.cluster(), LogicalVolume.class).map(LogicalVolume::getMountPoint).filter(Objects::nonNull).collect(Collectors.toSet());
				String point = NextFree.name(v.getMountPoint(), used::contains);
				return p.change(v, "Mount it on " + point, x -> x.setMountPoint(point));
			})),
			of(Code.MOUNT_WITHOUT_FILE_SYSTEM, p -> p.at(LogicalVolume.class).stream().flatMap(v -> {
				String name = fileSystemName(v.getName());
				return p.change(v, "Write 'gfs2 " + name + "'", x -> x.setGfs2(gfs2(name)));
			})),
			also(Code.MOUNT_WITHOUT_FILE_SYSTEM, "unmount", p -> p.change(LogicalVolume.class, "Do not mount it", v -> v.setMountPoint(null))),
			of(Code.FILE_SYSTEM_TYPE, FileSystemFixes::type),
			of(Code.FILE_SYSTEM_NOT_SHARED, p -> p.at(LogicalVolume.class).stream().flatMap(v -> {
				String name = fileSystemName(v.getName());
				return p.change(v, "Write 'gfs2 " + name + "' instead", x -> {
					x.setFileSystem(null);
					x.setGfs2(gfs2(name));
				});
			})));

	private FileSystemFixes() {
	}

	private static Gfs2 gfs2(String name) {
		Gfs2 gfs2 = DesignFactory.eINSTANCE.createGfs2();
		gfs2.setName(name);
		return gfs2;
	}

	/** What mkfs.gfs2 of EL6 takes: letters, digits, - and _, at most 16. */
	private static String fileSystemName(String name) {
		String plain = name.replaceAll("[^A-Za-z0-9_-]+", "_");
		return plain.substring(0, Math.min(LONGEST, plain.length()));
	}

	private static Stream<Cure> lockTable(Problem problem) {
		if (problem.at(Setting.class).isPresent()) {
			return problem.change(Setting.class, "Remove 'lock-table'; it then follows from the names", ModelChanges::remove);
		}
		return problem.at(LogicalVolume.class).filter(v -> v.getGfs2() != null).stream().flatMap(v -> {
			String name = fileSystemName(v.getGfs2().getName());
			return problem.change(v, "Call the file system '" + name + "'", x -> {
				EObjects.all(EObjects.above(x, Cluster.class), ServiceResource.class).filter(r -> "clusterfs".equals(r.getType()) && x.getGfs2().getName().equals(r.getName()))
						.forEach(r -> r.setName(name));
				x.getGfs2().setName(name);
			});
		});
	}

	private static Stream<Cure> otherName(Problem problem) {
		return problem.at(LogicalVolume.class).filter(v -> v.getGfs2() != null).stream().flatMap(v -> {
			Set<String> used = EObjects.all(problem.cluster(), Gfs2.class).map(Gfs2::getName).filter(Objects::nonNull).collect(Collectors.toSet());
			String name = NextFree.name(v.getGfs2().getName(), used::contains);
			return problem.change(v, "Call the file system '" + name + "'", x -> x.getGfs2().setName(name));
		});
	}

	private static Stream<Cure> clustered(Problem problem) {
		return problem.at(VolumeGroup.class).stream().flatMap(g -> problem.change(g, "Let the volume group be clustered", x -> {
			ModelChanges.unset(x, "clustered");
			x.setLocal(false);
		}));
	}

	private static Stream<Cure> type(Problem problem) {
		LogicalVolume volume = problem.at(LogicalVolume.class).orElse(null);
		if (volume == null || volume.getGfs2() != null) {
			return problem.change(LogicalVolume.class, "Take the type away; the volume is GFS2", v -> v.setFileSystem(null));
		}
		return Spelling.nearestOrAny(problem.arg(0), List.of("ext4", "ext3", "ext2", "xfs"), MOST).stream().flatMap(t -> problem.change(volume, "Change to '" + t + "'", v -> v.setFileSystem(t)));
	}
}
