package org.clusterwright.tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Explanation;
import org.clusterwright.model.findings.Explanations;
import org.clusterwright.model.findings.FindingTexts;
import org.junit.jupiter.api.Test;

class FindingTextsTest {

	@Test
	void codesAndTextsMatchBothWays() {
		assertEquals(Stream.of(Code.values()).map(Code::id).collect(Collectors.toCollection(TreeSet::new)), new TreeSet<>(FindingTexts.keys()));
	}

	@Test
	void textsAreWellFormed() {
		for (Code code : Code.values()) {
			String text = FindingTexts.message(code, Collections.nCopies(9, "<arg>"));
			assertFalse(text.matches("(?s).*\\{[0-9].*") || text.isBlank(), code.id() + ": " + text);
		}
	}

	@Test
	void codesAndExplanationsMatchBothWays() {
		assertEquals(Stream.of(Code.values()).map(Code::id).collect(Collectors.toCollection(TreeSet::new)), new TreeSet<>(Explanations.keys()));
	}

	@Test
	void everyExplanationSaysWhatWhyAndWhatToDo() {
		for (Code code : Code.values()) {
			Explanation explanation = Explanations.of(code);
			for (String text : new String[] {explanation.meaning(), explanation.reason(), explanation.cure()}) {
				assertTrue(text.length() > 8 && !text.endsWith(" "), code.id() + ": " + text);
			}
			assertNotEquals(explanation.meaning(), FindingTexts.message(code, Collections.nCopies(9, "")), code.id());
		}
	}
}
