package org.clusterwright.tests.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.core.session.Background;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.formats.Syntax;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Plans;
import org.eclipse.jface.text.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Background and UI thread are two queues that the test empties. */
class ClusterSessionTest {
	private static final String TEXT = Plans.designWithoutErrors();

	private final Deque<Runnable> background = new ArrayDeque<>();
	private final Deque<Runnable> ui = new ArrayDeque<>();
	private final List<Long> pauses = new ArrayList<>();
	private final List<ClusterSnapshot> seen = new ArrayList<>();
	private final List<RuntimeException> failures = new ArrayList<>();
	private final Document document = new Document(TEXT);
	private ClusterSession session = open(new Planner(List.of(Plans.format(c -> List.of(Plans.whole(c, "/etc/a", Syntax.PLAIN, c.version().value() + "\n"))))));

	private ClusterSession open(Planner planner) {
		Background queue = (pause, work) -> {
			pauses.add(pause);
			background.add(work);
		};
		ClusterSession opened = new ClusterSession(document, () -> Designs.LANGUAGE, planner, queue, ui::add, failures::add);
		opened.addListener(seen::add);
		return opened;
	}

	@AfterEach
	void close() {
		session.close();
	}

	private static void empty(Deque<Runnable> queue) {
		while (!queue.isEmpty()) {
			queue.poll().run();
		}
	}

	private void settle() {
		while (!background.isEmpty() || !ui.isEmpty()) {
			empty(background);
			empty(ui);
		}
	}

	@Test
	void publishesOnceOnTheUiThreadWithPlanAndFindings() {
		assertTrue(session.current().isEmpty());
		empty(background);
		assertEquals(List.of(), seen);
		empty(ui);
		assertEquals(1, seen.size());
		assertEquals("8\n", seen.get(0).plan().orElseThrow().trees().get(0).file("/etc/a").orElseThrow().content().text());
		assertTrue(session.isUpToDate(seen.get(0)));
	}

	@Test
	void waitsAfterAKeystrokeAndReadsOnlyTheNewestText() {
		settle();
		document.set(TEXT.replace("version 8", "version 2"));
		document.set(TEXT.replace("version 8", "version 3"));
		assertFalse(session.isUpToDate(session.current().orElseThrow()));
		settle();
		assertEquals(List.of(0L, ClusterSession.PAUSE, ClusterSession.PAUSE), pauses);
		assertEquals(List.of(8L, 3L), seen.stream().map(s -> s.effective().orElseThrow().version().value()).toList());
	}

	@Test
	void dropsAResultThatBecameStaleOnItsWay() {
		settle();
		document.set(TEXT.replace("version 8", "version 2"));
		empty(background);
		document.set(TEXT.replace("version 8", "version 3"));
		settle();
		assertEquals(List.of(8L, 3L), seen.stream().map(s -> s.effective().orElseThrow().version().value()).toList());
	}

	@Test
	void keepsTheLastGoodModelWhileTheTextIsBroken() {
		settle();
		document.set(TEXT + "}");
		settle();
		assertEquals(2, seen.size());
		assertTrue(seen.get(1).plan().isEmpty());
		assertFalse(seen.get(1).findings().isEmpty());
		assertEquals(seen.get(0), session.lastReadable().orElseThrow());
		assertEquals(seen.get(0), session.lastPlanned().orElseThrow());
		document.set("");
		settle();
		assertTrue(seen.get(2).root().isEmpty());
		document.set(TEXT);
		settle();
		assertEquals(seen.get(3), session.lastPlanned().orElseThrow());
	}

	@Test
	void aBugInAFormatDoesNotEndTheSession() {
		session.close();
		boolean[] broken = {true};
		session = open(new Planner(List.of(Plans.format(c -> {
			if (broken[0]) {
				throw new IllegalStateException("bug");
			}
			return List.of();
		}))));
		settle();
		assertEquals(1, failures.size());
		assertEquals(List.of(), seen);
		broken[0] = false;
		document.set(TEXT + "\n");
		settle();
		assertEquals(1, seen.size());
	}

	@Test
	void closedItPublishesNothingMore() {
		session.close();
		document.set("cluster other {}");
		settle();
		assertEquals(List.of(), seen);
	}

	@Test
	void editsTheTextThroughTheModel() {
		settle();
		List<EditResult> results = new ArrayList<>();
		session.edit(c -> c.setVersion(7L), results::add);
		settle();
		assertInstanceOf(EditResult.Edited.class, results.get(0));
		assertEquals(TEXT.replace("version 8", "version 7"), document.get());
		assertEquals(7L, session.current().orElseThrow().effective().orElseThrow().version().value());
	}

	@Test
	void recomputesAnEditWhenTheTextChangedMeanwhile() {
		settle();
		List<EditResult> results = new ArrayList<>();
		session.edit(c -> c.setVersion(7L), results::add);
		empty(background);
		document.set("// typed meanwhile\n" + TEXT);
		settle();
		assertEquals(1, results.size());
		assertEquals("// typed meanwhile\n" + TEXT.replace("version 8", "version 7"), document.get());
	}

	@Test
	void leavesABrokenTextAlone() {
		document.set("cluster {");
		List<EditResult> results = new ArrayList<>();
		session.edit(c -> c.setVersion(7L), results::add);
		settle();
		assertInstanceOf(EditResult.Rejected.class, results.get(0));
		assertEquals("cluster {", document.get());
	}

	@Test
	void aCheckThatIsCancelledAtAnyMomentEndsQuietly() {
		for (int asked = 0; asked < 40; asked++) {
			int[] left = {asked};
			assertTrue(Designs.LANGUAGE.validate(TEXT, () -> left[0]-- <= 0).root().isPresent());
		}
	}
}
