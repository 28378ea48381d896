package org.clusterwright.dsl.ide.assist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a template: lines in the language's layout, with holes. */
final class TemplateText {
	private final StringBuilder text = new StringBuilder();
	private final List<Suggestion.Hole> holes = new ArrayList<>();
	private final Map<String, Integer> groups = new HashMap<>();
	private final String indent;
	private int depth;

	/** @param indent the white space of the line that the template begins on */
	TemplateText(String indent) {
		this.indent = indent;
	}

	TemplateText text(Object words) {
		text.append(words);
		return this;
	}

	/** A hole of its own. */
	TemplateText hole(Object value) {
		return hole("#" + holes.size(), value);
	}

	/** A hole that changes together with those of the same name. */
	TemplateText hole(String name, Object value) {
		String words = String.valueOf(value);
		holes.add(new Suggestion.Hole(text.length(), words.length(), groups.computeIfAbsent(name, k -> groups.size())));
		text.append(words);
		return this;
	}

	TemplateText open() {
		text.append(" {");
		depth++;
		return this;
	}

	TemplateText line() {
		text.append('\n').append(indent).append("    ".repeat(depth));
		return this;
	}

	TemplateText close() {
		depth--;
		return line().text("}");
	}

	Suggestion as(String label, String description) {
		return new Suggestion(label, text.toString(), description, text.toString(), holes);
	}
}
