package org.clusterwright.core.nativeedit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.formats.EditableFormat;
import org.clusterwright.formats.NativeChange;
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
	private final Set<String> before;
	private final List<NativeChange> changes;

	/**
	 * @param before the file's text as it was edited from
	 * @param changes what differs in the text, on a model that nobody changes
	 */
	Attempts(ClusterLanguage language, EditableFormat format, String text, String node, NativePath path, String before, String edited, List<NativeChange> changes) {
		this.language = language;
		this.editor = new ClusterEditor(language);
		this.format = format;
		this.text = text;
		this.node = node;
		this.path = path;
		this.edited = edited;
		this.before = before.lines().collect(Collectors.toSet());
		this.changes = List.copyOf(changes);
	}

	Attempt run(Choice choice) {
		return new Try(choice).run();
	}

	private final class Try {
		private final Choice choice;
		private final List<String> said = new ArrayList<>();
		private final Set<String> seen = new HashSet<>();

		Try(Choice choice) {
			this.choice = choice;
		}

		Attempt run() {
			String design = text;
			List<Replacement> replacements = List.of();
			Optional<NativeFile> made = Optional.empty();
			ParsedDesign parsed = null;
			for (int i = 0; i < ROUNDS && seen.add(design); i++) {
				Round round = new Round(choice);
				EditResult result = editor.edit(design, round);
				if (round.applied.isEmpty()) {
					break;
				}
				switch (result) {
					case EditResult.Rejected rejected -> {
						return failed(rejected.reason());
					}
					case EditResult.Edited edit -> {
						replacements = i == 0 ? edit.replacements() : List.of();
						design = Replacement.apply(design, edit.replacements());
					}
				}
				round.applied.stream().map(Way::description).filter(d -> !said.contains(d)).forEach(said::add);
				parsed = language.validate(design);
				Optional<Finding> error = parsed.findings().stream().filter(Finding::isError).findFirst();
				if (error.isPresent()) {
					return failed("The design would have an error then: " + error.get().message());
				}
				made = parsed.root().flatMap(r -> file(new EffectiveCluster(r)));
				if (made.isEmpty()) {
					return failed("The design would not make this file any more.");
				}
				if (made.get().content().text().equals(edited)) {
					return new Attempt.Made(parsed, replacements, said);
				}
			}
			return made.isEmpty() ? failed("The design cannot say this.") : otherwise(made.get().content().text(), new Attempt.Made(parsed, replacements, said));
		}

		/** Every change was said, but it comes out otherwise. */
		private Attempt otherwise(String generated, Attempt.Made made) {
			TextLines.Difference difference = TextLines.difference(generated, edited);
			EffectiveCluster effective = new EffectiveCluster(made.design().root().orElseThrow());
			List<NativeChange> left = changes(effective);
			if (left.stream().allMatch(NativeChange::spelling)) {
				return new Attempt.Respelled(made, generated, difference.place(), "The design can say this, but its files have a spelling of their own. " + difference.reason());
			}
			if (choice != Choice.RAW && left.stream().allMatch(c -> c.spelling() || isUntouched(c))) {
				return new Attempt.Respelled(made, generated, difference.place(), "The design can say this, but other lines follow from it. " + difference.reason());
			}
			return blocked().orElseGet(() -> new Attempt.Failed(difference.place(), difference.reason(), Optional.empty()));
		}

		/** A line that the author left as it was, so that it differs only since it follows from what was changed. */
		private boolean isUntouched(NativeChange change) {
			int offset = change.place().offset();
			int end = edited.indexOf('\n', offset);
			String line = edited.substring(offset, end < 0 ? edited.length() : end);
			return change.place().length() > 0 && before.contains(line);
		}

		private Attempt failed(String reason) {
			Place place = changes.stream().filter(c -> choice.of(c).isPresent()).findFirst().map(NativeChange::place).orElse(Place.START);
			return blocked().orElseGet(() -> new Attempt.Failed(place, reason, Optional.empty()));
		}

		/** A change that cannot be said is the better reason for whatever went wrong. */
		private Optional<Attempt> blocked() {
			return changes.stream().filter(c -> choice.of(c).isEmpty()).findFirst().map(c -> Attempts.this.refused(c));
		}
	}

	/** The refusal of one change. */
	Attempt.Failed refused(NativeChange change) {
		return new Attempt.Failed(change.place(), change.refusal(), change.element().flatMap(e -> Elements.place(e, text)));
	}

	/** One round on a model of its own: generates, compares, and runs the chosen ways. */
	private final class Round implements Consumer<Cluster> {
		private final Choice choice;
		private final List<Way> applied = new ArrayList<>();

		Round(Choice choice) {
			this.choice = choice;
		}

		@Override
		public void accept(Cluster cluster) {
			for (NativeChange change : changes(new EffectiveCluster(cluster))) {
				choice.of(change).ifPresent(w -> {
					w.change().run();
					applied.add(w);
				});
			}
		}
	}

	private List<NativeChange> changes(EffectiveCluster cluster) {
		Optional<EffectiveNode> owner = cluster.nodes().stream().filter(n -> n.name().value().equals(node)).findFirst();
		return owner.flatMap(o -> file(cluster).map(f -> format.changes(cluster, o, f, edited))).orElse(List.of());
	}

	private Optional<NativeFile> file(EffectiveCluster cluster) {
		return format.generate(cluster).stream().filter(f -> f.path().equals(path) && f.node().map(n -> n.name().value().equals(node)).orElse(true)).findFirst();
	}
}
