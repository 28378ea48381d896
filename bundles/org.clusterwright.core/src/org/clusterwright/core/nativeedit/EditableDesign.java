package org.clusterwright.core.nativeedit;

import java.util.ArrayList;
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
import org.clusterwright.formats.NativeChange;
import org.clusterwright.formats.NativeChange.Reach;
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
	private static final int MOST_LINES = 1_000;

	private final ClusterLanguage language;
	private final List<NativeFormat> formats;
	private final String text;
	private final ParsedDesign parsed;
	private final Optional<EffectiveCluster> effective;
	private final Optional<Plan> plan;

	public EditableDesign(ClusterLanguage language, List<NativeFormat> formats, String text) {
		this.language = Objects.requireNonNull(language);
		this.formats = List.copyOf(formats);
		this.text = Objects.requireNonNull(text);
		this.parsed = language.validate(text);
		this.effective = parsed.root().map(EffectiveCluster::new);
		this.plan = effective.flatMap(e -> plan(e, parsed));
	}

	/** Whether files of a path can be edited at all. */
	public static boolean isEditable(List<NativeFormat> formats, NativePath path) {
		return format(formats, path).isPresent();
	}

	private static Optional<EditableFormat> format(List<NativeFormat> formats, NativePath path) {
		return formats.stream().filter(EditableFormat.class::isInstance).map(EditableFormat.class::cast).filter(f -> f.edits(path)).findFirst();
	}

	/** As {@link #propose(String, NativePath, String)} for a text that was edited when the file was {@code base}: what the design has changed in it since is put together with the edit. */
	public NativeEdit propose(String node, NativePath path, String base, String pasted) {
		String edited = withLineFeeds(pasted);
		Optional<String> generated = plan.flatMap(p -> p.tree(node)).flatMap(t -> t.file(path.text())).map(f -> f.content().text());
		if (generated.isEmpty() || generated.get().equals(base)) {
			return propose(node, path, edited);
		}
		return TextLines.merge(base, edited, generated.get()).map(merged -> propose(node, path, merged))
				.orElseGet(() -> refused(Place.START, "The design has changed the same lines of this file since you began to edit it. Your text is kept; discard it to see the file as it is now."));
	}

	/** All files that are made here end their lines as Unix does; what is pasted from elsewhere is taken so. */
	private static String withLineFeeds(String text) {
		return text.replace("\r\n", "\n");
	}

	/** What to do in the design so that a node's file becomes {@code pasted}, whatever ends its lines. */
	public NativeEdit propose(String node, NativePath path, String pasted) {
		String edited = withLineFeeds(pasted);
		Optional<EditableFormat> format = format(formats, path);
		if (format.isEmpty()) {
			return refused(Place.START, "Files of this format cannot be edited here yet; edit the design.");
		}
		if (plan.isEmpty()) {
			Optional<Finding> error = parsed.findings().stream().filter(Finding::isError).findFirst();
			return new Refused(Place.START, "The design has an error; mend it first: " + error.map(Finding::message).orElse("it cannot be read"), error.map(Finding::place), List.of());
		}
		Optional<NodeTree> tree = plan.get().tree(node);
		Optional<NativeFile> file = tree.flatMap(t -> t.file(path.text()));
		if (file.isEmpty()) {
			return refused(Place.START, "The design does not make " + path + " for " + node + " any more.");
		}
		if (file.get().content().text().equals(edited)) {
			return new Unchanged();
		}
		if (edited.length() > LONGEST || edited.lines().limit(MOST_LINES + 1L).count() > MOST_LINES) {
			return refused(Place.START, "The text is too long for this file.");
		}
		List<NativeChange> changes = format.get().changes(effective.orElseThrow(), tree.get().node(), file.get(), edited);
		String before = file.get().content().text();
		Search search = new Search(tree.get().name(), path, edited, changes, new Attempts(language, format.get(), text, tree.get().name(), path, before, edited, changes));
		NativeEdit result = search.result();
		return result instanceof Refused refused && refused.offers().stream().noneMatch(o -> o.kind() == OfferKind.RAW) ? withCommentsAtTheEnd(refused, format.get(), tree.get(), file.get(), edited) : result;
	}

	/** A comment of the author's own, wherever it was put, can be kept as raw text behind the file's lines. */
	private NativeEdit withCommentsAtTheEnd(Refused refused, EditableFormat format, NodeTree tree, NativeFile file, String edited) {
		Set<String> known = file.content().text().lines().collect(Collectors.toSet());
		StringBuilder lines = new StringBuilder();
		StringBuilder comments = new StringBuilder();
		edited.lines().forEach(l -> (l.strip().startsWith("#") && !known.contains(l) ? comments : lines).append(l).append('\n'));
		String moved = lines.toString() + comments;
		if (comments.isEmpty() || moved.equals(edited)) {
			return refused;
		}
		List<NativeChange> changes = format.changes(effective.orElseThrow(), tree.node(), file, moved);
		Attempts attempts = new Attempts(language, format, text, tree.name(), file.path(), file.content().text(), moved, changes);
		Optional<Proposal> kept = attempts.run(Choice.RAW) instanceof Attempt.Made made ? new Search(tree.name(), file.path(), moved, changes, attempts).proposal(made, moved) : Optional.empty();
		List<Offer> offers = new ArrayList<>(refused.offers());
		kept.ifPresent(p -> offers.add(new Offer(OfferKind.RAW, p, moved)));
		return new Refused(refused.place(), refused.reason(), refused.design(), offers);
	}

	private static Refused refused(Place place, String reason) {
		return new Refused(place, reason, Optional.empty(), List.of());
	}

	private Optional<Plan> plan(EffectiveCluster cluster, ParsedDesign design) {
		return new Planner(formats).plan(cluster, design.findings()) instanceof Plan p ? Optional.of(p) : Optional.empty();
	}

	private static Optional<String> content(Plan plan, String node, NativePath path) {
		return plan.tree(node).flatMap(t -> t.file(path.text())).map(f -> f.content().text());
	}

	/** The search for an edit that holds the law: the best ways first, then others, then those that are only offered. */
	private final class Search {
		private final String node;
		private final NativePath path;
		private final String edited;
		private final List<NativeChange> changes;
		private final Attempts attempts;

		Search(String node, NativePath path, String edited, List<NativeChange> changes, Attempts attempts) {
			this.node = node;
			this.path = path;
			this.edited = edited;
			this.changes = changes;
			this.attempts = attempts;
		}

		NativeEdit result() {
			int ranks = changes.stream().mapToInt(c -> Choice.all(c, Reach.HERE).size()).max().orElse(0);
			Attempt.Failed reason = null;
			Attempt.Respelled respelled = null;
			for (int i = 0; i < ranks; i++) {
				switch (attempts.run(Choice.here(i))) {
					case Attempt.Made made -> {
						Optional<Proposal> proposal = proposal(made, edited);
						if (proposal.isPresent()) {
							return proposal.get();
						}
					}
					case Attempt.Respelled other -> {
						respelled = respelled == null ? other : respelled;
						reason = reason == null ? new Attempt.Failed(other.place(), other.reason(), Optional.empty()) : reason;
					}
					case Attempt.Failed failed -> reason = reason == null ? failed : reason;
				}
			}
			List<Offer> offers = new ArrayList<>();
			if (respelled != null) {
				String text = respelled.text();
				proposal(respelled.made(), text).ifPresent(p -> offers.add(new Offer(OfferKind.RESPELLED, p, text)));
			}
			if (has(Reach.WIDER) && attempts.run(Choice.WIDER) instanceof Attempt.Made made) {
				Optional<Proposal> wider = proposal(made, edited);
				if (wider.filter(p -> p.others().isEmpty()).isPresent()) {
					return wider.get();
				}
				wider.ifPresent(p -> offers.add(new Offer(OfferKind.WIDER, p, edited)));
			}
			if (has(Reach.RAW) && attempts.run(Choice.RAW) instanceof Attempt.Made made) {
				proposal(made, edited).ifPresent(p -> offers.add(new Offer(OfferKind.RAW, p, edited)));
			}
			if (reason == null) {
				reason = changes.isEmpty() ? new Attempt.Failed(Place.START, "The text does not differ in anything that the design says.", Optional.empty()) : attempts.refused(changes.get(0));
			}
			return new Refused(reason.place(), reason.reason(), reason.design(), offers);
		}

		private boolean has(Reach reach) {
			return changes.stream().anyMatch(c -> !Choice.all(c, reach).isEmpty());
		}

		/** Believes an attempt only after the whole plan was made anew and the file in it is the wanted text. */
		private Optional<Proposal> proposal(Attempt.Made attempt, String wanted) {
			ParsedDesign design = attempt.design();
			Optional<Plan> after = design.root().flatMap(r -> plan(new EffectiveCluster(r), design));
			if (after.flatMap(p -> p.tree(node)).flatMap(t -> t.file(path.text())).filter(f -> f.content().text().equals(wanted)).isEmpty()) {
				return Optional.empty();
			}
			Set<String> known = parsed.findings().stream().map(EditableDesign::identity).collect(Collectors.toSet());
			List<Finding> fresh = design.findings().stream().filter(f -> !known.contains(identity(f))).toList();
			return Optional.of(new Proposal(TextLines.replacements(text, design.text(), attempt.replacements()), design.text(), attempt.changes(), others(plan.orElseThrow(), after.get()), fresh));
		}

		private List<OtherFile> others(Plan before, Plan after) {
			Map<String, Map<String, NativeFile>> now = files(after);
			Map<String, Map<String, NativeFile>> was = files(before);
			List<OtherFile> others = new ArrayList<>();
			Set<String> nodes = new TreeSet<>(was.keySet());
			nodes.addAll(now.keySet());
			for (String name : nodes) {
				Map<String, NativeFile> old = was.getOrDefault(name, Map.of());
				Map<String, NativeFile> fresh = now.getOrDefault(name, Map.of());
				Set<String> paths = new TreeSet<>(old.keySet());
				paths.addAll(fresh.keySet());
				for (String file : paths) {
					if (!name.equals(node) || !file.equals(path.text())) {
						change(old.get(file), fresh.get(file)).ifPresent(c -> others.add(new OtherFile(name, file, c)));
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
