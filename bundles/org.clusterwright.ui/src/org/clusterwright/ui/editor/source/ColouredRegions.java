package org.clusterwright.ui.editor.source;

import java.util.List;
import org.clusterwright.dsl.ide.Highlighting;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;

/** Regions in order, each of one kind, as plain arrays: they are moved on every key and may be many. */
final class ColouredRegions {
	static final ColouredRegions NONE = new ColouredRegions(new int[0], new int[0], new Kind[0]);

	private final int[] starts;
	private final int[] ends;
	private final Kind[] kinds;

	private ColouredRegions(int[] starts, int[] ends, Kind[] kinds) {
		this.starts = starts;
		this.ends = ends;
		this.kinds = kinds;
	}

	static ColouredRegions of(List<Highlighting.Region> regions) {
		ColouredRegions result = new ColouredRegions(new int[regions.size()], new int[regions.size()], new Kind[regions.size()]);
		for (int i = 0; i < regions.size(); i++) {
			Highlighting.Region region = regions.get(i);
			result.starts[i] = region.offset();
			result.ends[i] = region.offset() + region.length();
			result.kinds[i] = region.kind();
		}
		return result;
	}

	int size() {
		return starts.length;
	}

	int start(int i) {
		return starts[i];
	}

	int end(int i) {
		return ends[i];
	}

	Kind kind(int i) {
		return kinds[i];
	}

	int firstEndingAfter(int offset) {
		int low = 0;
		int high = ends.length;
		while (low < high) {
			int middle = low + high >>> 1;
			if (ends[middle] <= offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	/** These regions after {@code length} characters at {@code offset} have become {@code added} ones. A region that is typed in, or at whose end is typed, grows. */
	ColouredRegions moved(int offset, int length, int added) {
		ColouredRegions moved = new ColouredRegions(new int[starts.length], new int[ends.length], kinds);
		int end = offset + length;
		for (int i = 0; i < starts.length; i++) {
			moved.starts[i] = starts[i] < offset ? starts[i] : starts[i] >= end ? starts[i] - length + added : offset;
			moved.ends[i] = ends[i] < offset ? ends[i] : ends[i] >= end ? ends[i] - length + added : offset + added;
			moved.ends[i] = Math.max(moved.starts[i], moved.ends[i]);
		}
		return moved;
	}

	/** The region in which another list differs; null where they are the same. */
	IRegion difference(ColouredRegions other) {
		int common = Math.min(size(), other.size());
		int first = 0;
		while (first < common && same(first, other, first)) {
			first++;
		}
		if (first == size() && first == other.size()) {
			return null;
		}
		int last = 0;
		while (last < common - first && same(size() - 1 - last, other, other.size() - 1 - last)) {
			last++;
		}
		int from = Math.min(startOr(first), other.startOr(first));
		int to = Math.max(endOr(size() - 1 - last), other.endOr(other.size() - 1 - last));
		return to > from ? new Region(from, to - from) : null;
	}

	private boolean same(int i, ColouredRegions other, int j) {
		return starts[i] == other.starts[j] && ends[i] == other.ends[j] && kinds[i] == other.kinds[j];
	}

	private int startOr(int i) {
		return i < size() ? starts[i] : Integer.MAX_VALUE;
	}

	private int endOr(int i) {
		return i >= 0 && i < size() ? ends[i] : 0;
	}
}
