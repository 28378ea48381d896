package org.clusterwright.formats;

import org.clusterwright.model.effective.Origin;

/** A region of a generated text, from {@code start} to before {@code end}, and what made it. */
public record Span(int start, int end, Origin origin) {
}
