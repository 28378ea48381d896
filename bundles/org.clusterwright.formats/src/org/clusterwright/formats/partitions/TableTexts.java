package org.clusterwright.formats.partitions;

import java.util.List;
import java.util.Map;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.TracedText;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;

/** One disk's whole table in the words of three programs: an sfdisk dump, parted commands, and the keys to press in fdisk. */
final class TableTexts {
	/** GPT types by the msdos codes that mean the same. */
	private static final Map<String, String> GUIDS = Map.of("83", "0FC63DAF-8483-4772-8E79-3D69D8477DE4", "82", "0657FD6D-A4AB-43C4-84E5-0933C84B4F4F", "8e",
			"E6D6D379-F507-44C2-A23C-238F2A3DF928", "fd", "A19D880F-05FC-4D3B-A006-743F0F84911E", "ef", "C12A7328-F81F-11D2-BA4B-00A0C93EC93B");

	private final PlannedDisk disk;
	private final Origin fixed;

	TableTexts(PlannedDisk disk) {
		this.disk = disk;
		this.fixed = new Origin.Default(disk.design(), "sfdisk(8), parted(8), fdisk(8)");
	}

	/** In the dump format that the sfdisk of EL6 reads too; its sfdisk knows no GPT. */
	TracedText sfdisk() {
		TracedWriter out = new TracedWriter();
		if (disk.isGpt()) {
			out.line(disk.label().origin(), "label: gpt");
		} else {
			out.line(fixed, "# partition table of " + disk.device());
			disk.id().ifPresent(i -> out.line(i.origin(), "# disk identifier " + ShellWords.comment(i.value())));
		}
		out.line(fixed, "unit: sectors");
		out.line(fixed, "");
		for (PlannedPartition p : disk.partitions()) {
			out.put(number(p), p.device()).put(fixed, " : start=").put(p.start().orElseThrow()).put(fixed, ", size=").put(p.end().get().origin(), String.valueOf(p.sectors()));
			out.put(fixed, disk.isGpt() ? ", type=" : ", Id=").put(p.typeCode().map(t -> disk.isGpt() ? GUIDS.getOrDefault(t, t.toUpperCase(java.util.Locale.ROOT)) : t));
			out.put(number(p), p.design().isBoot() && !disk.isGpt() ? ", bootable" : "").line(fixed, "");
		}
		return out.finish();
	}

	TracedText parted() {
		TracedWriter out = new TracedWriter();
		out.line(disk.label().origin(), "mklabel " + disk.label().value());
		for (PlannedPartition p : disk.partitions()) {
			out.put(number(p), "mkpart " + partedWords(p) + " ").put(p.start().orElseThrow()).put(fixed, " ").put(p.end().get()).line(fixed, "");
		}
		for (PlannedPartition p : disk.partitions()) {
			partedFlags(p).forEach(f -> out.line(f.origin(), "set " + p.number() + " " + f.value() + " on"));
		}
		return out.finish();
	}

	/** Kind (or, on GPT, a name) and the file system that makes parted choose the type. */
	static String partedWords(PlannedPartition p, boolean gpt) {
		String kind = gpt ? "p" + p.number() : p.kind().getLiteral();
		return p.kind() == PartitionKind.EXTENDED ? kind : kind + (p.typeCode().value().equals("82") ? " linux-swap" : " ext2");
	}

	private String partedWords(PlannedPartition p) {
		return partedWords(p, disk.isGpt());
	}

	List<Effective<String>> partedFlags(PlannedPartition p) {
		List<Effective<String>> flags = new java.util.ArrayList<>();
		if (p.design().isBoot() && !disk.isGpt()) {
			flags.add(new Effective<>("boot", number(p)));
		}
		switch (p.typeCode().value()) {
			case "ef" -> {
				if (disk.isGpt()) {
					flags.add(p.typeCode().map(t -> "boot"));
				}
			}
			case "8e" -> flags.add(p.typeCode().map(t -> "lvm"));
			case "fd" -> flags.add(p.typeCode().map(t -> "raid"));
			default -> {
				// the file system's word has said it
			}
		}
		return flags;
	}

	/** Keys for fdisk -c -u on an empty disk: one line for each question. */
	TracedText fdisk() {
		TracedWriter out = new TracedWriter();
		out.line(fixed, "o");
		boolean[] primary = new boolean[5];
		boolean extended = false;
		for (PlannedPartition p : disk.partitions()) {
			for (String key : keys(p, primary, extended)) {
				out.line(number(p), key);
			}
			extended |= p.kind() == PartitionKind.EXTENDED;
		}
		boolean single = disk.partitions().size() == 1;
		for (PlannedPartition p : disk.partitions()) {
			String type = p.typeCode().value();
			if (!type.equals("83") && p.kind() != PartitionKind.EXTENDED) {
				out.line(p.typeCode().origin(), single ? "t\n" + type : "t\n" + p.number() + "\n" + type);
			}
			if (p.design().isBoot()) {
				out.line(number(p), single ? "a" : "a\n" + p.number());
			}
		}
		out.line(fixed, "w");
		return out.finish();
	}

	/** fdisk asks for kind and number only where there is a choice. */
	static List<String> keys(PlannedPartition p, boolean[] primary, boolean extended) {
		List<String> keys = new java.util.ArrayList<>(List.of("n"));
		int used = 0;
		for (boolean u : primary) {
			used += u ? 1 : 0;
		}
		if (p.kind() == PartitionKind.LOGICAL) {
			if (used < 4) {
				keys.add("l");
			}
		} else {
			keys.add(p.kind() == PartitionKind.EXTENDED ? "e" : "p");
			if (used < 3) {
				keys.add(String.valueOf(p.number()));
			}
			primary[(int) Math.max(0, Math.min(4, p.number()))] = true;
		}
		keys.add(String.valueOf(p.start().orElseThrow().value()));
		keys.add(String.valueOf(p.end().orElseThrow().value()));
		return keys;
	}

	private static Origin number(PlannedPartition p) {
		return new Origin.Set(p.design(), org.clusterwright.model.design.DesignPackage.Literals.PARTITION__NUMBER);
	}
}
