package org.clusterwright.ui.editor.forms;

import org.clusterwright.model.findings.Finding;
import org.eclipse.osgi.util.NLS;

/** Texts that fields, tables and tabs say alike. */
final class FormTexts {
	private FormTexts() {
	}

	/** "The token ... (warning token-short)". */
	static String finding(Finding finding) {
		return NLS.bind(FormMessages.forms_finding, new Object[] { finding.message(), finding.severity().label(), finding.code().id() });
	}
}
