package org.clusterwright.tests.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fence-peer script with fake programs first on its PATH: only a fence_node that returned 0 may lead to exit code 7. */
class FencePeerTest {
	private static final String STATUS = """
			Version: 6.2.0
			Cluster Generation: 8
			Membership state: Cluster-Member
			Nodes: 2
			Quorum: 1
			Flags: 2node
			""";
	private static final String PROC = """
			version: 8.3.11 (api:88/proto:86-96)
			 0: cs:NetworkFailure ro:Primary/Unknown ds:UpToDate/DUnknown C r-----
			    ns:0 nr:0 dw:0
			 1: cs:NetworkFailure ro:Primary/Unknown ds:Inconsistent/DUnknown C r-----
			 10: cs:NetworkFailure ro:Primary/Unknown ds:UpToDate/DUnknown C r-----
			""";

	@TempDir
	Path directory;
	private final Map<String, String> environment = new HashMap<>();

	@BeforeEach
	void fakes() throws IOException {
		StorageGoldenTest.write(directory, "obliterate-peer.sh", StorageGoldenTest.file(Designs.tutorial(), "all/sbin/obliterate-peer.sh"));
		StorageGoldenTest.write(directory, "proc_drbd", PROC);
		StorageGoldenTest.write(directory, "status", STATUS);
		Files.createDirectories(directory.resolve("bin"));
		fake("uname", "echo an-node01.alteeve.com");
		fake("logger", "echo \"$*\" >>log");
		fake("cman_tool", "[ \"$1\" = status ] || exit 9\ncat status");
		fake("fence_node", "echo \"$*\" >>fenced");
		fake("drbdadm", "echo \"$*\" >>drbdadm\n[ \"$1\" = sh-minor ] && [ \"$2\" = r0 ] && echo 0");
		environment.put("PATH", directory.resolve("bin") + ":" + System.getenv("PATH"));
		environment.put("OBLITERATE_STATE", directory.resolve("state").toString());
		environment.put("OBLITERATE_PROC_DRBD", directory.resolve("proc_drbd").toString());
		environment.put("OBLITERATE_FENCE_SECONDS", "20");
		environment.put("DRBD_RESOURCE", "r0");
		environment.put("DRBD_MINOR", "0");
		environment.put("DRBD_PEER", "an-node02.alteeve.com");
		environment.put("DRBD_PEERS", "an-node02.alteeve.com");
	}

	private void fake(String name, String body) throws IOException {
		Path file = StorageGoldenTest.write(directory, "bin/" + name, "#!/bin/sh\ncd " + directory + " || exit 9\n" + body + "\n");
		assertTrue(file.toFile().setExecutable(true));
	}

	private Tool.Result call(String shell) {
		List<String> words = new ArrayList<>(List.of(shell.split(" ")));
		Tool.require(words.get(0));
		words.add(directory.resolve("obliterate-peer.sh").toString());
		return Tool.run(directory, environment, "", words.toArray(String[]::new));
	}

	private List<String> lines(String file) throws IOException {
		return Files.exists(directory.resolve(file)) ? Files.readAllLines(directory.resolve(file)) : List.of();
	}

	private void refuses(String why) throws IOException {
		Tool.Result result = call("dash");
		assertEquals(1, result.exit(), result.output());
		assertEquals(List.of(), lines("fenced"), "nobody was fenced");
		assertTrue(lines("log").stream().anyMatch(l -> l.contains(why)), () -> why + " is not in the log");
	}

	@ParameterizedTest
	@ValueSource(strings = { "dash", "bash", "busybox sh" })
	void fencedPeerIsSeven(String shell) throws IOException {
		Tool.Result result = call(shell);
		assertEquals(7, result.exit(), result.output());
		assertEquals("", result.output());
		assertEquals(List.of("an-node02.alteeve.com"), lines("fenced"));
		assertTrue(lines("log").stream().anyMatch(l -> l.contains("r0: an-node02.alteeve.com is fenced")), lines("log").toString());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 127 })
	void failedFencingIsOne(int code) throws IOException {
		fake("fence_node", "exit " + code);
		assertEquals(1, call("dash").exit());
		assertTrue(lines("log").stream().anyMatch(l -> l.contains("failed with " + code)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "dash", "bash", "busybox sh" })
	void hangingFenceDeviceIsOne(String shell) throws IOException {
		environment.put("OBLITERATE_FENCE_SECONDS", "1");
		fake("fence_node", "sleep 100");
		long start = System.nanoTime();
		assertEquals(1, call(shell).exit());
		assertTrue(System.nanoTime() - start < 30_000_000_000L);
		fake("fence_node", "exit 0");
		assertEquals(7, call(shell).exit(), "the hanging call has left no lock behind");
	}

	@ParameterizedTest
	@ValueSource(strings = { "dash", "bash", "busybox sh" })
	void threeResourcesFenceOnce(String shell) throws Exception {
		fake("fence_node", "echo \"$*\" >>fenced\nsleep 2\nsed -i 's/Generation: 8/Generation: 12/' status");
		assertEquals(List.of(7, 7, 7), together(shell, 3));
		assertEquals(1, lines("fenced").size());
	}

	@Test
	void threeResourcesShareNoFailure() throws Exception {
		fake("fence_node", "echo \"$*\" >>fenced\nexit 1");
		assertEquals(List.of(1, 1, 1), together("dash", 3));
		assertEquals(3, lines("fenced").size());
	}

	private List<Integer> together(String shell, int calls) throws Exception {
		try (ExecutorService pool = Executors.newFixedThreadPool(calls)) {
			List<Callable<Integer>> tasks = new ArrayList<>();
			for (int i = 0; i < calls; i++) {
				tasks.add(() -> call(shell).exit());
			}
			List<Integer> codes = new ArrayList<>();
			for (Future<Integer> f : pool.invokeAll(tasks)) {
				codes.add(f.get());
			}
			return codes;
		}
	}

	@Test
	void freshSuccessOfTheSameMembershipIsReused() throws IOException {
		assertEquals(7, call("dash").exit());
		age(10);
		assertEquals(7, call("dash").exit());
		assertEquals(1, lines("fenced").size());
	}

	@Test
	void successOfAnotherMembershipIsNotReused() throws IOException {
		assertEquals(7, call("dash").exit());
		StorageGoldenTest.write(directory, "status", STATUS.replace("Generation: 8", "Generation: 16"));
		age(10);
		assertEquals(7, call("dash").exit());
		assertEquals(2, lines("fenced").size());
	}

	/** Makes the recorded success so many seconds older. */
	private void age(long seconds) throws IOException {
		String[] record = lines("state/fenced.2").get(0).split(" ");
		record[3] = String.valueOf(Long.parseLong(record[3]) - seconds);
		StorageGoldenTest.write(directory, "state/fenced.2", String.join(" ", record) + "\n");
	}

	@Test
	void oldSuccessIsNotReused() throws IOException {
		environment.put("OBLITERATE_REUSE_SECONDS", "9");
		assertEquals(7, call("dash").exit());
		age(10);
		assertEquals(7, call("dash").exit());
		assertEquals(2, lines("fenced").size());
	}

	@Test
	void successOfAnotherBootIsNotReused() throws IOException {
		StorageGoldenTest.write(directory, "state/fenced.2", "another-boot 8 8 99999999\n");
		assertEquals(7, call("dash").exit());
		assertEquals(1, lines("fenced").size());
	}

	@Test
	void damagedRecordIsNotTrusted() throws IOException {
		for (String record : List.of("", "x", "x x x x", "$(reboot) ; 8 8 9")) {
			Files.deleteIfExists(directory.resolve("fenced"));
			StorageGoldenTest.write(directory, "state/fenced.2", record);
			assertEquals(7, call("dash").exit());
			assertEquals(1, lines("fenced").size());
		}
	}

	@Test
	void unknownPeerIsRefused() throws IOException {
		environment.put("DRBD_PEER", "somebody.else");
		refuses("the peer 'somebody.else' is no node of the cluster");
	}

	@Test
	void severalPeersAreRefused() throws IOException {
		environment.put("DRBD_PEER", "an-node02.alteeve.com an-node01.alteeve.com");
		refuses("is no node of the cluster");
	}

	@Test
	void pluralNameIsEnough() {
		environment.put("DRBD_PEER", "");
		assertEquals(7, call("dash").exit());
	}

	@Test
	void missingPeerIsRefused() throws IOException {
		environment.put("DRBD_PEER", "");
		environment.put("DRBD_PEERS", "");
		refuses("DRBD_PEER is not set");
	}

	@Test
	void ownNameIsRefused() throws IOException {
		environment.put("DRBD_PEER", "an-node01.alteeve.com");
		refuses("is this node itself");
	}

	@Test
	void foreignHostIsRefused() throws IOException {
		fake("uname", "echo elsewhere");
		refuses("this host, elsewhere, is no node of the cluster");
	}

	@Test
	void inquorateNodeIsRefused() throws IOException {
		StorageGoldenTest.write(directory, "status", STATUS.replace("Quorum: 1", "Quorum: 2 Activity blocked"));
		refuses("not quorate");
	}

	@Test
	void nodeOutsideTheClusterIsRefused() throws IOException {
		StorageGoldenTest.write(directory, "status", STATUS.replace("Cluster-Member", "Joining"));
		refuses("no member of the cluster");
	}

	@Test
	void silentCmanIsRefused() throws IOException {
		fake("cman_tool", "exit 1");
		refuses("cman does not answer");
	}

	@Test
	void ownInconsistentDiskIsRefused() throws IOException {
		environment.put("DRBD_MINOR", "1");
		refuses("own disk is 'Inconsistent'");
	}

	@Test
	void missingDeviceIsRefused() throws IOException {
		environment.put("DRBD_MINOR", "3");
		refuses("own disk is 'unknown'");
	}

	@Test
	void minorComesFromTheConfigurationWhereItIsNotSaid() throws IOException {
		environment.put("DRBD_MINOR", "");
		assertEquals(7, call("dash").exit());
		assertEquals(List.of("sh-minor r0"), lines("drbdadm"));
		environment.put("DRBD_RESOURCE", "r9");
		assertEquals(1, call("dash").exit());
	}

	@Test
	void hostileEnvironmentRunsNothing() throws IOException {
		environment.put("DRBD_PEER", "$(touch evil)`touch evil`; touch evil");
		environment.put("DRBD_RESOURCE", "r0'; touch evil; $(touch evil)");
		refuses("is no node of the cluster");
		assertTrue(!Files.exists(directory.resolve("evil")));
	}

	@Test
	void failingLoggerDoesNotMatter() throws IOException {
		fake("logger", "exit 1");
		assertEquals(7, call("dash").exit());
	}
}
