package org.clusterwright.model.effective;

import java.util.List;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.design.Section;

/**
 * Verbatim fragments of DRBD's files: in a section or a resource, where the path does not matter, or in the cluster with the file's path. The
 * anchor is a section's name; without it a fragment stands at the end of its block, or of the file.
 */
public final class DrbdRaw {
	public static final String GLOBAL_COMMON = "/etc/drbd.d/global_common.conf";

	private DrbdRaw() {
	}

	public static boolean isForDrbd(Raw raw) {
		return switch (raw.eContainer()) {
			case DrbdResource r -> true;
			case Section s -> s.eContainer() instanceof Drbd || s.eContainer() instanceof DrbdResource;
			case Cluster c -> raw.getPath() != null && raw.getPath().matches("/etc/drbd\\.conf|/etc/drbd\\.d/.*");
			case null, default -> false;
		};
	}

	/** The words that may follow {@code at}. */
	public static List<String> anchors(Raw raw) {
		return switch (raw.eContainer()) {
			case DrbdResource r -> DrbdOptions.SECTIONS;
			case Cluster c when GLOBAL_COMMON.equals(raw.getPath()) -> List.of("global", "common", "handlers", "startup", "disk", "net", "syncer");
			case null, default -> List.of();
		};
	}

	/** Whether braces, quotes and the last statement are closed, comments aside, so that nothing around the fragment changes its meaning. */
	public static boolean isWhole(String text) {
		int depth = 0;
		boolean open = false;
		for (String line : text.split("\n", -1)) {
			boolean quoted = false;
			for (char c : line.toCharArray()) {
				if (quoted) {
					quoted = c != '"';
				} else if (c == '#') {
					break;
				} else {
					quoted = c == '"';
					depth += c == '{' ? 1 : c == '}' ? -1 : 0;
					open = c == ';' || c == '{' || c == '}' ? false : open || !Character.isWhitespace(c);
				}
				if (depth < 0 || c < ' ' && c != '\t') {
					return false;
				}
			}
			if (quoted) {
				return false;
			}
		}
		return depth == 0 && !open;
	}
}
