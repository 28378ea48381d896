package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Setting;

/**
 * A parameter that a native file will have: by the design's key and in its spelling where it has a type, by its native name and text where it has
 * none (an option passed through).
 */
public record Parameter(String key, Optional<ValueType> type, Effective<String> value) {
	public Parameter {
		Objects.requireNonNull(key);
		Objects.requireNonNull(type);
		Objects.requireNonNull(value);
	}

	/** An option passed through under its native name. */
	public boolean isOption() {
		return type.isEmpty();
	}

	/** What a block says, in the author's order: parameters of the catalogue first, then options. */
	public static List<Parameter> written(Block block) {
		List<Parameter> all = new ArrayList<>();
		for (Setting setting : Statements.all(block, Setting.class)) {
			if (setting.getKey() != null && !setting.getValues().isEmpty()) {
				Catalog.spec(block, setting.getKey()).ifPresent(s -> all.add(of(setting, s.type())));
			}
		}
		all.addAll(options(block));
		return all;
	}

	/** What a block says, in the catalogue's order, options last. */
	static List<Parameter> inOrder(Block block) {
		List<String> keys = Catalog.specs(block).stream().map(SettingSpec::key).toList();
		return written(block).stream().sorted(Comparator.comparingInt(p -> p.isOption() ? keys.size() : keys.indexOf(p.key()))).toList();
	}

	/** The options of a block, by their native names. */
	public static List<Parameter> options(Block block) {
		return Statements.all(block, Option.class).stream().filter(o -> o.getKey() != null).map(o -> new Parameter(o.getKey(), Optional.empty(),
				Effective.set(String.join(",", o.getValues().stream().map(Settings::text).toList()), o, DesignPackage.Literals.OPTION__VALUES))).toList();
	}

	static Parameter of(Setting setting, ValueType type) {
		String text = String.join(",", setting.getValues().stream().map(Settings::text).toList());
		return new Parameter(setting.getKey(), Optional.of(type), Effective.set(text, setting, DesignPackage.Literals.SETTING__VALUES));
	}
}
