package org.clusterwright.formats.ifcfg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.formats.BlockWriter;
import org.clusterwright.formats.NativeChange.Reach;
import org.clusterwright.formats.NativeChange.Way;
import org.clusterwright.formats.NativeChange;
import org.clusterwright.formats.NativeDiff;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeLine;
import org.clusterwright.formats.RawRegions;
import org.clusterwright.formats.ReadError;
import org.clusterwright.formats.ReadResult;
import org.clusterwright.formats.ifcfg.IfcfgTree.Assignment;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveInterface;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.findings.Lines;
import org.clusterwright.model.findings.Place;
import org.eclipse.emf.ecore.EObject;

/** One edit of one ifcfg file: what was changed, variable by variable, and how the design could say it. */
final class IfcfgEdits {
	/** Variables that say what the device is and what it is part of. */
	private static final Map<String, String> STRUCTURE = Map.of(
			"DEVICE", "the name of a device; it is also in the file's name and in other files, so rename it in the design",
			"MASTER", "the bond that the NIC is in; move the NIC to another bond in the design (\u2018in BOND\u2019 at the NIC)",
			"SLAVE", "the NIC being in a bond; take it out of the bond in the design",
			"BRIDGE", "the bridge of the network; rename the bridge or take it away in the design (\u2018bridge NAME\u2019 at the network)",
			"TYPE", "the kind of the device", "VLAN", "the kind of the device; the network's \u2018vlan\u2019 says it");

	private final EffectiveNode node;
	private final NativeFile file;
	private final String edited;
	private final EffectiveInterface device;
	private final IfcfgWays ways;
	private final Lines places;
	private final Map<Integer, Assignment> assignments = new HashMap<>();
	private final Map<Integer, Assignment> before = new HashMap<>();
	private final Map<Integer, ReadError> errors = new HashMap<>();

	IfcfgEdits(EffectiveCluster cluster, EffectiveNode node, NativeFile file, EffectiveInterface device, String edited) {
		this.node = node;
		this.file = file;
		this.edited = edited;
		this.device = device;
		this.ways = new IfcfgWays(cluster, node, device);
		this.places = new Lines(edited);
	}

	List<NativeChange> changes() {
		IfcfgParser parser = new IfcfgParser();
		ReadResult<IfcfgTree> now = parser.read(edited);
		now.errors().forEach(e -> errors.put(e.place().line(), e));
		List<NativeLine> old = lines(parser.read(file.content().text()).tree(), before);
		RawRegions raw = new RawRegions(file.content(), old);
		List<NativeDiff> differences = NativeDiff.of(old, lines(now.tree(), assignments), (b, a) -> false, l -> raw.of(l).isPresent());
		List<NativeChange> changes = new ArrayList<>();
		for (NativeDiff difference : differences) {
			Optional<Way> inRaw = raw.way(difference);
			changes.add(inRaw.isPresent() ? change(place(difference), List.of(inRaw.get()), "The text of the raw block cannot be changed so.", Optional.empty()) : change(difference, differences));
		}
		return changes;
	}

	private static List<NativeLine> lines(List<IfcfgTree> tree, Map<Integer, Assignment> found) {
		List<NativeLine> lines = new ArrayList<>();
		int at = 0;
		for (IfcfgTree piece : tree) {
			String key = switch (piece) {
				case Assignment a -> {
					found.put(at, a);
					yield a.name();
				}
				case IfcfgTree.Verbatim v -> "";
			};
			lines.add(new NativeLine(at, piece.source(), key));
			at += piece.source().length();
		}
		return lines;
	}

	private NativeChange change(NativeDiff difference, List<NativeDiff> all) {
		Place place = place(difference);
		return switch (difference) {
			case NativeDiff.Changed c -> changed(c, place);
			case NativeDiff.Removed r -> removed(r, all, place);
			case NativeDiff.Added a -> added(a, all, place);
		};
	}

	private NativeChange changed(NativeDiff.Changed change, Place place) {
		Assignment was = before.get(change.before().offset());
		Assignment is = assignments.get(change.after().offset());
		Origin origin = origin(change.before(), was);
		if (was == null || is == null) {
			return change.before().source().strip().equals(change.after().source().strip()) ? spelling(place, change.before())
					: change(place, List.of(), comment(change.before(), origin), Optional.of(origin.element()));
		}
		if (was.value().equals(is.value())) {
			return is.end().isBlank() ? spelling(place, change.before())
					: change(place, List.of(), "A comment behind a value cannot be kept; the design has no word for it.", Optional.empty());
		}
		// Every hardware address is written in capitals.
		if (was.name().equals("HWADDR") && was.value().equalsIgnoreCase(is.value()) && is.end().isBlank()) {
			return spelling(place, change.before());
		}
		if (STRUCTURE.containsKey(was.name()) && !IfcfgWays.isOption(origin)) {
			return change(place, List.of(), structure(was.name()), Optional.of(origin.element()));
		}
		return attempt(place, was.name() + " cannot be " + quoted(is.value()) + ": ", origin, () -> ways.change(was.name(), origin, was.value(), is.value()),
				() -> ways.shared(was.name()));
	}

	private NativeChange removed(NativeDiff.Removed change, List<NativeDiff> all, Place place) {
		Assignment was = before.get(change.before().offset());
		Origin origin = origin(change.before(), was);
		if (was == null) {
			return change.before().source().isBlank() ? spelling(place, change.before()) : change(place, List.of(), comment(change.before(), origin), Optional.of(origin.element()));
		}
		Optional<Assignment> elsewhere = all.stream().filter(d -> d instanceof NativeDiff.Added a && a.after().key().equals(was.name())).map(d -> assignments.get(((NativeDiff.Added) d).after().offset())).findFirst();
		if (elsewhere.isPresent()) {
			return moved(place, was, elsewhere.get());
		}
		if (STRUCTURE.containsKey(was.name()) && !IfcfgWays.isOption(origin)) {
			return change(place, List.of(), structure(was.name()), Optional.of(origin.element()));
		}
		return attempt(place, was.name() + " cannot be taken away: ", origin, () -> ways.remove(was.name(), origin, was.value()), () -> ways.always(was.name(), origin));
	}

	private NativeChange added(NativeDiff.Added change, List<NativeDiff> all, Place place) {
		Assignment is = assignments.get(change.after().offset());
		ReadError error = errors.get(place.line());
		if (error != null) {
			return change(place, List.of(), "This line is not understood: " + error.message() + ".", Optional.empty());
		}
		List<Way> raw = change.last() ? List.of(raw(change.after())) : List.of();
		if (is == null) {
			return new NativeChange(place, raw, "A comment or blank line of your own can only stand at the end of the file, as a raw block of node " + node.name().value() + ".", Optional.empty(),
					change.after().source().isBlank());
		}
		Optional<Assignment> elsewhere = all.stream().filter(d -> d instanceof NativeDiff.Removed r && r.before().key().equals(is.name())).map(d -> before.get(((NativeDiff.Removed) d).before().offset())).findFirst();
		if (elsewhere.isPresent()) {
			return moved(place, elsewhere.get(), is);
		}
		if (before.values().stream().anyMatch(a -> a.name().equals(is.name()))) {
			return change(place, raw, is.name() + " is in the file twice; the shell that reads it takes the last. Change the first line instead.", Optional.empty());
		}
		Origin origin = device.device().origin();
		if (STRUCTURE.containsKey(is.name())) {
			return change(place, List.of(), structure(is.name()), Optional.of(origin.element()));
		}
		NativeChange said = attempt(place, is.name() + " cannot be " + quoted(is.value()) + ": ", origin, () -> ways.add(is.name(), is.value()), () -> ways.shared(is.name()));
		List<Way> found = new ArrayList<>(said.ways());
		found.addAll(raw);
		return change(place, found, said.refusal(), said.element());
	}

	/** Values are parsed when ways are made, so that a bad one is a reason and no exception later. */
	private static NativeChange attempt(Place place, String cannot, Origin origin, Supplier<List<Way>> make, Supplier<String> otherwise) {
		try {
			return change(place, make.get(), otherwise.get(), Optional.of(origin.element()));
		} catch (IllegalArgumentException e) {
			return change(place, List.of(), cannot + e.getMessage() + ".", Optional.of(origin.element()));
		}
	}

	private Way raw(NativeLine line) {
		String text = line.source().endsWith("\n") ? line.source() : line.source() + "\n";
		return new Way(Reach.RAW, "node " + node.name().value() + ": keep \u2039" + line.shown() + "\u203a as raw text at the end of " + file.path(),
				() -> BlockWriter.append(node.design(), file.path(), text));
	}

	private String comment(NativeLine line, Origin origin) {
		String why = switch (origin) {
			case Origin.Derived d -> "it follows from " + d.rule() + ". Change those in the design";
			case Origin.Default d -> "it comes with every file of this kind (" + d.source() + ")";
			case Origin.Set s -> "it is made from the design";
		};
		return "The line \u2039" + line.shown() + "\u203a is not the author's: " + why + ".";
	}

	private static String structure(String name) {
		return name + " is " + STRUCTURE.get(name) + ".";
	}

	private static NativeChange moved(Place place, Assignment was, Assignment is) {
		String refusal = was.name() + " stands in another place; the order of the lines is always the same and the design has no word for it.";
		return new NativeChange(place, List.of(), refusal, Optional.empty(), was.value().equals(is.value()) && is.end().isBlank());
	}

	private static NativeChange spelling(Place place, NativeLine line) {
		return NativeChange.spelling(place, "Only the spelling differs. The design keeps values, and this line is always written as \u2039" + line.shown() + "\u203a.");
	}

	private Origin origin(NativeLine line, Assignment assignment) {
		int at = line.offset();
		if (assignment != null) {
			// behind the quote that every generated value begins with
			at += line.source().indexOf('=') + 2;
		}
		return file.content().originAt(at).or(() -> file.content().originAt(line.offset())).orElse(device.device().origin());
	}

	private Place place(NativeDiff difference) {
		return switch (difference) {
			case NativeDiff.Changed c -> place(c.after());
			case NativeDiff.Added a -> place(a.after());
			case NativeDiff.Removed r -> places.place(r.at(), 0);
		};
	}

	private Place place(NativeLine line) {
		return places.place(line.offset(), line.source().stripTrailing().length());
	}

	private static NativeChange change(Place place, List<Way> ways, String refusal, Optional<EObject> element) {
		return NativeChange.of(place, ways, refusal, element);
	}

	private static String quoted(String text) {
		return "\u2039" + text + "\u203a";
	}
}
