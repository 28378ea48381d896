package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clusterwright.core.export.BundleExport;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.export.BundleRequest;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** The exported bundle of a node of the tutorial, and a tree like a fresh node's to install it in. */
final class Installation {
	static final String STATE = "var/lib/clusterwright";
	static final String CLUSTER_CONF = "etc/cluster/cluster.conf";
	private static final long EPOCH = 1_262_304_000L;

	/** In memory where there is such a directory: the scripts flush each file, and many runs of them must not wait for a disk. */
	static final class InMemory implements TempDirFactory {
		@Override
		public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
			Path memory = Path.of("/dev/shm");
			return Files.isWritable(memory) ? Files.createTempDirectory(memory, "clusterwright") : Files.createTempDirectory("clusterwright");
		}
	}

	final Path bundle;
	final Path root;
	/** For the scripts that are run. */
	Map<String, String> environment = Map.of();

	private Installation(Path bundle, Path root) {
		this.bundle = bundle;
		this.root = root;
	}

	/** Exports a design's bundles as plain directories. */
	static void export(String design, Path directory) throws IOException {
		ParsedDesign parsed = Designs.LANGUAGE.validate(design);
		Plan plan = (Plan) new Planner(NativeFormats.RHCS3).plan(new EffectiveCluster(parsed.root().orElseThrow()), parsed.findings());
		BundleRequest request = new BundleRequest("a.cluster", parsed, plan, List.of(), BundleFormat.DIRECTORY, directory, Optional.empty(), Optional.empty(), EPOCH);
		assertInstanceOf(BundleExport.Result.Written.class, BundleExport.write(request, new NullProgressMonitor()));
	}

	/** A copy of an exported bundle, and beside it the tree of a fresh node: base files, a hosts file of its own, nothing else. */
	static Installation of(Path exported, String node, Path directory) throws IOException {
		copy(exported.resolve(node), directory.resolve(node));
		Path root = directory.resolve("root of the node");
		copy(Designs.root().resolve("testdata/base"), root);
		Files.createDirectories(root.resolve("var/lib"));
		put(root.resolve("etc/hosts"), "127.0.0.1 localhost\n", "rw-r-----");
		put(root.resolve("etc/sysconfig/network"), "NETWORKING=yes\nHOSTNAME=localhost.localdomain", "rw-r--r--");
		Files.setPosixFilePermissions(root.resolve("etc/sysconfig/iptables"), PosixFilePermissions.fromString("rw-------"));
		for (String file : List.of("etc/hosts", "etc/sysconfig/network", "etc/lvm/lvm.conf")) {
			Files.setLastModifiedTime(root.resolve(file), FileTime.fromMillis(1_300_000_000_000L));
		}
		return new Installation(directory.resolve(node), root);
	}

	static Path put(Path file, String text, String mode) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
	}

	Tool.Result install(String shell, String... arguments) {
		return run(shell, "install.sh", arguments);
	}

	Tool.Result verify(String shell) {
		return run(shell, "verify.sh");
	}

	Tool.Result rollback(String shell, String... arguments) {
		return run(shell, "rollback.sh", arguments);
	}

	private Tool.Result run(String shell, String script, String... arguments) {
		List<String> words = words(shell);
		words.add(bundle.resolve(script).toString());
		words.addAll(List.of("--root", root.toString()));
		words.addAll(List.of(arguments));
		return Tool.run(bundle.getParent(), environment, "", words.toArray(String[]::new));
	}

	static List<String> words(String shell) {
		List<String> words = new ArrayList<>(List.of(shell.split(" ")));
		Tool.require(words.get(0));
		return words;
	}

	String read(String path) throws IOException {
		return Files.readString(root.resolve(path));
	}

	Map<String, String> tree() throws IOException {
		return tree(root, true);
	}

	/** All that is in a tree but the scripts' own state: kind, mode, owner and content of each path, and the time of files where it matters, in seconds: busybox keeps no more. */
	static Map<String, String> tree(Path root, boolean times) throws IOException {
		Map<String, String> all = new TreeMap<>();
		try (Stream<Path> paths = Files.walk(root)) {
			for (Path path : paths.toList()) {
				String name = root.relativize(path).toString();
				if (!name.startsWith(STATE)) {
					all.put(name, facts(path, times));
				}
			}
		}
		return all;
	}

	private static String facts(Path path, boolean times) throws IOException {
		String facts = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS) + " " + Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
		if (Files.isSymbolicLink(path)) {
			return facts + " -> " + Files.readSymbolicLink(path);
		}
		if (Files.isDirectory(path)) {
			return facts + " directory";
		}
		return facts + (times ? " " + Files.getLastModifiedTime(path).to(TimeUnit.SECONDS) : "") + "\n" + Files.readString(path, StandardCharsets.ISO_8859_1);
	}

	static void copy(Path from, Path to) {
		try (Stream<Path> paths = Files.walk(from)) {
			for (Path path : paths.toList()) {
				Path target = to.resolve(from.relativize(path).toString());
				if (Files.isDirectory(path)) {
					Files.createDirectories(target);
				} else {
					Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static void delete(Path directory) throws IOException {
		try (Stream<Path> paths = Files.walk(directory)) {
			for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
				Files.delete(path);
			}
		}
	}

	/** What is in a directory, links before all. */
	static void clear(Path directory) throws IOException {
		try (Stream<Path> all = Files.list(directory)) {
			for (Path path : all.toList()) {
				delete(path);
			}
		}
	}

	/** Leaves of the bundle only its scripts and what becomes these files, as if no more had been exported. */
	void keepOnly(List<String> paths) throws IOException {
		Path manifest = bundle.resolve("MANIFEST");
		Files.write(manifest, Files.readAllLines(manifest).stream().filter(l -> !l.startsWith("step\t") && (!l.matches("(file|patch)\t.*") || paths.contains(l.split("\t")[4]))).toList());
		List<String> kept = new ArrayList<>(List.of("MANIFEST", "packages.txt", "install.sh", "verify.sh", "rollback.sh"));
		paths.forEach(p -> kept.addAll(List.of("files" + p, "patches/" + p.substring(1).replace('/', '-') + ".awk")));
		Path sums = bundle.resolve("SHA256SUMS");
		List<String> names = Files.readAllLines(sums).stream().map(l -> l.substring(66)).toList();
		for (String name : names) {
			if (!kept.contains(name)) {
				Files.delete(bundle.resolve(name));
			}
		}
		List<String> words = new ArrayList<>(List.of("sha256sum"));
		names.stream().filter(kept::contains).forEach(words::add);
		Files.writeString(sums, Tool.run(bundle, words.toArray(String[]::new)).assertOk().output());
	}

	/** Nothing of the scripts is left: no backup, no lock, no temporary file. */
	static void assertClean(Path root) throws IOException {
		assertEquals(false, Files.exists(root.resolve(STATE)), "there is something left in " + STATE);
	}
}
