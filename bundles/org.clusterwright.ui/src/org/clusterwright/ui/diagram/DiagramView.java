package org.clusterwright.ui.diagram;

import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.ui.preview.ActiveDesign;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.swt.custom.CaretListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The picture of the active design: storage, or network and fencing. */
public final class DiagramView extends ViewPart {
	public static final String ID = "org.clusterwright.ui.diagram";

	private DiagramPanel panel;
	private ActiveDesign active;
	private DesignEditor editor;
	private StyledText text;
	private final CaretListener caret = e -> panel.caretAt(editor.source().caret());

	@Override
	public void createPartControl(Composite parent) {
		panel = new DiagramPanel(parent, place -> {
			if (editor != null) {
				editor.reveal(place);
			}
		});
		active = new ActiveDesign(getSite().getPage(), new ActiveDesign.Listener() {
			@Override
			public void editorChanged(DesignEditor next) {
				follow(next);
			}

			@Override
			public void snapshotChanged(ClusterSnapshot next) {
				if (next != null) {
					listen();
					panel.show(next);
				}
			}
		});
	}

	private void follow(DesignEditor next) {
		leave();
		editor = next;
		panel.show(null);
	}

	/** The text is there once the design was read. */
	private void listen() {
		if (text == null && editor != null && editor.source().viewer() != null) {
			text = editor.source().viewer().getTextWidget();
			text.addCaretListener(caret);
			panel.caretAt(editor.source().caret());
		}
	}

	private void leave() {
		if (text != null && !text.isDisposed()) {
			text.removeCaretListener(caret);
		}
		text = null;
	}

	@Override
	public void setFocus() {
		panel.setFocus();
	}

	@Override
	public void dispose() {
		leave();
		if (active != null) {
			active.close();
		}
		super.dispose();
	}
}
