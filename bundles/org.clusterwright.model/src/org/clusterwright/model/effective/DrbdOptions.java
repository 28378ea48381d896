package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Value;
import org.clusterwright.model.values.Duration;
import org.clusterwright.model.values.Rate;
import org.clusterwright.model.values.Size;

/**
 * The sections of drbd.conf that a block fills, in native names and units. Where a thing is said twice, {@code option} wins over the section's
 * own word, and that over the design's short form ({@code split-brain}, {@code rate}, {@code dual-primary}).
 */
public final class DrbdOptions {
	/** In the order of the file. */
	public static final List<String> SECTIONS = List.of("handlers", "startup", "disk", "net", "syncer");
	private static final Map<String, String> SPLIT_BRAIN = Map.of("zero-primaries", "after-sb-0pri", "one-primary", "after-sb-1pri", "two-primaries", "after-sb-2pri");

	private final Map<String, Map<String, DrbdOption>> sections = new LinkedHashMap<>();
	private final Map<String, Setting> refused = new LinkedHashMap<>();

	DrbdOptions(Block block) {
		for (String name : SECTIONS) {
			sections.put(name, new LinkedHashMap<>());
		}
		if (block == null) {
			return;
		}
		Statements.section(block, "split-brain").ifPresent(this::readSplitBrain);
		Settings.find(block, "rate").ifPresent(s -> read("syncer", block, s));
		for (String name : SECTIONS) {
			Statements.section(block, name).ifPresent(s -> readSection(name, s));
		}
	}

	/** The options of one section, in the order in which they are written. */
	public Collection<DrbdOption> in(String section) {
		return List.copyOf(sections.getOrDefault(section, Map.of()).values());
	}

	public Optional<DrbdOption> find(String section, String name) {
		return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(name));
	}

	/** A switch that is explicitly said to be off: {@code allow-two-primaries no}. */
	public Optional<Setting> refused(String section, String name) {
		return Optional.ofNullable(refused.get(section + " " + name));
	}

	/** Switches that are said to be off, by "section name". */
	public Map<String, Setting> refused() {
		return Map.copyOf(refused);
	}

	/** Adds what holds when nothing is said. */
	void complete(String section, DrbdOption option) {
		if (refused(section, option.name()).isEmpty()) {
			sections.get(section).putIfAbsent(option.name(), option);
		}
	}

	/** Puts other words in place of an option's: DRBD knows nodes by their host names. */
	void translate(String section, String name, Map<String, String> words) {
		sections.get(section).computeIfPresent(name, (k, o) -> new DrbdOption(k, o.values().stream().map(v -> words.getOrDefault(v, v)).toList(), o.origin()));
	}

	private void readSplitBrain(Section section) {
		for (Setting setting : Statements.all(section, Setting.class)) {
			String name = SPLIT_BRAIN.get(setting.getKey());
			if (name != null) {
				text(setting).ifPresent(t -> sections.get("net").put(name, DrbdOption.of(name, t)));
			}
		}
	}

	private void readSection(String name, Section section) {
		for (Setting setting : Statements.all(section, Setting.class)) {
			read(name, section, setting);
		}
		for (Option option : Statements.all(section, Option.class)) {
			if (option.getKey() != null) {
				sections.get(name).put(option.getKey(), nativeOption(option));
			}
		}
	}

	/** A native option passed through: its values are DRBD's words. */
	static DrbdOption nativeOption(Option option) {
		List<String> words = new ArrayList<>();
		for (Value value : option.getValues()) {
			words.add(Settings.text(value));
		}
		return new DrbdOption(option.getKey(), words, new Origin.Set(option, words.isEmpty() ? Literals.OPTION__KEY : Literals.OPTION__VALUES));
	}

	private void read(String section, Block block, Setting setting) {
		Optional<SettingSpec> spec = setting.getKey() == null ? Optional.empty() : Catalog.spec(block, setting.getKey());
		Optional<Effective<String>> text = text(setting);
		if (spec.isEmpty() || text.isEmpty()) {
			return;
		}
		try {
			if (spec.get().type() instanceof ValueType.Flag) {
				if (Settings.yesOrNo(text.get().value())) {
					sections.get(section).put(setting.getKey(), DrbdOption.flag(setting.getKey(), text.get().origin()));
				} else {
					refused.put(section + " " + setting.getKey(), setting);
				}
			} else {
				sections.get(section).put(setting.getKey(), DrbdOption.of(setting.getKey(), text.get().map(t -> nativeText(spec.get().type(), t))));
			}
		} catch (IllegalArgumentException e) {
			return; // the catalogue's rule reports it
		}
	}

	private static Optional<Effective<String>> text(Setting setting) {
		return setting.getValues().stream().findFirst().map(v -> Effective.set(Settings.text(v), setting, Literals.SETTING__VALUES));
	}

	/**
	 * A value in DRBD's units: seconds or tenths, K/M/G of 1024, sectors.
	 *
	 * @throws IllegalArgumentException when the text is not of the type
	 */
	static String nativeText(ValueType type, String text) {
		return switch (type) {
			case ValueType.Time t -> String.valueOf(Duration.parse(text).millis() / t.unitMillis());
			case ValueType.Speed s -> suffixed(Rate.parse(text).bytesPerSecond(), s.unit());
			case ValueType.Bytes b -> suffixed(Size.parse(text).bytes(), b.unit());
			default -> text;
		};
	}

	/** With the largest of G, M and K that is exact: the suffixes mean the same whatever the option's own unit is. */
	private static String suffixed(long bytes, long unit) {
		if (bytes == 0) {
			return "0";
		}
		if (bytes % Size.GIB == 0) {
			return bytes / Size.GIB + "G";
		}
		if (bytes % Size.MIB == 0) {
			return bytes / Size.MIB + "M";
		}
		return bytes % Size.KIB == 0 ? bytes / Size.KIB + "K" : String.valueOf(bytes / unit);
	}
}
