package org.clusterwright.core.export;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.packager.rpm.RpmTag;
import org.eclipse.packager.rpm.RpmVersion;
import org.eclipse.packager.rpm.build.BuilderContext;
import org.eclipse.packager.rpm.build.BuilderOptions;
import org.eclipse.packager.rpm.build.DigestAlgorithm;
import org.eclipse.packager.rpm.build.FileInformation;
import org.eclipse.packager.rpm.build.RpmBuilder;
import org.eclipse.packager.rpm.coding.PayloadCoding;
import org.eclipse.packager.rpm.deps.Dependencies;
import org.eclipse.packager.rpm.deps.Dependency;
import org.eclipse.packager.rpm.deps.RpmDependencyFlags;

/**
 * Writes a bundle as an RPM package that only lies there: its files are below /usr/share/clusterwright, and it has no scriptlets, since the real files belong to other
 * packages. XZ, which EL6 knows and which is Java here, so that the bytes do not depend on the JDK.
 */
final class RpmArchive {
	static final String TOP = "/usr/share/clusterwright";
	private static final int DIRECTORY_MODE = 0755;
	private static final String XZ_LEVEL = "2";
	/** What the rpm of the node must know. The library would write the last one without "rpmlib", and no rpm would install that. */
	private static final List<Dependency> FEATURES = List.of(feature("CompressedFileNames", "3.0.4-1"), feature("FileDigests", "4.6.0-1"),
			feature("PayloadFilesHavePrefix", "4.0-1"), feature("PayloadIsXz", "5.2-1"));

	private RpmArchive() {
	}

	/**
	 * What an RPM says of itself. {@code place} is the directory of its files below the top, CLUSTER or CLUSTER/NODE; {@code version} is the design's config_version, {@code time} in
	 * seconds since 1970.
	 */
	record Labels(String place, long version, long time) {
		/** A name of a package may hold fewer characters than that of a node. */
		String packageName() {
			return ("clusterwright-" + place).replaceAll("[^A-Za-z0-9._+-]", "-");
		}

		String directory() {
			return TOP + "/" + place;
		}
	}

	private static Dependency feature(String name, String version) {
		return new Dependency("rpmlib(" + name + ")", version, RpmDependencyFlags.LESS, RpmDependencyFlags.EQUAL, RpmDependencyFlags.RPMLIB);
	}

	static void write(Path target, Bundle bundle, Labels labels, IProgressMonitor monitor) throws IOException {
		BuilderOptions options = new BuilderOptions();
		options.setFileDigestAlgorithm(DigestAlgorithm.SHA256);
		options.setPayloadCoding(PayloadCoding.XZ);
		options.setPayloadFlags(XZ_LEVEL);
		options.setOpenOptions(new StandardOpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW});
		try (RpmBuilder rpm = new RpmBuilder(labels.packageName(), new RpmVersion(null, String.valueOf(labels.version()), "1"), "noarch", target, options)) {
			describe(rpm, labels);
			fill(rpm.newContext(), bundle, labels, monitor);
			rpm.build();
		}
	}

	private static void describe(RpmBuilder rpm, Labels labels) {
		RpmBuilder.PackageInformation about = rpm.getInformation();
		about.setSummary("Clusterwright bundle " + labels.place());
		about.setDescription("Native files, procedure and documents of " + labels.place() + ", version " + labels.version()
				+ ".\nInstalling this package changes nothing on the node. What to do next is said in\n" + labels.directory() + "/runbook.html.");
		about.setLicense("Not to be distributed");
		about.setGroup("System Environment/Base");
		about.setVendor("Clusterwright");
		about.setBuildHost("localhost");
		rpm.setHeaderCustomizer(h -> {
			h.putInt(RpmTag.BUILDTIME, (int) labels.time());
			Dependencies.putRequirements(h, FEATURES);
		});
	}

	private static void fill(BuilderContext context, Bundle bundle, Labels labels, IProgressMonitor monitor) throws IOException {
		Instant time = Instant.ofEpochSecond(labels.time());
		String top = labels.directory();
		for (int slash = TOP.length(); slash > 0; slash = top.indexOf('/', slash + 1)) {
			context.addDirectory(top.substring(0, slash), (name, source, type) -> information(DIRECTORY_MODE, time));
		}
		context.addDirectory(top, (name, source, type) -> information(DIRECTORY_MODE, time));
		for (String directory : bundle.directories()) {
			context.addDirectory(top + "/" + directory, (name, source, type) -> information(DIRECTORY_MODE, time));
		}
		for (BundleEntry entry : bundle.entries()) {
			StagedExport.checkCancelled(monitor);
			switch (entry.content()) {
				case BundleEntry.Content.Bytes b -> context.addFile(top + "/" + entry.path(), b.bytes(), (name, source, type) -> information(entry.mode(), time));
				case BundleEntry.Content.OnDisk d -> context.addFile(top + "/" + entry.path(), d.file(), (name, source, type) -> information(entry.mode(), time));
			}
		}
	}

	private static FileInformation information(int mode, Instant time) {
		FileInformation information = new FileInformation();
		information.setTimestamp(time);
		information.setUser("root");
		information.setGroup("root");
		information.setMode((short) mode);
		return information;
	}
}
