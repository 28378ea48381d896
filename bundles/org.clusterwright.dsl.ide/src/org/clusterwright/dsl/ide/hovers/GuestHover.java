package org.clusterwright.dsl.ide.hovers;

import java.util.stream.Collectors;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.GuestDisk;
import org.clusterwright.model.design.GuestNic;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveGuest;

/** Guests. */
final class GuestHover {
	private GuestHover() {
	}

	static String guest(Guest design, EffectiveCluster cluster, Facts facts) {
		cluster.guests().of(design).ifPresent(guest -> {
			facts.add("Memory", guest.memory()).add("Processors", guest.cpus());
			guest.disks().forEach(d -> facts.add("Disk " + d.target().value(), d.device()));
			guest.nics().forEach(n -> facts.add("Card on " + n.bridge().value(), n.mac()));
			guest.preferred().ifPresent(p -> facts.add("Preferred node", p.value().name().value(), p.origin()));
			facts.add("Can run on", guest.nodes().stream().map(n -> n.name().value()).collect(Collectors.joining(", ")));
			facts.add("UUID", guest.uuid()).add("Disk cache", guest.settingOrDefault("cache"));
			facts.add("Definition", cluster.guests().definitions().value() + "/" + guest.name().value() + ".xml");
			facts.add("Started by", cluster.services().all().stream().anyMatch(s -> s.isVm() && s.name().value().equals(guest.name().value())) ? "rgmanager" : "");
		});
		return "A virtual machine";
	}

	static String disk(GuestDisk design, EffectiveCluster cluster, Facts facts) {
		if (design.eContainer() instanceof Guest owner) {
			cluster.guests().of(owner).ifPresent(g -> g.disks().stream().filter(d -> d.design() == design).forEach((EffectiveGuest.Disk d) -> {
				facts.add("On the node", d.device()).add("In the guest", d.target());
				d.volume().ifPresent(v -> facts.add("Group", v.group()));
			}));
		}
		return "A disk of the guest";
	}

	static String nic(GuestNic design, EffectiveCluster cluster, Facts facts) {
		if (design.eContainer() instanceof Guest owner) {
			cluster.guests().of(owner).ifPresent(g -> g.nics().stream().filter(n -> n.design() == design).forEach(n -> facts.add("Bridge", n.bridge()).add("MAC", n.mac())));
		}
		return "A network card of the guest";
	}
}
