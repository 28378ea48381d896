package org.clusterwright.model.effective;

import java.util.Optional;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.PhysicalVolume;

/** A physical volume: {@code device} is what pvcreate is given, {@code resource} the DRBD resource behind it if there is one. */
public record EffectivePhysicalVolume(PhysicalVolume design, Effective<String> device, Optional<DrbdResource> resource) {
}
