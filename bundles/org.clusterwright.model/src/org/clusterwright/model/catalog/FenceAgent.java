package org.clusterwright.model.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fence agent. {@code needs} are the parameters it cannot work without, each with its alternatives; they are old names, as rhcs3 writes them.
 * An agent without known actions takes any.
 */
public record FenceAgent(String name, boolean el6, List<String> actions, List<List<String>> needs, Map<String, Parameter> parameters) {
	/** {@code was} is the parameter's name before fence-agents 4.1; {@code el6} whether EL6 knows this name. */
	public record Parameter(String name, ValueType type, boolean required, Optional<String> was, Optional<String> defaultText, boolean el6) {
	}

	public FenceAgent {
		actions = List.copyOf(actions);
		needs = List.copyOf(needs);
	}

	/** The parameters that EL6 knows, for proposals. */
	public List<Parameter> onEl6() {
		return parameters.values().stream().filter(Parameter::el6).toList();
	}

	/** Whether a call must say which plug of the device it means. */
	public boolean needsPort() {
		return needs.stream().anyMatch(n -> n.contains("port"));
	}
}
