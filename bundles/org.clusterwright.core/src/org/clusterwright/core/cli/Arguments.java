package org.clusterwright.core.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a verb: operands, flags, and options with a value ({@code --node N}, {@code --node=N}, {@code -o DIR}). */
final class Arguments {
	private final List<String> operands = new ArrayList<>();
	private final Map<String, List<String>> values = new HashMap<>();
	private final Set<String> flags = new HashSet<>();

	private Arguments() {
	}

	/** @throws UsageException for an option that the verb does not have, a missing value, or an option written twice */
	static Arguments parse(List<String> words, Set<String> valued, Set<String> plain) throws UsageException {
		return parse(words, valued, plain, Set.of());
	}

	/** As above; the options {@code repeated}, which are also {@code valued}, may be written several times. */
	static Arguments parse(List<String> words, Set<String> valued, Set<String> plain, Set<String> repeated) throws UsageException {
		Arguments parsed = new Arguments();
		boolean options = true;
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			if (!options || word.equals("-") || !word.startsWith("-")) {
				parsed.operands.add(word);
			} else if (word.equals("--")) {
				options = false;
			} else {
				int equals = word.startsWith("--") ? word.indexOf('=') : -1;
				String name = equals < 0 ? word : word.substring(0, equals);
				if (plain.contains(name) && equals < 0) {
					parsed.flags.add(name);
				} else if (valued.contains(name)) {
					if (equals < 0 && ++i == words.size()) {
						throw new UsageException(name + " needs a value");
					}
					parsed.add(name, equals < 0 ? words.get(i) : word.substring(equals + 1), repeated.contains(name));
				} else {
					throw new UsageException((plain.contains(name) ? "no value belongs to the option " : "unknown option ") + name);
				}
			}
		}
		return parsed;
	}

	private void add(String name, String value, boolean repeated) throws UsageException {
		List<String> given = values.computeIfAbsent(name, n -> new ArrayList<>());
		if (!given.isEmpty() && !repeated) {
			throw new UsageException(name + " is written twice");
		}
		given.add(value);
	}

	List<String> operands() {
		return operands;
	}

	Optional<String> value(String option) {
		return values(option).stream().findFirst();
	}

	/** All values of an option, in the order in which they were written. */
	List<String> values(String option) {
		return values.getOrDefault(option, List.of());
	}

	boolean has(String flag) {
		return flags.contains(flag);
	}
}
