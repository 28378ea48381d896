package org.clusterwright.core.nativeedit;

import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeChange;
import org.clusterwright.formats.NativeChange.Reach;
import org.clusterwright.formats.NativeChange.Way;

/** Which of its ways each change takes; none where it may be a consequence of the others. */
@FunctionalInterface
interface Choice {
	Choice WIDER = change -> first(change, Reach.HERE).or(() -> first(change, Reach.WIDER));
	Choice RAW = change -> first(change, Reach.RAW).or(() -> first(change, Reach.HERE));

	Optional<Way> of(NativeChange change);

	/** The way of this rank among those that change only what the file says, or the last of them. */
	static Choice here(int rank) {
		return change -> {
			List<Way> ways = all(change, Reach.HERE);
			return ways.isEmpty() ? Optional.empty() : Optional.of(ways.get(Math.min(rank, ways.size() - 1)));
		};
	}

	static List<Way> all(NativeChange change, Reach reach) {
		return change.ways().stream().filter(w -> w.reach() == reach).toList();
	}

	private static Optional<Way> first(NativeChange change, Reach reach) {
		return all(change, reach).stream().findFirst();
	}
}
