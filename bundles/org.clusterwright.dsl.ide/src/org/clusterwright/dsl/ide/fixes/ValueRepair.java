package org.clusterwright.dsl.ide.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clusterwright.dsl.ide.Spelling;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.model.values.Duration;
import org.clusterwright.model.values.Rate;
import org.clusterwright.model.values.Size;

/** What a value that its parameter does not take was probably meant to be. Offers only what the parameter takes. */
final class ValueRepair {
	private static final int MOST = 5;

	private ValueRepair() {
	}

	static List<String> of(ValueType type, String text) {
		List<String> fit = candidates(type, text).stream().distinct().filter(t -> !t.equals(text) && fits(type, t)).limit(MOST).toList();
		// Nothing is nothing in any unit.
		return text.matches("0+") && fit.stream().allMatch(t -> t.matches("0[a-zA-Z/]*")) ? fit.stream().limit(1).toList() : fit;
	}

	private static boolean fits(ValueType type, String text) {
		try {
			type.check(text);
			return true;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	private static List<String> candidates(ValueType type, String text) {
		return switch (type) {
			case ValueType.Word word -> Spelling.nearestOrAny(text, word.words(), MOST);
			case ValueType.Flag flag -> Spelling.nearestOrAny(text, List.of("yes", "no"), 2);
			case ValueType.Number number -> number(number, text);
			case ValueType.Time time -> time(time, text);
			case ValueType.Bytes bytes -> bytes(bytes, text);
			case ValueType.Speed speed -> speed(speed, text);
			case ValueType.Path path -> List.of("/" + text.replaceFirst("^/*", "").replaceAll("(^|/)\\.\\.(/|$)", "/"));
			case ValueType.Text other -> List.of(text.replaceAll("[\\x00-\\x1f]+", " "));
			case ValueType.Ip other -> List.of();
			case ValueType.Subnet other -> List.of();
			case ValueType.Hardware other -> List.of(text.replace('-', ':'));
			case ValueType.Ports other -> List.of();
		};
	}

	private static List<String> number(ValueType.Number type, String text) {
		String digits = text.replaceFirst("^0+(?=[0-9])", "");
		if (!digits.matches("-?[0-9]{1,18}")) {
			return List.of(String.valueOf(type.min()));
		}
		return List.of(String.valueOf(Math.clamp(Long.parseLong(digits), type.min(), type.max())));
	}

	private static List<String> time(ValueType.Time type, String text) {
		List<String> all = new ArrayList<>();
		String number = text.replaceFirst("[^0-9].*$", "");
		if (!number.isEmpty() && number.length() < 10) {
			String unit = text.substring(number.length()).strip().toLowerCase(Locale.ROOT);
			String meant = unit.startsWith("ms") || unit.startsWith("mil") ? "ms" : unit.startsWith("m") ? "min" : unit.startsWith("h") ? "h" : type.unitMillis() == 1 && unit.isEmpty() ? "ms" : "s";
			all.add(number + meant);
			List.of("s", "ms", "min").forEach(u -> all.add(number + u));
			long millis = millis(number + meant);
			long whole = Math.clamp(Math.ceilDiv(millis, type.unitMillis()) * type.unitMillis(), type.min(), type.max());
			all.add(0, whole % 1000 == 0 ? whole / 1000 + "s" : whole + "ms");
			if (fits(type, number + meant)) {
				all.add(0, number + meant);
			}
		}
		return all;
	}

	private static long millis(String text) {
		try {
			return Duration.parse(text).millis();
		} catch (IllegalArgumentException e) {
			return 0;
		}
	}

	private static List<String> bytes(ValueType.Bytes type, String text) {
		List<String> all = new ArrayList<>();
		for (String size : sizes(text)) {
			all.add(size);
			try {
				long rounded = Math.ceilDiv(Size.parse(size).bytes(), type.unit()) * type.unit();
				all.add(Size.ofBytes(Math.clamp(rounded, type.min(), type.max())).text());
			} catch (IllegalArgumentException e) {
				continue; // too large to be a size
			}
		}
		return all;
	}

	private static List<String> speed(ValueType.Speed type, String text) {
		List<String> all = new ArrayList<>();
		for (String size : sizes(text.replaceFirst("(/s|ps)$", ""))) {
			all.add(size + "/s");
			try {
				long bytes = Rate.parse(size + "/s").bytesPerSecond();
				// With a unit that was only guessed, the limit is not what was meant.
				if (!Character.isDigit(text.charAt(text.length() - 1)) || bytes >= type.min() && bytes <= type.max()) {
					all.add(Size.ofBytes(Math.clamp(Math.ceilDiv(bytes, type.unit()) * type.unit(), type.min(), type.max())).text() + "/s");
				}
			} catch (IllegalArgumentException e) {
				continue; // too large to be a rate
			}
		}
		return all;
	}

	/** A number with the unit that its letters remind of, else with each of the common ones. */
	private static List<String> sizes(String text) {
		String number = text.replaceFirst("[^0-9].*$", "");
		if (number.isEmpty() || number.length() > 18) {
			return List.of();
		}
		String unit = text.substring(number.length()).strip().toLowerCase(Locale.ROOT);
		return switch (unit.isEmpty() ? ' ' : unit.charAt(0)) {
			case 'k' -> List.of(number + "KiB");
			case 'm' -> List.of(number + "MiB");
			case 'g' -> List.of(number + "GiB");
			case 't' -> List.of(number + "TiB");
			case 'b' -> List.of(number + "B");
			default -> List.of(number + "MiB", number + "GiB", number + "KiB");
		};
	}
}
