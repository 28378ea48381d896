package org.clusterwright.dsl.ide;

import java.util.Objects;

/** Thrown inside a model change that cannot be made as asked; {@link ClusterEditor} turns it into a rejection with this reason for the user. */
public final class RefusedEdit extends RuntimeException {
	private static final long serialVersionUID = 1L;

	public RefusedEdit(String reason) {
		super(Objects.requireNonNull(reason));
	}
}
