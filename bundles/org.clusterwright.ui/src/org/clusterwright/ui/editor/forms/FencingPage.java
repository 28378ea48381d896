package org.clusterwright.ui.editor.forms;

import static org.clusterwright.model.design.DesignPackage.Literals.FENCE_CALL;
import static org.clusterwright.model.design.DesignPackage.Literals.FENCE_CALL__DEVICE;
import static org.clusterwright.model.design.DesignPackage.Literals.FENCE_DEVICE__AGENT;
import static org.clusterwright.model.design.DesignPackage.Literals.FENCE_DEVICE__PATTERN;
import static org.clusterwright.model.design.DesignPackage.Literals.FENCE_DEVICE__PDU;
import static org.clusterwright.model.design.DesignPackage.Literals.FENCE_DEVICE__PER_NODE;
import static org.clusterwright.model.design.DesignPackage.Literals.FENCE_METHOD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.core.forms.ByKindProperty;
import org.clusterwright.core.forms.CallParameterProperty;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.FenceEdits;
import org.clusterwright.core.forms.FenceFacts;
import org.clusterwright.core.forms.FenceTexts;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.core.forms.ParameterRow;
import org.clusterwright.core.forms.Property;
import org.clusterwright.core.forms.ReferenceProperty;
import org.clusterwright.core.forms.WordProperty;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Unfence;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** Fence devices, and how each node is fenced: its methods in order, what fenced will run, how a person tests it. */
public final class FencingPage extends DesignFormPage {
	private ElementTree devices;
	private ElementTree nodes;
	private ElementTree methods;
	private FormSection call;
	private FormSection callMore;
	private CopyText calls;
	private CopyText tests;

	public FencingPage(DesignEditor editor) {
		super(editor, FormArea.FENCING, FormMessages.fencing_title);
	}

	@Override
	protected void fill(Composite body) {
		Composite left = column(body, 1);
		devices(section(left, FormMessages.fencing_devices));
		device(section(left, FormMessages.fencing_device, devices::selected));
		new OptionTable(section(left, FormMessages.fencing_parameters, devices::selected), "parameters", 8, true, o -> o instanceof FenceDevice d ? ParameterRow.of(d) : List.of());
		Composite right = column(body, 1);
		nodes(section(right, FormMessages.fencing_nodes));
		methods(section(right, FormMessages.fencing_methods));
		call = section(right, FormMessages.fencing_call, this::selectedCall);
		call(call);
		callMore = section(right, FormMessages.fencing_callParameters, this::selectedCall);
		new OptionTable(callMore, "call-parameters", 4, true, o -> o instanceof FenceCall c ? ParameterRow.of(c) : List.of());
		FormSection runs = section(right, FormMessages.fencing_runs);
		runs.note(FormMessages.fencing_runsNote);
		calls = new CopyText(runs, "runs", 9);
		FormSection byHand = section(right, FormMessages.fencing_tests);
		byHand.note(FormMessages.fencing_testsNote);
		tests = new CopyText(byHand, "tests", 11);
	}

	@Override
	protected void refreshed(FormState state) {
		Optional<EffectiveNode> node = nodes.selectedElement().filter(Node.class::isInstance).flatMap(n -> state.effective().node((Node) n));
		calls.show(node.map(n -> methods.selectedElement().map(e -> selected(state, n, e)).orElseGet(() -> FenceTexts.calls(state.effective(), n, Optional.empty()))).orElse(""));
		tests.show(node.map(n -> FenceTexts.tests(state.effective(), n)).orElse(""));
		if (call.setShown(selectedCall().isPresent()) | callMore.setShown(selectedCall().isPresent())) {
			getManagedForm().reflow(true);
		}
	}

	/** The calls of the selected method, or the selected call alone. */
	private static String selected(FormState state, EffectiveNode node, EObject element) {
		return element instanceof FenceCall ? FenceFacts.call(state.effective(), node, element).map(c -> FenceTexts.call(state.effective(), c)).orElse("")
				: element instanceof Unfence ? state.effective().fencing().unfence(node).stream().map(c -> FenceTexts.call(state.effective(), c)).collect(Collectors.joining("\n"))
				: FenceFacts.method(state.effective(), node, element).map(m -> FenceTexts.calls(state.effective(), node, Optional.of(m))).orElse("");
	}

	private Optional<ElementPath> selectedCall() {
		return methods.selectedElement().filter(FenceCall.class::isInstance).map(ElementPath::of);
	}

	private static Property agent() {
		return new WordProperty(FeatureProperty.of(FENCE_DEVICE__AGENT).about(Code.NO_FENCE_AGENT), () -> List.copyOf(FenceAgents.names(true)));
	}

	private void devices(FormSection section) {
		devices = ElementTree.table(section, "devices", 5, s -> Statements.all(s.cluster(), FenceDevice.class), ElementColumn.of(FormMessages.fencing_columnName, 12, FeatureProperty.name()),
				ElementColumn.of(FormMessages.fencing_columnAgent, 16, agent()), ElementColumn.shown(FormMessages.fencing_columnAt, 12, FencingPage::at));
		devices.whenEmpty(FormMessages.fencing_noDevices);
		new ElementActions(devices).button("add", FormMessages.fencing_addDevice, e -> true, this::addDevice).onInsert(this::addDevice).removable().movable();
	}

	private static String at(EObject device) {
		FenceDevice d = (FenceDevice) device;
		return d.isPerNode() ? FormMessages.fencing_eachNode : Optional.ofNullable(d.getPdu()).map(Pdu::getName).orElse("");
	}

	/** Asks for an agent; the list narrows while one types. */
	private void addDevice() {
		ElementListSelectionDialog list = new ElementListSelectionDialog(devices.control().getShell(), LabelProvider.createTextProvider(a -> line((String) a)));
		list.setTitle(FormMessages.fencing_addTitle);
		list.setMessage(FormMessages.fencing_addAsk);
		list.setElements(FenceAgents.names(true).toArray());
		list.setMultipleSelection(false);
		if (!isWritable() || list.open() != Window.OK || !(list.getFirstResult() instanceof String agent)) {
			return;
		}
		Optional<ElementPath> beside = devices.selected();
		AtomicReference<ElementPath> made = new AtomicReference<>();
		edit((Cluster cluster) -> made.set(ElementPath.of(FenceEdits.addDevice(cluster, agent, beside.flatMap(p -> p.find(cluster))))), result -> {
			if (result instanceof EditResult.Rejected rejected) {
				MessageDialog.openInformation(devices.control().getShell(), FormMessages.forms_refusedTitle, rejected.reason());
			} else if (!devices.control().isDisposed() && made.get() != null) {
				devices.select(made.get());
			}
		});
	}

	private static String line(String agent) {
		String needs = FenceAgents.of(agent).map(a -> a.needs().stream().map(n -> n.get(0)).collect(Collectors.joining(", "))).orElse("");
		return needs.isEmpty() ? agent : NLS.bind(FormMessages.fencing_agentLine, agent, needs);
	}

	private static void device(FormSection section) {
		section.text("device-name", FormMessages.fencing_name, FeatureProperty.name());
		section.choice("agent", FormMessages.fencing_agent, agent());
		section.check("per-node", FormMessages.fencing_perNode, FeatureProperty.of(FENCE_DEVICE__PER_NODE));
		section.text("pattern", FormMessages.fencing_pattern, FeatureProperty.of(FENCE_DEVICE__PATTERN));
		section.choice("pdu", FormMessages.fencing_pdu, ReferenceProperty.of(FENCE_DEVICE__PDU));
		section.fact("names", FormMessages.fencing_names, FenceFacts::names);
		section.fact("needs", FormMessages.fencing_needs, FenceFacts::needs);
		section.fact("callers", FormMessages.fencing_callers, FenceFacts::callers);
	}

	private void nodes(FormSection section) {
		nodes = ElementTree.table(section, "nodes", 3, s -> Statements.all(s.cluster(), Node.class),
				ElementColumn.shown(FormMessages.fencing_columnNode, 16, n -> String.valueOf(((Node) n).getName())), ElementColumn.shown(FormMessages.fencing_columnMethods, 24, FenceFacts::order));
		nodes.whenEmpty(FormMessages.fencing_noNodes);
	}

	private List<Block> methodsOfSelected() {
		return nodes.selectedElement().map(n -> Stream.<Block> concat(Statements.all((Node) n, FenceMethod.class).stream(), Statements.all((Node) n, Unfence.class).stream()).toList())
				.orElse(List.of());
	}

	private void methods(FormSection section) {
		Property name = new ByKindProperty(Map.of(FENCE_METHOD, FeatureProperty.name(), FENCE_CALL, ReferenceProperty.required(FENCE_CALL__DEVICE)));
		methods = ElementTree.tree(section, "methods", 6, s -> methodsOfSelected(), e -> e instanceof Block b ? Statements.all(b, FenceCall.class) : List.of(),
				ElementColumn.of(FormMessages.fencing_columnMethod, 16, name), ElementColumn.shown(FormMessages.fencing_columnParameters, 24, FencingPage::parameters));
		methods.whenEmpty(FormMessages.fencing_noMethods);
		new ElementActions(methods).addIn("add-method", FormMessages.fencing_addMethod, nodes::selected, (node, beside) -> FenceEdits.addMethod((Node) node, beside))
				.add("add-call", FormMessages.fencing_addCall, Optional::isPresent, (cluster, beside) -> FenceEdits.addCall(beside)).addIn("add-unfence", FormMessages.fencing_addUnfence,
						nodes::selected, (node, beside) -> FenceEdits.addUnfence((Node) node))
				.removable().movable();
	}

	private static String parameters(EObject row) {
		return row instanceof Unfence ? FormMessages.fencing_unfence : FenceFacts.parameters(row);
	}

	private static void call(FormSection section) {
		section.choice("call-device", FormMessages.fencing_callDevice, ReferenceProperty.required(FENCE_CALL__DEVICE));
		section.text("call-port", FormMessages.fencing_port, CallParameterProperty.of("port").about(Code.MISSING_FENCE_PARAMETER));
		section.choice("call-action", FormMessages.fencing_action, CallParameterProperty.of("action"));
	}
}
