package org.clusterwright.ui.editor.rename;

import java.util.List;
import org.clusterwright.dsl.ide.Mention;
import org.clusterwright.dsl.ide.Renaming;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.AreaDialog;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Asks for a new name. Says how many places change, what the rules will say of it, and what mentions the old name and stays as it is. */
final class RenameDialog extends AreaDialog {
	/** A moment after the last key the rules are asked, in milliseconds. */
	private static final long PAUSE = 250;
	private static final int VISIBLE_ROWS = 6;

	private final Renaming renaming;
	private final List<Mention> mentions;
	private Text field;
	private String name;
	private Job rules;

	RenameDialog(Shell parent, Renaming renaming, List<Mention> mentions) {
		super(parent, Messages.rename_window, 2);
		this.renaming = renaming;
		this.mentions = List.copyOf(mentions);
		name = renaming.symbol().name();
	}

	String name() {
		return name;
	}

	@Override
	protected void fill(Composite area) {
		new Label(area, SWT.NONE).setText(Messages.rename_name);
		field = new Text(area, SWT.BORDER);
		field.setData("org.clusterwright.id", "rename.name");
		field.setText(name);
		field.selectAll();
		field.addModifyListener(e -> check());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
		Label places = new Label(area, SWT.NONE);
		places.setData("org.clusterwright.id", "rename.places");
		int count = renaming.symbol().places().size();
		places.setText(count == 1 ? Messages.rename_onePlace : NLS.bind(Messages.rename_places, count));
		GridDataFactory.fillDefaults().span(2, 1).applyTo(places);
		if (!mentions.isEmpty()) {
			mentioned(area);
		}
	}

	private void mentioned(Composite area) {
		Label what = new Label(area, SWT.WRAP);
		what.setText(NLS.bind(Messages.rename_mentions, renaming.symbol().name()));
		GridDataFactory.fillDefaults().span(2, 1).indent(0, 6).hint(convertHorizontalDLUsToPixels(300), SWT.DEFAULT).applyTo(what);
		Table table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION);
		table.setData("org.clusterwright.id", "rename.mentions");
		table.setHeaderVisible(true);
		for (String title : new String[] { Messages.rename_line, Messages.rename_kind, Messages.rename_text }) {
			new TableColumn(table, SWT.NONE).setText(title);
		}
		for (Mention mention : mentions) {
			new TableItem(table, SWT.NONE).setText(new String[] { String.valueOf(mention.place().line()), kind(mention.kind()), mention.line() });
		}
		for (TableColumn column : table.getColumns()) {
			column.pack();
		}
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(convertHorizontalDLUsToPixels(300), table.getItemHeight() * (VISIBLE_ROWS + 1)).applyTo(table);
	}

	private static String kind(Mention.Kind kind) {
		return switch (kind) {
			case COMMENT -> Messages.rename_inComment;
			case TEXT -> Messages.rename_inText;
			case WORD -> Messages.rename_sameWord;
			case DEVICE -> Messages.rename_device;
			case PATTERN -> Messages.rename_pattern;
		};
	}

	@Override
	public void create() {
		super.create();
		setTitle(NLS.bind(Messages.rename_title, renaming.symbol().title()));
		setMessage(Messages.rename_message);
		getButton(IDialogConstants.OK_ID).setText(Messages.rename_button);
		check();
	}

	private void check() {
		name = field.getText().strip();
		if (rules != null) {
			rules.cancel();
		}
		String problem = renaming.problem(name).map(p -> switch (p) {
			case EMPTY, SAME -> null;
			case INVALID -> Messages.rename_invalid;
			case DUPLICATE -> NLS.bind(Messages.rename_duplicate, name);
		}).orElse(null);
		setErrorMessage(problem);
		setMessage(Messages.rename_message);
		boolean can = renaming.problem(name).isEmpty();
		getButton(IDialogConstants.OK_ID).setEnabled(can);
		if (can) {
			askRules(name);
		}
	}

	private void askRules(String asked) {
		Display display = getShell().getDisplay();
		rules = Job.createSystem(Messages.session_asking, monitor -> {
			List<Finding> found = renaming.newFindings(asked);
			if (!monitor.isCanceled() && !display.isDisposed()) {
				display.asyncExec(() -> {
					if (!field.isDisposed() && name.equals(asked) && !found.isEmpty()) {
						setMessage(found.get(0).message(), found.stream().anyMatch(Finding::isError) ? IMessageProvider.ERROR : IMessageProvider.WARNING);
					}
				});
			}
			return Status.OK_STATUS;
		});
		rules.schedule(PAUSE);
	}

	@Override
	public boolean close() {
		if (rules != null) {
			rules.cancel();
		}
		return super.close();
	}
}
