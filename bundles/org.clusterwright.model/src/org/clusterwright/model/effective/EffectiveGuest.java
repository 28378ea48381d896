package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.GuestDisk;
import org.clusterwright.model.design.GuestNic;
import org.clusterwright.model.values.Mac;
import org.clusterwright.model.values.Size;

/**
 * A guest with what follows for it. {@code memory} is in bytes, {@code nodes} are those that reach all its volumes, {@code preferred} is written at the
 * guest or at the volume group of its first disk. {@code definition} and {@code provision} are the names of its files in their directories.
 */
public record EffectiveGuest(Guest design, Effective<String> name, Effective<String> uuid, Effective<Size> memory, Effective<Long> cpus, List<Disk> disks,
		List<Nic> nics, List<EffectiveNode> nodes, Optional<Effective<EffectiveNode>> preferred) {

	/** A disk: the node's device, and the guest's name for it (vda, hda, sda). */
	public record Disk(GuestDisk design, Optional<EffectiveVolume> volume, Effective<String> device, Effective<String> target) {
	}

	/** A network card: the node's bridge and the card's address. */
	public record Nic(GuestNic design, Effective<String> bridge, Effective<Mac> mac) {
	}

	public EffectiveGuest {
		disks = List.copyOf(disks);
		nics = List.copyOf(nics);
		nodes = List.copyOf(nodes);
	}

	/** A parameter of the guest as written, else its default; absent where it has none. */
	public Optional<Effective<String>> setting(String key) {
		return Settings.text(design, key).or(() -> Catalog.spec(design, key).flatMap(s -> s.defaultText().map(d -> Effective.byDefault(d, design, source(s)))));
	}

	/** A parameter that has a default. */
	public Effective<String> settingOrDefault(String key) {
		return setting(key).orElseThrow(() -> new IllegalArgumentException("no default: " + key));
	}

	public Effective<Boolean> flag(String key) {
		return Settings.flag(design, key).orElseGet(() -> Effective.byDefault("yes".equals(Catalog.spec(design, key).flatMap(SettingSpec::defaultText).orElse("no")), design,
				Catalog.spec(design, key).map(EffectiveGuest::source).orElse("")));
	}

	/** What the guest boots from, in order. */
	public List<Effective<String>> boot() {
		List<Effective<String>> written = Settings.list(design, "boot-order");
		return written.isEmpty() ? List.of(settingOrDefault("boot-order")) : written;
	}

	private static String source(SettingSpec spec) {
		return spec.source();
	}
}
