package org.clusterwright.ui.editor.forms;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.core.forms.ParameterProperty;
import org.clusterwright.core.forms.SettingEdits;
import org.clusterwright.core.forms.SettingProperty;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** The written parameters of a block whose catalogue is too long for fields, or is another one for each type; more are added from a list. */
final class ParameterTable {
	private final FormSection section;
	private final Supplier<Optional<ElementPath>> target;
	private final ElementTree table;

	ParameterTable(FormSection section, String id) {
		this.section = section;
		this.target = section.target();
		table = ElementTree.table(section, id, 4, s -> block().map(b -> Statements.all(b, Setting.class)).orElse(List.of()),
				ElementColumn.shown(FormMessages.forms_columnParameter, 16, e -> ((Setting) e).getKey()), ElementColumn.of(FormMessages.forms_columnValue, 18, new ParameterProperty()));
		new ElementActions(table).button("add", FormMessages.forms_addParameter, e -> !missing().isEmpty(), this::add).onInsert(this::add).removable().movable();
	}

	private Optional<Block> block() {
		return section.page().state().flatMap(s -> target.get().flatMap(s::find)).filter(Block.class::isInstance).map(Block.class::cast);
	}

	private List<SettingSpec> missing() {
		return block().map(b -> Catalog.specs(b).stream().filter(s -> Settings.find(b, s.key()).isEmpty()).toList()).orElse(List.of());
	}

	private void add() {
		EObject owner = block().map(EObject.class::cast).orElse(null);
		if (owner == null) {
			return;
		}
		ElementListSelectionDialog list = new ElementListSelectionDialog(table.control().getShell(), LabelProvider.createTextProvider(o -> line((SettingSpec) o)));
		list.setTitle(FormMessages.forms_addParameterTitle);
		list.setMessage(FormMessages.forms_addParameterAsk);
		list.setElements(missing().toArray());
		if (list.open() != Window.OK || !(list.getFirstResult() instanceof SettingSpec spec)) {
			return;
		}
		SettingProperty property = SettingProperty.of(spec.key());
		InputDialog value = new InputDialog(table.control().getShell(), spec.key(), property.help(owner), spec.defaultText().orElse(""),
				text -> text.isBlank() ? "" : property.complaint(owner, text.strip()).orElse(null));
		ElementPath path = ElementPath.of(owner);
		if (value.open() == Window.OK) {
			String text = value.getValue().strip();
			section.page().edit(path, e -> SettingEdits.set((Block) e, spec.key(), text, spec.list()), result -> {
				if (result instanceof EditResult.Rejected rejected) {
					MessageDialog.openInformation(table.control().getShell(), FormMessages.forms_refusedTitle, rejected.reason());
				}
			});
		}
	}

	private static String line(SettingSpec spec) {
		return NLS.bind(FormMessages.forms_parameterLine, spec.key(), spec.doc());
	}
}
