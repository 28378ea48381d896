package org.clusterwright.core.trace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clusterwright.formats.NativeFile;

/** What a part of the design makes: lines of native files, for each file that has any. */
public final class Made {
	public static final Made NOTHING = new Made(new IdentityHashMap<>());

	/** A line, counted from 0. It is {@code direct} when the part says something of it, and not only has a share in a derived value or a default. */
	public record Line(int number, boolean direct) {
	}

	private final Map<NativeFile, List<Line>> files;

	Made(Map<NativeFile, List<Line>> files) {
		this.files = files;
	}

	public boolean isEmpty() {
		return files.isEmpty();
	}

	/** The files with any line. A cluster-wide file is one object for all nodes. */
	public Set<NativeFile> files() {
		return files.keySet();
	}

	/** In the order of the file. */
	public List<Line> lines(NativeFile file) {
		return files.getOrDefault(file, List.of());
	}

	/** Gathers lines in the order of files and spans; a line is direct when one of its spans is. */
	static final class Gathering {
		private final Map<NativeFile, List<Line>> files = new IdentityHashMap<>();

		void add(NativeFile file, int first, int last, boolean direct) {
			List<Line> lines = files.computeIfAbsent(file, f -> new ArrayList<>());
			for (int line = first; line <= last; line++) {
				int end = lines.size() - 1;
				if (end >= 0 && lines.get(end).number() == line) {
					if (direct && !lines.get(end).direct()) {
						lines.set(end, new Line(line, true));
					}
				} else {
					lines.add(new Line(line, direct));
				}
			}
		}

		Made finish() {
			return files.isEmpty() ? NOTHING : new Made(files);
		}
	}
}
