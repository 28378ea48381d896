import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import org.clusterwright.core.diagram.NetworkScene;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.core.diagram.SvgPicture;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Finding;

/** Warm times of parse + validate + generate: medians, beside a yardstick of this machine's speed. With "parse" it only initialises the language and parses
 * an empty cluster, with "check" it also runs the rules on it, with "large" it prints the large design. */
public final class Bench {
	private static final int WARM_UP = 60;
	private static final int RUNS = 41;

	public static void main(String[] args) throws Exception {
		if (args[0].equals("parse")) {
			new ClusterLanguage().parse("cluster c {\n}\n");
			return;
		}
		if (args[0].equals("check")) {
			new ClusterLanguage().validate("cluster c {\n}\n");
			return;
		}
		if (args[0].equals("large")) {
			System.out.print(large(2, 0));
			return;
		}
		ClusterLanguage language = new ClusterLanguage();
		String tutorial = Files.readString(Path.of(args[0]));
		double yardstick = median(i -> sha(), 10);
		double small = median(i -> generate(language, tutorial.replace("post-join-delay 30s", "post-join-delay " + (31 + i) + "s")), WARM_UP);
		double half = median(i -> generate(language, large(1, i)), 12);
		double whole = median(i -> generate(language, large(2, i)), 8);
		print("yardstick: SHA-256 of 16 MiB", yardstick, yardstick);
		print("tutorial: parse, validate, generate (goal 15 ms)", small, yardstick);
		print("8 nodes, 32 DRBD pairs, 200 guests, 100 services", half, yardstick);
		print("16 nodes, 64 DRBD pairs, 400 guests, 200 services (goal 250 ms)", whole, yardstick);
		System.out.printf(Locale.ROOT, "%-66s %8.2f%n", "time(2n) / time(n) (at most 2.3)", whole / half);
		ParsedDesign small0 = language.parse(tutorial);
		ParsedDesign large0 = language.parse(large(2, 0));
		print("tutorial: pictures of storage and network with layout, as SVG (goal 10 ms)", median(i -> pictures(small0), WARM_UP), yardstick);
		print("16 nodes, 64 pairs, 400 guests: the same (goal 300 ms)", median(i -> pictures(large0), 8), yardstick);
	}

	private static void print(String what, double millis, double yardstick) {
		System.out.printf(Locale.ROOT, "%-66s %8.1f ms  %6.2f yardsticks%n", what, millis, millis / yardstick);
	}

	private static double median(IntFunction<Integer> run, int warmUp) {
		for (int i = 0; i < warmUp; i++) {
			run.apply(i);
		}
		double[] times = new double[RUNS];
		for (int i = 0; i < RUNS; i++) {
			long start = System.nanoTime();
			run.apply(warmUp + i);
			times[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		return times[RUNS / 2];
	}

	private static int generate(ClusterLanguage language, String text) {
		ParsedDesign parsed = language.validate(text);
		for (Finding finding : parsed.findings()) {
			if (finding.isError()) {
				throw new IllegalStateException(finding.place() + " " + finding.message());
			}
		}
		Object planned = new Planner(NativeFormats.RHCS3).plan(new EffectiveCluster(parsed.root().orElseThrow()), parsed.findings());
		if (!(planned instanceof Plan plan)) {
			throw new IllegalStateException("refused");
		}
		return plan.hashCode();
	}

	private static int pictures(ParsedDesign design) {
		EffectiveCluster cluster = new EffectiveCluster(design.root().orElseThrow());
		return SvgPicture.of(StorageScene.of(cluster, false), Palette.LIGHT).length() + SvgPicture.of(NetworkScene.of(cluster), Palette.LIGHT).length();
	}

	private static int sha() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(new byte[16 << 20])[0];
		} catch (java.security.NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	/** A design of {@code size} times 8 nodes, 32 DRBD pairs, 200 guests and 100 services; {@code salt} changes one value. */
	static String large(int size, int salt) {
		int nodes = 8 * size;
		StringBuilder t = new StringBuilder("cluster large version 1 {\n    domain example.com\n    fencing { post-join-delay " + (30 + salt) + "s }\n");
		t.append("    network bcn 10.20.0.0/16 on bond0 bridge vbr0 cluster\n    network sn 10.10.0.0/16 on bond1 replication\n    bond bond0, bond1 { updelay 120s }\n");
		t.append("    switch s1 address 10.20.3.1\n    switch s2 address 10.20.3.2\n    fence-device ipmi per node agent fence_ipmilan { login root  passwd secret ipmi }\n");
		for (int n = 1; n <= nodes; n++) {
			t.append("    node n").append(n).append(" id ").append(n).append(" {\n        bmc 10.20.1.").append(n).append(" via s1\n");
			for (int i = 0; i < 4; i++) {
				t.append(String.format(Locale.ROOT, "        nic eth%d mac 00:00:5E:%02X:00:%02X in bond%d link %d via s%d%n", i, n, i, i % 2, i / 2 + 1, i / 2 + 1));
			}
			t.append("        method ipmi { call ipmi action reboot }\n    }\n");
		}
		t.append("    disk sdb size 4TiB label gpt {\n");
		for (int p = 1; p <= 16; p++) {
			t.append("        partition ").append(p).append(" 100GiB\n");
		}
		t.append("    }\n    drbd {\n        protocol C\n        dual-primary\n        minor-count 128\n");
		t.append("        split-brain { zero-primaries discard-zero-changes  one-primary discard-secondary  two-primaries disconnect }\n");
		for (int r = 0; r < 32 * size; r++) {
			int first = r % (nodes / 2) * 2 + 1;
			t.append("        resource r").append(r).append(" on sdb").append(r / (nodes / 2) + 1).append(" between n").append(first).append(", n").append(first + 1).append('\n');
		}
		t.append("    }\n");
		int guests = 200 * size;
		for (int r = 0; r < 32 * size; r++) {
			t.append("    volume-group vg").append(r).append(" on r").append(r).append(" {\n");
			for (int g = r; g < guests; g += 32 * size) {
				t.append("        volume g").append(g).append(" 10GiB\n");
			}
			t.append("    }\n");
		}
		for (int g = 0; g < guests; g++) {
			t.append("    guest g").append(g).append(" { volume g").append(g).append("  bridge vbr0  memory 1GiB  cpus 1  install /shared/files/el6.iso }\n");
		}
		for (int s = 0; s < 100 * size; s++) {
			t.append("    service s").append(s).append(" { recovery restart  start script app").append(s).append(" }\n");
		}
		return t.append("}\n").toString();
	}
}
