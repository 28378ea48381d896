package org.clusterwright.core.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.dsl.ide.ClusterLanguage;

/** The command line: one verb, the same code as the desktop, on a flat class path and without OSGi. */
public final class Main {
	private final List<Verb> verbs;

	private Main(Supplier<ClusterLanguage> language) {
		List<Verb> working = List.of(new Validate(language), new Generate(language), new Export(language), new Format(language), new Show(language), new Diagram(language), new RunbookVerb(language), new Explain(), new Version());
		verbs = new ArrayList<>(working);
		verbs.add(new Help(working));
	}

	/** {@code -Dclusterwright.progress=true} says that standard error is a terminal; the launcher script knows. */
	public static void main(String[] args) {
		// Not System.out: a PrintStream hides that its writes fail.
		Output out = new Output(new FileOutputStream(FileDescriptor.out));
		Output err = new Output(new FileOutputStream(FileDescriptor.err));
		Thread.ofPlatform().daemon().name("prepare").start(ClusterLanguage::prepare);
		System.exit(run(args, new Streams(System.in, out, err, System.getenv(), Boolean.getBoolean("clusterwright.progress")), new Once()));
	}

	/** Runs one command line in this process, without secrets from the environment and without progress. */
	public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
		return run(args, in, out, err, Map.of());
	}

	public static int run(String[] args, InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
		return run(args, new Streams(in, new Output(out), new Output(err), environment, false), new Once());
	}

	private static int run(String[] args, Streams streams, Supplier<ClusterLanguage> language) {
		int exit;
		try {
			exit = new Main(language).run(List.of(args), streams);
		} catch (UsageException e) {
			streams.complain(e.getMessage() + " (\"clusterwright help\" says more)");
			exit = Verb.FAILED;
		} catch (InvalidPathException e) {
			streams.complain("not a path: " + e.getInput());
			exit = Verb.FAILED;
		} catch (IOException e) {
			streams.complain(Complaints.of(e));
			exit = Verb.FAILED;
		} catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
			// The boundary to the user: whatever a bug throws becomes one line, and the detail a file.
			streams.complain(FaultLog.report(e, args, streams.environment()));
			exit = Verb.FAILED;
		}
		streams.out().flush();
		Optional<IOException> lost = streams.out().failure();
		if (lost.isPresent()) {
			streams.complain("standard output: " + Complaints.of(lost.get()));
			exit = Verb.FAILED;
		}
		streams.err().flush();
		return exit;
	}

	private int run(List<String> words, Streams streams) throws UsageException, IOException {
		if (words.isEmpty()) {
			throw new UsageException("say what to do: one of " + names());
		}
		String name = switch (words.get(0)) {
			case "--help", "-h" -> "help";
			case "--version" -> "version";
			default -> words.get(0);
		};
		List<String> rest = words.subList(1, words.size());
		Verb verb = verbs.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow(() -> new UsageException("there is no verb " + name + "; the verbs are " + names()));
		if (rest.contains("--help")) {
			return verbs.get(verbs.size() - 1).run(List.of(name), streams);
		}
		return verb.run(rest, streams);
	}

	private String names() {
		return String.join(", ", verbs.stream().map(Verb::name).toList());
	}

	/** Makes the language when a verb first needs it: half of the time of a run. */
	private static final class Once implements Supplier<ClusterLanguage> {
		private ClusterLanguage language;

		@Override
		public ClusterLanguage get() {
			if (language == null) {
				language = new ClusterLanguage();
			}
			return language;
		}
	}
}
