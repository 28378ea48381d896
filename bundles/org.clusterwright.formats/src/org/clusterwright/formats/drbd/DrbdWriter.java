package org.clusterwright.formats.drbd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.formats.drbd.DrbdTree.Quotes;
import org.clusterwright.formats.drbd.DrbdTree.Word;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.effective.DrbdOption;
import org.clusterwright.model.effective.DrbdOptions;
import org.clusterwright.model.effective.DrbdRaw;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.ReplicaDisk;
import org.clusterwright.model.effective.ReplicaVolume;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Replication;
import org.clusterwright.model.effective.Statements;

/** From the effective values to the trees of DRBD's files. */
final class DrbdWriter {
	private static final Set<String> COMMANDS = Set.of("handlers");
	private static final Set<String> TEXTS = Set.of("shared-secret");

	private final Cluster cluster;
	private final Replication replication;

	DrbdWriter(Cluster cluster, Replication replication) {
		this.cluster = cluster;
		this.replication = replication;
	}

	List<DrbdTree> drbdConf(Drbd design) {
		Origin fixed = new Origin.Default(design, "DRBD's own /etc/drbd.conf");
		List<DrbdTree> file = new ArrayList<>();
		file.add(new DrbdTree.Comment(fixed, "Everything is in drbd.d: the common part, and a file for each resource."));
		for (String pattern : List.of("drbd.d/global_common.conf", "drbd.d/*.res")) {
			file.add(new DrbdTree.Entry(fixed, "include", List.of(new Word(Quotes.ALWAYS, List.of(new Effective<>(pattern, fixed))))));
		}
		file.addAll(fragments("/etc/drbd.conf", Optional.empty()));
		return file;
	}

	List<DrbdTree> globalCommon(Drbd design) {
		Origin fixed = new Origin.Default(design, "drbd.conf(5), DRBD 8.3: the global and common sections");
		List<DrbdTree> file = new ArrayList<>();
		file.add(new DrbdTree.Comment(fixed, "What holds for every DRBD resource of this cluster."));
		List<DrbdTree> global = new ArrayList<>(replication.globals().stream().map(o -> entry("global", o)).toList());
		Statements.section(design, "global").ifPresent(s -> global.addAll(fragments(s)));
		global.addAll(fragments(DrbdRaw.GLOBAL_COMMON, Optional.of("global")));
		file.add(new DrbdTree.Section(fixed, List.of("global"), global));
		file.add(new DrbdTree.Blank(fixed));
		List<DrbdTree> common = new ArrayList<>();
		replication.protocol().ifPresent(p -> common.add(value("protocol", p)));
		Replication.passedThrough(design).stream().filter(o -> !o.name().equals("protocol")).forEach(o -> common.add(entry("common", o)));
		sections(design, replication.common(), Optional.of(DrbdRaw.GLOBAL_COMMON), fixed, common);
		common.addAll(fragments(DrbdRaw.GLOBAL_COMMON, Optional.of("common")));
		file.add(new DrbdTree.Section(fixed, List.of("common"), common));
		file.addAll(fragments(DrbdRaw.GLOBAL_COMMON, Optional.empty()));
		return file;
	}

	List<DrbdTree> resource(ReplicatedResource resource) {
		Origin name = resource.name().origin();
		Origin form = new Origin.Default(resource.design(), "drbd.conf(5), DRBD 8.3: the resource section");
		ReplicaVolume volume = resource.volume();
		List<DrbdTree> body = new ArrayList<>();
		resource.protocol().ifPresent(p -> body.add(value("protocol", p)));
		body.add(new DrbdTree.Comment(form, "The block device that programs use."));
		body.add(device(volume));
		boolean sameMeta = volume.disks().stream().map(d -> d.metaDisk().value()).distinct().count() <= 1;
		boolean flexible = Replication.passedThrough(resource.design()).stream().anyMatch(o -> o.name().equals("flexible-meta-disk"));
		if (sameMeta && !flexible && !volume.disks().isEmpty()) {
			body.add(new DrbdTree.Blank(form));
			body.add(new DrbdTree.Comment(form, volume.disks().get(0).metaDisk().value().equals("internal") ? "DRBD's own data lies at the end of the backing disk (about 32 MB for each TB)."
					: "DRBD's own data."));
			body.add(metaDisk(volume.disks().get(0)));
		}
		Replication.passedThrough(resource.design()).stream().filter(o -> !o.name().equals("protocol")).forEach(o -> body.add(entry("resource", o)));
		sections(resource.design(), resource.options(), Optional.empty(), form, body);
		body.add(new DrbdTree.Blank(form));
		body.add(new DrbdTree.Comment(form, "Each host by its `uname -n`: its address on the replication network with the port, which no other resource has,"));
		body.add(new DrbdTree.Comment(form, "and the disk below."));
		volume.disks().forEach(d -> body.add(host(d, sameMeta)));
		Statements.all(resource.design(), Raw.class).stream().filter(r -> r.getAnchor() == null).forEach(r -> body.add(verbatim(r)));
		String path = "/etc/drbd.d/" + resource.name().value() + ".res";
		List<DrbdTree> file = new ArrayList<>();
		file.add(new DrbdTree.Comment(resource.label().origin(), resource.label().value()));
		file.add(new DrbdTree.Section(name, List.of("resource", resource.name().value()), body));
		file.addAll(fragments(path, Optional.empty()));
		return file;
	}

	private static DrbdTree device(ReplicaVolume volume) {
		Effective<String> device = volume.device();
		List<Word> words = new ArrayList<>(List.of(new Word(Quotes.NEVER, List.of(device))));
		if (!device.value().equals("/dev/drbd" + volume.minor().value())) {
			words.add(new Word(Quotes.NEVER, List.of(new Effective<>("minor", volume.minor().origin()))));
			words.add(new Word(Quotes.NEVER, List.of(volume.minor().map(String::valueOf))));
		}
		return new DrbdTree.Entry(device.origin(), "device", words);
	}

	private static DrbdTree metaDisk(ReplicaDisk disk) {
		return new DrbdTree.Entry(disk.metaDisk().origin(), "meta-disk", List.of(new Word(Quotes.NEVER, List.of(disk.metaDisk()))));
	}

	private DrbdTree host(ReplicaDisk disk, boolean sameMeta) {
		List<DrbdTree> body = new ArrayList<>();
		Effective<String> port = disk.host().port().map(p -> ":" + p);
		disk.host().address().ifPresent(a -> body.add(new DrbdTree.Entry(a.origin(), "address", List.of(new Word(Quotes.NEVER, List.of(a.map(String::valueOf), port))))));
		disk.disk().ifPresent(d -> body.add(value("disk", d)));
		if (!sameMeta) {
			body.add(metaDisk(disk));
		}
		disk.host().peer().ifPresent(p -> Replication.passedThrough(p).forEach(o -> body.add(entry("on", o))));
		return new DrbdTree.Section(disk.host().node().hostName().origin(), List.of("on", disk.host().node().hostName().value()), body);
	}

	/** The sections that a block fills, and the fragments in them. */
	private void sections(Block block, DrbdOptions options, Optional<String> path, Origin fixed, List<DrbdTree> body) {
		for (String section : DrbdOptions.SECTIONS) {
			List<DrbdTree> entries = new ArrayList<>();
			for (DrbdOption option : options.in(section)) {
				if (path.isPresent()) {
					DrbdComments.of(option.name()).forEach(c -> entries.add(new DrbdTree.Comment(fixed, c)));
				}
				entries.add(entry(section, option));
			}
			Statements.section(block, section).ifPresent(s -> entries.addAll(fragments(s)));
			Statements.all(block, Raw.class).stream().filter(r -> section.equals(r.getAnchor())).forEach(r -> entries.add(verbatim(r)));
			path.ifPresent(p -> entries.addAll(fragments(p, Optional.of(section))));
			if (!entries.isEmpty()) {
				body.add(new DrbdTree.Blank(fixed));
				body.add(new DrbdTree.Section(fixed, List.of(section), entries));
			}
		}
	}

	private static DrbdTree entry(String section, DrbdOption option) {
		Quotes quotes = COMMANDS.contains(section) || TEXTS.contains(option.name()) ? Quotes.ALWAYS : Quotes.NEEDED;
		return new DrbdTree.Entry(option.origin(), option.name(), option.values().stream().map(v -> new Word(quotes, List.of(new Effective<>(v, option.origin())))).toList());
	}

	private static DrbdTree value(String key, Effective<String> value) {
		return new DrbdTree.Entry(value.origin(), key, List.of(new Word(Quotes.NEEDED, List.of(value))));
	}

	private List<DrbdTree> fragments(Block block) {
		return Statements.all(block, Raw.class).stream().map(DrbdWriter::verbatim).toList();
	}

	private List<DrbdTree> fragments(String path, Optional<String> anchor) {
		return Statements.all(cluster, Raw.class).stream().filter(r -> path.equals(r.getPath()) && anchor.equals(Optional.ofNullable(r.getAnchor()))).map(DrbdWriter::verbatim).toList();
	}

	private static DrbdTree verbatim(Raw raw) {
		return new DrbdTree.Verbatim(new Origin.Set(raw, Literals.RAW__TEXT), raw.getText() == null ? "" : raw.getText());
	}
}
