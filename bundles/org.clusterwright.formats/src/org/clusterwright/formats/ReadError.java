package org.clusterwright.formats;

import java.util.Objects;
import org.clusterwright.model.findings.Place;

/** What a reader could not understand and kept as it is. */
public record ReadError(Place place, String message) {
	public ReadError {
		Objects.requireNonNull(place);
		Objects.requireNonNull(message);
	}
}
