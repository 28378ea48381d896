package org.clusterwright.core.start;

import java.util.List;
import org.clusterwright.core.start.NewDesign.Unit;

/**
 * Disk, DRBD, volumes and the services that bring them up. Two nodes get the tutorial's three resources; more share resources in a ring, each node's
 * own with the next, since DRBD 8.3 has two hosts for a resource; one node keeps its volumes to itself.
 */
final class StorageWriter {
	private static final String INDENT = "    ";

	private final NewDesign design;
	private final NewDesignWriter out;
	private final int count;
	private final String device;

	StorageWriter(NewDesign design, NewDesignWriter out) {
		this.design = design;
		this.out = out;
		this.count = design.nodes().size();
		this.device = design.disk().device().strip().replaceFirst("^/dev/", "");
	}

	void write() {
		if (count == 0) {
			return;
		}
		disk();
		if (count == 1) {
			out.put("\n").line("volume-group ").name("node.0.short", group(0)).put(" on ").put("/dev/").put(device).put("4 local\n");
			return;
		}
		drbd();
		if (count == 2) {
			pairVolumes();
			services();
		} else {
			design.eachNode().forEach(i -> volumeGroup(group(i), "r" + (i + 1), i));
		}
	}

	private void disk() {
		NewDesign.Disk disk = design.disk();
		out.put("\n").line("// The same on every node. fdisk -lu says the number of sectors.\n");
		out.line("disk ").name("disk.device", device);
		if (disk.unit() == Unit.BYTES || !disk.size().strip().matches("[0-9 ,_']*")) {
			out.put(" size ").value("disk.size", NewDesignWriter.size(disk));
		} else {
			out.put(" ").value("disk.size", NewDesignWriter.size(disk)).put(" sectors");
		}
		out.put(disk.unit() == Unit.SECTORS_4096 ? disk.size().strip().matches("[0-9 ,_']*") ? " of 4096 {\n" : " sectors of 4096 {\n" : " {\n");
		partition(1, "disk.boot", disk.boot(), " boot mount /boot");
		partition(2, "disk.root", disk.root(), " mount /");
		partition(3, "disk.swap", disk.swap(), " swap");
		if (count == 1) {
			out.line(INDENT + "partition 4 primary rest\n");
		} else {
			out.line(INDENT + "partition 4 extended rest\n");
			int next = 5;
			if (count == 2) {
				out.line(INDENT + "partition 5 logical ").value("disk.shared", disk.shared()).put("\n");
				next = 6;
			}
			out.line(INDENT + "partition " + next + " logical 50% of rest align 64KiB\n");
			out.line(INDENT + "partition " + (next + 1) + " logical rest align 64KiB\n");
		}
		out.line("}\n");
	}

	private void partition(int number, String field, String size, String rest) {
		out.line(INDENT + "partition " + number + " primary ").value(field, size).put(rest + "\n");
	}

	private void drbd() {
		out.put("\n").line("// rate: a third of what disk and network were measured to sustain.\n");
		out.line("drbd {\n");
		out.line(INDENT + "rate ").value("rate", design.rate()).put("\n");
		out.line(INDENT + "dual-primary\n");
		out.line(INDENT + "split-brain { zero-primaries discard-zero-changes  one-primary discard-secondary  two-primaries disconnect }\n");
		out.line(INDENT + "startup { wfc-timeout 300s  degr-wfc-timeout 120s }\n");
		if (count == 2) {
			out.line(INDENT + "resource r0 \"The shared GFS2 file system.\" on ").name("disk.device", device + "5").put("\n");
			for (int i = 0; i < 2; i++) {
				out.line(INDENT + "resource r" + (i + 1) + " ").quoted("Guests that normally run on " + design.nodes().get(i).name().strip() + ".").put(" on ");
				out.name("disk.device", device + (6 + i)).put("\n");
			}
		} else {
			design.eachNode().forEach(this::ringResource);
		}
		out.line("}\n\n");
	}

	/** The resource of a node and the next one. Neighbours in the ring take turns with the two partitions; with an odd number one resource has both. */
	private void ringResource(int i) {
		int next = (i + 1) % count;
		String here = device + own(i);
		String there = device + (next == 0 ? 6 : own(i));
		List<NewDesign.Node> nodes = design.nodes();
		out.line(INDENT + "resource r" + (i + 1) + " ").quoted("Guests of " + nodes.get(i).name().strip() + ", standing by on " + nodes.get(next).name().strip() + ".");
		if (here.equals(there)) {
			out.put(" on ").name("disk.device", here);
		}
		out.put(" between ").name("node." + i + ".name", nodes.get(i).name()).put(", ").name("node." + next + ".name", nodes.get(next).name());
		if (here.equals(there)) {
			out.put("\n");
			return;
		}
		out.put(" {\n");
		out.line(INDENT + INDENT + "peer ").name("node." + i + ".name", nodes.get(i).name()).put(" on ").name("disk.device", here).put("\n");
		out.line(INDENT + INDENT + "peer ").name("node." + next + ".name", nodes.get(next).name()).put(" on ").name("disk.device", there).put("\n");
		out.line(INDENT + "}\n");
	}

	private static int own(int i) {
		return i % 2 == 0 ? 5 : 6;
	}

	private void pairVolumes() {
		out.line("volume-group shared-vg0 on r0 {\n");
		out.line(INDENT + "volume lv_shared rest gfs2 shared mount /shared\n");
		out.line("}\n");
		design.eachNode().forEach(i -> volumeGroup(group(i), "r" + (i + 1), i));
	}

	private void volumeGroup(String name, String resource, int node) {
		out.line("volume-group ").name("node." + node + ".short", name).put(" on " + resource + " prefers ").name("node." + node + ".name", design.nodes().get(node).name()).put("\n");
	}

	private String group(int node) {
		return design.shortName(node) + "-vg0";
	}

	private void services() {
		out.put("\n").line("// Storage comes up on each node in this order; guests follow.\n");
		for (int i = 0; i < 2; i++) {
			out.line("failover-domain ").name("node." + i + ".short", "only_" + design.shortName(i)).put(" restricted no-failback { member ");
			out.name("node." + i + ".name", design.nodes().get(i).name()).put(" }\n");
		}
		for (int i = 0; i < 2; i++) {
			out.line("service ").name("node." + i + ".short", "storage_" + design.shortName(i)).put(" in ").name("node." + i + ".short", "only_" + design.shortName(i)).put(" {\n");
			out.line(INDENT + "recovery restart\n");
			out.line(INDENT + "start script drbd { start script clvmd { start clusterfs shared } }\n");
			out.line("}\n");
		}
	}
}
