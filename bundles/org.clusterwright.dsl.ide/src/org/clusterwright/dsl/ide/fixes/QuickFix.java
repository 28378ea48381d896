package org.clusterwright.dsl.ide.fixes;

import java.util.Objects;
import org.clusterwright.model.findings.Finding;

/** Something that cures a finding of one text; {@link QuickFixes#edit} says what it replaces there. */
public final class QuickFix {
	private final String rule;
	private final Finding finding;
	private final Cure cure;

	QuickFix(String rule, Finding finding, Cure cure) {
		this.rule = Objects.requireNonNull(rule);
		this.finding = Objects.requireNonNull(finding);
		this.cure = Objects.requireNonNull(cure);
	}

	/** The stable name of the way in which it cures: the finding's code, with an addition where there are several ways. */
	public String rule() {
		return rule;
	}

	public String title() {
		return cure.title();
	}

	public Finding finding() {
		return finding;
	}

	Cure cure() {
		return cure;
	}
}
