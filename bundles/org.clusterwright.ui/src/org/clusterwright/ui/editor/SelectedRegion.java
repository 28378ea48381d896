package org.clusterwright.ui.editor;

import java.util.Objects;
import org.clusterwright.ui.editor.source.SourcePage;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.swt.graphics.Point;

/** The part of the design that the user is at: the source page's selection, or what another page says. Whoever shows what the design makes follows it. */
public final class SelectedRegion {
	private final ListenerList<Runnable> listeners = new ListenerList<>();
	private final SourcePage source;
	/** Null while the source page's selection counts. */
	private IRegion given;

	SelectedRegion(SourcePage source) {
		this.source = source;
		source.onCaret(e -> changed(null));
	}

	/** For pages that are not the text: the region of the element that is selected there. */
	public void set(IRegion region) {
		changed(Objects.requireNonNull(region));
	}

	/** The text is in front again. */
	void useText() {
		if (given != null) {
			changed(null);
		}
	}

	/** Whether another page than the text said what is selected. */
	public boolean isGiven() {
		return given != null;
	}

	private void changed(IRegion next) {
		given = next;
		listeners.forEach(Runnable::run);
	}

	public IRegion get() {
		if (given != null) {
			return given;
		}
		Point selection = source.viewer().getSelectedRange();
		return new Region(selection.x, selection.y);
	}

	/** Whether the user is typing or moving in the text right now. */
	public boolean isInText() {
		return given == null && source.viewer().getTextWidget().isFocusControl();
	}

	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}
}
