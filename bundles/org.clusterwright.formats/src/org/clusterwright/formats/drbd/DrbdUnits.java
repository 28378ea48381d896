package org.clusterwright.formats.drbd;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.model.values.Counts;
import org.clusterwright.model.values.Size;

/** From DRBD's units to the design's: the inverse of what the printer of the options does. */
final class DrbdUnits {
	private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,18})([sSkKmMgG]?)");

	private DrbdUnits() {
	}

	/** @throws IllegalArgumentException when the words are not what an option of the type has */
	static String design(ValueType type, List<String> words) {
		if (type instanceof ValueType.Flag) {
			if (!words.isEmpty()) {
				throw new IllegalArgumentException("this option takes no value");
			}
			return "yes";
		}
		if (words.size() != 1) {
			throw new IllegalArgumentException(words.isEmpty() ? "a value is missing" : "this option takes one value");
		}
		String word = words.get(0);
		return switch (type) {
			case ValueType.Time t -> time(Counts.parse(word), t.unitMillis());
			case ValueType.Speed s -> Size.ofBytes(bytes(word, s.unit())) + "/s";
			case ValueType.Bytes b -> Size.ofBytes(bytes(word, b.unit())).toString();
			default -> word;
		};
	}

	private static String time(long count, long unitMillis) {
		if (count > Long.MAX_VALUE / unitMillis) {
			throw new IllegalArgumentException("the number is too large");
		}
		long millis = count * unitMillis;
		return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
	}

	private static long bytes(String word, long unit) {
		Matcher amount = AMOUNT.matcher(word);
		if (!amount.matches()) {
			throw new IllegalArgumentException("it is a number, which may be followed by K, M or G");
		}
		long factor = switch (amount.group(2)) {
			case "k", "K" -> Size.KIB;
			case "m", "M" -> Size.MIB;
			case "g", "G" -> Size.GIB;
			case "s", "S" -> 512;
			default -> unit;
		};
		long count = Long.parseLong(amount.group(1));
		if (count > Long.MAX_VALUE / factor) {
			throw new IllegalArgumentException("the number is too large");
		}
		return count * factor;
	}
}
