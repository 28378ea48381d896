package org.clusterwright.model.effective;

import org.clusterwright.model.design.Node;

/** A node with what follows for it. {@code hostName} is what {@code uname -n} says there, and the clusternode's name. */
public record EffectiveNode(Node design, Effective<Long> id, Effective<Long> votes, Effective<String> name, Effective<String> shortName, Effective<String> hostName) {
}
