package org.clusterwright.core.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.hovers.Card;
import org.clusterwright.dsl.ide.hovers.Hovers;
import org.clusterwright.model.findings.Finding;

/** Help on a place of a design's text: what is wrong there and what to do, then what the word means and which values follow for it. */
public final class CaretHelp {
	/** Where to read more, by the first word of what the card is about. */
	private static final Map<String, String> CHAPTERS = Map.ofEntries(Map.entry("cluster", "stages"), Map.entry("node", "bare"), Map.entry("network", "bare#Plan the networks"),
			Map.entry("bond", "bare#Plan the networks"), Map.entry("nic", "bare#Know your interfaces"), Map.entry("bmc", "quorum#Fence devices in the tutorial"),
			Map.entry("pdu", "quorum#Fence devices in the tutorial"), Map.entry("fence", "quorum"), Map.entry("disk", "bare#Divide the disk"), Map.entry("partition", "bare#Divide the disk"),
			Map.entry("drbd", "drbd"), Map.entry("volume", "gfs2"), Map.entry("logical", "gfs2"), Map.entry("gfs2", "gfs2"), Map.entry("guest", "bare#The first guest"), Map.entry("service", "gfs2#One owner"));

	private CaretHelp() {
	}

	/** Any thread may ask. */
	public static Optional<HelpPage> at(ParsedDesign design, int offset) {
		List<Finding> findings = design.findings().stream().filter(f -> covers(f, offset, design.text())).toList();
		Optional<Card> card = Hovers.at(design, offset);
		if (findings.isEmpty() && card.isEmpty()) {
			return Optional.empty();
		}
		List<String> lines = new ArrayList<>();
		lines.add("# " + card.map(Card::title).map(HelpChapters::literal).orElseGet(() -> findings.get(0).code().id()));
		findings.forEach(f -> lines.addAll(HelpChapters.explanation(f.code(), Optional.of(f.message()), "## ")));
		card.ifPresent(c -> describe(c, lines, !findings.isEmpty()));
		return Optional.of(HelpMarkup.page("caret", lines));
	}

	private static void describe(Card card, List<String> lines, boolean below) {
		if (below) {
			lines.add("## What it is");
		}
		if (!card.description().isBlank()) {
			card.description().lines().forEach(l -> lines.addAll(List.of(HelpChapters.literal(l), "")));
		}
		for (Card.Fact fact : card.facts()) {
			lines.add("- **" + HelpChapters.literal(fact.label()) + "** " + HelpChapters.literal(fact.value()) + (fact.why().isEmpty() ? "" : " (" + HelpChapters.literal(fact.why()) + ")"));
		}
		String chapter = CHAPTERS.getOrDefault(card.title().split(" ", 2)[0], "language");
		lines.add("");
		lines.add("More: [" + (chapter.contains("#") ? chapter.substring(chapter.indexOf('#') + 1) : HelpChapters.all().stream().filter(c -> c.id().equals(chapter)).findFirst().orElseThrow().title())
				+ "](" + chapter + ")");
	}

	private static boolean covers(Finding finding, int offset, String text) {
		int length = Math.max(1, finding.place().length());
		return offset >= finding.place().offset() && offset <= finding.place().offset() + length && (offset < finding.place().offset() + length || offset == text.length()
				|| !Character.isLetterOrDigit(text.charAt(offset)));
	}
}
