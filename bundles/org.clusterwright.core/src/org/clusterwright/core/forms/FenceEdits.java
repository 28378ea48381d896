package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.model.catalog.FenceAgent;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Unfence;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;

/** New fence devices, methods and calls, with what the design already tells of them. */
public final class FenceEdits {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;
	private static final List<String> MANAGEMENT = List.of("ipmi", "ilo", "drac", "idrac", "imm", "rsa", "rsb");

	private FenceEdits() {
	}

	/**
	 * Adds a fence device of an agent. An agent of management controllers gets one device for each node; one of a PDU the first PDU that no device
	 * is at. Credentials that the agent needs are secrets by the device's name.
	 */
	public static FenceDevice addDevice(Cluster cluster, String agent, Optional<EObject> beside) {
		FenceDevice device = MAKE.createFenceDevice();
		String stem = agent.replaceFirst("^fence_", "");
		boolean perNode = MANAGEMENT.stream().anyMatch(stem::startsWith);
		Optional<Pdu> pdu = perNode || !isPdu(agent) ? Optional.empty() : freePdu(cluster);
		String wanted = pdu.map(Pdu::getName).orElse(perNode && stem.startsWith("ipmi") ? "ipmi" : stem);
		var taken = Insertions.taken(cluster, DesignPackage.Literals.FENCE_DEVICE);
		device.setName(taken.contains(wanted) ? FreeNames.after(wanted, taken) : wanted);
		device.setAgent(agent);
		device.setPerNode(perNode);
		pdu.ifPresent(device::setPdu);
		boolean password = FenceAgents.of(agent).filter(a -> a.needs().stream().anyMatch(n -> n.contains("passwd")) || a.parameters().containsKey("passwd") && perNode).isPresent();
		if (password) {
			device.getStatements().add(SettingEdits.setting("login", stem.startsWith("apc") ? "apc" : "root"));
			device.getStatements().add(SettingEdits.setting("passwd", "secret " + device.getName()));
		}
		return Insertions.put(cluster, Insertions.as(FenceDevice.class, beside), device, Pdu.class, org.clusterwright.model.design.Switch.class,
				org.clusterwright.model.design.Bonds.class, org.clusterwright.model.design.Network.class, org.clusterwright.model.design.Section.class, Setting.class);
	}

	private static boolean isPdu(String agent) {
		return agent.matches("fence_(apc|wti|eaton|raritan|tripplite|eps|emerson|ifmib|netio|alom|rackswitch|baytech|racksaver).*");
	}

	private static Optional<Pdu> freePdu(Cluster cluster) {
		List<Pdu> used = Statements.all(cluster, FenceDevice.class).stream().map(FenceDevice::getPdu).toList();
		return Statements.all(cluster, Pdu.class).stream().filter(p -> !used.contains(p)).findFirst();
	}

	/** Adds a method that calls the first device that the node does not call yet. */
	public static FenceMethod addMethod(Node node, Optional<EObject> beside) {
		List<FenceMethod> methods = Statements.all(node, FenceMethod.class);
		List<FenceDevice> called = methods.stream().flatMap(m -> Statements.all(m, FenceCall.class).stream()).map(FenceCall::getDevice).toList();
		List<FenceDevice> devices = Statements.all((Cluster) node.eContainer(), FenceDevice.class);
		Optional<FenceDevice> next = devices.stream().filter(d -> !called.contains(d)).findFirst().or(() -> devices.stream().findFirst());
		FenceMethod method = MAKE.createFenceMethod();
		var taken = methods.stream().map(FenceMethod::getName).collect(Collectors.toSet());
		String wanted = next.map(FenceDevice::getName).orElse("method1");
		method.setName(taken.contains(wanted) ? FreeNames.after(wanted, taken) : wanted);
		next.ifPresent(d -> method.getStatements().add(call(node, d)));
		return Insertions.put(node, Insertions.as(FenceMethod.class, beside), method, Nic.class, Psu.class, org.clusterwright.model.design.Bmc.class, Setting.class);
	}

	/** Adds a call to the method (or unfencing) that is selected or that holds the selected call. */
	public static FenceCall addCall(Optional<EObject> selected) {
		EObject owner = selected.map(e -> e instanceof FenceCall ? e.eContainer() : e).filter(e -> e instanceof FenceMethod || e instanceof Unfence)
				.orElseThrow(() -> new RefusedEdit("Select the method that the call is to be added to."));
		org.clusterwright.model.design.Block method = (org.clusterwright.model.design.Block) owner;
		Node node = (Node) method.eContainer();
		List<FenceDevice> devices = Statements.all((Cluster) node.eContainer(), FenceDevice.class);
		if (devices.isEmpty()) {
			throw new RefusedEdit("Add a fence device first; a call names one.");
		}
		List<FenceDevice> called = Statements.all(method, FenceCall.class).stream().map(FenceCall::getDevice).toList();
		FenceCall call = call(node, devices.stream().filter(d -> !called.contains(d)).findFirst().orElse(devices.get(0)));
		if (method instanceof Unfence) {
			new CallParameterProperty("action", java.util.Set.of()).write(call, "on");
		}
		return Insertions.put(method, Insertions.as(FenceCall.class, selected), call);
	}

	/** A call of a device: with the node's outlet where the device is at a PDU that feeds it. */
	private static FenceCall call(Node node, FenceDevice device) {
		FenceCall call = MAKE.createFenceCall();
		call.setDevice(device);
		Optional<FenceAgent> agent = device.getAgent() == null ? Optional.empty() : FenceAgents.of(device.getAgent());
		if (agent.filter(FenceAgent::needsPort).isPresent() && Settings.find(device, "port").isEmpty()) {
			outlet(node, device).ifPresent(p -> call.getParameters().add(SettingEdits.setting("port", p)));
		}
		if (agent.filter(a -> a.actions().contains("reboot")).isPresent()) {
			call.getParameters().add(SettingEdits.setting("action", "reboot"));
		}
		return call;
	}

	private static Optional<String> outlet(Node node, FenceDevice device) {
		if (device.getPdu() == null) {
			return Optional.empty();
		}
		return Statements.all(node, Psu.class).stream().filter(p -> p.getPdu() == device.getPdu() && p.getOutlet() != null).map(p -> String.valueOf(p.getOutlet())).findFirst()
				.or(() -> new NextFree((Cluster) node.eContainer()).outlet(device.getPdu()).map(String::valueOf));
	}

	/** Adds what lets a node back in, for devices that cut it off rather than reboot it. */
	public static Unfence addUnfence(Node node) {
		Optional<Unfence> there = Statements.first(node, Unfence.class);
		if (there.isPresent()) {
			throw new RefusedEdit("The node has an unfence block already.");
		}
		Unfence unfence = Insertions.put(node, Optional.empty(), MAKE.createUnfence(), FenceMethod.class, Nic.class);
		List<FenceDevice> devices = Statements.all((Cluster) node.eContainer(), FenceDevice.class);
		devices.stream().findFirst().ifPresent(d -> {
			FenceCall call = MAKE.createFenceCall();
			call.setDevice(d);
			call.getParameters().add(SettingEdits.setting("action", "on"));
			unfence.getStatements().add(call);
		});
		return unfence;
	}
}
