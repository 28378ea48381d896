package org.clusterwright.tests.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.PlannedPartition;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The planned tables against the real programs, on sparse images. */
class PartitionToolsTest {
	private static final String STEPS = "all/.clusterwright/steps/";
	private static final long SECTORS = 976773168;
	/** The tutorial's last fdisk listing: number, start, end, type. */
	private static final String SEED = """
			1 2048 526335 83 boot
			2 526336 84412415 83
			3 84412416 92801023 82
			4 92801024 976773167 5
			5 92803072 134746111 83
			6 134748160 555760663 83
			7 555762816 976773167 83
			""";
	private static final String GPT = Designs.cluster("disk sdz sectors 1\n").replace("disk sdz sectors 1\n", """
			disk sdz 8589934592 sectors of 512 label gpt {
			    partition 1 primary 512MiB type ef
			    partition 2 50% of rest
			    partition 3 4GiB swap
			    partition 4 10% of disk type 8e
			    partition 5 rest type fd
			}
			""");

	@TempDir
	Path directory;

	private Path image(long sectors) throws IOException {
		Path image = directory.resolve("disk.img");
		Files.deleteIfExists(image);
		try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
			file.setLength(sectors * 512);
		}
		return image;
	}

	private String table(Path image) {
		StringBuilder table = new StringBuilder();
		Tool.run(directory, "sfdisk", "-d", image.toString()).assertOk().output().lines().filter(l -> l.contains("start=")).forEach(l -> {
			String[] part = l.replaceAll(".*img([0-9]+) : start= *([0-9]+), size= *([0-9]+), type=([0-9A-Fa-f-]+)(, bootable)?.*", "$1 $2 $3 $4$5").replace(", bootable", " boot").split(" ");
			long start = Long.parseLong(part[1]);
			table.append(part[0] + " " + start + " " + (start + Long.parseLong(part[2]) - 1) + " " + (part[3].equals("f") ? "5" : part[3]) + (part.length > 4 ? " boot" : "") + "\n");
		});
		return table.toString();
	}

	@Test
	void planIsTheTutorialsTable() {
		StringBuilder plan = new StringBuilder();
		EffectiveCluster cluster = Designs.effective(Designs.tutorial());
		for (PlannedPartition p : cluster.partitions().common().disks().get(0).partitions()) {
			plan.append(p.number() + " " + p.start().get().value() + " " + p.end().get().value() + " " + p.typeCode().value() + (p.design().isBoot() ? " boot" : "") + "\n");
		}
		assertEquals(SEED, plan.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "sfdisk", "parted", "fdisk" })
	void programsMakeTheTutorialsTable(String program) throws IOException {
		Tool.require(program);
		Tool.require("sfdisk");
		Path image = image(SECTORS);
		apply(program, image, StorageGoldenTest.file(Designs.tutorial(), STEPS + "partition-sda." + program));
		assertEquals(SEED, table(image));
		Tool.run(directory, "sfdisk", "-V", image.toString()).assertOk();
	}

	private void apply(String program, Path image, String text) {
		switch (program) {
			case "sfdisk" -> Tool.run(directory, Map.of(), text, "sfdisk", "--no-reread", "--no-tell-kernel", image.toString()).assertOk();
			case "fdisk" -> Tool.run(directory, Map.of(), text, "fdisk", "-c", "-u", image.toString()).assertOk();
			default -> text.lines().forEach(l -> Tool.run(directory, ("parted -s -a none " + image + " unit s " + l).split(" ")).assertOk());
		}
	}

	@Test
	void stepMakesOnlyWhatIsMissing() throws IOException {
		Tool.require("parted");
		Tool.require("sfdisk");
		Path image = image(SECTORS);
		String whole = StorageGoldenTest.file(Designs.tutorial(), STEPS + "partition-sda.sfdisk");
		apply("sfdisk", image, String.join("\n", whole.lines().filter(l -> !l.matches("/dev/sda[4-7].*")).toList()) + "\n");
		Path step = StorageGoldenTest.write(directory, "step.sh", StorageGoldenTest.file(Designs.tutorial(), STEPS + "10-partition-sda.sh"));
		Tool.Result refused = Tool.run(directory, Map.of(), "no\n", "sh", step.toString(), image.toString());
		assertNotEquals(0, refused.exit());
		assertEquals(3, table(image).lines().count(), "nothing was written");
		Tool.Result made = Tool.run(directory, Map.of(), "YES\n", "sh", step.toString(), image.toString()).assertOk();
		assertTrue(made.output().contains("made 4 5 6 7"), made.output());
		assertEquals(SEED, table(image));
		assertTrue(Tool.run(directory, "sh", step.toString(), image.toString()).assertOk().output().contains("nothing to do"));
	}

	@Test
	void stepMakesAWholeTableOnABlankDisk() throws IOException {
		Tool.require("parted");
		Tool.require("sfdisk");
		Path image = image(SECTORS);
		Path step = StorageGoldenTest.write(directory, "step.sh", StorageGoldenTest.file(Designs.tutorial(), STEPS + "10-partition-sda.sh"));
		Tool.run(directory, Map.of(), "YES\n", "sh", step.toString(), image.toString()).assertOk();
		assertEquals(SEED, table(image));
	}

	@Test
	void stepStopsWhereTheDiskIsNotAsPlanned() throws IOException {
		Tool.require("parted");
		Tool.require("sfdisk");
		Path step = StorageGoldenTest.write(directory, "step.sh", StorageGoldenTest.file(Designs.tutorial(), STEPS + "10-partition-sda.sh"));
		Path image = image(SECTORS - 1);
		stops(step, image, "sectors");
		image = image(SECTORS);
		apply("sfdisk", image, "unit: sectors\n\nx1 : start=2048, size=1000, type=83\n");
		stops(step, image, "not from sector 2048 to 526335");
		image = image(SECTORS);
		String whole = StorageGoldenTest.file(Designs.tutorial(), STEPS + "partition-sda.sfdisk");
		apply("sfdisk", image, whole.replace("size=421010352", "size=1000000") + "/dev/sda8 : start=600000000, size=1000, Id=83\n");
		stops(step, image, "not from sector");
		image = image(SECTORS);
		apply("sfdisk", image, "label: gpt\n\n");
		stops(step, image, "another kind of partition table");
	}

	private void stops(Path step, Path image, String why) {
		String before = Tool.run(directory, "sfdisk", "-d", image.toString()).output();
		Tool.Result result = Tool.run(directory, Map.of(), "YES\n", "sh", step.toString(), image.toString());
		assertEquals(1, result.exit(), result.output());
		assertTrue(result.output().contains("STOP") && result.output().contains(why), result.output());
		assertEquals(before, Tool.run(directory, "sfdisk", "-d", image.toString()).output());
	}

	@Test
	void gptKeepsRoomForItsBackup() throws IOException {
		Tool.require("parted");
		Tool.require("sfdisk");
		String sfdisk = StorageGoldenTest.file(GPT, STEPS + "partition-sdz.sfdisk");
		Path image = image(8589934592L);
		apply("sfdisk", image, sfdisk);
		String table = table(image);
		assertEquals(5, table.lines().count());
		assertTrue(table.contains("5 ") && table.lines().skip(4).findFirst().get().split(" ")[2].equals("8589934558"), table);
		image = image(8589934592L);
		Path step = StorageGoldenTest.write(directory, "step.sh", StorageGoldenTest.file(GPT, STEPS + "10-partition-sdz.sh"));
		Tool.run(directory, Map.of(), "YES\n", "sh", step.toString(), image.toString()).assertOk();
		List<String> places = table(image).lines().map(l -> l.replaceFirst(" [^ ]*$", "")).toList();
		assertEquals(table.lines().map(l -> l.replaceFirst(" [^ ]*$", "")).toList(), places);
	}

	@Test
	void oddTypesAreSetToo() throws IOException {
		Tool.require("parted");
		Tool.require("sfdisk");
		String text = Designs.cluster("disk sdz 2097152 sectors of 512 {\n    partition 1 100MiB type 8e\n    partition 2 100MiB type fd\n    partition 3 rest type 0xbf\n}\n");
		Path image = image(2097152);
		Path step = StorageGoldenTest.write(directory, "step.sh", StorageGoldenTest.file(text, STEPS + "10-partition-sdz.sh"));
		Tool.run(directory, Map.of(), "YES\n", "sh", step.toString(), image.toString()).assertOk();
		assertEquals("1 2048 206847 8e\n2 206848 411647 fd\n3 411648 2097151 bf\n", table(image));
	}

	@Test
	void stepsAreCleanShell() {
		Tool.require("shellcheck");
		for (String design : List.of(Designs.tutorial(), Designs.read("testdata/storage/gpt-and-raid/input.cluster"), Designs.read("testdata/storage/pairs/input.cluster"))) {
			StorageGoldenTest.tree(design).forEach((path, text) -> {
				if (path.endsWith(".sh")) {
					Tool.Result result = Tool.run(directory, Map.of(), text, "shellcheck", "-s", "sh", "-");
					assertEquals(0, result.exit(), path + "\n" + result.output());
				}
			});
		}
	}
}
