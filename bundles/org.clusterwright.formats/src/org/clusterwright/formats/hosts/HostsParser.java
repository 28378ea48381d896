package org.clusterwright.formats.hosts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clusterwright.formats.NativeReader;
import org.clusterwright.formats.NativeToken;
import org.clusterwright.formats.ReadError;
import org.clusterwright.formats.ReadResult;
import org.clusterwright.model.findings.Lines;

/** Reads /etc/hosts by hosts(5): an address and names on a line, {@code #} begins a comment. */
public final class HostsParser implements NativeReader<HostsTree> {
	private static final Pattern WORD = Pattern.compile("([ \\t]*)([^\\s#]+)");
	private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?");

	@Override
	public ReadResult<HostsTree> read(String text) {
		List<HostsTree> tree = new ArrayList<>();
		List<ReadError> errors = new ArrayList<>();
		Lines lines = new Lines(text);
		for (int start = 0, end; start < text.length(); start = end) {
			int newline = text.indexOf('\n', start);
			end = newline < 0 ? text.length() : newline + 1;
			tree.add(line(text, start, end, lines, errors));
		}
		return new ReadResult<>(tree, errors);
	}

	private static HostsTree line(String text, int start, int end, Lines lines, List<ReadError> errors) {
		List<NativeToken> words = new ArrayList<>();
		Matcher word = WORD.matcher(text);
		int at = start;
		while (word.region(at, end).lookingAt()) {
			words.add(new NativeToken(word.start(2), word.group(1), word.group(2)));
			at = word.end();
		}
		if (words.size() >= 2 && ADDRESS.matcher(words.get(0).text()).matches()) {
			return new HostsTree.Entry(words, text.substring(at, end));
		}
		if (!words.isEmpty()) {
			String complaint = words.size() < 2 ? "an address needs a name, and a name an address" : "the line does not begin with an address";
			errors.add(new ReadError(lines.place(words.get(0).offset(), words.get(0).text().length()), complaint));
		}
		return new HostsTree.Verbatim(start, text.substring(start, end));
	}

	@Override
	public String print(List<HostsTree> tree) {
		return tree.stream().map(HostsTree::source).collect(Collectors.joining());
	}
}
