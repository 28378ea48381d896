package org.clusterwright.tests.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.clusterwright.core.compare.ExportState;
import org.clusterwright.core.compare.WrittenPlace;
import org.clusterwright.core.compare.WrittenTree;
import org.clusterwright.core.export.BundleExport;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.tests.Designs;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the files of a design stand to the bundles that were exported last. */
class WrittenBundlesTest {
	private static final FileRef HOSTS = new FileRef("an-node01", "/etc/hosts");
	private static final FileRef CLUSTER = new FileRef("an-node01", "/etc/cluster/cluster.conf");

	@TempDir
	Path top;

	private static NativeFile file(Plan plan, FileRef ref) {
		return plan.tree(ref.node()).orElseThrow().file(ref.path()).orElseThrow();
	}

	@ParameterizedTest
	@EnumSource(value = BundleFormat.class, names = {"TAR_GZ", "DIRECTORY"})
	void allIsTheSameUntilTheDesignChanges(BundleFormat format) throws IOException {
		Path directory = top.resolve("out");
		WrittenTree tree = new WrittenTree(new WrittenPlace(directory, WrittenPlace.Shape.BUNDLES));
		Plan plan = Exports.tutorial(directory, format).plan();
		assertFalse(tree.states(plan, () -> false).exists());
		BundleExport.write(Exports.tutorial(directory, format), new NullProgressMonitor());
		WrittenTree.States states = tree.states(plan, () -> false);
		assertEquals(plan.trees().stream().mapToInt(t -> t.files().size()).sum(), states.count(ExportState.SAME), states.toString());
		Plan next = Exports.request(Designs.tutorial().replace("version 8", "version 9"), NativeFormats.RHCS3, directory, format).plan();
		states = tree.states(next, () -> false);
		assertEquals(ExportState.CHANGED, states.of(CLUSTER).orElseThrow());
		assertEquals(ExportState.SAME, states.of(HOSTS).orElseThrow());
		assertTrue(tree.shown("an-node01", file(next, CLUSTER)).orElseThrow().contains("config_version=\"8\""));
	}

	@Test
	void aNodeThatWasNotExportedIsNew() throws IOException {
		BundleExport.write(Exports.of(Exports.tutorial(top.resolve("out"), BundleFormat.TAR_GZ), List.of("an-node02")), new NullProgressMonitor());
		Plan plan = Exports.tutorial(top, BundleFormat.TAR_GZ).plan();
		WrittenTree tree = new WrittenTree(new WrittenPlace(top.resolve("out"), WrittenPlace.Shape.BUNDLES));
		NodeTree first = plan.trees().get(0);
		assertEquals(first.files().size(), tree.states(plan, () -> false).count(ExportState.NEW));
		assertTrue(tree.shown("an-node01", file(plan, HOSTS)).isEmpty());
	}

	@Test
	void aDamagedArchiveIsAnErrorAndNoMore() throws IOException {
		Path directory = Files.createDirectory(top.resolve("out"));
		Files.writeString(directory.resolve("an-node01.tar.gz"), "not an archive");
		Plan plan = Exports.tutorial(top, BundleFormat.TAR_GZ).plan();
		WrittenTree.States states = new WrittenTree(new WrittenPlace(directory, WrittenPlace.Shape.BUNDLES)).states(plan, () -> false);
		assertEquals(ExportState.ERROR, states.of(HOSTS).orElseThrow());
		// Cut in the middle of the second file.
		BundleExport.write(Exports.tutorial(top.resolve("whole"), BundleFormat.TAR_GZ), new NullProgressMonitor());
		byte[] whole = Files.readAllBytes(top.resolve("whole/an-node01.tar.gz"));
		Files.write(directory.resolve("an-node01.tar.gz"), Arrays.copyOf(whole, whole.length / 2));
		states = new WrittenTree(new WrittenPlace(directory, WrittenPlace.Shape.BUNDLES)).states(plan, () -> false);
		assertEquals(ExportState.ERROR, states.of(HOSTS).orElseThrow());
	}
}
