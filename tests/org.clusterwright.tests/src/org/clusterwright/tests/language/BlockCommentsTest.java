package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clusterwright.dsl.ide.BlockComments;
import org.clusterwright.dsl.ide.Replacement;
import org.junit.jupiter.api.Test;

class BlockCommentsTest {
	private static final String TEXT = "cluster c {\n    node a\n    node b /* x */\n    node c // y\n    raw /etc/f \"a */ b\"\n}\n";

	private static String added(String from, String to) {
		int start = TEXT.indexOf(from);
		return Replacement.apply(TEXT, BlockComments.add(TEXT, start, TEXT.indexOf(to) + to.length() - start));
	}

	@Test
	void aSelectionBecomesOneComment() {
		assertEquals(TEXT.replace("node a", "/* node a */"), added("    node a", "a\n"));
		assertEquals(TEXT.replace("node a\n    node b /* x */", "/* node a\n    node b  x  */"), added("node a", "x */"));
		assertEquals(TEXT.replace("node c // y", "/* node c // y */"), added("node c", "// y"));
	}

	@Test
	void withoutASelectionTheLineDoes() {
		assertEquals(TEXT.replace("node a", "/* node a */"), Replacement.apply(TEXT, BlockComments.add(TEXT, TEXT.indexOf("de a"), 0)));
		assertTrue(BlockComments.add("a\n\nb", 2, 0).isEmpty(), "an empty line");
	}

	@Test
	void whatWouldBreakApartIsLeft() {
		assertTrue(BlockComments.add(TEXT, TEXT.indexOf("node b"), "node b /* x".length()).isEmpty());
		assertTrue(BlockComments.add(TEXT, TEXT.indexOf("raw"), "raw /etc/f \"a */ b\"".length()).isEmpty(), "the mark in the string would end the comment");
		assertTrue(BlockComments.add(TEXT, TEXT.indexOf("x */"), 1).isEmpty(), "a comment in a comment");
	}

	@Test
	void removingTakesAwayWhatAddingPut() {
		String text = added("node a", "x */");
		int inside = text.indexOf("node b");
		assertEquals(TEXT.replace("/* x */", " x "), Replacement.apply(text, BlockComments.remove(text, inside, 0)));
		assertEquals(TEXT.replace("/* x */", "x"), Replacement.apply(TEXT, BlockComments.remove(TEXT, 0, TEXT.length())));
		assertTrue(BlockComments.remove(TEXT, TEXT.indexOf("node a"), 0).isEmpty());
		assertEquals("a ", Replacement.apply("a /* ", BlockComments.remove("a /* ", 3, 0)).stripTrailing() + " ");
	}
}
