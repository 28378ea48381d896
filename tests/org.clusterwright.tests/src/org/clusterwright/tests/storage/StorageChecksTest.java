package org.clusterwright.tests.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of disks, partitions, arrays and devices with a design that breaks it and one that does not. */
class StorageChecksTest {
	private static Arguments rule(String code, String breaks, String keeps) {
		return Arguments.of(code, breaks, keeps);
	}

	private static String disk(String body) {
		return "disk sda 2000000 sectors {\n" + body + "\n}\n";
	}

	private static String gpt(String body) {
		return disk(body).replace("sectors {", "sectors label gpt {");
	}

	static Stream<Arguments> rules() {
		return Stream.concat(partitions(), devices());
	}

	private static Stream<Arguments> partitions() {
		return Stream.of(rule("disk-size-unknown", "disk sda { partition 1 rest }", disk("partition 1 rest")),
				rule("disk-size", "disk sda 0 sectors { partition 1 rest }", disk("partition 1 rest")),
				rule("disk-not-whole-sectors", "disk sda size 1000B { partition 1 rest }", "disk sda size 512000000B { partition 1 rest }"),
				rule("disk-sector-size", "disk sda 2000000 sectors of 500 { partition 1 rest }", "disk sda 2000000 sectors of 4096 { partition 1 rest }"),
				rule("disk-label", "disk sda 2000000 sectors label sun { partition 1 rest }", "disk sda 2000000 sectors label gpt { partition 1 rest }"),
				rule("partition-number", disk("partition 7 primary rest"), disk("partition 4 primary rest")),
				rule("partition-number-twice", disk("partition 1 10MiB\npartition 1 10MiB"), disk("partition 1 10MiB\npartition 2 10MiB")),
				rule("partition-number-order", disk("partition 1 extended rest\npartition 6 10MiB"), disk("partition 1 extended rest\npartition 5 10MiB")),
				rule("partition-kind", "disk sda 2000000 sectors label gpt { partition 1 extended rest }", "disk sda 2000000 sectors label gpt { partition 1 primary rest }"),
				rule("too-many-primaries", disk("partition 1 1MiB partition 2 1MiB partition 3 1MiB partition 4 1MiB partition 5 primary 1MiB"),
						disk("partition 1 1MiB partition 2 1MiB partition 3 1MiB partition 4 1MiB")),
				rule("extended-twice", disk("partition 1 extended 10MiB partition 2 extended 10MiB"), disk("partition 1 extended 10MiB partition 2 10MiB")),
				rule("logical-without-extended", disk("partition 5 10MiB"), disk("partition 1 extended rest partition 5 10MiB")),
				rule("logical-outside-extended", disk("partition 1 extended 10MiB partition 5 20MiB"), disk("partition 1 extended 30MiB partition 5 20MiB")),
				rule("logical-table-room", disk("partition 1 extended rest partition 5 1MiB at 4096 partition 6 1MiB at 6144"),
						disk("partition 1 extended rest partition 5 1MiB at 4096 partition 6 1MiB at 8192")),
				rule("partition-overlap", disk("partition 1 10MiB at 2048 partition 2 10MiB at 4096"), disk("partition 1 10MiB at 2048 partition 2 10MiB at 22528")),
				rule("partition-beyond-end", disk("partition 1 1GiB"), disk("partition 1 900MiB")),
				rule("partition-beyond-end", disk("partition 1 100% of disk at 4096"), disk("partition 1 100% of disk")),
				rule("partition-beyond-end", disk("partition 1 51% of disk\npartition 2 50% of disk"), disk("partition 1 50% of disk\npartition 2 50% of disk")),
				rule("partition-beyond-end", gpt("partition 1 100% of disk at 4096"), gpt("partition 1 100% of disk")),
				rule("partition-beyond-end", gpt("partition 1 34% of disk\npartition 2 34% of disk\npartition 3 34% of disk"), gpt("partition 1 34% of disk\npartition 2 33% of disk\npartition 3 33% of disk")),
				rule("partition-before-start", disk("partition 1 10MiB at 0"), disk("partition 1 10MiB at 63")),
				rule("partition-beyond-msdos", "disk sda size 3TiB { partition 1 rest }", "disk sda size 3TiB label gpt { partition 1 rest }"),
				rule("partition-no-room", disk("partition 1 0 sectors"), disk("partition 1 1 sectors")),
				rule("partition-not-whole-sectors", disk("partition 1 1000B"), disk("partition 1 1024B")),
				rule("partition-align", disk("partition 1 10MiB align 1000B"), disk("partition 1 10MiB align 64KiB")),
				rule("partition-percent-base", disk("partition 1 50% of group"), disk("partition 1 50% of disk")),
				rule("partition-type", disk("partition 1 10MiB type linux"), disk("partition 1 10MiB type 8e")),
				rule("rest-twice", disk("partition 1 rest\npartition 2 rest"), disk("partition 1 50% of rest\npartition 2 rest")),
				rule("percent-sum", disk("partition 1 60% of disk\npartition 2 60% of disk"), disk("partition 1 60% of disk\npartition 2 30% of disk")),
				rule("partition-unaligned", disk("partition 1 10MiB at 63"), disk("partition 1 10MiB at 128")),
				rule("percent-inclusive", disk("partition 1 50% of rest\npartition 2 rest"), disk("partition 1 100MiB\npartition 2 rest")),
				rule("mount-point-twice", disk("partition 1 10MiB mount /\npartition 2 10MiB mount /"), disk("partition 1 10MiB mount /\npartition 2 10MiB mount /boot")),
				rule("no-root-partition", disk("partition 1 10MiB boot mount /boot"), disk("partition 1 10MiB mount /")),
				rule("swap-with-mount", disk("partition 1 10MiB swap mount /x\npartition 2 10MiB mount /"), disk("partition 1 10MiB swap\npartition 2 10MiB mount /")));
	}

	private static Stream<Arguments> devices() {
		String nodes = "network net 10.0.0.0/24 on nic eth0\nnode a id 1\nnode b id 2\n";
		String two = nodes + "disk sda 2000000 sectors { partition 1 primary 100MiB mount /\npartition 2 primary 100MiB swap\npartition 3 extended rest\npartition 5 100MiB\npartition 6 100MiB }\n"
				+ "disk sdb 2000000 sectors { partition 1 100MiB\npartition 2 200MiB\npartition 3 20KiB }\n";
		return Stream.of(rule("device-unknown", two + "drbd { resource r0 on sda9 }", two + "drbd { resource r0 on sda5 }"),
				rule("device-unknown", two + "volume-group vg on /dev/sdb9", two + "volume-group vg on /dev/sdb1"),
				rule("device-unknown", two + "array md0 level 1 of sda5, sdb7", two + "array md0 level 1 of sda5, sdx7"),
				rule("device-used-twice", two + "drbd { resource r0 on sda5 resource r1 on sda5 }", two + "drbd { resource r0 on sda5 resource r1 on sda6 }"),
				rule("device-used-twice", two + "drbd { resource r0 on sda5 }\nvolume-group vg on /dev/sda5", two + "drbd { resource r0 on sda5 }\nvolume-group vg on /dev/sda6"),
				rule("device-unfit", two + "drbd { resource r0 on sda1 }", two + "drbd { resource r0 on sda5 }"),
				rule("device-unfit", two + "drbd { resource r0 on sda2 }", two + "drbd { resource r0 on sda6 }"),
				rule("device-unfit", two + "drbd { resource r0 on sda3 }", two + "drbd { resource r0 on sda6 }"),
				rule("device-unfit", two + "drbd { resource r0 on sda }", two + "drbd { resource r0 on sdc }"),
				rule("drbd-too-small", two + "drbd { resource r0 on sdb3 }", two + "drbd { resource r0 on sdb2 }"),
				rule("drbd-sizes-differ", two + "drbd { resource r0 on sdb1 { peer b on sdb2 } }", two + "drbd { resource r0 on sdb1 { peer b on sda5 } }"),
				rule("device-path", two + "drbd { resource r0 on \"sdx5; reboot\" }", two + "drbd { resource r0 on mapper/x-y }"),
				rule("device-path", two + "drbd { resource r0 on \"/dev/../etc/passwd\" }", two + "drbd { resource r0 on /dev/disk/by-id/x.y }"),
				rule("device-path", two + "array md0 level 1 of sda5, \"sdb1 $(reboot)\"", two + "array md0 level 1 of sda5, sdb1"),
				rule("array-level", two + "array md0 level 7 of sda5, sdb1", two + "array md0 level raid1 of sda5, sdb1"),
				rule("array-members", two + "array md0 level 5 of sda5, sdb1", two + "array md0 level 1 of sda5, sdb1"),
				rule("array-members-differ", two + "array md0 level 1 of sda5, sdb2", two + "array md0 level 1 of sda5, sdb1"),
				rule("array-on-one-disk", two + "array md0 level 1 of sda5, sda6", two + "array md0 level 1 of sda5, sdb1"));
	}

	@ParameterizedTest
	@MethodSource("rules")
	void breaksAndKeeps(String code, String breaks, String keeps) {
		List<String> broken = Designs.codes(Designs.cluster(breaks));
		assertFalse(broken.contains("syntax"), breaks);
		assertTrue(broken.contains(code), () -> code + " is not in " + broken);
		List<String> kept = Designs.codes(Designs.cluster(keeps));
		assertFalse(kept.contains("syntax") || kept.contains(code), () -> code + " in " + kept);
	}

	@Test
	void nodesDiskOverridesTheClusters() {
		String design = Designs.cluster("network net 10.0.0.0/24 on nic eth0\nnode a id 1\nnode b id 2 { disk sda size 200GiB }\ndisk sda size 100GiB { partition 1 rest }\ndrbd { resource r0 on sda1 }");
		var cluster = Designs.effective(design);
		assertTrue(cluster.partitions().of(cluster.nodes().get(1)).device("sda1").get().bytes().get().value() > 199L << 30);
		assertTrue(cluster.partitions().of(cluster.nodes().get(0)).device("/dev/sda1").get().bytes().get().value() < 100L << 30);
	}

	@Test
	void tutorialHasNoErrorsAndExplainsItsHalves() {
		assertTrue(Designs.LANGUAGE.validate(Designs.tutorial()).findings().stream().filter(f -> f.isError()).noneMatch(f -> f.code().name().matches("(DISK|PARTITION|DRBD|DEVICE|ARRAY|DUAL).*")));
		assertTrue(Designs.codes(Designs.tutorial()).containsAll(List.of("percent-inclusive", "degr-wfc-timeout", "drbd-rate")));
	}

	@ParameterizedTest
	@MethodSource("halves")
	void halfWrittenDesignsDoNotThrow(String text) {
		var design = Designs.LANGUAGE.validate(text);
		design.root().ifPresent(c -> {
			var cluster = new org.clusterwright.model.effective.EffectiveCluster(c);
			cluster.partitions().common();
			cluster.replication().resources();
		});
	}

	/** The tutorial cut off at every 97th character: what a design looks like while it is written. */
	static Stream<String> halves() {
		String whole = Designs.tutorial();
		return Stream.iterate(1, i -> i < whole.length(), i -> i + 97).map(i -> whole.substring(0, i));
	}
}
