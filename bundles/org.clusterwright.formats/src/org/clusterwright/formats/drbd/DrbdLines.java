package org.clusterwright.formats.drbd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clusterwright.formats.NativeLine;
import org.clusterwright.formats.NativeToken;
import org.clusterwright.formats.ReadError;
import org.clusterwright.formats.ReadResult;

/** A DRBD file as lines, each keyed by the statement that begins on it and the sections around it. */
final class DrbdLines {
	/** A statement: the names of the sections around it from the outside in, its key and its words. */
	record Statement(List<String> sections, String key, List<NativeToken> words) {
		Statement {
			sections = List.copyOf(sections);
			words = List.copyOf(words);
		}

		/** The words without quotes. */
		List<String> values() {
			return words.stream().map(NativeToken::unquoted).toList();
		}

		/** The section right around the statement; empty at the top. */
		String section() {
			return sections.isEmpty() ? "" : sections.get(sections.size() - 1);
		}
	}

	private final String text;
	private final List<ReadError> errors;
	private final Map<Integer, String> keys = new HashMap<>();
	private final Map<Integer, Statement> statements = new HashMap<>();
	private final Map<Integer, List<Statement>> inner = new HashMap<>();
	private final Set<String> sections = new HashSet<>();

	DrbdLines(String text) {
		this.text = text;
		ReadResult<DrbdFileTree> read = new DrbdParser().read(text);
		errors = read.errors();
		walk(read.tree(), List.of());
	}

	List<ReadError> errors() {
		return errors;
	}

	/** The statement of a line; absent for braces, comments and blanks. */
	Optional<Statement> statement(NativeLine line) {
		return Optional.ofNullable(statements.get(line.offset()));
	}

	/** The statements on a line that begins with a section's opening: a section written on one line. */
	List<Statement> inner(NativeLine line) {
		return statement(line).isPresent() ? List.of() : inner.getOrDefault(line.offset(), List.of());
	}

	/** Whether a section of these names says a statement, wherever its lines are. */
	boolean says(Statement statement) {
		return Stream.concat(statements.values().stream(), inner.values().stream().flatMap(List::stream))
				.anyMatch(s -> s.sections().equals(statement.sections()) && s.key().equals(statement.key()) && s.values().equals(statement.values()));
	}

	/** The port behind the addresses of these sections, where all have the same. */
	Optional<String> portOfAll(List<String> hosts) {
		Set<String> ports = new HashSet<>();
		for (String host : hosts) {
			List<Statement> addresses = statements.values().stream().filter(s -> s.section().equals(host) && s.key().equals("address")).toList();
			String address = addresses.size() == 1 ? String.join(" ", addresses.get(0).values()) : "";
			ports.add(address.contains(":") ? address.substring(address.lastIndexOf(':') + 1) : "");
		}
		return ports.size() == 1 ? ports.stream().filter(p -> !p.isEmpty()).findFirst() : Optional.empty();
	}

	/** Whether there is a section whose opening or closing a line's key is. */
	boolean hasSection(String key) {
		return sections.contains(key.substring(0, key.length() - 1));
	}

	List<NativeLine> lines() {
		List<NativeLine> lines = new ArrayList<>();
		int end;
		for (int start = 0; start < text.length(); start = end) {
			int newline = text.indexOf('\n', start);
			end = newline < 0 ? text.length() : newline + 1;
			lines.add(new NativeLine(start, text.substring(start, end), keys.getOrDefault(start, "")));
		}
		return lines;
	}

	private void walk(List<DrbdFileTree> tree, List<String> sections) {
		for (DrbdFileTree piece : tree) {
			switch (piece) {
				case DrbdFileTree.Entry e -> {
					int line = lineStart(e.words().get(0).offset());
					inner.computeIfAbsent(line, k -> new ArrayList<>()).add(new Statement(sections, e.key(), e.values()));
					if (keys.putIfAbsent(line, key(sections, e.key())) == null) {
						statements.put(line, new Statement(sections, e.key(), e.values()));
					}
				}
				case DrbdFileTree.Section s -> {
					List<String> inner = new ArrayList<>(sections);
					inner.add(s.name());
					this.sections.add(key(inner, ""));
					keys.putIfAbsent(lineStart(s.words().get(0).offset()), key(inner, "{"));
					walk(s.body(), inner);
					s.close().ifPresent(c -> keys.putIfAbsent(lineStart(c.offset()), key(inner, "}")));
				}
				case DrbdFileTree.Stray s -> {
					// what is wrong is among the errors; blanks and comments have no key
				}
			}
		}
	}

	static String key(List<String> sections, String key) {
		return String.join("/", sections) + "/" + key;
	}

	private int lineStart(int offset) {
		return text.lastIndexOf('\n', offset - 1) + 1;
	}
}
