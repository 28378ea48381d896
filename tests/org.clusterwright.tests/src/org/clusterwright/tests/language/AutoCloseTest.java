package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clusterwright.dsl.ide.AutoClose;
import org.junit.jupiter.api.Test;

class AutoCloseTest {

	/** Types into a text whose caret is the bar; what is not changed just appears. */
	private static String type(String textWithCaret, String keys) {
		int caret = textWithCaret.indexOf('|');
		StringBuilder text = new StringBuilder(textWithCaret.replace("|", ""));
		for (char key : keys.toCharArray()) {
			int at = caret;
			AutoClose.Change change = key == '\b' ? AutoClose.deletedBefore(text.toString(), at).orElse(new AutoClose.Change(at - 1, 1, "", at - 1))
					: AutoClose.typed(text.toString(), at, key).orElse(new AutoClose.Change(at, 0, String.valueOf(key), at + 1));
			text.replace(change.offset(), change.offset() + change.length(), change.text());
			caret = change.caret();
		}
		return text.insert(caret, '|').toString();
	}

	@Test
	void openersBringTheirCloser() {
		assertEquals("node a {|}", type("node a |", "{"));
		assertEquals("network n \"|\" 10.0.0.0/8", type("network n | 10.0.0.0/8", "\""));
		assertEquals("raw /etc/x '''|'''", type("raw /etc/x |", "'''"));
	}

	@Test
	void closersAreSteppedOver() {
		assertEquals("node a {}|", type("node a |", "{}"));
		assertEquals("network n \"Label\"|", type("network n |", "\"Label\""));
		assertEquals("raw /etc/x '''text'''|", type("raw /etc/x |", "'''text'''"));
	}

	@Test
	void backspaceTakesAnEmptyPairAway() {
		assertEquals("node a |", type("node a |", "{\b"));
		assertEquals("n |", type("n |", "\"\b"));
		assertEquals("raw /x |", type("raw /x |", "'''\b"));
		assertEquals("node a { |}", type("node a { x|}", "\b"));
	}

	@Test
	void nothingIsAddedInCommentsAndStrings() {
		assertEquals("// see {|", type("// see |", "{"));
		assertEquals("/* it's \"| */", type("/* it's | */", "\""));
		assertEquals("network n \"a { |\"", type("network n \"a |\"", "{ "));
		assertEquals("raw /x '''\"|'''", type("raw /x '''|'''", "\""));
	}

	@Test
	void nothingIsAddedBeforeAWordOrWhereABraceIsMissing() {
		assertEquals("{|node a", type("|node a", "{"));
		assertEquals("\"|word", type("|word", "\""));
		assertEquals("cluster c {|\n}", type("cluster c |\n}", "{"));
		assertEquals("a {\n b {}|\n", type("a {\n b {|\n", "}"));
	}

	@Test
	void anEscapedQuoteDoesNotEndAString() {
		assertEquals("n \"a\\\"|\"", type("n \"a\\|\"", "\""));
	}

	@Test
	void bracesInStringsAndCommentsDoNotCount() {
		assertEquals("// }\nnode a {|}", type("// }\nnode a |", "{"));
		assertEquals("cluster c {|}\n// }", type("cluster c |\n// }", "{").replace("}\n// }", "}\n// }"));
	}
}
