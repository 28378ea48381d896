package org.clusterwright.model.effective;

import java.util.List;

/** Where a file system is mounted, and by whom: exactly one owner. {@code options} are separated by commas, as in fstab(5). */
public record EffectiveMount(Effective<String> point, Effective<String> options, Effective<Owner> owner, List<EffectiveNode> nodes) {
	/** Who mounts a file system: a clusterfs resource of rgmanager, or the init scripts from /etc/fstab. */
	public enum Owner {
		RGMANAGER, INIT
	}

	public EffectiveMount {
		nodes = List.copyOf(nodes);
	}
}
