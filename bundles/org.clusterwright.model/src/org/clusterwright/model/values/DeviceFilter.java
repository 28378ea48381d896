package org.clusterwright.model.values;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A device filter of lvm.conf: patterns {@code a|REGEX|} and {@code r|REGEX|}; the first whose regular expression is found in a device's name decides, and
 * a device that none matches is accepted. Matches in polynomial time, whatever the expression: rules run it while the user types.
 */
public final class DeviceFilter {
	private static final int LONGEST = 500;
	private static final int DEEPEST = 8;

	private record Rule(boolean accept, Node expression) {
	}

	/** A part of an expression: from the places in the text where it may begin to those where it may end. */
	private interface Node {
		BitSet ends(String text, BitSet starts);
	}

	private final List<Rule> rules = new ArrayList<>();

	/** @throws IllegalArgumentException with a message for the user when a pattern is not of the form */
	public static DeviceFilter parse(List<String> patterns) {
		DeviceFilter filter = new DeviceFilter();
		for (String pattern : patterns) {
			filter.rules.add(rule(pattern));
		}
		return filter;
	}

	public boolean accepts(String device) {
		BitSet anywhere = new BitSet();
		anywhere.set(0, device.length() + 1);
		for (Rule rule : rules) {
			if (!rule.expression.ends(device, anywhere).isEmpty()) {
				return rule.accept;
			}
		}
		return true;
	}

	private static final String CLOSING = ")]}>";
	private static final String OPENING = "([{<";

	private static Rule rule(String pattern) {
		if (pattern.length() > LONGEST) {
			throw new IllegalArgumentException("a pattern of more than " + LONGEST + " characters");
		}
		if (pattern.length() < 3 || pattern.charAt(0) != 'a' && pattern.charAt(0) != 'r') {
			throw new IllegalArgumentException("'" + pattern + "' is not a|REGEX| or r|REGEX|");
		}
		int opening = OPENING.indexOf(pattern.charAt(1));
		char end = opening < 0 ? pattern.charAt(1) : CLOSING.charAt(opening);
		if (pattern.charAt(pattern.length() - 1) != end || Character.isLetterOrDigit(end)) {
			throw new IllegalArgumentException("'" + pattern + "' does not end with '" + end + "'");
		}
		Parser parser = new Parser(pattern.substring(2, pattern.length() - 1));
		return new Rule(pattern.charAt(0) == 'a', parser.whole());
	}

	private static final class Parser {
		private final String regex;
		private int at;
		private int depth;

		Parser(String regex) {
			this.regex = regex;
		}

		Node whole() {
			Node node = alternatives();
			if (at < regex.length()) {
				throw broken("an unexpected )");
			}
			return node;
		}

		private IllegalArgumentException broken(String what) {
			return new IllegalArgumentException("'" + regex + "' has " + what);
		}

		private Node alternatives() {
			Node left = sequence();
			while (at < regex.length() && regex.charAt(at) == '|') {
				at++;
				Node first = left;
				Node second = sequence();
				left = (text, starts) -> {
					BitSet ends = first.ends(text, starts);
					ends.or(second.ends(text, starts));
					return ends;
				};
			}
			return left;
		}

		private Node sequence() {
			List<Node> parts = new ArrayList<>();
			while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
				parts.add(repeated(one()));
			}
			return (text, starts) -> {
				BitSet now = (BitSet) starts.clone();
				for (Node part : parts) {
					now = part.ends(text, now);
				}
				return now;
			};
		}

		private Node repeated(Node node) {
			String signs = "";
			while (at < regex.length() && "*+?".indexOf(regex.charAt(at)) >= 0) {
				signs += regex.charAt(at++);
			}
			if (signs.isEmpty()) {
				return node;
			}
			boolean none = !signs.matches("[+]+");
			boolean several = !signs.matches("[?]+");
			return (text, starts) -> {
				BitSet ends = node.ends(text, starts);
				for (BitSet fresh = ends; several && !fresh.isEmpty();) {
					BitSet next = node.ends(text, fresh);
					next.andNot(ends);
					ends.or(next);
					fresh = next;
				}
				if (none) {
					ends.or(starts);
				}
				return ends;
			};
		}

		private Node one() {
			char c = regex.charAt(at++);
			return switch (c) {
				case '(' -> {
					if (++depth > DEEPEST) {
						throw broken("parentheses nested more than " + DEEPEST + " deep");
					}
					Node inner = alternatives();
					depth--;
					if (at >= regex.length()) {
						throw broken("a ( without its )");
					}
					at++;
					yield inner;
				}
				case '[' -> characters();
				case '.' -> step(x -> true);
				case '^' -> (text, starts) -> only(starts, 0);
				case '$' -> (text, starts) -> only(starts, text.length());
				case '*', '+', '?' -> throw broken("a " + c + " with nothing before it");
				case '\\' -> {
					if (at >= regex.length()) {
						throw broken("a \\ at its end");
					}
					char quoted = regex.charAt(at++);
					yield step(x -> x == quoted);
				}
				default -> step(x -> x == c);
			};
		}

		private Node characters() {
			boolean not = at < regex.length() && regex.charAt(at) == '^';
			if (not) {
				at++;
			}
			BitSet set = new BitSet();
			int from = at;
			while (at < regex.length() && (regex.charAt(at) != ']' || at == from)) {
				char first = regex.charAt(at++);
				char last = first;
				if (at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
					last = regex.charAt(at + 1);
					at += 2;
				}
				if (last >= first) {
					set.set(first, last + 1);
				}
			}
			if (at >= regex.length()) {
				throw broken("a [ without its ]");
			}
			at++;
			return step(x -> set.get(x) != not);
		}
	}

	private static Node step(java.util.function.IntPredicate takes) {
		return (text, starts) -> {
			BitSet ends = new BitSet();
			for (int i = starts.nextSetBit(0); i >= 0 && i < text.length(); i = starts.nextSetBit(i + 1)) {
				if (takes.test(text.charAt(i))) {
					ends.set(i + 1);
				}
			}
			return ends;
		};
	}

	private static BitSet only(BitSet starts, int place) {
		BitSet ends = new BitSet();
		ends.set(place, starts.get(place));
		return ends;
	}
}
