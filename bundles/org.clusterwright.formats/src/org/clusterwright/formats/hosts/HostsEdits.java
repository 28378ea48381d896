package org.clusterwright.formats.hosts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.formats.BlockWriter;
import org.clusterwright.formats.DesignWords;
import org.clusterwright.formats.NativeChange.Reach;
import org.clusterwright.formats.NativeChange.Way;
import org.clusterwright.formats.NativeChange;
import org.clusterwright.formats.NativeDiff;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeLine;
import org.clusterwright.formats.NativeToken;
import org.clusterwright.formats.RawRegions;
import org.clusterwright.formats.ReadError;
import org.clusterwright.formats.ReadResult;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Host;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.HostNames;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Lines;
import org.clusterwright.model.findings.Place;
import org.clusterwright.model.values.Address;
import org.eclipse.emf.ecore.EObject;

/** One edit of /etc/hosts: the file is the whole cluster's, so what is changed in it is changed for all nodes. */
final class HostsEdits {
	private static final String OTHERS = "# Other hosts";

	private final EffectiveCluster cluster;
	private final NativeFile file;
	private final String edited;
	private final Lines places;
	private final Map<Integer, HostsTree.Entry> before = new HashMap<>();
	private final Map<Integer, HostsTree.Entry> now = new HashMap<>();
	private final Map<Integer, ReadError> errors = new HashMap<>();

	HostsEdits(EffectiveCluster cluster, NativeFile file, String edited) {
		this.cluster = cluster;
		this.file = file;
		this.edited = edited;
		this.places = new Lines(edited);
	}

	List<NativeChange> changes() {
		HostsParser parser = new HostsParser();
		ReadResult<HostsTree> read = parser.read(edited);
		read.errors().forEach(e -> errors.put(e.place().line(), e));
		List<NativeLine> old = lines(parser.read(file.content().text()).tree(), before);
		RawRegions raw = new RawRegions(file.content(), old);
		List<NativeLine> lines = lines(read.tree(), now);
		List<NativeChange> changes = new ArrayList<>();
		List<NativeDiff> differences = NativeDiff.of(old, lines, this::isSameAddress, l -> raw.of(l).isPresent());
		for (NativeDiff difference : differences) {
			changes.add(raw.way(difference).map(w -> NativeChange.of(place(difference), List.of(w), "The text of the raw block cannot be changed so.", Optional.empty()))
					.orElseGet(() -> change(difference, differences)));
		}
		return changes;
	}

	private static List<NativeLine> lines(List<HostsTree> tree, Map<Integer, HostsTree.Entry> found) {
		List<NativeLine> lines = new ArrayList<>();
		int at = 0;
		for (HostsTree line : tree) {
			String key = switch (line) {
				case HostsTree.Entry e -> {
					found.put(at, e);
					yield e.names().get(0).text();
				}
				case HostsTree.Verbatim v -> "";
			};
			lines.add(new NativeLine(at, line.source(), key));
			at += line.source().length();
		}
		return lines;
	}

	private boolean isSameAddress(NativeLine old, NativeLine line) {
		return before.containsKey(old.offset()) && now.containsKey(line.offset()) && before.get(old.offset()).address().text().equals(now.get(line.offset()).address().text());
	}

	private boolean isSame(NativeLine old, NativeLine line) {
		HostsTree.Entry was = before.get(old.offset());
		HostsTree.Entry is = now.get(line.offset());
		return was != null && is != null && is.end().isBlank() && was.address().text().equals(is.address().text()) && texts(was).equals(texts(is));
	}

	private static NativeChange moved(Place place, NativeLine line) {
		return NativeChange.spelling(place, "The line of " + line.key() + " stands in another place; the order is always the same and the design has no word for it.");
	}

	private static NativeChange title(Place place) {
		return NativeChange.spelling(place, "The title \u2039" + OTHERS + "\u203a stands above the hosts of the design where there are any.");
	}

	private NativeChange change(NativeDiff difference, List<NativeDiff> all) {
		Place place = place(difference);
		return switch (difference) {
			case NativeDiff.Changed c -> {
				HostsTree.Entry was = before.get(c.before().offset());
				HostsTree.Entry is = now.get(c.after().offset());
				yield was == null || is == null ? fixed(place, c.before()) : changed(place, c.before(), was, is);
			}
			case NativeDiff.Removed r -> removed(place, r.before(), all);
			case NativeDiff.Added a -> added(place, a, all);
		};
	}

	private NativeChange changed(Place place, NativeLine line, HostsTree.Entry was, HostsTree.Entry is) {
		Origin origin = origin(line.offset());
		List<Runnable> changes = new ArrayList<>();
		List<String> said = new ArrayList<>();
		try {
			if (!was.address().text().equals(is.address().text())) {
				Address address = Address.parse(is.address().text());
				said.add(address(origin, address, changes) + ": address " + address + " instead of " + was.address().text());
			}
			List<String> names = texts(was);
			if (!names.equals(texts(is))) {
				said.add(names(origin, names, texts(is), changes));
			}
		} catch (IllegalArgumentException e) {
			return change(place, List.of(), "The line of " + line.key() + " cannot be changed so: " + e.getMessage() + ".", Optional.of(origin.element()));
		}
		if (changes.isEmpty()) {
			return is.end().isBlank() ? spelling(place, line) : change(place, List.of(), "A comment behind the names cannot be kept; the design has no word for it.", Optional.empty());
		}
		return change(place, List.of(new Way(Reach.HERE, String.join("; ", said), () -> changes.forEach(Runnable::run))), "The design says the line of " + line.key() + " in another way.",
				Optional.of(origin.element()));
	}

	/** Where the design says an address; gives the element's name. */
	private String address(Origin origin, Address address, List<Runnable> changes) {
		Consumer<Address> set = switch (origin) {
			case Origin.Set s -> switch (s.element()) {
				case NodeAddress a -> a::setAddress;
				case Bmc b -> b::setAddress;
				case Pdu p -> p::setAddress;
				case Switch w -> w::setAddress;
				case Host h -> h::setAddress;
				default -> null;
			};
			case Origin.Derived d -> nodeAddress(d);
			case Origin.Default d -> null;
		};
		if (set == null) {
			throw new IllegalArgumentException("the address is not the design's: " + reason(origin));
		}
		changes.add(() -> set.accept(address));
		return DesignWords.title(origin.element());
	}

	/** The override of a derived address: at the node. */
	private Consumer<Address> nodeAddress(Origin derived) {
		for (EffectiveNode node : cluster.nodes()) {
			for (EffectiveNetwork network : cluster.networks().all()) {
				if (cluster.networks().address(node, network).filter(a -> a.origin() == derived).isPresent()) {
					return address -> {
						NodeAddress made = DesignFactory.eINSTANCE.createNodeAddress();
						made.setNetwork(network.design());
						made.setAddress(address);
						boolean first = node.design().getStatements().stream().noneMatch(NodeAddress.class::isInstance);
						BlockWriter.add(node.design(), made, s -> s instanceof NodeAddress || first && s instanceof Nic);
					};
				}
			}
		}
		return null;
	}

	private String names(Origin origin, List<String> was, List<String> is, List<Runnable> changes) {
		EObject element = origin.element();
		if (element instanceof Host host) {
			changes.add(() -> rename(host, is));
			return "host " + was.get(0) + ": names " + String.join(", ", is);
		}
		Optional<EffectiveNode> node = mainLineOf(was);
		if (node.isEmpty()) {
			throw new IllegalArgumentException("its names follow from other names of the design; a further name needs a \u2018host\u2019 of its own, or an alias of a node");
		}
		Node design = node.get().design();
		List<String> aliases = Settings.list(design, "aliases").stream().map(Effective::value).toList();
		List<String> derived = was.stream().filter(n -> !aliases.contains(n)).toList();
		if (is.size() < derived.size() || !is.subList(0, derived.size()).equals(derived)) {
			throw new IllegalArgumentException(String.join(", ", derived) + " follow from the node's name, the network and the domain; only aliases behind them are free");
		}
		List<String> wanted = is.subList(derived.size(), is.size());
		changes.add(() -> {
			Optional<Setting> setting = Settings.find(design, "aliases");
			if (wanted.isEmpty()) {
				setting.ifPresent(BlockWriter::remove);
			} else {
				if (setting.isEmpty()) {
					BlockWriter.set(design, "aliases", wanted.get(0));
				}
				BlockWriter.set(Settings.find(design, "aliases").orElseThrow().getValues(), wanted);
			}
		});
		return "node " + design.getName() + ": " + (wanted.isEmpty() ? "no aliases any more" : "aliases " + String.join(", ", wanted));
	}

	/** The node whose first line this is: the one that may have aliases. */
	private Optional<EffectiveNode> mainLineOf(List<String> names) {
		return cluster.hostNames().groups().stream().filter(g -> g.node().isPresent() && !g.lines().isEmpty()).filter(g -> {
			HostNames.Line first = g.lines().get(0);
			return first.names().size() > 1 && first.names().stream().map(Effective::value).toList().equals(names);
		}).findFirst().flatMap(HostNames.Group::node);
	}

	private static void rename(Host host, List<String> names) {
		host.setName(names.get(0));
		List<String> aliases = names.subList(1, names.size());
		if (!host.getAliases().equals(aliases)) {
			host.getAliases().clear();
			host.getAliases().addAll(aliases);
		}
	}

	private NativeChange removed(Place place, NativeLine line, List<NativeDiff> all) {
		HostsTree.Entry was = before.get(line.offset());
		if (was == null) {
			return line.source().strip().equals(OTHERS) ? title(place) : fixed(place, line);
		}
		if (all.stream().anyMatch(d -> d instanceof NativeDiff.Added a && isSame(line, a.after()))) {
			return moved(place, line);
		}
		Origin origin = origin(line.offset());
		Optional<Runnable> removal = switch (origin.element()) {
			case Host host -> Optional.of(() -> BlockWriter.remove(host));
			case Pdu pdu when origin instanceof Origin.Set -> Optional.of(() -> pdu.setAddress(null));
			case Switch device when origin instanceof Origin.Set -> Optional.of(() -> device.setAddress(null));
			case NodeAddress address -> Optional.of(() -> BlockWriter.remove(address));
			default -> Optional.empty();
		};
		return change(place, removal.map(r -> List.of(new Way(Reach.HERE, DesignWords.title(origin.element()) + ": no line \u2039" + line.shown() + "\u203a any more", r))).orElse(List.of()),
				"The line of " + line.key() + " cannot be taken away: " + reason(origin) + ".", Optional.of(origin.element()));
	}

	private NativeChange added(Place place, NativeDiff.Added added, List<NativeDiff> all) {
		ReadError error = errors.get(place.line());
		if (error != null) {
			return change(place, List.of(), "This line is not understood: " + error.message() + ".", Optional.empty());
		}
		if (added.after().source().strip().equals(OTHERS)) {
			return title(place);
		}
		if (all.stream().anyMatch(d -> d instanceof NativeDiff.Removed r && isSame(r.before(), added.after()))) {
			return moved(place, added.after());
		}
		List<Way> ways = new ArrayList<>();
		HostsTree.Entry entry = now.get(added.after().offset());
		String refusal = "A comment or blank line of your own can only stand at the end of the file, as a raw block.";
		if (entry != null) {
			refusal = "A host of your own stands below the title \u2039" + OTHERS + "\u203a at the end of the file";
			try {
				Address address = Address.parse(entry.address().text());
				ways.add(new Way(Reach.HERE, "host " + entry.names().get(0).text() + " with the address " + address, () -> host(address, texts(entry))));
				refusal += ", behind an empty line, with its names from column 17.";
			} catch (IllegalArgumentException e) {
				refusal = "The design cannot say this line: " + e.getMessage() + ".";
			}
		}
		if (added.last()) {
			String text = added.after().source().endsWith("\n") ? added.after().source() : added.after().source() + "\n";
			ways.add(new Way(Reach.RAW, "keep \u2039" + added.after().shown() + "\u203a as raw text at the end of " + file.path() + " on every node",
					() -> BlockWriter.append(cluster.design(), file.path(), text)));
		}
		return new NativeChange(place, ways, refusal, Optional.empty(), added.after().source().isBlank());
	}

	private void host(Address address, List<String> names) {
		Host made = DesignFactory.eINSTANCE.createHost();
		made.setAddress(address);
		rename(made, names);
		boolean first = Statements.all(cluster.design(), Host.class).isEmpty();
		BlockWriter.add(cluster.design(), made, (Statement s) -> s instanceof Host || first && (s instanceof Switch || s instanceof Pdu));
	}

	private static NativeChange spelling(Place place, NativeLine line) {
		return NativeChange.spelling(place, "Only the blanks differ. The design keeps values, and this line is always written as \u2039" + line.shown() + "\u203a.");
	}

	private NativeChange fixed(Place place, NativeLine line) {
		if (line.source().isBlank()) {
			return NativeChange.spelling(place, "An empty line stands above each group of the file.");
		}
		Origin origin = origin(line.offset());
		return change(place, List.of(), "The line \u2039" + line.shown() + "\u203a is not the author's: " + reason(origin) + ".", Optional.of(origin.element()));
	}

	private static String reason(Origin origin) {
		return switch (origin) {
			case Origin.Set s when s.feature() == DesignPackage.Literals.NAMED__NAME -> "it is the name of " + DesignWords.title(s.element()) + ", which other files have too; rename it in the design";
			case Origin.Set s -> "the design says it at " + DesignWords.title(s.element());
			case Origin.Derived d -> "it follows from " + d.rule();
			case Origin.Default d -> "it is always there (" + d.source() + ")";
		};
	}

	private static List<String> texts(HostsTree.Entry entry) {
		return entry.names().stream().map(NativeToken::text).toList();
	}

	private Origin origin(int offset) {
		return file.content().originAt(offset).orElseGet(() -> new Origin.Default(cluster.design(), "hosts(5)"));
	}

	private Place place(NativeDiff difference) {
		return switch (difference) {
			case NativeDiff.Changed c -> places.place(c.after().offset(), c.after().source().stripTrailing().length());
			case NativeDiff.Added a -> places.place(a.after().offset(), a.after().source().stripTrailing().length());
			case NativeDiff.Removed r -> places.place(r.at(), 0);
		};
	}

	private static NativeChange change(Place place, List<Way> ways, String refusal, Optional<EObject> element) {
		return NativeChange.of(place, ways, refusal, element);
	}
}
