package org.clusterwright.dsl;

import java.util.List;
import org.clusterwright.dsl.validation.Words;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.FindingTexts;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;

/** Says a reference to nothing in the field's words. */
public class PlainLinkingMessages implements ILinkingDiagnosticMessageProvider {

	@Override
	public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
		String kind = Words.kind(context.getReference().getEReferenceType());
		String name = context.getLinkText() == null ? "" : context.getLinkText();
		return new DiagnosticMessage(FindingTexts.message(Code.UNRESOLVED_REFERENCE, List.of(kind, name)), Severity.ERROR, Code.UNRESOLVED_REFERENCE.id(), kind, name);
	}
}
