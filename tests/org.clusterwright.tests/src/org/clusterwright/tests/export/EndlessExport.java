package org.clusterwright.tests.export;

import java.io.IOException;
import java.nio.file.Path;
import org.clusterwright.core.export.BundleExport;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.export.BundleRequest;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.tests.Designs;
import org.eclipse.core.runtime.NullProgressMonitor;

/** A process that exports two designs in turn to the same directory until it is killed: DIR FORMAT. */
public final class EndlessExport {
	private EndlessExport() {
	}

	static BundleRequest request(int version, Path directory, BundleFormat format) {
		return Exports.request(Designs.tutorial().replace("version 8", "version " + version), NativeFormats.RHCS3, directory, format);
	}

	public static void main(String[] args) throws IOException {
		Path directory = Path.of(args[0]);
		BundleFormat format = BundleFormat.of(args[1]).orElseThrow();
		BundleRequest seven = request(7, directory, format);
		BundleRequest eight = request(8, directory, format);
		while (true) {
			BundleExport.write(seven, new NullProgressMonitor());
			BundleExport.write(eight, new NullProgressMonitor());
		}
	}
}
