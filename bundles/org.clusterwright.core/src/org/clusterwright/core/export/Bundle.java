package org.clusterwright.core.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** A directory as it travels: the name of its top, and its files in the order of their paths, with the sums of all of them in SHA256SUMS. */
public record Bundle(String top, List<BundleEntry> entries) {
	static final String SUMS = "SHA256SUMS";

	public Bundle {
		entries = List.copyOf(entries);
	}

	/** Sorts the files and adds their sums. */
	static Bundle of(String top, List<BundleEntry> files) {
		List<BundleEntry> entries = new ArrayList<>(files);
		entries.sort(Comparator.comparing(BundleEntry::path, BundlePath.ORDER));
		StringBuilder sums = new StringBuilder();
		entries.forEach(e -> sums.append(e.sha256()).append("  ").append(e.path()).append('\n'));
		entries.add(BundleEntry.of(SUMS, 0644, sums.toString()));
		entries.sort(Comparator.comparing(BundleEntry::path, BundlePath.ORDER));
		return new Bundle(top, entries);
	}

	/** All directories below the top, parents first. */
	List<String> directories() {
		TreeSet<String> directories = new TreeSet<>(BundlePath.ORDER);
		for (BundleEntry entry : entries) {
			for (int slash = entry.path().indexOf('/'); slash >= 0; slash = entry.path().indexOf('/', slash + 1)) {
				directories.add(entry.path().substring(0, slash));
			}
		}
		return List.copyOf(directories);
	}
}
