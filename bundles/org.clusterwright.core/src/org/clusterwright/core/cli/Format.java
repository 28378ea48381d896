package org.clusterwright.core.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.clusterwright.core.files.FileReplacement;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.dsl.ide.TextLimits;
import org.clusterwright.model.findings.Finding;

/** Lays out designs as the formatter does it, in place. */
final class Format implements Verb {
	private final Supplier<ClusterLanguage> language;

	Format(Supplier<ClusterLanguage> language) {
		this.language = language;
	}

	@Override
	public String name() {
		return "format";
	}

	@Override
	public String synopsis() {
		return "FILE... [--check] [--json]";
	}

	@Override
	public String purpose() {
		return "lay out designs, in place; \"-\" from standard input to standard output";
	}

	@Override
	public String details() {
		return """
				A file with syntax errors is left as it is and makes the exit code 1. Each file is replaced whole or not at all.
				  --check   change nothing; print the files that are not formatted, and exit with 1 if there is one
				  --json    print findings and changed files as one JSON object
				""";
	}

	@Override
	public int run(List<String> words, Streams streams) throws UsageException, IOException {
		Arguments arguments = Arguments.parse(words, Set.of(), Set.of("--check", "--json"));
		if (arguments.operands().isEmpty()) {
			throw new UsageException("name at least one file");
		}
		if (arguments.has("--json") && arguments.operands().contains(Source.STANDARD_INPUT)) {
			throw new UsageException("--json and the formatted text cannot both go to standard output");
		}
		boolean check = arguments.has("--check");
		FindingReport report = new FindingReport();
		List<String> changed = new ArrayList<>();
		boolean failed = false;
		for (String file : arguments.operands()) {
			try {
				format(Source.read(file, streams), check, streams, report, changed);
			} catch (IOException e) {
				streams.complain(Complaints.of(e));
				failed = true;
			}
		}
		if (arguments.has("--json")) {
			report.printJson(streams.out(), changed);
		} else {
			report.print(streams.err());
			if (check) {
				changed.forEach(streams.out()::line);
			}
		}
		return failed ? FAILED : report.hasErrors() || check && !changed.isEmpty() ? FINDINGS : OK;
	}

	private void format(Source source, boolean check, Streams streams, FindingReport report, List<String> changed) throws IOException {
		ParsedDesign design = source.validate(language.get());
		if (design.hasSyntaxErrors()) {
			report.add(source.name(), design.findings().stream().filter(Finding::isError).toList());
			return;
		}
		switch (source.content()) {
			case TextLimits.Decoded.Text text -> {
				String formatted = Replacement.apply(text.text(), new ClusterEditor(language.get()).format(text.text()));
				if (!formatted.equals(text.text())) {
					changed.add(source.name());
				}
				if (!check && source.name().equals(Source.STANDARD_INPUT)) {
					streams.out().write(formatted);
				} else if (!check && !formatted.equals(text.text())) {
					FileReplacement.write(Path.of(source.name()), formatted.getBytes(StandardCharsets.UTF_8));
				}
			}
			case TextLimits.Decoded.Refused refused -> throw new IllegalStateException("refused bytes have a finding");
		}
	}
}
