package org.clusterwright.core.help;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A page of the help as text with regions of it: words of a kind, and blocks of lines of a kind. How those look is the workbench's matter. */
public record HelpPage(String id, String title, String text, List<Run> runs, List<Block> blocks) {
	public enum Style {
		TITLE, HEADING, SUBHEADING, STRONG, EMPHASIS, CODE, LINK
	}

	/** Words of a style. {@code target} is where a link leads and the anchor of a heading; empty elsewhere. */
	public record Run(int offset, int length, Style style, String target) {
	}

	public enum Shape {
		TEXT, BULLET, CODE, ADDED, NOTE, WARNING, TABLE
	}

	/** Whole lines of a shape; {@code language} is that of code: xml, sh, cluster, log. */
	public record Block(int offset, int length, Shape shape, String language) {
	}

	public HelpPage {
		Objects.requireNonNull(id);
		Objects.requireNonNull(title);
		runs = List.copyOf(runs);
		blocks = List.copyOf(blocks);
	}

	/** Where a heading begins. */
	public Optional<Integer> anchor(String heading) {
		return runs.stream().filter(r -> r.style() != Style.LINK && !r.target().isEmpty() && r.target().equals(heading)).map(Run::offset).findFirst();
	}

	public List<String> headings() {
		return runs.stream().filter(r -> r.style() == Style.HEADING).map(Run::target).toList();
	}

	public Optional<Run> linkAt(int offset) {
		return runs.stream().filter(r -> r.style() == Style.LINK && offset >= r.offset() && offset < r.offset() + r.length()).findFirst();
	}

	public List<Run> links() {
		return runs.stream().filter(r -> r.style() == Style.LINK).toList();
	}
}
