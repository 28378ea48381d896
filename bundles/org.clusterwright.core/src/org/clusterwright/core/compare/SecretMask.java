package org.clusterwright.core.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clusterwright.model.effective.Secrets;

/** Written files may hold the values of secrets, generated ones only placeholders. Tells whether two are the same but for that, and hides values from those who look. */
final class SecretMask {
	/** The word before a placeholder, an equals sign and a quote between: {@code passwd="}. */
	private static final Pattern BEFORE = Pattern.compile("([\\w.-]+)[ \\t]*=?[ \\t]*[\"']?$");

	private SecretMask() {
	}

	static boolean same(String generated, String written) {
		if (generated.equals(written)) {
			return true;
		}
		if (!Secrets.PLACEHOLDER.matcher(generated).find()) {
			return false;
		}
		List<String> left = LineDiff.lines(generated);
		List<String> right = LineDiff.lines(written);
		if (left.size() != right.size()) {
			return false;
		}
		for (int i = 0; i < left.size(); i++) {
			if (!left.get(i).equals(right.get(i)) && !(Secrets.PLACEHOLDER.matcher(left.get(i)).find() && withAnyValue(left.get(i)).matcher(right.get(i)).matches())) {
				return false;
			}
		}
		return true;
	}

	/** A line with anything in place of its placeholders. */
	private static Pattern withAnyValue(String line) {
		StringBuilder pattern = new StringBuilder();
		int end = 0;
		for (Matcher m = Secrets.PLACEHOLDER.matcher(line); m.find(); end = m.end()) {
			pattern.append(Pattern.quote(line.substring(end, m.start()))).append("(.*)");
		}
		return Pattern.compile(pattern.append(Pattern.quote(line.substring(end))).toString());
	}

	/**
	 * The written text with placeholders for values: in lines that are the generated ones but for the values, and wherever else a value stands behind a word
	 * that has a placeholder behind it in the generated text.
	 */
	static String hide(String generated, String written) {
		List<String> lines = LineDiff.lines(generated).stream().filter(l -> Secrets.PLACEHOLDER.matcher(l).find()).distinct().toList();
		if (lines.isEmpty()) {
			return written;
		}
		Map<String, String> words = new LinkedHashMap<>();
		for (String line : lines) {
			for (Matcher m = Secrets.PLACEHOLDER.matcher(line); m.find();) {
				Matcher before = BEFORE.matcher(line.substring(0, m.start()));
				if (before.find()) {
					words.putIfAbsent(before.group(1), m.group());
				}
			}
		}
		List<Pattern> whole = lines.stream().map(SecretMask::withAnyValue).toList();
		StringBuilder text = new StringBuilder();
		for (String line : LineDiff.lines(written)) {
			int same = 0;
			while (same < lines.size() && !whole.get(same).matcher(line).matches()) {
				same++;
			}
			text.append(same < lines.size() ? lines.get(same) : hide(line, words)).append('\n');
		}
		if (!written.endsWith("\n") && !text.isEmpty()) {
			text.setLength(text.length() - 1);
		}
		return text.toString();
	}

	private static String hide(String line, Map<String, String> words) {
		String hidden = line;
		for (Map.Entry<String, String> word : words.entrySet()) {
			Pattern value = Pattern.compile("(?<![\\w.-])(" + Pattern.quote(word.getKey()) + "[ \\t]*=?[ \\t]*)(\"[^\"]*\"|'[^']*'|(?<=[ \\t=])[^\\s\"';]+)");
			hidden = value.matcher(hidden).replaceAll(m -> Matcher.quoteReplacement(m.group(1) + quoted(m.group(2), word.getValue())));
		}
		return hidden;
	}

	private static String quoted(String value, String placeholder) {
		String quote = value.startsWith("\"") || value.startsWith("'") ? value.substring(0, 1) : "";
		return quote + placeholder + quote;
	}
}
