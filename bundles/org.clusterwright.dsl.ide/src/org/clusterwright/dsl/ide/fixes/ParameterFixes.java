package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.Spelling;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.findings.Code;

/** Parameters and sections that a block does not know, and values that they do not take. */
final class ParameterFixes {
	private static final int MOST = 4;

	static final List<FixRule> RULES = List.of(
			of(Code.UNKNOWN_PARAMETER, ParameterFixes::nearest),
			also(Code.UNKNOWN_PARAMETER, "remove", p -> p.at(Setting.class).stream().flatMap(s -> p.change(s, "Remove '" + s.getKey() + "'", ModelChanges::remove))),
			of(Code.UNKNOWN_SECTION, ParameterFixes::nearestSection),
			of(Code.ONE_VALUE_ONLY, p -> p.at(Setting.class).stream().flatMap(s -> p.change(s, "Keep only '" + Settings.text(s.getValues().get(0)) + "'",
					x -> x.getValues().subList(1, x.getValues().size()).clear()))),
			of(Code.BAD_VALUE, ParameterFixes::value),
			also(Code.BAD_VALUE, "default", ParameterFixes::byDefault));

	private ParameterFixes() {
	}

	private static Stream<Cure> nearest(Problem problem) {
		return problem.at(Setting.class).filter(s -> s.eContainer() instanceof Block).stream()
				.flatMap(s -> rename(problem, s, Catalog.specs((Block) s.eContainer()).stream().map(SettingSpec::key).toList()));
	}

	/** The words that may stand for a parameter and are not written yet. */
	static Stream<Cure> rename(Problem problem, Setting setting, List<String> keys) {
		List<String> free = setting.eContainer() instanceof Block block ? keys.stream().filter(k -> Settings.find(block, k).isEmpty()).toList() : keys;
		return Spelling.nearest(setting.getKey(), free, MOST).stream().flatMap(k -> problem.change(setting, "Change to '" + k + "'", s -> s.setKey(k)));
	}

	private static Stream<Cure> nearestSection(Problem problem) {
		return problem.at(Section.class).stream().flatMap(s -> {
			String prefix = switch (s.eContainer()) {
				case Cluster c -> "";
				case Block b -> Catalog.blockName(s).replaceFirst("\\.[^.]*$", ".");
				case null, default -> "";
			};
			return Spelling.nearestOrAny(s.getName(), Catalog.sections(prefix), MOST).stream().flatMap(n -> problem.change(s, "Change to '" + n + "'", x -> x.setName(n)));
		});
	}

	private static Stream<Cure> value(Problem problem) {
		return spec(problem).stream().flatMap(s -> problem.at(TextValue.class).stream().flatMap(v -> repaired(problem, v, ValueRepair.of(s.type(), v.getText()))));
	}

	static Stream<Cure> repaired(Problem problem, TextValue value, List<String> texts) {
		return texts.stream().flatMap(t -> problem.change(value, "Change to '" + t + "'", x -> x.setText(t)));
	}

	private static Stream<Cure> byDefault(Problem problem) {
		return spec(problem).flatMap(SettingSpec::defaultText).stream()
				.flatMap(d -> problem.change(Setting.class, "Remove it; then " + problem.arg(0) + " is " + d, ModelChanges::remove));
	}

	private static Optional<SettingSpec> spec(Problem problem) {
		return problem.at(Setting.class).filter(s -> s.eContainer() instanceof Block && s.getKey() != null).flatMap(s -> Catalog.spec((Block) s.eContainer(), s.getKey()));
	}
}
