package org.clusterwright.model.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fence agents that are known, from {@code fence-agents.txt} beside this class; read when first asked. */
public final class FenceAgents {
	private static final long YEAR = 366L * 86_400;

	/** Read once, when the first agent is asked for. */
	private static final class Loaded {
		static final Map<String, FenceAgent> AGENTS = read(DataLines.of("fence-agents.txt"));
	}

	private FenceAgents() {
	}

	public static Optional<FenceAgent> of(String name) {
		return Optional.ofNullable(Loaded.AGENTS.get(name));
	}

	/** The names of all agents, or of those that EL6 has, sorted. */
	public static Set<String> names(boolean el6Only) {
		Set<String> names = new java.util.TreeSet<>();
		Loaded.AGENTS.values().stream().filter(a -> a.el6() || !el6Only).forEach(a -> names.add(a.name()));
		return Collections.unmodifiableSet(names);
	}

	private static Map<String, FenceAgent> read(List<String> lines) {
		Map<String, FenceAgent.Parameter> definitions = new HashMap<>();
		Map<String, FenceAgent> agents = new LinkedHashMap<>();
		Draft draft = null;
		for (String line : lines) {
			if (line.startsWith("parameter ")) {
				define(definitions, line);
			} else if (line.startsWith("agent ")) {
				add(agents, draft);
				draft = new Draft(line.substring("agent ".length()));
			} else if (draft != null) {
				draft.take(line.trim().split(" "), definitions);
			}
		}
		add(agents, draft);
		return agents;
	}

	private static void add(Map<String, FenceAgent> agents, Draft draft) {
		if (draft != null) {
			agents.put(draft.name, new FenceAgent(draft.name, draft.el6, draft.actions, draft.needs, Collections.unmodifiableMap(draft.parameters)));
		}
	}

	private static void define(Map<String, FenceAgent.Parameter> definitions, String line) {
		int at = line.indexOf(" default=");
		Optional<String> byDefault = at < 0 ? Optional.empty() : Optional.of(line.substring(at + " default=".length()));
		String[] words = (at < 0 ? line : line.substring(0, at)).split(" ");
		Optional<String> was = Optional.empty();
		String[] options = {};
		for (String word : words) {
			if (word.startsWith("was=")) {
				was = Optional.of(word.substring(4));
			} else if (word.startsWith("of=")) {
				options = word.substring(3).split("\\|");
			}
		}
		String name = words[1].replaceFirst("/.*", "");
		boolean required = Arrays.asList(words).contains("required");
		definitions.put(words[1], new FenceAgent.Parameter(name, type(words[2], options), required, was, byDefault, false));
	}

	private static ValueType type(String type, String[] options) {
		return switch (type) {
			case "boolean" -> ValueType.FLAG;
			case "second" -> ValueType.seconds(0, YEAR);
			case "integer" -> ValueType.number(0, Integer.MAX_VALUE);
			case "select" -> options.length == 0 ? ValueType.TEXT : ValueType.word(options);
			default -> ValueType.TEXT;
		};
	}

	private static final class Draft {
		final String name;
		final List<List<String>> needs = new ArrayList<>();
		final Map<String, FenceAgent.Parameter> parameters = new LinkedHashMap<>();
		List<String> actions = List.of();
		boolean el6;

		Draft(String name) {
			this.name = name;
		}

		void take(String[] words, Map<String, FenceAgent.Parameter> definitions) {
			List<String> rest = List.of(words).subList(1, words.length);
			switch (words[0]) {
				case "actions" -> actions = rest;
				case "needs" -> rest.forEach(n -> needs.add(List.of(n.split("\\|"))));
				case "el6" -> {
					el6 = true;
					rest.forEach(p -> put(definitions.get(p), true));
				}
				case "later" -> rest.forEach(p -> put(definitions.get(p), false));
				default -> throw new IllegalStateException("fence-agents.txt: " + words[0]);
			}
		}

		private void put(FenceAgent.Parameter p, boolean onEl6) {
			parameters.put(p.name(), new FenceAgent.Parameter(p.name(), p.type(), p.required(), p.was(), p.defaultText(), onEl6));
		}
	}
}
