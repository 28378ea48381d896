package org.clusterwright.dsl.ide;

import java.util.Locale;

/** The model's class names as a reader writes them. */
final class Words {
	private Words() {
	}

	/** {@code FenceDevice} becomes {@code fence device}. */
	static String of(String className) {
		return className.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
	}
}
