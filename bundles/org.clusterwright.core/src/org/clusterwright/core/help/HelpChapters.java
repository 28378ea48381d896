package org.clusterwright.core.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clusterwright.formats.clusterconf.ClusterConfStages;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Explanation;
import org.clusterwright.model.findings.Explanations;
import org.clusterwright.model.findings.FindingTexts;

/** The help's pages: the chapters, and one for each finding. Addresses are {@code bare}, {@code bare#Divide the disk}, {@code code/not-fenced}. */
public final class HelpChapters {
	/** The page that lists all findings. */
	public static final String FINDINGS = "findings";
	public static final String FIRST = "bare";
	private static final String CODE = "code/";
	private static final int MOST_ARGUMENTS = 9;

	/** A chapter in the table of contents. */
	public record Chapter(String id, String title, List<String> headings) {
		public Chapter {
			headings = List.copyOf(headings);
		}
	}

	private static final List<String> IDS = List.of(FIRST, "stages", "language", "quorum", "drbd", "gfs2", "files", "trouble", "keys");

	private HelpChapters() {
	}

	/** The chapters in their order; the last lists the findings. */
	public static List<Chapter> all() {
		List<Chapter> chapters = new ArrayList<>();
		for (String id : IDS) {
			List<String> lines = source(id).lines().filter(l -> l.startsWith("# ") || l.startsWith("## ")).toList();
			chapters.add(new Chapter(id, lines.get(0).substring(2), lines.stream().filter(l -> l.startsWith("## ")).map(l -> l.substring(3)).toList()));
		}
		chapters.add(new Chapter(FINDINGS, "All findings", List.of()));
		return chapters;
	}

	/** A chapter's mark-up with the values of a design, for texts that share it. */
	public static List<String> markup(String id, HelpValues values) {
		return expand(id, values, new HashSet<>());
	}

	/** The page of an address, with the values of a design; absent where there is none. What is behind a {@code #} does not matter. */
	public static Optional<HelpPage> page(String address, HelpValues values) {
		String id = address.replaceFirst("#.*", "");
		if (id.equals(FINDINGS)) {
			return Optional.of(findings());
		}
		if (id.startsWith(CODE)) {
			return Code.of(id.substring(CODE.length())).map(c -> HelpMarkup.page(id, explanation(c, Optional.empty(), "# ")));
		}
		return IDS.contains(id) ? Optional.of(HelpMarkup.page(id, expand(id, values, new HashSet<>()))) : Optional.empty();
	}

	public static String address(Code code) {
		return CODE + code.id();
	}

	/** What looks like a value in a chapter and is none; for the test that allows a few. */
	public static Set<String> unknownKeys(String id, HelpValues values) {
		Set<String> unknown = new HashSet<>();
		expand(id, values, unknown);
		return unknown;
	}

	/** The addresses of pages whose text holds all words of a query, chapters first, each with the heading above the first word. */
	public static List<String> search(String query, HelpValues values) {
		List<Pattern> words = Pattern.compile("\\s+").splitAsStream(query.strip()).filter(w -> !w.isEmpty()).map(w -> Pattern.compile(Pattern.quote(w), Pattern.CASE_INSENSITIVE)).toList();
		List<String> found = new ArrayList<>();
		if (words.isEmpty()) {
			return found;
		}
		for (String id : IDS) {
			HelpPage page = page(id, values).orElseThrow();
			if (words.stream().allMatch(w -> w.matcher(page.text()).find())) {
				found.add(id + heading(page, words.get(0)).map(h -> "#" + h).orElse(""));
			}
		}
		for (Code code : Code.values()) {
			String text = String.join("\n", explanation(code, Optional.empty(), "# "));
			if (words.stream().allMatch(w -> w.matcher(text).find())) {
				found.add(address(code));
			}
		}
		return found;
	}

	private static Optional<String> heading(HelpPage page, Pattern word) {
		var matcher = word.matcher(page.text());
		return matcher.find() ? page.headings().stream().filter(h -> page.anchor(h).orElse(0) <= matcher.start()).reduce((a, b) -> b) : Optional.empty();
	}

	private static List<String> expand(String id, HelpValues values, Set<String> unknown) {
		List<ClusterConfStages.Stage> stages = id.equals("stages") ? ClusterConfStages.of(values.cluster()) : List.of();
		return new HelpTemplate(values, n -> stage(stages, n), unknown).expand(source(id));
	}

	private static List<String> stage(List<ClusterConfStages.Stage> stages, int number) {
		List<String> lines = new ArrayList<>(List.of("```xml"));
		stages.stream().filter(s -> s.number() == number).forEach(s -> s.lines().forEach(l -> lines.add((l.added() ? HelpMarkup.ADDED : "") + l.text())));
		lines.add("```");
		return lines;
	}

	/** The explanation of a code as mark-up; with the message of a finding where there is one. */
	static List<String> explanation(Code code, Optional<String> message, String heading) {
		Explanation explanation = Explanations.of(code);
		List<String> lines = new ArrayList<>();
		lines.add(heading + code.id() + " (" + code.severity().label() + ")");
		lines.add("> " + literal(message.orElseGet(() -> FindingTexts.message(code, Collections.nCopies(MOST_ARGUMENTS, "…")))));
		lines.add("");
		lines.add(literal(explanation.meaning()));
		lines.add("");
		lines.add("**Why it matters.** " + literal(explanation.reason()));
		lines.add("");
		lines.add("**What to do.** " + literal(explanation.cure()));
		explanation.chapter().ifPresent(c -> {
			lines.add("");
			lines.add("More: [" + (c.contains("#") ? c.substring(c.indexOf('#') + 1) : c) + "](" + c + ")");
		});
		return lines;
	}

	/** Plain text as mark-up that shows it as it is. */
	static String literal(String text) {
		return HelpMarkup.escape(text);
	}

	private static HelpPage findings() {
		List<String> lines = new ArrayList<>(List.of("# All findings", "F1 on a row of the Problems view, or on a marked word of the source, opens the page of its finding. At a shell `clusterwright explain CODE` prints it.", ""));
		for (Code code : Code.values()) {
			lines.add("- [" + code.id() + "](" + address(code) + ") " + literal(Explanations.of(code).meaning()));
		}
		return HelpMarkup.page(FINDINGS, lines);
	}

	private static String source(String id) {
		try (InputStream in = HelpChapters.class.getResourceAsStream("chapters/" + id + ".md")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
