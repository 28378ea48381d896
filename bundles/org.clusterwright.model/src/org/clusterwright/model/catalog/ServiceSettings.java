package org.clusterwright.model.catalog;

import static org.clusterwright.model.catalog.ValueType.FLAG;
import static org.clusterwright.model.catalog.ValueType.PATH;
import static org.clusterwright.model.catalog.ValueType.TEXT;
import static org.clusterwright.model.catalog.ValueType.number;
import static org.clusterwright.model.catalog.ValueType.seconds;
import static org.clusterwright.model.catalog.ValueType.word;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Parameters of rgmanager and its services; those of resources come from their agents ({@link ResourceAgents}). */
final class ServiceSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of("rgmanager");

	private static final long YEAR = 366L * 86_400;
	private static final ValueType COUNT = number(0, Integer.MAX_VALUE);
	private static final String AGENT = "rgmanager's service.sh, vm.sh";

	/** What rgmanager itself understands on every resource. {@code subtree-max-restarts} is {@code __max_restarts}, and so on. */
	static final List<SettingSpec> EVERYWHERE = List.of(
			SettingSpec.of("independent-subtree", number(0, 2), "1: a failure restarts this part only; 2: it only stops it", "rgmanager: independent subtrees").orElse("0"),
			SettingSpec.of("enforce-timeouts", FLAG, "An operation that takes too long counts as failed", "rgmanager").orElse("no"),
			SettingSpec.of("max-failures", COUNT, "Failed checks before the resource counts as failed", "rgmanager").orElse("0"),
			SettingSpec.of("failure-expire-time", seconds(0, YEAR), "After this a failed check is forgotten", "rgmanager").orElse("0s"),
			SettingSpec.of("subtree-max-restarts", COUNT, "Restarts of an independent part before the service fails", "rgmanager").orElse("0"),
			SettingSpec.of("subtree-restart-expire-time", seconds(0, YEAR), "After this a restart of an independent part is forgotten", "rgmanager").orElse("0s"));

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of("rgmanager", rgmanager(), "service", service(), "vmservice", vm());

	private ServiceSettings() {
	}

	private static List<SettingSpec> rgmanager() {
		String source = "cluster.rng of EL6: rm";
		return List.of(SettingSpec.of("log-level", number(0, 7), "Messages up to this level of syslog", source).orElse("5"),
				SettingSpec.of("log-facility", ClusterSettings.FACILITIES, "Facility of syslog", source).orElse("daemon"),
				SettingSpec.of("status-poll-interval", seconds(1, 86_400), "How often the resources are looked through for due checks", source).orElse("10s"),
				SettingSpec.of("status-child-max", number(1, 1000), "Checks at once", source).orElse("5"),
				SettingSpec.of("transition-throttling", seconds(0, 3600), "How long the event thread stays alive in transitions", source).orElse("5s"),
				SettingSpec.of("central-processing", FLAG, "One node decides for all (event scripts)", source).orElse("no"),
				SettingSpec.of("disabled", FLAG, "rgmanager does not run at all", source).orElse("no"));
	}

	private static List<SettingSpec> common() {
		return List.of(SettingSpec.of("autostart", FLAG, "Start when the cluster has quorum", AGENT).orElse("yes"),
				SettingSpec.of("exclusive", FLAG, "Run on a node where nothing else runs", AGENT).orElse("no"),
				SettingSpec.of("recovery", word("restart", "relocate", "disable", "restart-disable"), "What happens after a failure", AGENT).orElse("restart"),
				SettingSpec.of("max-restarts", COUNT, "Restarts in place before the service moves", AGENT).orElse("0"),
				SettingSpec.of("restart-expire-time", seconds(0, YEAR), "After this a restart is forgotten", AGENT).orElse("0s"),
				SettingSpec.of("depend", TEXT, "Service that must run first: service:NAME", AGENT),
				SettingSpec.of("depend-mode", word("hard", "soft"), "Whether this one stops with it", AGENT).orElse("hard"));
	}

	private static List<SettingSpec> service() {
		return Stream.of(common(),
				List.of(SettingSpec.of("priority", number(0, 1000), "Order of the start; 0 is last", AGENT).orElse("0"),
						SettingSpec.of("nfslock", FLAG, "Workarounds for NFS locks", AGENT).orElse("no"),
						SettingSpec.of("nfs-client-cache", FLAG, "Remember the list of exports", AGENT).orElse("no")),
				EVERYWHERE).flatMap(List::stream).toList();
	}

	private static List<SettingSpec> vm() {
		return Stream.of(common(),
				List.of(SettingSpec.of("path", PATH, "Directory of the guests' definitions", AGENT),
						SettingSpec.of("xmlfile", PATH, "The guest's definition", AGENT),
						SettingSpec.of("migrate", word("live", "pause"), "Whether the guest runs on while it moves", AGENT).orElse("live"),
						SettingSpec.of("migration-mapping", TEXT, "Other names to migrate over: member:target,member:target", AGENT),
						SettingSpec.of("migration-uri", TEXT, "Where to migrate to; %s stands for the node", AGENT),
						SettingSpec.of("use-virsh", FLAG, "Use virsh, which KVM needs", AGENT),
						SettingSpec.of("hypervisor", word("auto", "qemu", "xen"), "The hypervisor", AGENT).orElse("auto"),
						SettingSpec.of("hypervisor-uri", TEXT, "Where the hypervisor is", AGENT).orElse("auto"),
						SettingSpec.of("tunnelled", FLAG, "Migrate through libvirt's own connection", AGENT).orElse("no"),
						SettingSpec.of("snapshot", PATH, "Directory for snapshots", AGENT), SettingSpec.of("status-program", TEXT, "A further check of the guest", AGENT)),
				EVERYWHERE).flatMap(List::stream).toList();
	}
}
