package org.clusterwright.core.diagram;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.effective.EffectiveCluster;

/** The storage figure as a comment: for the head of any file with {@code #}, and at the top of a design, where it is replaced when it is there already. */
public final class FigureComment {
	private static final String FIRST = "// Figure of the storage, made from this design:";
	private static final String LAST = "// End of the figure.";
	private static final Pattern WHOLE = Pattern.compile("^" + Pattern.quote(FIRST) + "[ \\t]*\\R(?://[^\\r\\n]*\\R)*?" + Pattern.quote(LAST) + "[ \\t]*$", Pattern.MULTILINE);

	private FigureComment() {
	}

	/** A picture as lines that each begin with {@code mark}; no line ends in a blank. */
	public static String of(Scene scene, String mark) {
		return TextFigure.of(scene).lines().map(l -> l.isEmpty() ? mark : mark + " " + l).collect(Collectors.joining("\n", "", "\n"));
	}

	/** The edit that puts the figure of a design into its text, or the one that is there up to date. */
	public static EditResult edit(String text, ClusterLanguage language) {
		ParsedDesign design = language.validate(text);
		if (design.root().isEmpty() || design.hasSyntaxErrors()) {
			return new EditResult.Rejected(design.findings(), "a figure is made of a design that can be read");
		}
		String end = text.contains("\r\n") ? "\r\n" : "\n";
		String figure = (FIRST + "\n" + of(StorageScene.of(new EffectiveCluster(design.root().get()), false), "//") + LAST).replace("\n", end);
		Matcher there = WHOLE.matcher(text);
		if (!there.find()) {
			return new EditResult.Edited(List.of(new Replacement(0, 0, figure + end + end)));
		}
		return new EditResult.Edited(there.group().equals(figure) ? List.of() : List.of(new Replacement(there.start(), there.end() - there.start(), figure)));
	}
}
