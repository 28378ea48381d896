package org.clusterwright.ui.preview;

import org.clusterwright.core.nativeedit.NativeEdit;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.AreaDialog;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;

/** Says why an edit of a file is not possible in the design, where, and what could be done instead. */
final class RefusalDialog extends AreaDialog {
	/** What the author wants then. */
	sealed interface Next {
		record Stay() implements Next {
		}

		record InFile() implements Next {
		}

		record InDesign(Place place) implements Next {
		}

		record Take(NativeEdit.Offer offer) implements Next {
		}
	}

	private static final int WIDTH = 560;

	private final FileRef file;
	private final NativeEdit.Refused refused;
	private Next next = new Next.Stay();

	RefusalDialog(Shell parent, FileRef file, NativeEdit.Refused refused) {
		super(parent, Messages.native_proposalWindow, 2);
		this.file = file;
		this.refused = refused;
	}

	Next next() {
		return next;
	}

	@Override
	protected void fill(Composite area) {
		setTitle(refused.offers().isEmpty() ? Messages.native_refusedTitle : Messages.native_refusedJust);
		setMessage(file.path() + " \u2014 " + file.node(), refused.offers().isEmpty() ? IMessageProvider.ERROR : IMessageProvider.WARNING);
		Link reason = new Link(area, SWT.WRAP);
		reason.setText(reason());
		reason.setData("org.clusterwright.id", "native.reason");
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(reason);
		reason.addListener(SWT.Selection, e -> finish("design".equals(e.text) ? new Next.InDesign(refused.design().orElse(Place.START)) : new Next.InFile()));
		refused.offers().forEach(o -> offer(area, o));
	}

	private String reason() {
		String inFile = NLS.bind(Messages.native_place, escaped(refused.reason()), refused.place().line());
		return refused.design().map(p -> NLS.bind(Messages.native_placeDesign, inFile, p.line())).orElse(inFile);
	}

	private static String escaped(String words) {
		return words.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
	}

	private void offer(Composite area, NativeEdit.Offer offer) {
		Button button = new Button(area, SWT.PUSH);
		Label label = new Label(area, SWT.WRAP);
		switch (offer.kind()) {
			case RAW -> say(button, Messages.native_keepRaw, "native.raw", label, Messages.native_raw);
			case RESPELLED -> say(button, Messages.native_respell, "native.respelled", label, Messages.native_respelled);
			case WIDER -> say(button, Messages.native_widen, "native.wider", label, Messages.native_wider);
		}
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(button);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(WIDTH / 2, SWT.DEFAULT).applyTo(label);
		button.addListener(SWT.Selection, e -> finish(new Next.Take(offer)));
	}

	private static void say(Button button, String words, String id, Label label, String why) {
		button.setText(words);
		button.setData("org.clusterwright.id", id);
		label.setText(why);
	}

	private void finish(Next wanted) {
		next = wanted;
		close();
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, true).setData("org.clusterwright.id", "native.close");
	}
}
