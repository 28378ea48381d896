package org.clusterwright.core.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a design's values into a chapter. Lines that begin with a percent sign direct: {@code %if KEY}, {@code %else}, {@code %each LIST}, {@code %end},
 * {@code %stage N}; in lines {@code {key}} is a value and {@code {?key:text}} text for when there is one. What is no key stays as it is written.
 */
final class HelpTemplate {
	private static final Pattern VALUE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*(?:[.-][a-z0-9-]+)*)\\}");
	private static final Pattern OPTIONAL = Pattern.compile("\\{\\?([a-z0-9.-]+):((?:[^{}]|\\{[^{}]*\\})*)\\}");

	private final HelpValues values;
	private final IntFunction<List<String>> stages;
	private final Set<String> unknown;
	private List<String> lines;
	private int at;
	/** How many blocks around here are left out. */
	private int hidden;

	/** @param unknown gets what looks like a key and is none */
	HelpTemplate(HelpValues values, IntFunction<List<String>> stages, Set<String> unknown) {
		this.values = values;
		this.stages = stages;
		this.unknown = unknown;
	}

	List<String> expand(String text) {
		lines = text.lines().toList();
		at = 0;
		List<String> out = new ArrayList<>();
		while (at < lines.size()) {
			block(out, Map.of());
		}
		return out;
	}

	/** Lines up to the {@code %else} or {@code %end} of the block that is open, which stays unread; all lines at the top. */
	private void block(List<String> out, Map<String, String> row) {
		while (at < lines.size()) {
			String line = lines.get(at);
			if (line.equals("%end") || line.equals("%else")) {
				return;
			}
			at++;
			if (line.startsWith("%if ")) {
				choose(out, row, line.substring(4).strip());
			} else if (line.startsWith("%each ")) {
				repeat(out, row, line.substring(6).strip());
			} else if (line.startsWith("%stage ")) {
				out.addAll(stages.apply(Integer.parseInt(line.substring(7).strip())));
			} else {
				out.add(fill(line, row));
			}
		}
	}

	private void block(boolean shown, List<String> out, Map<String, String> row) {
		hidden += shown ? 0 : 1;
		block(shown ? out : new ArrayList<>(), row);
		hidden -= shown ? 0 : 1;
	}

	private void choose(List<String> out, Map<String, String> row, String key) {
		boolean holds = row.containsKey(key) || values.has(key);
		block(holds, out, row);
		if (at < lines.size() && lines.get(at).equals("%else")) {
			at++;
			block(!holds, out, row);
		}
		at++;
	}

	private void repeat(List<String> out, Map<String, String> outer, String list) {
		int start = at;
		for (Map<String, String> row : values.rows(list)) {
			at = start;
			Map<String, String> inner = new HashMap<>(outer);
			inner.putAll(row);
			block(out, inner);
		}
		if (values.rows(list).isEmpty()) {
			block(false, out, outer);
		}
		at++;
	}

	private String fill(String line, Map<String, String> row) {
		String chosen = OPTIONAL.matcher(line).replaceAll(m -> Matcher.quoteReplacement(row.containsKey(m.group(1)) || values.has(m.group(1)) ? m.group(2) : ""));
		return VALUE.matcher(chosen).replaceAll(m -> {
			String key = m.group(1);
			String value = row.containsKey(key) ? row.get(key) : values.value(key).orElse(null);
			if (value == null) {
				if (hidden == 0) {
					unknown.add(key);
				}
				return Matcher.quoteReplacement(m.group());
			}
			return Matcher.quoteReplacement(HelpMarkup.escape(value));
		});
	}
}
