package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of docs/language.md: whole ones have no errors, parts read cleanly, and all are formatted. */
class LanguageReferenceTest {
	private static final List<Code> UNREADABLE = List.of(Code.SYNTAX, Code.UNRESOLVED_REFERENCE, Code.UNKNOWN_PARAMETER, Code.UNKNOWN_SECTION, Code.BAD_VALUE, Code.DUPLICATE_NAME);

	@TestFactory
	Stream<DynamicTest> examplesOfTheReferenceAreRight() {
		List<DynamicTest> tests = new ArrayList<>();
		Matcher m = Pattern.compile("(?ms)^```(cluster|cluster-part)\n(.*?)^```$").matcher(Designs.read("docs/language.md"));
		while (m.find()) {
			boolean whole = m.group(1).equals("cluster");
			String text = whole ? m.group(2) : Designs.cluster(m.group(2));
			tests.add(dynamicTest(m.group(2).lines().findFirst().orElseThrow(), () -> check(text, whole)));
		}
		assertTrue(tests.size() >= 12);
		return tests.stream();
	}

	private static void check(String text, boolean whole) {
		List<Finding> findings = Designs.LANGUAGE.validate(text).findings();
		assertEquals(List.of(), findings.stream().filter(f -> whole ? f.isError() : UNREADABLE.contains(f.code())).map(f -> f.place().line() + ": " + f.message()).toList());
		assertEquals(text, Replacement.apply(text, new ClusterEditor(Designs.LANGUAGE).format(text)));
	}
}
