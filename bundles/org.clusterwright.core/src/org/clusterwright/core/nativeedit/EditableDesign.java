package org.clusterwright.core.nativeedit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clusterwright.core.nativeedit.NativeEdit.Offer;
import org.clusterwright.core.nativeedit.NativeEdit.OfferKind;
import org.clusterwright.core.nativeedit.NativeEdit.OtherFile;
import org.clusterwright.core.nativeedit.NativeEdit.Proposal;
import org.clusterwright.core.nativeedit.NativeEdit.Refused;
import org.clusterwright.core.nativeedit.NativeEdit.Unchanged;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.EditableFormat;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;

/**
 * One state of a design's text, of which generated files are edited. An edit is led back by the file's trace, applied to the text, and believed only
 * when the file is generated anew byte for byte as it was edited; otherwise it is refused with a reason. For one thread.
 */
public final class EditableDesign {
	/** Longer texts are no configuration files of ours. */
	private static final int LONGEST = 200_000;

	private final ClusterLanguage language;
	private final List<NativeFormat> formats;
	private final String text;
	private final ParsedDesign parsed;
	private final Optional<Plan> plan;

	public EditableDesign(ClusterLanguage language, List<NativeFormat> formats, String text) {
		this.language = Objects.requireNonNull(language);
		this.formats = List.copyOf(formats);
		this.text = Objects.requireNonNull(text);
		this.parsed = language.validate(text);
		this.plan = plan(parsed);
	}

	/** Whether files of a path can be edited at all. */
	public static boolean isEditable(List<NativeFormat> formats, NativePath path) {
		return format(formats, path).isPresent();
	}

	private static Optional<EditableFormat> format(List<NativeFormat> formats, NativePath path) {
		return formats.stream().filter(EditableFormat.class::isInstance).map(EditableFormat.class::cast).filter(f -> f.edits(path)).findFirst();
	}

	/** What to do in the design so that a node's file becomes {@code edited}. */
	public NativeEdit propose(String node, NativePath path, String edited) {
		Optional<EditableFormat> format = format(formats, path);
		if (format.isEmpty()) {
			return refused(Place.START, "Files of this format cannot be edited here yet; edit the design.");
		}
		if (plan.isEmpty()) {
			Optional<Finding> error = parsed.findings().stream().filter(Finding::isError).findFirst();
			return new Refused(Place.START, "The design has an error; mend it first: " + error.map(Finding::message).orElse("it cannot be read"), error.map(Finding::place), List.of());
		}
		Optional<String> generated = content(plan.get(), node, path);
		if (generated.isEmpty()) {
			return refused(Place.START, "The design does not make " + path + " for " + node + " any more.");
		}
		if (generated.get().equals(edited)) {
			return new Unchanged();
		}
		if (edited.length() > LONGEST) {
			return refused(Place.START, "The text is too long for this file.");
		}
		return new Search(new Attempts(language, format.get(), text, node, path, edited)).result();
	}

	private static Refused refused(Place place, String reason) {
		return new Refused(place, reason, Optional.empty(), List.of());
	}

	private Optional<Plan> plan(ParsedDesign design) {
		return design.root().flatMap(r -> new Planner(formats).plan(new EffectiveCluster(r), design.findings()) instanceof Plan p ? Optional.of(p) : Optional.empty());
	}

	private static Optional<String> content(Plan plan, String node, NativePath path) {
		return plan.tree(node).flatMap(t -> t.file(path.text())).map(f -> f.content().text());
	}

	/** The search for an edit that holds the law: the best ways first, then others, then those that are only offered. */
	private final class Search {
		private final Attempts attempts;

		Search(Attempts attempts) {
			this.attempts = attempts;
		}

		NativeEdit result() {
			Attempt first = attempts.run(Choice.here(0));
			Optional<Proposal> proposal = proposal(first);
			for (int i = 1; proposal.isEmpty() && i < first.alternatives(); i++) {
				proposal = proposal(attempts.run(Choice.here(i)));
			}
			if (proposal.isPresent()) {
				return proposal.get();
			}
			List<Offer> offers = new ArrayList<>();
			if (first.hasWider()) {
				Optional<Proposal> wider = proposal(attempts.run(Choice.WIDER));
				if (wider.isPresent() && wider.get().others().isEmpty()) {
					return wider.get();
				}
				wider.ifPresent(p -> offers.add(new Offer(OfferKind.WIDER, p)));
			}
			if (first.hasRaw()) {
				proposal(attempts.run(Choice.RAW)).ifPresent(p -> offers.add(new Offer(OfferKind.RAW, p)));
			}
			return new Refused(first.place(), first.reason(), first.design(), offers);
		}

		/** Believes an attempt only after the whole plan was made anew and the file in it is the edited text. */
		private Optional<Proposal> proposal(Attempt attempt) {
			if (attempt.result().isEmpty()) {
				return Optional.empty();
			}
			ParsedDesign design = attempt.result().get();
			Plan before = plan.orElseThrow();
			Optional<Plan> after = plan(design);
			if (after.isEmpty() || !content(after.get(), attempts.node(), attempts.path()).equals(Optional.of(attempts.edited()))) {
				return Optional.empty();
			}
			Set<String> known = parsed.findings().stream().map(EditableDesign::identity).collect(Collectors.toCollection(HashSet::new));
			List<Finding> fresh = design.findings().stream().filter(f -> !known.contains(identity(f))).toList();
			return Optional.of(new Proposal(TextLines.replacements(text, design.text(), attempt.replacements()), design.text(), attempt.changes(), others(before, after.get()), fresh));
		}

		private List<OtherFile> others(Plan before, Plan after) {
			Map<String, Map<String, NativeFile>> now = files(after);
			Map<String, Map<String, NativeFile>> was = files(before);
			List<OtherFile> others = new ArrayList<>();
			Set<String> nodes = new TreeSet<>(was.keySet());
			nodes.addAll(now.keySet());
			for (String node : nodes) {
				Map<String, NativeFile> old = was.getOrDefault(node, Map.of());
				Map<String, NativeFile> fresh = now.getOrDefault(node, Map.of());
				Set<String> paths = new TreeSet<>(old.keySet());
				paths.addAll(fresh.keySet());
				for (String path : paths) {
					if (!node.equals(attempts.node()) || !path.equals(attempts.path().text())) {
						change(old.get(path), fresh.get(path)).ifPresent(c -> others.add(new OtherFile(node, path, c)));
					}
				}
			}
			return others;
		}

		private static Optional<OtherFile.Change> change(NativeFile was, NativeFile is) {
			if (was == null || is == null) {
				return Optional.of(was == null ? OtherFile.Change.NEW : OtherFile.Change.GONE);
			}
			return was.content().text().equals(is.content().text()) && was.mode() == is.mode() ? Optional.empty() : Optional.of(OtherFile.Change.CHANGED);
		}

		private static Map<String, Map<String, NativeFile>> files(Plan plan) {
			return plan.trees().stream().collect(Collectors.toMap(NodeTree::name, t -> t.files().stream().collect(Collectors.toMap(f -> f.path().text(), f -> f)), (a, b) -> a, TreeMap::new));
		}
	}

	private static String identity(Finding finding) {
		return finding.code() + " " + finding.args();
	}
}
