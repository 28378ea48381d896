package org.clusterwright.core.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Explanation;
import org.clusterwright.model.findings.Explanations;
import org.clusterwright.model.findings.FindingTexts;

/** Says of a finding's code what it means, why it matters and what to do. */
final class Explain implements Verb {
	private static final int WIDTH = 100;
	private static final int MOST_ARGUMENTS = 9;

	@Override
	public String name() {
		return "explain";
	}

	@Override
	public String synopsis() {
		return "[CODE...]";
	}

	@Override
	public String purpose() {
		return "say what a finding means, why it matters and what to do";
	}

	@Override
	public String details() {
		return """
				CODE is the word that validate prints after the severity, as two-node-votes. Without CODE it lists all codes.
				""";
	}

	@Override
	public int run(List<String> words, Streams streams) throws UsageException {
		Arguments arguments = Arguments.parse(words, Set.of(), Set.of());
		if (arguments.operands().isEmpty()) {
			for (Code code : Code.values()) {
				streams.out().line("%-28s %-7s %s".formatted(code.id(), code.severity().label(), Explanations.of(code).meaning()));
			}
			return OK;
		}
		List<Code> codes = new ArrayList<>();
		for (String word : arguments.operands()) {
			Optional<Code> code = Code.of(word);
			codes.add(code.orElseThrow(() -> new UsageException("there is no code " + word + similar(word))));
		}
		for (int i = 0; i < codes.size(); i++) {
			if (i > 0) {
				streams.out().line("");
			}
			print(codes.get(i), streams.out());
		}
		return OK;
	}

	private static void print(Code code, Output out) {
		Explanation explanation = Explanations.of(code);
		out.line(code.id() + " (" + code.severity().label() + ")");
		out.line("");
		paragraph("As shown:", FindingTexts.message(code, Collections.nCopies(MOST_ARGUMENTS, "…")), out);
		paragraph("Meaning:", explanation.meaning(), out);
		paragraph("Why:", explanation.reason(), out);
		paragraph("Do:", explanation.cure(), out);
	}

	/** One paragraph behind its title, broken at blanks. */
	private static void paragraph(String title, String text, Output out) {
		StringBuilder line = new StringBuilder("  %-10s".formatted(title));
		for (String word : text.split("\\s+")) {
			if (line.length() + 1 + word.length() > WIDTH) {
				out.line(line.toString());
				line = new StringBuilder(" ".repeat(12));
			}
			line.append(' ').append(word);
		}
		out.line(line.toString());
	}

	private static String similar(String word) {
		List<String> near = List.of(Code.values()).stream().map(Code::id).filter(id -> id.contains(word) || word.contains(id)).toList();
		return near.isEmpty() ? "; \"clusterwright explain\" lists them" : "; did you mean " + String.join(", ", near) + "?";
	}
}
