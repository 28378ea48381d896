package org.clusterwright.model.effective;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/** A block device that a design describes: a disk, a partition or an array. {@code bytes} is absent where its size is not known. */
public record BlockDevice(String path, Optional<Effective<Long>> bytes, EObject design, Optional<PlannedPartition> partition) {
}
