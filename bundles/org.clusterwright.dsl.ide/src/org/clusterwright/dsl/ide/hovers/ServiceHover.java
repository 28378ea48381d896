package org.clusterwright.dsl.ide.hovers;

import java.util.stream.Collectors;
import org.clusterwright.model.catalog.ResourceAgents;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveResource;
import org.clusterwright.model.effective.EffectiveService;
import org.eclipse.emf.ecore.EObject;

/** rgmanager's failover domains, services and resources. */
final class ServiceHover {
	private ServiceHover() {
	}

	static String domain(FailoverDomain design, EffectiveCluster cluster, Facts facts) {
		cluster.services().domains().stream().filter(d -> d.design() == design).findFirst().ifPresent(domain -> {
			facts.add("Members", domain.members().stream().map(m -> m.node().name().value() + m.priority().map(p -> " (" + p.value() + ")").orElse("")).collect(Collectors.joining(", ")));
			facts.add("Ordered", domain.ordered().value() ? "yes: the lowest priority number is preferred" : "no", domain.ordered().origin());
			facts.add("Restricted", domain.restricted().value() ? "yes: only on its members" : "no: elsewhere when no member is there", domain.restricted().origin());
			facts.add("Failback", domain.noFailback().value() ? "no: stays where it is" : "yes: moves back to the preferred node", domain.noFailback().origin());
			facts.add("Used by", cluster.services().all().stream().filter(s -> s.domain().filter(d -> d.value().equals(domain.name().value())).isPresent())
					.map(s -> (s.isVm() ? "vm " : "service ") + s.name().value()).collect(Collectors.joining(", ")));
		});
		return "Nodes on which a service may run";
	}

	static String service(Block design, EffectiveCluster cluster, Facts facts) {
		cluster.services().all().stream().filter(s -> s.design() == design).findFirst().ifPresent(service -> about(service, facts));
		return design instanceof org.clusterwright.model.design.VmService ? "A guest under the control of rgmanager" : "A service of rgmanager";
	}

	private static void about(EffectiveService service, Facts facts) {
		facts.add("Failover domain", service.domain());
		service.parameters().forEach(p -> facts.add(p.key(), p.value()));
		facts.add("Starts", service.resources().stream().map(ServiceHover::tree).collect(Collectors.joining("; ")));
	}

	private static String tree(EffectiveResource resource) {
		String children = resource.children().stream().map(ServiceHover::tree).collect(Collectors.joining("; "));
		return resource.type() + " " + resource.name().value() + (children.isEmpty() ? "" : ", then " + children);
	}

	static String resource(EObject design, EffectiveCluster cluster, Facts facts) {
		java.util.stream.Stream.concat(cluster.services().shared().stream(), cluster.services().all().stream().flatMap(s -> s.resources().stream())).flatMap(ServiceHover::flat)
				.filter(r -> r.design() == design).findFirst().ifPresent(resource -> {
					EffectiveResource shown = resource.isReference() ? cluster.services().shared().stream()
							.filter(r -> r.type().equals(resource.type()) && r.name().value().equals(resource.name().value())).findFirst().orElse(resource) : resource;
					facts.add("Agent", ResourceAgents.of(resource.type()).map(a -> a.type() + ".sh").orElse("unknown"));
					shown.parameters().forEach(p -> facts.add(p.key(), p.value()));
					facts.add("Needs", ResourceAgents.of(resource.type()).map(a -> String.join(", ", a.required())).orElse(""), "the agent's metadata");
				});
		return "A resource of rgmanager; what is inside starts after it and stops before it";
	}

	private static java.util.stream.Stream<EffectiveResource> flat(EffectiveResource resource) {
		return java.util.stream.Stream.concat(java.util.stream.Stream.of(resource), resource.children().stream().flatMap(ServiceHover::flat));
	}
}
