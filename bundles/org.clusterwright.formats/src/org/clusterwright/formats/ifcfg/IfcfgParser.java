package org.clusterwright.formats.ifcfg;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clusterwright.formats.NativeReader;
import org.clusterwright.formats.ReadError;
import org.clusterwright.formats.ReadResult;
import org.clusterwright.model.findings.Lines;

/** Reads ifcfg files as the shell that sources them does, as far as they are assignments: quotes, backslashes, values over several lines. */
public final class IfcfgParser implements NativeReader<IfcfgTree> {
	private static final Pattern HEAD = Pattern.compile("([ \\t]*(?:export[ \\t]+)?)([A-Za-z_][A-Za-z0-9_]*)=");

	/** One reading of one text. */
	private static final class Reading {
		private final String text;
		private final Lines lines;
		private final List<IfcfgTree> tree = new ArrayList<>();
		private final List<ReadError> errors = new ArrayList<>();

		Reading(String text) {
			this.text = text;
			this.lines = new Lines(text);
		}

		ReadResult<IfcfgTree> read() {
			Matcher head = HEAD.matcher(text);
			int at = 0;
			while (at < text.length()) {
				head.region(at, text.length());
				at = head.lookingAt() ? assignment(at, head) : line(at, "neither an assignment nor a comment");
			}
			return new ReadResult<>(tree, errors);
		}

		private int assignment(int start, Matcher head) {
			StringBuilder value = new StringBuilder();
			int at = head.end();
			while (at < text.length() && " \t\r\n;&|<>".indexOf(text.charAt(at)) < 0) {
				int next = piece(at, value);
				if (next < 0) {
					return line(start, "the quote is not closed");
				}
				at = next;
			}
			int end = lineEnd(at);
			String rest = text.substring(at, end).strip();
			if (!rest.isEmpty() && !rest.startsWith("#")) {
				return line(start, "something follows the value");
			}
			tree.add(new IfcfgTree.Assignment(head.group(1), head.group(2), head.end(), text.substring(head.end(), at), value.toString(), text.substring(at, end)));
			return end;
		}

		/** Reads a character, an escaped one or a quoted part of a value; says where the next begins, or -1 where a quote is not closed. */
		private int piece(int at, StringBuilder value) {
			char c = text.charAt(at);
			if (c == '\'') {
				int close = text.indexOf('\'', at + 1);
				value.append(text, at + 1, Math.max(close, at + 1));
				return close < 0 ? -1 : close + 1;
			}
			if (c == '"') {
				return quoted(at + 1, value);
			}
			if (c == '\\' && at + 1 < text.length()) {
				value.append(text.charAt(at + 1) == '\n' ? "" : text.substring(at + 1, at + 2));
				return at + 2;
			}
			value.append(c);
			return at + 1;
		}

		private int quoted(int start, StringBuilder value) {
			for (int at = start; at < text.length(); at++) {
				char c = text.charAt(at);
				if (c == '"') {
					return at + 1;
				}
				if (c == '\\' && at + 1 < text.length() && "\\\"$`\n".indexOf(text.charAt(at + 1)) >= 0) {
					at++;
					c = text.charAt(at);
					if (c == '\n') {
						continue;
					}
				}
				value.append(c);
			}
			return -1;
		}

		private int line(int start, String complaint) {
			int end = lineEnd(start);
			String line = text.substring(start, end);
			if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
				errors.add(new ReadError(lines.place(start, line.stripTrailing().length()), complaint));
			}
			tree.add(new IfcfgTree.Verbatim(start, line));
			return end;
		}

		private int lineEnd(int from) {
			int end = text.indexOf('\n', from);
			return end < 0 ? text.length() : end + 1;
		}
	}

	@Override
	public ReadResult<IfcfgTree> read(String text) {
		return new Reading(text).read();
	}

	@Override
	public String print(List<IfcfgTree> tree) {
		return tree.stream().map(IfcfgTree::source).collect(Collectors.joining());
	}
}
