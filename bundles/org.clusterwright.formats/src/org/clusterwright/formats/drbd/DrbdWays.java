package org.clusterwright.formats.drbd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.formats.BlockWriter;
import org.clusterwright.formats.DesignWords;
import org.clusterwright.formats.NativeChange.Reach;
import org.clusterwright.formats.NativeChange.Way;
import org.clusterwright.formats.TracedText;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.DualPrimary;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.effective.DrbdOptions;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.ReplicaHost;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Counts;

/** How the design says a statement of a resource's file: the inverse of {@link DrbdWriter}. Methods throw IllegalArgumentException, with words for the author, for a bad value. */
final class DrbdWays {
	private final EffectiveCluster cluster;
	private final ReplicatedResource resource;
	private final TracedText content;
	private final Optional<String> portOfAll;
	private final Map<String, Statement> made = new HashMap<>();

	/** @param portOfAll the port that all hosts have in the edited file, where it is one */
	DrbdWays(EffectiveCluster cluster, ReplicatedResource resource, TracedText content, Optional<String> portOfAll) {
		this.portOfAll = portOfAll;
		this.cluster = cluster;
		this.resource = resource;
		this.content = content;
	}

	List<Way> change(DrbdLines.Statement was, List<String> is) {
		Optional<ReplicaHost> host = host(was.section());
		Origin origin = was.words().isEmpty() ? resource.name().origin() : origin(was.words().get(0).offset());
		if (host.isPresent()) {
			return changeHost(host.get(), was, is, origin);
		}
		if (was.sections().size() == 1) {
			return switch (was.key()) {
				case "device" -> device(was.values(), is);
				case "meta-disk", "protocol" -> values(was.key(), was.values(), is, origin, resource.design());
				default -> option(origin, was.values(), is).map(List::of).orElse(List.of());
			};
		}
		return section(was.section(), was.key(), was.values(), is, origin);
	}

	List<Way> remove(DrbdLines.Statement was, Origin origin) {
		Optional<Statement> written = origin instanceof Origin.Set set && (set.element() instanceof Option || set.element() instanceof Setting)
				? Optional.of((Statement) set.element()) : Optional.empty();
		String what = ": no " + was.key() + " any more";
		if (written.isPresent()) {
			return List.of(new Way(Reach.HERE, DesignWords.title(written.get()) + what, () -> BlockWriter.remove(written.get())));
		}
		if (origin.element() instanceof DualPrimary && was.key().equals("allow-two-primaries") && DrbdOptions.SECTIONS.contains(was.section())) {
			return List.of(new Way(Reach.HERE, title() + what, () -> BlockWriter.set(BlockWriter.section(resource.design(), was.section()), was.key(), "no")));
		}
		return List.of();
	}

	/** What a new line of the file was said with, once its way was gone. */
	Optional<Statement> made(String key) {
		return Optional.ofNullable(made.get(key));
	}

	/** @param behind the statement of the design behind which the new one belongs, asked for when the way is gone */
	List<Way> add(DrbdLines.Statement is, Supplier<Optional<Statement>> behind) {
		Optional<ReplicaHost> host = host(is.section());
		String said = is.key() + " " + String.join(" ", is.values());
		if (host.isPresent()) {
			String where = peerTitle(host.get());
			return is.key().equals("meta-disk") && is.values().size() == 1
					? List.of(new Way(Reach.HERE, where + ": " + said, () -> BlockWriter.set(peer(host.get()), "meta-disk", is.values().get(0))))
					: List.of(new Way(Reach.HERE, where + ": option " + said, () -> BlockWriter.option(peer(host.get()), is.key(), is.values())));
		}
		if (is.sections().size() == 1) {
			return is.key().equals("protocol") && is.values().size() == 1
					? List.of(new Way(Reach.HERE, title() + ": " + said, () -> BlockWriter.set(resource.design(), "protocol", is.values().get(0))))
					: List.of(new Way(Reach.HERE, title() + ": option " + said, () -> BlockWriter.option(resource.design(), is.key(), is.values())));
		}
		if (is.sections().size() != 2 || !DrbdOptions.SECTIONS.contains(is.section())) {
			return List.of();
		}
		return written(is.section(), is.key(), is.values(), title() + ", " + is.section() + ": " + said, behind);
	}

	private List<Way> changeHost(ReplicaHost host, DrbdLines.Statement was, List<String> is, Origin origin) {
		String where = peerTitle(host);
		switch (was.key()) {
			case "address" -> {
				return address(host, was, is, where);
			}
			case "disk" -> {
				String path = single(is);
				String old = was.values().get(0);
				String said = where + ": disk " + path + " instead of " + old;
				List<Way> ways = new ArrayList<>();
				if (origin instanceof Origin.Set set && set.element() instanceof DrbdResource design) {
					ways.add(new Way(Reach.HERE, title() + ": disk " + path + " instead of " + old + " on every host", () -> design.setDisk(spelled(design.getDisk(), path))));
				}
				ways.add(new Way(Reach.HERE, said, () -> {
					DrbdPeer peer = peer(host);
					peer.setDisk(spelled(peer.getDisk() == null ? resource.design().getDisk() : peer.getDisk(), path));
				}));
				return ways;
			}
			case "meta-disk" -> {
				List<Way> ways = new ArrayList<>(setting(origin, was.values(), is).map(List::of).orElse(List.of()));
				ways.add(new Way(Reach.HERE, where + ": meta-disk " + single(is), () -> BlockWriter.set(peer(host), "meta-disk", single(is))));
				return ways;
			}
			default -> {
				return option(origin, was.values(), is).map(List::of).orElse(List.of());
			}
		}
	}

	/** Address and port differ each by itself; both are said by one way, since they are one word of the file. */
	private List<Way> address(ReplicaHost host, DrbdLines.Statement was, List<String> is, String where) {
		String[] old = was.values().get(0).split(":", 2);
		String[] now = single(is).split(":", 2);
		if (now.length != 2) {
			throw new IllegalArgumentException("it is an IPv4 address, a colon and a port");
		}
		Address address = Address.parse(now[0]);
		long port = Counts.parse(now[1]);
		int offset = was.words().get(0).offset();
		Origin ofAddress = origin(offset);
		Origin ofPort = origin(offset + old[0].length());
		List<Way> written = new ArrayList<>();
		List<Way> local = new ArrayList<>();
		if (!old[0].equals(now[0])) {
			Way peer = new Way(Reach.HERE, where + ": address " + address + " instead of " + old[0], () -> BlockWriter.set(peer(host), "address", address.toString()));
			local.add(peer);
			written.add(ofAddress instanceof Origin.Set set && set.element() instanceof NodeAddress node
					? new Way(Reach.HERE, DesignWords.title(node) + ": " + address + " instead of " + old[0], () -> node.setAddress(address)) : peer);
		}
		if (!old[1].equals(now[1])) {
			Way peer = new Way(Reach.HERE, where + ": port " + port + " instead of " + old[1], () -> BlockWriter.set(peer(host), "port", String.valueOf(port)));
			local.add(peer);
			boolean all = portOfAll.filter(now[1]::equals).isPresent();
			written.add(all ? port(port, old[1]) : setting(ofPort, List.of(old[1]), List.of(now[1])).orElse(peer));
		}
		return List.of(all(written), all(local));
	}

	/** The port of the resource, which the hosts then need not say. */
	private Way port(long port, String old) {
		return new Way(Reach.HERE, title() + ": port " + port + " instead of " + old, () -> {
			BlockWriter.set(resource.design(), "port", String.valueOf(port));
			for (DrbdPeer peer : Statements.all(resource.design(), DrbdPeer.class)) {
				Settings.find(peer, "port").ifPresent(BlockWriter::remove);
				if (peer.getStatements().isEmpty() && peer.getDisk() == null) {
					BlockWriter.remove(peer);
				}
			}
		});
	}

	static Way all(List<Way> ways) {
		return new Way(Reach.HERE, String.join("; ", ways.stream().map(Way::description).toList()), () -> ways.forEach(w -> w.change().run()));
	}

	/** The device with its minor number. Other resources whose number follows from the order keep theirs: it is written where it would move. */
	private List<Way> device(List<String> was, List<String> is) {
		boolean named = is.size() == 3 && is.get(1).equals("minor");
		if (is.size() != 1 && !named || !is.get(0).startsWith("/")) {
			throw new IllegalArgumentException("it is a path, which \u2018minor\u2019 and a number may follow");
		}
		String usual = "/dev/drbd";
		boolean number = is.get(0).matches(usual + "[0-9]{1,7}");
		if (!named && !number) {
			throw new IllegalArgumentException("behind a path that is not /dev/drbd and a number, \u2018minor\u2019 and the number must follow");
		}
		long minor = Counts.parse(named ? is.get(2) : is.get(0).substring(usual.length()));
		Block block = resource.volume().design();
		return List.of(new Way(Reach.HERE, title() + ": device " + String.join(" ", is) + " instead of " + String.join(" ", was), () -> {
			Map<DrbdResource, Long> minors = new HashMap<>();
			cluster.replication().resources().forEach(r -> minors.put(r.design(), r.volume().minor().value()));
			if (minor != resource.volume().minor().value()) {
				BlockWriter.set(block, "minor", String.valueOf(minor));
			}
			if (!is.get(0).equals(usual + minor)) {
				BlockWriter.set(block, "device", is.get(0));
			} else {
				Settings.find(block, "device").ifPresent(BlockWriter::remove);
			}
			keep(minors);
		}));
	}

	private void keep(Map<DrbdResource, Long> minors) {
		for (int i = 0; i < minors.size(); i++) {
			Optional<ReplicatedResource> moved = new EffectiveCluster(cluster.design()).replication().resources().stream()
					.filter(r -> r.design() != resource.design() && r.volume().minor().value() != minors.get(r.design()).longValue()).findFirst();
			if (moved.isEmpty()) {
				return;
			}
			BlockWriter.set(moved.get().volume().design(), "minor", String.valueOf(minors.get(moved.get().design())));
		}
	}

	/** A parameter that a block may override: where it is written, else in the block. */
	private List<Way> values(String key, List<String> was, List<String> is, Origin origin, Block local) {
		Optional<Way> written = setting(origin, was, is).or(() -> option(origin, was, is));
		String value = single(is);
		Way here = new Way(Reach.HERE, DesignWords.title(local) + ": " + key + " " + value + " instead of " + String.join(" ", was), () -> BlockWriter.set(local, key, value));
		return written.map(w -> List.of(w, here)).orElse(List.of(here));
	}

	private List<Way> section(String section, String key, List<String> was, List<String> is, Origin origin) {
		Optional<Way> option = option(origin, was, is);
		if (option.isPresent()) {
			return List.of(option.get());
		}
		String what = title() + ", " + section + ": " + key + " " + String.join(" ", is) + " instead of " + String.join(" ", was);
		if (!(origin instanceof Origin.Set set) || !(set.element() instanceof Setting setting)) {
			return written(section, key, is, what, Optional::empty);
		}
		if (setting.getValues().stream().anyMatch(SecretValue.class::isInstance)) {
			throw new IllegalArgumentException("it is a secret; the design names it and the file of secrets holds its value");
		}
		List<Way> ways = new ArrayList<>();
		typed(section, key, is).ifPresent(v -> ways.add(new Way(Reach.HERE, what, () -> BlockWriter.set(setting.getValues(), List.of(v)))));
		ways.add(new Way(Reach.HERE, what + ", as DRBD's own words", () -> {
			Section owner = BlockWriter.section(resource.design(), section);
			BlockWriter.option(owner, key, is);
			BlockWriter.remove(setting);
		}));
		return ways;
	}

	/** A new option of a section: in the design's units where they are exact, as DRBD's own words otherwise. */
	private List<Way> written(String section, String key, List<String> values, String what, Supplier<Optional<Statement>> behind) {
		List<Way> ways = new ArrayList<>();
		typed(section, key, values).ifPresent(v -> {
			if (key.equals("rate")) {
				ways.add(new Way(Reach.HERE, what, () -> BlockWriter.set(resource.design(), key, v)));
			}
			ways.add(new Way(Reach.HERE, what, () -> {
				Section owner = BlockWriter.section(resource.design(), section);
				Setting setting = DesignFactory.eINSTANCE.createSetting();
				setting.setKey(key);
				setting.getValues().add(BlockWriter.value(v));
				int at = behind.get().filter(owner.getStatements()::contains).map(b -> owner.getStatements().indexOf(b) + 1).orElse(0);
				owner.getStatements().add(at, setting);
				made.put(DrbdLines.key(List.of("resource " + resource.name().value(), section), key), setting);
			}));
		});
		ways.add(new Way(Reach.HERE, what + ", as DRBD's own words", () -> BlockWriter.option(BlockWriter.section(resource.design(), section), key, values)));
		return ways;
	}

	private static Optional<String> typed(String section, String key, List<String> values) {
		Optional<SettingSpec> spec = Catalog.spec("drbd." + section, key);
		try {
			return spec.map(s -> DrbdUnits.design(s.type(), values));
		} catch (IllegalArgumentException e) {
			return Optional.empty(); // as an option it is DRBD's own affair; the rules know what DRBD refuses
		}
	}

	private static Optional<Way> setting(Origin origin, List<String> was, List<String> is) {
		return origin instanceof Origin.Set set && set.element() instanceof Setting setting
				? Optional.of(new Way(Reach.HERE, DesignWords.title(setting) + ": " + String.join(" ", is) + " instead of " + String.join(" ", was), () -> BlockWriter.set(setting.getValues(), is)))
				: Optional.empty();
	}

	private static Optional<Way> option(Origin origin, List<String> was, List<String> is) {
		return origin instanceof Origin.Set set && set.element() instanceof Option option
				? Optional.of(new Way(Reach.HERE, DesignWords.title(option) + ": " + String.join(" ", is) + " instead of " + String.join(" ", was), () -> BlockWriter.set(option.getValues(), is)))
				: Optional.empty();
	}

	private Optional<ReplicaHost> host(String section) {
		return resource.hosts().stream().filter(h -> section.equals("on " + h.node().hostName().value())).findFirst();
	}

	private DrbdPeer peer(ReplicaHost host) {
		return Statements.all(resource.design(), DrbdPeer.class).stream().filter(p -> p.getNode() == host.node().design()).findFirst().orElseGet(() -> {
			DrbdPeer made = DesignFactory.eINSTANCE.createDrbdPeer();
			made.setNode(host.node().design());
			boolean first = Statements.all(resource.design(), DrbdPeer.class).isEmpty();
			BlockWriter.add(resource.design(), made, s -> s instanceof DrbdPeer || first && (s instanceof Setting || s instanceof Section || s instanceof Option));
			return made;
		});
	}

	/** A backing disk without /dev/ where the design leaves it out. */
	private static String spelled(String old, String path) {
		return path.startsWith("/dev/") && old != null && !old.startsWith("/") ? path.substring("/dev/".length()) : path;
	}

	private static String single(List<String> words) {
		if (words.size() != 1) {
			throw new IllegalArgumentException("it is one word");
		}
		return words.get(0);
	}

	private Origin origin(int offset) {
		return content.originAt(offset).orElse(resource.name().origin());
	}

	private String title() {
		return "resource " + resource.name().value();
	}

	private String peerTitle(ReplicaHost host) {
		return title() + ", peer " + host.node().name().value();
	}
}
