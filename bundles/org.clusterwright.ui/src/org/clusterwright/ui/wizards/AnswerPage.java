package org.clusterwright.ui.wizards;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clusterwright.core.start.NewDesignReview.Remark;
import org.clusterwright.model.findings.Severity;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** A page of answers. Each field is named as the core names it; what the language says of it is shown beside it and, the worst, on top. */
abstract class AnswerPage extends WizardPage {
	private static final int DECORATION_ROOM = 8;

	private record Field(Control control, ControlDecoration decoration, Supplier<String> hint) {
	}

	private final NewDesignModel model;
	private final String about;
	private final Map<String, Field> fields = new LinkedHashMap<>();

	AnswerPage(String name, NewDesignModel model, String title, String about) {
		super(name);
		this.model = model;
		this.about = about;
		setTitle(title);
		setDescription(about);
	}

	final NewDesignModel model() {
		return model;
	}

	/** Calls back for each state of answers and review while the page is in front, and when it comes there. */
	final void follow(Control page) {
		model.onReview(() -> {
			if (!page.isDisposed() && isCurrentPage()) {
				refresh();
			}
		});
		page.addListener(SWT.Show, e -> refresh());
		PlatformUI.getWorkbench().getHelpSystem().setHelp(page, "org.clusterwright.ui.wizard_" + getName());
		setControl(page);
		refresh();
	}

	/** Only what differs, since with each message the dialog lays out all its pages. */
	@Override
	public final void setMessage(String message, int type) {
		if (!Objects.equals(message, getMessage()) || type != getMessageType()) {
			super.setMessage(message, type);
		}
	}

	@Override
	public final void setErrorMessage(String message) {
		if (!Objects.equals(message, getErrorMessage())) {
			super.setErrorMessage(message);
		}
	}

	/** Shows what is known: hints in empty fields, marks, the page's message. */
	void refresh() {
		fields.forEach(this::refresh);
		List<Remark> mine = model.review().map(r -> r.remarks().stream().filter(k -> k.field().filter(fields::containsKey).isPresent()).toList()).orElse(List.of());
		mine.stream().filter(k -> NewDesignModel.severity(k) != Severity.INFO).min(Comparator.comparing(NewDesignModel::severity)).ifPresentOrElse(
				k -> setMessage(k.finding().message(), NewDesignModel.severity(k) == Severity.ERROR ? IMessageProvider.ERROR : IMessageProvider.WARNING), () -> setMessage(about));
		setPageComplete(mine.stream().noneMatch(k -> NewDesignModel.severity(k) == Severity.ERROR));
	}

	private void refresh(String id, Field field) {
		if (field.control() instanceof Text text && !text.getMessage().equals(field.hint().get())) {
			text.setMessage(field.hint().get());
		}
		List<Remark> remarks = model.review().map(r -> r.remarks().stream().filter(k -> k.field().filter(id::equals).isPresent() && k.finding().severity() != Severity.INFO).toList()).orElse(List.of());
		if (remarks.isEmpty()) {
			field.decoration().hide();
			return;
		}
		Severity worst = remarks.stream().map(NewDesignModel::severity).min(Comparator.naturalOrder()).orElseThrow();
		field.decoration().setImage(FieldDecorationRegistry.getDefault()
				.getFieldDecoration(worst == Severity.ERROR ? FieldDecorationRegistry.DEC_ERROR : FieldDecorationRegistry.DEC_WARNING).getImage());
		field.decoration().setDescriptionText(String.join("\n", remarks.stream().map(r -> r.finding().message()).toList()));
		field.decoration().show();
	}

	/** A label and a text in the next two columns. */
	final Text text(Composite parent, String label, String id, String value, Supplier<String> hint, Consumer<String> changed) {
		Label title = new Label(parent, SWT.NONE);
		title.setText(label);
		Text text = cell(parent, id, value, hint, changed);
		return text;
	}

	/** A text in the next column. */
	final Text cell(Composite parent, String id, String value, Supplier<String> hint, Consumer<String> changed) {
		Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
		text.setText(value);
		GridDataFactory.fillDefaults().grab(true, false).indent(DECORATION_ROOM, 0).applyTo(text);
		text.addListener(SWT.Modify, e -> changed.accept(text.getText()));
		field(text, id, hint);
		return text;
	}

	/** Marks a control as the place of a field. */
	final void field(Control control, String id, Supplier<String> hint) {
		control.setData("org.clusterwright.id", "newDesign." + id);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(control, "org.clusterwright.ui.wizard_" + id.replace('.', '_'));
		ControlDecoration decoration = new ControlDecoration(control, SWT.LEFT | SWT.CENTER);
		decoration.setMarginWidth(1);
		decoration.hide();
		fields.put(id, new Field(control, decoration, hint));
		control.addDisposeListener(e -> {
			if (fields.containsKey(id) && fields.get(id).control() == control) {
				fields.remove(id);
			}
		});
	}
}
