package org.clusterwright.dsl.ide.fixes;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;

/** Cures for findings. One list of rules, by theme as the checks are. */
public final class QuickFixes {
	private static final List<FixRule> RULES = Stream.of(NameFixes.RULES, ParameterFixes.RULES, NetworkFixes.RULES, BondFixes.RULES, HardwareFixes.RULES, QuorumFixes.RULES,
			TotemFixes.RULES, FenceDeviceFixes.RULES, FenceMethodFixes.RULES, StorageFixes.RULES, DrbdFixes.RULES, VolumeFixes.RULES, FileSystemFixes.RULES, GuestFixes.RULES,
			ServiceFixes.RULES).flatMap(List::stream).toList();
	private static final Set<Code> CURABLE = RULES.stream().map(FixRule::code).collect(Collectors.toSet());

	private final ClusterLanguage language;
	private final ClusterEditor editor;

	public QuickFixes(ClusterLanguage language) {
		this.language = Objects.requireNonNull(language);
		this.editor = new ClusterEditor(language);
	}

	/** The names of all rules. */
	public static List<String> rules() {
		return RULES.stream().map(FixRule::id).toList();
	}

	/** Whether there is any rule for the code; its findings may still have no cure where they are. */
	public static boolean mayCure(Code code) {
		return CURABLE.contains(code);
	}

	/** Best first. None while the text has syntax errors: the model is not whole then, and {@link ParsedDesign#syntaxError} is to be mended first. */
	public static List<QuickFix> of(ParsedDesign design, Finding finding) {
		if (!mayCure(finding.code()) || design.hasSyntaxErrors()) {
			return List.of();
		}
		Optional<Problem> problem = Problem.of(design, finding);
		Set<String> titles = new HashSet<>();
		return problem.stream().flatMap(p -> RULES.stream().filter(r -> r.code() == finding.code()).flatMap(r -> r.cures().apply(p).map(c -> new QuickFix(r.id(), finding, c))))
				.filter(f -> titles.add(f.title())).toList();
	}

	/** Those of the findings at a place; where none is, of those on its line. */
	public static List<QuickFix> at(ParsedDesign design, int offset) {
		List<Finding> here = design.findings().stream().filter(f -> covers(f.place(), offset)).toList();
		List<QuickFix> fixes = here.stream().flatMap(f -> of(design, f).stream()).toList();
		if (!fixes.isEmpty()) {
			return fixes;
		}
		int line = Place.in(design.text(), offset, 0).line();
		return design.findings().stream().filter(f -> f.place().line() == line)
				.sorted(Comparator.comparing(Finding::severity).thenComparingInt(f -> Math.abs(f.place().offset() - offset))).flatMap(f -> of(design, f).stream()).toList();
	}

	private static boolean covers(Place place, int offset) {
		return offset >= place.offset() && offset <= place.offset() + place.length();
	}

	/** What a fix replaces in the text that it was made for. */
	public EditResult edit(String text, QuickFix fix) {
		return switch (fix.cure()) {
			case Cure.OfModel model -> editor.edit(text, model.change());
			case Cure.OfText words -> new EditResult.Edited(words.replacements());
		};
	}

	/** How many findings of a text the rule of a fix could cure. */
	public static long count(ParsedDesign design, QuickFix fix) {
		return design.findings().stream().filter(f -> f.code() == fix.finding().code()).filter(f -> of(design, f).stream().anyMatch(x -> x.rule().equals(fix.rule()))).count();
	}

	/**
	 * Cures all findings that the rule of a fix can cure, one after the other, since each may change what is free for the next; the last in the text
	 * first, so that of two that clash the first keeps what it has. Checks the text in between: not for the UI thread. Absent when cancelled.
	 */
	public Optional<EditResult> editAll(String text, QuickFix fix, BooleanSupplier cancelled) {
		String now = text;
		Set<String> tried = new HashSet<>();
		for (int rounds = language.validate(text).findings().size(); rounds > 0; rounds--) {
			if (cancelled.getAsBoolean()) {
				return Optional.empty();
			}
			ParsedDesign design = language.validate(now);
			Optional<QuickFix> next = design.findings().reversed().stream().filter(f -> f.code() == fix.finding().code()).flatMap(f -> of(design, f).stream())
					.filter(f -> f.rule().equals(fix.rule())).filter(f -> tried.add(key(design, f))).findFirst();
			if (next.isEmpty() || !(edit(now, next.get()) instanceof EditResult.Edited edited)) {
				break;
			}
			now = Replacement.apply(now, edited.replacements());
		}
		return Optional.of(new EditResult.Edited(now.equals(text) ? List.of() : List.of(between(text, now))));
	}

	/** Something that a cure did not help is not tried again. */
	private static String key(ParsedDesign design, QuickFix fix) {
		return fix.finding().args() + " " + fix.finding().place().offset() + " " + design.text().length() + " " + design.text().hashCode();
	}

	/** The one replacement that leads from a text to another. */
	private static Replacement between(String before, String after) {
		int start = 0;
		int most = Math.min(before.length(), after.length());
		while (start < most && before.charAt(start) == after.charAt(start)) {
			start++;
		}
		int end = 0;
		while (end < most - start && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
			end++;
		}
		return new Replacement(start, before.length() - start - end, after.substring(start, after.length() - end));
	}
}
