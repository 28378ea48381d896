package org.clusterwright.ui.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.clusterwright.core.help.HelpPage;
import org.clusterwright.core.help.HelpPage.Run;
import org.clusterwright.ui.editor.source.Colours;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** One page of the help in a text widget: links are followed by mouse, or by Tab and Enter. */
final class HelpText {
	private static final String PREFIX = "org.clusterwright.ui.colour.help";
	private static final int MARGIN = 14;
	private static final int BULLET = 20;

	private final StyledText text;
	private final Consumer<String> follow;
	private HelpPage page;

	HelpText(Composite parent, Consumer<String> follow, Runnable find) {
		this.follow = follow;
		text = new StyledText(parent, SWT.MULTI | SWT.V_SCROLL | SWT.WRAP | SWT.READ_ONLY | SWT.FULL_SELECTION);
		text.setEditable(false);
		text.setCaret(null);
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		text.setLineSpacing(3);
		text.setData("org.clusterwright.id", "help.text");
		text.addListener(SWT.MouseMove, this::point);
		text.addListener(SWT.MouseUp, this::click);
		text.addListener(SWT.Traverse, this::traverse);
		text.addListener(SWT.KeyDown, e -> key(e, find));
		IPropertyChangeListener recolour = event -> {
			if (page != null && (Colours.isOurs(event.getProperty()) || event.getProperty().equals(JFaceResources.TEXT_FONT) || event.getProperty().equals(JFaceResources.DIALOG_FONT))) {
				style();
			}
		};
		Colours.registry().addListener(recolour);
		JFaceResources.getFontRegistry().addListener(recolour);
		text.addDisposeListener(e -> {
			Colours.registry().removeListener(recolour);
			JFaceResources.getFontRegistry().removeListener(recolour);
		});
	}

	void show(HelpPage next) {
		page = next;
		text.setRedraw(false);
		text.setText(next.text());
		style();
		text.setSelection(0);
		text.setRedraw(true);
	}

	/** The same page with other values: the place in it stays. */
	void replace(HelpPage next) {
		int top = text.getTopIndex();
		show(next);
		text.setTopIndex(top);
	}

	void reveal(int offset) {
		if (offset == 0) {
			text.setTopPixel(0);
		} else {
			text.setTopIndex(text.getLineAtOffset(Math.min(offset, text.getCharCount())));
		}
	}

	void setFocus() {
		text.setFocus();
	}

	/** Selects the next place with the words, from the selection on; false where no further one is. */
	boolean findNext(String words) {
		String all = text.getText().toLowerCase(Locale.ROOT);
		int at = all.indexOf(words.toLowerCase(Locale.ROOT), text.getSelection().y);
		if (at < 0) {
			return false;
		}
		text.setSelection(at, at + words.length());
		text.showSelection();
		return true;
	}

	private void style() {
		Font plain = JFaceResources.getDialogFont();
		text.setFont(plain);
		List<StyleRange> ranges = new ArrayList<>();
		page.runs().forEach(r -> ranges.add(range(r)));
		page.blocks().forEach(this::block);
		for (HelpPage.Block block : page.blocks()) {
			if (block.shape() == HelpPage.Shape.CODE) {
				HelpCode.colour(block, page.text(), ranges);
			} else if (block.shape() == HelpPage.Shape.TABLE) {
				fillTable(block, ranges);
			}
		}
		ranges.sort(Comparator.comparingInt(r -> r.start));
		text.setStyleRanges(withoutOverlap(ranges));
	}

	/** A table is in the font of one width all through, its words keep what else they have. */
	private static void fillTable(HelpPage.Block block, List<StyleRange> ranges) {
		Font mono = JFaceResources.getTextFont();
		ranges.stream().filter(r -> r.start >= block.offset() && r.start < block.offset() + block.length()).forEach(r -> r.font = r.fontStyle == SWT.BOLD ? bold() : mono);
		List<StyleRange> inside = ranges.stream().filter(r -> r.start >= block.offset() && r.start < block.offset() + block.length()).sorted(Comparator.comparingInt(r -> r.start)).toList();
		int at = block.offset();
		for (StyleRange range : inside) {
			if (range.start > at) {
				ranges.add(font(at, range.start - at, mono));
			}
			at = Math.max(at, range.start + range.length);
		}
		if (at < block.offset() + block.length()) {
			ranges.add(font(at, block.offset() + block.length() - at, mono));
		}
	}

	private static Font bold() {
		return JFaceResources.getFontRegistry().getBold(JFaceResources.TEXT_FONT);
	}

	static StyleRange font(int offset, int length, Font font) {
		StyleRange range = new StyleRange(offset, length, null, null);
		range.font = font;
		return range;
	}

	/** The earlier and, of two that begin together, the longer wins; what it covers is cut off. */
	private static StyleRange[] withoutOverlap(List<StyleRange> sorted) {
		List<StyleRange> clean = new ArrayList<>();
		int end = 0;
		for (StyleRange range : sorted) {
			if (range.start >= end && range.length > 0) {
				clean.add(range);
				end = range.start + range.length;
			}
		}
		return clean.toArray(StyleRange[]::new);
	}

	private StyleRange range(Run run) {
		StyleRange range = new StyleRange(run.offset(), run.length(), null, null);
		switch (run.style()) {
			case TITLE -> range.font = JFaceResources.getFont(JFaceResources.HEADER_FONT);
			case HEADING -> range.font = JFaceResources.getFont(JFaceResources.BANNER_FONT);
			case SUBHEADING, STRONG -> {
				range.fontStyle = SWT.BOLD;
				range.font = JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT);
			}
			case EMPHASIS -> range.font = JFaceResources.getFontRegistry().getItalic(JFaceResources.DIALOG_FONT);
			case CODE -> {
				range.font = JFaceResources.getTextFont();
				range.foreground = Colours.registry().get("org.clusterwright.ui.colour.string");
			}
			case LINK -> {
				range.foreground = link();
				range.underline = true;
				range.data = run.target();
			}
		}
		return range;
	}

	private Color link() {
		Color colour = JFaceColors.getHyperlinkText(text.getDisplay());
		return colour == null ? Colours.registry().get("org.clusterwright.ui.colour.reference") : colour;
	}

	private void block(HelpPage.Block block) {
		int first = text.getLineAtOffset(block.offset());
		int count = Math.max(1, text.getLineAtOffset(Math.max(block.offset(), block.offset() + block.length() - 1)) - first + 1);
		switch (block.shape()) {
			case TEXT -> {
				// as the widget has it
			}
			case BULLET -> {
				text.setLineTabStops(first, count, new int[] {BULLET});
				text.setLineWrapIndent(first, count, BULLET);
			}
			case CODE -> {
				text.setLineIndent(first, count, BULLET / 2);
				text.setLineWrapIndent(first, count, BULLET * 2);
				back(first, count, "Code");
			}
			case ADDED -> back(first, count, "Added");
			case NOTE -> back(first, count, "Note");
			case WARNING -> back(first, count, "Warning");
			case TABLE -> text.setLineWrapIndent(first, count, Math.min(text.getClientArea().width / 2, Integer.parseInt(block.language()) * characterWidth()));
		}
	}

	/** Code's background comes last of a block, so that added lines within keep theirs. */
	private void back(int first, int count, String colour) {
		for (int line = first; line < first + count; line++) {
			if (text.getLineBackground(line) == null || !colour.equals("Code")) {
				text.setLineBackground(line, 1, Colours.registry().get(PREFIX + colour));
			}
		}
	}

	private int characterWidth() {
		GC gc = new GC(text);
		try {
			gc.setFont(JFaceResources.getTextFont());
			return (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
		} finally {
			gc.dispose();
		}
	}

	private int offset(Event event) {
		return text.getOffsetAtPoint(new org.eclipse.swt.graphics.Point(event.x, event.y));
	}

	private void point(Event event) {
		int offset = offset(event);
		boolean link = offset >= 0 && page != null && page.linkAt(offset).isPresent();
		text.setCursor(text.getDisplay().getSystemCursor(link ? SWT.CURSOR_HAND : SWT.CURSOR_IBEAM));
	}

	private void click(Event event) {
		int offset = offset(event);
		if (event.button == 1 && text.getSelectionCount() == 0 && offset >= 0 && page != null) {
			page.linkAt(offset).ifPresent(l -> follow.accept(l.target()));
		}
	}

	/** Tab goes from link to link and, behind the last, out of the text. */
	private void traverse(Event event) {
		if (page == null || event.detail != SWT.TRAVERSE_TAB_NEXT && event.detail != SWT.TRAVERSE_TAB_PREVIOUS) {
			return;
		}
		int at = text.getSelection().x;
		List<Run> links = page.links();
		Run next = event.detail == SWT.TRAVERSE_TAB_NEXT
				? links.stream().filter(l -> l.offset() > at || l.offset() == at && text.getSelectionCount() == 0).findFirst().orElse(null)
				: links.stream().filter(l -> l.offset() < at).reduce((a, b) -> b).orElse(null);
		event.doit = next == null;
		if (next != null) {
			text.setSelection(next.offset(), next.offset() + next.length());
			text.showSelection();
		}
	}

	private void key(Event event, Runnable find) {
		if (event.stateMask == SWT.MOD1 && (event.keyCode == 'f' || event.keyCode == 'F')) {
			find.run();
		} else if ((event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && page != null) {
			page.linkAt(text.getSelection().x).ifPresent(l -> follow.accept(l.target()));
		}
	}
}
