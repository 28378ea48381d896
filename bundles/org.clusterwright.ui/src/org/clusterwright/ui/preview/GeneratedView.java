package org.clusterwright.ui.preview;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The native files that the active design makes, for those who want them elsewhere than beside the design. */
public final class GeneratedView extends ViewPart {
	public static final String ID = "org.clusterwright.ui.generated";

	private GeneratedPane pane;
	private ActiveDesign active;

	@Override
	public void createPartControl(Composite parent) {
		pane = new GeneratedPane(parent, getSite());
		getSite().setSelectionProvider(pane.tree());
		active = new ActiveDesign(getSite().getPage(), pane::show);
	}

	@Override
	public void setFocus() {
		pane.setFocus();
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		return type == GeneratedPane.class ? type.cast(pane) : super.getAdapter(type);
	}

	@Override
	public void dispose() {
		if (active != null) {
			active.close();
		}
		super.dispose();
	}
}
