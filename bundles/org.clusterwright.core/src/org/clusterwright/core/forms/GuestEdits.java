package org.clusterwright.core.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.model.design.Bridge;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.GuestDisk;
import org.clusterwright.model.design.GuestNic;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** New guests and their parts. */
public final class GuestEdits {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;

	private GuestEdits() {
	}

	/** Adds a guest like another: the next name, the same parameters and bridges, the first volume that no guest has; its MAC addresses follow. */
	public static Guest add(Cluster cluster, Optional<EObject> beside) {
		List<Guest> guests = Statements.all(cluster, Guest.class);
		Optional<Guest> pattern = Insertions.as(Guest.class, beside).or(() -> guests.isEmpty() ? Optional.empty() : Optional.of(guests.get(guests.size() - 1)));
		Guest made = pattern.map(EcoreUtil::copy).orElseGet(MAKE::createGuest);
		Set<String> names = Insertions.taken(cluster, DesignPackage.Literals.GUEST);
		made.setName(pattern.map(p -> FreeNames.after(String.valueOf(p.getName()), names)).orElseGet(() -> FreeNames.first("vm", names)));
		made.getStatements().removeIf(s -> s instanceof GuestDisk || s instanceof Setting setting && List.of("uuid", "vnc-port").contains(setting.getKey()));
		Statements.all(made, GuestNic.class).forEach(n -> n.setMac(null));
		freeVolume(cluster).ifPresent(v -> {
			GuestDisk disk = MAKE.createGuestDisk();
			disk.setVolume(v);
			made.getStatements().add(0, disk);
		});
		return Insertions.put(cluster, pattern, made, VolumeGroup.class);
	}

	/** A logical volume without a file system that no guest has. */
	private static Optional<LogicalVolume> freeVolume(Cluster cluster) {
		Set<LogicalVolume> used = new HashSet<>();
		Statements.all(cluster, Guest.class).forEach(g -> Statements.all(g, GuestDisk.class).forEach(d -> used.add(d.getVolume())));
		return Candidates.all(cluster, DesignPackage.Literals.LOGICAL_VOLUME).stream().map(LogicalVolume.class::cast)
				.filter(v -> v.getGfs2() == null && v.getFileSystem() == null && v.getMountPoint() == null && !used.contains(v)).findFirst();
	}

	public static GuestDisk addDisk(Guest guest, Optional<EObject> beside) {
		GuestDisk disk = MAKE.createGuestDisk();
		disk.setVolume(freeVolume((Cluster) guest.eContainer())
				.orElseThrow(() -> new RefusedEdit("Every logical volume is used. Add one in a volume group first, on the page LVM & GFS2 or in the text.")));
		return Insertions.put(guest, Insertions.as(GuestDisk.class, beside), disk);
	}

	public static GuestNic addNic(Guest guest, Optional<EObject> beside) {
		GuestNic nic = MAKE.createGuestNic();
		List<EObject> bridges = Candidates.all(guest, DesignPackage.Literals.BRIDGE);
		if (bridges.isEmpty()) {
			throw new RefusedEdit("No network has a bridge. Give one a bridge first, on the page Nodes & Network.");
		}
		nic.setBridge((Bridge) bridges.get(bridges.size() - 1));
		return Insertions.put(guest, Insertions.as(GuestNic.class, beside), nic, GuestDisk.class);
	}
}
