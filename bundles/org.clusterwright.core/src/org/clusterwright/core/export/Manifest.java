package org.clusterwright.core.export;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Secrets;

/** The text of MANIFEST, from which install.sh, verify.sh and rollback.sh know everything about a node. See docs/bundle.md for its columns. */
final class Manifest {
	static final String NAME = "MANIFEST";
	private static final String NOTHING = "-";
	private static final String OWNER = "root:root";

	private final FileGates gates;
	private final FileSources sources;
	private final StringBuilder text = new StringBuilder();

	Manifest(FileGates gates, FileSources sources) {
		this.gates = gates;
		this.sources = sources;
	}

	void head(EffectiveCluster cluster, EffectiveNode node, Set<String> secrets, List<RequiredPackages.Needed> packages) {
		line("clusterwright-manifest", "1");
		line("cluster", cluster.name().value());
		line("config_version", String.valueOf(cluster.version().value()));
		line("node", node.name().value());
		line("host", node.hostName().value());
		cluster.hardware().nics(node).stream().flatMap(n -> n.mac().stream()).map(m -> m.value().lowerCase()).distinct().forEach(m -> line("mac", m));
		secrets.forEach(s -> line("secret", s));
		packages.forEach(p -> line("package", p.name()));
	}

	void file(NativeFile file, BundleEntry entry) {
		switch (file) {
			case NativeFile.Whole whole -> {
				if (BundleContents.isStepData(whole)) {
					step(file, entry);
				} else {
					line("file", entry.sha256(), mode(entry), OWNER, whole.path().text(), gates.of(file), escape(file), sources.of(file));
				}
			}
			case NativeFile.Patch patch -> line("patch", entry.sha256(), NOTHING, NOTHING, patch.target().text(), gates.of(file), NOTHING, sources.of(file));
			case NativeFile.Step step -> step(file, entry);
		}
	}

	private void step(NativeFile file, BundleEntry entry) {
		line("step", entry.sha256(), mode(entry), OWNER, BundleContents.lastSegment(file), FileGates.NONE, escape(file), sources.of(file));
	}

	private static String escape(NativeFile file) {
		return Secrets.PLACEHOLDER.matcher(file.content().text()).find() ? file.syntax().name().toLowerCase(Locale.ROOT) : NOTHING;
	}

	private static String mode(BundleEntry entry) {
		return String.format(Locale.ROOT, "%04o", entry.mode());
	}

	private void line(String... fields) {
		text.append(String.join("\t", fields)).append('\n');
	}

	String text() {
		return text.toString();
	}
}
