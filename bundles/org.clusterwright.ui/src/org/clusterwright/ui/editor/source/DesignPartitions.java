package org.clusterwright.ui.editor.source;

import org.eclipse.core.filebuffers.IDocumentSetupParticipant;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension3;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.FastPartitioner;
import org.eclipse.jface.text.rules.IPredicateRule;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedPartitionScanner;
import org.eclipse.jface.text.rules.Token;

/** Cuts a design into code, comments and strings, so that colouring and editing of code need not look for them. */
public final class DesignPartitions implements IDocumentSetupParticipant {
	public static final String PARTITIONING = "org.clusterwright.design";
	public static final String COMMENT = "org.clusterwright.design.comment";
	public static final String STRING = "org.clusterwright.design.string";

	/** A longer text, in characters, is shown plain: colouring and folding it would take the user's time, and no design is so long. */
	static final int LONGEST = 512 * 1024;

	/** Finds nothing in a text that is too long. */
	private static final class Scanner extends RuleBasedPartitionScanner {
		/** A whole range is a part without a beginning. */
		@Override
		public void setPartialRange(IDocument document, int offset, int length, String contentType, int partitionOffset) {
			if (isLong(document)) {
				super.setPartialRange(document, document.getLength(), 0, null, -1);
			} else {
				super.setPartialRange(document, offset, length, contentType, partitionOffset);
			}
		}
	}

	static boolean isLong(IDocument document) {
		return document.getLength() > LONGEST;
	}

	@Override
	public void setup(IDocument document) {
		if (!(document instanceof IDocumentExtension3 partitioned) || partitioned.getDocumentPartitioner(PARTITIONING) != null) {
			return;
		}
		RuleBasedPartitionScanner scanner = new Scanner();
		Token comment = new Token(COMMENT);
		Token string = new Token(STRING);
		scanner.setPredicateRules(new IPredicateRule[] { new EndOfLineRule("//", comment), new MultiLineRule("/*", "*/", comment, (char) 0, true),
				new MultiLineRule("'''", "'''", string, (char) 0, true), new MultiLineRule("\"", "\"", string, '\\', true) });
		FastPartitioner partitioner = new FastPartitioner(scanner, new String[] { COMMENT, STRING });
		partitioned.setDocumentPartitioner(PARTITIONING, partitioner);
		partitioner.connect(document);
	}
}
