package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.FenceCall;

/** One call of a device when a node is fenced or unfenced; {@code device} is absent while the design names none. */
public record EffectiveFenceCall(FenceCall design, EffectiveNode victim, Optional<EffectiveFenceDevice> device, List<Parameter> parameters) {
	public EffectiveFenceCall {
		parameters = List.copyOf(parameters);
	}

	/** A parameter of the call, else of its device. */
	public Optional<Parameter> parameter(String key) {
		return find(parameters, key).or(() -> device.flatMap(d -> find(d.parameters(), key)));
	}

	private static Optional<Parameter> find(List<Parameter> parameters, String key) {
		return parameters.stream().filter(p -> p.key().equals(key)).findFirst();
	}
}
