package org.clusterwright.ui.editor.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.core.forms.PlacedFindings;
import org.clusterwright.core.forms.Property;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.CellLabelProvider;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;

/** What the cells of one column show and how they are edited. Derived values are grey; what was refused stays in its cell until it is mended or taken back. */
final class ElementCells {
	/** What was typed into a cell and refused. */
	private record Refused(String text, String reason) {
	}

	private final ElementTree tree;
	private final ElementColumn column;
	private final boolean first;
	private final Map<ElementPath, Refused> refused = new HashMap<>();

	ElementCells(ElementTree tree, ElementColumn column, boolean first) {
		this.tree = tree;
		this.column = column;
		this.first = first;
	}

	private Optional<EObject> element(Object row) {
		return tree.element(((ElementRow) row).path());
	}

	private Optional<Effective<String>> effective(EObject element) {
		return column.property().flatMap(p -> tree.page().state().flatMap(s -> p.effective(s.effective(), element)));
	}

	private List<Finding> findings(EObject element) {
		return tree.page().state().map(s -> first ? s.findings().in(element) : column.property().map(p -> s.findings().of(element, p)).orElse(List.of())).orElse(List.of());
	}

	/** All that can be seen of a cell, to know whether it has to be painted anew. */
	String signature(ElementRow row) {
		Labels labels = new Labels();
		return labels.getText(row) + "|" + labels.isGrey(row) + "|" + severity(row).map(Severity::label).orElse("");
	}

	private Optional<Severity> severity(ElementRow row) {
		return refused.containsKey(row.path()) ? Optional.of(Severity.ERROR) : element(row).flatMap(e -> PlacedFindings.worst(findings(e)));
	}

	boolean isRefused(ElementPath path) {
		return refused.containsKey(path);
	}

	boolean takeBack(ElementPath path) {
		return refused.remove(path) != null;
	}

	void forgetOthers(java.util.Collection<ElementPath> there) {
		refused.keySet().retainAll(there);
	}

	CellLabelProvider labels() {
		return new Labels();
	}

	EditingSupport editing(TreeViewer viewer) {
		return new Editing(viewer);
	}

	private final class Labels extends StyledCellLabelProvider {
		@Override
		public void update(ViewerCell cell) {
			Object row = cell.getElement();
			String text = getText(row);
			Color grey = JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
			cell.setText(text);
			cell.setImage(getImage(row));
			cell.setStyleRanges(isGrey(row) ? new StyleRange[] { new StyleRange(0, text.length(), grey, null) } : null);
			super.update(cell);
		}

		String getText(Object row) {
			Refused typed = refused.get(((ElementRow) row).path());
			return typed != null ? typed.text() : element(row).map(this::text).orElse("");
		}

		private String text(EObject element) {
			if (column.property().isEmpty()) {
				return column.label().apply(element);
			}
			return column.property().get().written(element).or(() -> effective(element).map(Effective::value)).orElse("");
		}

		boolean isGrey(Object row) {
			return !tree.page().isWritable() || column.property().isPresent() && element(row).flatMap(column.property().get()::written).isEmpty();
		}

		private Image getImage(Object row) {
			Optional<Severity> severity = severity((ElementRow) row);
			Optional<EObject> element = element(row);
			if (!first || element.isEmpty()) {
				return severity.map(Icons::of).orElse(null);
			}
			Image base = Icons.ofKind(element.get().eClass().getName(), tree.page().images());
			return severity.filter(s -> s != Severity.INFO).map(s -> tree.page().images().create(new DecorationOverlayIcon(base, Icons.overlay(s), IDecoration.BOTTOM_LEFT))).orElse(base);
		}

		@Override
		public String getToolTipText(Object row) {
			Refused typed = refused.get(((ElementRow) row).path());
			Optional<EObject> element = element(row);
			if (element.isEmpty() || tree.page().state().isEmpty()) {
				return null;
			}
			Stream<String> refusal = Stream.ofNullable(typed).map(Refused::reason);
			Stream<String> wrong = findings(element.get()).stream().limit(5).map(FormTexts::finding);
			Stream<String> help = column.property().map(p -> p.help(element.get())).stream();
			String text = tree.page().state().get().snapshot().design().text();
			Stream<String> why = effective(element.get()).map(e -> Elements.why(e.origin(), text)).stream();
			String tip = Stream.of(refusal, wrong, help, why).flatMap(s -> s).filter(s -> !s.isEmpty()).collect(Collectors.joining("\n\n"));
			return tip.isEmpty() ? null : tip;
		}
	}

	private final class Editing extends EditingSupport {
		private final TreeViewer viewer;
		private List<String> choices = List.of();

		Editing(TreeViewer viewer) {
			super(viewer);
			this.viewer = viewer;
		}

		private Property property() {
			return column.property().orElseThrow();
		}

		@Override
		protected boolean canEdit(Object row) {
			return column.property().isPresent() && tree.page().isWritable() && element(row).filter(column::isEditable).isPresent();
		}

		@Override
		protected CellEditor getCellEditor(Object row) {
			List<String> offered = element(row).map(property()::choices).orElse(List.of());
			if (offered.isEmpty()) {
				choices = List.of();
				return new TextCellEditor(viewer.getTree());
			}
			choices = new ArrayList<>(offered);
			if (property().isOptional()) {
				choices.add(0, "");
			}
			String now = written(row);
			if (!choices.contains(now)) {
				choices.add(now);
			}
			ComboBoxCellEditor editor = new ComboBoxCellEditor(viewer.getTree(), choices.toArray(String[]::new), SWT.READ_ONLY);
			editor.setActivationStyle(ComboBoxCellEditor.DROP_DOWN_ON_KEY_ACTIVATION | ComboBoxCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
			return editor;
		}

		private String written(Object row) {
			Refused typed = refused.get(((ElementRow) row).path());
			return typed != null ? typed.text() : element(row).flatMap(property()::written).orElse("");
		}

		@Override
		protected Object getValue(Object row) {
			return choices.isEmpty() ? written(row) : Integer.valueOf(choices.indexOf(written(row)));
		}

		@Override
		protected void setValue(Object row, Object value) {
			String text = value instanceof Integer index ? index < 0 ? "" : choices.get(index) : String.valueOf(value).strip();
			apply((ElementRow) row, text);
		}
	}

	/** Brings a text into the design; refused, it stays in the cell with the reason. */
	void apply(ElementRow row, String text) {
		Property property = column.property().orElseThrow();
		EObject element = element(row).orElse(null);
		if (element == null || Objects.equals(text, property.written(element).orElse(""))) {
			refused.remove(row.path());
			tree.repaint(row);
			return;
		}
		Optional<String> complaint = text.isEmpty() ? property.isOptional() ? Optional.empty() : Optional.of(FormMessages.forms_required)
				: property.complaint(element, text);
		if (complaint.isPresent()) {
			refused.put(row.path(), new Refused(text, complaint.get()));
			tree.repaint(row);
			return;
		}
		tree.page().edit(row.path(), e -> {
			if (text.isEmpty()) {
				property.erase(e);
			} else {
				property.write(e, text);
			}
		}, result -> {
			if (result instanceof EditResult.Rejected rejected) {
				refused.put(row.path(), new Refused(text, rejected.reason()));
			} else {
				refused.remove(row.path());
			}
			tree.repaint(row);
		});
	}
}
