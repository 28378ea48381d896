package org.clusterwright.formats;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.formats.NativeChange.Reach;
import org.clusterwright.formats.NativeChange.Way;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.effective.Origin;

/** The lines of a generated file that a design's raw texts made: what is changed in them is changed in the raw text, whatever it is. */
public final class RawRegions {
	/** A line of a raw text as the file has it now, without those that were added behind it. */
	private static final class Cell {
		private String source;
		private final StringBuilder added = new StringBuilder();

		Cell(String source) {
			this.source = source;
		}
	}

	private final TracedText content;
	private final Map<Raw, Map<NativeLine, Cell>> cells = new IdentityHashMap<>();

	public RawRegions(TracedText content, List<NativeLine> lines) {
		this.content = content;
		for (NativeLine line : lines) {
			of(line).ifPresent(r -> cells.computeIfAbsent(r, k -> new LinkedHashMap<>()).put(line, new Cell(line.source())));
		}
	}

	/** The raw text that made a generated line. */
	public Optional<Raw> of(NativeLine line) {
		return content.originAt(line.offset()).filter(o -> o instanceof Origin.Set s && s.element() instanceof Raw).map(o -> (Raw) o.element());
	}

	/** The way to say a difference that lies in a raw text; absent where it does not. */
	public Optional<Way> way(NativeDiff difference) {
		return switch (difference) {
			case NativeDiff.Changed c -> of(c.before()).map(r -> way(r, "change a line to \u2039" + c.after().shown() + "\u203a", () -> cell(r, c.before()).source = c.after().source()));
			case NativeDiff.Removed c -> of(c.before()).map(r -> way(r, "remove the line \u2039" + c.before().shown() + "\u203a", () -> cell(r, c.before()).source = ""));
			case NativeDiff.Added c -> c.previous().flatMap(p -> of(p).map(r -> way(r, "add the line \u2039" + c.after().shown() + "\u203a", () -> cell(r, p).added.append(c.after().source()))));
		};
	}

	private Cell cell(Raw raw, NativeLine line) {
		return cells.get(raw).get(line);
	}

	private Way way(Raw raw, String what, Runnable change) {
		return new Way(Reach.HERE, "raw text for " + raw.getPath() + ": " + what, () -> {
			change.run();
			List<String> pieces = new ArrayList<>();
			cells.get(raw).values().forEach(c -> pieces.add(c.source + c.added));
			String text = pieces.stream().collect(Collectors.joining());
			if (text.isEmpty()) {
				BlockWriter.remove(raw);
			} else {
				// a printer may leave out the line break that a text begins with
				boolean stripped = raw.getText().startsWith("\n") && !cells.get(raw).keySet().iterator().next().source().startsWith("\n");
				raw.setText(stripped ? "\n" + text : text);
			}
		});
	}
}
