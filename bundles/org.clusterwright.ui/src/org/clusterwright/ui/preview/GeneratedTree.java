package org.clusterwright.ui.preview;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;

/** Contents and labels of the tree of nodes and their files. */
final class GeneratedTree extends LabelProvider implements ITreeContentProvider, IStyledLabelProvider {
	/** Files that are ours whole come first, then changes of others, then what is run by hand and its data. */
	private static final Comparator<NativeFile> ORDER = Comparator.comparingInt(GeneratedTree::rank).thenComparing(NativeFile::path);

	private final LocalResourceManager images;
	private Plan plan;

	GeneratedTree(LocalResourceManager images) {
		this.images = images;
	}

	void show(Plan next) {
		plan = next;
	}

	private List<GeneratedEntry.Node> nodes() {
		return plan == null ? List.of() : plan.trees().stream().map(t -> new GeneratedEntry.Node(t.name())).toList();
	}

	List<GeneratedEntry.File> files(String node) {
		return plan == null ? List.of() : plan.trees().stream().filter(t -> t.name().equals(node)).flatMap(t -> t.files().stream()).sorted(ORDER)
				.map(f -> new GeneratedEntry.File(node, f.path().text())).toList();
	}

	/** The file that an entry stands for, if the plan still has it. */
	Optional<NativeFile> file(GeneratedEntry.File entry) {
		return plan == null ? Optional.empty() : plan.trees().stream().filter(t -> t.name().equals(entry.node())).findFirst().flatMap(t -> t.file(entry.path()));
	}

	@Override
	public Object[] getElements(Object input) {
		return nodes().toArray();
	}

	@Override
	public Object[] getChildren(Object parent) {
		return parent instanceof GeneratedEntry.Node node ? files(node.node()).toArray() : new Object[0];
	}

	@Override
	public Object getParent(Object element) {
		return element instanceof GeneratedEntry.File file ? new GeneratedEntry.Node(file.node()) : null;
	}

	@Override
	public boolean hasChildren(Object element) {
		return element instanceof GeneratedEntry.Node;
	}

	@Override
	public String getText(Object element) {
		return getStyledText(element).getString();
	}

	@Override
	public StyledString getStyledText(Object element) {
		return switch ((GeneratedEntry) element) {
			case GeneratedEntry.Node node -> new StyledString(node.node());
			case GeneratedEntry.File file -> file(file).map(GeneratedTree::label).orElseGet(() -> new StyledString(file.path()));
		};
	}

	private static StyledString label(NativeFile file) {
		return switch (file) {
			case NativeFile.Whole whole -> path(whole.path().text());
			case NativeFile.Patch patch -> path(patch.target().text()).append(Messages.generated_patch, StyledString.COUNTER_STYLER);
			case NativeFile.Step step -> new StyledString(step.name()).append(Messages.generated_step, StyledString.COUNTER_STYLER);
		};
	}

	private static StyledString path(String path) {
		int slash = path.lastIndexOf('/');
		return new StyledString(path.substring(slash + 1)).append("  " + path.substring(0, Math.max(1, slash)), StyledString.QUALIFIER_STYLER);
	}

	@Override
	public Image getImage(Object element) {
		return switch ((GeneratedEntry) element) {
			case GeneratedEntry.Node node -> images.create(Icons.named("node"));
			case GeneratedEntry.File file -> images.create(Icons.named(file(file).map(GeneratedTree::icon).orElse("file")));
		};
	}

	private static int rank(NativeFile file) {
		return switch (file) {
			case NativeFile.Whole whole -> whole.path().text().startsWith(NativeFile.Step.DIRECTORY + "/") ? 2 : 0;
			case NativeFile.Patch patch -> 1;
			case NativeFile.Step step -> 2;
		};
	}

	private static String icon(NativeFile file) {
		return switch (file) {
			case NativeFile.Whole whole -> "file";
			case NativeFile.Patch patch -> "patch";
			case NativeFile.Step step -> "step";
		};
	}
}
