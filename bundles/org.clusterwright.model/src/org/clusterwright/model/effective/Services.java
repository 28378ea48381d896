package org.clusterwright.model.effective;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.catalog.ResourceAgents;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.DomainMember;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.VmService;

/**
 * rgmanager's part of the cluster: failover domains, shared resources, services and guests. A resource that is only named in a service is made
 * here: a script is /etc/init.d/NAME, a clusterfs the GFS2 volume of that name, an ip its address.
 */
public final class Services {
	private record Key(String type, String name) {
	}

	private final EffectiveCluster cluster;
	private final Map<Key, EffectiveResource> shared = new LinkedHashMap<>();
	private final List<EffectiveDomain> domains;
	private final List<EffectiveService> services;

	Services(EffectiveCluster cluster) {
		this.cluster = cluster;
		for (ResourceDefinition d : Statements.all(cluster.design(), ResourceDefinition.class)) {
			if (d.getType() != null && d.getName() != null) {
				Effective<String> name = Effective.set(d.getName(), d, DesignPackage.Literals.NAMED__NAME);
				List<Parameter> parameters = new ArrayList<>(Parameter.written(d));
				derived(d.getType(), d.getName(), d).stream().filter(p -> parameters.stream().noneMatch(w -> w.key().equals(p.key()))).forEach(parameters::add);
				shared.put(new Key(d.getType(), d.getName()), new EffectiveResource(d, d.getType(), primary(d.getType()), name, false, parameters, List.of()));
			}
		}
		domains = Statements.all(cluster.design(), FailoverDomain.class).stream().map(this::domain).toList();
		services = services();
	}

	/** Whether rgmanager has anything to do. */
	public boolean isEmpty() {
		return domains.isEmpty() && shared.isEmpty() && services.isEmpty();
	}

	public List<EffectiveDomain> domains() {
		return domains;
	}

	/** Resources that services refer to: those that are defined first, then those that are made, each once. */
	public List<EffectiveResource> shared() {
		return List.copyOf(shared.values());
	}

	/** Services and guests in the author's order. */
	public List<EffectiveService> all() {
		return services;
	}

	private List<EffectiveService> services() {
		List<EffectiveService> all = new ArrayList<>();
		for (var statement : cluster.design().getStatements()) {
			if (statement instanceof Service s) {
				Effective<String> name = Effective.set(s.getName() == null ? "" : s.getName(), s, DesignPackage.Literals.NAMED__NAME);
				all.add(new EffectiveService(s, false, name, reference(s.getDomain(), s, DesignPackage.Literals.SERVICE__DOMAIN), Parameter.written(s), tree(s)));
			} else if (statement instanceof VmService v) {
				Optional<Effective<String>> name = reference(v.getGuest(), v, DesignPackage.Literals.VM_SERVICE__GUEST);
				all.add(new EffectiveService(v, true, name.orElseGet(() -> Effective.byDefault("", v, "no guest is written")),
						reference(v.getDomain(), v, DesignPackage.Literals.VM_SERVICE__DOMAIN), vmParameters(v), List.of()));
			}
		}
		return List.copyOf(all);
	}

	private List<Parameter> vmParameters(VmService vm) {
		List<Parameter> written = Parameter.written(vm);
		boolean placed = written.stream().anyMatch(p -> List.of("path", "xmlfile").contains(p.key()));
		List<Parameter> all = new ArrayList<>();
		if (!placed) {
			all.add(new Parameter("path", Optional.of(ValueType.PATH), cluster.guests().definitions().map(d -> d + "/")));
		}
		all.addAll(written);
		return all;
	}

	private List<EffectiveResource> tree(Block parent) {
		return Statements.all(parent, ServiceResource.class).stream().filter(r -> r.getType() != null && r.getName() != null).map(this::resource).toList();
	}

	private EffectiveResource resource(ServiceResource r) {
		Effective<String> name = Effective.set(r.getName(), r, DesignPackage.Literals.NAMED__NAME);
		List<Parameter> written = Parameter.written(r);
		Key key = new Key(r.getType(), r.getName());
		boolean inline = !shared.containsKey(key) && Statements.all(r, Setting.class).stream().anyMatch(s -> !ResourceAgents.isEverywhere(s.getKey()));
		if (inline) {
			List<Parameter> parameters = new ArrayList<>(written);
			derived(r.getType(), r.getName(), r).stream().filter(p -> written.stream().noneMatch(w -> w.key().equals(p.key()))).forEach(parameters::add);
			return new EffectiveResource(r, r.getType(), primary(r.getType()), name, false, parameters, tree(r));
		}
		shared.computeIfAbsent(key, k -> new EffectiveResource(r, r.getType(), primary(r.getType()), name, false, derived(r.getType(), r.getName(), r), List.of()));
		return new EffectiveResource(r, r.getType(), primary(r.getType()), name, true, written, tree(r));
	}

	/** What follows from a resource's type and name. */
	private List<Parameter> derived(String type, String name, Block at) {
		return switch (type) {
			case "script" -> List.of(new Parameter("file", Optional.of(ValueType.PATH), Effective.derived("/etc/init.d/" + name, at, "a script is the init script of its name")));
			case "clusterfs" -> clusterfs(name, at);
			default -> List.of();
		};
	}

	private List<Parameter> clusterfs(String name, Block at) {
		Optional<EffectiveVolume> found = cluster.volumes().gfs2(name);
		if (found.isEmpty()) {
			return List.of();
		}
		LogicalVolume volume = found.get().design();
		List<Parameter> all = new ArrayList<>();
		all.add(new Parameter("device", Optional.of(ValueType.PATH), found.get().device()));
		found.get().mount().ifPresent(m -> all.add(new Parameter("mountpoint", Optional.of(ValueType.PATH), m.point())));
		all.add(new Parameter("fstype", Optional.of(ValueType.TEXT), Effective.derived("gfs2", volume, "the volume holds a GFS2 file system")));
		all.add(new Parameter("force-unmount", Optional.of(ValueType.FLAG), Effective.byDefault("yes", at, "a service that stops must not leave the file system mounted")));
		return all;
	}

	private static String primary(String type) {
		return ResourceAgents.of(type).map(ResourceAgents.ResourceAgent::primary).orElse("name");
	}

	private EffectiveDomain domain(FailoverDomain d) {
		Effective<String> name = Effective.set(d.getName() == null ? "" : d.getName(), d, DesignPackage.Literals.NAMED__NAME);
		Effective<Boolean> ordered = flag(d.isOrdered(), d, DesignPackage.Literals.FAILOVER_DOMAIN__ORDERED);
		List<EffectiveDomain.Member> members = new ArrayList<>();
		for (DomainMember m : Statements.all(d, DomainMember.class)) {
			Optional<EffectiveNode> node = m.getNode() == null ? Optional.empty() : cluster.node(m.getNode());
			Optional<Effective<Long>> priority = m.getPriority() != null ? Optional.of(Effective.set(m.getPriority(), m, DesignPackage.Literals.DOMAIN_MEMBER__PRIORITY))
					: ordered.value() ? Optional.of(Effective.byDefault(1L, m, "rgmanager: most preferred")) : Optional.empty();
			node.ifPresent(n -> members.add(new EffectiveDomain.Member(m, n, priority)));
		}
		return new EffectiveDomain(d, name, ordered, flag(d.isRestricted(), d, DesignPackage.Literals.FAILOVER_DOMAIN__RESTRICTED),
				flag(d.isNoFailback(), d, DesignPackage.Literals.FAILOVER_DOMAIN__NO_FAILBACK), members);
	}

	private static Effective<Boolean> flag(boolean on, FailoverDomain domain, org.eclipse.emf.ecore.EStructuralFeature feature) {
		return on ? Effective.set(true, domain, feature) : Effective.byDefault(false, domain, "rgmanager: failover domains");
	}

	private static Optional<Effective<String>> reference(Named target, Block at, org.eclipse.emf.ecore.EStructuralFeature feature) {
		return target == null || target.getName() == null ? Optional.empty() : Optional.of(Effective.set(target.getName(), at, feature));
	}
}
