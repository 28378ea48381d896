package org.clusterwright.ui.editor.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.core.forms.PlacedFindings;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.custom.CTabItem;

/** Shows at the tabs of the pages the worst of their findings, and in the tooltips how many there are. */
public final class FormTabs {
	private FormTabs() {
	}

	public static void show(CTabItem tab, List<Finding> findings) {
		Optional<Severity> worst = PlacedFindings.worst(findings);
		var image = worst.map(Icons::of).orElse(null);
		if (tab.getImage() != image) {
			tab.setImage(image);
		}
		String tip = worst.isEmpty() ? null
				: NLS.bind(FormMessages.forms_counts, new Object[] { count(findings, Severity.ERROR), count(findings, Severity.WARNING), count(findings, Severity.INFO) });
		if (!Objects.equals(tab.getToolTipText(), tip)) {
			tab.setToolTipText(tip);
		}
	}

	private static long count(List<Finding> findings, Severity severity) {
		return findings.stream().filter(f -> f.severity() == severity).count();
	}
}
