package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.DomainMember;
import org.clusterwright.model.design.FailoverDomain;

/** A failover domain and its members in the author's order. */
public record EffectiveDomain(FailoverDomain design, Effective<String> name, Effective<Boolean> ordered, Effective<Boolean> restricted, Effective<Boolean> noFailback,
		List<Member> members) {
	/** A member; in an ordered domain it always has a priority, 1 being the most preferred. */
	public record Member(DomainMember design, EffectiveNode node, Optional<Effective<Long>> priority) {
	}

	public EffectiveDomain {
		members = List.copyOf(members);
	}
}
