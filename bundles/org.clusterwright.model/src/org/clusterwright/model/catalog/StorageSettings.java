package org.clusterwright.model.catalog;

import java.util.List;
import java.util.Map;
import org.clusterwright.model.values.Size;

/** Parameters of disks, partitions and RAID arrays. */
final class StorageSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of();

	private static final String SFDISK = "sfdisk(8)";
	private static final String MDADM = "mdadm(8)";

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of(
			"disk", List.of(
					SettingSpec.of("id", ValueType.TEXT, "The disk identifier of an msdos label, eight hexadecimal digits as in 0x00056856; written only to the full table.", SFDISK),
					SettingSpec.of("model", ValueType.TEXT, "The disk's model, for people.", "the tutorial's hardware"),
					SettingSpec.of("serial", ValueType.TEXT, "The disk's serial number, for people.", "the tutorial's hardware"),
					SettingSpec.of("geometry", ValueType.TEXT, "Heads and sectors a track as fdisk prints them, for people: partitions are planned in sectors.", "fdisk(8)")),
			"partition", List.of(
					SettingSpec.of("note", ValueType.TEXT, "What the partition is for, for people.", "the tutorial's storage plan")),
			"raidarray", List.of(
					SettingSpec.of("metadata", ValueType.word("0.90", "1.0", "1.1", "1.2"), "The superblock's format: 0.90 and 1.0 lie at the end of the members.", MDADM).orElse("1.2"),
					SettingSpec.of("chunk", new ValueType.Bytes(Size.KIB, 4 * Size.KIB, Size.GIB), "The stripe's share on one member; levels 0, 4, 5, 6 and 10.", MDADM).orElse("512KiB"),
					SettingSpec.of("bitmap", ValueType.word("internal", "none"), "The write-intent bitmap.", MDADM).orElse("none"),
					SettingSpec.of("spares", ValueType.number(0, 64), "How many of the members, from the end of the list, are spares.", MDADM).orElse("0"),
					SettingSpec.of("sectors", ValueType.number(1, 1L << 53), "The array's true size in sectors of 512 bytes, once mdadm has made it: cat /sys/block/md0/size.", MDADM),
					SettingSpec.of("label", ValueType.word("msdos", "gpt"), "The partition table of a partitioned array.", SFDISK).orElse("msdos")));

	private StorageSettings() {
	}
}
