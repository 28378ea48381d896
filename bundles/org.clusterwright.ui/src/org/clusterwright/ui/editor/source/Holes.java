package org.clusterwright.ui.editor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.clusterwright.dsl.ide.assist.Suggestion;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.texteditor.link.EditorLinkedModeUI;

/** Leads the author through the holes of a statement that was just inserted: the tabulator goes on, equal ones change together, Enter leaves. */
final class Holes {
	private Holes() {
	}

	/** What is selected afterwards: the first hole. */
	static Point enter(ITextViewer viewer, int start, int length, List<Suggestion.Hole> holes) throws BadLocationException {
		IDocument document = viewer.getDocument();
		TreeMap<Integer, List<Suggestion.Hole>> groups = new TreeMap<>();
		holes.forEach(h -> groups.computeIfAbsent(h.group(), k -> new ArrayList<>()).add(h));
		LinkedModeModel model = new LinkedModeModel();
		int sequence = 0;
		for (List<Suggestion.Hole> same : groups.values()) {
			LinkedPositionGroup group = new LinkedPositionGroup();
			for (Suggestion.Hole hole : same) {
				group.addPosition(new LinkedPosition(document, start + hole.offset(), hole.length(), sequence));
			}
			sequence++;
			model.addGroup(group);
		}
		model.forceInstall();
		LinkedModeUI ui = new EditorLinkedModeUI(model, viewer);
		ui.setExitPosition(viewer, start + length, 0, Integer.MAX_VALUE);
		ui.enter();
		return new Point(start + holes.get(0).offset(), holes.get(0).length());
	}
}
