package org.clusterwright.core.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clusterwright.formats.NativeFile;

/** Applies the patches of a plan to the files of a base tree with the system's awk, as the node would, and gives the files whole. */
public final class BasePatcher {
	private static final int OWNER_ONLY = 0700;
	private static final long SECONDS = 30;

	private final Path base;

	private BasePatcher(Path base) {
		this.base = base;
	}

	/**
	 * The patched files of all trees.
	 *
	 * @param written the plan's files as they are written, with the values of secrets
	 * @throws IOException with a message for the user when a base file is missing or its patch fails
	 */
	public static List<TreeFile> apply(Path base, Plan plan, List<TreeFile> written) throws IOException {
		if (!Files.isDirectory(base)) {
			throw new IOException("the base tree " + base + " is not a directory");
		}
		BasePatcher patcher = new BasePatcher(base.toRealPath());
		Map<String, TreeFile> programs = written.stream().collect(Collectors.toMap(TreeFile::relative, Function.identity()));
		List<TreeFile> patched = new ArrayList<>();
		for (NodeTree tree : plan.trees()) {
			for (NativeFile file : tree.files()) {
				if (file instanceof NativeFile.Patch patch) {
					patched.add(patcher.patch(tree, patch, programs.get(tree.name() + patch.path().text())));
				}
			}
		}
		return patched;
	}

	private TreeFile patch(NodeTree tree, NativeFile.Patch patch, TreeFile program) throws IOException {
		Path source = base.resolve(patch.target().text().substring(1));
		if (!Files.exists(source)) {
			throw new IOException("the base tree has no " + patch.target() + " (" + source + "), which the patch for " + tree.name() + " changes");
		}
		if (!Files.isRegularFile(source) || !source.toRealPath().startsWith(base)) {
			throw new IOException(source + " is not a regular file of the base tree");
		}
		int mode = mode(source);
		boolean secret = (program.mode() & ~OWNER_ONLY) == 0;
		return new TreeFile(tree.name(), patch.target(), secret ? mode & OWNER_ONLY : mode, run(program, source));
	}

	private static int mode(Path file) throws IOException {
		Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
		int mode = 0;
		for (PosixFilePermission permission : permissions) {
			mode |= 0400 >> permission.ordinal();
		}
		return mode;
	}

	private static byte[] run(TreeFile program, Path source) throws IOException {
		Path work = Files.createTempDirectory("clusterwright-patch", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		try {
			Path script = Files.write(work.resolve("patch.awk"), program.content());
			Path out = work.resolve("out");
			Path err = work.resolve("err");
			ProcessBuilder awk = new ProcessBuilder("awk", "-f", script.toString()).redirectInput(source.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
			awk.environment().put("LC_ALL", "C");
			int exit = await(awk.start(), program);
			if (exit != 0) {
				String complaint = Files.readString(err, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("exit " + exit);
				throw new IOException("awk cannot apply " + program.relative() + " to " + source + ": " + complaint);
			}
			return Files.readAllBytes(out);
		} finally {
			FlushedDirectory.delete(work);
		}
	}

	private static int await(Process process, TreeFile program) throws IOException {
		try {
			if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
				return process.exitValue();
			}
			throw new IOException("awk does not come to an end with " + program.relative());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		} finally {
			process.destroyForcibly();
		}
	}
}
