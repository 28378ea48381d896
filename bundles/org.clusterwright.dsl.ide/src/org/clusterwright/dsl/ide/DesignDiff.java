package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Statement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * What a change of a model means for its text. Heads of statements are compared word by word, lists of statements by identity, so that text
 * which says nothing different is not touched: comments, layout and spelling stay.
 */
final class DesignDiff {
	/** A change that the language has no words for. */
	static final class Unsayable extends RuntimeException {
		private static final long serialVersionUID = 1L;

		Unsayable(EObject element) {
			super("the language has no words for this " + element.eClass().getName());
		}
	}

	private record Before(List<String> head, List<Statement> statements) {
	}

	private final Cluster root;
	private final Grammar grammar;
	private final IValueConverterService converters;
	private final UnreadableValues unreadable;
	private final StatementLayout layout;
	private final Map<EObject, Before> before = new IdentityHashMap<>();
	private final EditCollector edits = new EditCollector();
	private GrammarPrinter printer;

	/** Remembers the model as it is; call {@link #edits} after it was changed. */
	DesignDiff(String text, Cluster root, UnreadableValues unreadable, Grammar grammar, IValueConverterService converters) {
		this.unreadable = unreadable;
		this.root = root;
		this.grammar = grammar;
		this.converters = converters;
		layout = new StatementLayout(text);
		printer = new GrammarPrinter(grammar, converters, GrammarPrinter.volumeNames(root), unreadable);
		remember(root, printer.rootRule());
	}

	private void remember(Statement statement, AbstractRule rule) {
		GrammarPrinter.Head head = printer.head(statement, rule).orElse(null);
		List<Statement> inner = statement instanceof Block block ? List.copyOf(block.getStatements()) : List.of();
		before.put(statement, new Before(head == null ? List.of() : head.words(), inner));
		if (head != null && head.statementRule().isPresent()) {
			inner.forEach(s -> remember(s, head.statementRule().get()));
		}
	}

	List<Replacement> edits() {
		printer = new GrammarPrinter(grammar, converters, GrammarPrinter.volumeNames(root), unreadable);
		compare(root, printer.rootRule(), edits);
		return layout.inItsLineEnds(edits.replacements());
	}

	private GrammarPrinter.Head head(EObject element, AbstractRule rule) {
		return printer.head(element, rule).orElseThrow(() -> new Unsayable(element));
	}

	private void compare(Statement statement, AbstractRule rule, EditCollector out) {
		GrammarPrinter.Head head = head(statement, rule);
		StatementLayout.Region region = layout.region(node(statement));
		WordDiff.compare(layout.text(), region.head(), before.get(statement).head(), head.words(), out);
		if (statement instanceof Block block && head.statementRule().isPresent()) {
			compareStatements(block, region, head.statementRule().get(), out);
		}
	}

	private void compareStatements(Block block, StatementLayout.Region region, AbstractRule rule, EditCollector out) {
		List<Statement> old = before.get(block).statements();
		List<Statement> now = block.getStatements();
		if (!region.hasBraces()) {
			if (!now.isEmpty() && layout.isAmongOthers(region) && now.stream().noneMatch(s -> s instanceof Block b && !b.getStatements().isEmpty())) {
				out.insert(region.headEnd(), now.stream().map(s -> inline(s, rule)).collect(Collectors.joining("  ", " { ", " }")));
			} else if (!now.isEmpty()) {
				String indent = layout.indentAt(region.start());
				out.insert(region.headEnd(), " {" + fresh(now, rule, indent + layout.step()) + "\n" + indent + "}");
			}
			return;
		}
		Set<Statement> kept = keptInPlace(old, now);
		old.stream().filter(s -> !kept.contains(s)).forEach(s -> layout.remove(layout.region(node(s)), EcoreUtil.isAncestor(root, s), neighbours(old, s), region, out));
		int at = layout.afterOpening(region);
		boolean first = true;
		List<Statement> run = new ArrayList<>();
		for (Statement statement : now) {
			if (kept.contains(statement)) {
				insertRun(run, rule, region, at, first, out);
				run.clear();
				compare(statement, rule, out);
				at = layout.afterStatement(layout.region(node(statement)), region);
				first = false;
			} else {
				run.add(statement);
			}
		}
		insertRun(run, rule, region, at, first, out);
	}

	private StatementLayout.Neighbours neighbours(List<Statement> all, Statement statement) {
		int i = all.indexOf(statement);
		return new StatementLayout.Neighbours(i > 0 ? Optional.of(layout.region(node(all.get(i - 1)))) : Optional.empty(),
				i + 1 < all.size() ? Optional.of(layout.region(node(all.get(i + 1)))) : Optional.empty());
	}

	private void insertRun(List<Statement> run, AbstractRule rule, StatementLayout.Region owner, int at, boolean first, EditCollector out) {
		if (run.isEmpty()) {
			return;
		}
		if (layout.isOneLine(owner) && run.stream().noneMatch(s -> s instanceof Block b && !b.getStatements().isEmpty())) {
			StringBuilder inline = new StringBuilder();
			for (Statement statement : run) {
				inline.append(first && inline.isEmpty() ? " " : "  ").append(inline(statement, rule));
			}
			out.insert(at, first && owner.close() > owner.open() + 2 ? inline + " " : inline.toString());
			return;
		}
		String outer = layout.indentAt(owner.start());
		String indent = outer + layout.step();
		if (layout.isOneLine(owner) && layout.text().substring(at, owner.close()).isBlank()) {
			out.replace(at, owner.close() - at, fresh(run, rule, indent) + "\n" + outer);
		} else {
			out.insert(at, fresh(run, rule, indent) + (layout.isOneLine(owner) ? "\n" + indent : ""));
		}
	}

	private String inline(Statement statement, AbstractRule rule) {
		return before.containsKey(statement) ? moved(statement, rule, false) : line(statement, rule, "");
	}

	private String fresh(List<Statement> statements, AbstractRule rule, String indent) {
		StringBuilder lines = new StringBuilder();
		statements.forEach(s -> lines.append('\n').append(indent).append(before.containsKey(s) ? indented(s, moved(s, rule, true), indent) : line(s, rule, indent)));
		return lines.toString();
	}

	/** A moved statement at the depth where it comes to stand. One with a block of raw text keeps its own, since white space counts there. */
	private String indented(Statement statement, String text, String indent) {
		String old = layout.indentAt(layout.region(node(statement)).start());
		return old.equals(indent) || text.contains("'''") ? text : text.replace("\n" + old, "\n" + indent);
	}

	/** A statement that was somewhere else: its own text, with what changed inside, and the comments that belong to it. */
	private String moved(Statement statement, AbstractRule rule, boolean withComments) {
		EditCollector inner = new EditCollector();
		compare(statement, rule, inner);
		StatementLayout.Region region = layout.region(node(statement));
		int start = withComments ? layout.startWithComments(region) : region.start();
		int end = withComments ? layout.endWithComment(region) : region.end();
		List<Replacement> shifted = inner.replacements().stream().map(r -> new Replacement(r.offset() - start, r.length(), r.text())).toList();
		return Replacement.apply(layout.text().substring(start, end), shifted);
	}

	/** A new statement, whole. */
	private String line(Statement statement, AbstractRule rule, String indent) {
		GrammarPrinter.Head head = head(statement, rule);
		StringBuilder line = new StringBuilder(GrammarPrinter.join(head.words()));
		List<Statement> inner = statement instanceof Block block ? block.getStatements() : List.of();
		if (!inner.isEmpty() || head.bracesRequired()) {
			AbstractRule innerRule = head.statementRule().orElseThrow(() -> new Unsayable(statement));
			line.append(" {").append(fresh(inner, innerRule, indent + layout.step())).append('\n').append(indent).append('}');
		}
		return line.toString();
	}

	/** The statements that stay where they are: the longest run of old ones in their old order. */
	private static Set<Statement> keptInPlace(List<Statement> old, List<Statement> now) {
		Map<Statement, Integer> place = new HashMap<>();
		old.forEach(s -> place.put(s, place.size()));
		List<Statement> candidates = now.stream().filter(place::containsKey).toList();
		int[] previous = new int[candidates.size()];
		int best = -1;
		List<Integer> tails = new ArrayList<>();
		for (int i = 0; i < candidates.size(); i++) {
			int position = place.get(candidates.get(i));
			int low = 0;
			int high = tails.size();
			while (low < high) {
				int middle = low + high >>> 1;
				if (place.get(candidates.get(tails.get(middle))) < position) {
					low = middle + 1;
				} else {
					high = middle;
				}
			}
			previous[i] = low == 0 ? -1 : tails.get(low - 1);
			if (low == tails.size()) {
				tails.add(i);
			} else {
				tails.set(low, i);
			}
			best = tails.get(tails.size() - 1);
		}
		Set<Statement> kept = new HashSet<>();
		for (int i = best; i >= 0; i = previous[i]) {
			kept.add(candidates.get(i));
		}
		return kept;
	}

	private static ICompositeNode node(EObject element) {
		return NodeModelUtils.findActualNodeFor(element);
	}

	/** A whole design as text, for new files; formatted by the caller. */
	static String print(Cluster cluster, Grammar grammar, IValueConverterService converters) {
		DesignDiff fresh = new DesignDiff("", cluster, UnreadableValues.NONE, grammar, converters);
		fresh.before.clear();
		return fresh.line(cluster, fresh.printer.rootRule(), "") + "\n";
	}
}
