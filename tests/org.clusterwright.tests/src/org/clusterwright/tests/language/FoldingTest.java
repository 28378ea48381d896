package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clusterwright.dsl.ide.Folding;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class FoldingTest {

	private static List<String> folded(String text) {
		return Folding.of(text).stream().map(r -> text.substring(r.offset(), r.offset() + r.length())).toList();
	}

	@Test
	void blocksOfSeveralLinesFoldWithTheirLastLine() {
		assertEquals(List.of("    node a {\n        votes 1\n    }\n"), folded("cluster c {\n    node a {\n        votes 1\n    }\n    node b { votes 1 }\n}\n"));
	}

	@Test
	void onlyTheLargestOfTheBlocksOfALineFolds() {
		assertEquals(List.of("a { b {\n}\n}\n"), folded("cluster c {\na { b {\n}\n}\n}\n"));
	}

	@Test
	void commentsAndTextsOfSeveralLinesFold() {
		assertEquals(List.of("/* one\n two */\n", "raw /x '''\n}\n''' // end\n"), folded("/* one\n two */\ncluster c {\nraw /x '''\n}\n''' // end\n}\n"));
		assertEquals(List.of("// 1\n// 2\n// 3\n"), folded("// 1\n// 2\n// 3\ncluster c { // 4\n// 5\n// 6\n}\n"));
	}

	@Test
	void aBraceThatIsMissingOrTooManyBreaksNothing() {
		for (String text : List.of("", "}", "{", "cluster c {\n node a {\n", "}}}\n{{\n", "'''", "/*", "\"", "// \n//\n//")) {
			Folding.of(text);
		}
		assertEquals(List.of("b {\n}\n"), folded("cluster c {\na {\nb {\n}\n"));
	}

	@Test
	void theTutorialHasOneRegionForEachOpenLine() {
		String text = Designs.tutorial();
		Set<Integer> starts = new HashSet<>();
		Folding.of(text).forEach(r -> assertTrue(starts.add(r.offset()) && (r.offset() == 0 || text.charAt(r.offset() - 1) == '\n') && text.charAt(r.offset() + r.length() - 1) == '\n', r.toString()));
		assertTrue(folded(text).stream().anyMatch(f -> f.startsWith("    node an-node01 id 1") && f.endsWith("    }\n")));
	}
}
