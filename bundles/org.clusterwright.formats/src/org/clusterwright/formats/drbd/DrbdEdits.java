package org.clusterwright.formats.drbd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.formats.BlockWriter;
import org.clusterwright.formats.DesignWords;
import org.clusterwright.formats.NativeChange.Reach;
import org.clusterwright.formats.NativeChange.Way;
import org.clusterwright.formats.NativeChange;
import org.clusterwright.formats.NativeDiff;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeLine;
import org.clusterwright.formats.RawRegions;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.findings.Lines;
import org.clusterwright.model.findings.Place;
import org.eclipse.emf.ecore.EObject;

/** One edit of a resource's file: the same on every node, so what is changed in it is changed for all its hosts. */
final class DrbdEdits {
	private final EffectiveCluster cluster;
	private final ReplicatedResource resource;
	private final NativeFile file;
	private final Lines places;
	private final DrbdLines before;
	private final DrbdLines now;
	private final RawRegions raw;
	private final DrbdWays ways;
	private final String bodyEnd;

	DrbdEdits(EffectiveCluster cluster, ReplicatedResource resource, NativeFile file, String edited) {
		this.cluster = cluster;
		this.resource = resource;
		this.file = file;
		this.places = new Lines(edited);
		this.before = new DrbdLines(file.content().text());
		this.now = new DrbdLines(edited);
		this.raw = new RawRegions(file.content(), before.lines());
		this.ways = new DrbdWays(cluster, resource, file.content(), now.portOfAll(resource.hosts().stream().map(h -> "on " + h.node().hostName().value()).toList()));
		this.bodyEnd = DrbdLines.key(List.of("resource " + resource.name().value()), "}");
	}

	List<NativeChange> changes() {
		if (!now.errors().isEmpty()) {
			var first = now.errors().get(0);
			return List.of(change(first.place(), List.of(), "The text is not understood: " + first.message() + ".", Optional.empty()));
		}
		List<NativeDiff> differences = NativeDiff.of(before.lines(), now.lines(), (b, a) -> b.key().endsWith("/{") && a.key().endsWith("/{"), l -> l.key().equals(bodyEnd) || raw.of(l).isPresent());
		List<NativeChange> changes = new ArrayList<>();
		for (NativeDiff difference : differences) {
			changes.add(raw.way(difference).map(w -> change(place(difference), List.of(w), "The text of the raw block cannot be changed so.", Optional.empty()))
					.orElseGet(() -> change(difference, differences)));
		}
		return changes;
	}

	private NativeChange change(NativeDiff difference, List<NativeDiff> all) {
		Place place = place(difference);
		return switch (difference) {
			case NativeDiff.Changed c -> changed(place, c);
			case NativeDiff.Removed r -> removed(place, r.before(), all);
			case NativeDiff.Added a -> added(place, a, all);
		};
	}

	private NativeChange changed(Place place, NativeDiff.Changed change) {
		Optional<DrbdLines.Statement> was = before.statement(change.before());
		Optional<DrbdLines.Statement> is = now.statement(change.after());
		Origin origin = origin(change.before());
		if (was.isEmpty() || is.isEmpty()) {
			return bare(change.before()).equals(bare(change.after())) ? spelling(place, change.before())
					: change.before().offset() == 0 && change.after().offset() == 0 ? label(place, change.after()) : form(place, change.before());
		}
		if (was.get().values().equals(is.get().values())) {
			return bare(change.before()).equals(bare(change.after())) ? spelling(place, change.before())
					: change(place, List.of(), "A comment beside a statement cannot be kept; the design has no word for it.", Optional.empty());
		}
		return attempt(place, origin, was.get().key() + " cannot be changed so: ", () -> ways.change(was.get(), is.get().values()), "The design has no word for this value of " + was.get().key() + ".");
	}

	private NativeChange removed(Place place, NativeLine line, List<NativeDiff> all) {
		Optional<DrbdLines.Statement> was = before.statement(line);
		if (was.isEmpty()) {
			return line.source().isBlank() || isSection(line) && now.hasSection(line.key()) ? spelling(place, line) : form(place, line);
		}
		if (now.says(was.get())) {
			return NativeChange.spelling(place, "The statements of a section stand on lines of their own.");
		}
		Optional<NativeLine> elsewhere = all.stream().filter(d -> d instanceof NativeDiff.Added a && a.after().key().equals(line.key())).map(d -> ((NativeDiff.Added) d).after()).findFirst();
		if (elsewhere.isPresent()) {
			return moved(place, was.get().key(), line, elsewhere.get());
		}
		Origin origin = origin(line);
		return attempt(place, origin, was.get().key() + " cannot be taken away: ", () -> ways.remove(was.get(), origin), was.get().key() + " is always in the file: " + why(origin) + ".");
	}

	private NativeChange added(Place place, NativeDiff.Added added, List<NativeDiff> all) {
		Optional<DrbdLines.Statement> is = now.statement(added.after());
		NativeLine line = added.after();
		Optional<NativeLine> elsewhere = all.stream().filter(d -> d instanceof NativeDiff.Removed r && r.before().key().equals(line.key())).map(d -> ((NativeDiff.Removed) d).before()).findFirst();
		if (is.isPresent() && elsewhere.isPresent()) {
			return moved(place, is.get().key(), elsewhere.get(), line);
		}
		if (is.isPresent() && before.lines().stream().anyMatch(l -> l.key().equals(line.key()))) {
			return change(place, List.of(), is.get().key() + " is there twice; DRBD takes one. Change the first line instead.", Optional.empty());
		}
		List<DrbdLines.Statement> inner = now.inner(line);
		if (is.isEmpty() && isSection(line) && (inner.isEmpty() ? before.hasSection(line.key()) : inner.stream().allMatch(before::says))) {
			return NativeChange.spelling(place, "The section stands in another place or on other lines; where it stands is always the same.");
		}
		List<Way> found = new ArrayList<>(oneLine(inner));
		String refusal = is.isEmpty() ? "A comment, blank line or section of your own can only stand at the end of the resource or of the file, as a raw block."
				: "The design cannot say " + is.get().key() + " here.";
		if (is.isPresent()) {
			try {
				found.addAll(ways.add(is.get(), behind(line)));
			} catch (IllegalArgumentException e) {
				refusal = is.get().key() + " cannot be added so: " + e.getMessage() + ".";
			}
		}
		if (added.last()) {
			found.add(raw(added));
		}
		return new NativeChange(place, found, refusal, Optional.of(resource.design()), line.source().isBlank());
	}

	private static boolean isSection(NativeLine line) {
		return line.key().endsWith("/{") || line.key().endsWith("/}");
	}

	/** A section on one line is all that is in it. */
	private List<Way> oneLine(List<DrbdLines.Statement> statements) {
		List<Way> all = new ArrayList<>();
		for (DrbdLines.Statement statement : statements) {
			try {
				Optional<Way> way = ways.add(statement, Optional::empty).stream().findFirst();
				if (way.isEmpty()) {
					return List.of();
				}
				all.add(way.get());
			} catch (IllegalArgumentException e) {
				return List.of();
			}
		}
		return all.isEmpty() ? List.of() : List.of(DrbdWays.all(all));
	}

	/** What the design says the statement above a new line with: one of the design already, or one that is new too. */
	private Supplier<Optional<Statement>> behind(NativeLine line) {
		List<NativeLine> lines = now.lines();
		int at = lines.indexOf(line);
		String above = at <= 0 ? "" : lines.get(at - 1).key();
		Optional<Statement> written = before.lines().stream().filter(l -> l.key().equals(above) && before.statement(l).isPresent()).findFirst().map(this::origin)
				.filter(o -> o.element() instanceof Statement).map(o -> (Statement) o.element());
		return () -> written.or(() -> ways.made(above));
	}

	/** Before the last brace the text is the resource's, behind it the file's. */
	private Way raw(NativeDiff.Added added) {
		NativeLine line = added.after();
		boolean inside = added.previous().filter(p -> p.key().equals(bodyEnd) || raw.of(p).filter(r -> r.eContainer() != resource.design()).isPresent()).isEmpty();
		Block owner = inside ? resource.design() : cluster.design();
		String text = line.source().endsWith("\n") ? line.source() : line.source() + "\n";
		return new Way(Reach.RAW, (inside ? "resource " + resource.name().value() : "cluster") + ": keep \u2039" + line.shown() + "\u203a as raw text of " + file.path(),
				() -> BlockWriter.append(owner, file.path(), text));
	}

	private NativeChange label(Place place, NativeLine line) {
		String text = line.source().strip();
		if (!text.startsWith("#") || text.substring(1).isBlank()) {
			return change(place, List.of(), "The first line is the resource's label behind \u2039# \u203a; there is always one.", Optional.of(resource.design()));
		}
		String label = text.substring(1).strip();
		return change(place, List.of(new Way(Reach.HERE, "resource " + resource.name().value() + ": label \u2039" + label + "\u203a", () -> resource.design().setLabel(label))),
				"The label of the resource cannot be changed so.", Optional.of(resource.design()));
	}

	private NativeChange form(Place place, NativeLine line) {
		String refusal = line.key().endsWith("{") || line.key().endsWith("}")
				? "The section of \u2039" + line.shown() + "\u203a stands where the design makes one: its name is a name of the design or DRBD's own, and it is there as long as something is in it."
				: "The line \u2039" + line.shown() + "\u203a comes with every file of this kind; the design has no word for it.";
		return change(place, List.of(), refusal, Optional.of(origin(line).element()));
	}

	private static NativeChange attempt(Place place, Origin origin, String cannot, Supplier<List<Way>> make, String otherwise) {
		try {
			return change(place, make.get(), otherwise, Optional.of(origin.element()));
		} catch (IllegalArgumentException e) {
			return change(place, List.of(), cannot + e.getMessage() + ".", Optional.of(origin.element()));
		}
	}

	private static String why(Origin origin) {
		return switch (origin) {
			case Origin.Set s -> "the design says it at " + DesignWords.title(s.element());
			case Origin.Derived d -> "it follows from " + d.rule();
			case Origin.Default d -> d.source();
		};
	}

	private static NativeChange moved(Place place, String key, NativeLine was, NativeLine is) {
		String refusal = key + " stands in another place; where it stands is always the same and the design has no word for it.";
		return new NativeChange(place, List.of(), refusal, Optional.empty(), bare(was).equals(bare(is)));
	}

	private static NativeChange spelling(Place place, NativeLine line) {
		return NativeChange.spelling(place, line.source().isBlank() ? "Where empty lines stand is always the same."
				: "Only the spelling differs. The design keeps values, and this line is always written as \u2039" + line.shown() + "\u203a.");
	}

	private static String bare(NativeLine line) {
		return line.source().replaceAll("[\\s\"]+", " ").replace(" ;", ";").strip();
	}

	/** What made the value of a line; what made the line where it has none. */
	private Origin origin(NativeLine line) {
		int at = before.statement(line).filter(s -> !s.words().isEmpty()).map(s -> s.words().get(0).offset()).orElse(line.offset());
		return file.content().originAt(at).orElse(resource.name().origin());
	}

	private Place place(NativeDiff difference) {
		return switch (difference) {
			case NativeDiff.Changed c -> places.place(c.after().offset(), c.after().source().stripTrailing().length());
			case NativeDiff.Added a -> places.place(a.after().offset(), a.after().source().stripTrailing().length());
			case NativeDiff.Removed r -> places.place(r.at(), 0);
		};
	}

	private static NativeChange change(Place place, List<Way> ways, String refusal, Optional<EObject> element) {
		return NativeChange.of(place, ways, refusal, element);
	}
}
