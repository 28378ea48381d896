package org.clusterwright.core.nativeedit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.formats.EditableFormat;
import org.clusterwright.formats.NativeChange;
import org.clusterwright.formats.NativeChange.Reach;
import org.clusterwright.formats.NativeChange.Way;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativePath;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;

/**
 * Tries to lead one edited file back to the design. A try goes in rounds: what differs is said in the design, the file is generated anew, and what still
 * differs is said in the next round. So consequences of one change need not be understood, only seen.
 */
final class Attempts {
	private static final int ROUNDS = 4;

	private final ClusterLanguage language;
	private final ClusterEditor editor;
	private final EditableFormat format;
	private final String text;
	private final String node;
	private final NativePath path;
	private final String edited;

	Attempts(ClusterLanguage language, EditableFormat format, String text, String node, NativePath path, String edited) {
		this.language = language;
		this.editor = new ClusterEditor(language);
		this.format = format;
		this.text = text;
		this.node = node;
		this.path = path;
		this.edited = edited;
	}

	String node() {
		return node;
	}

	NativePath path() {
		return path;
	}

	String edited() {
		return edited;
	}

	Attempt run(Choice choice) {
		return new Try(choice).run();
	}

	private final class Try {
		private final Choice choice;
		private final List<String> said = new ArrayList<>();
		private final Set<String> seen = new HashSet<>();
		private Round first;

		Try(Choice choice) {
			this.choice = choice;
		}

		Attempt run() {
			String design = text;
			List<Replacement> replacements = List.of();
			for (int i = 0; i < ROUNDS && seen.add(design); i++) {
				Round round = new Round(choice, design);
				first = first == null ? round : first;
				EditResult result = editor.edit(design, round);
				if (round.applied.isEmpty()) {
					break;
				}
				switch (result) {
					case EditResult.Rejected rejected -> {
						return failed(round.changes.get(0).place(), rejected.reason());
					}
					case EditResult.Edited edit -> {
						replacements = i == 0 ? edit.replacements() : List.of();
						design = Replacement.apply(design, edit.replacements());
					}
				}
				said.addAll(round.applied.stream().map(Way::description).filter(d -> !said.contains(d)).toList());
				ParsedDesign parsed = language.validate(design);
				Optional<Finding> error = parsed.findings().stream().filter(Finding::isError).findFirst();
				if (error.isPresent()) {
					return failed(first.applied.isEmpty() ? Place.START : first.placeOfApplied(), "The design would have an error then: " + error.get().message());
				}
				Optional<String> generated = parsed.root().flatMap(r -> file(new EffectiveCluster(r))).map(f -> f.content().text());
				if (generated.equals(Optional.of(edited))) {
					return new Attempt(Optional.of(parsed), replacements, said, Place.START, "", Optional.empty(), 0, false, false);
				}
				if (generated.isEmpty()) {
					return failed(first.placeOfApplied(), "The design would not make this file any more.");
				}
				first.last = generated;
			}
			return unsaid();
		}

		/** Why the file is not what it should be: something that cannot be said, or that is said but comes out otherwise. */
		private Attempt unsaid() {
			Optional<NativeChange> blocked = first.changes.stream().filter(c -> choice.of(c).isEmpty()).findFirst();
			if (blocked.isPresent()) {
				return failed(blocked.get());
			}
			if (first.last.isEmpty()) {
				return failed(Place.START, "The text does not differ in anything that the design says.");
			}
			TextLines.Difference difference = TextLines.difference(first.last.get(), edited);
			return failed(difference.place(), difference.reason());
		}

		private Attempt failed(NativeChange change) {
			return failed(change.place(), change.refusal());
		}

		private Attempt failed(Place place, String reason) {
			int alternatives = first.changes.stream().mapToInt(c -> Choice.all(c, Reach.HERE).size()).max().orElse(0);
			Optional<Place> design = first.places.stream().findFirst();
			return new Attempt(Optional.empty(), List.of(), List.of(), place, reason, design, alternatives, has(Reach.WIDER), has(Reach.RAW));
		}

		private boolean has(Reach reach) {
			return first.changes.stream().anyMatch(c -> !Choice.all(c, reach).isEmpty());
		}
	}

	/** One round on a model of its own: generates, compares, and runs the chosen ways. */
	private final class Round implements Consumer<Cluster> {
		private final Choice choice;
		private final String design;
		private final List<Way> applied = new ArrayList<>();
		private final List<Place> places = new ArrayList<>();
		private List<NativeChange> changes = List.of();
		private Optional<String> last = Optional.empty();

		Round(Choice choice, String design) {
			this.choice = choice;
			this.design = design;
		}

		@Override
		public void accept(Cluster cluster) {
			EffectiveCluster effective = new EffectiveCluster(cluster);
			Optional<EffectiveNode> owner = effective.nodes().stream().filter(n -> n.name().value().equals(node)).findFirst();
			Optional<NativeFile> file = file(effective);
			if (owner.isEmpty() || file.isEmpty()) {
				return;
			}
			changes = format.changes(effective, owner.get(), file.get(), edited);
			// places are those of the text as it is now, before anything is changed
			changes.stream().filter(c -> choice.of(c).isEmpty()).flatMap(c -> c.element().stream()).flatMap(e -> Elements.place(e, design).stream()).forEach(places::add);
			for (NativeChange change : changes) {
				choice.of(change).ifPresent(w -> {
					w.change().run();
					applied.add(w);
				});
			}
		}

		Place placeOfApplied() {
			return changes.stream().filter(c -> choice.of(c).isPresent()).findFirst().map(NativeChange::place).orElse(Place.START);
		}
	}

	private Optional<NativeFile> file(EffectiveCluster cluster) {
		return format.generate(cluster).stream().filter(f -> f.path().equals(path) && f.node().map(n -> n.name().value().equals(node)).orElse(true)).findFirst();
	}
}
