package org.clusterwright.model.effective;

import java.util.Objects;
import java.util.OptionalLong;
import org.clusterwright.model.values.Size;

/**
 * A size as lvcreate(8) is told it: {@code -L 10g} (powers of 1024) or {@code -l 50%VG}. {@code bytes} is absent for shares; {@code percent} of the
 * group is 0 for all but shares of it.
 */
public record VolumeSize(String option, String amount, OptionalLong bytes, int percentOfGroup) {
	public VolumeSize {
		Objects.requireNonNull(option);
		Objects.requireNonNull(amount);
		Objects.requireNonNull(bytes);
	}

	/** Exact, in the largest unit that says it: g, m, k, s (sectors of 512 bytes) or b. */
	static VolumeSize ofBytes(long bytes) {
		String amount = bytes % Size.GIB == 0 ? bytes / Size.GIB + "g"
				: bytes % Size.MIB == 0 ? bytes / Size.MIB + "m" : bytes % Size.KIB == 0 ? bytes / Size.KIB + "k" : bytes % 512 == 0 ? bytes / 512 + "s" : bytes + "b";
		return new VolumeSize("-L", amount, OptionalLong.of(bytes), 0);
	}

	static VolumeSize ofGroup(int percent) {
		return new VolumeSize("-l", percent + "%VG", OptionalLong.empty(), percent);
	}

	static VolumeSize ofFree(int percent) {
		return new VolumeSize("-l", percent + "%FREE", OptionalLong.empty(), 0);
	}
}
