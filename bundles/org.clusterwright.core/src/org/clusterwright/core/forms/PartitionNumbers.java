package org.clusterwright.core.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.RaidArray;
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
	private final Partition changed;
	private final Map<Partition, Long> before = new IdentityHashMap<>();

	private PartitionNumbers(Block disk, Partition changed) {
		this.disk = disk;
		this.changed = changed;
		logical(disk).forEach(p -> before.put(p, p.getNumber()));
	}

	/** The numbers as they are before a change; of no use unless they were in order then. */
	static PartitionNumbers of(EObject element) {
		return element instanceof Partition partition && element.eContainer() instanceof Block disk ? new PartitionNumbers(disk, partition) : null;
	}

	/** What names a partition by its device. */
	List<EObject> users() {
		String device = changed.getNumber() == null ? "" : device(changed.getNumber());
		return named().stream().filter(e -> e instanceof RaidArray array && array.getMembers().stream().anyMatch(m -> bare(m).equals(device))
				|| DEVICES.stream().anyMatch(a -> a.getEContainingClass().isInstance(e) && e.eGet(a) instanceof String d && bare(d).equals(device))).toList();
	}

	static boolean isLogical(Partition partition) {
		boolean gpt = partition.eContainer() instanceof Disk disk && "gpt".equals(disk.getLabel());
		return partition.getKind() == PartitionKind.LOGICAL
				|| !gpt && (partition.getKind() == null || partition.getKind() == PartitionKind.UNSET) && partition.getNumber() != null && partition.getNumber() > 4;
	}

	private static List<Partition> logical(Block disk) {
		return Statements.all(disk, Partition.class).stream().filter(PartitionNumbers::isLogical).toList();
	}

	/** Numbers the partitions that are there now in their order; what named a removed one names nothing then. */
	void settle() {
		if (changed.eContainer() == null && changed.getNumber() != null) {
			forget(device(changed.getNumber()));
		}
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

	/** What may name a device of the disk. A disk of one node is that node's alone: only what is said of the node means it. */
	private List<EObject> named() {
		EObject scope = disk.eContainer() instanceof Node node ? node : EcoreUtil.getRootContainer(disk);
		List<EObject> all = new ArrayList<>();
		scope.eAllContents().forEachRemaining(all::add);
		if (scope instanceof Node node) {
			EcoreUtil.getRootContainer(disk).eAllContents().forEachRemaining(e -> {
				if (e instanceof DrbdPeer peer && peer.getNode() == node) {
					all.add(peer);
				}
			});
		}
		return all;
	}

	private void forget(String device) {
		for (EObject element : named()) {
			for (EAttribute attribute : DEVICES) {
				if (attribute.getEContainingClass().isInstance(element) && element.eGet(attribute) instanceof String d && bare(d).equals(device)) {
					element.eUnset(attribute);
					if (element instanceof PhysicalVolume) {
						EcoreUtil.remove(element);
					}
				}
			}
			if (element instanceof RaidArray array) {
				array.getMembers().removeIf(m -> bare(m).equals(device));
			}
		}
	}

	private void follow(Map<String, String> renamed) {
		for (EObject element : named()) {
			for (EAttribute attribute : DEVICES) {
				if (attribute.getEContainingClass().isInstance(element) && element.eGet(attribute) instanceof String device && renamed.containsKey(bare(device))) {
					element.eSet(attribute, next(device, renamed));
				}
			}
			if (element instanceof RaidArray array) {
				array.getMembers().replaceAll(m -> next(m, renamed));
			}
		}
	}

	private static String bare(String device) {
		return device.replaceFirst("^/dev/", "");
	}

	private static String next(String device, Map<String, String> renamed) {
		String to = renamed.get(bare(device));
		return to == null ? device : device.startsWith("/dev/") ? "/dev/" + to : to;
	}
}
