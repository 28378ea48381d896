package org.clusterwright.ui.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clusterwright.core.start.NewDesign;
import org.clusterwright.core.start.NewDesign.Fencing;
import org.clusterwright.core.start.NewDesign.Node;
import org.clusterwright.core.start.NewDesign.Pdu;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** How a node is cut off: IPMI, PDUs, or both. */
final class FencingPage extends AnswerPage {
	/** Agents that switch outlets; those that EL6 has are offered. */
	private static final List<String> PDU_AGENTS = List.of("fence_apc", "fence_apc_snmp", "fence_eaton_snmp", "fence_emerson", "fence_eps", "fence_ipdu", "fence_netio", "fence_wti");
	private static final int ROWS = 130;

	private Composite pdus;
	private Composite nodes;
	private ScrolledComposite scroll;
	private Button headStart;
	private String shape = "";

	FencingPage(NewDesignModel model) {
		super("fencing", model, Messages.newDesign_fencingTitle, Messages.newDesign_fencingDescription);
	}

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(3).applyTo(page);
		Button ipmi = new Button(page, SWT.CHECK);
		ipmi.setText(Messages.newDesign_ipmi);
		ipmi.setSelection(model().answers().fencing().ipmi());
		ipmi.setData("org.clusterwright.id", "newDesign.ipmi");
		ipmi.addListener(SWT.Selection, e -> fencing(f -> new Fencing(ipmi.getSelection(), f.ipmiLogin(), f.pdus(), f.headStart())));
		text(page, Messages.newDesign_login, "ipmi.login", model().answers().fencing().ipmiLogin(), () -> Messages.newDesign_none, t -> fencing(f -> new Fencing(f.ipmi(), t, f.pdus(), f.headStart())));
		new Label(page, SWT.NONE).setText(Messages.newDesign_pdus);
		Combo count = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
		count.setItems(Messages.newDesign_noPdu, Messages.newDesign_onePdu, Messages.newDesign_twoPdus);
		count.select(model().answers().fencing().pdus().size());
		count.setData("org.clusterwright.id", "newDesign.pdus");
		GridDataFactory.swtDefaults().span(2, 1).indent(8, 0).applyTo(count);
		count.addListener(SWT.Selection, e -> fencing(f -> new Fencing(f.ipmi(), f.ipmiLogin(), resized(f.pdus(), count.getSelectionIndex()), f.headStart())));
		pdus = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(pdus);
		scroll = new ScrolledComposite(page, SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(SWT.DEFAULT, ROWS).applyTo(scroll);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setShowFocusedControl(true);
		headStart = new Button(page, SWT.CHECK);
		headStart.setSelection(model().answers().fencing().headStart());
		headStart.setData("org.clusterwright.id", "newDesign.headStart");
		GridDataFactory.fillDefaults().span(3, 1).applyTo(headStart);
		headStart.addListener(SWT.Selection, e -> fencing(f -> new Fencing(f.ipmi(), f.ipmiLogin(), f.pdus(), headStart.getSelection())));
		Label secrets = new Label(page, SWT.WRAP);
		secrets.setText(Messages.newDesign_secrets);
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(360, SWT.DEFAULT).applyTo(secrets);
		follow(page);
	}

	private void fencing(UnaryOperator<Fencing> change) {
		model().change(d -> d.withFencing(change.apply(d.fencing())));
	}

	private static List<Pdu> resized(List<Pdu> old, int count) {
		List<Pdu> resized = new ArrayList<>(old.subList(0, Math.min(count, old.size())));
		while (resized.size() < count) {
			resized.add(NewDesign.pdu(resized.size()));
		}
		return resized;
	}

	@Override
	void refresh() {
		if (headStart != null) {
			NewDesign answers = model().answers();
			String wanted = answers.fencing().ipmi() + " " + answers.fencing().pdus().size() + " " + answers.nodes().stream().map(Node::name).toList();
			if (!wanted.equals(shape)) {
				shape = wanted;
				fillPdus();
				fillNodes();
				pdus.requestLayout();
			}
			headStart.setText(NLS.bind(Messages.newDesign_headStart, answers.nodes().get(0).name()));
			headStart.setVisible(answers.nodes().size() == 2);
		}
		super.refresh();
	}

	private void fillPdus() {
		for (var child : pdus.getChildren()) {
			child.dispose();
		}
		GridLayoutFactory.fillDefaults().numColumns(4).applyTo(pdus);
		List<Pdu> all = model().answers().fencing().pdus();
		if (!all.isEmpty()) {
			for (String head : new String[] {Messages.newDesign_pduName, Messages.newDesign_agent, Messages.newDesign_address, Messages.newDesign_login}) {
				Label label = new Label(pdus, SWT.NONE);
				label.setText(head.replace(":", ""));
				GridDataFactory.swtDefaults().indent(8, 0).applyTo(label);
			}
		}
		for (int i = 0; i < all.size(); i++) {
			int index = i;
			cell(pdus, "pdu." + i + ".name", all.get(i).name(), () -> "", t -> pdu(index, p -> new Pdu(t, p.agent(), p.address(), p.login())));
			agent(index, all.get(i).agent());
			cell(pdus, "pdu." + i + ".address", all.get(i).address(), () -> index < model().answers().fencing().pdus().size() ? model().answers().pduAddress(index) : "",
					t -> pdu(index, p -> new Pdu(p.name(), p.agent(), t, p.login())));
			cell(pdus, "pdu." + i + ".login", all.get(i).login(), () -> Messages.newDesign_none, t -> pdu(index, p -> new Pdu(p.name(), p.agent(), p.address(), t)));
		}
	}

	private void agent(int index, String chosen) {
		Combo agents = new Combo(pdus, SWT.READ_ONLY | SWT.DROP_DOWN);
		PDU_AGENTS.stream().map(FenceAgents::of).flatMap(Optional::stream).filter(FenceAgent::el6).forEach(a -> agents.add(a.name()));
		agents.setText(chosen);
		GridDataFactory.fillDefaults().indent(8, 0).applyTo(agents);
		agents.addListener(SWT.Selection, e -> pdu(index, p -> new Pdu(p.name(), agents.getText(), p.address(), p.login())));
		field(agents, "pdu." + index + ".agent", () -> "");
	}

	private void pdu(int index, UnaryOperator<Pdu> change) {
		fencing(f -> {
			List<Pdu> changed = new ArrayList<>(f.pdus());
			changed.set(index, change.apply(changed.get(index)));
			return new Fencing(f.ipmi(), f.ipmiLogin(), changed, f.headStart());
		});
	}

	private void fillNodes() {
		if (nodes != null) {
			nodes.dispose();
		}
		NewDesign answers = model().answers();
		nodes = new Composite(scroll, SWT.NONE);
		boolean outlets = !answers.fencing().pdus().isEmpty();
		GridLayoutFactory.fillDefaults().numColumns(1 + (answers.fencing().ipmi() ? 1 : 0) + (outlets ? 1 : 0)).margins(2, 2).applyTo(nodes);
		List<String> heads = new ArrayList<>(List.of(""));
		if (answers.fencing().ipmi()) {
			heads.add(Messages.newDesign_bmc);
		}
		if (outlets) {
			heads.add(Messages.newDesign_outlet);
		}
		for (String head : heads) {
			Label label = new Label(nodes, SWT.NONE);
			label.setText(head);
			GridDataFactory.swtDefaults().indent(8, 0).applyTo(label);
		}
		for (int i = 0; i < answers.nodes().size(); i++) {
			int index = i;
			new Label(nodes, SWT.NONE).setText(answers.nodes().get(i).name());
			if (answers.fencing().ipmi()) {
				cell(nodes, "node." + i + ".bmc", answers.nodes().get(i).bmc(), () -> hint(index, true),
						t -> model().change(d -> d.withNode(index, new Node(d.nodes().get(index).name(), d.nodes().get(index).shortName(), t, d.nodes().get(index).outlet(), d.nodes().get(index).macs()))));
			}
			if (outlets) {
				cell(nodes, "node." + i + ".outlet", answers.nodes().get(i).outlet(), () -> hint(index, false),
						t -> model().change(d -> d.withNode(index, new Node(d.nodes().get(index).name(), d.nodes().get(index).shortName(), d.nodes().get(index).bmc(), t, d.nodes().get(index).macs()))));
			}
		}
		scroll.setContent(nodes);
		scroll.setMinSize(nodes.computeSize(SWT.DEFAULT, SWT.DEFAULT));
	}

	private String hint(int node, boolean bmc) {
		NewDesign answers = model().answers();
		return node >= answers.nodes().size() ? "" : bmc ? answers.bmc(node) : answers.outlet(node);
	}
}
