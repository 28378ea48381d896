package org.clusterwright.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.core.nativeedit.NativeEdit;
import org.clusterwright.core.nativeedit.TextLines;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.AreaDialog;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Shows what an edited file changes in the design, line by line, and which other files change with it. */
final class ProposalDialog extends AreaDialog {
	private static final int WIDTH = 640;
	private static final int CONTEXT = 2;
	private static final int MOST_LINES = 16;
	private static final int MOST_FILES = 6;

	private final FileRef file;
	private final String before;
	private final NativeEdit.Proposal proposal;
	private final Optional<NativeEdit.Offer> offer;

	ProposalDialog(Shell parent, FileRef file, String before, NativeEdit.Proposal proposal, Optional<NativeEdit.Offer> offer) {
		super(parent, Messages.native_proposalWindow, 1);
		this.file = file;
		this.before = before;
		this.proposal = proposal;
		this.offer = offer;
	}

	@Override
	protected void fill(Composite area) {
		setTitle(Messages.native_proposalTitle);
		setMessage(NLS.bind(Messages.native_proposal, file.path(), file.node()), offer.isPresent() ? IMessageProvider.WARNING : IMessageProvider.NONE);
		label(area, proposal.changes().stream().map(c -> "\u2022 " + c).collect(Collectors.joining("\n")), "native.changes");
		difference(area, lines(before, proposal.design()), "native.difference");
		// A raw text may stand elsewhere than the author put it.
		if (offer.filter(o -> o.kind() != NativeEdit.OfferKind.WIDER).isPresent()) {
			label(area, Messages.native_afterwards, "native.afterwards");
			text(area, offer.get().text(), MOST_FILES, "native.respelledText");
		}
		if (proposal.others().isEmpty()) {
			label(area, Messages.native_alone, "native.others");
		} else {
			label(area, Messages.native_also, "native.also");
			text(area, proposal.others().stream().map(ProposalDialog::said).collect(Collectors.joining("\n")), MOST_FILES, "native.others");
		}
		if (!proposal.findings().isEmpty()) {
			label(area, Messages.native_warnings + "\n" + proposal.findings().stream().map(Finding::message).map(m -> "\u2022 " + m).collect(Collectors.joining("\n")), "native.warnings");
		}
	}

	private static void label(Composite area, String words, String id) {
		Label label = new Label(area, SWT.WRAP);
		label.setText(words.replace("&", "&&"));
		label.setData("org.clusterwright.id", id);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
	}

	private static StyledText text(Composite area, String words, int most, String id) {
		StyledText text = new StyledText(area, SWT.BORDER | SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		text.setText(words);
		text.setMargins(4, 2, 4, 2);
		text.setData("org.clusterwright.id", id);
		text.setAlwaysShowScrollBars(false);
		int lines = Math.min(most, text.getLineCount());
		GridDataFactory.fillDefaults().grab(true, most == MOST_LINES).hint(WIDTH, text.getLineHeight() * (lines + 1)).applyTo(text);
		// keys leave the text: there is nothing to type
		text.addListener(SWT.Traverse, e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		return text;
	}

	/** The changed lines with some around them; null stands where lines are left out. */
	private static List<TextLines.Line> lines(String before, String after) {
		List<TextLines.Line> shown = new ArrayList<>();
		for (List<TextLines.Line> hunk : TextLines.hunks(TextLines.compare(before, after), CONTEXT)) {
			if (!shown.isEmpty()) {
				shown.add(null);
			}
			shown.addAll(hunk);
		}
		return shown;
	}

	private static void difference(Composite area, List<TextLines.Line> lines, String id) {
		String words = lines.stream().map(l -> l == null ? "   \u22ee" : String.format("%4d %s %s", l.number(), sign(l), l.text().stripTrailing())).collect(Collectors.joining("\n"));
		StyledText text = text(area, words, MOST_LINES, id);
		((GridData) text.getLayoutData()).grabExcessVerticalSpace = true;
		for (int i = 0; i < lines.size(); i++) {
			Color colour = lines.get(i) == null ? null : switch (lines.get(i).kind()) {
				case SAME -> null;
				case ADDED -> PaneColours.added();
				case REMOVED -> PaneColours.removed();
			};
			if (colour != null) {
				text.setLineBackground(i, 1, colour);
			}
		}
	}

	private static String sign(TextLines.Line line) {
		return switch (line.kind()) {
			case SAME -> " ";
			case ADDED -> "+";
			case REMOVED -> "-";
		};
	}

	private static String said(NativeEdit.OtherFile other) {
		return NLS.bind(switch (other.change()) {
			case CHANGED -> Messages.native_fileChanged;
			case GONE -> Messages.native_fileGone;
			case NEW -> Messages.native_fileNew;
		}, other.node(), other.path());
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.native_ok, true).setData("org.clusterwright.id", "native.ok");
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false).setData("org.clusterwright.id", "native.cancel");
	}
}
