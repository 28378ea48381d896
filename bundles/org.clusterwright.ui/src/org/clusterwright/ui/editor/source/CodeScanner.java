package org.clusterwright.ui.editor.source;

import java.util.Iterator;
import java.util.List;
import org.clusterwright.dsl.ide.Highlighting;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;

/** The language's own lexer as JFace wants it: runs over the damaged part of one code partition. */
final class CodeScanner implements ITokenScanner {
	private Iterator<Highlighting.Region> regions = List.<Highlighting.Region> of().iterator();
	private Highlighting.Region region;
	private int base;

	@Override
	public void setRange(IDocument document, int offset, int length) {
		base = offset;
		region = null;
		try {
			regions = DesignPartitions.isLong(document) ? List.<Highlighting.Region> of().iterator() : Highlighting.lexical(document.get(offset, length)).iterator();
		} catch (BadLocationException e) {
			regions = List.<Highlighting.Region> of().iterator();
		}
	}

	@Override
	public IToken nextToken() {
		if (!regions.hasNext()) {
			return Token.EOF;
		}
		region = regions.next();
		return new Token(Colours.attribute(region.kind()));
	}

	@Override
	public int getTokenOffset() {
		return base + region.offset();
	}

	@Override
	public int getTokenLength() {
		return region.length();
	}
}
