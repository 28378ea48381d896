package org.clusterwright.ui.wizards;

import org.clusterwright.core.start.NewDesign;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignFiles;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.ContainerSelectionDialog;

/** Where the file goes, what the cluster is called, and its nodes. */
final class ClusterPage extends AnswerPage {
	private static final int ROWS = 190;

	private final IPath start;
	private Text folder;
	private Text file;
	private boolean ownFolder;
	private boolean ownFile;
	private boolean following;
	private Composite nodes;
	private ScrolledComposite scroll;

	/** @param start the folder to begin with; empty where a project is to be made */
	ClusterPage(NewDesignModel model, IPath start) {
		super("cluster", model, Messages.newDesign_clusterTitle, Messages.newDesign_clusterDescription);
		this.start = start;
		ownFolder = !start.isEmpty();
	}

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
		NewDesign answers = model().answers();
		spanned(text(page, Messages.newDesign_name, "name", answers.name(), () -> "", t -> {
			model().change(d -> d.withName(t));
			followName(t);
		}));
		spanned(text(page, Messages.newDesign_domain, "domain", answers.domain(), () -> Messages.newDesign_noDomain, t -> model().change(d -> d.withDomain(t))));
		new Label(page, SWT.NONE).setText(Messages.newDesign_folder);
		folder = new Text(page, SWT.BORDER | SWT.SINGLE);
		folder.setText(start.isEmpty() ? free(answers.name()) : start.toString());
		folder.setData("org.clusterwright.id", "newDesign.folder");
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(folder);
		folder.addListener(SWT.Modify, e -> {
			ownFolder |= !following;
			refresh();
		});
		Button browse = new Button(page, SWT.PUSH);
		browse.setText(Messages.newDesign_browse);
		browse.addListener(SWT.Selection, e -> browse());
		new Label(page, SWT.NONE).setText(Messages.newDesign_file);
		file = new Text(page, SWT.BORDER | SWT.SINGLE);
		file.setText(free(start, answers.name()));
		file.setData("org.clusterwright.id", "newDesign.file");
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).span(2, 1).applyTo(file);
		file.addListener(SWT.Modify, e -> {
			ownFile |= !following;
			refresh();
		});
		createNodes(page);
		follow(page);
	}

	private static void spanned(Text text) {
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).span(2, 1).applyTo(text);
	}

	/** Folder and file are named after the cluster until the user names them. */
	private void followName(String name) {
		following = true;
		String safe = name.replaceAll("[^A-Za-z0-9._-]", "-");
		if (!ownFolder) {
			folder.setText(free(safe));
		}
		if (!ownFile) {
			file.setText(free(ownFolder ? folder() : IPath.EMPTY, safe));
		}
		following = false;
	}

	/** The folder of a project that is not there yet. */
	private static String free(String name) {
		String found = name;
		for (int i = 2; ResourcesPlugin.getWorkspace().getRoot().getProject(found.isEmpty() ? "cluster" : found).exists(); i++) {
			found = name + "-" + i;
		}
		return "/" + found;
	}

	/** A file that is not in the folder yet. */
	private static String free(IPath folder, String name) {
		String found = name + "." + DesignFiles.EXTENSION;
		for (int i = 2; !folder.isEmpty() && ResourcesPlugin.getWorkspace().getRoot().exists(folder.append(found)); i++) {
			found = name + "-" + i + "." + DesignFiles.EXTENSION;
		}
		return found;
	}

	private void browse() {
		ContainerSelectionDialog dialog = new ContainerSelectionDialog(getShell(), ResourcesPlugin.getWorkspace().getRoot(), true, Messages.newDesign_folderTip);
		if (dialog.open() == Window.OK && dialog.getResult().length == 1) {
			folder.setText(dialog.getResult()[0].toString());
		}
	}

	private void createNodes(Composite page) {
		Group group = new Group(page, SWT.NONE);
		group.setText(Messages.newDesign_nodes);
		GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(group);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
		new Label(group, SWT.NONE).setText(Messages.newDesign_count);
		Spinner count = new Spinner(group, SWT.BORDER);
		count.setValues(model().answers().nodes().size(), 1, NewDesign.MOST_NODES, 0, 1, 2);
		count.setData("org.clusterwright.id", "newDesign.count");
		count.addListener(SWT.Selection, e -> {
			model().change(d -> d.withNodeCount(count.getSelection()));
			fillNodes();
		});
		scroll = new ScrolledComposite(group, SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, ROWS).applyTo(scroll);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setShowFocusedControl(true);
		fillNodes();
	}

	private void fillNodes() {
		if (nodes != null) {
			nodes.dispose();
		}
		nodes = new Composite(scroll, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(2, 2).applyTo(nodes);
		for (String head : new String[] {"", Messages.newDesign_nodeName, Messages.newDesign_nodeShort}) {
			Label label = new Label(nodes, SWT.NONE);
			label.setText(head);
			GridDataFactory.swtDefaults().indent(8, 0).applyTo(label);
		}
		for (int i = 0; i < model().answers().nodes().size(); i++) {
			int index = i;
			NewDesign.Node node = model().answers().nodes().get(i);
			text(nodes, String.valueOf(i + 1), "node." + i + ".name", node.name(), () -> "", t -> model().change(d -> named(d, index, t)));
			cell(nodes, "node." + i + ".short", node.shortName(), () -> hint(index), t -> model().change(d -> {
				NewDesign.Node old = d.nodes().get(index);
				return d.withNode(index, new NewDesign.Node(old.name(), t, old.bmc(), old.outlet(), old.macs()));
			}));
		}
		scroll.setContent(nodes);
		scroll.setMinSize(nodes.computeSize(SWT.DEFAULT, SWT.DEFAULT));
	}

	private String hint(int node) {
		return node < model().answers().nodes().size() ? model().answers().shortName(node) : "";
	}

	/** A node of another name is another machine: it has not the tutorial's MAC addresses. */
	private static NewDesign named(NewDesign design, int index, String name) {
		NewDesign.Node old = design.nodes().get(index);
		return design.withoutSampleMacs().withNode(index, new NewDesign.Node(name, old.shortName(), old.bmc(), old.outlet(), design.withoutSampleMacs().nodes().get(index).macs()));
	}

	@Override
	void refresh() {
		super.refresh();
		String wrong = location();
		setErrorMessage(wrong);
		if (wrong != null) {
			setPageComplete(false);
		}
	}

	private String location() {
		if (folder == null || file == null) {
			return null;
		}
		IPath path = folder();
		if (path.isEmpty() || path.segmentCount() < 1) {
			return Messages.newDesign_noFolder;
		}
		IStatus valid = ResourcesPlugin.getWorkspace().validatePath(path.toString(), path.segmentCount() == 1 ? IResource.PROJECT : IResource.FOLDER);
		if (!valid.isOK()) {
			return valid.getMessage();
		}
		IStatus name = ResourcesPlugin.getWorkspace().validateName(file.getText(), IResource.FILE);
		if (!name.isOK()) {
			return name.getMessage();
		}
		return ResourcesPlugin.getWorkspace().getRoot().exists(path.append(fileName())) ? NLS.bind(Messages.newDesign_exists, fileName(), path) : null;
	}

	/** The folder in the workspace; its project may not be there yet. */
	IPath folder() {
		return IPath.fromPortableString(folder.getText().strip()).makeAbsolute().removeTrailingSeparator();
	}

	String fileName() {
		String name = file.getText().strip();
		return name.endsWith("." + DesignFiles.EXTENSION) ? name : name + "." + DesignFiles.EXTENSION;
	}
}
