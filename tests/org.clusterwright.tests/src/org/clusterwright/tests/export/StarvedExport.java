package org.clusterwright.tests.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.clusterwright.core.export.BundleExport;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.export.BundleRequest;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.tests.Designs;
import org.eclipse.core.runtime.NullProgressMonitor;

/** A process that exports to a small disk, fills it, and exports again, in each format: DISK. Says what did not hold. */
public final class StarvedExport {
	private static final int LEFT = 60 * 1024;

	private StarvedExport() {
	}

	public static void main(String[] args) throws IOException {
		Path disk = Path.of(args[0]);
		BundleRequest seven = Exports.request(Designs.tutorial().replace("version 8", "version 7"), NativeFormats.RHCS3, disk, BundleFormat.TAR_GZ);
		BundleRequest eight = Exports.tutorial(disk, BundleFormat.TAR_GZ);
		for (BundleFormat format : BundleFormat.values()) {
			Path out = disk.resolve("out-" + format.word());
			Path fill = disk.resolve("fill");
			BundleExport.write(Exports.to(seven, out, format), new NullProgressMonitor());
			TreeMap<String, String> before = Exports.tree(out);
			fill(fill);
			starve(Exports.to(eight, out, format));
			if (!before.equals(Exports.tree(out))) {
				System.out.println("changed: " + Exports.tree(out).keySet());
			}
			starve(Exports.to(eight, disk.resolve("fresh"), format));
			if (Files.exists(disk.resolve("fresh"))) {
				System.out.println("left: " + Exports.tree(disk.resolve("fresh")).keySet());
			}
			Files.delete(fill);
		}
	}

	private static void fill(Path fill) throws IOException {
		long size = 0;
		byte[] block = new byte[4096];
		try (OutputStream stream = Files.newOutputStream(fill)) {
			while (true) {
				stream.write(block);
				size += block.length;
			}
		} catch (IOException full) {
			try (var channel = java.nio.channels.FileChannel.open(fill, java.nio.file.StandardOpenOption.WRITE)) {
				channel.truncate(size - LEFT);
			}
		}
	}

	private static void starve(BundleRequest request) {
		try {
			System.out.println("wrote more than there was room: " + BundleExport.write(request, new NullProgressMonitor()));
		} catch (IOException e) {
			System.out.println(request.format().word() + ": " + e.getMessage().replace(request.directory().toString(), "DIR"));
		}
	}
}
