package org.clusterwright.formats.partitions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedText;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Partitions;
import org.clusterwright.model.effective.PlannedArray;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;
import org.clusterwright.model.effective.StorageLayout;

/**
 * The steps that partition disks and make arrays, each with the whole table as an sfdisk dump, as parted commands and as fdisk's keys beside it.
 * Once for the cluster where all nodes are alike.
 */
public final class PartitionSteps implements NativeFormat {

	@Override
	public String id() {
		return "partitions";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		Partitions partitions = cluster.partitions();
		if (cluster.nodes().stream().noneMatch(partitions::isOwn)) {
			return files(partitions.common(), Optional.empty());
		}
		List<NativeFile> files = new ArrayList<>();
		cluster.nodes().forEach(n -> files.addAll(files(partitions.of(n), Optional.of(n))));
		return files;
	}

	private static List<NativeFile> files(StorageLayout layout, Optional<EffectiveNode> node) {
		List<NativeFile> files = new ArrayList<>();
		layout.disks().stream().filter(PlannedDisk::isPlanned).forEach(d -> disk(files, "10", d, node));
		for (PlannedArray array : layout.arrays()) {
			files.add(new NativeFile.Step("20-create-array-" + array.name() + ".sh", ArrayStep.text(array), node));
			if (array.disk().isPlanned()) {
				disk(files, "21", array.disk(), node);
			}
		}
		return files;
	}

	private static void disk(List<NativeFile> files, String order, PlannedDisk disk, Optional<EffectiveNode> node) {
		TableTexts texts = new TableTexts(disk);
		files.add(new NativeFile.Step(order + "-partition-" + disk.name() + ".sh", new PartitionStep(disk).text(), node));
		files.add(table(disk, "sfdisk", texts.sfdisk(), node));
		files.add(table(disk, "parted", texts.parted(), node));
		if (!disk.isGpt()) {
			files.add(table(disk, "fdisk", texts.fdisk(), node));
		}
	}

	/** What to type into {@code fdisk -c -u} for the partitions that the installer of the system does not make: an answer for each question. */
	public static Map<PlannedPartition, List<String>> fdiskKeys(PlannedDisk disk) {
		Map<PlannedPartition, List<String>> all = new LinkedHashMap<>();
		boolean[] primary = new boolean[5];
		boolean extended = false;
		for (PlannedPartition p : disk.partitions()) {
			List<String> keys = TableTexts.keys(p, primary, extended);
			extended |= p.kind() == PartitionKind.EXTENDED;
			if (!madeByInstaller(p)) {
				all.put(p, keys);
			}
		}
		return all;
	}

	/** Whether the installer of the operating system makes it: it boots from it, swaps on it or mounts it. */
	public static boolean madeByInstaller(PlannedPartition p) {
		return p.design().isBoot() || p.design().isSwap() || p.design().getMountPoint() != null;
	}

	private static NativeFile table(PlannedDisk disk, String program, TracedText text, Optional<EffectiveNode> node) {
		return new NativeFile.Whole(NativePath.of(NativeFile.Step.DIRECTORY, "partition-" + disk.name() + "." + program), 0644, Syntax.PLAIN, text, node);
	}
}
