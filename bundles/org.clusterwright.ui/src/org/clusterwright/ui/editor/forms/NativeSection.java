package org.clusterwright.ui.editor.forms;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.clusterwright.core.forms.NativeStatements;
import org.clusterwright.core.forms.NativeStatements.Kind;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.findings.Place;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;

/** What a page's part of the design says beside its fields: native options, raw text, and what the catalogue does not know. Folded while there is nothing. */
final class NativeSection {
	private static final int TEXT_LINES = 5;

	private final DesignFormPage page;
	private final FormSection section;
	private final ElementTree statements;

	NativeSection(DesignFormPage page, Composite column) {
		this.page = page;
		section = page.section(column, FormMessages.native_title, this::selected);
		section.note(FormMessages.native_note);
		statements = ElementTree.table(section, "native", 4, s -> NativeStatements.of(s.cluster(), page.area()),
				ElementColumn.shown(FormMessages.native_columnWhere, 16, e -> NativeStatements.where(e.eContainer())), ElementColumn.shown(FormMessages.native_columnWhat, 20, NativeStatements::what),
				ElementColumn.shown(FormMessages.native_columnText, 16, NativeSection::firstLine));
		statements.whenEmpty(FormMessages.native_none);
		new ElementActions(statements).button("add", FormMessages.native_add, e -> true, this::add).onInsert(this::add).removable().movable().button("show", FormMessages.native_show,
				Optional::isPresent, this::show);
		section.text("native-name", FormMessages.native_name, NativeStatements.name());
		section.text("native-anchor", FormMessages.native_anchor, NativeStatements.anchor());
		section.lines("native-text", FormMessages.native_text, TEXT_LINES, NativeStatements.text());
		section.setExpanded(page.state().filter(s -> NativeStatements.of(s.cluster(), page.area()).isEmpty()).isEmpty());
		statements.addRefreshListener(this::count);
	}

	private Optional<ElementPath> selected() {
		return statements == null ? Optional.empty() : statements.selected();
	}

	private void count() {
		int number = statements.control().getItemCount();
		section.setTitle(number == 0 ? FormMessages.native_title : NLS.bind(FormMessages.native_titleCount, number));
	}

	private static String firstLine(EObject statement) {
		return NativeStatements.text().written(statement).stream().flatMap(String::lines).findFirst().orElse("");
	}

	private void show() {
		statements.selectedElement().flatMap(Regions::of)
				.ifPresent(r -> page.reveal(Place.in(page.state().orElseThrow().snapshot().design().text(), r.offset(), r.length())));
	}

	private void add() {
		FormState state = page.state().orElse(null);
		if (state == null || !state.isWritable()) {
			return;
		}
		List<Block> owners = NativeStatements.owners(state.cluster(), page.area(), Kind.OPTION);
		if (owners.isEmpty()) {
			MessageDialog.openInformation(statements.control().getShell(), FormMessages.native_addTitle, FormMessages.native_noOwner);
			return;
		}
		NativeDialog dialog = new NativeDialog(statements.control().getShell(), state, page.area(), page.lastSelected());
		if (dialog.open() != Window.OK) {
			return;
		}
		NativeDialog.Answer answer = dialog.answer();
		AtomicReference<ElementPath> made = new AtomicReference<>();
		page.edit(answer.owner(), owner -> {
			if (!(owner instanceof Block block)) {
				throw new RefusedEdit(FormMessages.forms_gone);
			}
			made.set(ElementPath.of(NativeStatements.add(block, answer.kind(), answer.name(), answer.text())));
		}, result -> {
			if (result instanceof EditResult.Rejected rejected) {
				MessageDialog.openInformation(statements.control().getShell(), FormMessages.forms_refusedTitle, rejected.reason());
			} else if (!statements.control().isDisposed()) {
				statements.select(made.get());
				statements.control().setFocus();
			}
		});
	}
}
