package org.clusterwright.formats.drbd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.formats.NativeReader;
import org.clusterwright.formats.NativeToken;
import org.clusterwright.formats.ReadError;
import org.clusterwright.formats.ReadResult;
import org.clusterwright.model.findings.Lines;

/** Reads drbd.conf and what it includes, of any version: sections, statements, strings without escapes, comments from {@code #} to the line's end. */
public final class DrbdParser implements NativeReader<DrbdFileTree> {
	/** Deeper braces are kept but not understood: DRBD nests three deep, and trees are walked recursively. */
	private static final int MAX_DEPTH = 50;

	/** A section that is open. */
	private record Frame(List<NativeToken> words, NativeToken open, List<DrbdFileTree> body) {
	}

	/** One reading of one text. */
	private static final class Reading {
		private final String text;
		private final Lines lines;
		private final List<ReadError> errors = new ArrayList<>();
		private final Deque<Frame> frames = new ArrayDeque<>();
		private final List<NativeToken> words = new ArrayList<>();
		private int at;

		Reading(String text) {
			this.text = text;
			this.lines = new Lines(text);
		}

		ReadResult<DrbdFileTree> read() {
			List<DrbdFileTree> file = new ArrayList<>();
			frames.push(new Frame(List.of(), new NativeToken(0, "", ""), file));
			NativeToken token = next();
			for (; !token.text().isEmpty(); token = next()) {
				switch (token.text()) {
					case "{" -> open(token);
					case "}" -> close(token);
					case ";" -> end(token);
					default -> words.add(token);
				}
			}
			missingEnd();
			if (!token.gap().isEmpty()) {
				body().add(new DrbdFileTree.Stray(token));
			}
			while (frames.size() > 1) {
				Frame frame = frames.pop();
				error(frame.open(), "the brace is not closed");
				body().add(new DrbdFileTree.Section(frame.words(), frame.open(), frame.body(), Optional.empty()));
			}
			return new ReadResult<>(file, errors);
		}

		private List<DrbdFileTree> body() {
			return frames.peek().body();
		}

		private void open(NativeToken brace) {
			if (words.isEmpty() || frames.size() > MAX_DEPTH) {
				missingEnd();
				stray(brace, "this brace belongs to no section");
				return;
			}
			frames.push(new Frame(List.copyOf(words), brace, new ArrayList<>()));
			words.clear();
		}

		private void close(NativeToken brace) {
			missingEnd();
			if (frames.size() == 1) {
				stray(brace, "a brace too many");
				return;
			}
			Frame frame = frames.pop();
			body().add(new DrbdFileTree.Section(frame.words(), frame.open(), frame.body(), Optional.of(brace)));
		}

		private void end(NativeToken semicolon) {
			if (words.isEmpty()) {
				stray(semicolon, "a semicolon too many");
				return;
			}
			body().add(new DrbdFileTree.Entry(words, Optional.of(semicolon)));
			words.clear();
		}

		private void missingEnd() {
			if (!words.isEmpty()) {
				error(words.get(words.size() - 1), "a semicolon is missing behind this");
				body().add(new DrbdFileTree.Entry(words, Optional.empty()));
				words.clear();
			}
		}

		private void stray(NativeToken token, String message) {
			error(token, message);
			body().add(new DrbdFileTree.Stray(token));
		}

		private void error(NativeToken token, String message) {
			errors.add(new ReadError(lines.place(token.offset(), token.text().length()), message));
		}

		/** The next word, brace, semicolon or string; an empty one at the end. */
		private NativeToken next() {
			int gap = at;
			while (at < text.length() && (isBlank(text.charAt(at)) || text.charAt(at) == '#')) {
				at = text.charAt(at) == '#' ? lineEnd() : at + 1;
			}
			int start = at;
			if (at < text.length()) {
				char c = text.charAt(at);
				at = c == '"' ? stringEnd() : "{};".indexOf(c) >= 0 ? at + 1 : wordEnd();
			}
			return new NativeToken(start, text.substring(gap, start), text.substring(start, at));
		}

		private int wordEnd() {
			int end = at;
			while (end < text.length() && !isBlank(text.charAt(end)) && "{};\"#".indexOf(text.charAt(end)) < 0) {
				end++;
			}
			return end;
		}

		private int stringEnd() {
			int close = text.indexOf('"', at + 1);
			if (close >= 0 && close < lineEnd()) {
				return close + 1;
			}
			errors.add(new ReadError(lines.place(at, 1), "the string is not closed"));
			return lineEnd();
		}

		private int lineEnd() {
			int end = text.indexOf('\n', at);
			return end < 0 ? text.length() : end;
		}

		private static boolean isBlank(char c) {
			return c == ' ' || c == '\t' || c == '\n' || c == '\r';
		}
	}

	@Override
	public ReadResult<DrbdFileTree> read(String text) {
		return new Reading(text).read();
	}

	@Override
	public String print(List<DrbdFileTree> tree) {
		return tree.stream().map(DrbdFileTree::source).collect(Collectors.joining());
	}
}
