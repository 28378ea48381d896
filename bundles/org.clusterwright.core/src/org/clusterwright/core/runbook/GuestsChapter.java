package org.clusterwright.core.runbook;

import java.util.List;
import java.util.stream.Collectors;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.effective.EffectiveGuest;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectiveService;

/** Installing the guests and giving them to the cluster. */
final class GuestsChapter {
	private GuestsChapter() {
	}

	static void write(Site site, DocumentBuilder out) {
		List<EffectiveGuest> guests = site.cluster().guests().all();
		if (guests.isEmpty()) {
			return;
		}
		out.chapter("The guests");
		out.text("The tutorial's revision ends before the guests; this chapter is Clusterwright's. Each guest is installed once, on its preferred node. From then on its "
				+ "definition lies in " + Site.code(site.cluster().guests().definitions())
				+ " and never in `/etc/libvirt/qemu`: whoever may run a guest reads the same file, and libvirt starts none by itself.");
		out.table(List.of("Guest", "Memory", "CPUs", "Disks", "Network", "Preferred node"), guests.stream().map(g -> List.of(Site.code(g.name()),
				Words.plain(g.memory().value().text()), String.valueOf(g.cpus().value()),
				g.disks().isEmpty() ? Site.NOTHING : g.disks().stream().map(d -> Site.code(d.device())).collect(Collectors.joining(", ")),
				g.nics().isEmpty() ? Site.NOTHING : g.nics().stream().map(n -> Site.code(n.bridge()) + ", " + Words.value(n.mac().value().lowerCase()))
						.collect(Collectors.joining("; ")), g.preferred().map(p -> Site.code(p.value())).orElse("any"))).toList());
		definition(site, out, guests.get(0));
		install(site, out, guests);
		enable(site, out, guests);
	}

	private static void definition(Site site, DocumentBuilder out, EffectiveGuest guest) {
		out.section("A definition");
		site.list(out, site.cluster().guests().definitions().value() + "/" + guest.name().value() + ".xml");
	}

	private static void install(Site site, DocumentBuilder out, List<EffectiveGuest> guests) {
		out.section("Install them");
		out.text("`rgmanager` must not run the guest meanwhile: it must be `disabled` in `clustat`. The script refuses if libvirt knows the guest, asks, runs `virt-install`, and "
				+ "hands the guest over when the installation has ended. Watch it with a VNC viewer on the node's address "
				+ "that `virsh vncdisplay` names, through `ssh -L` where it listens on `127.0.0.1` only.");
		List<String> images = guests.stream().map(g -> g.settingOrDefault("install").value()).filter(i -> i.startsWith("/")).distinct().toList();
		if (!images.isEmpty()) {
			out.text("Before, put " + Site.listed(images.stream().map(Words::value).toList()) + " in place.");
		}
		for (EffectiveGuest g : guests) {
			EffectiveNode node = g.preferred().map(p -> p.value()).orElse(g.nodes().isEmpty() ? site.first() : g.nodes().get(0));
			out.run(Site.on(node), "sh " + ShellWords.quote(site.cluster().guests().provision().value() + "/" + g.name().value() + ".sh"));
			out.check(List.of(Words.plain(g.name().value())), "installed, shut off, and gone from `virsh list --all`");
		}
	}

	private static void enable(Site site, DocumentBuilder out, List<EffectiveGuest> guests) {
		List<EffectiveService> vms = site.cluster().services().all().stream().filter(EffectiveService::isVm).toList();
		out.section("Let the cluster run them");
		if (vms.isEmpty()) {
			out.text("No guest of this design is under the cluster's control. Start them by hand, on one node only: a guest that runs twice destroys its disk.");
			return;
		}
		out.run(Site.on(site.first()), Site.lines(vms.stream().map(v -> "clusvcadm -e " + ShellWords.quote("vm:" + v.name().value())).toList()) + "clustat\n");
		EffectiveService first = vms.get(0);
		guests.stream().filter(g -> g.name().value().equals(first.name().value()) && g.nodes().size() > 1).findFirst().ifPresent(g -> {
			EffectiveNode from = g.preferred().map(p -> p.value()).orElse(g.nodes().get(0));
			EffectiveNode to = g.nodes().stream().filter(n -> n != from).findFirst().orElseThrow();
			String vm = ShellWords.quote("vm:" + g.name().value());
			out.text("Move one while it runs, and back. A ping to it must lose no more than a packet or two:");
			out.run(Site.on(from), "clusvcadm -M " + vm + " -m " + ShellWords.quote(to.hostName().value()) + "\nclustat\nclusvcadm -M " + vm + " -m "
					+ ShellWords.quote(from.hostName().value()));
		});
		for (EffectiveService v : vms) {
			boolean moves = guests.stream().anyMatch(g -> g.name().value().equals(v.name().value()) && g.nodes().size() > 1);
			out.check(List.of(Words.plain(v.name().value())), moves ? "`started` on its preferred node; moved to another node and back while it ran" : "`started`");
		}
		out.warn("Never start a guest of the cluster with `virsh`. Started twice, on two nodes, it destroys its disk.");
	}
}
