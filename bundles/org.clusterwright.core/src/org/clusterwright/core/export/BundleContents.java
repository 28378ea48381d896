package org.clusterwright.core.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.clusterwright.core.diagram.NetworkScene;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.core.diagram.SvgPicture;
import org.clusterwright.core.diagram.TextFigure;
import org.clusterwright.core.document.Document;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.runbook.Runbook;
import org.clusterwright.core.runbook.TestPlan;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Secrets;

/** Makes the bundles of a request: what is in them, not how they are written. */
final class BundleContents {
	private static final int FILE = 0644;
	private static final int SCRIPT = 0755;
	private static final int PRIVATE = 0600;
	private static final int OWNER_ONLY = 0700;
	private static final String DESIGN_SUFFIX = ".cluster";

	private final BundleRequest request;
	private final EffectiveCluster cluster;
	private final FileGates gates;
	private final FileSources sources;
	private final List<RequiredPackages.Needed> needed;
	private final List<PackageFiles.Found> packages;
	private final List<BundleEntry> documents = new ArrayList<>();
	private final List<BundleEntry> scripts = new ArrayList<>();

	/** The effective values are the export's own, since those of a session are for the UI thread alone; the plan is the one that was shown. */
	BundleContents(BundleRequest request) throws IOException {
		this.request = request;
		cluster = new EffectiveCluster(request.design().root().orElseThrow());
		gates = new FileGates(cluster);
		sources = new FileSources(request.design());
		needed = RequiredPackages.of(cluster);
		packages = request.packages().isPresent() ? PackageFiles.in(request.packages().get()) : List.of();
		document("runbook", Runbook.of(cluster, request.plan()));
		document("testplan", TestPlan.of(cluster, request.plan()));
		picture("diagram", StorageScene.of(cluster, true));
		picture("network", NetworkScene.of(cluster));
		documents.add(BundleEntry.of(designName(), FILE, request.design().text()));
		documents.add(BundleEntry.of("packages.txt", FILE, packageList()));
		for (String script : BundleScripts.NAMES) {
			scripts.add(BundleEntry.of(script, SCRIPT, BundleScripts.text(script)));
		}
	}

	/** The bundle of a node. */
	Bundle of(NodeTree tree) throws IOException {
		EffectiveNode node = cluster.node(tree.node().design()).orElseThrow();
		List<BundleEntry> entries = new ArrayList<>(documents);
		entries.addAll(scripts);
		packages.forEach(p -> entries.add(p.entry()));
		Set<String> secrets = new TreeSet<>();
		tree.files().forEach(f -> secrets.addAll(Secrets.namesIn(f.content().text())));
		Manifest manifest = new Manifest(gates, sources);
		manifest.head(cluster, node, secrets, needed);
		for (NativeFile file : tree.files()) {
			BundleEntry entry = entry(file);
			entries.add(entry);
			manifest.file(file, entry);
		}
		entries.add(BundleEntry.of(Manifest.NAME, FILE, manifest.text()));
		if (request.seal().isPresent()) {
			request.seal().get().seal(secrets, request.time()).ifPresent(s -> entries.add(BundleEntry.of(SecretSeal.FILE, PRIVATE, s)));
		}
		return Bundle.of(tree.name(), entries);
	}

	/** The cluster as a whole: the documents, and the directory of each node. */
	Bundle whole(String top, List<Bundle> nodes) {
		List<BundleEntry> entries = new ArrayList<>(documents);
		for (Bundle node : nodes) {
			node.entries().forEach(e -> entries.add(e.below(node.top())));
		}
		return Bundle.of(top, entries);
	}

	private static BundleEntry entry(NativeFile file) {
		String text = file.content().text();
		int mode = Secrets.PLACEHOLDER.matcher(text).find() ? file.mode() & OWNER_ONLY : file.mode();
		return BundleEntry.of(pathOf(file), mode, text);
	}

	static String pathOf(NativeFile file) {
		return switch (file) {
			case NativeFile.Whole whole -> isStepData(whole) ? "steps/" + lastSegment(whole) : "files" + whole.path();
			case NativeFile.Patch patch -> "patches/" + lastSegment(patch);
			case NativeFile.Step step -> "steps/" + lastSegment(step);
		};
	}

	/** What a step of the procedure reads, and no file of the node: fdisk's keystrokes, say. */
	static boolean isStepData(NativeFile.Whole file) {
		return file.path().text().startsWith(NativeFile.Step.DIRECTORY + "/");
	}

	static String lastSegment(NativeFile file) {
		String path = file.path().text();
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private void document(String name, Document document) {
		documents.add(BundleEntry.of(name + ".html", FILE, document.html()));
		documents.add(BundleEntry.of(name + ".md", FILE, document.markdown()));
	}

	private void picture(String name, Scene scene) {
		documents.add(BundleEntry.of(name + ".txt", FILE, TextFigure.of(scene)));
		documents.add(BundleEntry.of(name + ".svg", FILE, SvgPicture.of(scene, Palette.LIGHT)));
	}

	/** The design's own name where a bundle can hold it, else the cluster's. */
	private String designName() {
		String name = request.fileName();
		return name.endsWith(DESIGN_SUFFIX) && name.length() > DESIGN_SUFFIX.length() && BundlePath.complaintOfTop(name).isEmpty() ? name : cluster.name().value() + DESIGN_SUFFIX;
	}

	private String packageList() {
		StringBuilder text = new StringBuilder("# The packages that cluster " + cluster.name().value() + " needs: name, where it comes from, what needs it, and whether this bundle brings it.\n");
		for (RequiredPackages.Needed one : needed) {
			List<String> files = packages.stream().filter(p -> p.name().equals(one.name())).map(PackageFiles.Found::file).toList();
			String state = files.isEmpty() ? "missing" : "present: " + String.join(" ", files);
			text.append(String.format(Locale.ROOT, "%-16s  %-29s  %-42s  %s%n", one.name(), one.origin().title(), one.why(), state).replace("\r\n", "\n"));
		}
		List<PackageFiles.Found> more = packages.stream().filter(p -> needed.stream().noneMatch(n -> n.name().equals(p.name()))).toList();
		if (!more.isEmpty()) {
			text.append("# Also in packages/:\n");
			more.forEach(p -> text.append(String.format(Locale.ROOT, "%-16s  %s", p.name(), p.file())).append('\n'));
		}
		return text.toString();
	}

	/** The needed packages that the user's folder lacks; none where no folder was named. */
	List<String> missingPackages() {
		return request.packages().isEmpty() ? List.of()
				: needed.stream().map(RequiredPackages.Needed::name).filter(n -> packages.stream().noneMatch(p -> p.name().equals(n))).toList();
	}

	EffectiveCluster cluster() {
		return cluster;
	}
}
