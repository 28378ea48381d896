package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.core.help.HelpChapters;
import org.clusterwright.core.help.HelpValues;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.effective.BootServices;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Quorum;
import org.clusterwright.model.effective.Settings;

/** cluster.conf in its stages, ricci, what starts at boot, and the first start of the cluster. */
final class Foundation {
	private static final String CONF = "/etc/cluster/cluster.conf";
	private static final List<String> AFTER_STAGES = List.of("## After the foundation", "## Check and load");

	private Foundation() {
	}

	static void write(Site site, DocumentBuilder out) {
		configuration(site, out);
		boot(site, out);
		start(site, out);
	}

	private static void configuration(Site site, DocumentBuilder out) {
		out.chapter("cluster.conf");
		out.text("""
				The whole foundation of the cluster is this one file, the same on %s. `install.sh` has put it in place complete. To understand it, follow it as the tutorial lets it grow, from the name to totem. In each stage a line
				that begins with `+` is new. Stages 1 to 3 are for reading only: a cluster without fencing must never be started.
				""".formatted(site.all()));
		stages(site, out);
		out.section("The whole file");
		out.text("With its real version, and with what the design has beyond the foundation. Passwords stand by their names here.");
		site.list(out, CONF);
		out.section("Validate");
		out.run(site.onAll(), "ccs_config_validate");
		out.expect("", "Configuration validates");
		out.text("Any other answer: stop here and mend it in the design, not on the node. The file must be the same everywhere:");
		out.run(site.onAll(), "sha256sum " + CONF);
		List<EffectiveNode> others = site.nodes().subList(1, site.nodes().size());
		if (!others.isEmpty()) {
			out.text("While no node runs `cman`, the way without the bundle is to copy it:");
			out.run(Site.on(site.first()), Site.lines(others.stream().map(n -> "rsync -av " + CONF + " root@" + ShellWords.quote(n.name().value()) + ":/etc/cluster/").toList()));
		}
		out.check(site.boxes(), "`Configuration validates`, with the same sum on " + site.all());
	}

	/** The help's chapter on the stages says it already; here it becomes sections. */
	private static void stages(Site site, DocumentBuilder out) {
		List<String> lines = HelpChapters.markup("stages", HelpValues.of(site.cluster(), true));
		int from = 0;
		while (from < lines.size() && !lines.get(from).startsWith("## ")) {
			from++;
		}
		int to = AFTER_STAGES.stream().mapToInt(lines::indexOf).filter(i -> i >= 0).min().orElse(lines.size());
		ChapterText.write(lines.subList(from, to), out);
	}

	private static void boot(Site site, DocumentBuilder out) {
		out.chapter("ricci, and what starts at boot");
		out.section("ricci");
		out.text("A new `cluster.conf` travels between the nodes through `ricci`, which has no password yet. Give it one, the same on " + site.all()
				+ "; each node will ask for it once for each other node.");
		out.run(site.onAll(), "passwd ricci\nchkconfig ricci on\n/etc/init.d/ricci start");
		out.expect("", "Starting ricci:                                            [  OK  ]");
		out.text("No `[  OK  ]` usually means that it ran already. " + Site.script("51-passwd-ricci.sh") + " does the same.");
		out.section("Services at boot");
		List<List<String>> rows = new ArrayList<>();
		for (BootServices.Service s : site.cluster().bootServices().of(site.first())) {
			rows.add(List.of(Words.value(s.name()), s.on().value() ? "on" : "off", s.reason().isEmpty() ? "" : Words.plain(reason(site, s))));
		}
		out.table(List.of("Service", "At boot", "Because"), rows);
		out.run(site.onAll(), site.cluster().bootServices().of(site.first()).stream().map(s -> "chkconfig " + ShellWords.quote(s.name()) + (s.on().value() ? " on" : " off")
				+ "\n").collect(Collectors.joining())
				+ "/etc/init.d/acpid stop\n");
		out.text(Site.script("50-services.sh") + " does the same, and names what is not installed.");
		out.check(site.boxes(), "services set");
	}

	/** Where no service starts it, people do. */
	private static String reason(Site site, BootServices.Service service) {
		boolean storage = List.of("drbd", "clvmd", "gfs2").contains(service.name());
		return storage && !service.on().value() && !site.startedByService(service.name()) && !service.name().equals("gfs2") ? "It needs cman, which is started by hand."
				: service.reason();
	}

	private static void start(Site site, DocumentBuilder out) {
		out.chapter("Start the cluster for the first time");
		out.section("Windows");
		out.text("Open two terminals on each node, one to type in and one that watches the log. All that the cluster has to say it says there.");
		out.run("In the second terminal on each node:", "clear; tail -f -n 0 /var/log/messages");
		site.cluster().quorum().disk().ifPresent(d -> quorumDisk(site, d, out));
		out.section("Start cman");
		if (site.nodes().size() > 1) {
			out.warn("Start `cman` on " + site.all() + " within " + site.postJoinSeconds()
					+ " seconds (`post_join_delay`). A node that comes later is fenced by those that were first.");
		}
		out.run(site.onAll(), "/etc/init.d/cman start");
		String answer = """
				Starting cluster:
				   Checking Network Manager...                             [  OK  ]
				   Global setup...                                         [  OK  ]
				   Loading kernel modules...                               [  OK  ]
				   Mounting configfs...                                    [  OK  ]
				   Starting cman...                                        [  OK  ]
				   Waiting for quorum...                                   [  OK  ]
				   Starting fenced...                                      [  OK  ]
				   Starting dlm_controld...                                [  OK  ]
				   Starting gfs_controld...                                [  OK  ]
				   Unfencing self...                                       [  OK  ]
				   Joining fence domain...                                 [  OK  ]
				""";
		String waiting = "   Waiting for quorum...";
		out.expect("", site.cluster().quorum().disk().isEmpty() ? answer : answer.replace(waiting, "   Starting qdiskd...                                      [  OK  ]\n" + waiting));
		if (!site.cluster().quorum().twoNode().value() && site.nodes().size() > 1) {
			out.text("`Waiting for quorum` lasts until " + site.cluster().quorum().quorum() + " votes are there, so the first node waits for others.");
		}
		log(site, out);
		status(site, out);
		out.check(site.boxes(), "`cman_tool status` is as foretold");
	}

	/** qdiskd finds its disk by the label, or by the device that the design names; neither is there by itself. */
	private static void quorumDisk(Site site, Section disk, DocumentBuilder out) {
		String label = Settings.text(disk, "label").map(Effective::value).orElse(site.name());
		Optional<String> device = Settings.text(disk, "device").map(Effective::value);
		out.section("The quorum disk");
		out.text("`qdiskd` votes with a disk that every node sees: 10 MiB or more on storage that all share, used for nothing else, on no DRBD device and in no volume group. "
				+ "It must be there before `cman` starts. Find it on " + site.all() + ", where it may have different names:");
		out.run(site.onAll(), "cat /proc/partitions");
		out.warn("What is on this disk is lost.");
		String once = "Once, on " + Site.code(site.first()) + ":";
		if (device.isEmpty()) {
			out.run(once, "read -r -p 'Device of the quorum disk: ' disk");
		}
		out.run(once, "mkqdisk -c " + device.map(ShellWords::quote).orElse("\"$disk\"") + " -l " + ShellWords.quote(label));
		out.run(site.onAll(), "mkqdisk -L");
		out.check(site.boxes(), "lists a disk with the label " + Words.value(label));
	}

	private static void log(Site site, DocumentBuilder out) {
		EffectiveNode node = site.first();
		String ids = site.nodes().stream().map(n -> String.valueOf(n.id().value())).collect(Collectors.joining(" "));
		String address = site.cluster().networks().clusterNetwork().map(n -> site.address(node, n)).orElse("\u2026");
		out.expect("Among the lines of the log on " + Site.code(node) + ":", """
				corosync[\u2026]:   [MAIN  ] Successfully read config from %s
				corosync[\u2026]:   [MAIN  ] Successfully parsed cman config
				corosync[\u2026]:   [TOTEM ] The network interface [%s] is now up.
				corosync[\u2026]:   [TOTEM ] A processor joined or left the membership and a new membership was formed.
				corosync[\u2026]:   [CMAN  ] quorum regained, resuming activity
				corosync[\u2026]:   [QUORUM] Members[%d]: %s
				fenced[\u2026]: fenced 3.0.12 started
				dlm_controld[\u2026]: dlm_controld 3.0.12 started
				gfs_controld[\u2026]: gfs_controld 3.0.12 started
				""".formatted(CONF, address, site.nodes().size(), ids));
		out.text("An address of another network in `The network interface` means that `/etc/hosts` is wrong: go back to [[Names without DNS]].");
	}

	private static void status(Site site, DocumentBuilder out) {
		out.section("See that it is the right cluster");
		out.run(site.onAll(), "cman_tool status");
		Quorum quorum = site.cluster().quorum();
		for (EffectiveNode node : site.nodes()) {
			List<String> lines = new ArrayList<>(List.of("Version: 6.2.0", "Config Version: " + site.cluster().version().value(), "Cluster Name: " + site.name(), "Cluster Id: "
					+ quorum.clusterId().value(), "Cluster Member: Yes",
					"Cluster Generation: \u2026", "Membership state: Cluster-Member", "Nodes: " + site.nodes().size(), "Expected votes: " + quorum.expectedVotes()
							.map(v -> v.value()).orElse(quorum.totalVotes())));
			quorum.diskVotes().ifPresent(v -> lines.add("Quorum device votes: " + v.value()));
			lines.addAll(List.of("Total votes: " + quorum.totalVotes(), "Node votes: " + node.votes().value(), "Quorum: " + quorum.quorum(), "Active subsystems: \u2026",
					"Flags: " + (quorum.twoNode().value() ? "2node" : ""), "Ports Bound: \u2026", "Node name: " + node.hostName().value(), "Node ID: " + node.id().value()));
			quorum.multicast().ifPresent(m -> lines.add("Multicast addresses: " + m.value()));
			site.cluster().networks().clusterNetwork().ifPresent(n -> lines.add("Node addresses: " + site.address(node, n)));
			out.expect("**Foretold** for " + Site.code(node) + ":", Site.lines(lines));
		}
		out.text("The cluster id and the multicast address follow from the name alone. If they differ, the file on the node holds another name, or another cluster on this network "
				+ "has the same one. `Nodes: " + site.nodes().size()
				+ "` says that all of them talk to each other.");
		out.text("All parameters as corosync has taken them, defaults too:");
		out.run(Site.on(site.first()), "corosync-objctl | grep -E '^(cluster|totem)\\.'");
		List<String> lines = new ArrayList<>(List.of("cluster.name=" + site.name(), "cluster.config_version=" + site.cluster().version().value()));
		site.millis("totem", "token").ifPresent(t -> lines.add("totem.token=" + t));
		lines.add("totem.consensus=" + Timings.of(site).consensus());
		quorum.multicast().ifPresent(m -> lines.add("totem.interface.mcastaddr=" + m.value()));
		lines.add("totem.interface.mcastport=" + quorum.port().value());
		out.expect("Among them, **foretold**:", Site.lines(lines));
	}
}
