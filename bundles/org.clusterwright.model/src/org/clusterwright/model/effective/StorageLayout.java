package org.clusterwright.model.effective;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The disks and arrays that a node has, and the block devices on them by their paths. */
public final class StorageLayout {
	private final List<PlannedDisk> disks;
	private final List<PlannedArray> arrays;
	private final Map<String, BlockDevice> devices;

	StorageLayout(List<PlannedDisk> disks, List<PlannedArray> arrays, Map<String, BlockDevice> devices) {
		this.disks = List.copyOf(disks);
		this.arrays = List.copyOf(arrays);
		this.devices = new HashMap<>(devices);
	}

	/** In the author's order. */
	public List<PlannedDisk> disks() {
		return disks;
	}

	/** In the author's order. */
	public List<PlannedArray> arrays() {
		return arrays;
	}

	/** Disks, and arrays as something to partition. */
	public Stream<PlannedDisk> partitioned() {
		return Stream.concat(disks.stream(), arrays.stream().map(PlannedArray::disk));
	}

	/** The device of a path as written, with or without /dev/. */
	public Optional<BlockDevice> device(String written) {
		return Optional.ofNullable(devices.get(Partitions.devicePath(written)));
	}

	/** Whether nothing is said of the disk that the path is on: then the path may well exist. */
	public boolean knowsNothingOf(String written) {
		String path = Partitions.devicePath(written);
		return partitioned().noneMatch(d -> path.equals(d.device())
				|| !d.partitions().isEmpty() && path.startsWith(d.device()) && path.substring(d.device().length()).matches("p?[0-9]+"));
	}
}
