package org.clusterwright.core.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.model.design.PartitionKind;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.model.effective.PlannedPartition;

/**
 * A disk as a bar: partitions and free space from left to right, as wide as they are large, but never narrower than a least width. Logical
 * partitions lie in their extended one. Widths are in pixels; the last part ends exactly at the bar's width.
 */
public final class DiskBarLayout {
	/** Gaps that are only for alignment and for the tables of logical partitions are not shown as free space. */
	private static final long SHOWN_GAP_BYTES = 4L << 20;

	/** A part of the bar. {@code partition} is absent for free space; {@code logical} parts lie inside the extended partition. */
	public record Part(Optional<PlannedPartition> partition, long firstSector, long lastSector, boolean logical, int x, int width) {
		public Part {
			Objects.requireNonNull(partition);
		}

		public boolean isFree() {
			return partition.isEmpty();
		}

		public boolean isExtended() {
			return partition.filter(p -> p.kind() == PartitionKind.EXTENDED).isPresent();
		}

		public long sectors() {
			return lastSector - firstSector + 1;
		}

		public boolean holds(int at) {
			return at >= x && at < x + width;
		}

		private Part at(int left, int wide) {
			return new Part(partition, firstSector, lastSector, logical, left, wide);
		}
	}

	private final List<Part> parts;

	private DiskBarLayout(List<Part> parts) {
		this.parts = List.copyOf(parts);
	}

	/** Of no disk. */
	public static DiskBarLayout empty() {
		return new DiskBarLayout(List.of());
	}

	/** Lays a disk out over so many pixels; nothing where the disk's size is not known. */
	public static DiskBarLayout of(PlannedDisk disk, int width, int least) {
		if (disk.lastUsable().isEmpty() || width <= 0) {
			return new DiskBarLayout(List.of());
		}
		long gap = Math.max(1, SHOWN_GAP_BYTES / disk.sectorSize().value());
		List<PlannedPartition> placed = disk.partitions().stream().filter(p -> p.isPlaced() && p.sectors() > 0).sorted(Comparator.comparingLong(p -> p.start().get().value())).toList();
		List<Part> leaves = new ArrayList<>();
		long next = 0;
		for (PlannedPartition partition : placed.stream().filter(p -> p.kind() != PartitionKind.LOGICAL).toList()) {
			next = free(leaves, next, partition.start().get().value() - 1, gap, false);
			if (partition.kind() == PartitionKind.EXTENDED) {
				extended(leaves, partition, placed, gap);
			} else {
				leaves.add(part(partition, false));
			}
			next = Math.max(next, partition.end().get().value() + 1);
		}
		free(leaves, next, disk.lastUsable().get(), gap, false);
		return new DiskBarLayout(withExtended(scaled(leaves, width, least)));
	}

	private static void extended(List<Part> leaves, PlannedPartition extended, List<PlannedPartition> placed, long gap) {
		int before = leaves.size();
		long next = extended.start().get().value();
		for (PlannedPartition logical : placed.stream().filter(p -> p.kind() == PartitionKind.LOGICAL && p.overlaps(extended)).toList()) {
			next = free(leaves, next, logical.start().get().value() - 1, gap, true);
			leaves.add(part(logical, true));
			next = Math.max(next, logical.end().get().value() + 1);
		}
		free(leaves, next, extended.end().get().value(), leaves.size() == before ? 1 : gap, true);
		// The extended partition itself: it is as wide as what is in it.
		leaves.add(before, part(extended, false));
	}

	private static Part part(PlannedPartition partition, boolean logical) {
		return new Part(Optional.of(partition), partition.start().get().value(), partition.end().get().value(), logical, 0, 0);
	}

	private static long free(List<Part> leaves, long from, long to, long gap, boolean logical) {
		if (to - from + 1 >= gap) {
			leaves.add(new Part(Optional.empty(), from, to, logical, 0, 0));
		}
		return Math.max(from, to + 1);
	}

	/** Shares the width out: what would be narrower than the least gets the least, the others share what is left. */
	private static List<Part> scaled(List<Part> parts, int width, int least) {
		List<Part> leaves = parts.stream().filter(p -> !p.isExtended()).toList();
		int floor = Math.min(least, leaves.isEmpty() ? least : width / leaves.size());
		boolean[] narrow = new boolean[leaves.size()];
		double scale = 0;
		for (boolean again = true; again;) {
			again = false;
			double sectors = 0;
			int room = width;
			for (int i = 0; i < narrow.length; i++) {
				sectors += narrow[i] ? 0 : leaves.get(i).sectors();
				room -= narrow[i] ? floor : 0;
			}
			scale = sectors == 0 ? 0 : room / sectors;
			for (int i = 0; i < narrow.length; i++) {
				if (!narrow[i] && leaves.get(i).sectors() * scale < floor) {
					narrow[i] = true;
					again = true;
				}
			}
		}
		List<Part> placed = new ArrayList<>();
		double x = 0;
		int leaf = 0;
		for (Part part : parts) {
			if (part.isExtended()) {
				placed.add(part.at((int) Math.round(x), 0));
				continue;
			}
			double end = leaf == narrow.length - 1 ? width : x + (narrow[leaf] ? floor : part.sectors() * scale);
			placed.add(part.at((int) Math.round(x), (int) Math.round(end) - (int) Math.round(x)));
			x = end;
			leaf++;
		}
		return placed;
	}

	private static List<Part> withExtended(List<Part> parts) {
		List<Part> all = new ArrayList<>();
		for (Part part : parts) {
			int width = part.isExtended() ? parts.stream().filter(Part::logical).mapToInt(Part::width).sum() : part.width();
			all.add(part.at(part.x(), width));
		}
		return all;
	}

	/** From left to right; an extended partition stands before what is in it. */
	public List<Part> parts() {
		return parts;
	}

	/** The innermost part at a place. */
	public Optional<Part> at(int x) {
		return parts.stream().filter(p -> p.holds(x) && !p.isExtended()).findFirst();
	}
}
