package org.clusterwright.model.catalog;

import java.util.List;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.clusterwright.model.values.Counts;
import org.clusterwright.model.values.Duration;
import org.clusterwright.model.values.Mac;
import org.clusterwright.model.values.PortRange;
import org.clusterwright.model.values.Rate;
import org.clusterwright.model.values.Size;

/** What a parameter takes. {@link #check} throws with a message for the user when a text is not of the type. */
public sealed interface ValueType {
	void check(String text);

	/** For hovers and proposals: "a duration in whole seconds, 0s to 1h". */
	String describe();

	/**
	 * The value as a native file says it: a duration, size or rate as a bare number in the file's unit, a flag as one of two words. What is not of
	 * the type (a secret's placeholder, a mistake the rules report) stays as it is.
	 */
	default String nativeText(String text, String yes, String no) {
		try {
			return switch (this) {
				case Time t -> String.valueOf(Duration.parse(text).millis() / t.unitMillis());
				case Bytes b -> String.valueOf(Size.parse(text).bytes() / b.unit());
				case Speed s -> String.valueOf(Rate.parse(text).bytesPerSecond() / s.unit());
				case Flag f -> org.clusterwright.model.effective.Settings.yesOrNo(text) ? yes : no;
				case Text x -> text;
				case Word x -> text;
				case Number x -> text;
				case Ip x -> text;
				case Subnet x -> text;
				case Hardware x -> text;
				case Path x -> text;
				case Ports x -> text;
			};
		} catch (IllegalArgumentException e) {
			return text;
		}
	}

	record Text() implements ValueType {
		@Override
		public void check(String text) {
			if (text.chars().anyMatch(c -> c < ' ')) {
				throw new IllegalArgumentException("a line break or control character is not possible here");
			}
		}

		@Override
		public String describe() {
			return "a text";
		}
	}

	/** One of a fixed set of words. */
	record Word(List<String> words) implements ValueType {
		public Word {
			words = List.copyOf(words);
		}

		@Override
		public void check(String text) {
			if (!words.contains(text)) {
				throw new IllegalArgumentException("'" + text + "' is not one of " + String.join(", ", words));
			}
		}

		@Override
		public String describe() {
			return "one of " + String.join(", ", words);
		}
	}

	record Number(long min, long max) implements ValueType {
		@Override
		public void check(String text) {
			long value = Counts.parse(text);
			if (value < min || value > max) {
				throw new IllegalArgumentException(text + " is out of range; it must be " + min + " to " + max);
			}
		}

		@Override
		public String describe() {
			return "a whole number, " + min + " to " + max;
		}
	}

	/** A duration that the native file writes in whole {@code unitMillis}; min and max in milliseconds. */
	record Time(long unitMillis, long min, long max) implements ValueType {
		@Override
		public void check(String text) {
			long millis = Duration.parse(text).millis();
			if (millis % unitMillis != 0) {
				throw new IllegalArgumentException("'" + text + "' is not exact in the file's unit of " + unit(unitMillis));
			}
			if (millis < min || millis > max) {
				throw new IllegalArgumentException("'" + text + "' is out of range; it must be " + min / unitMillis + " to " + max / unitMillis + " (in units of " + unit(unitMillis) + ")");
			}
		}

		@Override
		public String describe() {
			return "a duration, exact in units of " + unit(unitMillis);
		}

		private static String unit(long millis) {
			return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
		}
	}

	/** A size that the native file writes in whole {@code unit} bytes; min and max in bytes. */
	record Bytes(long unit, long min, long max) implements ValueType {
		@Override
		public void check(String text) {
			long bytes = Size.parse(text).bytes();
			if (bytes % unit != 0) {
				throw new IllegalArgumentException("'" + text + "' is not exact in the file's unit of " + Size.ofBytes(unit));
			}
			if (bytes < min || bytes > max) {
				throw new IllegalArgumentException("'" + text + "' is out of range; it must be " + Size.ofBytes(min) + " to " + Size.ofBytes(max));
			}
		}

		@Override
		public String describe() {
			return "a size, " + Size.ofBytes(min) + " to " + Size.ofBytes(max);
		}
	}

	/** A transfer rate in whole {@code unit} bytes per second; min and max in bytes per second. */
	record Speed(long unit, long min, long max) implements ValueType {
		@Override
		public void check(String text) {
			long rate = Rate.parse(text).bytesPerSecond();
			if (rate % unit != 0) {
				throw new IllegalArgumentException("'" + text + "' is not exact in the file's unit of " + Size.ofBytes(unit) + "/s");
			}
			if (rate < min || rate > max) {
				throw new IllegalArgumentException("'" + text + "' is out of range; it must be " + Size.ofBytes(min) + "/s to " + Size.ofBytes(max) + "/s");
			}
		}

		@Override
		public String describe() {
			return "a rate, " + Size.ofBytes(min) + "/s to " + Size.ofBytes(max) + "/s";
		}
	}

	record Flag() implements ValueType {
		@Override
		public void check(String text) {
			org.clusterwright.model.effective.Settings.yesOrNo(text);
		}

		@Override
		public String describe() {
			return "yes or no";
		}
	}

	record Ip() implements ValueType {
		@Override
		public void check(String text) {
			Address.parse(text);
		}

		@Override
		public String describe() {
			return "an IPv4 address";
		}
	}

	record Subnet() implements ValueType {
		@Override
		public void check(String text) {
			Cidr.parse(text);
		}

		@Override
		public String describe() {
			return "a subnet in CIDR notation";
		}
	}

	record Hardware() implements ValueType {
		@Override
		public void check(String text) {
			Mac.parse(text);
		}

		@Override
		public String describe() {
			return "a MAC address";
		}
	}

	/** An absolute path without {@code ..} and control characters. */
	record Path() implements ValueType {
		@Override
		public void check(String text) {
			if (!text.startsWith("/") || List.of(text.split("/")).contains("..") || text.chars().anyMatch(c -> c < ' ')) {
				throw new IllegalArgumentException("'" + text + "' is not an absolute path without ..");
			}
		}

		@Override
		public String describe() {
			return "an absolute path";
		}
	}

	/** A port of TCP or UDP, or a range of them: {@code 80}, {@code 5900-5999}. */
	record Ports() implements ValueType {
		@Override
		public void check(String text) {
			PortRange.parse(text);
		}

		@Override
		public String describe() {
			return "a port or a range of ports, 1 to 65535";
		}
	}

	ValueType TEXT = new Text();
	ValueType FLAG = new Flag();
	ValueType IP = new Ip();
	ValueType PATH = new Path();
	ValueType PORTS = new Ports();

	static ValueType word(String... words) {
		return new Word(List.of(words));
	}

	static ValueType number(long min, long max) {
		return new Number(min, max);
	}

	/** Whole seconds from min to max. */
	static ValueType seconds(long min, long max) {
		return new Time(1000, min * 1000, max * 1000);
	}

	/** Whole milliseconds from min to max. */
	static ValueType millis(long min, long max) {
		return new Time(1, min, max);
	}
}
