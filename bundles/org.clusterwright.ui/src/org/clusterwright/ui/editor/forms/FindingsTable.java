package org.clusterwright.ui.editor.forms;

import java.util.List;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.Icons;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** What is wrong with the whole design, worst first. Enter or a double click goes to the place. */
final class FindingsTable {
	private static final int LINES = 6;

	private final FormSection section;
	private final Label summary;
	private final Table table;
	private List<Finding> shown = List.of();

	FindingsTable(FormSection section) {
		this.section = section;
		summary = section.note("");
		summary.setData("org.clusterwright.id", section.page().key() + ".findingsSummary");
		table = section.toolkit().createTable(section.grid(), SWT.SINGLE | SWT.FULL_SELECTION | SWT.VIRTUAL | SWT.V_SCROLL | SWT.BORDER);
		table.setData("org.clusterwright.id", section.page().key() + ".findings");
		table.setToolTipText(FormMessages.overview_findingsTip);
		FormSection.wide(table);
		GridData data = (GridData) table.getLayoutData();
		data.heightHint = LINES * table.getItemHeight();
		data.widthHint = FormSection.characters(table, 40);
		TableColumn column = new TableColumn(table, SWT.NONE);
		table.addListener(SWT.Resize, e -> column.setWidth(table.getClientArea().width));
		table.addListener(SWT.SetData, e -> fill((TableItem) e.item, shown.get(e.index)));
		table.addListener(SWT.DefaultSelection, e -> section.page().reveal(shown.get(table.getSelectionIndex()).place()));
	}

	private static void fill(TableItem item, Finding finding) {
		item.setImage(Icons.of(finding.severity()));
		item.setText(NLS.bind(FormMessages.overview_findingLine, finding.place().line(), finding.message()));
	}

	void show(FormState state) {
		List<Finding> next = state.findings().all().stream().sorted((a, b) -> a.severity().compareTo(b.severity())).toList();
		if (next.equals(shown) && table.getItemCount() == next.size() && !summary.getText().isEmpty()) {
			return;
		}
		shown = next;
		summary.setText(next.isEmpty() ? FormMessages.overview_noFindings : NLS.bind(FormMessages.overview_someFindings, next.size()));
		// The first text comes before the page has its width.
		summary.getDisplay().asyncExec(() -> {
			if (!summary.isDisposed() && summary.computeSize(summary.getSize().x, SWT.DEFAULT).y != summary.getSize().y) {
				section.page().getManagedForm().reflow(true);
			}
		});
		int selected = table.getSelectionIndex();
		int top = table.getTopIndex();
		table.setItemCount(next.size());
		table.clearAll();
		if (selected >= 0 && selected < next.size()) {
			table.select(selected);
		}
		table.setTopIndex(top);
	}
}
