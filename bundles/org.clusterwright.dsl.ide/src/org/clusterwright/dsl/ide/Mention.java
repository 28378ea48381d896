package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clusterwright.model.findings.Lines;
import org.clusterwright.model.findings.Place;
import org.eclipse.xtext.nodemodel.ILeafNode;

/** A place that speaks of a symbol without being a reference to it: nobody but the author knows whether it should follow a new name. */
public record Mention(Kind kind, Place place, String line) {
	/** How a symbol is spoken of. */
	public enum Kind {
		/** In a comment. */
		COMMENT,
		/** In a string or a raw text. */
		TEXT,
		/** The same word, for something else: another thing of that name, a value. */
		WORD,
		/** A device or volume path made from the name, as {@code sda5} from {@code sda}. */
		DEVICE,
		/** A pattern that is filled with names, as {@code "ipmi_{short}"}. */
		PATTERN
	}

	private static final Set<String> DISKS = Set.of("Disk", "RaidArray");
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(short|node|name)\\}");

	public Mention {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(place);
	}

	/** All mentions of a symbol, in the order of the text. */
	public static List<Mention> of(ParsedDesign design, Symbol symbol) {
		List<Mention> found = new ArrayList<>();
		if (design.resource().isEmpty()) {
			return found;
		}
		Lines lines = new Lines(design.text());
		Set<Integer> meant = new HashSet<>();
		symbol.places().forEach(p -> meant.add(p.offset()));
		Pattern word = Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(symbol.name()) + (DISKS.contains(symbol.kind()) ? "(p?[0-9]+)?" : "") + "(?![A-Za-z0-9_])");
		for (ILeafNode leaf : design.resource().get().getParseResult().getRootNode().getLeafNodes()) {
			String text = leaf.getText();
			if (text.isBlank() || meant.contains(leaf.getTotalOffset())) {
				continue;
			}
			Matcher matcher = word.matcher(text);
			while (matcher.find()) {
				boolean device = matcher.end() - matcher.start() > symbol.name().length() || text.startsWith("/") && !leaf.isHidden();
				found.add(mention(design, lines, device ? Kind.DEVICE : kind(leaf, text), leaf.getTotalOffset() + matcher.start(), matcher.end() - matcher.start()));
			}
			if (symbol.kind().equals("Node") && text.startsWith("\"") && !leaf.isHidden()) {
				Matcher pattern = PLACEHOLDER.matcher(text);
				if (pattern.find()) {
					found.add(mention(design, lines, Kind.PATTERN, leaf.getTotalOffset() + pattern.start(), pattern.end() - pattern.start()));
				}
			}
		}
		return found;
	}

	private static Kind kind(ILeafNode leaf, String text) {
		return leaf.isHidden() ? Kind.COMMENT : text.startsWith("\"") || text.startsWith("'''") ? Kind.TEXT : Kind.WORD;
	}

	private static Mention mention(ParsedDesign design, Lines lines, Kind kind, int offset, int length) {
		Place place = lines.place(offset, length);
		return new Mention(kind, place, line(design.text(), place));
	}

	/** The line of a place, without its indentation. */
	public static String line(String text, Place place) {
		int start = place.offset() - place.column() + 1;
		int end = text.indexOf('\n', place.offset());
		return text.substring(start, end < 0 ? text.length() : end).strip();
	}
}
