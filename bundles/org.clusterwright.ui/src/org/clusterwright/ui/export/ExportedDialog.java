package org.clusterwright.ui.export;

import java.util.stream.Collectors;
import org.clusterwright.core.export.BundleExport;
import org.clusterwright.ui.AreaDialog;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** What was written, with the sums that tell later whether an archive is still the one that was made here, and what to do with it. */
final class ExportedDialog extends AreaDialog {
	private static final int COPY = IDialogConstants.CLIENT_ID;
	private static final int OPEN = IDialogConstants.CLIENT_ID + 1;
	private static final int KIBI = 1024;
	private static final int WIDTH = 720;
	private static final int ROWS = 6;

	private final BundleExport.Result.Written written;
	private final boolean sealed;

	ExportedDialog(Shell parent, BundleExport.Result.Written written, boolean sealed) {
		super(parent, Messages.export_window, 1);
		this.written = written;
		this.sealed = sealed;
		setBlockOnOpen(false);
	}

	@Override
	protected void fill(Composite area) {
		Table table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
		table.setHeaderVisible(true);
		table.setData("org.clusterwright.id", "exported.archives");
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, table.getItemHeight() * ROWS).applyTo(table);
		for (String title : new String[] {Messages.exported_name, Messages.exported_size, Messages.exported_sum}) {
			new TableColumn(table, title.equals(Messages.exported_size) ? SWT.RIGHT : SWT.NONE).setText(title);
		}
		for (BundleExport.Archive archive : written.archives()) {
			new TableItem(table, SWT.NONE).setText(new String[] {archive.name(), NLS.bind(Messages.exported_kib, (archive.size() + KIBI - 1) / KIBI), archive.sha256()});
		}
		for (int i = 0; i < table.getItemCount(); i++) {
			table.getItem(i).setFont(2, JFaceResources.getTextFont());
		}
		for (TableColumn column : table.getColumns()) {
			column.pack();
		}
		Label next = new Label(area, SWT.WRAP);
		next.setText(sealed ? Messages.exported_nextSealed : Messages.exported_next);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(next);
		setTitle(NLS.bind(Messages.exported_title, written.archives().size(), written.directory()));
		if (written.warnings().isEmpty()) {
			setMessage(Messages.exported_message);
		} else {
			setMessage(String.join("\n", written.warnings()), IMessageProvider.WARNING);
		}
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, COPY, Messages.exported_copy, false).setData("org.clusterwright.id", "exported.copy");
		createButton(parent, OPEN, Messages.exported_open, false);
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true).setData("org.clusterwright.id", "exported.close");
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == COPY) {
			copy();
		} else if (id == OPEN) {
			Program.launch(written.directory().toString());
		} else {
			super.buttonPressed(id);
		}
	}

	/** As sha256sum prints and checks them. */
	private void copy() {
		String text = written.archives().stream().map(a -> a.sha256() + "  " + a.name() + "\n").collect(Collectors.joining());
		Clipboard clipboard = new Clipboard(getShell().getDisplay());
		try {
			clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
		} finally {
			clipboard.dispose();
		}
	}
}
