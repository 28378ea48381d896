package org.clusterwright.core.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * The numbers of logical partitions, which sfdisk counts from 5 in their order: when one goes or moves the others get new numbers, and whatever
 * names them by device (DRBD, arrays, volume groups) follows.
 */
final class PartitionNumbers {
	private static final List<EAttribute> DEVICES = List.of(Literals.DRBD_RESOURCE__DISK, Literals.DRBD_PEER__DISK, Literals.DRBD_VOLUME__DISK, Literals.PHYSICAL_VOLUME__DEVICE);
	private static final int FIRST_LOGICAL = 5;

	private final Block disk;
	private final Map<Partition, Long> before = new IdentityHashMap<>();

	private PartitionNumbers(Block disk) {
		this.disk = disk;
		logical(disk).forEach(p -> before.put(p, p.getNumber()));
	}

	/** The numbers as they are before a change; of no use unless they were in order then. */
	static PartitionNumbers of(EObject element) {
		return element instanceof Partition && element.eContainer() instanceof Block disk ? new PartitionNumbers(disk) : null;
	}

	static boolean isLogical(Partition partition) {
		boolean gpt = partition.eContainer() instanceof Disk disk && "gpt".equals(disk.getLabel());
		return partition.getKind() == PartitionKind.LOGICAL
				|| !gpt && (partition.getKind() == null || partition.getKind() == PartitionKind.UNSET) && partition.getNumber() != null && partition.getNumber() > 4;
	}

	private static List<Partition> logical(Block disk) {
		return Statements.all(disk, Partition.class).stream().filter(PartitionNumbers::isLogical).toList();
	}

	/** Numbers the partitions that are there now in their order. */
	void settle() {
		List<Long> numbers = before.values().stream().filter(n -> n != null).sorted().toList();
		for (int i = 0; i < numbers.size(); i++) {
			if (numbers.get(i) != FIRST_LOGICAL + i) {
				return;
			}
		}
		Map<String, String> renamed = new HashMap<>();
		long next = FIRST_LOGICAL;
		for (Partition partition : logical(disk)) {
			Long old = before.get(partition);
			if (old != null && old != next) {
				renamed.put(device(old), device(next));
				partition.setNumber(next);
			}
			next++;
		}
		if (!renamed.isEmpty()) {
			follow(renamed);
		}
	}

	private String device(long number) {
		String name = ((org.clusterwright.model.design.Named) disk).getName();
		return name + (name != null && name.matches(".*[0-9]") ? "p" : "") + number;
	}

	/** A disk of one node is that node's alone: only what is said of the node follows then. */
	private void follow(Map<String, String> renamed) {
		EObject scope = disk.eContainer() instanceof Node node ? node : EcoreUtil.getRootContainer(disk);
		List<EObject> all = new ArrayList<>();
		scope.eAllContents().forEachRemaining(all::add);
		if (scope instanceof Node node) {
			((Cluster) EcoreUtil.getRootContainer(disk)).eAllContents().forEachRemaining(e -> {
				if (e instanceof org.clusterwright.model.design.DrbdPeer peer && peer.getNode() == node) {
					all.add(peer);
				}
			});
		}
		for (EObject element : all) {
			for (EAttribute attribute : DEVICES) {
				if (attribute.getEContainingClass().isInstance(element) && element.eGet(attribute) instanceof String device) {
					element.eSet(attribute, next(device, renamed));
				}
			}
			if (element instanceof org.clusterwright.model.design.RaidArray array) {
				array.getMembers().replaceAll(m -> next(m, renamed));
			}
		}
	}

	private static String next(String device, Map<String, String> renamed) {
		String prefix = device.startsWith("/dev/") ? "/dev/" : "";
		String to = renamed.get(device.substring(prefix.length()));
		return to == null ? device : prefix + to;
	}
}
