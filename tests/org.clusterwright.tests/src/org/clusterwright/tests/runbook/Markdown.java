package org.clusterwright.tests.runbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a Markdown text without its mark-up, as far as our own documents use it; written apart from the printer, so that it can judge it. */
final class Markdown {
	private static final Pattern INLINE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])|(`+)(.+?)(?<!`)\\2(?!`)|\\*\\*|\\[((?:\\\\.|[^\\]\\\\])*)]\\((#[^)]*)\\)");

	private Markdown() {
	}

	static String words(String markdown) {
		StringBuilder words = new StringBuilder();
		List<String> lines = markdown.lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			Matcher fence = Pattern.compile("^(`{3,})[a-z]*$").matcher(line);
			if (fence.matches()) {
				for (i++; !lines.get(i).equals(fence.group(1)); i++) {
					words.append(lines.get(i)).append('\n');
				}
			} else if (line.matches("\\|( -+ \\|)+")) {
				continue;
			} else if (line.startsWith("| ")) {
				String row = line.replaceAll("(?<!\\\\)\\|", " ").replace("\\|", "|");
				words.append(inline(row)).append('\n');
			} else {
				words.append(inline(line.replaceFirst("^(#{1,3} |> | *- )", "").replaceAll(": _{20}", ":"))).append('\n');
			}
		}
		return normal(words.toString());
	}

	private static String inline(String text) {
		return INLINE.matcher(text).replaceAll(m -> {
			String meant = m.group(1) != null ? m.group(1) : m.group(3) != null ? m.group(3).replaceFirst("^ (`.*`|`.*|.*`) $", "$1") : m.group(5) != null ? inline(m.group(4))
					: "";
			return Matcher.quoteReplacement(meant);
		});
	}

	static String normal(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}
}
