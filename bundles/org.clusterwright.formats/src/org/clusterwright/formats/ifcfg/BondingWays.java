package org.clusterwright.formats.ifcfg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.formats.BlockWriter;
import org.clusterwright.formats.NativeChange.Reach;
import org.clusterwright.formats.NativeChange.Way;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.effective.Bonding;
import org.clusterwright.model.effective.EffectiveBond;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.values.Counts;

/** BONDING_OPTS led back to the block of the bond, option by option. */
final class BondingWays {
	private final EffectiveCluster cluster;
	private final EffectiveNode node;
	private final EffectiveBond bond;

	BondingWays(EffectiveCluster cluster, EffectiveNode node, EffectiveBond bond) {
		this.cluster = cluster;
		this.node = node;
		this.bond = bond;
	}

	/** One way for all options that differ: only together do they make the line. */
	List<Way> change(String was, String is) {
		Map<String, String> before = options(was);
		Map<String, String> now = options(is);
		if (before.equals(now)) {
			throw new IllegalArgumentException("the order and the blanks of the options are always the same");
		}
		Map<String, Origin> origins = new LinkedHashMap<>();
		cluster.bonding().options(bond, node).forEach(o -> origins.put(o.name(), o.value().origin()));
		List<String> said = new ArrayList<>();
		List<Runnable> changes = new ArrayList<>();
		boolean wider = false;
		for (String name : now.keySet()) {
			if (now.get(name).equals(before.get(name))) {
				continue;
			}
			Origin origin = origins.get(name);
			wider |= !(origin instanceof Origin.Set);
			changes.add(change(name, now.get(name), origin));
			said.add(name + "=" + now.get(name) + (before.containsKey(name) ? " instead of " + before.get(name) : ""));
		}
		for (String name : before.keySet()) {
			if (!now.containsKey(name)) {
				changes.add(removal(name, origins.get(name)));
				said.add("no " + name + " any more");
			}
		}
		String where = "bonds " + String.join(", ", bond.block().getBonds().stream().map(b -> b.getName()).toList());
		return List.of(new Way(wider ? Reach.WIDER : Reach.HERE, where + ": " + String.join(", ", said), () -> changes.forEach(Runnable::run)));
	}

	private Runnable change(String name, String value, Origin origin) {
		if (origin instanceof Origin.Derived derived) {
			throw new IllegalArgumentException(name + " follows from " + derived.rule());
		}
		Bonds block = bond.block();
		if (origin instanceof Origin.Set set && set.element() instanceof Option option) {
			return () -> BlockWriter.set(option.getValues(), List.of(value));
		}
		String key = name.replace('_', '-');
		Optional<ValueType> type = Catalog.spec(block, key).map(s -> s.type());
		if (type.isEmpty()) {
			return () -> BlockWriter.option(block, name, List.of(value));
		}
		Optional<Setting> setting = Settings.find(block, key);
		String old = setting.map(s -> Settings.text(s.getValues().get(0))).orElse("");
		if (name.equals("arp_ip_target")) {
			return () -> {
				BlockWriter.set(block, key, "");
				BlockWriter.set(Settings.find(block, key).orElseThrow().getValues(), List.of(value.split(",")));
			};
		}
		String said = name.equals("mode") ? mode(value, old) : said(type.get(), value, old);
		return () -> BlockWriter.set(block, key, said);
	}

	private Runnable removal(String name, Origin origin) {
		if (origin instanceof Origin.Set set && (set.element() instanceof Option || set.element() instanceof Setting)) {
			return () -> BlockWriter.remove((Statement) set.element());
		}
		throw new IllegalArgumentException(name + " is always written; give it another value");
	}

	private static String mode(String value, String old) {
		if (old.matches("[0-6]") && value.matches("[0-6]")) {
			return value;
		}
		if (!value.matches("[0-6]")) {
			throw new IllegalArgumentException("mode is written as its number, 0 to 6");
		}
		return Bonding.MODES.get(Integer.parseInt(value));
	}

	private static String said(ValueType type, String value, String old) {
		return switch (type) {
			case ValueType.Time t -> Counts.parse(value) % 1000 == 0 && !old.endsWith("ms") && Counts.parse(value) > 0 ? Counts.parse(value) / 1000 + "s" : Counts.parse(value) + "ms";
			case ValueType.Flag f -> switch (value) {
				case "1" -> "yes";
				case "0" -> "no";
				default -> throw new IllegalArgumentException("it is 0 or 1");
			};
			default -> value;
		};
	}

	/** Name and value of each option. */
	private static Map<String, String> options(String text) {
		Map<String, String> found = new LinkedHashMap<>();
		for (String word : text.strip().split("\\s+")) {
			int equals = word.indexOf('=');
			if (equals <= 0 || found.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
				throw new IllegalArgumentException("BONDING_OPTS is NAME=VALUE with blanks between, each name once");
			}
		}
		return found;
	}
}
