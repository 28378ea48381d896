package org.clusterwright.dsl.ide;

import com.google.inject.Injector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.clusterwright.dsl.ide.assist.Suggestion;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.util.TextRegion;

/** What could be written at a place of a design. Make one per language and share it; it is safe for several threads. */
public final class Proposals {
	private static final int MAX = 2000;

	private final ClusterLanguage language;
	private final ExecutorService pool = Executors.newCachedThreadPool(task -> {
		Thread thread = new Thread(task, "clusterwright-proposals");
		thread.setDaemon(true);
		return thread;
	});

	public Proposals(ClusterLanguage language) {
		this.language = Objects.requireNonNull(language);
	}

	public enum Kind {
		KEYWORD, REFERENCE, PARAMETER, VALUE, SECTION, TEMPLATE
	}

	/**
	 * Replace {@code length} characters at {@code offset} by {@code text} and put the caret {@code caret} characters behind {@code offset}.
	 * {@code holes} are the parts of the text that an author goes through afterwards.
	 */
	public record Proposal(int offset, int length, String text, int caret, String label, String description, String documentation, Kind kind, List<Suggestion.Hole> holes) {
		public Proposal {
			holes = List.copyOf(holes);
			Objects.requireNonNull(text);
			Objects.requireNonNull(kind);
		}
	}

	/** Best first, one of each text. */
	public List<Proposal> at(String text, int offset) {
		if (TextLimits.check(text).isPresent()) {
			return List.of();
		}
		// No word ends in a slash, so half a qualified name or path is looked for without it.
		if (offset > 1 && offset <= text.length() && text.charAt(offset - 1) == '/' && Character.isLetterOrDigit(text.charAt(offset - 2))) {
			return at(text.substring(0, offset - 1) + text.substring(offset), offset - 1).stream().filter(p -> p.text().startsWith(text.substring(p.offset(), offset)))
					.map(p -> new Proposal(p.offset(), p.length() + 1, p.text(), p.caret(), p.label(), p.description(), p.documentation(), p.kind(), p.holes())).toList();
		}
		Injector injector = language.injector();
		ContentAssistContextFactory contexts = injector.getInstance(ContentAssistContextFactory.class);
		contexts.setPool(pool);
		ContentAssistContext[] found = contexts.create(text, new TextRegion(offset, 0), offset, language.load(text));
		Gathered gathered = new Gathered(offset);
		injector.getInstance(DesignProposals.class).createProposals(List.of(found), gathered);
		return gathered.best();
	}

	private static final class Gathered implements IIdeContentProposalAcceptor {
		private record Ranked(Proposal proposal, int priority) {
		}

		private final int offset;
		private final Map<String, Ranked> byText = new LinkedHashMap<>();

		Gathered(int offset) {
			this.offset = offset;
		}

		@Override
		public void accept(ContentAssistEntry entry, int priority) {
			if (entry == null) {
				return;
			}
			int start = offset - entry.getPrefix().length();
			String text = entry.getProposal();
			int caret = entry.getEscapePosition() == null ? text.length() : entry.getEscapePosition() - start;
			Proposal proposal = new Proposal(start, entry.getPrefix().length(), text, caret, Objects.requireNonNullElse(entry.getLabel(), text),
					Objects.requireNonNullElse(entry.getDescription(), ""), Objects.requireNonNullElse(entry.getDocumentation(), ""), kind(entry.getKind()),
					entry.getSource() instanceof Suggestion suggestion ? suggestion.holes() : List.of());
			Ranked before = byText.get(proposal.label());
			if (before == null || before.priority < priority) {
				byText.put(proposal.label(), new Ranked(proposal, priority));
			}
		}

		@Override
		public boolean canAcceptMoreProposals() {
			return byText.size() < MAX;
		}

		List<Proposal> best() {
			List<Ranked> all = new ArrayList<>(byText.values());
			all.sort(Comparator.comparingInt((Ranked r) -> rank(r.proposal.kind())).thenComparing(r -> r.proposal.label().matches("[0-9]+")).thenComparing(r -> r.proposal.label()));
			return all.stream().map(Ranked::proposal).toList();
		}

		private static int rank(Kind kind) {
			return switch (kind) {
				case VALUE -> 0;
				case REFERENCE -> 1;
				case PARAMETER -> 2;
				case SECTION -> 3;
				case KEYWORD -> 4;
				case TEMPLATE -> 5;
			};
		}

		private static Kind kind(String kind) {
			return switch (kind) {
				case ContentAssistEntry.KIND_KEYWORD -> Kind.KEYWORD;
				case ContentAssistEntry.KIND_PROPERTY -> Kind.PARAMETER;
				case ContentAssistEntry.KIND_VALUE -> Kind.VALUE;
				case ContentAssistEntry.KIND_MODULE -> Kind.SECTION;
				case ContentAssistEntry.KIND_SNIPPET -> Kind.TEMPLATE;
				default -> Kind.REFERENCE;
			};
		}
	}
}
