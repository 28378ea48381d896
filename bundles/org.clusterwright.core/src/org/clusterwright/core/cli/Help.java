package org.clusterwright.core.cli;

import java.util.List;
import java.util.Set;

/** Says what the verbs do. */
final class Help implements Verb {
	private final List<Verb> others;

	Help(List<Verb> others) {
		this.others = others;
	}

	@Override
	public String name() {
		return "help";
	}

	@Override
	public String synopsis() {
		return "[VERB]";
	}

	@Override
	public String purpose() {
		return "say what a verb does";
	}

	@Override
	public String details() {
		return "";
	}

	@Override
	public int run(List<String> words, Streams streams) throws UsageException {
		Arguments arguments = Arguments.parse(words, Set.of(), Set.of());
		if (arguments.operands().size() > 1) {
			throw new UsageException("name one verb");
		}
		if (arguments.operands().isEmpty()) {
			overview(streams.out());
			return OK;
		}
		String name = arguments.operands().get(0);
		Verb verb = name.equals(name()) ? this : others.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow(() -> new UsageException("there is no verb " + name));
		streams.out().write("usage: clusterwright " + verb.name() + " " + verb.synopsis() + "\n\n" + verb.purpose() + "\n\n" + verb.details());
		return OK;
	}

	private void overview(Output out) {
		out.line("usage: clusterwright                    the desktop");
		out.line("       clusterwright VERB ARGUMENTS...  without a display:");
		out.line("");
		others.forEach(v -> out.line("  %-9s %s".formatted(v.name(), v.purpose())));
		out.line("  %-9s %s".formatted(name(), purpose()));
		out.line("");
		out.line("FILE is a .cluster design, or - for standard input. \"clusterwright help VERB\" says more.");
		out.line("Exit code: 0 well; 1 the design has errors; 2 wrong usage, or a file could not be read or written.");
	}
}
