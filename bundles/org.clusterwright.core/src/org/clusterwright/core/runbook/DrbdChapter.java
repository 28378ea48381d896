package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.effective.DrbdSums;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.ReplicaDisk;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Replication;

/** DRBD's files, its meta-data, and its first start with what /proc/drbd says after each step. */
final class DrbdChapter {
	private static final String COMMON = "/etc/drbd.d/global_common.conf";
	private static final String COUNTERS = "    ns:0 nr:0 dw:0 dr:0 al:0 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:b oos:";

	private final Site site;
	private final DocumentBuilder out;
	private final List<ReplicatedResource> resources;

	private DrbdChapter(Site site, DocumentBuilder out) {
		this.site = site;
		this.out = out;
		this.resources = site.cluster().replication().resources().stream().filter(r -> !r.volumes().isEmpty()).toList();
	}

	static void write(Site site, DocumentBuilder out) {
		if (site.hasDrbd()) {
			new DrbdChapter(site, out).write();
		}
	}

	private List<ReplicatedResource> on(EffectiveNode node) {
		return resources.stream().filter(r -> r.isOn(node)).toList();
	}

	private List<EffectiveNode> nodes() {
		return Software.drbdNodes(site);
	}

	private void write() {
		out.chapter("DRBD");
		configuration();
		metadata();
		firstStart();
		stop();
	}

	private void configuration() {
		out.section("The configuration");
		Replication replication = site.cluster().replication();
		List<List<String>> rows = new ArrayList<>();
		for (ReplicatedResource r : resources) {
			rows.add(List.of(Site.code(r.name()), Site.code(r.volume().device()), Site.listed(r.volume().disks().stream().map(d -> d.disk().map(Site::code).orElse(Site.NOTHING)
					+ " of " + Site.code(d.host().node())).toList()),
					r.hosts().isEmpty() ? Site.NOTHING : Site.listed(r.hosts().stream().map(h -> String.valueOf(h.port().value())).distinct().toList()), r.label().isSet()
							? Words.plain(r.label().value()) : ""));
		}
		out.table(List.of("Resource", "Device", "On top of", "Port", "For"), rows);
		site.cluster().networks().replicationNetwork().ifPresent(n -> out.text("They replicate over the " + Words.plain(n.label().value()) + "."));
		if (resources.size() > 1) {
			out.text("There are several for a reason: after a split brain one side of a resource is thrown away. Guests that run on different nodes must not share a resource, or "
					+ "one of them loses its data.");
		}
		out.text("`install.sh` has put the files in place:");
		site.list(out, COMMON);
		resources.forEach(r -> site.list(out, "/etc/drbd.d/" + r.name().value() + ".res"));
		if (replication.usesFencePeerScript() && site.file(site.first(), Replication.FENCE_PEER_SCRIPT).isPresent()) {
			out.text("`" + Replication.FENCE_PEER_SCRIPT
					+ "` is what DRBD calls when it has lost its peer. It has the cluster fence that node and reports success only when that worked; until then DRBD holds back "
							+ "all writing. It logs to `/var/log/messages`.");
		}
		out.text("Have DRBD read its files. It prints them in its own layout, with the same values, or it prints what is wrong:");
		out.run(site.on(nodes()), "drbdadm dump");
		out.check(Site.boxes(nodes()), "`drbdadm dump` prints no error, and the file names, disks and addresses above");
	}

	private void metadata() {
		out.section("Make the meta-data");
		out.warn("This overwrites the ends of the disks below. Type `yes` only where you know what is lost.");
		out.text("DRBD keeps its own data at the end of each disk: 4 KiB of superblock, 32 KiB of activity log, and a bitmap of one bit for every 4 KiB. Programs get the rest.");
		List<List<String>> rows = new ArrayList<>();
		for (ReplicatedResource r : resources) {
			for (ReplicaDisk d : r.volume().disks()) {
				sums(d).ifPresent(s -> rows.add(List.of(Site.code(r.name()), Site.code(d.host().node()), d.disk().map(Site::code).orElse(Site.NOTHING),
						String.valueOf(s.deviceBytes()), s.bmOffset() + " / 1024 = " + s.usableKib() + " KiB")));
			}
		}
		out.table(List.of("Resource", "Node", "Disk", "Bytes", "Left for programs"), rows);
		resources.stream().flatMap(r -> r.volume().disks().stream()).filter(d -> sums(d).isPresent()).findFirst().ifPresent(d -> arithmetic(d, sums(d).get()));
		site.runEach(out, n -> on(n).isEmpty() ? List.of() : List.of("drbdadm create-md " + names(on(n))));
		site.expectEach(out, "**Foretold**, for each resource in turn", this::created);
		out.text(Site.script("30-drbd-create-md.sh") + " does the same after it has compared each disk's size. Other offsets mean that the disk has another size than planned.");
		out.text("If `drbdadm` finds a file system and refuses, clear the beginning of that disk and try again. Look twice at the name:");
		out.warn("`dd` asks nothing.");
		out.run("Only on a node and for a disk that was refused:", Site.lines(resources.stream().flatMap(r -> r.volume().disks().stream()).flatMap(d -> d.disk().stream())
				.map(Effective::value).distinct()
				.map(d -> "dd if=/dev/zero of=" + ShellWords.quote(d) + " bs=4M count=1000").toList()));
		nodes().forEach(n -> out.check(List.of(Site.plain(n)), "`New drbd meta data block successfully created` for " + Site.listed(on(n).stream().map(r -> Site.code(r.name()))
				.toList())));
	}

	private void arithmetic(ReplicaDisk disk, DrbdSums s) {
		out.text("The sums for " + disk.disk().map(Site::code).orElse("the first") + " of " + Site.code(disk.host().node()) + ", as an example:");
		out.items(List.of("md_offset: " + s.deviceBytes() + (s.deviceBytes() % 4096 == 0 ? "" : ", rounded down to " + s.deviceBytes() / 4096 * 4096 + ",") + " - 4096 = "
				+ s.mdOffset(), "al_offset: " + s.mdOffset() + " - 32768 = " + s.alOffset(),
				"bitmap: " + s.deviceBytes() + " / 4096 / 8 bytes, rounded up to whole 4096 = " + (s.alOffset() - s.bmOffset()), "bm_offset: " + s.alOffset() + " - "
						+ (s.alOffset() - s.bmOffset()) + " = " + s.bmOffset()));
	}

	private static Optional<DrbdSums> sums(ReplicaDisk disk) {
		return disk.metaDisk().value().equals("internal") ? disk.sums() : Optional.empty();
	}

	private String created(EffectiveNode node) {
		StringBuilder text = new StringBuilder();
		for (ReplicatedResource r : on(node)) {
			r.volume().on(node).flatMap(DrbdChapter::sums)
					.ifPresent(s -> text.append("md_offset ").append(s.mdOffset()).append("\nal_offset ").append(s.alOffset()).append("\nbm_offset ").append(s.bmOffset())
					.append("\n\u2026\nNew drbd meta data block successfully created.\n"));
		}
		return text.toString();
	}

	static String names(List<ReplicatedResource> resources) {
		return resources.stream().map(r -> ShellWords.quote(r.name().value())).collect(Collectors.joining(" "));
	}

	private void firstStart() {
		out.section("First start");
		out.text("Load the module; later the init script does it. Then watch the state in the second terminal while you type in the first.");
		out.run(site.on(nodes()), "modprobe drbd");
		out.run("In the second terminal:", "watch cat /proc/drbd");
		out.text("**Attach** the disks:");
		site.runEach(out, n -> on(n).isEmpty() ? List.of() : List.of("drbdadm attach " + names(on(n))));
		site.expectEach(out, "`/proc/drbd`, **foretold**", n -> state(n, "cs:StandAlone ro:Secondary/Unknown ds:Inconsistent/DUnknown   r----s", false, Step.ATTACHED));
		out.text("`StandAlone`: the nodes do not talk yet. `Secondary`: nobody may even read the device. `Inconsistent`: there is nothing on it that counts. For a new resource "
				+ "all of that is right, and `oos`, the KiB that are out of "
				+ "sync, is all of it.");
		out.text("**Connect** them:");
		site.runEach(out, n -> on(n).isEmpty() ? List.of() : List.of("drbdadm connect " + names(on(n))));
		out.text("The first node waits for the other (`cs:WFConnection`). When both have connected:");
		site.expectEach(out, "`/proc/drbd`, **foretold**", n -> state(n, "cs:Connected ro:Secondary/Secondary ds:Inconsistent/Inconsistent", true, Step.CONNECTED));
		out.text("`WFConnection` that stays means that they cannot reach each other: the replication network, the addresses in the `.res` files, or the firewall.");
		out.text("**Declare them the same.** The disks are new, so there is nothing to copy:");
		out.warn("This is done once in the life of a resource, on one node only. It declares two disks equal without looking at them. Never use it on a resource that has data.");
		Map<EffectiveNode, List<ReplicatedResource>> by = new LinkedHashMap<>();
		resources.stream().filter(r -> !r.hosts().isEmpty()).forEach(r -> by.computeIfAbsent(r.hosts().get(0).node(), k -> new ArrayList<>()).add(r));
		by.forEach((node, some) -> out.run("On " + Site.code(node) + " only:", "drbdadm -- --clear-bitmap new-current-uuid " + names(some)));
		site.expectEach(out, "`/proc/drbd`, **foretold**", n -> state(n, "cs:Connected ro:Secondary/Secondary ds:UpToDate/UpToDate", true, Step.DECLARED));
		out.text(Site.script("31-drbd-first-start.sh") + " goes through all of this and waits for each state; start it on " + site.all() + " at about the same time.");
		out.check(Site.boxes(nodes()), "every resource is `Connected`, `UpToDate/UpToDate`, `oos:0`");
	}

	private enum Step {
		ATTACHED, CONNECTED, DECLARED
	}

	private String state(EffectiveNode node, String state, boolean protocol, Step step) {
		StringBuilder text = new StringBuilder();
		for (ReplicatedResource r : on(node)) {
			text.append(String.format(java.util.Locale.ROOT, "%2d: ", r.volume().minor().value())).append(state).append(protocol ? " "
					+ site.cluster().replication().protocol(r).value() + " r-----" : "").append('\n');
			Optional<Long> usable = switch (step) {
				case ATTACHED -> r.volume().on(node).flatMap(ReplicaDisk::usableBytes);
				case CONNECTED -> r.volume().usableBytes();
				case DECLARED -> Optional.of(0L);
			};
			text.append(COUNTERS).append(usable.map(b -> String.valueOf(b / 1024)).orElse("\u2026")).append('\n');
		}
		return text.isEmpty() ? "" : "version: 8.3.11 (api:88/proto:86-96)\n\u2026\n" + text;
	}

	private void stop() {
		out.section("Stop it again");
		String reason = site.startedByService("drbd") ? "From here on `rgmanager` starts and stops DRBD."
				: "DRBD needs the cluster to fence a lost peer, so it is started behind `cman` and never at boot by itself.";
		if (nodes().stream().anyMatch(n -> site.startedByInit(n, "drbd"))) {
			out.text("DRBD starts at boot here, behind `cman`, because a file system of the cluster is mounted from `/etc/fstab`. Stop it for now; the next chapter starts "
					+ "everything in its order.");
			out.run(site.on(nodes()), "/etc/init.d/drbd stop");
		} else {
			out.text(reason + " Nothing is gained by making the devices primary now.");
			out.run(site.on(nodes()), "chkconfig drbd off\n/etc/init.d/drbd stop");
			out.text(Site.script("32-drbd-stop.sh") + " does the same.");
		}
		out.expect("", "Stopping all DRBD resources: .");
		out.text("The module goes too, so `/proc/drbd` no longer exists and `watch` complains.");
	}
}
