package org.clusterwright.core.document;

import java.util.List;
import java.util.Objects;

/** A text to read, print, type from and tick off. Both forms say the same words. {@code edition} says of what it speaks: the cluster and its version. */
public record Document(String title, String edition, List<Block> blocks) {
	public static final String BOX = "\u2610";

	public Document {
		Objects.requireNonNull(title);
		Objects.requireNonNull(edition);
		blocks = List.copyOf(blocks);
	}

	/** As Markdown (CommonMark, with the pipe tables that all readers know); it can be read as it is, too. */
	public String markdown() {
		return new MarkdownPage(this).text();
	}

	/** As one file of HTML that is also well-formed XML; it needs nothing else and no script, and prints on A4. */
	public String html() {
		return new HtmlPage(this).text();
	}
}
