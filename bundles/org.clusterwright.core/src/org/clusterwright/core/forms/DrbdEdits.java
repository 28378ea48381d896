package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;

/** New DRBD resources. */
public final class DrbdEdits {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;

	private DrbdEdits() {
	}

	/** The drbd statement of a design, made behind the disks where there is none. */
	public static Drbd drbd(Cluster cluster) {
		return Statements.first(cluster, Drbd.class)
				.orElseGet(() -> Insertions.put(cluster, Optional.empty(), MAKE.createDrbd(), RaidArray.class, Disk.class, Node.class, Section.class, Setting.class));
	}

	/** Adds a resource with the next name, on the first partition that nothing uses yet; with more than two nodes it is between the first two. */
	public static DrbdResource addResource(Cluster cluster, Optional<EObject> beside) {
		List<String> free = new NextFree(cluster).partitions();
		Drbd drbd = drbd(cluster);
		List<DrbdResource> there = Statements.all(drbd, DrbdResource.class);
		DrbdResource resource = MAKE.createDrbdResource();
		var taken = Insertions.taken(cluster, DesignPackage.Literals.DRBD_RESOURCE);
		resource.setName(there.isEmpty() ? "r0" : FreeNames.after(String.valueOf(there.get(there.size() - 1).getName()), taken));
		free.stream().findFirst().map(d -> d.replaceFirst("^/dev/", "")).ifPresent(resource::setDisk);
		List<Node> nodes = Statements.all(cluster, Node.class);
		if (nodes.size() > 2) {
			resource.getHosts().addAll(nodes.subList(0, 2));
		}
		return Insertions.put(drbd, Insertions.as(DrbdResource.class, beside), resource);
	}
}
