package org.clusterwright.formats;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.effective.Origin;

/** A generated text with the origin of every character of it: the spans are in order and leave no gap. */
public record TracedText(String text, List<Span> spans) {
	public TracedText {
		spans = List.copyOf(spans);
	}

	/** What made the character at an offset. */
	public Optional<Origin> originAt(int offset) {
		int low = 0;
		int high = spans.size() - 1;
		while (low <= high) {
			int middle = low + high >>> 1;
			Span span = spans.get(middle);
			if (offset < span.start()) {
				high = middle - 1;
			} else if (offset >= span.end()) {
				low = middle + 1;
			} else {
				return Optional.of(span.origin());
			}
		}
		return Optional.empty();
	}
}
