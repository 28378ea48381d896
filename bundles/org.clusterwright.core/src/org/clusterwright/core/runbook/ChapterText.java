package org.clusterwright.core.runbook;

import java.util.List;
import java.util.regex.Pattern;
import org.clusterwright.core.document.DocumentBuilder;

/** Lines of a chapter of the help as a part of a document: headings become sections, links their text. */
final class ChapterText {
	private static final String ADDED = "+\t";
	private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]+\\)");

	private ChapterText() {
	}

	static void write(List<String> lines, DocumentBuilder out) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			if (line.startsWith("## ")) {
				flush(text, out);
				out.section(line.substring(3));
			} else if (line.startsWith("```")) {
				flush(text, out);
				StringBuilder code = new StringBuilder();
				boolean marked = false;
				for (i++; !lines.get(i).startsWith("```"); i++) {
					boolean added = lines.get(i).startsWith(ADDED);
					marked |= added;
					code.append(added ? "+ " + lines.get(i).substring(ADDED.length()) : "  " + lines.get(i)).append('\n');
				}
				out.file("", Site.shown(marked ? code.toString() : code.toString().replaceAll("(?m)^  ", "")));
			} else if (line.startsWith("> ")) {
				flush(text, out);
				out.note(markup(line.substring(2)));
			} else {
				text.append(line).append('\n');
			}
		}
		flush(text, out);
	}

	private static void flush(StringBuilder text, DocumentBuilder out) {
		if (!text.toString().isBlank()) {
			out.text(markup(text.toString()));
		}
		text.setLength(0);
	}

	private static String markup(String text) {
		return Site.shown(LINK.matcher(text).replaceAll("\u201c$1\u201d in Clusterwright's help"));
	}
}
