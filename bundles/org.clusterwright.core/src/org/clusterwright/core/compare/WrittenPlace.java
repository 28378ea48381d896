package org.clusterwright.core.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.clusterwright.core.export.BundleArchive;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.formats.NativeFile;

/** Where files of a design were written, and in which shape. */
public record WrittenPlace(Path directory, Shape shape) {
	public enum Shape {
		/** A directory for each node with the files at their paths, as {@code generate} writes it. */
		TREES,
		/** A directory or a tar.gz for each node, as {@code export} writes it. */
		BUNDLES
	}

	public WrittenPlace {
		directory = directory.toAbsolutePath().normalize();
		Objects.requireNonNull(shape);
	}

	/** A file on the disk, or in an archive there ({@code inside} is then its path below the top). */
	record Spot(Path file, String inside) {
		boolean isInArchive() {
			return inside != null;
		}

		String title() {
			return isInArchive() ? file + ": " + inside : file.toString();
		}
	}

	Spot spot(String node, NativeFile file) {
		Path tree = directory.resolve(node);
		if (shape == Shape.TREES) {
			return new Spot(directory.resolve(node + file.path().text()), null);
		}
		String path = BundleArchive.pathOf(file);
		return Files.isDirectory(tree) ? new Spot(tree.resolve(path), null) : new Spot(directory.resolve(node + BundleFormat.TAR_GZ.suffix()), path);
	}

	/** What to call the place of a file when it is shown. */
	public String title(String node, NativeFile file) {
		return spot(node, file).title();
	}
}
