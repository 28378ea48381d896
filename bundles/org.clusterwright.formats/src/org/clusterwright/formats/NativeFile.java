package org.clusterwright.formats;

import java.util.Objects;
import java.util.Optional;
import org.clusterwright.model.effective.EffectiveNode;

/**
 * A generated file: for one node, or where {@code node} is absent the same for every node. Owner is root:root always; {@code mode} is the
 * POSIX mode.
 */
public sealed interface NativeFile {
	/** Where it lies in the node's tree of the output. */
	NativePath path();

	int mode();

	Syntax syntax();

	TracedText content();

	Optional<EffectiveNode> node();

	/** A file that is ours whole. */
	record Whole(NativePath path, int mode, Syntax syntax, TracedText content, Optional<EffectiveNode> node) implements NativeFile {
		public Whole {
			Objects.requireNonNull(path);
			Objects.requireNonNull(content);
			Objects.requireNonNull(node);
		}
	}

	/** An idempotent awk program that changes a file which the node already has: {@code awk -f PATCH < target > new}. */
	record Patch(NativePath target, TracedText content, Optional<EffectiveNode> node) implements NativeFile {
		public static final String DIRECTORY = "/.clusterwright/patches";

		@Override
		public NativePath path() {
			return NativePath.of(DIRECTORY, target.text().substring(1).replace('/', '-') + ".awk");
		}

		@Override
		public int mode() {
			return 0644;
		}

		@Override
		public Syntax syntax() {
			return Syntax.AWK;
		}
	}

	/** A script of the procedure, run by hand in the order of the names; its head says what it destroys. */
	record Step(String name, TracedText content, Optional<EffectiveNode> node) implements NativeFile {
		public static final String DIRECTORY = "/.clusterwright/steps";

		@Override
		public NativePath path() {
			return NativePath.of(DIRECTORY, name);
		}

		@Override
		public int mode() {
			return 0755;
		}

		@Override
		public Syntax syntax() {
			return Syntax.SHELL;
		}
	}
}
