package org.clusterwright.ui.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.compare.FolderComparison;
import org.clusterwright.core.compare.LineDiff;
import org.clusterwright.core.compare.NodeComparison;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.Syntax;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.compare.NativeCompareInput.Content;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.structuremergeviewer.DiffContainer;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.compare.structuremergeviewer.IDiffElement;
import org.eclipse.osgi.util.NLS;

/** The comparisons that there are: of two nodes, with the last export, with a file and with a folder. */
final class Comparisons {
	private Comparisons() {
	}

	static CompareEditorInput nodes(NodeTree left, NativeFile leftFile, NodeTree right, NativeFile rightFile) {
		String name = name(leftFile);
		// The title must say it, so this is worked out now: two files are quickly compared.
		NodeComparison comparison = NodeComparison.of(left, leftFile, right, rightFile);
		int odd = comparison.unexpected();
		String title = NLS.bind(odd == 0 ? Messages.compare_nodesTitle : Messages.compare_nodesTitleOdd, new Object[] {name, left.name(), right.name(), odd});
		String summary = comparison.differing() == 0 ? Messages.compare_same
				: odd == 0 ? NLS.bind(Messages.compare_nodesExpected, comparison.differing())
						: NLS.bind(Messages.compare_nodesUnexpected, comparison.differing(), odd);
		return new NativeCompareInput(title, left.name() + "  " + leftFile.path(), right.name() + "  " + rightFile.path(),
				monitor -> new Content(summary, odd == 0 ? Severity.INFO : Severity.WARNING, NativeCompareInput.pair(
						Optional.of(NativeCompareInput.side(name, leftFile, comparison.unexpectedLeft())), Optional.of(NativeCompareInput.side(name, rightFile, comparison.unexpectedRight())))));
	}

	/** What there is on the disk, absent where there is nothing; to be read off the UI thread. */
	@FunctionalInterface
	interface Written {
		Optional<String> text() throws IOException;
	}

	static CompareEditorInput written(FileRef ref, NativeFile file, String place, Written written, String title) {
		return new NativeCompareInput(title, NLS.bind(Messages.compare_design, ref.node(), ref.path()), place, monitor -> {
			Optional<String> text = written.text();
			String summary = text.map(t -> summary(file.content().text(), t)).orElseGet(() -> NLS.bind(Messages.compare_noFile, place));
			return new Content(summary, Severity.INFO,
					NativeCompareInput.pair(Optional.of(NativeCompareInput.side(name(file), file, List.of())), text.map(t -> NativeCompareInput.side(name(file), t, file.syntax()))));
		});
	}

	private static String summary(String generated, String written) {
		int lines = LineDiff.of(generated, written).stream().mapToInt(c -> Math.max(c.leftEnd() - c.leftStart(), c.rightEnd() - c.rightStart())).sum();
		return lines == 0 ? Messages.compare_same : NLS.bind(Messages.compare_differ, lines);
	}

	static CompareEditorInput folder(Plan plan, String node, Path folder) {
		return new NativeCompareInput(NLS.bind(Messages.compare_folderTitle, folder), Messages.compare_designSide, folder.toString(), monitor -> {
			FolderComparison comparison = FolderComparison.of(plan, node, folder, monitor::isCanceled);
			return new Content(summary(comparison, node), Severity.INFO, tree(comparison));
		});
	}

	private static String summary(FolderComparison comparison, String node) {
		String scope = comparison.wholeCluster() ? Messages.compare_folderCluster : NLS.bind(Messages.compare_folderNode, node);
		long unreadable = comparison.pairs().stream().filter(p -> p.problem().isPresent()).count();
		String differ = NLS.bind(Messages.compare_folderDiffer, new Object[] {comparison.differences().size(), comparison.pairs().size(), scope});
		return unreadable == 0 ? differ
				: differ + " " + NLS.bind(Messages.compare_folderUnreadable, unreadable, comparison.pairs().stream().flatMap(p -> p.problem().stream()).findFirst().orElse(""));
	}

	private static DiffNode tree(FolderComparison comparison) throws IOException {
		DiffNode root = new DiffNode(Differencer.NO_CHANGE);
		for (FolderComparison.Pair pair : comparison.differences()) {
			if (pair.problem().isPresent()) {
				continue;
			}
			DiffContainer at = root;
			String[] names = pair.path().replaceFirst("^/", "").split("/");
			for (int i = 0; i < names.length - 1; i++) {
				at = folder(at, names[i]);
			}
			String name = names[names.length - 1];
			Syntax syntax = pair.generated().map(NativeFile::syntax).orElse(Syntax.PLAIN);
			int kind = pair.generated().isEmpty() ? Differencer.DELETION : pair.written().isEmpty() ? Differencer.ADDITION : Differencer.CHANGE;
			new DiffNode(at, kind, null, pair.generated().map(g -> NativeCompareInput.side(name, g, List.of())).orElse(null),
					pair.written().map(w -> NativeCompareInput.side(name, w, syntax)).orElse(null));
		}
		return root;
	}

	private static DiffContainer folder(DiffContainer parent, String name) {
		IDiffElement known = parent.findChild(name);
		return known instanceof DiffContainer container ? container
				: new DiffNode(parent, Differencer.CHANGE, null, new FolderSide(name), new FolderSide(name));
	}

	private static String name(NativeFile file) {
		String path = file instanceof NativeFile.Patch patch ? patch.target().text() : file.path().text();
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
