package org.clusterwright.core.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.clusterwright.core.document.Block.Weight;

/** Writes a document from the top to the bottom. Texts are the mark-up of {@link Words}, but for commands, listings and figures, which are taken as they are. */
public final class DocumentBuilder {
	private final List<Block> blocks = new ArrayList<>();

	public DocumentBuilder chapter(String title) {
		return add(new Heading(1, title));
	}

	public DocumentBuilder section(String title) {
		return add(new Heading(2, title));
	}

	/** Paragraphs, apart from each other by an empty line; one whose lines begin with a hyphen is a list. */
	public DocumentBuilder text(String markup) {
		for (String part : markup.strip().split("\\n\\s*\\n")) {
			if (part.startsWith("- ")) {
				items(Arrays.stream(part.substring(2).split("\\n- ")).toList());
			} else {
				add(new Paragraph(Words.of(part)));
			}
		}
		return this;
	}

	public DocumentBuilder items(List<String> markup) {
		return markup.isEmpty() ? this : add(new Items(markup.stream().map(Words::of).toList()));
	}

	/** @param where where to type the lines: "On both nodes:" */
	public DocumentBuilder run(String where, String lines) {
		return lines.isBlank() ? this : add(new Commands(Words.of(where), lines.stripTrailing() + "\n"));
	}

	public DocumentBuilder file(String caption, String text) {
		return add(new Listing(Words.of(caption), text));
	}

	public DocumentBuilder expect(String caption, String text) {
		return add(new Expected(Words.of(caption.isEmpty() ? "It must answer:" : caption), text.stripTrailing() + "\n"));
	}

	public DocumentBuilder warn(String markup) {
		return add(new Note(Weight.WARNING, Words.of(markup)));
	}

	public DocumentBuilder note(String markup) {
		return add(new Note(Weight.NOTE, Words.of(markup)));
	}

	/** A table; nothing where it has no rows. */
	public DocumentBuilder table(List<String> head, List<List<String>> rows) {
		return rows.isEmpty() ? this : add(new Table(words(head), rows.stream().map(DocumentBuilder::words).toList()));
	}

	/** Something to tick off for each of the boxes; one behind the other they make one list. */
	public DocumentBuilder check(List<String> boxes, String what) {
		Check check = new Check(words(boxes), Words.of(what));
		if (!blocks.isEmpty() && blocks.get(blocks.size() - 1) instanceof Checks before) {
			List<Check> all = new ArrayList<>(before.checks());
			all.add(check);
			blocks.set(blocks.size() - 1, new Checks(all));
			return this;
		}
		return add(new Checks(List.of(check)));
	}

	public DocumentBuilder fields(String... names) {
		return add(new Fields(words(List.of(names))));
	}

	public DocumentBuilder figure(String caption, String text) {
		return add(new Figure(Words.of(caption), text));
	}

	public Document build(String title, String edition) {
		return new Document(title, edition, blocks);
	}

	private static List<Words> words(List<String> markup) {
		return markup.stream().map(Words::of).toList();
	}

	private DocumentBuilder add(Block block) {
		blocks.add(block);
		return this;
	}
}
