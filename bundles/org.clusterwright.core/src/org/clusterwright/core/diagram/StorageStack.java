package org.clusterwright.core.diagram;

import java.util.List;
import java.util.Optional;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.model.effective.EffectiveNode;
import org.eclipse.emf.ecore.EObject;

/** What a node's storage is made of, in the order in which it is drawn: the picture's contents before anything has a place. */
record StorageStack(EffectiveNode node, List<Group> groups, List<Chain> chains) {
	StorageStack {
		groups = List.copyOf(groups);
		chains = List.copyOf(chains);
	}

	/** A thing with a label of one line. */
	record Item(Kind kind, String label, boolean elsewhere, EObject element, List<String> tip) {
		static Item of(Kind kind, String label, EObject element, String... tip) {
			return new Item(kind, label, false, element, List.of(tip));
		}

		int width() {
			return Grid.widthOf(label);
		}
	}

	/** A disk or array: what it is made of, itself, and the parts that it is cut into. */
	record Group(List<Item> members, Item device, List<Slice> slices) {
		Group {
			members = List.copyOf(members);
			slices = List.copyOf(slices);
		}
	}

	/** A partition and what it is for; what feeds a chain is found by its path. */
	record Slice(Item item, String path, Optional<Item> use) {
	}

	/**
	 * What is built on one partition: {@code replica} is the DRBD device with the bond it replicates over, then LVM down to the volumes. {@code source}
	 * is the path below; {@code volumes} are told at the group's first physical volume only.
	 */
	record Chain(String source, Optional<Item> replica, Optional<Item> bond, Optional<Item> lvm, Optional<Item> physicalVolume, Optional<Item> group, List<Volume> volumes) {
		Chain {
			volumes = List.copyOf(volumes);
		}

		/** A single volume with a file system hangs below its group; otherwise volumes are listed. */
		boolean isStraight() {
			return volumes.size() == 1 && !volumes.get(0).users().isEmpty() && volumes.get(0).users().get(0).kind() == Kind.FILE_SYSTEM;
		}
	}

	/** A logical volume and, one behind the other, what is on it: file system and mount point, or guests. */
	record Volume(Item item, List<Item> users) {
		Volume {
			users = List.copyOf(users);
		}

		/** How far a volume's line reaches. */
		int width() {
			return item.width() + usersWidth();
		}

		int usersWidth() {
			return users.stream().mapToInt(u -> lead(u) + u.width()).sum();
		}

		static int lead(Item user) {
			return user.kind() == Kind.GUEST ? 3 : 2;
		}
	}
}
