package org.clusterwright.core.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.clusterwright.dsl.ide.ClusterLanguage;

/** Says what is wrong with designs. */
final class Validate implements Verb {
	private final Supplier<ClusterLanguage> language;

	Validate(Supplier<ClusterLanguage> language) {
		this.language = language;
	}

	@Override
	public String name() {
		return "validate";
	}

	@Override
	public String synopsis() {
		return "FILE... [--json]";
	}

	@Override
	public String purpose() {
		return "check designs and print what is wrong with them";
	}

	@Override
	public String details() {
		return """
				Prints one line for each finding: FILE:LINE:COLUMN: SEVERITY CODE MESSAGE
				  --json   print the findings as one JSON object instead
				""";
	}

	@Override
	public int run(List<String> words, Streams streams) throws UsageException {
		Arguments arguments = Arguments.parse(words, Set.of(), Set.of("--json"));
		if (arguments.operands().isEmpty()) {
			throw new UsageException("name at least one file");
		}
		FindingReport report = new FindingReport();
		boolean unread = false;
		for (String file : arguments.operands()) {
			try {
				report.add(file, Source.read(file, streams).validate(language.get()).findings());
			} catch (IOException e) {
				streams.complain(Complaints.of(e));
				unread = true;
			}
		}
		if (arguments.has("--json")) {
			report.printJson(streams.out(), List.of());
		} else {
			report.print(streams.out());
		}
		return unread ? FAILED : report.hasErrors() ? FINDINGS : OK;
	}
}
