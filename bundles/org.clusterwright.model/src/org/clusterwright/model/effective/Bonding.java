package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.effective.EffectiveBond.DriverOption;
import org.clusterwright.model.values.Duration;

/** Bonds and the options that the bonding driver gets for them, in the tutorial's order. */
public final class Bonding {
	/** The modes of the driver, by their numbers. */
	public static final List<String> MODES = List.of("balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb");

	/** How a parameter of the design is said to the driver. {@code always} ones are written with their default too. */
	private record Translation(String key, String driverName, boolean always, Function<String, String> value) {
	}

	/** Those that watch the links by MII, which the driver cannot do while it watches them by ARP. */
	private static final List<Translation> MII = List.of(new Translation("miimon", "miimon", true, Bonding::millis),
			new Translation("use-carrier", "use_carrier", true, Bonding::digit), new Translation("updelay", "updelay", true, Bonding::millis),
			new Translation("downdelay", "downdelay", true, Bonding::millis));
	private static final List<Translation> OTHERS = List.of(new Translation("primary-reselect", "primary_reselect", false, Function.identity()),
			new Translation("arp-interval", "arp_interval", false, Bonding::millis), new Translation("arp-validate", "arp_validate", false, Function.identity()),
			new Translation("lacp-rate", "lacp_rate", false, Function.identity()), new Translation("ad-select", "ad_select", false, Function.identity()),
			new Translation("xmit-hash-policy", "xmit_hash_policy", false, Function.identity()), new Translation("fail-over-mac", "fail_over_mac", false, Function.identity()),
			new Translation("num-grat-arp", "num_grat_arp", false, Function.identity()), new Translation("num-unsol-na", "num_unsol_na", false, Function.identity()),
			new Translation("resend-igmp", "resend_igmp", false, Function.identity()));

	private final EffectiveCluster cluster;
	private final List<EffectiveBond> bonds = new ArrayList<>();
	private final Map<Bond, EffectiveBond> byDesign = new HashMap<>();

	Bonding(EffectiveCluster cluster) {
		this.cluster = cluster;
		for (Bonds block : Statements.all(cluster.design(), Bonds.class)) {
			for (Bond bond : block.getBonds()) {
				EffectiveBond effective = effective(bond, block);
				bonds.add(effective);
				byDesign.put(bond, effective);
			}
		}
	}

	/** In the author's order. */
	public List<EffectiveBond> all() {
		return List.copyOf(bonds);
	}

	public Optional<EffectiveBond> of(Bond design) {
		return Optional.ofNullable(byDesign.get(design));
	}

	/**
	 * The driver's options of a bond on a node; only {@code primary} differs from node to node. An {@code option} of the design in lower case is one of
	 * the driver's and replaces or follows these.
	 */
	public List<DriverOption> options(EffectiveBond bond, EffectiveNode node) {
		List<DriverOption> options = new ArrayList<>();
		options.add(new DriverOption("mode", bond.mode()));
		boolean arp = Settings.find(bond.block(), "arp-interval").isPresent();
		MII.forEach(t -> setting(bond.block(), t, !arp).ifPresent(options::add));
		primary(bond, node).ifPresent(p -> options.add(new DriverOption("primary", p)));
		OTHERS.forEach(t -> setting(bond.block(), t, false).ifPresent(options::add));
		List<Effective<String>> targets = Settings.list(bond.block(), "arp-ip-target");
		if (!targets.isEmpty()) {
			options.add(new DriverOption("arp_ip_target",
					new Effective<>(targets.stream().map(Effective::value).collect(Collectors.joining(",")), targets.get(0).origin())));
		}
		for (Option option : Statements.all(bond.block(), Option.class)) {
			if (isDriverOption(option)) {
				options.removeIf(o -> o.name().equals(option.getKey()));
				String value = option.getValues().stream().map(Settings::text).collect(Collectors.joining(","));
				options.add(new DriverOption(option.getKey(), Effective.set(value, option, DesignPackage.Literals.OPTION__VALUES)));
			}
		}
		return List.copyOf(options);
	}

	/** How often the links are looked at by MII, in milliseconds; 0 is never. */
	public long monitorMillis(EffectiveBond bond) {
		return millisOf(bond, "miimon", Settings.find(bond.block(), "arp-interval").isEmpty());
	}

	public long upDelayMillis(EffectiveBond bond) {
		return millisOf(bond, "updelay", true);
	}

	public long downDelayMillis(EffectiveBond bond) {
		return millisOf(bond, "downdelay", true);
	}

	/** An option in a bond's block is the driver's when its name is in lower case, and one of the ifcfg file when it is in capitals. */
	public static boolean isDriverOption(Option option) {
		return option.getKey() != null && option.getKey().matches("[a-z].*");
	}

	private static long millisOf(EffectiveBond bond, String key, boolean defaults) {
		Optional<Effective<Duration>> written = Settings.parsed(bond.block(), key, Duration::parse);
		return written.map(d -> d.value().millis())
				.orElseGet(() -> defaults ? Catalog.spec(bond.block(), key).flatMap(SettingSpec::defaultText).map(t -> Duration.parse(t).millis()).orElse(0L) : 0L);
	}

	private static Optional<DriverOption> setting(Bonds block, Translation translation, boolean defaults) {
		Optional<Effective<String>> written = Settings.parsed(block, translation.key(), translation.value());
		if (written.isEmpty() && translation.always() && defaults) {
			written = Catalog.spec(block, translation.key())
					.flatMap(s -> s.defaultText().map(t -> Effective.byDefault(translation.value().apply(t), block, s.source())));
		}
		return written.map(v -> new DriverOption(translation.driverName(), v));
	}

	private Optional<Effective<String>> primary(EffectiveBond bond, EffectiveNode node) {
		return Settings.text(bond.block(), "primary-link").flatMap(wanted -> cluster.hardware().members(node, bond).stream()
				.filter(n -> n.link().isPresent() && wanted.value().equals(String.valueOf(n.link().get().value()))).findFirst()
				.map(n -> Effective.derived(n.name().value(), n.design(), "the node's NIC with the primary link's number", wanted.origin(), n.name().origin())));
	}

	private EffectiveBond effective(Bond bond, Bonds block) {
		Effective<String> name = Effective.set(bond.getName() == null ? "" : bond.getName(), bond, DesignPackage.Literals.NAMED__NAME);
		Effective<String> mode = Settings.parsed(block, "mode", Bonding::modeNumber)
				.orElseGet(() -> Effective.byDefault("1", block, "tutorial, Creating the Bonded Interfaces: active-backup is the only mode that Red Hat supports in clusters"));
		return new EffectiveBond(bond, block, name, mode, cluster.networks().on(bond));
	}

	private static String modeNumber(String text) {
		int number = MODES.indexOf(text);
		if (number < 0 && !text.matches("[0-6]")) {
			throw new IllegalArgumentException("'" + text + "' is not a mode of the bonding driver");
		}
		return number < 0 ? text : String.valueOf(number);
	}

	private static String millis(String text) {
		return String.valueOf(Duration.parse(text).millis());
	}

	private static String digit(String text) {
		return Settings.yesOrNo(text) ? "1" : "0";
	}
}
