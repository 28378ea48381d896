package org.clusterwright.ui.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.clusterwright.core.start.MacTable;
import org.clusterwright.core.start.NewDesign;
import org.clusterwright.core.start.NewDesign.Network;
import org.clusterwright.core.start.NewDesign.Wiring;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** The networks, and the MAC addresses of the NICs they lie on. */
final class NetworkPage extends AnswerPage {
	private static final int ROWS = 150;
	private static final int MAC_WIDTH = 128;

	private final List<List<Text>> cells = new ArrayList<>();
	private Composite macs;
	private ScrolledComposite scroll;
	private Text sn;
	private Label sample;
	private String shape = "";
	private boolean filling;

	NetworkPage(NewDesignModel model) {
		super("network", model, Messages.newDesign_networkTitle, Messages.newDesign_networkDescription);
	}

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(4).applyTo(page);
		new Label(page, SWT.NONE).setText(Messages.newDesign_wiring);
		Composite choice = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().span(3, 1).indent(8, 0).applyTo(choice);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(choice);
		wiring(choice, Wiring.SIX_NICS, Messages.newDesign_sixNics);
		wiring(choice, Wiring.FOUR_NICS, Messages.newDesign_fourNics);
		NewDesign a = model().answers();
		text(page, Messages.newDesign_bcn, "bcn.subnet", a.bcn().subnet(), () -> "10.20.0.0/16", t -> model().change(d -> d.withNetworks(subnet(d.bcn(), t), d.sn(), d.ifn())));
		sn = text(page, Messages.newDesign_sn, "sn.subnet", a.sn().subnet(), () -> "10.10.0.0/16", t -> model().change(d -> d.withNetworks(d.bcn(), subnet(d.sn(), t), d.ifn())));
		text(page, Messages.newDesign_ifn, "ifn.subnet", a.ifn().subnet(), () -> "10.255.0.0/16", t -> model().change(d -> d.withNetworks(d.bcn(), d.sn(), subnet(d.ifn(), t))));
		text(page, Messages.newDesign_gateway, "ifn.gateway", a.ifn().gateway(), () -> Messages.newDesign_none, t -> model().change(d -> d.withNetworks(d.bcn(), d.sn(), new Network(d.ifn().label(), d.ifn().subnet(), t, d.ifn().dns()))));
		Text dns = text(page, Messages.newDesign_dns, "ifn.dns", a.ifn().dns(), () -> Messages.newDesign_none, t -> model().change(d -> d.withNetworks(d.bcn(), d.sn(), new Network(d.ifn().label(), d.ifn().subnet(), d.ifn().gateway(), t))));
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).span(3, 1).applyTo(dns);
		createMacs(page);
		follow(page);
	}

	private static Network subnet(Network old, String subnet) {
		return new Network(old.label(), subnet, old.gateway(), old.dns());
	}

	private void wiring(Composite parent, Wiring wiring, String label) {
		Button button = new Button(parent, SWT.RADIO);
		button.setText(label);
		button.setSelection(model().answers().wiring() == wiring);
		button.setData("org.clusterwright.id", "newDesign.nics." + wiring.nics());
		button.addListener(SWT.Selection, e -> {
			if (button.getSelection()) {
				model().change(d -> d.withWiring(wiring));
			}
		});
	}

	private void createMacs(Composite page) {
		Group group = new Group(page, SWT.NONE);
		group.setText(Messages.newDesign_macs);
		GridDataFactory.fillDefaults().grab(true, true).span(4, 1).applyTo(group);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(group);
		sample = new Label(group, SWT.WRAP);
		sample.setData("org.clusterwright.id", "newDesign.macs.note");
		GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(sample);
		button(group, Messages.newDesign_paste, "paste", this::paste);
		button(group, Messages.newDesign_clear, "clear", () -> model().change(d -> cleared(d)));
		scroll = new ScrolledComposite(group, SWT.V_SCROLL | SWT.H_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(SWT.DEFAULT, ROWS).applyTo(scroll);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setShowFocusedControl(true);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(group, "org.clusterwright.ui.wizard_macs");
	}

	private static NewDesign cleared(NewDesign design) {
		return design.withNodes(design.nodes().stream().map(n -> new NewDesign.Node(n.name(), n.shortName(), n.bmc(), n.outlet(), List.of())).toList());
	}

	private static void button(Composite parent, String label, String id, Runnable run) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(label);
		button.setData("org.clusterwright.id", "newDesign.macs." + id);
		button.addListener(SWT.Selection, e -> run.run());
	}

	private void paste() {
		Clipboard clipboard = new Clipboard(getShell().getDisplay());
		try {
			if (clipboard.getContents(TextTransfer.getInstance()) instanceof String text) {
				int[] at = focused();
				model().change(d -> d.withMacs(at[0], at[1], MacTable.rows(text, d.wiring().nics() - at[1])));
			}
		} finally {
			clipboard.dispose();
		}
	}

	private int[] focused() {
		for (int row = 0; row < cells.size(); row++) {
			for (int column = 0; column < cells.get(row).size(); column++) {
				if (cells.get(row).get(column).isFocusControl()) {
					return new int[] {row, column};
				}
			}
		}
		return new int[] {0, 0};
	}

	@Override
	void refresh() {
		if (scroll != null && !scroll.isDisposed()) {
			NewDesign answers = model().answers();
			String wanted = answers.wiring() + " " + answers.nodes().stream().map(NewDesign.Node::name).toList();
			if (!wanted.equals(shape)) {
				shape = wanted;
				fill();
			}
			update();
			sn.setEnabled(answers.wiring() == Wiring.SIX_NICS);
			sample.setText(answers.hasSampleMacs() ? Messages.newDesign_sampleMacs : Messages.newDesign_macsTip);
			sample.requestLayout();
		}
		super.refresh();
	}

	private void fill() {
		if (macs != null) {
			macs.dispose();
		}
		cells.clear();
		macs = new Composite(scroll, SWT.NONE);
		NewDesign answers = model().answers();
		GridLayoutFactory.fillDefaults().numColumns(answers.wiring().nics() + 1).margins(2, 2).spacing(3, 3).applyTo(macs);
		new Label(macs, SWT.NONE);
		for (int nic = 0; nic < answers.wiring().nics(); nic++) {
			Label head = new Label(macs, SWT.NONE);
			head.setText("eth" + nic + " · bond" + nic % answers.wiring().bonds());
			GridDataFactory.swtDefaults().indent(8, 0).applyTo(head);
		}
		for (int node = 0; node < answers.nodes().size(); node++) {
			new Label(macs, SWT.NONE).setText(answers.nodes().get(node).name());
			List<Text> row = new ArrayList<>();
			for (int nic = 0; nic < answers.wiring().nics(); nic++) {
				row.add(mac(node, nic));
			}
			cells.add(row);
		}
		scroll.setContent(macs);
		scroll.setMinSize(macs.computeSize(SWT.DEFAULT, SWT.DEFAULT));
	}

	private Text mac(int node, int nic) {
		Text text = cell(macs, "node." + node + ".mac." + nic, model().answers().mac(node, nic), () -> "", t -> {
			if (!filling) {
				model().change(d -> d.withMacs(node, nic, List.of(List.of(t))));
			}
		});
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).hint(MAC_WIDTH, SWT.DEFAULT).applyTo(text);
		text.addListener(SWT.Verify, e -> spread(e, node, nic));
		return text;
	}

	/** Several addresses pasted into one cell fill the cells from there on. */
	private void spread(Event event, int node, int nic) {
		List<String> found = filling ? List.of() : MacTable.addresses(event.text);
		if (found.size() > 1) {
			event.doit = false;
			String pasted = event.text;
			model().change(d -> d.withMacs(node, nic, MacTable.rows(pasted, d.wiring().nics() - nic)));
		}
	}

	/** Brings the cells up to the answers, where something else than typing changed those. */
	private void update() {
		filling = true;
		BiFunction<Integer, Integer, String> value = model().answers()::mac;
		for (int node = 0; node < cells.size(); node++) {
			for (int nic = 0; nic < cells.get(node).size(); nic++) {
				Text cell = cells.get(node).get(nic);
				if (!cell.getText().strip().equals(value.apply(node, nic))) {
					cell.setText(value.apply(node, nic));
				}
			}
		}
		filling = false;
	}
}
