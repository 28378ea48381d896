package org.clusterwright.core.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The file in a directory of exports that says what is ours there, and of which cluster: what it does not name is never replaced. */
final class ExportMarker {
	static final String NAME = ".clusterwright-export";
	private static final String FIRST_LINE = "clusterwright-export 1";

	/** Name of an archive or tree to the name of its cluster. */
	private final TreeMap<String, String> names = new TreeMap<>();

	static ExportMarker of(Path directory) throws IOException {
		ExportMarker marker = new ExportMarker();
		Path file = directory.resolve(NAME);
		if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
			List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
			if (!lines.isEmpty() && lines.get(0).equals(FIRST_LINE)) {
				for (String line : lines.subList(1, lines.size())) {
					int tab = line.indexOf('\t');
					if (tab > 0 && BundlePath.complaintOfTop(line.substring(tab + 1)).isEmpty()) {
						marker.names.put(line.substring(tab + 1), line.substring(0, tab));
					}
				}
			}
		}
		return marker;
	}

	/** Why a name in the directory must not be replaced by an export of the cluster, as the end of a sentence. */
	Optional<String> whyNotOurs(Path directory, String cluster, String name) throws IOException {
		Path path = directory.resolve(name);
		if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			return Optional.empty();
		}
		String owner = names.get(name);
		if (owner == null) {
			return Optional.of("was not written by clusterwright");
		}
		if (!owner.equals(cluster)) {
			return Optional.of("is of another cluster, " + owner);
		}
		if (Files.isSymbolicLink(path)) {
			return Optional.of("is a symbolic link");
		}
		return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? DirectoryTree.stranger(path).map(s -> "holds a file that clusterwright did not write (" + s + ")") : Optional.empty();
	}

	List<String> of(String cluster) {
		return new ArrayList<>(names.entrySet().stream().filter(e -> e.getValue().equals(cluster)).map(Map.Entry::getKey).toList());
	}

	void add(String cluster, List<String> added) {
		added.forEach(n -> names.put(n, cluster));
	}

	void remove(List<String> removed) {
		removed.forEach(names::remove);
	}

	byte[] text() {
		StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
		names.forEach((name, cluster) -> text.append(cluster).append('\t').append(name).append('\n'));
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}
}
