package org.clusterwright.core.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.TreeMarker;
import org.clusterwright.formats.NativeFile;

/** A directory of generated files as it is on the disk, and how a plan stands to it. Reads a file again only when its time or size changed; to be used off the UI thread, by one thread at a time. */
public final class WrittenTree {
	/** What is larger was not generated. */
	private static final int MOST_BYTES = 4 * 1024 * 1024;

	private record Cached(Object key, long time, long size, String text) {
	}

	/** How the files of a plan stand to the directory; {@code gone} are files of the last run that the plan has no more. {@code exists} is false where there is no such directory. */
	public record States(Path directory, boolean exists, Map<FileRef, ExportState> files, List<String> gone) {
		public States {
			Objects.requireNonNull(directory);
			files = Map.copyOf(files);
			gone = List.copyOf(gone);
		}

		public Optional<ExportState> of(FileRef file) {
			return Optional.ofNullable(files.get(file));
		}

		public long count(ExportState state) {
			return files.values().stream().filter(s -> s == state).count();
		}
	}

	private final Path directory;
	private final Map<Path, Cached> cache = new HashMap<>();

	public WrittenTree(Path directory) {
		this.directory = directory.toAbsolutePath().normalize();
	}

	public Path directory() {
		return directory;
	}

	/** Gives up, with what it has, when {@code cancelled}. */
	public States states(Plan plan, BooleanSupplier cancelled) {
		if (!Files.isDirectory(directory)) {
			return new States(directory, false, Map.of(), List.of());
		}
		Map<FileRef, ExportState> states = new HashMap<>();
		TreeSet<String> gone = new TreeSet<>(TreeMarker.written(directory));
		for (NodeTree tree : plan.trees()) {
			for (NativeFile file : tree.files()) {
				if (cancelled.getAsBoolean()) {
					return new States(directory, true, states, List.of());
				}
				FileRef ref = new FileRef(tree.name(), file.path().text());
				gone.remove(ref.relative());
				states.put(ref, state(file, directory.resolve(ref.relative())));
			}
		}
		gone.removeIf(g -> !Files.exists(directory.resolve(g), LinkOption.NOFOLLOW_LINKS));
		return new States(directory, true, states, new ArrayList<>(gone));
	}

	private ExportState state(NativeFile file, Path path) {
		try {
			return SecretMask.same(file.content().text(), text(path)) ? ExportState.SAME : ExportState.CHANGED;
		} catch (NoSuchFileException e) {
			return ExportState.NEW;
		} catch (IOException e) {
			return ExportState.ERROR;
		}
	}

	private String text(Path path) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
		long time = attributes.lastModifiedTime().toMillis();
		Cached cached = cache.get(path);
		// A new file may have the old one's time and size, but then it is another file.
		if (cached == null || cached.time() != time || cached.size() != attributes.size() || !Objects.equals(cached.key(), attributes.fileKey())) {
			cached = new Cached(attributes.fileKey(), time, attributes.size(), read(path, attributes));
			cache.put(path, cached);
		}
		return cached.text();
	}

	private static String read(Path path, BasicFileAttributes attributes) throws IOException {
		if (!attributes.isRegularFile()) {
			throw new IOException(path + " is not a regular file");
		}
		try (InputStream in = Files.newInputStream(path)) {
			byte[] bytes = in.readNBytes(MOST_BYTES + 1);
			if (bytes.length > MOST_BYTES) {
				throw new IOException(path + " is larger than " + MOST_BYTES / 1024 / 1024 + " MiB");
			}
			return new String(bytes, StandardCharsets.UTF_8);
		}
	}

	/** A file of the disk to be shown beside a generated one, the values of secrets hidden; absent where there is none. */
	public static Optional<String> shown(Path path, String generated) throws IOException {
		try {
			return Optional.of(SecretMask.hide(generated, read(path, Files.readAttributes(path, BasicFileAttributes.class))));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		}
	}
}
