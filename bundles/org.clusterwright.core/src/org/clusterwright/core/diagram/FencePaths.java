package org.clusterwright.core.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Plugged;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveFenceCall;
import org.clusterwright.model.effective.EffectiveFenceDevice;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Parameter;

/** In words, how a node is fenced: its methods in the order in which they are tried, each with what it calls and over which switch. */
final class FencePaths {
	private final EffectiveCluster cluster;

	FencePaths(EffectiveCluster cluster) {
		this.cluster = cluster;
	}

	List<String> of(EffectiveNode node) {
		List<String> paths = new ArrayList<>();
		for (EffectiveFenceMethod method : cluster.fencing().methods(node)) {
			// What is switched off and on again is told once.
			Map<String, String> calls = new LinkedHashMap<>();
			for (EffectiveFenceCall call : method.calls()) {
				call.device().ifPresent(d -> calls.putIfAbsent(target(call, d, node), over(d, node)));
			}
			List<String> told = new ArrayList<>();
			calls.forEach((target, over) -> told.add(target + over));
			paths.add((paths.size() + 1) + ". " + method.name().value() + ": " + (told.isEmpty() ? "calls nothing" : String.join(" and ", told)));
		}
		return paths;
	}

	private String target(EffectiveFenceCall call, EffectiveFenceDevice device, EffectiveNode node) {
		Pdu pdu = device.design().getPdu();
		if (pdu != null) {
			return pdu.getName() + call.parameter("port").map(Parameter::value).map(v -> " outlet " + v.value()).orElse("");
		}
		return bmc(device, node).map(b -> "BMC" + (b.getAddress() == null ? "" : " " + b.getAddress())).orElse(device.name().value());
	}

	private String over(EffectiveFenceDevice device, EffectiveNode node) {
		Optional<? extends Plugged> reached = device.design().getPdu() != null ? Optional.of(device.design().getPdu()) : bmc(device, node);
		return reached.map(p -> p.getSwitch() == null ? " (the design does not say over which switch)" : " over " + p.getSwitch().getName()).orElse("");
	}

	private Optional<Bmc> bmc(EffectiveFenceDevice device, EffectiveNode node) {
		return device.node().isPresent() ? cluster.hardware().bmc(node) : Optional.empty();
	}
}
