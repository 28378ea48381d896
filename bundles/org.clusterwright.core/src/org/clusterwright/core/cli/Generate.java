package org.clusterwright.core.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clusterwright.core.plan.BasePatcher;
import org.clusterwright.core.plan.PathGlob;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.SecretFile;
import org.clusterwright.core.plan.SecretInsertion;
import org.clusterwright.core.plan.SecretSource;
import org.clusterwright.core.plan.TreeFile;
import org.clusterwright.core.plan.TreeWriter;
import org.clusterwright.dsl.ide.ClusterLanguage;

/** Writes the native files of a design. */
final class Generate implements Verb {
	private static final Set<String> OPTIONS = Set.of("-o", "--output", "--node", "--only", "--base", "--secrets");

	private final Supplier<ClusterLanguage> language;

	Generate(Supplier<ClusterLanguage> language) {
		this.language = language;
	}

	@Override
	public String name() {
		return "generate";
	}

	@Override
	public String synopsis() {
		return "FILE -o DIR [--node N] [--only GLOB] [--base ROOT] [--secrets FILE] [--json]";
	}

	@Override
	public String purpose() {
		return "write the native files of each node of a design";
	}

	@Override
	public String details() {
		return """
				Writes DIR/NODE/PATH, patches to DIR/NODE/.clusterwright/patches and steps to DIR/NODE/.clusterwright/steps. DIR is written whole or not at
				all. A DIR that is there is replaced whole, but only when it is empty or holds nothing but what an earlier run wrote.
				  -o DIR           the directory to write
				  --node N         only the files of this node
				  --only GLOB      only the files whose path on the node matches: /etc/drbd.d/*, *.res, **/cluster/**
				  --base ROOT      also apply the patches to the files below ROOT and write the patched files whole
				  --secrets FILE   values for secrets, lines NAME=VALUE; the file must be yours and have the mode 0600. What it does not name comes from the
				                   environment, CLUSTERWRIGHT_SECRET_NAME; else @SECRET(NAME)@ is written and a warning given
				  --json           print findings and written files as one JSON object
				""";
	}

	@Override
	public int run(List<String> words, Streams streams) throws UsageException, IOException {
		Arguments arguments = Arguments.parse(words, OPTIONS, Set.of("--json"));
		if (arguments.operands().size() != 1) {
			throw new UsageException("name one file");
		}
		Path directory = Path.of(arguments.value("-o").or(() -> arguments.value("--output")).orElseThrow(() -> new UsageException("say where to: -o DIR")));
		Optional<PathGlob> only = glob(arguments.value("--only"));
		SecretSource secrets = secrets(arguments.value("--secrets"), streams);
		Source source = Source.read(arguments.operands().get(0), streams);
		PlannedDesign planned = PlannedDesign.of(source, language.get());
		FindingReport report = new FindingReport();
		report.add(source.name(), planned.design().findings());
		Optional<Plan> plan = planned.plan(arguments.value("--node"));
		List<String> written = List.of();
		int exit = FINDINGS;
		if (plan.isPresent()) {
			Plan filtered = only.map(plan.get()::only).orElse(plan.get());
			if (filtered.trees().isEmpty()) {
				throw new UsageException("no generated file matches --only " + arguments.value("--only").orElse(""));
			}
			SecretInsertion filled = SecretInsertion.into(filtered, secrets);
			report.add(source.name(), SecretFindings.of(planned.design(), filled));
			if (!report.hasErrors()) {
				written = write(directory, arguments.value("--base"), filtered, filled, streams);
				exit = written.isEmpty() ? FAILED : OK;
			}
		}
		if (arguments.has("--json")) {
			report.printJson(streams.out(), written);
		} else {
			report.print(streams.err());
		}
		return exit;
	}

	/** The written files below the directory; none when the directory must not be touched. */
	private static List<String> write(Path directory, Optional<String> base, Plan plan, SecretInsertion filled, Streams streams) throws IOException {
		List<TreeFile> files = new ArrayList<>(filled.files());
		if (base.isPresent()) {
			files.addAll(BasePatcher.apply(Path.of(base.get()), plan, filled.files()));
		}
		return switch (TreeWriter.write(directory, files)) {
			case TreeWriter.Result.Written done -> {
				if (streams.progress()) {
					streams.err().line(done.files() + " files in " + directory);
				}
				yield files.stream().map(TreeFile::relative).sorted().toList();
			}
			case TreeWriter.Result.Refused refused -> {
				streams.complain(refused.reason());
				yield List.of();
			}
		};
	}

	private static Optional<PathGlob> glob(Optional<String> pattern) throws UsageException {
		try {
			return pattern.map(PathGlob::of);
		} catch (IllegalArgumentException e) {
			throw new UsageException("--only: " + e.getMessage());
		}
	}

	private static SecretSource secrets(Optional<String> file, Streams streams) throws IOException {
		SecretSource environment = SecretSource.environment(streams.environment());
		return file.isEmpty() ? environment : SecretFile.read(Path.of(file.get())).or(environment);
	}
}
