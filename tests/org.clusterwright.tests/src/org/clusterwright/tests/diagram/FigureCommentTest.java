package org.clusterwright.tests.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clusterwright.core.diagram.FigureComment;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class FigureCommentTest {
	private static String inserted(String text) {
		EditResult.Edited edited = assertInstanceOf(EditResult.Edited.class, FigureComment.edit(text, Designs.LANGUAGE));
		return Replacement.apply(text, edited.replacements());
	}

	@Test
	void eachLineIsAComment() {
		String comment = FigureComment.of(StorageScene.of(Designs.effective(Designs.tutorial()), false), "#");
		assertTrue(comment.lines().allMatch(l -> l.startsWith("#") && l.equals(l.stripTrailing())), comment);
		assertEquals(Designs.read("testdata/diagram/an-clusterA.txt"), comment.replaceAll("(?m)^# ?", ""));
	}

	@Test
	void itIsPutAtTheTopAndTheDesignSaysTheSame() {
		String text = Designs.tutorial();
		String with = inserted(text);
		assertTrue(with.endsWith("\n\n" + text));
		assertTrue(with.contains("// | [_disk_1_]--+--[_/dev/sda_] ") || with.contains("// | [_disk_1_]--+--[_/dev/sda_]"), with);
		assertEquals(Designs.codes(text), Designs.codes(with));
		assertEquals(with, inserted(with), "what is up to date stays");
	}

	@Test
	void itIsReplacedWhereItIs() {
		String moved = "// My cluster.\n" + inserted(Designs.tutorial());
		String renamed = inserted(moved.replace("lv_shared", "lv_common"));
		assertTrue(renamed.startsWith("// My cluster.\n// Figure of the storage"), renamed.substring(0, 100));
		assertTrue(renamed.contains("[_/dev/shared-vg0/lv_common_]"));
		assertEquals(1, renamed.split("// End of the figure", -1).length - 1);
		assertEquals(inserted(Designs.tutorial().replace("lv_shared", "lv_common")), renamed.substring("// My cluster.\n".length()));
	}

	@Test
	void lineEndsAreTheTexts() {
		String windows = inserted(Designs.tutorial().replace("\n", "\r\n"));
		assertEquals(windows.split("\n", -1).length, windows.split("\r\n", -1).length);
		assertEquals(windows, inserted(windows));
	}

	@Test
	void aDesignThatCannotBeReadHasNone() {
		assertInstanceOf(EditResult.Rejected.class, FigureComment.edit("cluster c {", Designs.LANGUAGE));
	}
}
