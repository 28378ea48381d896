package org.clusterwright.core.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clusterwright.core.export.BundleExport;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.export.BundleRequest;
import org.clusterwright.core.export.BundleTime;
import org.clusterwright.core.export.SecretSeal;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.SecretFile;
import org.clusterwright.core.plan.SecretInsertion;
import org.clusterwright.core.plan.SecretSource;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.core.runtime.NullProgressMonitor;

/** Writes the bundles that install a design at a site without Internet. */
final class Export implements Verb {
	private static final String NODE = "--node";
	private static final String FORMAT = "--format";
	private static final String PACKAGES = "--packages";
	private static final String SECRETS = "--secrets";
	private static final String PASSPHRASE = "--passphrase-file";
	private static final String WITH_SECRETS = "--with-secrets";
	private static final String JSON = "--json";

	private final Supplier<ClusterLanguage> language;

	Export(Supplier<ClusterLanguage> language) {
		this.language = language;
	}

	@Override
	public String name() {
		return "export";
	}

	@Override
	public String synopsis() {
		return "FILE -o DIR [--node N]... [--format tar.gz|dir|rpm] [--packages DIR] [--with-secrets --secrets FILE] [--json]";
	}

	@Override
	public String purpose() {
		return "write a bundle for each node that installs the design without Internet";
	}

	@Override
	public String details() {
		return """
				Writes DIR/NODE.tar.gz for each node and DIR/CLUSTER.tar.gz with all of them: files, patches, procedure, install.sh, verify.sh, rollback.sh, runbook, test plan,
				pictures, the design and sums. All are written or none. Of what is in DIR only an earlier export of the same cluster is replaced. The same design gives the same
				bytes; SOURCE_DATE_EPOCH sets the time of the files. Prints the SHA-256 of each archive, as sha256sum does. docs/bundle.md says more.
				  -o DIR                 the directory for the bundles; it is made where it is not there
				  --node N               the bundle of this node alone; may be given several times
				  --format FORMAT        tar.gz (if nothing is said), dir for plain directories, rpm for packages that only lie below /usr/share/clusterwright
				  --packages DIR         put your RPM files *.rpm of DIR into the bundles
				  --with-secrets         put the values of secrets into the bundles, sealed for gpg -d; without it there are none in them
				  --secrets FILE         their values, lines NAME=VALUE, as for generate
				  --passphrase-file FILE the passphrase of the seal, its first line; yours and of mode 0600. Without it you are asked
				  --json                 print findings, written archives and warnings as one JSON object
				""";
	}

	@Override
	public int run(List<String> words, Streams streams) throws UsageException, IOException {
		Arguments arguments = Arguments.parse(words, Set.of("-o", "--output", NODE, FORMAT, PACKAGES, SECRETS, PASSPHRASE), Set.of(WITH_SECRETS, JSON), Set.of(NODE));
		if (arguments.operands().size() != 1) {
			throw new UsageException("name one file");
		}
		Path directory = Path.of(arguments.value("-o").or(() -> arguments.value("--output")).orElseThrow(() -> new UsageException("say where to: -o DIR")));
		String word = arguments.value(FORMAT).orElse(BundleFormat.TAR_GZ.word());
		BundleFormat format = BundleFormat.of(word).orElseThrow(() -> new UsageException(FORMAT + " is one of " + String.join(", ", BundleFormat.words())));
		Optional<SecretSource> secrets = secrets(arguments, streams);
		Source source = Source.read(arguments.operands().get(0), streams);
		PlannedDesign planned = PlannedDesign.of(source, language.get());
		FindingReport report = new FindingReport();
		report.add(source.name(), planned.design().findings());
		Optional<Plan> plan = planned.plan(Optional.empty());
		if (plan.isPresent() && secrets.isPresent()) {
			SecretInsertion filled = SecretInsertion.into(plan.get(), secrets.get());
			report.add(source.name(), SecretFindings.of(planned.design(), filled));
			if (filled.missing().containsAll(SecretInsertion.into(plan.get(), SecretSource.NONE).missing())) {
				throw new UsageException("the value of no secret is known; give " + SECRETS + " FILE");
			}
		}
		if (plan.isEmpty() || report.hasErrors()) {
			print(report, Optional.empty(), arguments, streams);
			return FINDINGS;
		}
		Optional<SecretSeal> seal = secrets.isEmpty() ? Optional.empty() : Optional.of(seal(secrets.get(), arguments, streams));
		BundleRequest request = new BundleRequest(fileName(source), planned.design(), plan.get(), arguments.values(NODE), format, directory,
				arguments.value(PACKAGES).map(Path::of), seal, time(planned, streams));
		return switch (BundleExport.write(request, new NullProgressMonitor())) {
			case BundleExport.Result.Written written -> {
				print(report, Optional.of(written), arguments, streams);
				if (seal.isPresent()) {
					streams.complain("the bundles hold the values of secrets, sealed with your passphrase (secrets.gpg; gpg -d opens it)");
				}
				yield OK;
			}
			case BundleExport.Result.Refused refused -> {
				print(report, Optional.empty(), arguments, streams);
				streams.complain(refused.reason());
				yield FAILED;
			}
		};
	}

	private static void print(FindingReport report, Optional<BundleExport.Result.Written> written, Arguments arguments, Streams streams) {
		List<BundleExport.Archive> archives = written.map(BundleExport.Result.Written::archives).orElse(List.of());
		List<String> warnings = written.map(BundleExport.Result.Written::warnings).orElse(List.of());
		if (arguments.has(JSON)) {
			report.printJson(streams.out(), json -> {
				json.name("archives").beginArray();
				for (BundleExport.Archive archive : archives) {
					json.beginObject().name("name").value(archive.name()).name("bytes").value(archive.size()).name("sha256").value(archive.sha256()).endObject();
				}
				json.endArray().name("warnings").beginArray();
				for (String warning : warnings) {
					json.value(warning);
				}
				json.endArray();
			});
		} else {
			report.print(streams.err());
			warnings.forEach(w -> streams.complain("warning: " + w));
			boolean trees = arguments.value(FORMAT).filter(BundleFormat.DIRECTORY.word()::equals).isPresent();
			archives.forEach(a -> streams.out().line(a.sha256() + "  " + a.name() + (trees ? "/SHA256SUMS" : "")));
		}
	}

	private static Optional<SecretSource> secrets(Arguments arguments, Streams streams) throws UsageException, IOException {
		Optional<String> file = arguments.value(SECRETS);
		if (!arguments.has(WITH_SECRETS)) {
			if (file.isPresent() || arguments.value(PASSPHRASE).isPresent()) {
				throw new UsageException((file.isPresent() ? SECRETS : PASSPHRASE) + " goes with " + WITH_SECRETS + ": without that the bundles hold no values");
			}
			return Optional.empty();
		}
		SecretSource environment = SecretSource.environment(streams.environment());
		return Optional.of(file.isEmpty() ? environment : SecretFile.read(Path.of(file.get())).or(environment));
	}

	private static SecretSeal seal(SecretSource secrets, Arguments arguments, Streams streams) throws UsageException, IOException {
		Optional<String> file = arguments.value(PASSPHRASE);
		try {
			return SecretSeal.of(secrets, file.isPresent() ? SecretFile.firstLine(Path.of(file.get())) : ask(streams));
		} catch (IllegalArgumentException e) {
			throw new UsageException(e.getMessage());
		}
	}

	/** Twice, since a slip of the finger would lock the secrets up for good. */
	private static String ask(Streams streams) throws UsageException {
		Console console = streams.progress() ? System.console() : null;
		if (console == null) {
			throw new UsageException("there is no terminal to ask for the passphrase; give " + PASSPHRASE + " FILE");
		}
		char[] first = console.readPassword("Passphrase for the secrets: ");
		char[] second = console.readPassword("Once more: ");
		if (first == null || second == null || !new String(first).equals(new String(second))) {
			throw new UsageException("the two passphrases differ");
		}
		return new String(first);
	}

	private static long time(PlannedDesign planned, Streams streams) throws UsageException {
		try {
			return BundleTime.of(streams.environment(), new EffectiveCluster(planned.design().root().orElseThrow()).version().value());
		} catch (IllegalArgumentException e) {
			throw new UsageException(e.getMessage());
		}
	}

	/** The name without its folder; none for standard input. */
	private static String fileName(Source source) {
		Path name = source.name().equals(Source.STANDARD_INPUT) ? null : Path.of(source.name()).getFileName();
		return name == null ? "" : name.toString();
	}
}
