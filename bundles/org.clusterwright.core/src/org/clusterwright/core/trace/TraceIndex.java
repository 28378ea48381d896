package org.clusterwright.core.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.Span;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.findings.Lines;
import org.clusterwright.model.findings.Place;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * The traces of all files of a plan turned round: from a place of the design to what it makes, and back. Made once with the snapshot, off the UI thread,
 * and read-only since. An entry is a span that an element has a part in; the entries are sorted by the element's number, so that all of a block's are one range.
 */
public final class TraceIndex {
	private static final int[] NOBODY = {};

	private final DesignRegions regions;
	private final List<NativeFile> files = new ArrayList<>();
	/** Made when first asked for; two threads may both make one, which does no harm. */
	private Lines[] lines;
	/** Where the entries of each element begin. */
	private int[] begins = {};
	/** File, span and share of each entry in one number, which sorts by file and place: see {@link #entry}. */
	private long[] entries = {};

	private TraceIndex(DesignRegions regions) {
		this.regions = regions;
	}

	public static TraceIndex of(ParsedDesign design, Plan plan) {
		TraceIndex index = new TraceIndex(new DesignRegions(design));
		index.fill(plan);
		return index;
	}

	private void fill(Plan plan) {
		Map<NativeFile, Boolean> seen = new IdentityHashMap<>();
		for (NodeTree tree : plan.trees()) {
			for (NativeFile file : tree.files()) {
				if (seen.put(file, true) == null) {
					files.add(file);
				}
			}
		}
		lines = new Lines[files.size()];
		Map<Origin, int[]> known = new IdentityHashMap<>();
		int[] counts = new int[regions.size() + 1];
		for (NativeFile file : files) {
			for (Span span : file.content().spans()) {
				for (int share : shares(span.origin(), known)) {
					counts[(share >>> 1) + 1]++;
				}
			}
		}
		for (int i = 1; i < counts.length; i++) {
			counts[i] += counts[i - 1];
		}
		begins = counts.clone();
		entries = new long[counts[counts.length - 1]];
		for (int f = 0; f < files.size(); f++) {
			List<Span> spans = files.get(f).content().spans();
			for (int s = 0; s < spans.size(); s++) {
				for (int share : shares(spans.get(s).origin(), known)) {
					entries[counts[share >>> 1]++] = entry(f, s, (share & 1) == 1);
				}
			}
		}
	}

	private static long entry(int file, int span, boolean direct) {
		return (long) file << 32 | (long) span << 1 | (direct ? 0 : 1);
	}

	/** The elements that have a part in an origin, each once: twice its number, and one more for a direct part. */
	private int[] shares(Origin origin, Map<Origin, int[]> known) {
		int[] shares = known.get(origin);
		if (shares == null) {
			List<Integer> found = new ArrayList<>();
			switch (origin) {
				case Origin.Set set -> {
					share(found, regions.number(set.element()), true);
					// The words of the value are an element of their own.
					if (set.feature() instanceof EReference reference && reference.isContainment() && set.element().eGet(reference) instanceof EObject value) {
						share(found, regions.number(value), true);
					}
				}
				case Origin.Derived derived -> {
					share(found, regions.number(derived.element()), true);
					derived.inputs().forEach(i -> inputs(i, found, known));
				}
				case Origin.Default fixed -> {
					// What is fixed stands at the cluster for want of a better place; that would make the cluster's head light up everything.
					int number = regions.number(fixed.element());
					if (number > 0) {
						share(found, number, false);
					}
				}
			}
			shares = found.isEmpty() ? NOBODY : found.stream().mapToInt(i -> i).toArray();
			known.put(origin, shares);
		}
		return shares;
	}

	private void inputs(Origin input, List<Integer> found, Map<Origin, int[]> known) {
		for (int share : shares(input, known)) {
			share(found, share >>> 1, false);
		}
	}

	private static void share(List<Integer> found, int number, boolean direct) {
		if (number >= 0 && !found.contains(number << 1) && !found.contains(number << 1 | 1)) {
			found.add(number << 1 | (direct ? 1 : 0));
		}
	}

	/**
	 * What a selected region of the design makes; an empty region is a caret. The innermost element counts, with all that is inside it, except that the
	 * cluster's own head does not stand for the whole design.
	 */
	public Made made(int offset, int length) {
		if (regions.size() == 0) {
			return Made.NOTHING;
		}
		int from = length > 0 ? offset : regions.onLine(offset);
		if (from < 0) {
			return Made.NOTHING;
		}
		long[] hits = new long[64];
		int count = 0;
		for (int element : selected(0, from, length > 0 ? offset + length : from)) {
			int begin = begins[element];
			int end = begins[(element == 0 ? 0 : regions.last(element)) + 1];
			if (count + end - begin > hits.length) {
				hits = Arrays.copyOf(hits, Math.max(2 * hits.length, count + end - begin));
			}
			System.arraycopy(entries, begin, hits, count, end - begin);
			count += end - begin;
		}
		Arrays.sort(hits, 0, count);
		Made.Gathering gathering = new Made.Gathering();
		for (int i = 0; i < count; i++) {
			int file = (int) (hits[i] >>> 32);
			Span span = files.get(file).content().spans().get((int) (hits[i] & 0xffffffffL) >>> 1);
			int first = line(file, span.start());
			int last = line(file, Math.max(span.start(), span.end() - 1));
			gathering.add(files.get(file), first, last, (hits[i] & 1) == 0);
		}
		return gathering.finish();
	}

	private int line(int file, int offset) {
		Lines known = lines[file];
		if (known == null) {
			known = new Lines(files.get(file).content().text());
			lines[file] = known;
		}
		return known.place(offset, 0).line() - 1;
	}

	private List<Integer> selected(int element, int from, int to) {
		List<Integer> children = regions.childrenAt(element, from, to);
		if (children.isEmpty()) {
			return List.of(withEntries(element));
		}
		List<Integer> found = new ArrayList<>();
		for (int child : children) {
			selected(child, from, to).stream().filter(e -> !found.contains(e)).forEach(found::add);
		}
		return found;
	}

	/** Words inside a statement that make nothing by themselves stand for the statement. */
	private int withEntries(int element) {
		int at = element;
		while (!regions.isStatement(at) && begins[at] == begins[regions.last(at) + 1]) {
			at = regions.parent(at);
		}
		return at;
	}

	/** Where a reader of an origin should look: the value if it is written, else the element. */
	public Optional<Place> place(Origin origin) {
		return switch (origin) {
			case Origin.Set set -> regions.place(set.element(), set.feature());
			case Origin.Derived derived -> regions.place(derived.element());
			case Origin.Default fixed -> regions.place(fixed.element());
		};
	}

	/** Why the character at a place of a file is there; absent behind the end of the file. */
	public Optional<Reason> why(NativeFile file, int offset) {
		return file.content().originAt(offset).map(this::why);
	}

	public Reason why(Origin origin) {
		Reason.Link element = link(origin);
		return switch (origin) {
			case Origin.Set set -> new Reason(Reason.Kind.WRITTEN, "", element, List.of());
			case Origin.Derived derived -> new Reason(Reason.Kind.DERIVED, derived.rule(), element, derived.inputs().stream().map(this::link).distinct().toList());
			case Origin.Default fixed -> new Reason(Reason.Kind.DEFAULT, fixed.source(), element, List.of());
		};
	}

	private Reason.Link link(Origin origin) {
		return new Reason.Link(Elements.title(origin.element()), place(origin));
	}
}
