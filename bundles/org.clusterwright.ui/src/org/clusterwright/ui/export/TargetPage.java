package org.clusterwright.ui.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.core.export.BundleFormat;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.PathField;
import org.clusterwright.ui.generate.LastExport;
import org.clusterwright.ui.generate.ReadyDesign;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Where the bundles go, in which format, of which nodes, and the user's RPM files that travel in them. */
final class TargetPage extends WizardPage {
	private static final int ROWS = 4;

	private final ReadyDesign.Ready design;
	private final Path lastDirectory;
	private final Optional<Path> lastPackages;
	private PathField directory;
	private PathField packages;
	private Table nodeTable;
	private BundleFormat format;
	private List<String> nodes = List.of();

	TargetPage(ReadyDesign.Ready design) {
		super("target");
		this.design = design;
		lastDirectory = LastExport.bundles(design.file()).orElseGet(() -> design.file().getProject().getLocation().toPath().resolve("bundles"));
		lastPackages = LastExport.packages(design.file());
		format = LastExport.bundleFormat(design.file()).orElse(BundleFormat.TAR_GZ);
		setTitle(NLS.bind(Messages.export_titleOf, design.file().getName()));
		setDescription(Messages.export_targetDescription);
	}

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).applyTo(page);
		directory = PathField.directory(page, Messages.export_directory, "export.directory", lastDirectory.toString());
		directory.text().addListener(SWT.Modify, e -> check());
		formats(page);
		nodes(page);
		packages = PathField.directory(page, Messages.export_packages, "export.packages", lastPackages.map(Path::toString).orElse(""));
		packages.text().setMessage(Messages.export_packagesHint);
		packages.text().setToolTipText(Messages.export_packagesTip);
		packages.text().addListener(SWT.Modify, e -> check());
		setControl(page);
		check();
	}

	private void formats(Composite page) {
		Group group = new Group(page, SWT.NONE);
		group.setText(Messages.export_format);
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(group);
		GridLayoutFactory.swtDefaults().applyTo(group);
		Map<BundleFormat, String> titles = new EnumMap<>(BundleFormat.class);
		titles.put(BundleFormat.TAR_GZ, Messages.export_formatTar);
		titles.put(BundleFormat.DIRECTORY, Messages.export_formatDirectory);
		titles.put(BundleFormat.RPM, Messages.export_formatRpm);
		titles.forEach((value, title) -> {
			Button button = new Button(group, SWT.RADIO);
			button.setText(title);
			button.setSelection(value == format);
			button.setData("org.clusterwright.id", "export.format." + value.word());
			button.addListener(SWT.Selection, e -> {
				if (button.getSelection()) {
					format = value;
				}
			});
		});
	}

	private void nodes(Composite page) {
		Label label = new Label(page, SWT.NONE);
		label.setText(Messages.export_nodes);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
		nodeTable = new Table(page, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
		nodeTable.setData("org.clusterwright.id", "export.nodes");
		int height = nodeTable.getItemHeight() * Math.min(ROWS, design.plan().trees().size() + 1);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, height).applyTo(nodeTable);
		for (NodeTree tree : design.plan().trees()) {
			TableItem item = new TableItem(nodeTable, SWT.NONE);
			item.setText(NLS.bind(Messages.export_node, tree.name(), tree.files().size()));
			item.setData(tree.name());
			item.setChecked(true);
		}
		nodeTable.addListener(SWT.Selection, e -> check());
	}

	private void check() {
		List<String> checked = Arrays.stream(nodeTable.getItems()).filter(TableItem::getChecked).map(i -> (String) i.getData()).toList();
		nodes = checked.size() == nodeTable.getItemCount() ? List.of() : checked;
		Optional<String> problem = directory.complaintOfTarget().or(packages::complaintOfDirectory).or(() -> checked.isEmpty() ? Optional.of(Messages.export_noNodes) : Optional.empty());
		setErrorMessage(problem.orElse(null));
		setPageComplete(problem.isEmpty());
		setMessage(nodes.isEmpty() ? null : Messages.export_someNodes, INFORMATION);
	}

	Path directory() {
		return directory.path().orElseThrow();
	}

	Optional<Path> packages() {
		return packages.path();
	}

	BundleFormat format() {
		return format;
	}

	/** Empty for all, and then the cluster as a whole is bundled too. */
	List<String> nodes() {
		return nodes;
	}
}
