package org.clusterwright.ui.editor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.clusterwright.dsl.ide.TextLimits;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.Messages;
import org.clusterwright.model.findings.Severity;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;

/** What the editor shows in the place of a file that is no text it can show: too large, binary, or one endless line. Such a file is not even read into a document. */
final class Unopened {
	/** A line longer than this takes the text widget seconds to lay out. */
	static final int LONGEST_LINE = 20_000;
	private static final double MEBI = 1024 * 1024;

	private Unopened() {
	}

	/** Why a file is not shown as text. */
	static Optional<String> reason(IEditorInput input) {
		if (!(input instanceof IURIEditorInput located) || located.getURI() == null) {
			return Optional.empty();
		}
		try {
			IFileStore store = EFS.getStore(located.getURI());
			if (!store.fetchInfo().exists()) {
				return Optional.empty();
			}
			try (InputStream in = store.openInputStream(EFS.NONE, null)) {
				return reason(in.readNBytes(TextLimits.MAX_BYTES + 1), store.fetchInfo().getLength());
			}
		} catch (CoreException | IOException e) {
			// The text editor says so itself, as it does for any file.
			return Optional.empty();
		}
	}

	private static Optional<String> reason(byte[] bytes, long length) {
		if (bytes.length > TextLimits.MAX_BYTES) {
			return Optional.of(NLS.bind(Messages.unopened_tooLarge, String.format("%.1f", length / MEBI), Math.round(TextLimits.MAX_BYTES / MEBI)));
		}
		return switch (TextLimits.decode(bytes)) {
			case TextLimits.Decoded.Refused refused -> Optional.of(refused.finding().message());
			case TextLimits.Decoded.Text text -> text.text().indexOf('\0') >= 0 ? TextLimits.check(text.text()).map(f -> f.message()) : longLine(text.text());
		};
	}

	private static Optional<String> longLine(String text) {
		int start = 0;
		for (int line = 1; start <= text.length(); line++) {
			int end = text.indexOf('\n', start);
			end = end < 0 ? text.length() : end;
			if (end - start > LONGEST_LINE) {
				return Optional.of(NLS.bind(Messages.unopened_longLine, new Object[] { line, end - start, LONGEST_LINE }));
			}
			start = end + 1;
		}
		return Optional.empty();
	}

	/** The page that says so; {@code again} looks at the file anew. */
	static Composite page(Composite parent, String reason, Runnable again) {
		Composite page = new Composite(parent, SWT.NONE);
		page.setData("org.clusterwright.id", "unopened.page");
		GridLayoutFactory.fillDefaults().numColumns(2).margins(16, 16).spacing(10, 10).applyTo(page);
		Label icon = new Label(page, SWT.NONE);
		icon.setImage(Icons.of(Severity.ERROR));
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		Label text = new Label(page, SWT.WRAP);
		text.setData("org.clusterwright.id", "unopened.reason");
		text.setText(reason + "\n\n" + Messages.unopened_advice);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(text);
		new Label(page, SWT.NONE);
		Button retry = new Button(page, SWT.PUSH);
		retry.setData("org.clusterwright.id", "unopened.again");
		retry.setText(Messages.unopened_again);
		retry.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> again.run()));
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(retry);
		return page;
	}
}
