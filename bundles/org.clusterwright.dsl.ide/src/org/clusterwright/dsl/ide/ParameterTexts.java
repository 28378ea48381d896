package org.clusterwright.dsl.ide;

import org.clusterwright.model.catalog.SettingSpec;

/** A parameter of the catalogue in words, the same in hovers and proposals. */
final class ParameterTexts {
	private ParameterTexts() {
	}

	static String describe(SettingSpec spec) {
		StringBuilder text = new StringBuilder();
		text.append(spec.doc()).append('\n');
		text.append("Takes ").append(spec.type().describe()).append(spec.list() ? "; several, with commas between." : ".").append('\n');
		spec.defaultText().ifPresent(d -> text.append("Default: ").append(d).append('\n'));
		return text.append("Source: ").append(spec.source()).toString();
	}
}
