package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;
import static org.clusterwright.dsl.ide.fixes.FixRule.value;

import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.Spelling;
import org.clusterwright.model.catalog.ResourceAgents;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DomainMember;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;

/** rgmanager's failover domains, services and resources. */
final class ServiceFixes {
	private static final int MOST = 4;
	private static final long MAX_PRIORITY = 100;

	static final List<FixRule> RULES = List.of(
			of(Code.DOMAIN_EMPTY, ServiceFixes::allNodes),
			of(Code.DOMAIN_RESTRICTED_EMPTY, ServiceFixes::allNodes),
			of(Code.DOMAIN_MEMBER_TWICE, p -> p.change(DomainMember.class, "Remove this one", ModelChanges::remove)),
			of(Code.DOMAIN_PRIORITY, p -> p.at(DomainMember.class).stream().flatMap(m -> {
				long priority = Math.clamp(m.getPriority(), 1, MAX_PRIORITY);
				return p.change(m, "Change to priority " + priority, x -> x.setPriority(priority));
			})),
			of(Code.DOMAIN_PRIORITY_UNUSED, p -> p.change(FailoverDomain.class, "Let the domain be ordered", d -> d.setOrdered(true))),
			also(Code.DOMAIN_PRIORITY_UNUSED, "remove", p -> p.change(DomainMember.class, "Remove the priority", m -> m.setPriority(null))),
			of(Code.UNKNOWN_RESOURCE_TYPE, ServiceFixes::type),
			of(Code.RESOURCE_PARAMETER, p -> p.at(Setting.class).stream().flatMap(s -> p.change(s, "Remove '" + s.getKey() + "' here", ModelChanges::remove))),
			of(Code.RESOURCE_TWICE, p -> p.change(ServiceResource.class, "Remove this one", ModelChanges::remove)),
			of(Code.UNKNOWN_FILE_SYSTEM, p -> p.at(ServiceResource.class).stream().flatMap(r -> Spelling.nearestOrAny(r.getName(), fileSystems(p), MOST).stream()
					.flatMap(n -> p.change(r, "Change to '" + n + "'", x -> x.setName(n))))),
			removing(Code.EMPTY_SERVICE, "Remove this service"),
			value(Code.STORAGE_RECOVERY, "restart"),
			value(Code.RELOCATE_NOWHERE, "restart"),
			removing(Code.VM_TWICE, "Remove this one"),
			of(Code.UNKNOWN_DEPENDENCY, ServiceFixes::dependency),
			of(Code.VM_BEFORE_STORAGE, p -> p.change(VmService.class, "Write 'autostart no'", v -> ModelChanges.set(v, "autostart", "no"))));

	private ServiceFixes() {
	}

	private static Stream<Cure> allNodes(Problem problem) {
		return Statements.first(problem.cluster(), Node.class).isEmpty() ? Stream.empty()
				: problem.change(FailoverDomain.class, "Add all nodes", d -> Statements.all((Cluster) d.eContainer(), Node.class).forEach(n -> {
					DomainMember member = DesignFactory.eINSTANCE.createDomainMember();
					member.setNode(n);
					if (d.isOrdered()) {
						member.setPriority(d.getStatements().size() + 1L);
					}
					d.getStatements().add(member);
				}));
	}

	private static Stream<Cure> type(Problem problem) {
		return Spelling.nearest(problem.arg(0), ResourceAgents.types(), MOST).stream()
				.flatMap(t -> problem.at(ServiceResource.class).isPresent() ? problem.change(ServiceResource.class, "Change to '" + t + "'", r -> r.setType(t))
						: problem.change(ResourceDefinition.class, "Change to '" + t + "'", r -> r.setType(t)));
	}

	private static List<String> fileSystems(Problem problem) {
		return problem.effective().volumes().all().stream().flatMap(v -> v.gfs2().stream()).map(g -> g.name().value()).toList();
	}

	private static Stream<Cure> dependency(Problem problem) {
		Stream<String> services = Statements.all(problem.cluster(), Service.class).stream().map(s -> "service:" + s.getName());
		Stream<String> guests = Statements.all(problem.cluster(), VmService.class).stream().filter(v -> v.getGuest() != null).map(v -> "vm:" + v.getGuest().getName());
		List<String> names = Stream.concat(services, guests).toList();
		String written = problem.arg(0).matches("(service|vm):.*") ? problem.arg(0) : "service:" + problem.arg(0);
		return Spelling.nearestOrAny(written, names, MOST).stream().flatMap(n -> problem.change(Setting.class, "Change to '" + n + "'", s -> ModelChanges.setValue(s, n)));
	}
}
