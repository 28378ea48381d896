package org.clusterwright.core.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clusterwright.core.document.Document;
import org.clusterwright.core.files.FileReplacement;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.runbook.Runbook;
import org.clusterwright.core.runbook.TestPlan;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Finding;

/** Writes the runbook or the test plan of a design. */
final class RunbookVerb implements Verb {
	private final Supplier<ClusterLanguage> language;

	RunbookVerb(Supplier<ClusterLanguage> language) {
		this.language = language;
	}

	@Override
	public String name() {
		return "runbook";
	}

	@Override
	public String synopsis() {
		return "FILE [--test-plan] [--format html|md] [-o FILE]";
	}

	@Override
	public String purpose() {
		return "write the steps from bare machines to the running cluster, or the test plan";
	}

	@Override
	public String details() {
		return """
				Prints the runbook of a design, or writes it to a file. It holds no passwords.
				  --test-plan      the tests of fencing and network, with room for the results, in place of the runbook
				  --format FORMAT  html (one file, to read and to print) or md; if nothing is said, by the name after -o, else md
				A design with errors has no runbook; the errors are printed and the exit code is 1.
				""";
	}

	@Override
	public int run(List<String> words, Streams streams) throws UsageException, IOException {
		Arguments arguments = Arguments.parse(words, Set.of("--format", "-o"), Set.of("--test-plan"));
		if (arguments.operands().size() != 1) {
			throw new UsageException("name one file");
		}
		Optional<String> file = arguments.value("-o");
		String format = arguments.value("--format").orElseGet(() -> file.orElse("").toLowerCase(Locale.ROOT).matches(".*\\.html?") ? "html" : "md");
		if (!List.of("html", "md").contains(format)) {
			throw new UsageException("--format is one of html, md");
		}
		Source source = Source.read(arguments.operands().get(0), streams);
		PlannedDesign planned = PlannedDesign.of(source, language.get());
		FindingReport report = new FindingReport();
		report.add(source.name(), planned.design().findings().stream().filter(Finding::isError).toList());
		report.print(streams.err());
		Optional<Plan> plan = planned.plan(Optional.empty());
		if (plan.isEmpty()) {
			return FINDINGS;
		}
		EffectiveCluster cluster = new EffectiveCluster(planned.design().root().orElseThrow());
		Document document = arguments.has("--test-plan") ? TestPlan.of(cluster, plan.get()) : Runbook.of(cluster, plan.get());
		byte[] text = (format.equals("html") ? document.html() : document.markdown()).getBytes(StandardCharsets.UTF_8);
		if (file.isPresent()) {
			FileReplacement.put(Path.of(file.get()), text);
		} else {
			streams.out().write(text);
		}
		return OK;
	}
}
