package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.effective.EffectiveDomain;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectiveResource;
import org.clusterwright.model.effective.EffectiveService;
import org.clusterwright.model.effective.EffectiveVolume;

/** Handing storage and services to rgmanager. */
final class Resources {
	private Resources() {
	}

	static void write(Site site, DocumentBuilder out) {
		if (site.cluster().services().isEmpty()) {
			stopByHand(site, out);
			return;
		}
		out.chapter("Hand over to rgmanager");
		if (!site.cluster().services().domains().isEmpty()) {
			domains(site, out);
		}
		services(site, out);
		start(site, out);
	}

	private static void stopByHand(Site site, DocumentBuilder out) {
		List<String> order = storageServices(site, site.first(), false);
		if (order.isEmpty()) {
			return;
		}
		out.chapter("Services");
		boolean boot = order.stream().allMatch(s -> site.startedByInit(site.first(), s));
		out.text("This design has no services, so `rgmanager` has nothing to do. " + (boot ? "The init scripts start the storage at boot; the order by hand is in" : "Start and stop the storage by hand, as in")
				+ " [[Starting and stopping]].");
	}

	private static void domains(Site site, DocumentBuilder out) {
		out.section("Failover domains");
		List<List<String>> rows = new ArrayList<>();
		for (EffectiveDomain d : site.cluster().services().domains()) {
			List<String> kind = new ArrayList<>();
			kind.add(d.restricted().value() ? "only these nodes" : "these nodes if possible");
			if (d.ordered().value()) {
				kind.add("in this order");
			}
			if (d.noFailback().value()) {
				kind.add("what has moved stays");
			}
			rows.add(List.of(Site.code(d.name()), d.members().stream().map(m -> Site.code(m.node()) + m.priority().map(p -> " (" + p.value() + ")").orElse(""))
					.collect(Collectors.joining(", ")), String.join(", ", kind)));
		}
		out.table(List.of("Domain", "Members", "Meaning"), rows);
	}

	private static void services(Site site, DocumentBuilder out) {
		out.section("Services");
		List<List<String>> rows = new ArrayList<>();
		for (EffectiveService s : site.cluster().services().all()) {
			rows.add(List.of(label(s), s.domain().map(Site::code).orElse("any node"), s.isVm() ? "the guest" : s.resources().stream().map(Resources::tree)
					.collect(Collectors.joining("; "))));
		}
		out.table(List.of("Service", "Domain", "Starts, in this order"), rows);
		if (rows.isEmpty()) {
			out.text("There are none yet.");
		}
	}

	private static String label(EffectiveService s) {
		return Words.value((s.isVm() ? "vm:" : "service:") + s.name().value());
	}

	private static String tree(EffectiveResource r) {
		String own = Words.plain(r.type()) + " " + Site.code(r.name());
		return r.children().isEmpty() ? own : own + ", then " + r.children().stream().map(Resources::tree).collect(Collectors.joining(" and "));
	}

	private static void start(Site site, DocumentBuilder out) {
		List<String> scripts = storageServices(site, site.first(), true);
		if (!scripts.isEmpty() || site.cluster().volumes().all().stream().anyMatch(site.cluster().volumes()::startedByService)) {
			out.section("Stop what was started by hand");
			out.text("From here on the services own the storage. Take down what was started by hand, in the opposite order, so that they start it all themselves:");
			site.runEach(out, n -> stop(site, n, true));
		}
		List<String> left = storageServices(site, site.first(), false);
		if (!left.isEmpty() && left.stream().noneMatch(s -> site.startedByInit(site.first(), s))) {
			out.note("No service of this design starts " + Site.listed(left.stream().map(Words::value).toList()) + ". Leave " + (left.size() == 1 ? "it" : "them")
					+ " running; at each start of a node start " + (left.size() == 1 ? "it" : "them")
					+ " by hand between `cman` and `rgmanager`.");
		}
		out.section("Start rgmanager");
		out.run(site.onAll(), "/etc/init.d/rgmanager start\nwatch clustat");
		out.expect("After a minute, on every node:", clustat(site));
		List<EffectiveService> vms = site.cluster().services().all().stream().filter(EffectiveService::isVm).toList();
		if (!vms.isEmpty()) {
			out.text("Guests that are not installed yet have nothing to boot. Until they are, stop `rgmanager` from trying:");
			out.run(Site.on(site.first()), Site.lines(vms.stream().map(v -> "clusvcadm -d " + ShellWords.quote("vm:" + v.name().value())).toList()));
		}
		out.check(site.boxes(), "`clustat` shows every node `Online, rgmanager` and every service `started`" + (vms.isEmpty() ? "" : " (guests: `disabled`)"));
	}

	/** The init scripts below the file systems that a service does, or does not, start, in their order. */
	static List<String> storageServices(Site site, EffectiveNode node, boolean byService) {
		List<String> all = new ArrayList<>();
		if (site.cluster().replication().resources().stream().anyMatch(r -> !r.volumes().isEmpty() && r.isOn(node))) {
			all.add("drbd");
		}
		if (site.cluster().lvmConfiguration().clustered()) {
			all.add("clvmd");
		}
		all.removeIf(s -> site.startedByService(s) != byService);
		return all;
	}

	private static List<String> stop(Site site, EffectiveNode node, boolean byService) {
		List<String> lines = new ArrayList<>();
		for (EffectiveVolume v : site.cluster().volumes().all()) {
			if (v.mount().isPresent() && v.mount().get().nodes().contains(node) && site.cluster().volumes().startedByService(v) == byService) {
				lines.add("umount " + ShellWords.quote(v.mount().get().point().value()));
			}
		}
		List<String> scripts = new ArrayList<>(storageServices(site, node, byService));
		Collections.reverse(scripts);
		scripts.forEach(s -> lines.add("/etc/init.d/" + s + " stop"));
		return lines;
	}

	/** clustat(8), as it is with each service on its first node. */
	private static String clustat(Site site) {
		StringBuilder text = new StringBuilder("Cluster Status for " + site.name()
				+ " @ \u2026\nMember Status: Quorate\n\n Member Name                             ID   Status\n ------ ----                             ---- ------\n");
		for (EffectiveNode n : site.nodes()) {
			text.append(String.format(java.util.Locale.ROOT, " %-39s %4d Online, %srgmanager%n".replace("%n", "\n"), n.hostName().value(), n.id().value(), n == site.first()
					? "Local, " : ""));
		}
		if (!site.cluster().services().all().isEmpty()) {
			text.append("\n Service Name                  Owner (Last)                  State\n ------- ----                  ----- ------                  -----\n");
		}
		for (EffectiveService s : site.cluster().services().all()) {
			text.append(String.format(java.util.Locale.ROOT, " %-29s %-29s %s\n", (s.isVm() ? "vm:" : "service:") + s.name().value(), first(site, s), s.isVm() ? "\u2026"
					: "started"));
		}
		return text.toString();
	}

	private static String first(Site site, EffectiveService s) {
		return s.domain().flatMap(d -> site.cluster().services().domains().stream().filter(x -> x.name().value().equals(d.value())).findFirst())
				.flatMap(d -> d.members().stream().min((a, b) -> Long.compare(a.priority().map(p -> p.value()).orElse(1L), b.priority().map(p -> p.value()).orElse(1L))))
						.map(m -> m.node().hostName().value()).orElse("\u2026");
	}
}
