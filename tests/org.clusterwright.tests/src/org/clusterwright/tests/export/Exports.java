package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clusterwright.core.export.BundleExport;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.export.BundleRequest;
import org.clusterwright.core.export.SecretSeal;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Tool;
import org.eclipse.core.runtime.NullProgressMonitor;

/** Requests and exports for tests. */
final class Exports {
	/** The time of a design of version 8. */
	static final long TIME = 1_262_304_008L;

	private Exports() {
	}

	static BundleRequest tutorial(Path directory, BundleFormat format) {
		return request(Designs.tutorial(), NativeFormats.RHCS3, directory, format);
	}

	static BundleRequest request(String text, List<NativeFormat> formats, Path directory, BundleFormat format) {
		ParsedDesign checked = Designs.LANGUAGE.validate(text);
		// Small designs for tests of what happens to files need not please all rules.
		ParsedDesign design = new ParsedDesign(checked.text(), checked.root(), checked.findings().stream().filter(f -> !f.isError()).toList(), checked.resource());
		Plan plan = (Plan) new Planner(formats).plan(new EffectiveCluster(design.root().orElseThrow()), List.of());
		return new BundleRequest("an-clusterA.cluster", design, plan, List.of(), format, directory, Optional.empty(), Optional.empty(), TIME);
	}

	static BundleRequest to(BundleRequest request, Path directory, BundleFormat format) {
		return new BundleRequest(request.fileName(), request.design(), request.plan(), request.nodes(), format, directory, request.packages(), request.seal(), request.time());
	}

	static BundleRequest of(BundleRequest request, List<String> nodes) {
		return new BundleRequest(request.fileName(), request.design(), request.plan(), nodes, request.format(), request.directory(), request.packages(), request.seal(), request.time());
	}

	static BundleRequest withPackages(BundleRequest request, Path packages) {
		return new BundleRequest(request.fileName(), request.design(), request.plan(), request.nodes(), request.format(), request.directory(), Optional.of(packages), request.seal(),
				request.time());
	}

	static BundleRequest sealed(BundleRequest request, SecretSeal seal) {
		return new BundleRequest(request.fileName(), request.design(), request.plan(), request.nodes(), request.format(), request.directory(), request.packages(), Optional.of(seal),
				request.time());
	}

	static BundleExport.Result.Written write(BundleRequest request) throws IOException {
		return assertInstanceOf(BundleExport.Result.Written.class, BundleExport.write(request, new NullProgressMonitor()));
	}

	static String refusal(BundleRequest request) throws IOException {
		return assertInstanceOf(BundleExport.Result.Refused.class, BundleExport.write(request, new NullProgressMonitor())).reason();
	}

	/** An empty directory with what the archive holds, unpacked by a program of the system. */
	static Path unpacked(Path archive, String... program) throws IOException {
		Path directory = Files.createTempDirectory(archive.getParent().getParent(), "unpacked");
		Tool.run(directory, Stream.concat(Stream.of(program), Stream.of("-xzf", archive.toString())).toArray(String[]::new)).assertOk();
		return directory;
	}

	/** Paths below a directory to contents, one character a byte. */
	static TreeMap<String, String> tree(Path top) throws IOException {
		TreeMap<String, String> tree = new TreeMap<>();
		if (Files.exists(top)) {
			try (Stream<Path> all = Files.walk(top)) {
				for (Path path : all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS)).toList()) {
					tree.put(top.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
				}
			}
		}
		return tree;
	}

	/** The start of an RPM file, and some bytes that are none. */
	static Path fakePackage(Path directory, String file, String nameVersionRelease) throws IOException {
		byte[] lead = new byte[200];
		byte[] head = {(byte) 0xed, (byte) 0xab, (byte) 0xee, (byte) 0xdb, 3, 0, 0, 0, 0, 1};
		System.arraycopy(head, 0, lead, 0, head.length);
		byte[] name = nameVersionRelease.getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(name, 0, lead, head.length, name.length);
		return Files.write(Files.createDirectories(directory).resolve(file), lead);
	}
}
