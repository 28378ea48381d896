package org.clusterwright.ui.preview;

import java.util.Optional;
import java.util.function.IntFunction;
import org.clusterwright.core.trace.Reason;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;

/** Says of a piece of a native file why it is there. Runs in the background. */
final class OriginHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
	private final IntFunction<Optional<Reason>> why;

	OriginHover(IntFunction<Optional<Reason>> why) {
		this.why = why;
	}

	@Override
	@Deprecated
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		return getHoverInfo2(viewer, region);
	}

	@Override
	public String getHoverInfo2(ITextViewer viewer, IRegion region) {
		return why.apply(region.getOffset()).map(Reason::paragraph).orElse(null);
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return new Region(offset, 0);
	}

	@Override
	public IInformationControlCreator getHoverControlCreator() {
		return parent -> new DefaultInformationControl(parent, false);
	}
}
