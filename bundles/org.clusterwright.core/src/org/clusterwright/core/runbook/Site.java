package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Secrets;
import org.clusterwright.model.values.Duration;

/** The cluster that a runbook is for, in the words that its chapters share. Files are those of the plan; none is made here. */
record Site(EffectiveCluster cluster, Plan plan) {
	static final String NOTHING = "\u2014";
	/** Words of cluster.conf, drbd.conf and libvirt before a password in quotes. */
	private static final Pattern PASSWORD = Pattern.compile("(\\b(?:passwd|password|snmp_priv_passwd|community|session_auth|shared-secret)(?:\\s*=\\s*|\\s+))[\"']([^\"'\\n]+)[\"']");

	String name() {
		return cluster.name().value();
	}

	String edition() {
		return "Configuration version " + cluster.version().value();
	}

	List<EffectiveNode> nodes() {
		return cluster.nodes();
	}

	/** Boxes to tick, one for each node. */
	List<String> boxes() {
		return boxes(nodes());
	}

	static List<String> boxes(List<EffectiveNode> nodes) {
		return nodes.stream().map(Site::plain).toList();
	}

	static String plain(EffectiveNode node) {
		return Words.plain(node.name().value());
	}

	static String code(EffectiveNode node) {
		return Words.value(node.name().value());
	}

	static String code(Effective<?> value) {
		return Words.value(value.value());
	}

	/** "both nodes", "all nodes", "the node". */
	String all() {
		return switch (nodes().size()) {
			case 1 -> "the node";
			case 2 -> "both nodes";
			default -> "all nodes";
		};
	}

	String onAll() {
		return "On " + all() + ":";
	}

	static String on(EffectiveNode node) {
		return "On " + code(node) + ":";
	}

	/** "On both nodes:" where it is all of them, else their names. */
	String on(List<EffectiveNode> some) {
		return some.size() == nodes().size() && some.size() > 1 ? onAll() : "On " + names(some) + ":";
	}

	static String names(List<EffectiveNode> nodes) {
		return listed(nodes.stream().map(Site::code).toList());
	}

	/** "a, b and c". */
	static String listed(List<String> words) {
		return words.size() < 2 ? String.join("", words) : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
	}

	EffectiveNode first() {
		return nodes().get(0);
	}

	Optional<EffectiveNode> otherThan(EffectiveNode node) {
		return nodes().stream().filter(n -> n != node).findFirst();
	}

	String address(EffectiveNode node, EffectiveNetwork network) {
		return cluster.networks().address(node, network).map(a -> String.valueOf(a.value())).orElse(NOTHING);
	}

	/** Seconds of a daemon's parameter, written or its default; absent where it has neither. */
	Optional<Long> millis(String section, String key) {
		return cluster.daemons().value(section, key).flatMap(v -> {
			try {
				return Optional.of(Duration.parse(v.value()).millis());
			} catch (IllegalArgumentException e) {
				return Optional.empty();
			}
		});
	}

	long postJoinSeconds() {
		return millis("fencing", "post-join-delay").orElse(6000L) / 1000;
	}

	Optional<NodeTree> tree(EffectiveNode node) {
		return plan.trees().stream().filter(t -> t.node().design() == node.design() || t.name().equals(node.name().value())).findFirst();
	}

	Optional<NativeFile> file(EffectiveNode node, String path) {
		return tree(node).flatMap(t -> t.file(path));
	}

	Optional<NativeFile> step(EffectiveNode node, String name) {
		return file(node, NativeFile.Step.DIRECTORY + "/" + name);
	}

	boolean hasStep(String name) {
		return nodes().stream().anyMatch(n -> step(n, name).isPresent());
	}

	/** Nodes that have the step. */
	List<EffectiveNode> withStep(String name) {
		return nodes().stream().filter(n -> step(n, name).isPresent()).toList();
	}

	/** A file's text as a person may see it: secrets by their names. */
	static String shown(NativeFile file) {
		return shown(file.content().text());
	}

	/** Passwords that are written out in the design are hidden. */
	static String shown(String text) {
		String hidden = PASSWORD.matcher(text).replaceAll(m -> Matcher.quoteReplacement(Secrets.namesIn(m.group(2)).isEmpty() ? m.group(1) + "\"\u2026\"" : m.group()));
		return Secrets.PLACEHOLDER.matcher(hidden).replaceAll("the secret $1");
	}

	/** A file as the plan has it, once where it is the same on all nodes, else for each node. */
	void list(DocumentBuilder out, String path) {
		Map<String, List<EffectiveNode>> texts = new LinkedHashMap<>();
		for (EffectiveNode node : nodes()) {
			file(node, path).ifPresent(f -> texts.computeIfAbsent(shown(f), k -> new ArrayList<>()).add(node));
		}
		texts.forEach((text, where) -> out.file(Words.value(path) + (where.size() == nodes().size() && where.size() > 1 ? ", the same on " + all() : " on " + names(where)) + ":",
				text));
	}

	/** All files of a node below a directory whose names begin so, in order. */
	List<String> paths(EffectiveNode node, String prefix) {
		return tree(node).map(t -> t.files().stream().filter(NativeFile.Whole.class::isInstance).map(f -> f.path().text()).filter(p -> p.startsWith(prefix)).toList())
				.orElse(List.of());
	}

	boolean hasDrbd() {
		return cluster.replication().resources().stream().anyMatch(r -> !r.volumes().isEmpty());
	}

	/** Whether a service of rgmanager starts an init script. */
	boolean startedByService(String script) {
		return cluster.services().shared().stream().anyMatch(r -> r.type().equals("script")
				&& (r.name().value().equals(script) || r.parameters().stream().anyMatch(p -> p.key().equals("file") && p.value().value().endsWith("/" + script))));
	}

	/** Whether some file system of the cluster is mounted by the init scripts, and what is below it is started by them. */
	boolean startedByInit(EffectiveNode node, String script) {
		return cluster.bootServices().of(node).stream().anyMatch(s -> s.name().equals(script) && s.on().value());
	}

	/** Commands for each node, once where several type the same. */
	void runEach(DocumentBuilder out, Function<EffectiveNode, List<String>> commands) {
		Map<String, List<EffectiveNode>> groups = new LinkedHashMap<>();
		nodes().forEach(n -> groups.computeIfAbsent(lines(commands.apply(n)), k -> new ArrayList<>()).add(n));
		groups.forEach((lines, where) -> out.run(on(where), lines));
	}

	/** What the screen shows on each node, once where it is the same on several. */
	void expectEach(DocumentBuilder out, String what, Function<EffectiveNode, String> text) {
		Map<String, List<EffectiveNode>> groups = new LinkedHashMap<>();
		nodes().forEach(n -> groups.computeIfAbsent(text.apply(n), k -> new ArrayList<>()).add(n));
		groups.entrySet().stream().filter(e -> !e.getKey().isBlank()).forEach(e -> out.expect(what + (groups.size() == 1 ? ":" : " on " + names(e.getValue()) + ":"), e.getKey()));
	}

	/** The lines of a node's step that begin with one of these words. */
	List<String> commands(EffectiveNode node, String step, String... beginnings) {
		return step(node, step).map(f -> f.content().text().lines().map(String::strip).filter(l -> Arrays.stream(beginnings).anyMatch(l::startsWith)).toList()).orElse(List.of());
	}

	/** "`steps/40.sh` does the same, with its own checks before." */
	static String script(String name) {
		return Words.value("steps/" + name);
	}

	static String lines(List<String> lines) {
		return lines.stream().map(l -> l + "\n").collect(Collectors.joining());
	}
}
