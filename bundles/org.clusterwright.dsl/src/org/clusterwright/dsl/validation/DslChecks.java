package org.clusterwright.dsl.validation;

import com.google.inject.Inject;
import java.util.stream.Stream;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.FindingTexts;
import org.clusterwright.model.findings.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.validation.AbstractDeclarativeValidator;
import org.eclipse.xtext.validation.EValidatorRegistrar;

/** What the rules of every theme share. A theme's class holds {@code @Check} methods and is named in {@link ClusterDslValidator}. */
public class DslChecks extends AbstractDeclarativeValidator {
	@Inject
	private IResourceScopeCache cache;

	@Override
	public void register(EValidatorRegistrar registrar) {
		// composed into ClusterDslValidator, which is registered
	}

	/** The effective values of the design that an element is in: computed once for each parse, for all rules. */
	protected EffectiveCluster effective(EObject element) {
		Cluster cluster = EcoreUtil2.getContainerOfType(element, Cluster.class);
		return cache.get(EffectiveCluster.class, element.eResource(), () -> new EffectiveCluster(cluster));
	}

	/** Reports with the code's usual severity, at a feature of an element. */
	protected void report(Code code, EObject element, EStructuralFeature feature, Object... args) {
		report(code, code.severity(), element, feature, -1, args);
	}

	/** Reports at one value of a feature that has several. */
	protected void reportAt(Code code, EObject element, EStructuralFeature feature, int index, Object... args) {
		report(code, code.severity(), element, feature, index, args);
	}

	private void report(Code code, Severity severity, EObject element, EStructuralFeature feature, int index, Object... args) {
		String[] texts = Stream.of(args).map(String::valueOf).toArray(String[]::new);
		String message = FindingTexts.message(code, java.util.List.of(texts));
		switch (severity) {
			case ERROR -> error(message, element, feature, index, code.id(), texts);
			case WARNING -> warning(message, element, feature, index, code.id(), texts);
			case INFO -> info(message, element, feature, index, code.id(), texts);
		}
	}
}
