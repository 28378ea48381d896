package org.clusterwright.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;

/** Writes a text piece by piece, each with its origin. The printers of the formats write through it. */
public final class TracedWriter {
	private final StringBuilder text = new StringBuilder();
	private final List<Span> spans = new ArrayList<>();

	public TracedWriter put(Origin origin, String piece) {
		Objects.requireNonNull(origin);
		if (piece.isEmpty()) {
			return this;
		}
		int start = text.length();
		text.append(piece);
		int last = spans.size() - 1;
		if (last >= 0 && spans.get(last).origin() == origin) {
			spans.set(last, new Span(spans.get(last).start(), text.length(), origin));
		} else {
			spans.add(new Span(start, text.length(), origin));
		}
		return this;
	}

	public TracedWriter put(Effective<?> value) {
		return put(value.origin(), String.valueOf(value.value()));
	}

	public TracedWriter line(Origin origin, String line) {
		return put(origin, line + "\n");
	}

	public int length() {
		return text.length();
	}

	public TracedText finish() {
		return new TracedText(text.toString(), spans);
	}
}
