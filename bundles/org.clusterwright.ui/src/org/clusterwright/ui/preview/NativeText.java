package org.clusterwright.ui.preview;

import java.util.Optional;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.ui.editor.source.Colours;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;

/** One native file, read-only and coloured. When the file is made anew only what changed is replaced, so scroll position and selection stay. */
final class NativeText {
	private final Document document = new Document();
	private final SourceViewer viewer;
	private NativeFile shown;

	NativeText(Composite parent) {
		CompositeRuler ruler = new CompositeRuler();
		LineNumberRulerColumn numbers = new LineNumberRulerColumn();
		ruler.addDecorator(0, numbers);
		viewer = new SourceViewer(parent, ruler, SWT.V_SCROLL | SWT.H_SCROLL | SWT.MULTI | SWT.READ_ONLY | SWT.FULL_SELECTION);
		viewer.setEditable(false);
		viewer.setDocument(document);
		StyledText text = viewer.getTextWidget();
		text.setFont(JFaceResources.getTextFont());
		text.setData("org.clusterwright.id", "generated.text");
		numbers.setFont(JFaceResources.getTextFont());
		numbers.setForeground(Colours.of(Kind.COMMENT));
		IPropertyChangeListener recolour = event -> {
			if (Colours.isOurs(event.getProperty())) {
				colour();
			} else if (event.getProperty().equals(JFaceResources.TEXT_FONT)) {
				text.setFont(JFaceResources.getTextFont());
			}
		};
		Colours.registry().addListener(recolour);
		JFaceResources.getFontRegistry().addListener(recolour);
		text.addDisposeListener(e -> {
			Colours.registry().removeListener(recolour);
			JFaceResources.getFontRegistry().removeListener(recolour);
		});
	}

	StyledText widget() {
		return viewer.getTextWidget();
	}

	SourceViewer viewer() {
		return viewer;
	}

	/** Null shows nothing. */
	void show(NativeFile file) {
		boolean same = shown != null && file != null && shown.path().equals(file.path());
		shown = file;
		String text = file == null ? "" : file.content().text();
		if (same) {
			replaceDifference(text);
		} else {
			document.set(text);
		}
		colour();
	}

	private void replaceDifference(String text) {
		String before = document.get();
		int shorter = Math.min(before.length(), text.length());
		int head = 0;
		while (head < shorter && before.charAt(head) == text.charAt(head)) {
			head++;
		}
		int tail = 0;
		while (tail < shorter - head && before.charAt(before.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
			tail++;
		}
		if (head == before.length() && head == text.length()) {
			return;
		}
		int top = viewer.getTextWidget().getTopPixel();
		try {
			document.replace(head, before.length() - head - tail, text.substring(head, text.length() - tail));
		} catch (BadLocationException e) {
			throw new IllegalStateException("the difference of two texts is inside them", e);
		}
		viewer.getTextWidget().setTopPixel(top);
	}

	private void colour() {
		if (shown != null) {
			viewer.changeTextPresentation(NativeColouring.of(shown.syntax(), document.get()), true);
		}
	}

	/** What made the text at the caret. */
	Optional<Origin> originAtCaret() {
		return shown == null ? Optional.empty() : shown.content().originAt(viewer.getTextWidget().getCaretOffset());
	}
}
