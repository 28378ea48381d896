package org.clusterwright.ui.preview;

import java.util.List;
import java.util.Optional;
import org.clusterwright.core.compare.LineDiff.Change;
import org.clusterwright.core.trace.Made;
import org.clusterwright.core.trace.Reason;
import org.clusterwright.core.trace.TraceIndex;
import org.clusterwright.dsl.ide.Highlighting.Kind;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.ui.editor.source.Colours;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.source.CompositeRuler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.LineNumberRulerColumn;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;

/** One native file, coloured, as it is generated or with what was typed into it. When the file is made anew only what changed is replaced, so scroll position and selection stay. */
final class NativeText {
	private final Document document = new Document();
	private final SourceViewer viewer;
	private final SourceViewerConfiguration configuration = new SourceViewerConfiguration() {
		@Override
		public ITextHover getTextHover(ISourceViewer source, String contentType) {
			return new OriginHover(NativeText.this::why);
		}
	};
	private final ChangeColumn changes = new ChangeColumn();
	/** For hovers, which run in the background. */
	private volatile TraceIndex trace;
	private volatile NativeFile shown;
	private List<Made.Line> made = List.of();
	private boolean old;
	/** The background of the rulers beside the text. */
	private Color rulers;
	/** Whether the text is not the generated one, so that the trace does not speak of it. */
	private volatile boolean edited;
	/** While the program and not the user changes the text. */
	private boolean showing;

	NativeText(Composite parent) {
		CompositeRuler ruler = new CompositeRuler();
		LineNumberRulerColumn numbers = new LineNumberRulerColumn();
		ruler.addDecorator(0, changes);
		ruler.addDecorator(1, numbers);
		viewer = new SourceViewer(parent, ruler, SWT.V_SCROLL | SWT.H_SCROLL | SWT.MULTI | SWT.READ_ONLY | SWT.FULL_SELECTION);
		viewer.configure(configuration);
		viewer.setEditable(false);
		viewer.setDocument(document);
		viewer.activatePlugins();
		StyledText text = viewer.getTextWidget();
		text.setFont(JFaceResources.getTextFont());
		text.setData("org.clusterwright.id", "generated.text");
		text.setData(FieldCommand.HISTORY, viewer);
		text.addLineBackgroundListener(e -> {
			Made.Line line = madeAt(document, e.lineOffset);
			if (line != null) {
				e.lineBackground = line.direct() ? PaneColours.made() : PaneColours.shared();
			}
		});
		numbers.setFont(JFaceResources.getTextFont());
		numbers.setForeground(Colours.of(Kind.COMMENT));
		// The theme colours the text when it is shown and knows nothing of rulers.
		text.addListener(SWT.Paint, e -> {
			if (!text.getBackground().equals(rulers)) {
				rulers = text.getBackground();
				numbers.setBackground(rulers);
				numbers.redraw();
				changes.setBackground(rulers);
			}
		});
		IPropertyChangeListener recolour = event -> {
			if (Colours.isOurs(event.getProperty())) {
				colour();
				text.redraw();
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

	private Made.Line madeAt(IDocument text, int offset) {
		if (made.isEmpty()) {
			return null;
		}
		try {
			int number = text.getLineOfOffset(viewer.widgetOffset2ModelOffset(offset));
			for (Made.Line line : made) {
				if (line.number() == number) {
					return line;
				}
			}
			return null;
		} catch (BadLocationException e) {
			return null;
		}
	}

	StyledText widget() {
		return viewer.getTextWidget();
	}

	SourceViewerConfiguration configuration() {
		return configuration;
	}

	SourceViewer viewer() {
		return viewer;
	}

	/** Null shows nothing. {@code index} explains the file, {@code draft} is what the user made of it and has not applied. */
	void show(NativeFile file, TraceIndex index, Optional<String> draft) {
		String text = file == null ? "" : draft.orElse(file.content().text());
		boolean same = shown != null && file != null && shown.path().equals(file.path());
		boolean unchanged = same && shown.content().text().equals(file.content().text()) && document.get().equals(text);
		trace = index;
		shown = file;
		edited = draft.isPresent();
		if (unchanged) {
			return;
		}
		showing = true;
		try {
			put(text, same);
		} finally {
			showing = false;
		}
		if (viewer.getUndoManager() != null && draft.isEmpty()) {
			viewer.getUndoManager().reset();
		}
		colour();
	}

	private void put(String text, boolean same) {
		if (same) {
			replaceDifference(text);
		} else {
			made = List.of();
			changes.show(List.of());
			document.set(text);
		}
	}

	/** Is told when the user changes the text. */
	void onTyping(Runnable typed) {
		document.addDocumentListener(new IDocumentListener() {
			@Override
			public void documentAboutToBeChanged(DocumentEvent event) {
				// Only the result matters.
			}

			@Override
			public void documentChanged(DocumentEvent event) {
				if (!showing) {
					typed.run();
				}
			}
		});
	}

	String content() {
		return document.get();
	}

	boolean isEdited() {
		return edited;
	}

	/** Whether what is in the viewer is the user's; the marks of the generated text go then. */
	void setEdited(boolean next) {
		edited = next;
		if (next) {
			highlight(List.of());
			changes.show(List.of());
		}
		colour();
	}

	/** The lines that the selection of the design makes. */
	void highlight(List<Made.Line> lines) {
		List<Made.Line> next = edited ? List.of() : lines;
		if (!made.equals(next)) {
			made = next;
			widget().redraw();
		}
	}

	List<Made.Line> highlighted() {
		return made;
	}

	/** What the last edit changed, as bars beside the line numbers. */
	void showChanges(List<Change> next) {
		changes.show(edited ? List.of() : next);
	}

	/** Grey, because the design has moved on and has errors. */
	void setOld(boolean next) {
		if (old != next) {
			old = next;
			colour();
		}
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
		if (shown == null) {
			return;
		}
		if (old) {
			widget().setStyleRanges(new StyleRange[] {new StyleRange(0, document.getLength(), Colours.of(Kind.COMMENT), null)});
		} else {
			viewer.changeTextPresentation(NativeColouring.of(shown.syntax(), document.get()), true);
		}
	}

	int caret() {
		return viewer.widgetOffset2ModelOffset(widget().getCaretOffset());
	}

	/** What made the text at the caret; behind the end of a line, what made its end. */
	Optional<Origin> originAtCaret() {
		return shown == null || edited ? Optional.empty() : shown.content().originAt(Math.min(caret(), Math.max(0, document.getLength() - 1)));
	}

	/** Why the character at a place is there; nothing while the text is not the generated one. */
	Optional<Reason> why(int offset) {
		TraceIndex index = trace;
		NativeFile file = shown;
		return index == null || file == null || edited ? Optional.empty() : index.why(file, offset);
	}

	/** Puts the caret at the beginning of a line and shows it. */
	void goTo(int line) {
		try {
			int offset = document.getLineOffset(line);
			viewer.setSelectedRange(offset, 0);
			viewer.revealRange(offset, document.getLineLength(line));
		} catch (BadLocationException e) {
			// The file has become shorter meanwhile.
		}
	}

	int lineOfCaret() {
		return widget().getLineAtOffset(widget().getCaretOffset());
	}

	/** Scrolls to the first highlighted line when none can be seen; a direct one if there is any. */
	void revealHighlighted() {
		int top = viewer.getTopIndex();
		int bottom = viewer.getBottomIndex();
		boolean anyDirect = made.stream().anyMatch(Made.Line::direct);
		List<Made.Line> wanted = made.stream().filter(l -> l.direct() || !anyDirect).toList();
		if (!wanted.isEmpty() && wanted.stream().noneMatch(l -> l.number() >= top && l.number() <= bottom)) {
			viewer.setTopIndex(Math.max(0, wanted.get(0).number() - 2));
		}
	}
}
