package org.clusterwright.ui.editor.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.core.forms.ParameterRow;
import org.clusterwright.core.forms.PlacedFindings;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;

/** What the cells of an {@link OptionTable} show and how its values are edited. What is not written is grey. */
final class OptionCells extends StyledCellLabelProvider {
	/** The columns. */
	enum Kind {
		NAME, VALUE, SOURCE
	}

	private final OptionTable table;
	private final Kind kind;

	OptionCells(OptionTable table, Kind kind) {
		this.table = table;
		this.kind = kind;
	}

	/** All that can be seen of a row. */
	static String signature(OptionTable table, ParameterRow row) {
		return row.id() + "|" + value(table, row) + "|" + source(table, row) + "|" + isWritten(table, row) + "|" + severity(table, row).map(Severity::label).orElse("");
	}

	private static boolean isWritten(OptionTable table, ParameterRow row) {
		return table.owner().flatMap(row.property()::written).isPresent();
	}

	private static String value(OptionTable table, ParameterRow row) {
		return table.refused(row).map(OptionTable.Refused::text)
				.or(() -> table.owner().flatMap(o -> row.property().written(o))).or(() -> table.effective(row).map(Effective::value)).orElse("");
	}

	private static String source(OptionTable table, ParameterRow row) {
		return table.effective(row).map(e -> ParameterRow.source(e.origin(), table.owner().orElse(null))).orElse("");
	}

	private static List<Finding> findings(OptionTable table, ParameterRow row) {
		return table.owner().flatMap(o -> table.section().page().state().map(s -> s.findings().of(o, row.property()))).orElse(List.of());
	}

	private static Optional<Severity> severity(OptionTable table, ParameterRow row) {
		return table.refused(row).isPresent() ? Optional.of(Severity.ERROR) : PlacedFindings.worst(findings(table, row));
	}

	@Override
	public void update(ViewerCell cell) {
		ParameterRow row = (ParameterRow) cell.getElement();
		String text = switch (kind) {
			case NAME -> row.section().isEmpty() ? row.key() : row.section() + "  " + row.key();
			case VALUE -> value(table, row);
			case SOURCE -> source(table, row);
		};
		boolean grey = !table.section().page().isWritable() || kind != Kind.NAME && !isWritten(table, row) && table.refused(row).isEmpty();
		int greyed = grey ? text.length() : kind == Kind.NAME ? row.section().length() : 0;
		var colour = JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
		cell.setText(text);
		cell.setStyleRanges(greyed == 0 ? null : new StyleRange[] { new StyleRange(0, greyed, colour, null) });
		cell.setImage(kind == Kind.VALUE ? severity(table, row).map(Icons::of).orElse(null) : null);
		super.update(cell);
	}

	@Override
	public String getToolTipText(Object element) {
		ParameterRow row = (ParameterRow) element;
		EObject owner = table.owner().orElse(null);
		if (owner == null) {
			return null;
		}
		String text = table.section().page().state().map(s -> s.snapshot().design().text()).orElse("");
		return Stream.of(table.refused(row).map(OptionTable.Refused::reason).stream(), findings(table, row).stream().map(FormTexts::finding), Stream.of(row.property().help(owner)),
				table.effective(row).map(e -> e.value() + " \u2013 " + Elements.why(e.origin(), text)).stream()).flatMap(s -> s).filter(s -> !s.isEmpty()).collect(Collectors.joining("\n\n"));
	}

	static EditingSupport editing(OptionTable table, TableViewer viewer) {
		return new Editing(table, viewer);
	}

	private static final class Editing extends EditingSupport {
		private final OptionTable table;
		private final TableViewer viewer;
		private List<String> choices = List.of();

		Editing(OptionTable table, TableViewer viewer) {
			super(viewer);
			this.table = table;
			this.viewer = viewer;
		}

		private String written(ParameterRow row) {
			return table.refused(row).map(OptionTable.Refused::text).or(() -> table.owner().flatMap(o -> row.property().written(o))).orElse("");
		}

		@Override
		protected boolean canEdit(Object element) {
			return table.section().page().isWritable() && table.owner().isPresent();
		}

		@Override
		protected CellEditor getCellEditor(Object element) {
			ParameterRow row = (ParameterRow) element;
			List<String> offered = table.owner().map(o -> row.property().choices(o)).orElse(List.of());
			if (offered.isEmpty()) {
				choices = List.of();
				return new TextCellEditor(viewer.getTable());
			}
			choices = new ArrayList<>(offered);
			choices.add(0, "");
			if (!choices.contains(written(row))) {
				choices.add(written(row));
			}
			ComboBoxCellEditor editor = new ComboBoxCellEditor(viewer.getTable(), choices.toArray(String[]::new), SWT.READ_ONLY);
			editor.setActivationStyle(ComboBoxCellEditor.DROP_DOWN_ON_KEY_ACTIVATION | ComboBoxCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
			return editor;
		}

		@Override
		protected Object getValue(Object element) {
			String now = written((ParameterRow) element);
			return choices.isEmpty() ? now : Integer.valueOf(choices.indexOf(now));
		}

		@Override
		protected void setValue(Object element, Object value) {
			String text = value instanceof Integer index ? index < 0 ? "" : choices.get(index) : String.valueOf(value).strip();
			table.apply((ParameterRow) element, text);
		}
	}
}
