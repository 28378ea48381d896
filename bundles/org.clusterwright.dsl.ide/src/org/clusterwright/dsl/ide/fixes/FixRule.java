package org.clusterwright.dsl.ide.fixes;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.findings.Code;

/** One way to cure the findings of a code, which may offer several words to choose from. {@code id} begins with the code's. */
record FixRule(Code code, String id, Function<Problem, Stream<Cure>> cures) {
	FixRule {
		Objects.requireNonNull(code);
		Objects.requireNonNull(id);
		Objects.requireNonNull(cures);
	}

	static FixRule of(Code code, Function<Problem, Stream<Cure>> cures) {
		return new FixRule(code, code.id(), cures);
	}

	/** A further way for the same code. */
	static FixRule also(Code code, String what, Function<Problem, Stream<Cure>> cures) {
		return new FixRule(code, code.id() + "/" + what, cures);
	}

	/** Takes away the statement that the finding is at. */
	static FixRule removing(Code code, String title) {
		return of(code, p -> p.change(Statement.class, title, ModelChanges::remove));
	}

	/** Gives the parameter that the finding is at another value. */
	static FixRule value(Code code, String value) {
		return of(code, p -> p.at(Setting.class).stream().flatMap(s -> p.change(s, "Write '" + s.getKey() + " " + value + "'", x -> ModelChanges.setValue(x, value))));
	}
}
