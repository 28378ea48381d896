package org.clusterwright.ui.diagram;

import org.clusterwright.ui.preview.ActiveDesign;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The picture of the active design: storage, or network and fencing. */
public final class DiagramView extends ViewPart {
	public static final String ID = "org.clusterwright.ui.diagram";

	private DiagramPanel panel;
	private ActiveDesign active;

	@Override
	public void createPartControl(Composite parent) {
		panel = new DiagramPanel(parent, "view");
		active = new ActiveDesign(getSite().getPage(), panel::follow);
	}

	@Override
	public void setFocus() {
		panel.setFocus();
	}

	@Override
	public void dispose() {
		if (active != null) {
			active.close();
		}
		super.dispose();
	}
}
