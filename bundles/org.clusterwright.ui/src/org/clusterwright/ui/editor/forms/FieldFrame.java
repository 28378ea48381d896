package org.clusterwright.ui.editor.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clusterwright.core.forms.PlacedFindings;
import org.clusterwright.core.forms.Property;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.PlatformUI;

/** What surrounds every field: the mark that says "written", its label, findings and refusals beside the control, "reset to default", tooltip, help and id. */
final class FieldFrame {
	private static final int MARK_WIDTH = 16;
	private static final int DECORATION_ROOM = 10;

	private final FormSection section;
	private final Property property;
	private final String id;
	private final Label mark;
	private final Label label;
	private Label reset;
	private Control control;
	private ControlDecoration decoration;
	private List<Finding> findings = List.of();
	private Optional<String> complaint = Optional.empty();
	private ElementPath path;

	FieldFrame(FormSection section, String id, String title, Property property) {
		this.section = section;
		this.property = property;
		this.id = section.page().key() + "." + id;
		Composite grid = section.grid();
		mark = section.toolkit().createLabel(grid, "");
		GridData data = new GridData(SWT.CENTER, SWT.CENTER, false, false);
		data.widthHint = MARK_WIDTH;
		mark.setLayoutData(data);
		label = section.toolkit().createLabel(grid, title);
		label.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
	}

	/** Completes the row with the control that was made in the section's grid. */
	void hold(Control held, Field field) {
		control = held;
		control.setData("org.clusterwright.id", id);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(control, "org.clusterwright.ui." + id.replace('.', '_'));
		control.setData(Field.HELP, (Supplier<String>) this::help);
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.horizontalIndent = DECORATION_ROOM;
		control.setLayoutData(data);
		decoration = new ControlDecoration(control, SWT.LEFT | SWT.CENTER);
		decoration.setMarginWidth(1);
		decoration.hide();
		control.setData("org.clusterwright.decoration", decoration);
		reset = section.toolkit().createLabel(section.grid(), "");
		reset.setData("org.clusterwright.id", id + ".reset");
		GridData room = new GridData(SWT.CENTER, SWT.CENTER, false, false);
		room.widthHint = 16;
		reset.setLayoutData(room);
		reset.setCursor(control.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
		reset.addListener(SWT.MouseUp, e -> {
			if (reset.getImage() != null && section.page().isWritable()) {
				field.reset();
			}
		});
		label.setMenu(menu(field));
		control.addListener(SWT.FocusIn, e -> section.page().focused(field));
		section.page().add(field);
	}

	/** Gives the control a height, with its label at the top. */
	void tall(int height) {
		((GridData) control.getLayoutData()).heightHint = height;
		((GridData) label.getLayoutData()).verticalAlignment = SWT.BEGINNING;
	}

	private Menu menu(Field field) {
		Menu menu = new Menu(label);
		MenuItem resetItem = item(menu, FormMessages.forms_reset, field::reset);
		MenuItem show = item(menu, FormMessages.forms_showInSource, this::showInSource);
		menu.addListener(SWT.Show, e -> {
			resetItem.setEnabled(reset.getImage() != null && section.page().isWritable());
			show.setEnabled(owner().isPresent());
		});
		return menu;
	}

	private static MenuItem item(Menu menu, String text, Runnable run) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.addListener(SWT.Selection, e -> run.run());
		return item;
	}

	private void showInSource() {
		section.page().state().ifPresent(state -> owner().flatMap(o -> property.regions(o).stream().findFirst().or(() -> Regions.of(o)))
				.ifPresent(r -> section.page().reveal(Place.in(state.snapshot().design().text(), r.offset(), r.length()))));
	}

	String id() {
		return id;
	}

	Property property() {
		return property;
	}

	FormSection section() {
		return section;
	}

	/** The element that the field shows; absent where there is none. */
	Optional<EObject> owner() {
		return path == null ? Optional.empty() : section.page().state().flatMap(s -> s.find(path));
	}

	/** The words of the value, else those of its element; of the cluster only where it begins, since it holds everything. */
	Optional<Regions.Region> place() {
		return owner().flatMap(o -> property.regions(o).stream().findFirst().or(() -> placeOf(o)));
	}

	static Optional<Regions.Region> placeOf(EObject element) {
		return Regions.of(element).map(r -> element.eContainer() == null ? new Regions.Region(r.offset(), 0) : r);
	}

	ElementPath path() {
		return path;
	}

	/** Turns to the element that the section shows now; true where that is another one than before. */
	boolean turn(Supplier<Optional<ElementPath>> target) {
		ElementPath next = target.get().orElse(null);
		boolean turned = !Objects.equals(path, next);
		path = next;
		return turned;
	}

	/** Shows everything but the value itself; answers the effective value. */
	Optional<Effective<String>> show(FormState state) {
		Optional<EObject> owner = owner();
		Optional<Effective<String>> effective = owner.flatMap(o -> property.effective(state.effective(), o));
		boolean written = owner.flatMap(property::written).isPresent();
		boolean resettable = written && property.isOptional();
		image(mark, resettable ? "set" : null);
		image(reset, resettable ? "reset" : null);
		String why = effective.map(e -> Elements.why(e.origin(), state.snapshot().design().text())).orElse("");
		tip(mark, resettable ? why : null);
		tip(reset, resettable ? NLS.bind(FormMessages.forms_resetTip, section.page().resetKey()) : null);
		String tip = help();
		tip(control, tip);
		tip(label, tip);
		findings = owner.map(o -> state.findings().of(o, property)).orElse(List.of());
		decorate();
		return effective;
	}

	/** For tooltip and F1: what the field is, what holds now and why. */
	private String help() {
		return section.page().state().flatMap(s -> owner().map(o -> property.explain(o, s.effective(), s.snapshot().design().text()))).orElse("");
	}

	private void image(Label at, String icon) {
		var image = icon == null ? null : section.page().images().create(Icons.named(icon));
		if (at.getImage() != image) {
			at.setImage(image);
		}
	}

	private static void tip(Control at, String text) {
		String escaped = text == null ? null : text.replace("&", "&&");
		if (!Objects.equals(at.getToolTipText(), escaped)) {
			at.setToolTipText(escaped);
		}
	}

	/** Says why what was typed cannot be applied; nothing where it can. */
	void complain(Optional<String> reason) {
		complaint = reason;
		decorate();
	}

	private void decorate() {
		if (complaint.isEmpty() && findings.isEmpty()) {
			decoration.hide();
			decoration.setDescriptionText(null);
			return;
		}
		Severity worst = complaint.isPresent() ? Severity.ERROR : PlacedFindings.worst(findings).orElse(Severity.INFO);
		String kind = switch (worst) {
			case ERROR -> FieldDecorationRegistry.DEC_ERROR;
			case WARNING -> FieldDecorationRegistry.DEC_WARNING;
			case INFO -> FieldDecorationRegistry.DEC_INFORMATION;
		};
		decoration.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(kind).getImage());
		decoration.setDescriptionText(complaint.orElseGet(() -> findings.stream().map(FormTexts::finding).collect(Collectors.joining("\n"))));
		decoration.show();
	}
}
