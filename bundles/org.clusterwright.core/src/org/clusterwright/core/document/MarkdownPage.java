package org.clusterwright.core.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clusterwright.core.document.Block.Check;
import org.clusterwright.core.document.Block.Checks;
import org.clusterwright.core.document.Block.Commands;
import org.clusterwright.core.document.Block.Expected;
import org.clusterwright.core.document.Block.Fields;
import org.clusterwright.core.document.Block.Figure;
import org.clusterwright.core.document.Block.Heading;
import org.clusterwright.core.document.Block.Items;
import org.clusterwright.core.document.Block.Listing;
import org.clusterwright.core.document.Block.Note;
import org.clusterwright.core.document.Block.Paragraph;
import org.clusterwright.core.document.Block.Table;

/** Prints a document as Markdown, its lines broken so that they can be read in a terminal. */
final class MarkdownPage {
	static final String BLANK = "____________________";
	private static final int WIDTH = 100;

	private final Document document;
	private final Contents contents;
	private final StringBuilder out = new StringBuilder();

	MarkdownPage(Document document) {
		this.document = document;
		this.contents = new Contents(document);
	}

	String text() {
		out.append("# ").append(Escapes.markdown(Escapes.visible(document.title()))).append("\n\n");
		out.append(Escapes.markdown(Escapes.visible(document.edition()))).append("\n\n## Contents\n\n");
		for (Contents.Entry entry : contents.entries()) {
			out.append(entry.heading().level() == 1 ? "- " : "  - ").append(link(entry)).append('\n');
		}
		document.blocks().forEach(this::block);
		return out.toString();
	}

	private void block(Block block) {
		out.append('\n');
		switch (block) {
			case Heading h -> out.append(h.level() == 1 ? "## " : "### ").append(Escapes.markdown(contents.of(h).title())).append('\n');
			case Paragraph p -> wrap("", "", tokens(p.words()));
			case Items i -> i.items().forEach(w -> wrap("- ", "  ", tokens(w)));
			case Commands c -> verbatim(c.where(), "sh", c.lines());
			case Listing l -> verbatim(l.caption(), "", l.text());
			case Expected e -> verbatim(e.caption(), "", e.text());
			case Figure f -> verbatim(f.caption(), "", f.text());
			case Note n -> {
				List<String> words = new ArrayList<>(List.of("**" + label(n) + "**"));
				words.addAll(tokens(n.words()));
				wrap("> ", "> ", words);
			}
			case Table t -> table(t);
			case Checks c -> c.checks().forEach(this::check);
			case Fields f -> out.append(f.names().stream().map(n -> inline(n) + ": " + BLANK).collect(Collectors.joining("  "))).append('\n');
		}
	}

	static String label(Note note) {
		return switch (note.weight()) {
			case NOTE -> "Note:";
			case WARNING -> "Warning:";
		};
	}

	private void check(Check check) {
		List<String> words = new ArrayList<>();
		check.boxes().forEach(b -> words.add(Document.BOX + " " + inline(b)));
		if (check.boxes().isEmpty()) {
			words.add(Document.BOX);
		} else {
			words.add("\u2014");
		}
		words.addAll(tokens(check.what()));
		wrap("- ", "  ", words);
	}

	private void verbatim(Words caption, String language, String text) {
		if (!caption.runs().isEmpty()) {
			wrap("", "", tokens(caption));
			out.append('\n');
		}
		String clean = Escapes.visible(text);
		String fence = Escapes.fence(clean);
		out.append(fence).append(language).append('\n').append(clean);
		if (!clean.endsWith("\n")) {
			out.append('\n');
		}
		out.append(fence).append('\n');
	}

	private void table(Table table) {
		List<List<String>> rows = new ArrayList<>();
		rows.add(table.head().stream().map(this::cell).toList());
		table.rows().forEach(r -> rows.add(r.stream().map(this::cell).toList()));
		int columns = table.head().size();
		int[] widths = new int[columns];
		for (List<String> row : rows) {
			for (int c = 0; c < columns; c++) {
				widths[c] = Math.max(Math.max(3, widths[c]), row.get(c).length());
			}
		}
		for (int r = 0; r < rows.size(); r++) {
			row(rows.get(r), widths);
			if (r == 0) {
				row(java.util.Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
			}
		}
	}

	private void row(List<String> cells, int[] widths) {
		for (int c = 0; c < cells.size(); c++) {
			out.append(c == 0 ? "| " : " | ").append(cells.get(c)).append(" ".repeat(widths[c] - cells.get(c).length()));
		}
		out.append(" |\n");
	}

	/** In a cell a bar ends it, in code too. */
	private String cell(Words words) {
		return inline(words).replace("|", "\\|");
	}

	private String link(Contents.Entry entry) {
		return "[" + Escapes.markdown(entry.title()) + "](#" + entry.anchor() + ")";
	}

	private String inline(Words words) {
		StringBuilder text = new StringBuilder();
		words.runs().forEach(r -> text.append(run(r)));
		return text.toString();
	}

	private String run(Words.Run run) {
		return switch (run.style()) {
			case PLAIN -> Escapes.markdown(run.text());
			case CODE -> Escapes.markdownCode(run.text());
			case STRONG -> "**" + Escapes.markdown(run.text()) + "**";
			case REFERENCE -> link(contents.named(run.text()));
		};
	}

	/** What no line may be broken in: words, and whole spans of code. */
	private List<String> tokens(Words words) {
		List<String> tokens = new ArrayList<>();
		boolean open = false;
		for (Words.Run run : words.runs()) {
			boolean whole = run.style() != Words.Style.PLAIN;
			String[] parts = whole ? new String[] {run(run)} : run(run).split(" ", -1);
			for (int i = 0; i < parts.length; i++) {
				if (i == 0 && open) {
					tokens.set(tokens.size() - 1, tokens.get(tokens.size() - 1) + parts[i]);
				} else {
					tokens.add(parts[i]);
				}
			}
			open = true;
		}
		tokens.removeIf(String::isEmpty);
		return tokens;
	}

	private void wrap(String first, String next, List<String> tokens) {
		int column = 0;
		for (String token : tokens) {
			boolean begins = Escapes.opensBlock(token);
			if (column == 0) {
				String safe = begins ? token.replaceFirst("([^0-9])", "\\\\$1") : token;
				out.append(first).append(safe);
				column = first.length() + safe.length();
			} else if (column + 1 + token.length() > WIDTH && !begins) {
				out.append('\n').append(next).append(token);
				column = next.length() + token.length();
			} else {
				out.append(' ').append(token);
				column += 1 + token.length();
			}
		}
		out.append('\n');
	}
}
