package org.clusterwright.ui.preview;

import java.util.List;
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
	private final LocalResourceManager images;
	private GeneratedFiles files;

	GeneratedTree(LocalResourceManager images) {
		this.images = images;
	}

	void show(GeneratedFiles next) {
		files = next;
	}

	private List<GeneratedEntry.Node> nodes() {
		return files == null ? List.of() : files.nodes().stream().map(n -> new GeneratedEntry.Node(n.node())).toList();
	}

	private List<GeneratedEntry.File> files(String node) {
		return files == null ? List.of() : files.nodes().stream().filter(n -> n.node().equals(node)).flatMap(n -> n.files().stream())
				.map(f -> new GeneratedEntry.File(node, f.path().text())).toList();
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
			case GeneratedEntry.File file -> files == null ? new StyledString(file.path()) : files.file(file).map(GeneratedTree::label).orElseGet(() -> new StyledString(file.path()));
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
			case GeneratedEntry.File file -> images.create(Icons.named(files == null ? "file" : files.file(file).map(GeneratedTree::icon).orElse("file")));
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
