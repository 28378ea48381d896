package org.clusterwright.dsl.validation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.DomainMember;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveResource;
import org.clusterwright.model.effective.EffectiveService;
import org.clusterwright.model.effective.Parameter;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;

/** rgmanager's failover domains, services and guests: where they may run and what happens when they fail. */
public class ServiceChecks extends DslChecks {
	private static final long MAX_PRIORITY = 100;

	@Check
	public void domainHasMembers(FailoverDomain domain) {
		if (Statements.all(domain, DomainMember.class).isEmpty()) {
			report(domain.isRestricted() ? Code.DOMAIN_RESTRICTED_EMPTY : Code.DOMAIN_EMPTY, domain, DesignPackage.Literals.NAMED__NAME, domain.getName());
		}
	}

	@Check
	public void membersAreListedOnce(FailoverDomain domain) {
		Set<Node> seen = new HashSet<>();
		for (DomainMember member : Statements.all(domain, DomainMember.class)) {
			if (member.getNode() != null && !seen.add(member.getNode())) {
				report(Code.DOMAIN_MEMBER_TWICE, member, DesignPackage.Literals.DOMAIN_MEMBER__NODE, member.getNode().getName());
			}
		}
	}

	@Check
	public void priorityMeansSomething(DomainMember member) {
		Long priority = member.getPriority();
		if (priority == null) {
			return;
		}
		if (priority < 1 || priority > MAX_PRIORITY) {
			report(Code.DOMAIN_PRIORITY, member, DesignPackage.Literals.DOMAIN_MEMBER__PRIORITY, priority);
		} else if (member.eContainer() instanceof FailoverDomain domain && !domain.isOrdered()) {
			report(Code.DOMAIN_PRIORITY_UNUSED, member, DesignPackage.Literals.DOMAIN_MEMBER__PRIORITY, domain.getName());
		}
	}

	@Check
	public void guestIsControlledOnce(Cluster cluster) {
		Set<Object> seen = new HashSet<>();
		for (VmService vm : Statements.all(cluster, VmService.class)) {
			if (vm.getGuest() != null && !seen.add(vm.getGuest())) {
				report(Code.VM_TWICE, vm, DesignPackage.Literals.VM_SERVICE__GUEST, vm.getGuest().getName());
			}
		}
	}

	@Check
	public void servicesCanDoWhatTheyShall(Cluster cluster) {
		var services = effective(cluster).services();
		Set<String> names = services.all().stream().map(s -> (s.isVm() ? "vm:" : "service:") + s.name().value()).collect(Collectors.toSet());
		Optional<String> mount = services.shared().stream().filter(r -> r.type().equals("clusterfs")).flatMap(r -> r.parameters().stream())
				.filter(p -> p.key().equals("mountpoint")).map(p -> p.value().value()).findFirst();
		for (EffectiveService service : services.all()) {
			dependencyIsThere(service, names);
			recoveryIsPossible(service);
			if (service.isVm()) {
				mount.ifPresent(m -> guestWaitsForStorage(service, m));
			} else if (service.resources().isEmpty()) {
				report(Code.EMPTY_SERVICE, service.design(), DesignPackage.Literals.NAMED__NAME, service.name().value());
			}
		}
	}

	private void dependencyIsThere(EffectiveService service, Set<String> names) {
		parameter(service, "depend").filter(p -> !names.contains(p.value().value())).ifPresent(p -> report(Code.UNKNOWN_DEPENDENCY, p.value().origin().element(),
				DesignPackage.Literals.SETTING__VALUES, p.value().value()));
	}

	private void recoveryIsPossible(EffectiveService service) {
		Optional<Parameter> recovery = parameter(service, "recovery").filter(p -> p.value().value().equals("relocate"));
		if (recovery.isEmpty()) {
			return;
		}
		FailoverDomain domain = switch (service.design()) {
			case Service s -> s.getDomain();
			case VmService v -> v.getDomain();
			default -> null;
		};
		if (service.resources().stream().anyMatch(ServiceChecks::isStorage)) {
			report(Code.STORAGE_RECOVERY, recovery.get().value().origin().element(), DesignPackage.Literals.SETTING__VALUES, "relocate");
		}
		if (domain != null && domain.isRestricted() && Statements.all(domain, DomainMember.class).size() == 1) {
			report(Code.RELOCATE_NOWHERE, recovery.get().value().origin().element(), DesignPackage.Literals.SETTING__VALUES, domain.getName());
		}
	}

	private static boolean isStorage(EffectiveResource resource) {
		return resource.type().equals("clusterfs") || resource.children().stream().anyMatch(ServiceChecks::isStorage);
	}

	/** rgmanager starts guests and storage at once; a definition on storage that is not mounted yet is not found. */
	private void guestWaitsForStorage(EffectiveService vm, String mount) {
		boolean starts = Settings.flag(vm.design(), "autostart").map(Effective::value).orElse(true);
		boolean there = parameter(vm, "path").or(() -> parameter(vm, "xmlfile")).map(p -> p.value().value().startsWith(mount + "/")).orElse(false);
		if (starts && there && parameter(vm, "depend").isEmpty()) {
			EStructuralFeature feature = DesignPackage.Literals.VM_SERVICE__GUEST;
			report(Code.VM_BEFORE_STORAGE, vm.design(), feature, vm.name().value(), mount);
		}
	}

	private static Optional<Parameter> parameter(EffectiveService service, String key) {
		return service.parameters().stream().filter(p -> p.key().equals(key)).findFirst();
	}
}
