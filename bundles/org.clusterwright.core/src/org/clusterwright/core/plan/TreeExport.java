package org.clusterwright.core.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.core.runtime.IProgressMonitor;

/** Writes a plan into a directory with the values of secrets in place; what the desktop's "Generate" does. */
public final class TreeExport {
	private TreeExport() {
	}

	public sealed interface Result {
		/** {@code missing} are secrets without a value; their placeholders were written. */
		record Written(Path directory, int files, Set<String> missing) implements Result {
			public Written {
				Objects.requireNonNull(directory);
				missing = new TreeSet<>(missing);
			}
		}

		/** Nothing was written; {@code reason} says why, for the user. */
		record Refused(String reason) implements Result {
		}
	}

	/**
	 * @throws IOException when the disk does not play along; the directory is then as it was
	 * @throws org.eclipse.core.runtime.OperationCanceledException when cancelled; the directory is then as it was
	 */
	public static Result write(Plan plan, Path directory, SecretSource secrets, IProgressMonitor monitor) throws IOException {
		SecretInsertion filled = SecretInsertion.into(plan, secrets);
		List<SecretInsertion.Unwritable> unwritable = filled.unwritable();
		if (!unwritable.isEmpty()) {
			SecretInsertion.Unwritable first = unwritable.get(0);
			return new Result.Refused("the value of the secret " + first.secret() + " cannot be written in " + first.path() + ": " + first.reason());
		}
		return switch (TreeWriter.write(directory, filled.files(), monitor)) {
			case TreeWriter.Result.Written written -> new Result.Written(written.directory(), written.files(), filled.missing());
			case TreeWriter.Result.Refused refused -> new Result.Refused(refused.reason());
		};
	}
}
