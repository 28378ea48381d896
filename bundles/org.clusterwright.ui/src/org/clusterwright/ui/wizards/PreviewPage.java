package org.clusterwright.ui.wizards;

import java.util.Comparator;
import java.util.List;
import org.clusterwright.core.start.NewDesignReview;
import org.clusterwright.core.start.NewDesignReview.Remark;
import org.clusterwright.dsl.ide.Highlighting;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.source.Colours;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;

/** The text as it will be written, with what the rules say of it. */
final class PreviewPage extends WizardPage {
	private static final int WIDTH = 680;
	private static final int HEIGHT = 360;

	private final NewDesignModel model;
	private StyledText text;
	private Table findings;

	PreviewPage(NewDesignModel model) {
		super("preview");
		this.model = model;
		setTitle(Messages.newDesign_previewTitle);
		setDescription(Messages.newDesign_previewDescription);
	}

	@Override
	public void createControl(Composite parent) {
		SashForm sash = new SashForm(parent, SWT.VERTICAL);
		GridLayoutFactory.fillDefaults().applyTo(sash);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(sash);
		text = new StyledText(sash, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | SWT.READ_ONLY | SWT.BORDER);
		text.setEditable(false);
		text.setFont(JFaceResources.getTextFont());
		text.setMargins(6, 6, 6, 6);
		text.setData("org.clusterwright.id", "newDesign.preview");
		findings = new Table(sash, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
		findings.setData("org.clusterwright.id", "newDesign.findings");
		findings.setHeaderVisible(true);
		column(Messages.newDesign_line, 60);
		column(Messages.newDesign_finding, WIDTH - 80);
		findings.addListener(SWT.Selection, e -> {
			Remark remark = (Remark) e.item.getData();
			text.setSelection(remark.finding().place().offset(), remark.finding().place().offset() + remark.finding().place().length());
			text.showSelection();
		});
		sash.setWeights(70, 30);
		PlatformUI.getWorkbench().getHelpSystem().setHelp(sash, "org.clusterwright.ui.wizard_preview");
		setControl(sash);
		model.onReview(() -> {
			if (!text.isDisposed()) {
				show();
			}
		});
		show();
	}

	private void column(String label, int width) {
		TableColumn column = new TableColumn(findings, SWT.NONE);
		column.setText(label);
		column.setWidth(width);
	}

	private void show() {
		setPageComplete(model.isSound());
		if (model.review().isEmpty()) {
			text.setText(Messages.generated_reading);
			return;
		}
		NewDesignReview review = model.review().get();
		if (!review.text().equals(text.getText())) {
			int top = text.getTopIndex();
			text.setText(review.text());
			text.setStyleRanges(Highlighting.lexical(review.text()).stream().map(r -> new StyleRange(r.offset(), r.length(), Colours.of(r.kind()), null, Colours.style(r.kind()))).toArray(StyleRange[]::new));
			if (top > 0) {
				text.setTopIndex(top);
			}
		}
		findings.removeAll();
		List<Remark> sorted = review.remarks().stream().sorted(Comparator.comparing(NewDesignModel::severity)).toList();
		for (Remark remark : sorted) {
			TableItem item = new TableItem(findings, SWT.NONE);
			item.setText(new String[] {String.valueOf(remark.finding().place().line()), remark.finding().message()});
			item.setImage(Icons.of(NewDesignModel.severity(remark)));
			item.setData(remark);
		}
		long errors = sorted.stream().filter(r -> NewDesignModel.severity(r) == Severity.ERROR).count();
		long warnings = sorted.stream().filter(r -> NewDesignModel.severity(r) == Severity.WARNING).count();
		if (errors > 0) {
			setMessage(NLS.bind(Messages.newDesign_previewErrors, errors), IMessageProvider.ERROR);
		} else if (warnings > 0) {
			setMessage(NLS.bind(Messages.newDesign_previewWarnings, warnings), IMessageProvider.WARNING);
		} else {
			setMessage(Messages.newDesign_previewDescription);
		}
	}
}
