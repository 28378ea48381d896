package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.values.Size;

/**
 * A volume group with what follows for it. {@code nodes} are those that reach all its physical volumes; where the group is local, each of them has a
 * group of its own by this name. {@code preferred} is the node that normally uses it.
 */
public record EffectiveVolumeGroup(VolumeGroup design, Effective<String> name, boolean local, Effective<Boolean> clustered, Effective<Size> extentSize,
		List<EffectivePhysicalVolume> physicalVolumes, List<EffectiveNode> nodes, Optional<Effective<EffectiveNode>> preferred, List<EffectiveVolume> volumes) {
	public EffectiveVolumeGroup {
		physicalVolumes = List.copyOf(physicalVolumes);
		nodes = List.copyOf(nodes);
		volumes = List.copyOf(volumes);
	}
}
