package org.clusterwright.formats.clusterconf;

import org.clusterwright.formats.TracedText;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.formats.clusterconf.ClusterConfTree.Comment;
import org.clusterwright.formats.clusterconf.ClusterConfTree.Element;
import org.clusterwright.formats.clusterconf.ClusterConfTree.Verbatim;

/** Writes the tree as XML, eight spaces a level as the tutorial does. The one place that knows how XML escapes. */
final class ClusterConfPrinter {
	private static final String INDENT = " ".repeat(8);
	private final TracedWriter out = new TracedWriter();

	TracedText print(Element root) {
		out.line(root.origin(), "<?xml version=\"1.0\"?>");
		print(root, "");
		return out.finish();
	}

	private void print(ClusterConfTree node, String indent) {
		switch (node) {
			case Comment c -> out.line(c.origin(), indent + "<!-- " + comment(c.text()) + " -->");
			case Verbatim v -> v.text().stripIndent().strip().lines().forEach(l -> out.line(v.origin(), l.isBlank() ? "" : indent + l));
			case Element e -> element(e, indent);
		}
	}

	private void element(Element e, String indent) {
		out.put(e.origin(), indent + "<" + e.name());
		e.attributes().forEach((name, value) -> out.put(value.origin(), " " + name + "=\"" + escape(value.value()) + "\""));
		if (e.children().isEmpty()) {
			out.line(e.origin(), "/>");
			return;
		}
		out.line(e.origin(), ">");
		e.children().forEach(c -> print(c, indent + INDENT));
		out.line(e.origin(), indent + "</" + e.name() + ">");
	}

	/** White space other than the blank as a reference, or reading would turn it into blanks; what XML cannot say is left out (a rule reports it). */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach(c -> {
			switch (c) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"' -> escaped.append("&quot;");
				case '\n', '\r', '\t' -> escaped.append("&#").append(c).append(';');
				default -> {
					if (isXml(c)) {
						escaped.appendCodePoint(c);
					}
				}
			}
		});
		return escaped.toString();
	}

	private static boolean isXml(int c) {
		return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
	}

	private static String comment(String text) {
		return text.replaceAll("[\\x00-\\x1f]", " ").replace("--", "- -").replaceAll("-$", "- ");
	}
}
