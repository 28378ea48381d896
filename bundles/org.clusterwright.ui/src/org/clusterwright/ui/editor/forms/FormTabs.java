package org.clusterwright.ui.editor.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.core.forms.PlacedFindings;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;

/** Shows at the tabs of the pages the worst of their findings, and in the tooltips how many there are. */
public final class FormTabs {
	private static final String WHOLE = "org.clusterwright.title";
	private static final String FOLLOWED = "org.clusterwright.followed";
	/** Around a title. */
	private static final int TAB_ROOM = 14;

	private FormTabs() {
	}

	public static void show(CTabItem tab, List<Finding> findings) {
		Optional<Severity> worst = PlacedFindings.worst(findings);
		var image = worst.map(Icons::of).orElse(null);
		if (tab.getParent().getData(FOLLOWED) == null) {
			tab.getParent().setData(FOLLOWED, true);
			tab.getParent().addListener(SWT.Resize, e -> fit((CTabFolder) e.widget));
			fit(tab.getParent());
		}
		if (tab.getImage() != image) {
			tab.setImage(image);
			fit(tab.getParent());
		}
		String tip = worst.isEmpty() ? null
				: NLS.bind(FormMessages.forms_counts, new Object[] { count(findings, Severity.ERROR), count(findings, Severity.WARNING), count(findings, Severity.INFO) });
		if (!Objects.equals(tab.getToolTipText(), tip)) {
			tab.setToolTipText(tip);
		}
	}

	/** Titles in fewer letters, where the whole ones do not fit beside each other. */
	private static String brief(String title) {
		String plain = title.replace("&&", "&");
		return plain.equals(FormMessages.network_title.replace("&&", "&")) ? FormMessages.network_titleShort
				: plain.equals(FormMessages.volumes_title.replace("&&", "&")) ? FormMessages.volumes_titleShort
				: plain.equals(FormMessages.services_title.replace("&&", "&")) ? FormMessages.services_titleShort
				: title;
	}

	/** Lets the titles be brief while the tabs have no room for the whole ones. */
	private static void fit(CTabFolder folder) {
		GC gc = new GC(folder);
		int wanted = 0;
		try {
			gc.setFont(folder.getFont());
			for (CTabItem tab : folder.getItems()) {
				wanted += gc.textExtent(whole(tab), SWT.DRAW_MNEMONIC).x + TAB_ROOM + (tab.getImage() == null ? 0 : tab.getImage().getBounds().width);
			}
		} finally {
			gc.dispose();
		}
		boolean narrow = wanted > folder.getClientArea().width;
		for (CTabItem tab : folder.getItems()) {
			String title = narrow ? brief(whole(tab)) : whole(tab);
			if (!tab.getText().equals(title)) {
				tab.setText(title);
			}
		}
	}

	private static String whole(CTabItem tab) {
		if (tab.getData(WHOLE) == null) {
			tab.setData(WHOLE, tab.getText());
		}
		return (String) tab.getData(WHOLE);
	}

	private static long count(List<Finding> findings, Severity severity) {
		return findings.stream().filter(f -> f.severity() == severity).count();
	}
}
