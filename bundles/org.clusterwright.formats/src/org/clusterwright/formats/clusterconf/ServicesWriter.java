package org.clusterwright.formats.clusterconf;

import org.clusterwright.formats.clusterconf.ClusterConfTree.Element;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.effective.ClusterConfRaws;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveDomain;
import org.clusterwright.model.effective.EffectiveResource;
import org.clusterwright.model.effective.EffectiveService;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Services;

/** rgmanager's part of cluster.conf. */
final class ServicesWriter {
	private final EffectiveCluster cluster;
	private final ClusterConfRaws raws;

	ServicesWriter(EffectiveCluster cluster, ClusterConfRaws raws) {
		this.cluster = cluster;
		this.raws = raws;
	}

	Element write() {
		Services services = cluster.services();
		Origin origin = cluster.daemons().section("rgmanager").<Origin>map(s -> new Origin.Set(s, DesignPackage.Literals.NAMED__NAME))
				.orElse(new Origin.Default(cluster.design(), "rgmanager: the element of its configuration"));
		Element rm = new Element(origin, "rm");
		Attributes.set(rm, cluster.daemons().written("rgmanager"));
		Element domains = new Element(origin, "failoverdomains");
		services.domains().forEach(d -> domains.add(domain(d)));
		raw(domains);
		rm.addUnlessEmpty(domains);
		Element resources = new Element(origin, "resources");
		services.shared().forEach(r -> resources.add(resource(r)));
		raw(resources);
		rm.addUnlessEmpty(resources);
		services.all().forEach(s -> rm.add(service(s)));
		raw(rm);
		return rm;
	}

	private static Element domain(EffectiveDomain d) {
		Element domain = new Element(d.name().origin(), "failoverdomain").set("name", d.name()).set("ordered", bit(d.ordered())).set("restricted", bit(d.restricted()))
				.set("nofailback", bit(d.noFailback()));
		for (EffectiveDomain.Member m : d.members()) {
			Origin origin = new Origin.Set(m.design(), DesignPackage.Literals.DOMAIN_MEMBER__NODE);
			Element member = new Element(origin, "failoverdomainnode").set("name", new Effective<>(m.node().hostName().value(), origin));
			m.priority().ifPresent(p -> member.set("priority", p));
			domain.add(member);
		}
		return domain;
	}

	private Element service(EffectiveService s) {
		Element service = new Element(s.name().origin(), s.isVm() ? "vm" : "service").set("name", s.name());
		s.domain().ifPresent(d -> service.set("domain", d));
		Attributes.set(service, s.parameters());
		s.resources().forEach(r -> service.add(resource(r)));
		raws.of(s.design()).forEach(r -> service.add(ClusterConfWriter.verbatim(r)));
		return service;
	}

	private Element resource(EffectiveResource r) {
		Element resource = new Element(r.name().origin(), r.type()).set(r.isReference() ? "ref" : r.primary(), r.name());
		Attributes.set(resource, r.parameters());
		r.children().forEach(c -> resource.add(resource(c)));
		if (r.design() instanceof Block block) {
			raws.of(block).forEach(x -> resource.add(ClusterConfWriter.verbatim(x)));
		}
		return resource;
	}

	private static Effective<String> bit(Effective<Boolean> flag) {
		return flag.map(f -> f ? "1" : "0");
	}

	private void raw(Element element) {
		raws.at(element.name()).forEach(r -> element.add(ClusterConfWriter.verbatim(r)));
	}
}
