package org.clusterwright.core.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.clusterwright.core.export.BundleArchive;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.formats.NativeFile;

/** Generated files as they are on the disk, in directories or in bundles, and how a plan stands to it. Reads a file again only when its time or size changed; to be used off the UI thread, by one thread at a time. */
public final class WrittenTree {
	/** What is larger was not generated. */
	private static final int MOST_BYTES = 4 * 1024 * 1024;

	/** {@code texts} of an archive are by their paths in it; a file has one, of no path. */
	private record Cached(Object key, long time, long size, Map<String, String> texts) {
	}

	/** How the files of a plan stand to the directory. {@code exists} is false where there is no such directory. */
	public record States(Path directory, boolean exists, Map<FileRef, ExportState> files) {
		public States {
			Objects.requireNonNull(directory);
			files = Map.copyOf(files);
		}

		public Optional<ExportState> of(FileRef file) {
			return Optional.ofNullable(files.get(file));
		}

		public long count(ExportState state) {
			return files.values().stream().filter(s -> s == state).count();
		}
	}

	private static final String WHOLE = "";

	private final WrittenPlace place;
	private final Map<Path, Cached> cache = new HashMap<>();

	public WrittenTree(WrittenPlace place) {
		this.place = place;
	}

	public WrittenPlace place() {
		return place;
	}

	/** Gives up, with what it has, when {@code cancelled}. */
	public States states(Plan plan, BooleanSupplier cancelled) {
		if (!Files.isDirectory(place.directory())) {
			return new States(place.directory(), false, Map.of());
		}
		Map<FileRef, ExportState> states = new HashMap<>();
		for (NodeTree tree : plan.trees()) {
			for (NativeFile file : tree.files()) {
				if (cancelled.getAsBoolean()) {
					return new States(place.directory(), true, states);
				}
				states.put(new FileRef(tree.name(), file.path().text()), state(tree.name(), file));
			}
		}
		return new States(place.directory(), true, states);
	}

	private ExportState state(String node, NativeFile file) {
		try {
			return SecretMask.same(file.content().text(), text(place.spot(node, file))) ? ExportState.SAME : ExportState.CHANGED;
		} catch (NoSuchFileException e) {
			return ExportState.NEW;
		} catch (IOException e) {
			return ExportState.ERROR;
		}
	}

	/** What was written of a generated file, to be shown beside it, the values of secrets hidden; absent where there is nothing. */
	public Optional<String> shown(String node, NativeFile file) throws IOException {
		try {
			return Optional.of(SecretMask.hide(file.content().text(), text(place.spot(node, file))));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		}
	}

	private String text(WrittenPlace.Spot spot) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(spot.file(), BasicFileAttributes.class);
		long time = attributes.lastModifiedTime().toMillis();
		Cached cached = cache.get(spot.file());
		// A new file may have the old one's time and size, but then it is another file.
		if (cached == null || cached.time() != time || cached.size() != attributes.size() || !Objects.equals(cached.key(), attributes.fileKey())) {
			Map<String, String> texts = spot.isInArchive() ? BundleArchive.texts(spot.file()) : Map.of(WHOLE, read(spot.file(), attributes));
			cached = new Cached(attributes.fileKey(), time, attributes.size(), texts);
			cache.put(spot.file(), cached);
		}
		String text = cached.texts().get(spot.isInArchive() ? spot.inside() : WHOLE);
		if (text == null) {
			throw new NoSuchFileException(spot.title());
		}
		return text;
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
