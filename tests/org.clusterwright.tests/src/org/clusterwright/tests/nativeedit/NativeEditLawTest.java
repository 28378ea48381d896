package org.clusterwright.tests.nativeedit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clusterwright.core.nativeedit.EditableDesign;
import org.clusterwright.core.nativeedit.NativeEdit;
import org.clusterwright.core.nativeedit.NativeEdit.Offer;
import org.clusterwright.core.nativeedit.NativeEdit.OfferKind;
import org.clusterwright.core.nativeedit.NativeEdit.Proposal;
import org.clusterwright.core.nativeedit.NativeEdit.Refused;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativeFormats;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.drbd.DrbdConf;
import org.clusterwright.formats.hosts.Hosts;
import org.clusterwright.formats.ifcfg.Ifcfg;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law of editing in place, on every line of every editable file of the examples: what is proposed makes the edited text byte for byte and keeps the
 * design's comments, anything else is refused with a reason. Prints what share is accepted.
 */
class NativeEditLawTest {
	private static final Pattern COMMENT = Pattern.compile("//[^\n]*");
	private static final Pattern ADDRESS = Pattern.compile("\\b(\\d+\\.\\d+\\.\\d+\\.)(\\d+)\\b");
	private static final Pattern MAC = Pattern.compile("([0-9A-F]{2}:){5}[0-9A-F]{2}");
	private static final Pattern NUMBER = Pattern.compile("([0-9]+)(?=[^0-9]*$)");

	private static final List<NativeFormat> FORMATS = List.of(new Ifcfg(), new Hosts(), new DrbdConf());
	/** What was tried on a kind of file, and what became of it. */
	private static final class Tally {
		private int proposed;
		private int offered;
		private int refused;

		@Override
		public String toString() {
			int all = proposed + offered + refused;
			return proposed + " proposed, " + offered + " offered, " + refused + " refused of " + all + " (" + 100 * (proposed + offered) / Math.max(1, all) + " %)";
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "examples/an-clusterA.cluster", "examples/three-nodes.cluster" })
	void everyMutationOfEveryLine(String example) {
		String design = Designs.read(example);
		EditableDesign editable = new EditableDesign(Designs.LANGUAGE, NativeFormats.RHCS3, design);
		Map<String, Tally> tallies = new TreeMap<>();
		Set<String> wide = new LinkedHashSet<>();
		Plan plan = plan(design);
		String first = plan.trees().get(0).name();
		for (NodeTree tree : plan.trees()) {
			for (NativeFile file : tree.files()) {
				// a file of the whole cluster is edited once
				if (!EditableDesign.isEditable(NativeFormats.RHCS3, file.path()) || file.node().isEmpty() && !wide.add(file.path().text())) {
					continue;
				}
				boolean representative = file.node().isEmpty() || tree.name().equals(first);
				mutations(file.content().text(), file.syntax()).forEach((edited, kind) -> {
					if (!representative && (!kind.equals("value") && !kind.equals("delete") || kind.equals("value") && sameLines(edited, file, of(plan, file)))) {
						return; // tried on the first node: its files differ from the others' in nothing but some values
					}
					String format = file.path().text().replaceAll(".*/(ifcfg|hosts).*", "$1").replaceAll(".*\\.res", "res");
					check(design, editable.propose(tree.name(), file.path(), edited), tree.name(), file.path().text(), edited, tallies.computeIfAbsent(format + " " + kind, k -> new Tally()));
				});
			}
		}
		System.out.println(example + ": edits of native files");
		tallies.forEach((k, t) -> System.out.println("  " + k + ": " + t));
		assertTrue(tallies.entrySet().stream().filter(e -> e.getKey().endsWith("value")).allMatch(e -> e.getValue().proposed > e.getValue().refused / 3), tallies.toString());
	}

	private static String of(Plan plan, NativeFile file) {
		return plan.trees().get(0).file(file.path().text()).map(f -> f.content().text()).orElse("");
	}

	/** Whether the line that was changed is in the first node's file too. */
	private static boolean sameLines(String edited, NativeFile file, String first) {
		List<String> lines = first.lines().toList();
		List<String> now = edited.lines().toList();
		return file.content().text().lines().filter(l -> !now.contains(l)).allMatch(lines::contains);
	}

	private static void check(String design, NativeEdit edit, String node, String path, String edited, Tally tally) {
		switch (edit) {
			case Proposal p -> {
				tally.proposed++;
				assertLaw(design, p, node, path, edited);
			}
			case Refused r -> {
				assertFalse(r.reason().isBlank());
				assertTrue(r.place().offset() >= 0 && r.place().offset() + r.place().length() <= edited.length(), () -> r.place() + " in\n" + edited);
				for (Offer offer : r.offers()) {
					assertLaw(design, offer.proposal(), node, path, offer.text());
					assertEquals(offer.kind() == OfferKind.RESPELLED, !offer.text().equals(edited));
				}
				if (r.offers().isEmpty()) {
					tally.refused++;
				} else {
					tally.offered++;
				}
			}
			case NativeEdit.Unchanged u -> throw new AssertionError("a difference was not seen: " + path + "\n" + edited);
		}
	}

	private static void assertLaw(String design, Proposal proposal, String node, String path, String edited) {
		String result = Replacement.apply(design, proposal.replacements());
		assertEquals(proposal.design(), result);
		// what the rules say of it was asked before it was proposed; here only the law matters
		EffectiveCluster cluster = new EffectiveCluster(Designs.LANGUAGE.parse(result).root().orElseThrow());
		List<String> made = FORMATS.stream().flatMap(f -> f.generate(cluster).stream()).filter(f -> f.path().text().equals(path) && f.node().map(n -> n.name().value().equals(node)).orElse(true))
				.map(f -> f.content().text()).toList();
		assertEquals(List.of(edited), made);
		assertFalse(proposal.changes().isEmpty());
		List<String> comments = COMMENT.matcher(design).results().map(m -> m.group()).toList();
		assertEquals(comments, COMMENT.matcher(result).results().map(m -> m.group()).filter(comments::contains).toList(), result);
	}

	private static Plan plan(String design) {
		ParsedDesign parsed = Designs.LANGUAGE.validate(design);
		return (Plan) new Planner(NativeFormats.RHCS3).plan(new EffectiveCluster(parsed.root().orElseThrow()), parsed.findings());
	}

	/** Edited texts and what was done to them. */
	private static Map<String, String> mutations(String text, Syntax syntax) {
		String extra = switch (syntax) {
			case HOSTS -> "10.20.9.9       backup backup.example.com\n";
			case DRBD -> "\tsyncer {\n\t\tverify-alg      md5;\n\t}\n";
			default -> "USERCTL=\"no\"\n";
		};
		List<String> lines = Stream.of(text.split("(?<=\n)")).toList();
		Map<String, String> found = new LinkedHashMap<>();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			if (!line.isBlank() && !line.strip().startsWith("#")) {
				value(line).forEach(v -> found.put(v.text(lines), "value"));
			}
			add(found, lines, i, "", "delete");
			add(found, lines, i, line + line, "duplicate");
			add(found, lines, i, line + extra, "insert");
			add(found, lines, i, line.strip() + "%&{\n", "garbage");
		}
		found.remove(text);
		return found;
	}

	private record Mutation(String line, String other) {
		String text(List<String> lines) {
			int at = lines.indexOf(line);
			List<String> all = new ArrayList<>(lines);
			all.set(at, other);
			return String.join("", all);
		}
	}

	/** The line with another value of the same kind. */
	private static List<Mutation> value(String line) {
		List<Mutation> found = new ArrayList<>();
		Matcher address = ADDRESS.matcher(line);
		if (line.contains("NETMASK")) {
			found.add(new Mutation(line, line.replace("255.255.0.0", "255.255.240.0")));
		} else if (address.find()) {
			found.add(new Mutation(line, line.substring(0, address.start(2)) + "77" + line.substring(address.end(2))));
		}
		Matcher mac = MAC.matcher(line);
		if (mac.find()) {
			found.add(new Mutation(line, mac.replaceFirst("00:00:5E:00:53:AB")));
		} else if (line.contains("\"yes\"") || line.contains("\"no\"")) {
			found.add(new Mutation(line, line.contains("\"yes\"") ? line.replace("\"yes\"", "\"no\"") : line.replace("\"no\"", "\"yes\"")));
		} else if (line.contains("BOOTPROTO")) {
			found.add(new Mutation(line, line.replaceAll("\"[a-z]+\"", "\"dhcp\"")));
		} else if (!line.contains("IPADDR") && !line.contains("NETMASK") && !line.contains("GATEWAY") && !line.contains("DNS")) {
			Matcher number = NUMBER.matcher(line);
			if (number.find()) {
				found.add(new Mutation(line, line.substring(0, number.start()) + (Long.parseLong(number.group()) + 5) + line.substring(number.end())));
			}
		}
		if (line.contains("miimon")) {
			found.add(new Mutation(line, line.replace("miimon=100", "miimon=250")));
		}
		return found;
	}

	private static void add(Map<String, String> found, List<String> lines, int at, String instead, String kind) {
		List<String> all = new ArrayList<>(lines);
		all.set(at, instead);
		found.putIfAbsent(String.join("", all), kind);
	}
}
