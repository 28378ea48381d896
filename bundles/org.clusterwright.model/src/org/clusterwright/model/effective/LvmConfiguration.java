package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Section;

/** What /etc/lvm/lvm.conf says that differs from the file of the distribution: the same on every node. */
public final class LvmConfiguration {
	/** A parameter by its path in lvm.conf: {@code devices/filter}. Numbers stand bare there, texts in double quotes, several values in brackets. */
	public record Parameter(String path, boolean number, boolean list, Effective<List<String>> values) {
		public Parameter {
			values = values.map(List::copyOf);
		}
	}

	private record Word(String path, boolean number, boolean list) {
	}

	private static final Map<String, Word> WORDS = words();

	private final EffectiveCluster cluster;
	private final Optional<Section> section;
	private final List<Parameter> parameters = new ArrayList<>();

	LvmConfiguration(EffectiveCluster cluster) {
		this.cluster = cluster;
		this.section = Statements.section(cluster.design(), "lvm");
		if (section.isEmpty() && cluster.volumes().groups().isEmpty()) {
			return;
		}
		parameters.add(new Parameter("devices/filter", false, true, filter()));
		parameters.add(new Parameter("global/locking_type", true, false, lockingType().map(List::of)));
		if (clustered() || number("fallback-to-local-locking").isPresent()) {
			Effective<String> fallback = number("fallback-to-local-locking")
					.orElseGet(() -> Effective.derived("0", cluster.design(), "without its cluster a node must not touch clustered volume groups"));
			parameters.add(new Parameter("global/fallback_to_local_locking", true, false, fallback.map(List::of)));
		}
		section.ifPresent(this::addWritten);
	}

	/** In a stable order: filter, locking, then what the design writes in its order. Empty where the design has no LVM. */
	public List<Parameter> parameters() {
		return List.copyOf(parameters);
	}

	/** Whether a volume group is shared through clvmd. */
	public boolean clustered() {
		return cluster.volumes().groups().stream().anyMatch(g -> g.clustered().value());
	}

	/** global/locking_type: 3 is clvmd's. */
	public Effective<String> lockingType() {
		return number("locking-type").orElseGet(() -> clustered() ? Effective.derived("3", cluster.design(), "a volume group is clustered, so clvmd locks for all nodes")
				: Effective.derived("1", cluster.design(), "no volume group is clustered, so each node locks for itself"));
	}

	/** The native path of a parameter of the section lvm, such as devices/filter for filter. */
	public static Optional<String> path(String key) {
		return Optional.ofNullable(WORDS.get(key)).map(Word::path);
	}

	/** devices/filter: what is written, else the DRBD devices, the devices of the other volume groups, and nothing else. */
	public Effective<List<String>> filter() {
		List<Effective<String>> written = section.map(s -> Settings.list(s, "filter")).orElse(List.of());
		if (!written.isEmpty()) {
			return new Effective<>(written.stream().map(Effective::value).toList(), written.get(0).origin());
		}
		Set<String> patterns = new LinkedHashSet<>();
		List<Origin> inputs = new ArrayList<>();
		if (Statements.first(cluster.design(), Drbd.class).isPresent()) {
			patterns.add("a|^/dev/drbd[0-9]+$|");
		}
		for (EffectiveVolumeGroup group : cluster.volumes().groups()) {
			for (EffectivePhysicalVolume volume : group.physicalVolumes()) {
				if (volume.resource().isEmpty()) {
					patterns.add("a|^" + volume.device().value().replaceAll("[.+*?()\\[\\]^$\\\\|]", "\\\\$0") + "$|");
					inputs.add(volume.device().origin());
				}
			}
		}
		patterns.add("r|.*|");
		return Effective.derived(List.copyOf(patterns), cluster.design(), "DRBD devices and the devices of local volume groups, never a disk behind DRBD",
				inputs.toArray(Origin[]::new));
	}

	private Optional<Effective<String>> number(String key) {
		return section.flatMap(s -> Settings.text(s, key)).map(v -> v.map(LvmConfiguration::number0));
	}

	private static String number0(String text) {
		return switch (text) {
			case "yes", "on", "true" -> "1";
			case "no", "off", "false" -> "0";
			default -> text;
		};
	}

	private void addWritten(Block block) {
		WORDS.forEach((key, word) -> {
			if (parameters.stream().noneMatch(p -> p.path().equals(word.path))) {
				List<Effective<String>> values = Settings.list(block, key);
				if (!values.isEmpty()) {
					List<String> texts = values.stream().map(Effective::value).map(v -> word.number ? number0(v) : v).toList();
					parameters.add(new Parameter(word.path, word.number, word.list, new Effective<>(texts, values.get(0).origin())));
				}
			}
		});
		for (Option option : Statements.all(block, Option.class)) {
			List<String> values = option.getValues().stream().map(Settings::text).toList();
			if (option.getKey() != null && !values.isEmpty() && parameters.stream().noneMatch(p -> p.path().equals(option.getKey()))) {
				boolean number = values.stream().allMatch(v -> v.matches("[0-9]{1,18}"));
				parameters.add(new Parameter(option.getKey(), number, values.size() > 1, Effective.set(values, option, DesignPackage.Literals.OPTION__VALUES)));
			}
		}
	}

	private static Map<String, Word> words() {
		Map<String, Word> words = new LinkedHashMap<>();
		words.put("filter", new Word("devices/filter", false, true));
		words.put("locking-type", new Word("global/locking_type", true, false));
		words.put("fallback-to-local-locking", new Word("global/fallback_to_local_locking", true, false));
		words.put("fallback-to-clustered-locking", new Word("global/fallback_to_clustered_locking", true, false));
		words.put("wait-for-locks", new Word("global/wait_for_locks", true, false));
		words.put("locking-dir", new Word("global/locking_dir", false, false));
		words.put("scan", new Word("devices/scan", false, true));
		words.put("preferred-names", new Word("devices/preferred_names", false, true));
		words.put("write-cache-state", new Word("devices/write_cache_state", true, false));
		words.put("md-component-detection", new Word("devices/md_component_detection", true, false));
		words.put("ignore-suspended-devices", new Word("devices/ignore_suspended_devices", true, false));
		words.put("volume-list", new Word("activation/volume_list", false, true));
		words.put("log-level", new Word("log/level", true, false));
		words.put("log-syslog", new Word("log/syslog", true, false));
		words.put("log-file", new Word("log/file", false, false));
		words.put("backup", new Word("backup/backup", true, false));
		words.put("archive", new Word("backup/archive", true, false));
		words.put("retain-days", new Word("backup/retain_days", true, false));
		return words;
	}
}
