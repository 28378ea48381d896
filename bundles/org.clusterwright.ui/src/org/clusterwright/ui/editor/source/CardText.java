package org.clusterwright.ui.editor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clusterwright.dsl.ide.hovers.Card;
import org.clusterwright.model.findings.Finding;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;

/** Writes a hover into a text widget: titles in bold, values in a column behind their labels, reasons dimmed, fixes as links. */
final class CardText {
	private static final int GAP = 14;

	private final StringBuilder text = new StringBuilder();
	private final List<StyleRange> styles = new ArrayList<>();
	private final List<Integer> rows = new ArrayList<>();
	private final Map<Integer, FixProposal> links = new TreeMap<>();
	private final Color dim;
	private final Color link;

	private CardText(StyledText widget) {
		dim = mix(widget.getForeground().getRGB(), widget.getBackground().getRGB());
		link = JFaceColors.getHyperlinkText(widget.getDisplay());
	}

	/** Readable on both themes: two parts of the foreground, one of the background. */
	private static Color mix(RGB front, RGB back) {
		return new Color((front.red * 2 + back.red) / 3, (front.green * 2 + back.green) / 3, (front.blue * 2 + back.blue) / 3);
	}

	/** Fills the widget; the result maps offsets of links to their fixes. */
	static Map<Integer, FixProposal> write(HoverContent content, StyledText widget) {
		CardText card = new CardText(widget);
		content.findings().forEach(card::finding);
		content.fixes().forEach(card::fix);
		content.card().ifPresent(card::card);
		widget.setText(card.text.toString().stripTrailing());
		int length = widget.getCharCount();
		widget.setStyleRanges(card.styles.stream().filter(s -> s.start + s.length <= length).toArray(StyleRange[]::new));
		card.align(widget, content);
		return card.links;
	}

	/** A text whose first line is its title. */
	static void write(String information, StyledText widget) {
		int end = information.indexOf('\n');
		widget.setText(information.stripTrailing());
		widget.setStyleRange(new StyleRange(0, Math.min(end < 0 ? information.length() : end, widget.getCharCount()), null, null, SWT.BOLD));
	}

	private void finding(Finding finding) {
		add(finding.message(), SWT.BOLD, null);
		add("  " + finding.severity().label() + " " + finding.code().id() + "\n", SWT.NORMAL, dim);
	}

	private void fix(FixProposal fix) {
		int start = text.length();
		add(fix.getDisplayString(), SWT.NORMAL, link);
		styles.get(styles.size() - 1).underline = true;
		styles.get(styles.size() - 1).underlineStyle = SWT.UNDERLINE_LINK;
		for (int i = start; i < text.length(); i++) {
			links.put(i, fix);
		}
		text.append('\n');
	}

	private void card(Card card) {
		if (!text.isEmpty()) {
			text.append('\n');
		}
		add(card.title() + "\n", SWT.BOLD, null);
		if (!card.description().isEmpty()) {
			add(card.description() + "\n", SWT.NORMAL, null);
		}
		for (Card.Fact fact : card.facts()) {
			String label = fact.label();
			for (String line : fact.value().split("\n")) {
				rows.add(text.length());
				add(label + "\t", SWT.NORMAL, dim);
				add(line, SWT.NORMAL, null);
				label = "";
				if (line.equals(fact.value()) && !fact.why().isEmpty()) {
					add("   " + fact.why(), SWT.ITALIC, dim);
				}
				text.append('\n');
			}
		}
	}

	private void add(String words, int font, Color colour) {
		styles.add(new StyleRange(text.length(), words.length(), colour, null, font));
		text.append(words);
	}

	/** How far the values are set in, in pixels; the widget's own size does not count it. */
	static int column(StyledText widget) {
		int column = 0;
		for (int line = 0; line < widget.getLineCount(); line++) {
			int[] stops = widget.getLineTabStops(line);
			column = stops == null || stops.length == 0 ? column : Math.max(column, stops[0]);
		}
		return column;
	}

	/** Values stand in a column, also where they wrap. */
	private void align(StyledText widget, HoverContent content) {
		GC gc = new GC(widget);
		int column = content.card().stream().flatMap(c -> c.facts().stream()).mapToInt(f -> gc.textExtent(f.label()).x).max().orElse(0) + GAP;
		gc.dispose();
		for (int row : rows) {
			int line = widget.getLineAtOffset(Math.min(row, widget.getCharCount()));
			widget.setLineTabStops(line, 1, new int[] { column });
			widget.setLineWrapIndent(line, 1, column);
		}
	}
}
