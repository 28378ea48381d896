package org.clusterwright.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.compare.WrittenPlace;
import org.clusterwright.core.compare.WrittenTree;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.generate.LastExport;
import org.clusterwright.ui.preview.GeneratedPane;
import org.clusterwright.ui.preview.GeneratedPane.Shown;
import org.clusterwright.ui.preview.PaneCommand;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.CompareUI;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** Opens the compare editor on the file that the pane shows; with what, plugin.xml says behind the class. */
public final class CompareCommand extends AbstractHandler implements IExecutableExtension {
	private enum With {
		NODE, EXPORT, FILE, FOLDER
	}

	/** The parameter of the commands that compare with something on the disk: a path; without it the user is asked. */
	private static final String PATH = "path";

	private With with;

	@Override
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		with = With.valueOf((String) data);
	}

	@Override
	public Object execute(ExecutionEvent event) {
		PaneCommand.atHand(event).ifPresent(pane -> {
			Shell shell = pane.control().getShell();
			Optional<Shown> shown = pane.shown();
			if (shown.isEmpty()) {
				MessageDialog.openInformation(shell, Messages.compare_window, Messages.compare_nothing);
				return;
			}
			IWorkbenchPage page = pane.site().getPage();
			(switch (with) {
				case NODE -> withNode(pane, shown.get(), shell);
				case EXPORT -> withExport(pane, shown.get(), shell);
				case FILE -> Optional.ofNullable(event.getParameter(PATH)).or(() -> askFile(shown.get(), shell)).map(f -> withFile(shown.get(), Path.of(f)));
				case FOLDER -> Optional.ofNullable(event.getParameter(PATH)).or(() -> askFolder(pane, shown.get(), shell))
						.map(f -> Comparisons.folder(pane.plan().orElseThrow(), shown.get().ref().node(), Path.of(f)));
			}).ifPresent(input -> CompareUI.openCompareEditorOnPage(input, page));
		});
		return null;
	}

	private static Optional<CompareEditorInput> withNode(GeneratedPane pane, Shown shown, Shell shell) {
		Plan plan = pane.plan().orElseThrow();
		String path = shown.ref().path();
		NodeTree own = plan.tree(shown.ref().node()).orElseThrow();
		List<NodeTree> others = plan.trees().stream().filter(t -> !t.name().equals(own.name()) && t.file(path).isPresent()).toList();
		if (others.isEmpty()) {
			MessageDialog.openInformation(shell, Messages.compare_window, NLS.bind(Messages.compare_onlyHere, path, own.name()));
			return Optional.empty();
		}
		return (others.size() == 1 ? Optional.of(others.get(0)) : choose(others, shown, shell)).map(other -> {
			// The nodes stand in the design's order, whichever was selected.
			boolean first = plan.trees().indexOf(own) < plan.trees().indexOf(other);
			NodeTree left = first ? own : other;
			NodeTree right = first ? other : own;
			return Comparisons.nodes(left, left.file(path).orElseThrow(), right, right.file(path).orElseThrow());
		});
	}

	private static Optional<NodeTree> choose(List<NodeTree> others, Shown shown, Shell shell) {
		ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, new LabelProvider() {
			@Override
			public String getText(Object element) {
				return ((NodeTree) element).name();
			}
		});
		dialog.setTitle(Messages.compare_window);
		dialog.setMessage(NLS.bind(Messages.compare_choose, shown.ref().path(), shown.ref().node()));
		dialog.setElements(others.toArray());
		dialog.setInitialSelections(others.get(0));
		return dialog.open() == ElementListSelectionDialog.OK ? Optional.of((NodeTree) dialog.getFirstResult()) : Optional.empty();
	}

	private static Optional<CompareEditorInput> withExport(GeneratedPane pane, Shown shown, Shell shell) {
		Optional<WrittenPlace> place = pane.designFile().flatMap(LastExport::latest);
		if (place.isEmpty()) {
			MessageDialog.openInformation(shell, Messages.compare_window, Messages.compare_noExport);
			return Optional.empty();
		}
		WrittenTree tree = new WrittenTree(place.get());
		String node = shown.ref().node();
		return Optional.of(Comparisons.written(shown.ref(), shown.file(), place.get().title(node, shown.file()), () -> tree.shown(node, shown.file()),
				NLS.bind(Messages.compare_exportTitle, shown.ref().path(), node)));
	}

	private static Optional<String> askFile(Shown shown, Shell shell) {
		FileDialog dialog = new FileDialog(shell, SWT.OPEN);
		dialog.setText(NLS.bind(Messages.compare_fileDialog, shown.ref().path()));
		return Optional.ofNullable(dialog.open());
	}

	private static CompareEditorInput withFile(Shown shown, Path file) {
		return Comparisons.written(shown.ref(), shown.file(), file.toString(), () -> WrittenTree.shown(file, shown.file().content().text()),
				NLS.bind(Messages.compare_fileTitle, shown.ref().path(), file.getFileName()));
	}

	private static Optional<String> askFolder(GeneratedPane pane, Shown shown, Shell shell) {
		DirectoryDialog dialog = new DirectoryDialog(shell);
		dialog.setText(Messages.compare_folderDialog);
		dialog.setMessage(NLS.bind(Messages.compare_folderMessage, shown.ref().node()));
		pane.designFile().flatMap(LastExport::directory).ifPresent(d -> dialog.setFilterPath(d.toString()));
		return Optional.ofNullable(dialog.open());
	}
}
