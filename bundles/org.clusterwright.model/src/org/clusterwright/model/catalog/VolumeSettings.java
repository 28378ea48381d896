package org.clusterwright.model.catalog;

import static org.clusterwright.model.catalog.SettingSpec.of;
import static org.clusterwright.model.catalog.ValueType.FLAG;
import static org.clusterwright.model.catalog.ValueType.PATH;
import static org.clusterwright.model.catalog.ValueType.TEXT;
import static org.clusterwright.model.catalog.ValueType.number;
import static org.clusterwright.model.catalog.ValueType.word;

import java.util.List;
import java.util.Map;

/** Parameters of LVM and GFS2. */
final class VolumeSettings {
	private static final long KIB = 1L << 10;
	private static final long MIB = 1L << 20;
	private static final long GIB = 1L << 30;
	private static final String LVM_CONF = "lvm.conf(5)";
	private static final String VGCREATE = "vgcreate(8)";
	private static final String LVCREATE = "lvcreate(8)";
	private static final String MKFS = "mkfs.gfs2(8)";

	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of("lvm");

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of(
			"lvm", List.of(
					of("filter", TEXT, "Which devices LVM looks at: a|REGEX| accepts, r|REGEX| rejects, the first that matches decides. Derived: the DRBD devices, "
							+ "the devices of the other volume groups, nothing else", LVM_CONF).many(),
					of("locking-type", number(0, 4), "0 none, 1 by files on this node, 2 by an external library, 3 cluster-wide by clvmd, 4 read-only. Derived: 3 where a "
							+ "volume group is clustered, else 1", LVM_CONF),
					of("fallback-to-local-locking", FLAG, "Whether LVM goes on without the cluster when clvmd does not answer: never with clustered volume groups", LVM_CONF),
					of("fallback-to-clustered-locking", FLAG, "Whether LVM may use built-in cluster locking when the external library is missing", LVM_CONF),
					of("wait-for-locks", FLAG, "Whether a command waits for a lock or fails at once", LVM_CONF),
					of("locking-dir", PATH, "Where the lock files of locking type 1 lie", LVM_CONF),
					of("scan", PATH, "The directories in which LVM looks for devices", LVM_CONF).many(),
					of("preferred-names", TEXT, "Regular expressions of the names that LVM shows for a device with several", LVM_CONF).many(),
					of("write-cache-state", FLAG, "Whether the list of devices is kept in /etc/lvm/cache/.cache", LVM_CONF),
					of("md-component-detection", FLAG, "Whether members of software RAID arrays are left out", LVM_CONF),
					of("ignore-suspended-devices", FLAG, "Whether suspended device-mapper devices are left out", LVM_CONF),
					of("volume-list", TEXT, "The volume groups, volumes and @tags that may be activated on a node", LVM_CONF).many(),
					of("log-level", number(0, 7), "How much goes to the log, 0 to 7", LVM_CONF),
					of("log-syslog", FLAG, "Whether messages go to syslog", LVM_CONF),
					of("log-file", PATH, "A log file", LVM_CONF),
					of("backup", FLAG, "Whether metadata are backed up after each change", LVM_CONF),
					of("archive", FLAG, "Whether metadata are archived before each change", LVM_CONF),
					of("retain-days", number(0, 36500), "How many days archives are kept at least", LVM_CONF)),
			"volumegroup", List.of(
					of("clustered", FLAG, "Whether the group is shared through clvmd. Derived: yes where several nodes reach its physical volumes", VGCREATE + " -c"),
					of("extent-size", new ValueType.Bytes(KIB, KIB, 16 * GIB), "The unit in which space is handed out, a power of two", VGCREATE + " -s").orElse("4MiB"),
					of("max-volumes", number(0, 65535), "How many logical volumes the group may hold; 0 for no limit", VGCREATE + " -l"),
					of("max-physical-volumes", number(0, 65535), "How many physical volumes the group may hold; 0 for no limit", VGCREATE + " -p"),
					of("allocation", word("contiguous", "cling", "normal", "anywhere"), "How extents are chosen", VGCREATE + " --alloc"),
					of("data-alignment", new ValueType.Bytes(KIB, KIB, GIB), "The physical volumes' data begin at a multiple of this", "pvcreate(8) --dataalignment")),
			"logicalvolume", List.of(
					of("stripes", number(1, 128), "Over how many physical volumes the volume is striped", LVCREATE + " -i"),
					of("stripe-size", new ValueType.Bytes(KIB, 4 * KIB, 512 * KIB), "The size of one stripe, a power of two", LVCREATE + " -I"),
					of("contiguous", FLAG, "Whether the volume must lie in one piece", LVCREATE + " -C"),
					of("permission", word("rw", "r"), "Read and write, or read only", LVCREATE + " -p"),
					of("journals", number(1, 255), "Journals of the GFS2 file system: one for each node that mounts it at once. Derived: the nodes that reach the volume group", MKFS + " -j"),
					of("journal-size", new ValueType.Bytes(MIB, 8 * MIB, GIB), "The size of each journal", MKFS + " -J").orElse("128MiB"),
					of("block-size", new ValueType.Bytes(1, 512, 4 * KIB), "The file system's block: 512B, 1KiB, 2KiB or 4KiB", MKFS + " -b").orElse("4KiB"),
					of("resource-group-size", new ValueType.Bytes(MIB, 32 * MIB, 2 * GIB), "The size of a resource group; mkfs.gfs2 chooses it well", MKFS + " -r"),
					of("quota-change-size", new ValueType.Bytes(MIB, MIB, 64 * MIB), "The size of each journal's quota change file", MKFS + " -c").orElse("1MiB"),
					of("lock-protocol", word("lock_dlm", "lock_nolock"), "How nodes agree on locks. Derived: lock_dlm; lock_nolock on a single node without a clustered group",
							MKFS + " -p"),
					of("lock-table", TEXT, "CLUSTER:FILESYSTEM. Derived: the cluster's name and the file system's", MKFS + " -t"),
					of("mounted-by", word("rgmanager", "init"), "Who mounts the file system: a service of rgmanager (clusterfs) or the init script from /etc/fstab. Exactly one. "
							+ "Derived: rgmanager for GFS2, init for others", "mount.gfs2(8)"),
					of("mount-options", TEXT, "Options of mount(8)", "mount(8); the tutorial's fstab line").many().orElse("rw, suid, dev, exec, nouser, async")));

	private VolumeSettings() {
	}
}
