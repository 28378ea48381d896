package org.clusterwright.core.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.DomainMember;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;

/** New failover domains, services and resources, and where resources hang in the tree of a service. */
public final class ServiceEdits {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;

	private ServiceEdits() {
	}

	/** Adds a domain of all nodes. */
	public static FailoverDomain addDomain(Cluster cluster, Optional<EObject> beside) {
		FailoverDomain domain = MAKE.createFailoverDomain();
		domain.setName(FreeNames.first("domain", Insertions.taken(cluster, DesignPackage.Literals.FAILOVER_DOMAIN)));
		Statements.all(cluster, Node.class).forEach(n -> domain.getStatements().add(member(n)));
		return Insertions.put(cluster, Insertions.as(FailoverDomain.class, beside), domain, Guest.class, VolumeGroup.class);
	}

	private static DomainMember member(Node node) {
		DomainMember member = MAKE.createDomainMember();
		member.setNode(node);
		return member;
	}

	/** Adds the first node that is not in a domain yet; in an ordered domain with the next priority. */
	public static DomainMember addMember(FailoverDomain domain, Optional<EObject> beside) {
		List<DomainMember> members = Statements.all(domain, DomainMember.class);
		Set<Node> there = members.stream().map(DomainMember::getNode).collect(Collectors.toSet());
		Node node = Statements.all((Cluster) domain.eContainer(), Node.class).stream().filter(n -> !there.contains(n)).findFirst()
				.orElseThrow(() -> new RefusedEdit("Every node is in this domain already."));
		DomainMember member = member(node);
		if (domain.isOrdered()) {
			member.setPriority(Math.min(100, members.stream().filter(m -> m.getPriority() != null).mapToLong(DomainMember::getPriority).max().orElse(0) + 1));
		}
		return Insertions.put(domain, Insertions.as(DomainMember.class, beside), member);
	}

	/** Gives the members of an ordered domain the priorities 1, 2 ... in the order they are written. */
	public static void number(FailoverDomain domain) {
		long priority = 1;
		for (DomainMember member : Statements.all(domain, DomainMember.class)) {
			member.setPriority(priority++);
		}
		domain.setOrdered(true);
	}

	public static Service addService(Cluster cluster, Optional<EObject> beside) {
		Service service = MAKE.createService();
		service.setName(FreeNames.first("service", Insertions.taken(cluster, DesignPackage.Literals.SERVICE)));
		return Insertions.put(cluster, Insertions.as(Service.class, beside), service, ResourceDefinition.class, FailoverDomain.class, Guest.class);
	}

	/** Puts the first guest that rgmanager does not run under its control. */
	public static VmService addVm(Cluster cluster, Optional<EObject> beside) {
		Set<Guest> run = new HashSet<>();
		Statements.all(cluster, VmService.class).forEach(v -> run.add(v.getGuest()));
		VmService vm = MAKE.createVmService();
		vm.setGuest(Statements.all(cluster, Guest.class).stream().filter(g -> !run.contains(g)).findFirst()
				.orElseThrow(() -> new RefusedEdit("Every guest is run by rgmanager already. Add a guest first.")));
		return Insertions.put(cluster, Insertions.as(VmService.class, beside), vm, Service.class, FailoverDomain.class, Guest.class);
	}

	public static ResourceDefinition addDefinition(Cluster cluster, Optional<EObject> beside) {
		ResourceDefinition definition = MAKE.createResourceDefinition();
		definition.setType("script");
		definition.setName(FreeNames.first("resource", Insertions.taken(cluster, DesignPackage.Literals.RESOURCE_DEFINITION)));
		return Insertions.put(cluster, Insertions.as(ResourceDefinition.class, beside), definition, FailoverDomain.class, Guest.class);
	}

	/** Adds a resource that starts after the one it is put into, or with its service. */
	public static ServiceResource addChild(Optional<EObject> parent) {
		Block block = Insertions.as(Block.class, parent).filter(p -> p instanceof Service || p instanceof ServiceResource)
				.orElseThrow(() -> new RefusedEdit("Select a service, or a resource of one, first."));
		return Insertions.put(block, Optional.empty(), resource(block), Setting.class);
	}

	/** Adds a resource behind another of the same parent. */
	public static ServiceResource addSibling(Optional<EObject> beside) {
		ServiceResource other = Insertions.as(ServiceResource.class, beside).orElseThrow(() -> new RefusedEdit("Select a resource first."));
		return Insertions.put((Block) other.eContainer(), Optional.of(other), resource(other));
	}

	private static ServiceResource resource(EObject anywhere) {
		ServiceResource resource = MAKE.createServiceResource();
		resource.setType("script");
		resource.setName(FreeNames.first("resource", Insertions.taken(anywhere, DesignPackage.Literals.SERVICE_RESOURCE)));
		return resource;
	}

	/** Hangs a resource under the one before it, so that it starts after that. */
	public static void nest(ServiceResource resource) {
		Block before = Moves.neighbour(resource, -1).map(Block.class::cast).orElseThrow(() -> new RefusedEdit("There is no resource before this one to put it into."));
		Moves.into(resource, before);
	}

	/** Hangs a resource beside the one that it is in. */
	public static void unnest(ServiceResource resource) {
		if (!(resource.eContainer() instanceof ServiceResource parent)) {
			throw new RefusedEdit("This resource hangs on its service already.");
		}
		Block owner = (Block) parent.eContainer();
		List<Statement> all = owner.getStatements();
		parent.getStatements().remove(resource);
		all.add(all.indexOf(parent) + 1, resource);
	}
}
