package org.clusterwright.model.effective;

/**
 * Where DRBD 8.3 puts its internal meta-data on a backing device, as drbdadm create-md prints it, in bytes; and the KiB that are left, which
 * /proc/drbd shows as oos of a new resource. From the end: 4 KiB of superblock, 32 KiB of activity log, a bitmap of one bit for 4 KiB.
 */
public record DrbdSums(long deviceBytes, long mdOffset, long alOffset, long bmOffset) {
	private static final long BLOCK = 4096;

	/** The sums of a device of so many bytes; negative offsets where it is too small. */
	public static DrbdSums internal(long bytes) {
		long md = bytes / BLOCK * BLOCK - BLOCK;
		long al = md - 32768;
		long bits = (bytes + BLOCK - 1) / BLOCK;
		long bitmap = ((bits + 7) / 8 + BLOCK - 1) / BLOCK * BLOCK;
		return new DrbdSums(bytes, md, al, al - bitmap);
	}

	public long usableKib() {
		return bmOffset / 1024;
	}
}
