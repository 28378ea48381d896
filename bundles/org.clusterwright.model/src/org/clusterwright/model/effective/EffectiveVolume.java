package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.LogicalVolume;

/** A logical volume with what follows for it. {@code device} is /dev/GROUP/VOLUME, the one name of it that is written anywhere. {@code nodes} reach it. */
public record EffectiveVolume(LogicalVolume design, Effective<String> name, Effective<String> group, Effective<String> device, Effective<VolumeSize> size,
		Optional<Effective<String>> fileSystem, Optional<EffectiveGfs2> gfs2, Optional<EffectiveMount> mount, List<EffectiveNode> nodes) {
	public EffectiveVolume {
		nodes = List.copyOf(nodes);
	}
}
