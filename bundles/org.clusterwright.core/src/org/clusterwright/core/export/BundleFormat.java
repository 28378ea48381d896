package org.clusterwright.core.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How bundles are written. */
public enum BundleFormat {
	TAR_GZ("tar.gz", ".tar.gz"), DIRECTORY("dir", ""), RPM("rpm", ".rpm");

	private final String word;
	private final String suffix;

	BundleFormat(String word, String suffix) {
		this.word = word;
		this.suffix = suffix;
	}

	/** As it is said on the command line. */
	public String word() {
		return word;
	}

	/** What follows the name of the bundle in that of the file. */
	public String suffix() {
		return suffix;
	}

	public static List<String> words() {
		return Arrays.stream(values()).map(BundleFormat::word).toList();
	}

	public static Optional<BundleFormat> of(String word) {
		return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
	}
}
