package org.clusterwright.dsl.ide;

import com.google.inject.Injector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.clusterwright.dsl.parser.antlr.internal.InternalClusterDslLexer;
import org.clusterwright.dsl.parser.antlr.internal.InternalClusterDslParser;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.FenceAgents;
import org.clusterwright.model.catalog.ResourceAgents;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.findings.FindingTexts;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Lines;
import org.clusterwright.model.findings.Place;
import org.clusterwright.model.findings.Severity;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.service.OperationCanceledError;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.LazyStringInputStream;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/** The language of .cluster files for one process: text to model and findings. Make one and share it; it is safe for several threads. */
public final class ClusterLanguage {
	private static final URI NOWHERE = URI.createURI("memory:/design.cluster");
	private static final int MAX_SYNTAX_FINDINGS = 100;

	private final Injector injector = new ClusterDslIdeSetup().createInjectorAndDoEMFRegistration();

	/**
	 * Loads what the first parse and its findings need and making the language does not, so that a second processor can do it meanwhile. Touches
	 * no EMF registry: those are not for several threads.
	 */
	public static void prepare() {
		InternalClusterDslLexer lexer = new InternalClusterDslLexer(new ANTLRStringStream("cluster c { domain \"d\" } // c"));
		for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
			Thread.onSpinWait();
		}
		Objects.requireNonNull(InternalClusterDslParser.tokenNames);
		Catalog.blocks();
		FenceAgents.names(true);
		ResourceAgents.of("script");
		FindingTexts.message(Code.SYNTAX, List.of("text"));
	}

	Injector injector() {
		return injector;
	}

	/** Parses and links. The findings are those of the text only: syntax and references. */
	public ParsedDesign parse(String text) {
		Optional<Finding> refused = TextLimits.check(text);
		if (refused.isPresent()) {
			return new ParsedDesign(text, Optional.empty(), List.of(refused.get()), Optional.empty());
		}
		if (text.isBlank()) {
			return new ParsedDesign(text, Optional.empty(), List.of(new Finding(Code.EMPTY_DESIGN, Severity.ERROR, Place.START, List.of())), Optional.empty());
		}
		XtextResource resource = load(text);
		EcoreUtil.resolveAll(resource);
		makeLists(resource);
		Optional<Cluster> root = resource.getContents().stream().filter(Cluster.class::isInstance).map(Cluster.class::cast).findFirst();
		return new ParsedDesign(text, root, List.of(), Optional.of(resource));
	}

	/** Parses, links and runs every rule. */
	public ParsedDesign validate(String text) {
		return validate(text, () -> false);
	}

	/** As {@link #validate(String)}; asks {@code cancelled} between rules and then returns what was found so far. */
	public ParsedDesign validate(String text, BooleanSupplier cancelled) {
		return check(parse(text), cancelled);
	}

	/** Runs every rule on what {@link #parse} made. */
	public ParsedDesign check(ParsedDesign parsed, BooleanSupplier cancelled) {
		if (parsed.resource().isEmpty()) {
			return parsed;
		}
		CancelIndicator indicator = cancelled::getAsBoolean;
		List<Issue> issues;
		try {
			issues = injector.getInstance(IResourceValidator.class).validate(parsed.resource().get(), CheckMode.ALL, indicator);
		} catch (OperationCanceledError e) {
			// Cancelled before the first rule, where Xtext throws instead of returning; nobody waits for the result.
			issues = List.of();
		}
		return new ParsedDesign(parsed.text(), parsed.root(), Credibility.filter(findings(parsed.text(), issues), parsed.resource().get()), parsed.resource());
	}

	/** EMF makes a list when it is first asked for, which two readers must not do at once: after this any thread may read the model. */
	private static void makeLists(XtextResource resource) {
		for (Iterator<EObject> all = EcoreUtil.getAllContents(resource, false); all.hasNext();) {
			EObject object = all.next();
			for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
				if (feature.isMany()) {
					object.eGet(feature, false);
				}
			}
		}
	}

	XtextResource load(String text) {
		XtextResourceSet set = injector.getInstance(XtextResourceSet.class);
		XtextResource resource = (XtextResource) injector.getInstance(IResourceFactory.class).createResource(NOWHERE);
		set.getResources().add(resource);
		try {
			resource.load(new LazyStringInputStream(text, "UTF-8"), Map.of(XtextResource.OPTION_ENCODING, "UTF-8"));
		} catch (IOException e) {
			throw new IllegalStateException("reading from memory failed", e);
		}
		return resource;
	}

	private static List<Finding> findings(String text, List<Issue> issues) {
		List<Finding> findings = new ArrayList<>();
		Lines lines = new Lines(text);
		int syntax = 0;
		for (Issue issue : issues.stream().sorted(Comparator.comparingInt(i -> i.getOffset() == null ? 0 : i.getOffset())).toList()) {
			if (issue.isSyntaxError() && ++syntax > MAX_SYNTAX_FINDINGS) {
				continue;
			}
			findings.add(finding(lines, issue));
		}
		if (syntax > MAX_SYNTAX_FINDINGS) {
			findings.add(new Finding(Code.TOO_MANY_SYNTAX_ERRORS, Severity.ERROR, Place.START, List.of(String.valueOf(syntax - MAX_SYNTAX_FINDINGS))));
		}
		return findings;
	}

	private static Finding finding(Lines lines, Issue issue) {
		Place place = lines.place(issue.getOffset() == null ? 0 : issue.getOffset(), issue.getLength() == null ? 0 : issue.getLength());
		Severity severity = switch (issue.getSeverity()) {
			case ERROR -> Severity.ERROR;
			case WARNING -> Severity.WARNING;
			case INFO, IGNORE -> Severity.INFO;
		};
		Optional<Code> code = issue.getCode() == null ? Optional.empty() : Code.of(issue.getCode());
		return code.map(c -> new Finding(c, severity, place, issue.getData() == null ? List.of() : List.of(issue.getData())))
				.orElseGet(() -> new Finding(Code.SYNTAX, severity, place, List.of(issue.getMessage())));
	}
}
