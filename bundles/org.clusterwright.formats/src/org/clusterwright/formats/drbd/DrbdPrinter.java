package org.clusterwright.formats.drbd;

import java.util.List;
import java.util.stream.Collectors;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.TracedText;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.Origin;

/** Prints drbd.conf as DRBD 8.3 reads it: quoting, indentation and line ends are decided here. Its strings have no escapes. */
final class DrbdPrinter {
	/** Where values begin, counted from the key. */
	private static final int COLUMN = 16;

	private final TracedWriter out = new TracedWriter();

	static TracedText print(List<DrbdTree> nodes) {
		DrbdPrinter printer = new DrbdPrinter();
		nodes.forEach(n -> printer.print(n, ""));
		return printer.out.finish();
	}

	private void print(DrbdTree node, String indent) {
		switch (node) {
			case DrbdTree.Section s -> {
				String words = s.words().stream().map(w -> quote(w, DrbdTree.Quotes.NEEDED)).collect(Collectors.joining(" "));
				out.line(s.origin(), indent + words + " {");
				s.body().forEach(n -> print(n, indent + "\t"));
				out.line(s.origin(), indent + "}");
			}
			case DrbdTree.Entry e -> entry(e, indent);
			case DrbdTree.Comment c -> out.line(c.origin(), indent + "# " + ShellWords.comment(c.text()));
			case DrbdTree.Blank b -> out.line(b.origin(), "");
			case DrbdTree.Verbatim v -> out.put(v.origin(), verbatim(v.text(), indent));
		}
	}

	private void entry(DrbdTree.Entry entry, String indent) {
		String key = entry.key();
		out.put(entry.origin(), indent + (entry.words().isEmpty() ? key : key + " ".repeat(Math.max(1, COLUMN - key.length()))));
		String gap = "";
		for (DrbdTree.Word word : entry.words()) {
			out.put(entry.origin(), gap);
			word(word);
			gap = " ";
		}
		out.line(entry.origin(), ";");
	}

	private void word(DrbdTree.Word word) {
		String whole = word.pieces().stream().map(Effective::value).collect(Collectors.joining());
		String quoted = quote(whole, word.quotes());
		Origin first = word.pieces().get(0).origin();
		if (word.pieces().size() == 1 || !quoted.equals(whole)) {
			out.put(first, quoted);
		} else {
			word.pieces().forEach(out::put);
		}
	}

	/** @throws IllegalArgumentException for what no quoting can say; the rules report it before */
	static String quote(String text, DrbdTree.Quotes quotes) {
		if (text.chars().anyMatch(c -> c < ' ' || c == '"' || c == 0x7f)) {
			throw new IllegalArgumentException("drbd.conf cannot say: " + text);
		}
		return switch (quotes) {
			case NEVER -> text;
			case ALWAYS -> "\"" + text + "\"";
			case NEEDED -> text.matches("[A-Za-z0-9_./-]+") ? text : "\"" + text + "\"";
		};
	}

	/** A one-line fragment is indented like its neighbours; one of several lines keeps its own layout. */
	private static String verbatim(String text, String indent) {
		String body = text.startsWith("\n") ? text.substring(1) : text;
		String line = body.strip();
		return line.contains("\n") ? body.stripTrailing() + "\n" : line.isEmpty() ? "" : indent + line + "\n";
	}
}
