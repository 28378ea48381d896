package org.clusterwright.dsl;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Triple;

/**
 * Remembers which references lead nowhere. Xtext makes the same diagnostic each time such a reference is read, by any rule, and looks through all others
 * for it, which takes minutes when there are thousands.
 */
public class ClusterResource extends LazyLinkingResource {
	private final Set<INode> dangling = new HashSet<>();

	@Override
	protected void createAndAddDiagnostic(Triple<EObject, EReference, INode> reference) {
		if (isValidationDisabled() || !dangling.add(reference.getThird())) {
			return;
		}
		DiagnosticMessage message = createDiagnosticMessage(reference);
		if (message != null) {
			getDiagnosticList(message).add(createDiagnostic(reference, message));
		}
	}

	@Override
	protected void removeDiagnostic(Triple<EObject, EReference, INode> reference) {
		if (dangling.remove(reference.getThird())) {
			super.removeDiagnostic(reference);
		}
	}

	@Override
	protected void clearInternalState() {
		dangling.clear();
		super.clearInternalState();
	}
}
