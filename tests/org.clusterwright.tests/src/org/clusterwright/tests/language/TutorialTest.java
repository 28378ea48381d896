package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.findings.Code;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class TutorialTest {
	private final ClusterEditor editor = new ClusterEditor(Designs.LANGUAGE);

	@Test
	void readsWithoutSyntaxErrors() {
		assertEquals(List.of(), Designs.LANGUAGE.validate(Designs.tutorial()).findings().stream().filter(f -> f.code() == Code.SYNTAX || f.code() == Code.UNRESOLVED_REFERENCE).toList());
	}

	@Test
	void fitsIn150Lines() {
		assertTrue(Designs.tutorial().lines().count() <= 150);
	}

	@Test
	void isFormatted() {
		String text = Designs.tutorial();
		assertEquals(text, Replacement.apply(text, editor.format(text)));
	}
}
