package org.clusterwright.ui.help;

import java.util.Iterator;
import java.util.List;
import org.clusterwright.core.help.HelpPage;
import org.clusterwright.dsl.ide.Highlighting;
import org.clusterwright.formats.Syntax;
import org.clusterwright.ui.editor.source.Colours;
import org.clusterwright.ui.preview.NativeColouring;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.custom.StyleRange;

/** Colours code in the help as the editor and the native files are. */
final class HelpCode {
	private HelpCode() {
	}

	/** Adds styles for all of a block; they follow one another without a gap, so that all of it has the font of one width. */
	static void colour(HelpPage.Block block, String text, List<StyleRange> ranges) {
		String code = text.substring(block.offset(), block.offset() + block.length());
		TextPresentation presentation = switch (block.language()) {
			case "xml" -> NativeColouring.of(Syntax.XML, code);
			case "sh" -> NativeColouring.of(Syntax.SHELL, code);
			case "cluster" -> design(code);
			default -> new TextPresentation();
		};
		int at = 0;
		for (Iterator<StyleRange> all = presentation.getAllStyleRangeIterator(); all.hasNext();) {
			StyleRange range = all.next();
			if (range.start > at) {
				ranges.add(HelpText.font(block.offset() + at, range.start - at, JFaceResources.getTextFont()));
			}
			at = range.start + range.length;
			range.start += block.offset();
			range.font = JFaceResources.getTextFont();
			ranges.add(range);
		}
		if (at < code.length()) {
			ranges.add(HelpText.font(block.offset() + at, code.length() - at, JFaceResources.getTextFont()));
		}
	}

	private static TextPresentation design(String code) {
		TextPresentation presentation = new TextPresentation();
		for (Highlighting.Region region : Highlighting.lexical(code)) {
			presentation.addStyleRange(new StyleRange(region.offset(), region.length(), Colours.of(region.kind()), null, Colours.style(region.kind())));
		}
		return presentation;
	}
}
