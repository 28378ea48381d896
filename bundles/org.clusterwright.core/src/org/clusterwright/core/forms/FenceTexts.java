package org.clusterwright.core.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveFenceCall;
import org.clusterwright.model.effective.EffectiveFenceMethod;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Secrets;

/**
 * What happens when a node is fenced, as texts to read and copy: the agents that fenced starts with what it writes to them, and commands with which
 * a person tests the fencing. Nothing here is ever run; secrets stand as their placeholders, passwords in the design as dots.
 */
public final class FenceTexts {
	private static final Set<String> PASSWORDS = Set.of("passwd", "password", "snmp_priv_passwd", "community", "session_auth", "key");
	private static final String HIDDEN = "\u2026";
	/** Options of the agents' common library and of fence_ipmilan, from their man pages: with a value, and as switches. */
	private static final Map<String, String> OPTIONS = Map.of("ipaddr", "-a", "ipport", "-u", "login", "-l", "passwd", "-p", "passwd_script", "-S", "identity_file", "-k", "port", "-n");
	private static final Map<String, String> SWITCHES = Map.of("lanplus", "-P", "secure", "-x");
	/** In which the tutorial writes them. */
	private static final List<String> ORDER = List.of("ipaddr", "ipport", "login", "passwd", "passwd_script", "identity_file", "port", "secure", "lanplus");
	/** Agents whose letters mean other things, or that are not asked over the network. */
	private static final Set<String> OTHER_OPTIONS = Set.of("fence_xvm", "fence_virt", "fence_scsi", "fence_egenera", "fence_manual", "fence_kdump", "fence_sanlock");

	private FenceTexts() {
	}

	/** The agents' calls of a method (all of the node's methods where none is given), one here-document each. */
	public static String calls(EffectiveCluster cluster, EffectiveNode node, Optional<EffectiveFenceMethod> method) {
		List<EffectiveFenceCall> calls = method.map(EffectiveFenceMethod::calls)
				.orElseGet(() -> cluster.fencing().methods(node).stream().flatMap(m -> m.calls().stream()).toList());
		return calls.stream().map(c -> call(cluster, c)).collect(Collectors.joining("\n"));
	}

	/** One call: the agent, and what fenced writes to its standard input. */
	public static String call(EffectiveCluster cluster, EffectiveFenceCall call) {
		return hereDocument(agent(call), input(cluster, call));
	}

	/** What fenced writes to the agent for a call, with passwords of the design hidden. */
	public static Map<String, String> input(EffectiveCluster cluster, EffectiveFenceCall call) {
		Map<String, String> shown = new LinkedHashMap<>();
		cluster.fencing().input(call).forEach((key, value) -> shown.put(key, shown(key, value)));
		return shown;
	}

	private static String shown(String key, Effective<String> value) {
		return PASSWORDS.contains(key) && Secrets.namesIn(value.value()).isEmpty() ? HIDDEN : value.value();
	}

	private static String agent(EffectiveFenceCall call) {
		return call.device().map(d -> d.agent().value()).filter(a -> !a.isEmpty()).orElse("fence_?");
	}

	private static String hereDocument(String agent, Map<String, String> input) {
		return agent + " <<'END'\n" + input.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue() + "\n").collect(Collectors.joining()) + "END\n";
	}

	/**
	 * How a person tests that a node is fenced, after the tutorial: ask each device; hang the victim, which the first method must answer; cut its
	 * power with the last, so that the methods before it fail.
	 */
	public static String tests(EffectiveCluster cluster, EffectiveNode node) {
		List<EffectiveFenceMethod> methods = cluster.fencing().methods(node);
		if (methods.stream().allMatch(m -> m.calls().isEmpty())) {
			return "";
		}
		List<String> lines = new ArrayList<>();
		lines.add("# Ask each device; this changes nothing. On any node but " + node.name().value() + ":");
		methods.forEach(m -> lines.addAll(commands(cluster, m, "status", false)));
		lines.add("");
		lines.add("# Test 1, method " + methods.get(0).name().value() + ": hang " + node.name().value() + ". On " + node.name().value() + " itself:");
		lines.add("echo c > /proc/sysrq-trigger");
		for (EffectiveFenceMethod method : methods.subList(1, methods.size())) {
			lines.add("");
			lines.add("# Test " + (methods.indexOf(method) + 1) + ", method " + method.name().value() + ": pull the power of " + node.name().value() + ". On another node:");
			lines.addAll(commands(cluster, method, "off", false));
		}
		lines.add("");
		lines.add("# After each test wait until " + node.name().value() + " is back and start cman there.");
		return String.join("\n", lines) + "\n";
	}

	/**
	 * The commands by which a person has a method's devices do something, one for each plug. Passwords are shell variables, to be read before: {@link #variable}
	 * of their secret, {@code $password} for one that is written out in the design. An agent that lacks the action is left out with a comment.
	 */
	public static List<String> typed(EffectiveCluster cluster, EffectiveFenceMethod method, String action) {
		return List.copyOf(commands(cluster, method, action, true));
	}

	/** The secrets that the devices of a method are asked with. */
	public static Set<String> secrets(EffectiveCluster cluster, EffectiveFenceMethod method) {
		Set<String> names = new LinkedHashSet<>();
		method.calls().forEach(c -> input(cluster, c).values().forEach(v -> names.addAll(Secrets.namesIn(v))));
		return names;
	}

	/** The shell variable for a secret. */
	public static String variable(String secret) {
		return "secret_" + secret.replaceAll("[^A-Za-z0-9_]", "_");
	}

	/** One command for each plug that a method names; an agent that lacks the action is left out. */
	private static Set<String> commands(EffectiveCluster cluster, EffectiveFenceMethod method, String action, boolean typed) {
		Set<String> commands = new LinkedHashSet<>();
		for (EffectiveFenceCall call : method.calls()) {
			boolean able = FenceAgents.of(agent(call)).map(a -> a.actions().isEmpty() || a.actions().contains(action)).orElse(true);
			commands.add(able ? command(cluster, call, action, typed) : "# " + agent(call) + " has no action " + action);
		}
		return commands;
	}

	/** As on a command line where all options are known by their letters, else by standard input. */
	private static String command(EffectiveCluster cluster, EffectiveFenceCall call, String action, boolean typed) {
		Map<String, String> input = input(cluster, call);
		input.remove("nodename");
		input.remove("agent");
		input.remove("action");
		boolean simple = !OTHER_OPTIONS.contains(agent(call)) && input.entrySet().stream().allMatch(e -> OPTIONS.containsKey(e.getKey())
				|| SWITCHES.containsKey(e.getKey()) && List.of("0", "1").contains(e.getValue()));
		if (!simple) {
			input.put("action", action);
			return (typed ? expanding(agent(call), input) : hereDocument(agent(call), input)).stripTrailing();
		}
		StringBuilder line = new StringBuilder(agent(call));
		input.entrySet().stream().sorted(Comparator.comparingInt(e -> ORDER.indexOf(e.getKey()))).forEach(e -> {
			String key = e.getKey();
			if (OPTIONS.containsKey(key)) {
				line.append(' ').append(OPTIONS.get(key)).append(' ').append(word(e.getValue(), typed));
			} else if (e.getValue().equals("1")) {
				line.append(' ').append(SWITCHES.get(key));
			}
		});
		return line.append(" -o ").append(action).toString();
	}

	private static String word(String value, boolean typed) {
		if (value.equals(HIDDEN)) {
			return typed ? "\"$password\"" : value;
		}
		return typed && !Secrets.namesIn(value).isEmpty() ? withVariables(ShellWords.doubleQuote(value)) : ShellWords.quote(value);
	}

	private static String withVariables(String quoted) {
		return Secrets.PLACEHOLDER.matcher(quoted).replaceAll(m -> {
			boolean apart = m.end() == quoted.length() || !String.valueOf(quoted.charAt(m.end())).matches("\\w");
			return Matcher.quoteReplacement(apart ? "$" + variable(m.group(1)) : "${" + variable(m.group(1)) + "}");
		});
	}

	/** A here-document in which the shell puts the values of variables. */
	private static String expanding(String agent, Map<String, String> input) {
		StringBuilder text = new StringBuilder(agent + " <<END\n");
		input.forEach((key, value) -> text.append(key).append('=').append(value.equals(HIDDEN) ? "$password" : withVariables(value.replaceAll("([\\\\$`])", "\\\\$1"))).append('\n'));
		return text.append("END\n").toString();
	}
}
