package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.partitions.PartitionSteps;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.PlannedArray;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;
import org.clusterwright.model.effective.StorageLayout;

/** Partitions with their arithmetic and fdisk's keys, software RAID, and what to do when the kernel keeps the old table. */
final class Disks {
	private final Site site;
	private final DocumentBuilder out;

	private Disks(Site site, DocumentBuilder out) {
		this.site = site;
		this.out = out;
	}

	static void write(Site site, DocumentBuilder out) {
		new Disks(site, out).write();
	}

	private void write() {
		Map<StorageLayout, List<EffectiveNode>> layouts = new LinkedHashMap<>();
		for (EffectiveNode node : site.nodes()) {
			layouts.computeIfAbsent(site.cluster().partitions().isOwn(node) ? site.cluster().partitions().of(node) : site.cluster().partitions().common(),
					k -> new ArrayList<>()).add(node);
		}
		layouts.keySet().removeIf(l -> l.partitioned().noneMatch(PlannedDisk::isPlanned) && l.arrays().isEmpty());
		if (layouts.isEmpty()) {
			return;
		}
		out.chapter("Divide the disks");
		out.warn("What follows overwrites partition tables. Sector numbers are those of the plan, for disks of exactly the planned size: compare the size first, and never copy "
				+ "the numbers to another disk.");
		out.section("The arithmetic");
		out.text("""
				Guests' disks should begin on a 64 KiB boundary, on plates and on flash alike: 64 KiB are (64 x 1024) / 512 = 128 sectors of 512 bytes. To find such a sector take the first free one, add 127, divide by 128, drop the
				fraction and multiply by 128. LVM's extents are multiples of 64 KiB, so what begins right stays right. Where the plan says another boundary the sums below use that.
				""");
		layouts.forEach((layout, nodes) -> {
			layout.disks().stream().filter(PlannedDisk::isPlanned).forEach(d -> disk(d, nodes, "10", layouts.size() > 1));
			layout.arrays().forEach(a -> array(a, nodes, layouts.size() > 1));
		});
		reread();
	}

	private void disk(PlannedDisk disk, List<EffectiveNode> nodes, String order, boolean several) {
		out.section(disk.device() + (several ? " on " + String.join(", ", nodes.stream().map(n -> n.name().value()).toList()) : ""));
		String device = ShellWords.quote(disk.device());
		long size = disk.sectorSize().value();
		long sectors = disk.sectors().map(Effective::value).orElse(0L);
		out.run(site.on(nodes), "blockdev --getss " + device + "\nblockdev --getsize64 " + device);
		out.expect("", size + "\n" + sectors * size);
		out.text("These are " + sectors + " sectors of " + size + " bytes. Anything else is another disk: stop.");
		String step = order + "-partition-" + disk.name() + ".sh";
		Map<PlannedPartition, List<String>> keys = PartitionSteps.fdiskKeys(disk);
		if (keys.isEmpty()) {
			out.text("The installer of the system makes all of its partitions; there is nothing to add here.");
			table(disk);
			return;
		}
		if (nodes.stream().anyMatch(n -> site.step(n, step).isPresent())) {
			out.text("**Either** let the script do it. It makes the partitions that are not there yet, and stops before it writes anything when the disk or a partition on it is "
					+ "not as planned. Give it an image file for a rehearsal.");
			out.run(site.on(nodes), "sh " + ShellWords.quote("steps/" + step));
		}
		if (disk.isGpt()) {
			out.text("**Or** by hand. The disk has a GPT, which EL6's `fdisk` cannot write: use `parted`, and only the lines of partitions that are not there. `mklabel` throws "
					+ "the table away: only on a disk that has none.");
			nodes.stream().findFirst().flatMap(n -> site.file(n, NativeFile.Step.DIRECTORY + "/partition-" + disk.name() + ".parted"))
					.ifPresent(f -> out.run("In `parted -a none " + Words.plain(disk.device()) + "`, after `unit s`:", Site.shown(f)));
		} else {
			out.text("**Or** by hand: `fdisk` in sectors, with `c` to switch DOS compatibility off and `p` to see what is there. Then answer its questions with these lines, "
					+ "partition by partition. What its prompt offers as first sector is the "
					+ "number that the sums begin with.");
			out.run(site.on(nodes), "fdisk -u " + device);
			out.run("In `fdisk`:", "c\np");
		}
		for (PlannedPartition p : disk.partitions()) {
			if (keys.containsKey(p)) {
				partition(disk, p, keys.get(p));
			}
		}
		if (!disk.isGpt()) {
			out.run("In `fdisk`, look at the whole:", "p");
		}
		table(disk);
		if (!disk.isGpt()) {
			out.run("In `fdisk`, only if it is this table to the sector (else leave with `q`, and nothing has happened):", "w");
		}
		out.check(Site.boxes(nodes), "the table of " + Words.value(disk.device()) + " is this one, to the sector");
	}

	private void partition(PlannedDisk disk, PlannedPartition p, List<String> keys) {
		String use = use(p);
		out.text("**" + Words.plain(p.device()) + "**" + (disk.isGpt() ? "" : ", " + p.kind().getLiteral()) + (use.isEmpty() ? "" : ", " + use) + ":");
		out.items(p.arithmetic().stream().map(Words::plain).toList());
		if (!disk.isGpt()) {
			List<String> lines = new ArrayList<>(keys);
			if (!p.typeCode().value().equals("83") && p.kind() != PartitionKind.EXTENDED) {
				lines.addAll(disk.partitions().size() == 1 ? List.of("t", p.typeCode().value()) : List.of("t", String.valueOf(p.number()), p.typeCode().value()));
			}
			out.run("In `fdisk`:", Site.lines(lines));
		}
	}

	/** What the partition is for. */
	private String use(PlannedPartition p) {
		if (p.kind() == PartitionKind.EXTENDED) {
			return "it holds the logical ones";
		}
		return site.cluster().replication().resources().stream().filter(r -> r.volumes().stream().flatMap(v -> v.disks().stream()).anyMatch(d -> d.disk()
				.filter(x -> x.value().equals(p.device())).isPresent()))
				.findFirst().map(r -> "below DRBD resource " + Site.code(r.name())).orElse("");
	}

	/** As fdisk prints it. */
	private void table(PlannedDisk disk) {
		long size = disk.sectorSize().value();
		long bytes = disk.sectors().map(Effective::value).orElse(0L) * size;
		if (disk.isGpt()) {
			out.table(List.of("Partition", "Start", "End", "Sectors"), disk.partitions().stream().map(p -> List.of(Words.value(p.device()), String.valueOf(p.start()
					.orElseThrow().value()), String.valueOf(p.end().orElseThrow().value()),
					String.valueOf(p.sectors()))).toList());
			return;
		}
		int width = Math.max(9, disk.partitions().stream().mapToInt(p -> p.device().length()).max().orElse(0));
		StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "Disk %s: %.1f GB, %d bytes%n".replace("%n", "\n"), disk.device(), bytes / 1e9, bytes));
		text.append(String.format(Locale.ROOT, "\n%" + width + "s Boot      Start         End      Blocks   Id  System\n", "Device"));
		for (PlannedPartition p : disk.partitions()) {
			long blocks = p.sectors() * size / 1024;
			String odd = p.sectors() * size % 1024 == 0 ? " " : "+";
			text.append(String.format(Locale.ROOT, "%-" + width + "s  %s  %11d %11d %11d%s  %2s  %s\n", p.device(), p.design().isBoot() ? "*" : " ", p.start()
					.orElseThrow().value(), p.end().orElseThrow().value(), blocks, odd,
					p.typeCode().value(), system(p.typeCode().value())).replaceAll("[ ]+\n", "\n"));
		}
		out.expect("The table on " + Words.value(disk.device()) + ":", text.toString());
	}

	private static String system(String code) {
		return switch (code) {
			case "83" -> "Linux";
			case "82" -> "Linux swap / Solaris";
			case "5" -> "Extended";
			case "8e" -> "Linux LVM";
			case "fd" -> "Linux raid autodetect";
			default -> "";
		};
	}

	private void array(PlannedArray array, List<EffectiveNode> nodes, boolean several) {
		out.section(array.device() + ", software RAID " + array.level().value() + (several ? " on " + String.join(", ", nodes.stream().map(n -> n.name().value()).toList()) : ""));
		out.text("Made of " + Site.listed(array.members().stream().map(Site::code).toList())
				+ ", which are partitioned alike. The script makes the array and asks before it does.");
		String step = "20-create-array-" + array.name() + ".sh";
		out.run(site.on(nodes), "sh " + ShellWords.quote("steps/" + step) + "\ncat /proc/mdstat");
		if (array.disk().isPlanned()) {
			disk(array.disk(), nodes, "21", several);
		}
	}

	private void reread() {
		out.section("If the kernel keeps the old table");
		out.text("`fdisk` (or `parted`) may end with \u201cerror 16: Device or resource busy\u201d, because the system runs from the same disk. First try:");
		List<String> disks = site.nodes().stream().flatMap(n -> site.cluster().partitions().of(n).partitioned()).filter(PlannedDisk::isPlanned)
				.filter(d -> !PartitionSteps.fdiskKeys(d).isEmpty()).map(d -> ShellWords.quote(d.device()))
				.distinct().toList();
		out.run(site.onAll(), Site.lines((disks.isEmpty() ? List.of("") : disks).stream().map(d -> "partprobe " + d).toList()) + "cat /proc/partitions");
		out.text("If it fails with the same words, or a new partition is missing from the list, the node must reboot. Leave the cluster first, so that nobody fences it:");
		out.run("On the node in question:", "/etc/init.d/cman stop\nreboot");
		out.text("When it is back, start `cman` there again and see with `cman_tool nodes` that it has joined.");
		out.check(site.boxes(), "`/proc/partitions` has every partition of the plan");
	}
}
