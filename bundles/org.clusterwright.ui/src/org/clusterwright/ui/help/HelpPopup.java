package org.clusterwright.ui.help;

import org.clusterwright.core.help.HelpChapters;
import org.clusterwright.core.help.HelpPage;
import org.clusterwright.ui.Messages;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Help beside a dialog, which keeps the workbench's window from being used. One at a time; it goes with the dialog, or by Escape. */
final class HelpPopup {
	private static final Point SIZE = new Point(460, 380);
	private static final String ID = "help.popup";

	private final Shell shell;
	private final HelpText text;
	private final HelpSource source = new HelpSource(this::filled);
	private String wanted;

	private HelpPopup(Shell dialog) {
		shell = new Shell(dialog, SWT.TITLE | SWT.CLOSE | SWT.RESIZE | SWT.MODELESS);
		shell.setText(Messages.help_title);
		shell.setLayout(new FillLayout());
		shell.setData("org.clusterwright.id", ID);
		text = new HelpText(shell, this::go, () -> {
		});
		shell.addListener(SWT.Dispose, e -> source.close());
		Rectangle beside = dialog.getBounds();
		Rectangle screen = dialog.getMonitor().getClientArea();
		int x = Math.min(beside.x + beside.width + 6, screen.x + screen.width - SIZE.x);
		shell.setBounds(Math.max(screen.x, x), Math.max(screen.y, beside.y + 40), SIZE.x, Math.min(SIZE.y, screen.height));
		source.start();
	}

	/** The shell that F1 was pressed in, where it is a dialog's. */
	static Shell dialog() {
		Shell active = Display.getCurrent().getActiveShell();
		var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		Shell found = active != null && ID.equals(active.getData("org.clusterwright.id")) ? (Shell) active.getParent() : active;
		return found == null || window == null || found == window.getShell() || found.getParent() == null || (found.getStyle() & (SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL | SWT.SYSTEM_MODAL)) == 0 ? null : found;
	}

	static void open(Shell dialog, HelpPage page) {
		HelpPopup popup = fresh(dialog);
		popup.text.show(page);
		popup.shell.open();
	}

	static void open(Shell dialog, String address) {
		HelpPopup popup = fresh(dialog);
		popup.go(address);
		popup.shell.open();
	}

	private static HelpPopup fresh(Shell dialog) {
		for (Shell child : dialog.getShells()) {
			if (ID.equals(child.getData("org.clusterwright.id"))) {
				child.dispose();
			}
		}
		return new HelpPopup(dialog);
	}

	private void go(String address) {
		wanted = address;
		filled();
	}

	private void filled() {
		if (wanted != null && !shell.isDisposed()) {
			source.values().flatMap(v -> HelpChapters.page(wanted, v)).ifPresent(p -> {
				text.show(p);
				int hash = wanted.indexOf('#');
				text.reveal(hash < 0 ? 0 : p.anchor(wanted.substring(hash + 1)).orElse(0));
			});
		}
	}
}
