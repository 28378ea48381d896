package org.clusterwright.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The user's own RPM files, which travel in {@code packages/} of each bundle. What a file is called inside is read from its lead, not from its name. */
final class PackageFiles {
	/** A package: the name of its file, the name of the package, and the file as an entry of a bundle. */
	record Found(String file, String name, BundleEntry entry) {
	}

	private static final String DIRECTORY = "packages";
	private static final int LEAD_BYTES = 96;
	private static final byte[] MAGIC = {(byte) 0xed, (byte) 0xab, (byte) 0xee, (byte) 0xdb};
	private static final int TYPE_AT = 7;
	private static final int NAME_AT = 10;
	private static final int NAME_BYTES = 66;

	private PackageFiles() {
	}

	/** The files {@code *.rpm} of a directory in the order of their names. @throws IOException with a message for the user when one of them is no binary package */
	static List<Found> in(Path directory) throws IOException {
		if (!Files.isDirectory(directory)) {
			throw new IOException(directory + (Files.exists(directory) ? " is not a directory" : ": there is no such directory") + "; --packages wants the directory of your RPM files");
		}
		List<Path> files;
		try (Stream<Path> all = Files.list(directory)) {
			files = all.filter(f -> f.getFileName().toString().endsWith(".rpm")).sorted(Comparator.comparing(f -> f.getFileName().toString(), BundlePath.ORDER)).toList();
		}
		if (files.isEmpty()) {
			throw new IOException(directory + " holds no file *.rpm");
		}
		List<Found> found = new ArrayList<>();
		for (Path file : files) {
			found.add(read(file));
		}
		return List.copyOf(found);
	}

	private static Found read(Path file) throws IOException {
		if (!Files.isRegularFile(file)) {
			throw new IOException(file + " is not a regular file");
		}
		byte[] lead;
		try (InputStream in = Files.newInputStream(file)) {
			lead = in.readNBytes(LEAD_BYTES);
		}
		for (int i = 0; i < MAGIC.length; i++) {
			if (lead.length < LEAD_BYTES || lead[i] != MAGIC[i]) {
				throw new IOException(file + " is not an RPM package");
			}
		}
		if (lead[TYPE_AT] != 0) {
			throw new IOException(file + " is a source package, which installs nothing; take the binary one");
		}
		String name = file.getFileName().toString();
		String complaint = BundlePath.complaint(name).orElse(null);
		if (complaint != null) {
			throw new IOException("the name of " + file + " " + complaint);
		}
		return new Found(name, packageName(lead), BundleEntry.of(DIRECTORY + "/" + name, 0644, file));
	}

	/** NAME of NAME-VERSION-RELEASE. */
	private static String packageName(byte[] lead) {
		int end = NAME_AT;
		while (end < NAME_AT + NAME_BYTES && lead[end] != 0) {
			end++;
		}
		String whole = new String(lead, NAME_AT, end - NAME_AT, StandardCharsets.ISO_8859_1);
		return whole.replaceFirst("-[^-]*-[^-]*$", "");
	}
}
