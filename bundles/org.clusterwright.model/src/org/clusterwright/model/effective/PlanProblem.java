package org.clusterwright.model.effective;

import java.util.List;
import java.util.Objects;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Why a part of a plan cannot be as it is written; the rules report it at its place. */
public record PlanProblem(Code code, EObject element, EStructuralFeature feature, List<Object> args) {
	public PlanProblem {
		Objects.requireNonNull(code);
		Objects.requireNonNull(element);
		Objects.requireNonNull(feature);
		args = List.copyOf(args);
	}
}
