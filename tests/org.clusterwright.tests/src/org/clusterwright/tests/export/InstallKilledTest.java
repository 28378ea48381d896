package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** install.sh and rollback.sh killed with kill -9: run again it completes, or rollback brings back every byte. */
class InstallKilledTest {
	private static final int POINTS = 200;
	private static final int TIMES = 12;
	/** One of each kind: replaced and new, with a secret, in new directories, patched. Most points are in a bundle of these alone, which takes a third of the time. */
	private static final List<String> FEW = List.of("/etc/hosts", "/etc/sysconfig/network", "/etc/cluster/cluster.conf", "/etc/drbd.d/r0.res", "/sbin/obliterate-peer.sh",
			"/etc/sysconfig/network-scripts/ifcfg-bond0", "/shared/definitions/vm1.xml", "/etc/lvm/lvm.conf", "/etc/sysconfig/iptables");
	/** Defines each program that changes the disk as a function, which kills the whole run at the chosen call: before it, after it, or with half of a file written. */
	private static final String KILLER = """
			set +u
			kp_n=0
			kp_at() { kp_n=$((kp_n + 1)); [ -z "$KP_COUNT" ] || echo "$kp_n" > "$KP_COUNT"; [ "$kp_n" = "$KP_AT" ]; }
			kp_run() {
				kp_at || { command "$@"; return; }
				case $KP_HOW in
					after) command "$@" ;;
					torn)
						if [ "$1" = dd ]; then
							for kp_word in "$@"; do
								case $kp_word in if=*) kp_in=${kp_word#if=} ;; of=*) kp_out=${kp_word#of=} ;; esac
							done
							[ "$kp_in" = /dev/null ] || command head -c 100 "$kp_in" > "$kp_out"
						fi ;;
				esac
				kill -9 0
			}
			mv() { kp_run mv "$@"; }
			cp() { kp_run cp "$@"; }
			dd() { kp_run dd "$@"; }
			ln() { kp_run ln "$@"; }
			rm() { kp_run rm "$@"; }
			rmdir() { kp_run rmdir "$@"; }
			mkdir() { kp_run mkdir "$@"; }
			chmod() { kp_run chmod "$@"; }
			. "$0"
			""";

	@TempDir(factory = Installation.InMemory.class)
	static Path exported;
	@TempDir(factory = Installation.InMemory.class)
	Path directory;

	/** JUnit warns of each link that it deletes, and a run that was killed leaves its lock. */
	@AfterEach
	void clear() throws IOException {
		Installation.clear(directory);
	}

	@BeforeAll
	static void export() throws IOException {
		Installation.export(Designs.tutorial(), exported);
	}

	/** Runs of the scripts take mawk where it is there, the quickest awk to start; other tests take the system's. */
	private Map<String, String> quickAwk() throws IOException {
		Path mawk = Path.of("/usr/bin/mawk");
		Path bin = directory.resolve("bin");
		if (!Files.exists(mawk) || Files.exists(bin)) {
			return Files.exists(bin) ? Map.of("PATH", bin + ":" + System.getenv("PATH")) : Map.of();
		}
		Files.copy(mawk, Files.createDirectory(bin).resolve("awk"), StandardCopyOption.COPY_ATTRIBUTES);
		return quickAwk();
	}

	/** Runs a script in a process group of its own, until the call of that number. */
	private Tool.Result killed(Installation node, String shell, String script, int at, String how) {
		Map<String, String> environment = new HashMap<>(node.environment);
		environment.putAll(Map.of("KP_AT", String.valueOf(at), "KP_HOW", how, "KP_COUNT", at == 0 ? count(node).toString() : ""));
		List<String> words = new ArrayList<>(List.of("setsid"));
		words.addAll(Installation.words(shell));
		words.addAll(List.of("-c", KILLER, node.bundle.resolve(script).toString(), "--root", node.root.toString(), "--yes"));
		words.removeIf(w -> w.equals("--yes") && script.equals("verify.sh"));
		return Tool.run(directory, environment, "", words.toArray(String[]::new));
	}

	private static Path count(Installation node) {
		return node.bundle.resolveSibling("count");
	}

	private static int calls(Installation node) throws IOException {
		return Integer.parseInt(Files.readString(count(node)).strip());
	}

	/** One node: how its tree is before, and after an installation that nothing disturbs. */
	private final class Case {
		final String name;
		final Map<String, String> before;
		final Map<String, String> after;
		final int calls;
		final int callsBack;
		private final Path fresh;
		private final Path done;
		Installation node;

		Case(String node) throws IOException {
			this(node, false);
		}

		Case(String of, boolean few) throws IOException {
			name = few ? of + "-few" : of;
			fresh = directory.resolve(name + "-fresh");
			done = directory.resolve(name + "-done");
			node = Installation.of(exported, of, Files.createDirectory(directory.resolve(name + "-work")));
			if (few) {
				node.keepOnly(FEW);
			}
			node.environment = quickAwk();
			Installation.copy(node.root, fresh);
			before = node.tree();
			killed(node, "dash", "install.sh", 0, "").assertOk();
			calls = calls(node);
			after = Installation.tree(node.root, false);
			Installation.copy(node.root, done);
			killed(node, "dash", "rollback.sh", 0, "").assertOk();
			callsBack = calls(node);
			assertEquals(before, node.tree());
		}

		/** The tree before an installation, or after one. */
		void reset(boolean installed) throws IOException {
			Installation.delete(node.root);
			Installation.copy(installed ? done : fresh, node.root);
		}

		void completes(String shell, String point) throws IOException {
			Tool.Result again = node.install(shell);
			assertEquals(0, again.exit(), () -> point + ": " + again.output());
			assertEquals(after, Installation.tree(node.root, false), point);
		}

		void comesBack(String shell, String point) throws IOException {
			Tool.Result back = node.rollback(shell, "--yes");
			assertEquals(0, back.exit(), () -> point + ": " + back.output());
			assertEquals(before, node.tree(), point);
			assertFalse(Files.exists(node.root.resolve(Installation.STATE)), () -> point + ": the state is left; " + back.output());
		}
	}

	/** Both nodes at once, each in a thread; of four points of a node one is in its whole bundle. */
	@Test
	void killedAtTwoHundredPointsNothingIsLost() throws Exception {
		List<Callable<Integer>> nodes = new ArrayList<>();
		for (String name : List.of("an-node01", "an-node02")) {
			Case whole = new Case(name);
			Case few = new Case(name, true);
			assertTrue(whole.calls > 80 && few.calls > 40, whole.calls + " and " + few.calls + " calls change the disk");
			Random random = new Random(20_110_606 + nodes.size());
			nodes.add(() -> killedInTheMiddle(whole, few, random));
		}
		int inTheMiddle = 0;
		try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size())) {
			for (Future<Integer> node : threads.invokeAll(nodes)) {
				inTheMiddle += node.get();
			}
		}
		assertTrue(inTheMiddle > POINTS / 8, "only " + inTheMiddle + " of " + POINTS / 4 + " points lay in the middle of a change");
	}

	/** Half of the points; gives how many of a quarter of them were after the first change and before the last. */
	private int killedInTheMiddle(Case whole, Case few, Random random) throws IOException {
		List<String> shells = List.of("dash", "dash", "dash", "dash", "dash", "dash", "dash", "bash", "busybox ash");
		int inTheMiddle = 0;
		for (int i = 0; i < POINTS / 2; i++) {
			Case one = i / 4 % 4 == 0 ? whole : few;
			boolean back = i % 4 == 3;
			one.reset(back);
			String shell = shells.get(random.nextInt(shells.size()));
			String how = List.of("before", "after", "torn").get(random.nextInt(3));
			int at = 1 + random.nextInt(back ? one.callsBack : one.calls);
			String point = one.name + ", " + shell + (back ? " rollback" : "") + ", call " + at + " " + how;
			Tool.Result killed = killed(one.node, shell, back ? "rollback.sh" : "install.sh", at, how);
			assertEquals(137, killed.exit(), () -> point + ": " + killed.output());
			if (i % 2 == 0 && !Installation.tree(one.node.root, false).equals(one.after) && !one.node.tree().equals(one.before)) {
				inTheMiddle++;
			}
			if (i % 4 == 0 || back) {
				one.comesBack(shell, point);
			} else {
				if (i % 10 == 1) {
					killed(one.node, shell, "install.sh", 1 + random.nextInt(one.calls), how);
				}
				one.completes(shell, point);
				if (i % 6 == 1) {
					one.comesBack(shell, point + ", completed");
				}
			}
		}
		return inTheMiddle;
	}

	@Test
	void killedAtAnyTimeNothingIsLost() throws IOException, InterruptedException {
		Random random = new Random(8);
		Case one = new Case("an-node01");
		long begun = System.nanoTime();
		one.node.install("dash").assertOk();
		long whole = (System.nanoTime() - begun) / 1_000;
		for (int i = 0; i < TIMES; i++) {
			one.reset(false);
			Process process = new ProcessBuilder("setsid", "dash", one.node.bundle.resolve("install.sh").toString(), "--root", one.node.root.toString())
					.redirectErrorStream(true).redirectOutput(directory.resolve("output").toFile()).start();
			long time = (long) (whole * random.nextDouble());
			if (!process.waitFor(time, TimeUnit.MICROSECONDS)) {
				Tool.run(directory, "/bin/kill", "-9", "--", "-" + process.pid());
			}
			process.waitFor();
			if (i % 2 == 0) {
				one.completes("dash", "killed after " + time + " us");
			} else {
				one.comesBack("dash", "killed after " + time + " us");
			}
		}
	}

	@Test
	void whatSomebodyChangesAfterAKilledRunIsKept() throws IOException {
		Case one = new Case("an-node01");
		one.reset(false);
		assertEquals(137, killed(one.node, "dash", "install.sh", one.calls - 8, "after").exit());
		Files.writeString(one.node.root.resolve("etc/hosts"), "by hand\n");
		assertEquals(1, one.node.verify("dash").exit());
		String output = one.node.install("dash").assertOk().output();
		assertTrue(output.contains("/etc/hosts was changed by hand after the interrupted run; that is kept as"), output);
		one.node.verify("dash").assertOk();
		one.comesBack("dash", "changed by hand");
	}
}
