package org.clusterwright.tests.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Designs of all shapes for the storage picture: 1 to 4 nodes, 0 to 12 partitions, names of any length, volumes with and without file systems and guests. */
public final class RandomStorage {
	private final Random random;
	private final StringBuilder out = new StringBuilder("cluster random version 1 {\n");
	private int names;

	private RandomStorage(Random random) {
		this.random = random;
	}

	public static String design(Random random) {
		return new RandomStorage(random).write();
	}

	private String name(String prefix) {
		return prefix + ++names + "x".repeat(random.nextInt(4) == 0 ? random.nextInt(30) : random.nextInt(4));
	}

	private String write() {
		int nodes = 1 + random.nextInt(4);
		boolean bond = random.nextBoolean();
		line("network sn \"" + List.of("Storage Network", "SN", "The Very Long Network Of The Storage", "A B C").get(random.nextInt(4)) + "\" 10.10.0.0/16" + (bond ? " on " + "bond1" : " on nic eth1") + " replication cluster");
		if (bond) {
			line("bond bond1");
		}
		List<String> hosts = new ArrayList<>();
		for (int i = 0; i < nodes; i++) {
			hosts.add(name("n"));
			line("node " + hosts.get(i) + " id " + (i + 1));
		}
		List<String> devices = disks();
		List<String> volumes = new ArrayList<>();
		int free = 0;
		if (nodes > 1 && !devices.isEmpty()) {
			int resources = random.nextInt(devices.size() + 1);
			line("drbd {");
			List<String> made = new ArrayList<>();
			for (int i = 0; i < resources; i++) {
				String resource = name("r");
				String first = hosts.get(random.nextInt(nodes));
				String second = hosts.get((hosts.indexOf(first) + 1 + random.nextInt(nodes - 1)) % nodes);
				line("resource " + resource + " on " + devices.get(free++) + (nodes == 2 ? "" : " between " + first + ", " + second));
				made.add(resource);
			}
			line("}");
			for (int i = 0; i < made.size(); i++) {
				if (random.nextInt(5) > 0) {
					String second = i + 1 < made.size() && random.nextInt(6) == 0 ? ", " + made.get(++i) : "";
					group(made.get(i - (second.isEmpty() ? 0 : 1)) + second, hosts, volumes);
				}
			}
		}
		while (free < devices.size() && random.nextInt(3) == 0) {
			group("/dev/" + devices.get(free++), hosts, volumes);
		}
		for (String volume : volumes) {
			if (random.nextBoolean()) {
				line("guest " + name("vm") + (random.nextBoolean() ? " prefers " + hosts.get(random.nextInt(nodes)) : "") + " { volume " + volume + " }");
			}
		}
		return out.append("}\n").toString();
	}

	private List<String> disks() {
		List<String> devices = new ArrayList<>();
		int disks = 1 + random.nextInt(2);
		for (int d = 0; d < disks; d++) {
			String disk = List.of("sda", "cciss/c0d0", "sdb", "vdzzz").get(random.nextInt(2) + 2 * d % 4);
			if (disk.contains("/")) {
				disk = "sdc";
			}
			line("disk " + disk + " size " + (100 + random.nextInt(900)) + "GiB label gpt {");
			if (random.nextBoolean()) {
				line("raid 5 over " + (3 + random.nextInt(8)) + " disks");
			}
			int partitions = random.nextInt(13);
			for (int p = 1; p <= partitions; p++) {
				String use = switch (random.nextInt(5)) {
					case 0 -> " swap";
					case 1 -> " mount /" + name("m");
					default -> "";
				};
				line("partition " + p + " " + (1 + random.nextInt(6)) + "GiB" + use);
				if (use.isEmpty()) {
					devices.add(disk + p);
				}
			}
			line("}");
		}
		return devices;
	}

	private void group(String on, List<String> hosts, List<String> volumes) {
		line("volume-group " + name("vg") + " on " + on + (random.nextBoolean() ? " prefers " + hosts.get(random.nextInt(hosts.size())) : "") + " {");
		int count = random.nextInt(4);
		for (int v = 0; v < count; v++) {
			String volume = name("lv");
			boolean file = random.nextInt(3) == 0;
			line("volume " + volume + " 256MiB" + (file ? " gfs2 " + "fs" + names + " mount /" + name("s") : ""));
			if (!file) {
				volumes.add(volume);
			}
		}
		line("}");
	}

	private void line(String text) {
		out.append("    ").append(text).append('\n');
	}
}
