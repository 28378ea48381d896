package org.clusterwright.dsl.ide.assist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Bridge;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.GuestDisk;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Cidr;
import org.eclipse.emf.ecore.EObject;

/** Whole statements to begin with, filled with what is free in the design and follows its pattern. */
public final class Templates {
	private final Cluster cluster;
	private final NextFree free;
	private final EffectiveCluster effective;
	private final String indent;
	private final EObject here;
	private final Map<String, List<Suggestion>> made = new HashMap<>();

	/** @param indent the white space of the line that a template begins on
	 *  @param here the innermost element around the caret */
	public Templates(Cluster cluster, String indent, EObject here) {
		this.here = here;
		this.cluster = cluster;
		this.free = new NextFree(cluster);
		this.effective = free.effective();
		this.indent = Objects.requireNonNull(indent);
	}

	/** A design from nothing, for an empty file. */
	public static Suggestion design(String indent) {
		TemplateText t = new TemplateText(indent).text("cluster ").hole("my-cluster").text(" version 1").open();
		t.line().text("stack rhcs3").line().text("domain ").hole("example.com").line().text("quorum two-node").line().text("fencing { post-join-delay 30s }");
		t.line().line().text("network bcn \"Back-Channel Network\" ").hole("10.20.0.0/16").text(" on bond0 cluster");
		t.line().text("network sn \"Storage Network\" ").hole("10.10.0.0/16").text(" on bond1 replication");
		t.line().text("bond bond0, bond1 { mode active-backup  miimon 100ms }").line();
		return t.close().as("cluster …", "a design to go on from");
	}

	/** For the keyword that a statement of a grammar rule begins with. */
	public List<Suggestion> of(String rule) {
		return made.computeIfAbsent(rule, this::make);
	}

	private List<Suggestion> make(String rule) {
		return switch (rule) {
			case "Network" -> List.of(network());
			case "Bonds" -> List.of(bond());
			case "Pdu" -> List.of(new TemplateText(indent).text("pdu ").hole(next("pdu1", Statements.all(cluster, Pdu.class).stream().map(Pdu::getName))).text(" address ")
					.hole(new Values(cluster, free).of("Pdu", "address", cluster).stream().map(Suggestion::text).findFirst().orElse("10.20.2.1")).as("pdu …", "a power distribution unit"));
			case "FenceDevice" -> new FenceTemplates(cluster, indent).all();
			case "Node" -> List.of(new NodeTemplate(cluster, free, indent).node());
			case "Nic" -> List.of(new NodeTemplate(cluster, free, indent).nic());
			case "FenceMethod" -> new FenceTemplates(cluster, indent).methods();
			case "Disk" -> List.of(disk());
			case "Partition" -> List.of(partition());
			case "Drbd" -> List.of(drbd());
			case "DrbdResource" -> List.of(resource());
			case "VolumeGroup" -> List.of(volumeGroup());
			case "LogicalVolume" -> List.of(volume());
			case "Guest" -> List.of(guest());
			case "FailoverDomain" -> List.of(domain());
			case "Service" -> List.of(service());
			case "VmService" -> List.of(vm());
			default -> List.of();
		};
	}

	/** The next name after the last of those there, else the one given. */
	static String next(String otherwise, Stream<String> names) {
		List<String> all = names.filter(Objects::nonNull).toList();
		return all.isEmpty() ? otherwise : NextFree.name(all.get(all.size() - 1), all::contains);
	}

	private Suggestion network() {
		Cidr last = effective.networks().all().stream().flatMap(n -> n.subnet().stream()).map(Effective::value).reduce((a, b) -> b).orElse(Cidr.parse("10.10.0.0/16"));
		String bond = bonds().stream().filter(b -> effective.networks().on(b).isEmpty()).map(Bond::getName).findFirst().or(() -> bonds().stream().map(Bond::getName).findFirst()).orElse("bond0");
		List<String> names = Statements.all(cluster, Network.class).stream().map(Network::getName).toList();
		String name = Stream.of("bcn", "sn", "ifn", "net4").filter(n -> !names.contains(n)).findFirst().orElse("net5");
		return new TemplateText(indent).text("network ").hole(name).text(" \"").hole("Title").text("\" ").hole(free.subnet(last).orElse(last)).text(" on ").hole(bond).as("network …",
				"an IP network on a bond");
	}

	private List<Bond> bonds() {
		return Statements.all(cluster, Bonds.class).stream().flatMap(b -> b.getBonds().stream()).filter(b -> b.getName() != null).toList();
	}

	private Suggestion bond() {
		String last = bonds().stream().map(Bond::getName).reduce((a, b) -> b).map(n -> free.name(Literals.BOND, n)).orElse("bond0");
		return new TemplateText(indent).text("bond ").hole(last).text(" { mode ").hole("active-backup").text("  miimon 100ms  updelay 120s }").as("bond …", "a bond");
	}

	private Suggestion disk() {
		String name = next("sda", Statements.all(cluster, Disk.class).stream().map(Disk::getName)).replaceFirst("^sda[0-9]+$", "sdb");
		TemplateText t = new TemplateText(indent).text("disk ").hole(name).text(" size ").hole("500GB").open();
		if (Statements.all(cluster, Disk.class).stream().flatMap(d -> Statements.all(d, Partition.class).stream()).anyMatch(x -> "/".equals(x.getMountPoint()))) {
			t.line().text("partition 1 primary ").hole("50% of rest").text(" align 64KiB").line().text("partition 2 primary rest align 64KiB");
			return t.close().as("disk …", "a disk for data");
		}
		t.line().text("partition 1 primary 256MiB at 2048 boot mount /boot").line().text("partition 2 primary ").hole("40GiB").text(" mount /");
		t.line().text("partition 3 primary ").hole("4GiB").text(" swap").line().text("partition 4 extended rest");
		t.line().text("partition 5 logical ").hole("20GiB").text(" align 64KiB");
		t.line().text("partition 6 logical 50% of rest align 64KiB").line().text("partition 7 logical rest align 64KiB");
		return t.close().as("disk …", "a disk with the tutorial's partitions");
	}

	private Suggestion partition() {
		Disk disk = (Disk) Values.above(here, Disk.class);
		List<Partition> all = disk == null ? List.of() : Statements.all(disk, Partition.class);
		long number = all.stream().map(Partition::getNumber).filter(Objects::nonNull).mapToLong(Long::longValue).max().orElse(0) + 1;
		boolean extended = all.stream().anyMatch(p -> p.getKind() == PartitionKind.EXTENDED);
		boolean gpt = disk != null && "gpt".equals(disk.getLabel());
		String kind = gpt ? " " : extended ? " logical " : " primary "; // a GPT has no kinds
		return new TemplateText(indent).text("partition ").hole(extended ? Math.max(5, number) : number).text(kind).hole("20GiB").text(" align 64KiB")
				.as("partition …", "an aligned partition");
	}

	private Suggestion volume() {
		List<String> volumes = effective.volumes().all().stream().map(v -> v.name().value()).toList();
		List<String> systems = effective.volumes().all().stream().flatMap(v -> v.gfs2().stream()).map(g -> g.name().value()).toList();
		String name = systems.contains("shared") ? NextFree.name("shared", systems::contains) : "shared";
		return new TemplateText(indent).text("volume ").hole(volumes.contains("lv_" + name) ? NextFree.name("lv_" + name, volumes::contains) : "lv_" + name).text(" ").hole("10GiB").text(" gfs2 ")
				.hole("name", name).text(" mount /").hole("name", name).as("volume … gfs2", "a shared GFS2 file system");
	}

	private Suggestion drbd() {
		TemplateText t = new TemplateText(indent).text("drbd").open();
		t.line().text("protocol C").line().text("rate ").hole("20MiB/s").line().text("dual-primary");
		t.line().text("split-brain { zero-primaries discard-zero-changes  one-primary discard-secondary  two-primaries disconnect }");
		t.line().text("startup { wfc-timeout 300s  degr-wfc-timeout 120s }");
		t.line().text("resource r0 \"").hole("Title").text("\" on ").hole(free.partitions().stream().findFirst().orElse("/dev/sda5").replaceFirst("^/dev/", "")).text(between());
		return t.close().as("drbd …", "replication with two primaries");
	}

	private String between() {
		List<Node> nodes = Statements.all(cluster, Node.class).stream().filter(n -> n.getName() != null).toList();
		return nodes.size() > 2 ? " between " + nodes.get(0).getName() + ", " + nodes.get(1).getName() : "";
	}

	private Suggestion resource() {
		Stream<String> names = Statements.all(cluster, Drbd.class).stream().flatMap(d -> Statements.all(d, DrbdResource.class).stream()).map(DrbdResource::getName);
		return new TemplateText(indent).text("resource ").hole(next("r0", names)).text(" \"").hole("Title").text("\" on ")
				.hole(free.partitions().stream().findFirst().orElse("/dev/sda5").replaceFirst("^/dev/", "")).text(between()).as("resource …", "a DRBD resource");
	}

	private Suggestion volumeGroup() {
		List<DrbdResource> used = new ArrayList<>();
		cluster.eAllContents().forEachRemaining(e -> {
			if (e instanceof PhysicalVolume p && p.getResource() != null) {
				used.add(p.getResource());
			}
		});
		String resource = Statements.all(cluster, Drbd.class).stream().flatMap(d -> Statements.all(d, DrbdResource.class).stream()).filter(r -> !used.contains(r) && r.getName() != null)
				.map(DrbdResource::getName).findFirst().orElse("r0");
		String name = next("vg0", Statements.all(cluster, VolumeGroup.class).stream().map(VolumeGroup::getName));
		TemplateText t = new TemplateText(indent).text("volume-group ").hole(name).text(" on ").hole(resource);
		Statements.first(cluster, Node.class).filter(n -> n.getName() != null).ifPresent(n -> t.text(" prefers ").hole(n.getName()));
		t.open().line().text("volume ").hole("lv_1").text(" ").hole("50% of group").line().text("volume ").hole("lv_2").text(" rest");
		return t.close().as("volume-group …", "a volume group with two volumes");
	}

	private Suggestion guest() {
		List<LogicalVolume> used = new ArrayList<>();
		List<LogicalVolume> all = new ArrayList<>();
		List<String> bridges = new ArrayList<>();
		cluster.eAllContents().forEachRemaining(e -> {
			switch (e) {
				case GuestDisk d when d.getVolume() != null -> used.add(d.getVolume());
				case LogicalVolume v when v.getGfs2() == null && v.getFileSystem() == null && v.getName() != null -> all.add(v);
				case Bridge b when b.getName() != null -> bridges.add(b.getName());
				default -> {
					// nothing that a guest needs
				}
			}
		});
		Optional<String> volume = all.stream().filter(v -> !used.contains(v)).map(LogicalVolume::getName).findFirst();
		TemplateText t = new TemplateText(indent).text("guest ").hole(next("vm1", Statements.all(cluster, Guest.class).stream().map(Guest::getName))).text(" { volume ").hole(volume.orElse("lv_1"));
		t.text("  bridge ").hole(bridges.isEmpty() ? "vbr0" : bridges.get(bridges.size() - 1)).text(" mac ").text(free.guestMac()).text("  memory ").hole("2GiB").text("  cpus ").hole("2");
		return t.text("  install ").hole("/shared/files/el6.iso").text(" }").as("guest …", "a virtual machine");
	}

	private Suggestion domain() {
		TemplateText t = new TemplateText(indent).text("failover-domain ").hole(next("domain1", Statements.all(cluster, FailoverDomain.class).stream().map(FailoverDomain::getName)))
				.text(" ordered no-failback {");
		int priority = 1;
		for (Node node : Statements.all(cluster, Node.class)) {
			t.text(priority == 1 ? " member " : "  member ").text(node.getName()).text(" priority ").hole(priority++);
		}
		return t.text(" }").as("failover-domain …", "all nodes, the first preferred");
	}

	private Suggestion service() {
		String domain = Statements.all(cluster, FailoverDomain.class).stream().map(FailoverDomain::getName).filter(Objects::nonNull).findFirst().orElse("domain1");
		String fileSystem = effective.volumes().all().stream().flatMap(v -> v.gfs2().stream()).map(g -> g.name().value()).findFirst().orElse("shared");
		TemplateText t = new TemplateText(indent).text("service ").hole(next("storage", Statements.all(cluster, org.clusterwright.model.design.Service.class).stream().map(s -> s.getName())))
				.text(" in ").hole(domain).open();
		t.line().text("recovery restart").line().text("start script drbd { start script clvmd { start clusterfs ").hole(fileSystem).text(" } }");
		return t.close().as("service …", "storage for one node");
	}

	private Suggestion vm() {
		List<Guest> controlled = Statements.all(cluster, VmService.class).stream().map(VmService::getGuest).toList();
		String guest = Statements.all(cluster, Guest.class).stream().filter(g -> !controlled.contains(g) && g.getName() != null).map(Guest::getName).findFirst().orElse("vm1");
		String domain = Statements.all(cluster, FailoverDomain.class).stream().filter(d -> d.isOrdered() && d.getName() != null).map(FailoverDomain::getName).findFirst().orElse("domain1");
		return new TemplateText(indent).text("vm ").hole(guest).text(" in ").hole(domain).text(" { recovery ").hole("restart").text(" }").as("vm …", "a guest under rgmanager's control");
	}
}
