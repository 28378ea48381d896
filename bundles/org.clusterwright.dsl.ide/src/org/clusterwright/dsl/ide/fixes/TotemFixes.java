package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;
import static org.clusterwright.dsl.ide.fixes.FixRule.value;

import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.findings.Code;

/** Corosync's messages, and how the cluster starts. */
final class TotemFixes {
	static final List<FixRule> RULES = List.of(
			value(Code.SECAUTH_OFF, "on"),
			of(Code.TOKEN_DEFAULT, p -> p.change(Section.class, "Write 'token 10s', as cman has it", s -> ModelChanges.set(s, "token", "10s"))),
			value(Code.TOKEN_SHORT, "10s"),
			value(Code.RING_CONFLICT, "passive"),
			value(Code.RING_MISSING, "none"),
			removing(Code.MULTICAST_ADDRESS, "Remove it; the address then follows from the cluster's name"),
			removing(Code.MULTICAST_SCOPE, "Remove it; the address then follows from the cluster's name"),
			of(Code.POST_JOIN_DELAY, p -> delay(p, "60s")),
			of(Code.POST_JOIN_DELAY_SHORT, p -> delay(p, "60s")),
			also(Code.POST_JOIN_DELAY_SHORT, "tutorial", p -> delay(p, "30s")),
			removing(Code.CLEAN_START, "Remove 'clean-start'"));

	private TotemFixes() {
	}

	private static Stream<Cure> delay(Problem problem, String time) {
		String title = "Write 'post-join-delay " + time + "'";
		return problem.at(Setting.class).isPresent() ? problem.change(Setting.class, title, s -> ModelChanges.setValue(s, time))
				: problem.change(problem.cluster(), title, c -> ModelChanges.set(ModelChanges.section(c, "fencing"), "post-join-delay", time));
	}
}
