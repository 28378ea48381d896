package org.clusterwright.dsl.ide;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.findings.Finding;
import org.eclipse.xtext.resource.XtextResource;

/**
 * One parse of one text: the model, read-only by convention, and what is wrong with the text. {@code root} is absent when nothing could be
 * read at all. {@code resource} is for the editor services of this bundle.
 */
public record ParsedDesign(String text, Optional<Cluster> root, List<Finding> findings, Optional<XtextResource> resource) {
	public ParsedDesign {
		findings = List.copyOf(findings);
	}

	public boolean hasErrors() {
		return findings.stream().anyMatch(Finding::isError);
	}

	/** Whether the parser read all of the text and found all that it refers to. This is known before any rule has run, when there are no findings yet. */
	public boolean isWhole() {
		return root().isPresent() && resource.isPresent() && resource.get().getErrors().isEmpty();
	}

	/** Whether the text itself could not be read whole; the model may then lack what the author wrote. */
	public boolean hasSyntaxErrors() {
		return syntaxError().isPresent();
	}

	/** The first reason in the text why it could not be read whole. A value that is none of its kind is no such reason. */
	public Optional<Finding> syntaxError() {
		return findings.stream().filter(f -> switch (f.code()) {
			case SYNTAX, TOO_MANY_SYNTAX_ERRORS, TEXT_TOO_LARGE, TEXT_NUL, TEXT_NOT_UTF8, NESTED_TOO_DEEP, TOO_MANY_WORDS, EMPTY_DESIGN -> true;
			default -> false;
		}).min(Comparator.comparingInt(f -> f.place().offset()));
	}
}
