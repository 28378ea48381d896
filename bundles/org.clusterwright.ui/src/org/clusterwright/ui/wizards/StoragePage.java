package org.clusterwright.ui.wizards;

import java.util.function.UnaryOperator;
import org.clusterwright.core.start.NewDesign;
import org.clusterwright.core.start.NewDesign.Disk;
import org.clusterwright.core.start.NewDesign.Unit;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The disk that every node has, how it is divided, and how fast DRBD may copy. */
final class StoragePage extends AnswerPage {
	private Text shared;
	private Text rate;
	private Label plan;

	StoragePage(NewDesignModel model) {
		super("storage", model, Messages.newDesign_storageTitle, Messages.newDesign_storageDescription);
	}

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
		Disk disk = model().answers().disk();
		spanned(text(page, Messages.newDesign_device, "disk.device", disk.device(), () -> "sda", t -> disk(d -> new Disk(t, d.size(), d.unit(), d.boot(), d.root(), d.swap(), d.shared()))));
		text(page, Messages.newDesign_size, "disk.size", disk.size(), () -> Messages.newDesign_sizeHint, t -> disk(d -> new Disk(d.device(), t, d.unit(), d.boot(), d.root(), d.swap(), d.shared())));
		Combo unit = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
		unit.setItems(Messages.newDesign_sectors512, Messages.newDesign_sectors4096, Messages.newDesign_bytes);
		unit.select(disk.unit().ordinal());
		unit.setData("org.clusterwright.id", "newDesign.disk.unit");
		unit.addListener(SWT.Selection, e -> disk(d -> new Disk(d.device(), d.size(), Unit.values()[unit.getSelectionIndex()], d.boot(), d.root(), d.swap(), d.shared())));
		spanned(text(page, Messages.newDesign_boot, "disk.boot", disk.boot(), () -> "256MiB", t -> disk(d -> new Disk(d.device(), d.size(), d.unit(), t, d.root(), d.swap(), d.shared()))));
		spanned(text(page, Messages.newDesign_root, "disk.root", disk.root(), () -> "40GiB", t -> disk(d -> new Disk(d.device(), d.size(), d.unit(), d.boot(), t, d.swap(), d.shared()))));
		spanned(text(page, Messages.newDesign_swap, "disk.swap", disk.swap(), () -> "4GiB", t -> disk(d -> new Disk(d.device(), d.size(), d.unit(), d.boot(), d.root(), t, d.shared()))));
		shared = text(page, Messages.newDesign_shared, "disk.shared", disk.shared(), () -> "20GiB", t -> disk(d -> new Disk(d.device(), d.size(), d.unit(), d.boot(), d.root(), d.swap(), t)));
		spanned(shared);
		rate = text(page, Messages.newDesign_rate, "rate", model().answers().rate(), () -> "20MiB/s", t -> model().change(d -> d.withRate(t)));
		spanned(rate);
		plan = new Label(page, SWT.WRAP);
		plan.setData("org.clusterwright.id", "newDesign.plan");
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(360, SWT.DEFAULT).indent(0, 10).applyTo(plan);
		follow(page);
	}

	private static void spanned(Text text) {
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).span(2, 1).applyTo(text);
	}

	private void disk(UnaryOperator<Disk> change) {
		model().change(d -> d.withDisk(change.apply(d.disk())));
	}

	@Override
	void refresh() {
		if (plan != null) {
			NewDesign answers = model().answers();
			int nodes = answers.nodes().size();
			shared.setEnabled(nodes == 2);
			rate.setEnabled(nodes > 1);
			plan.setText(nodes == 1 ? Messages.newDesign_planOne : nodes == 2 ? NLS.bind(Messages.newDesign_planTwo, answers.nodes().get(0).name(), answers.nodes().get(1).name()) : Messages.newDesign_planMore);
			plan.requestLayout();
		}
		super.refresh();
	}
}
