package org.clusterwright.core.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.eclipse.core.runtime.IProgressMonitor;

/** Writes the bundles of a design: all of them, or none. What the desktop's "Export" and the verb {@code export} do. */
public final class BundleExport {
	/** The hidden directory is called after the process: two exports of a desktop into one directory must not clear away each other's. */
	private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
	private static final int PATIENCE = 100;

	private final BundleRequest request;
	private final String cluster;
	private final IProgressMonitor monitor;

	private BundleExport(BundleRequest request, String cluster, IProgressMonitor monitor) {
		this.request = request;
		this.cluster = cluster;
		this.monitor = monitor;
	}

	/** An archive, or in the format {@code dir} a tree. {@code sha256} is that of the archive; of a tree that of its SHA256SUMS. */
	public record Archive(String name, long size, String sha256) {
	}

	public sealed interface Result {
		/** {@code warnings} are what the user should know of the bundles, in sentences without a full stop. */
		record Written(Path directory, List<Archive> archives, List<String> warnings) implements Result {
			public Written {
				Objects.requireNonNull(directory);
				archives = List.copyOf(archives);
				warnings = List.copyOf(warnings);
			}
		}

		/** Nothing was written; {@code reason} says why, for the user. */
		record Refused(String reason) implements Result {
		}
	}

	/**
	 * To be called off the UI thread.
	 *
	 * @throws IOException when the disk does not play along, or a file of the user's is not what it should be; the directory is then as it was
	 * @throws org.eclipse.core.runtime.OperationCanceledException when cancelled; the directory is then as it was
	 */
	public static Result write(BundleRequest request, IProgressMonitor monitor) throws IOException {
		if (request.design().hasErrors() || request.design().root().isEmpty()) {
			return new Result.Refused("the design has errors; mend them first");
		}
		String name = request.design().root().get().getName();
		return new BundleExport(request, name == null ? "" : name, monitor).write();
	}

	private Result write() throws IOException {
		Optional<String> complaint = complaintOfNames().or(this::complaintOfNodes);
		if (complaint.isPresent()) {
			return new Result.Refused(complaint.get());
		}
		Path directory = request.directory().toAbsolutePath().normalize();
		if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS) ? !Files.isDirectory(directory) : !Files.isDirectory(directory.getParent())) {
			return new Result.Refused(Files.exists(directory, LinkOption.NOFOLLOW_LINKS) ? request.directory() + " is not a directory" : "there is no directory " + directory.getParent());
		}
		List<NodeTree> trees = trees();
		monitor.beginTask(request.directory().toString(), 2 * trees.size() + 2);
		List<Bundle> bundles = new ArrayList<>();
		BundleContents contents = new BundleContents(request);
		for (NodeTree tree : trees) {
			StagedExport.checkCancelled(monitor);
			bundles.add(contents.of(tree));
			monitor.worked(1);
		}
		if (request.nodes().isEmpty()) {
			bundles.add(contents.whole(wholeName(), List.copyOf(bundles)));
		}
		for (Bundle bundle : bundles) {
			Optional<String> twice = BundlePath.twice(bundle.entries().stream().map(BundleEntry::path).toList());
			if (twice.isPresent()) {
				return new Result.Refused("two files of " + bundle.top() + " would both be " + twice.get() + " in the bundle");
			}
		}
		return put(directory, bundles, warnings(contents, bundles));
	}

	/** Names of a design become names of files here, so each is looked at whatever the rules have said of it. */
	private Optional<String> complaintOfNames() {
		List<String> nodes = request.plan().trees().stream().map(NodeTree::name).toList();
		for (String name : Stream.concat(Stream.of(cluster), nodes.stream()).toList()) {
			Optional<String> complaint = BundlePath.complaintOfTop(name);
			if (complaint.isPresent()) {
				return Optional.of("the name '" + name + "' " + complaint.get() + "; no archive can be called so");
			}
		}
		return BundlePath.twice(nodes).map(n -> "two nodes are called " + n);
	}

	private Optional<String> complaintOfNodes() {
		Plan plan = request.plan();
		return request.nodes().stream().filter(n -> plan.tree(n).isEmpty()).findFirst()
				.map(n -> "there is no node " + n + "; the nodes are " + String.join(", ", plan.trees().stream().map(NodeTree::name).toList()));
	}

	private List<NodeTree> trees() {
		return request.nodes().isEmpty() ? request.plan().trees() : request.nodes().stream().map(n -> request.plan().tree(n).orElseThrow()).distinct().toList();
	}

	/** The cluster's name; a node of the same name keeps it for itself. */
	private String wholeName() {
		List<String> nodes = request.plan().trees().stream().map(t -> t.name().toLowerCase(Locale.ROOT)).toList();
		String name = cluster;
		while (nodes.contains(name.toLowerCase(Locale.ROOT))) {
			name += "-cluster";
		}
		return name;
	}

	private Result put(Path directory, List<Bundle> bundles, List<String> warnings) throws IOException {
		waitForOthers();
		try {
			return putAlone(directory, bundles, warnings);
		} finally {
			ONE_AT_A_TIME.unlock();
		}
	}

	private Result putAlone(Path directory, List<Bundle> bundles, List<String> warnings) throws IOException {
		List<String> names = bundles.stream().map(this::fileName).toList();
		ExportMarker marker = ExportMarker.of(directory);
		List<String> stale = request.nodes().isEmpty() ? marker.of(cluster) : new ArrayList<>();
		stale.removeAll(names);
		for (String name : Stream.concat(names.stream(), stale.stream()).toList()) {
			Optional<String> reason = marker.whyNotOurs(directory, cluster, name);
			if (reason.isPresent()) {
				return new Result.Refused(directory.resolve(name) + " " + reason.get() + "; it is left as it is");
			}
		}
		List<Archive> archives = new ArrayList<>();
		try (StagedExport staged = StagedExport.begin(directory)) {
			for (Bundle bundle : bundles) {
				archives.add(write(staged, bundle));
				monitor.worked(1);
			}
			marker.add(cluster, names);
			staged.file(ExportMarker.NAME, out -> out.write(marker.text()));
			StagedExport.checkCancelled(monitor);
			// The marker is the first to be there: a run that is stopped in between must know its own.
			staged.commit(Stream.concat(Stream.of(ExportMarker.NAME), names.stream()).toList(), stale);
			if (!stale.isEmpty()) {
				marker.remove(stale);
				staged.file(ExportMarker.NAME, out -> out.write(marker.text()));
				staged.commit(List.of(ExportMarker.NAME), List.of());
			}
		} catch (IOException e) {
			throw new IOException(request.directory() + " cannot be written: " + reason(e), e);
		}
		return new Result.Written(directory, archives, warnings);
	}

	private void waitForOthers() throws IOException {
		try {
			while (!ONE_AT_A_TIME.tryLock(PATIENCE, TimeUnit.MILLISECONDS)) {
				StagedExport.checkCancelled(monitor);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("the export was interrupted");
		}
	}

	/** Without the hidden directory that the user never sees. */
	private static String reason(IOException failure) {
		return failure instanceof FileSystemException e && e.getReason() != null ? e.getReason() : failure.getMessage();
	}

	private String fileName(Bundle bundle) {
		return bundle.top() + request.format().suffix();
	}

	private Archive write(StagedExport staged, Bundle bundle) throws IOException {
		String name = fileName(bundle);
		Path path = staged.path(name);
		switch (request.format()) {
			case TAR_GZ -> staged.file(name, out -> Tarball.write(out, bundle, request.time(), monitor));
			case RPM -> {
				String place = request.plan().trees().stream().anyMatch(t -> t.name().equals(bundle.top())) ? cluster + "/" + bundle.top() : cluster;
				RpmArchive.write(path, bundle, new RpmArchive.Labels(place, version(), request.time()), monitor);
				staged.keep(path);
			}
			case DIRECTORY -> {
				staged.tree(bundle, request.time(), monitor);
				return new Archive(name, bundle.entries().stream().mapToLong(BundleEntry::size).sum(), BundleEntry.sum(path.resolve(Bundle.SUMS)));
			}
		}
		return new Archive(name, Files.size(path), BundleEntry.sum(path));
	}

	private long version() {
		Long version = request.design().root().orElseThrow().getVersion();
		return version == null ? 1 : version;
	}

	private List<String> warnings(BundleContents contents, List<Bundle> bundles) {
		List<String> warnings = new ArrayList<>();
		request.design().findings().stream().filter(BundleExport::isLiteralPassword).map(f -> f.place().line()).distinct()
				.forEach(l -> warnings.add("a password stands in clear in line " + l + " of the design and so in the bundles; write it as a secret"));
		if (!contents.missingPackages().isEmpty()) {
			warnings.add("the bundles lack packages: " + String.join(", ", contents.missingPackages()));
		}
		for (Bundle bundle : bundles) {
			BundlePath.twiceButForCase(bundle.entries().stream().map(BundleEntry::path).toList())
					.ifPresent(p -> warnings.add("files of " + bundle.top() + " differ by case only (" + p + "): unpack it on Linux alone"));
		}
		BundlePath.twiceButForCase(bundles.stream().map(Bundle::top).toList()).ifPresent(n -> warnings.add("nodes differ by case only (" + n + "): keep their archives on Linux alone"));
		return warnings;
	}

	private static boolean isLiteralPassword(Finding finding) {
		return finding.code() == Code.LITERAL_PASSWORD || finding.code() == Code.DRBD_SECRET_LITERAL;
	}
}
