package org.clusterwright.core.start;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Replacement;
import org.clusterwright.model.findings.Finding;

/** What answers become: the text, and what the language's own rules say of it, each finding with the field it is about. */
public record NewDesignReview(NewDesignText written, ParsedDesign design, List<Remark> remarks) {
	/** A finding and the answer it is about; none where it is about the design as a whole. */
	public record Remark(Optional<String> field, Finding finding) {
	}

	public NewDesignReview {
		remarks = List.copyOf(remarks);
	}

	/** Builds and validates; asks {@code cancelled} between rules. */
	public static NewDesignReview of(NewDesign answers, ClusterLanguage language, BooleanSupplier cancelled) {
		NewDesignText written = NewDesignWriter.write(answers);
		ParsedDesign design = language.validate(written.text(), cancelled);
		List<Remark> remarks = new ArrayList<>();
		Set<String> wrong = new HashSet<>();
		for (Finding finding : design.findings()) {
			Optional<String> field = written.inside(finding.place().offset(), finding.place().length());
			field.filter(f -> finding.isError()).ifPresent(wrong::add);
			remarks.add(new Remark(field, finding));
		}
		// What is at no answer belongs to the first on its line, unless that is wrong anyway: then it only follows.
		remarks.replaceAll(r -> r.field().isPresent() ? r : new Remark(written.onLine(r.finding().place().offset()).filter(f -> !wrong.contains(f)), r.finding()));
		return new NewDesignReview(written, design, remarks);
	}

	public String text() {
		return written.text();
	}

	/** The text as the formatter lays it out: what a file gets. */
	public String formatted(ClusterLanguage language) {
		return Replacement.apply(text(), new ClusterEditor(language).format(text()));
	}

	/** The remarks on fields that begin with a prefix. */
	public List<Remark> about(String prefix) {
		return remarks.stream().filter(r -> r.field().filter(f -> f.startsWith(prefix)).isPresent()).toList();
	}
}
