package org.clusterwright.dsl.ide.assist;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DomainMember;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.GuestDisk;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;

/** Names that a reference could have but should not, since each is meant once and something else has it. */
public final class Used {
	private Used() {
	}

	/** @param model the innermost element before the caret, whose own references do not count */
	public static Set<String> names(String rule, String feature, EObject model) {
		Cluster cluster = (Cluster) Values.above(model, Cluster.class);
		if (cluster == null) {
			return Set.of();
		}
		Stream<? extends Named> used = switch (rule + "." + feature) {
			case "DrbdResource.hosts" -> model instanceof DrbdResource r ? r.getHosts().stream().filter(h -> !h.eIsProxy()) : Stream.empty();
			case "DomainMember.node" -> Values.above(model, FailoverDomain.class) instanceof FailoverDomain d
					? Statements.all(d, DomainMember.class).stream().filter(m -> m != model).map(DomainMember::getNode) : Stream.empty();
			case "GuestDisk.volume" -> Statements.all(cluster, Guest.class).stream().flatMap(g -> Statements.all(g, GuestDisk.class).stream()).filter(d -> d != model).map(GuestDisk::getVolume);
			case "VmService.guest" -> Statements.all(cluster, VmService.class).stream().filter(v -> v != model).map(VmService::getGuest);
			default -> Stream.empty();
		};
		return used.filter(n -> n != null && n.getName() != null).map(Named::getName).collect(Collectors.toSet());
	}
}
