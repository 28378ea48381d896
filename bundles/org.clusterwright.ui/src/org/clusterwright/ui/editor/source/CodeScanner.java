package org.clusterwright.ui.editor.source;

import java.util.Iterator;
import java.util.List;
import org.clusterwright.dsl.ide.Highlighting;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;

/**
 * The language's own lexer as JFace wants it: runs over the damaged part of one code partition. What lies between the lexer's regions is a token too,
 * since JFace joins neighbours of one colour by adding up their lengths.
 */
final class CodeScanner implements ITokenScanner {
	private Iterator<Highlighting.Region> regions = List.<Highlighting.Region> of().iterator();
	/** The region that comes next; null at the end. */
	private Highlighting.Region region;
	private int base;
	private int start;
	private int end;
	private int length;

	@Override
	public void setRange(IDocument document, int offset, int length) {
		base = offset;
		start = 0;
		end = 0;
		this.length = length;
		try {
			regions = DesignPartitions.isLong(document) ? List.<Highlighting.Region> of().iterator() : Highlighting.lexical(document.get(offset, length)).iterator();
		} catch (BadLocationException e) {
			regions = List.<Highlighting.Region> of().iterator();
		}
		region = regions.hasNext() ? regions.next() : null;
	}

	@Override
	public IToken nextToken() {
		start = end;
		if (region == null || region.offset() > start) {
			end = region == null ? length : region.offset();
			return start < end ? Token.UNDEFINED : Token.EOF;
		}
		end = start + region.length();
		Token token = new Token(Colours.attribute(region.kind()));
		region = regions.hasNext() ? regions.next() : null;
		return token;
	}

	@Override
	public int getTokenOffset() {
		return base + start;
	}

	@Override
	public int getTokenLength() {
		return end - start;
	}
}
