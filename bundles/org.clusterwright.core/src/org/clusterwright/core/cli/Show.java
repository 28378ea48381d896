package org.clusterwright.core.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.formats.NativeFile;

/** Prints one native file; secrets stay placeholders. */
final class Show implements Verb {
	private final Supplier<ClusterLanguage> language;

	Show(Supplier<ClusterLanguage> language) {
		this.language = language;
	}

	@Override
	public String name() {
		return "show";
	}

	@Override
	public String synopsis() {
		return "FILE [--node N] [PATH]";
	}

	@Override
	public String purpose() {
		return "print one native file of a design";
	}

	@Override
	public String details() {
		return """
				PATH is the path on the node, as /etc/hosts. Without PATH it lists the files of each node.
				  --node N   of this node; needed when the nodes' files differ
				Secrets are always shown as @SECRET(name)@.
				""";
	}

	@Override
	public int run(List<String> words, Streams streams) throws UsageException, IOException {
		Arguments arguments = Arguments.parse(words, Set.of("--node"), Set.of());
		if (arguments.operands().isEmpty() || arguments.operands().size() > 2) {
			throw new UsageException("name one file and one path");
		}
		Source source = Source.read(arguments.operands().get(0), streams);
		PlannedDesign planned = PlannedDesign.of(source, language.get());
		Optional<Plan> plan = planned.plan(arguments.value("--node"));
		if (plan.isEmpty()) {
			FindingReport report = new FindingReport();
			report.add(source.name(), planned.design().findings());
			report.print(streams.err());
			return FINDINGS;
		}
		if (arguments.operands().size() == 1) {
			plan.get().trees().forEach(t -> t.files().forEach(f -> streams.out().line(t.name() + " " + f.path())));
			return OK;
		}
		String path = arguments.operands().get(1);
		return print(plan.get(), path.startsWith("/") ? path : "/" + path, streams);
	}

	private static int print(Plan plan, String path, Streams streams) throws UsageException {
		List<NodeTree> having = plan.trees().stream().filter(t -> t.file(path).isPresent()).toList();
		List<String> texts = having.stream().map(t -> t.file(path).map(NativeFile::content).orElseThrow().text()).distinct().toList();
		if (texts.isEmpty()) {
			throw new UsageException("no node has a generated file " + path + "; \"clusterwright show FILE\" lists them");
		}
		if (texts.size() > 1) {
			throw new UsageException(path + " differs between the nodes; add --node with one of " + String.join(", ", having.stream().map(NodeTree::name).toList()));
		}
		streams.out().write(texts.get(0));
		return OK;
	}
}
