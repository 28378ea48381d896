package org.clusterwright.ui.editor.source;

import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.Destination;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;

/** With the key held, a name leads to its definition, and a finding to the other place that it speaks of. */
final class DefinitionLinks implements IHyperlinkDetector {
	private record Link(SourcePage page, IRegion region, Place target) implements IHyperlink {
		@Override
		public IRegion getHyperlinkRegion() {
			return region;
		}

		@Override
		public String getTypeLabel() {
			return null;
		}

		@Override
		public String getHyperlinkText() {
			return Messages.source_openDefinition;
		}

		@Override
		public void open() {
			page.go(target);
		}
	}

	private final SourcePage page;

	DefinitionLinks(SourcePage page) {
		this.page = page;
	}

	@Override
	public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
		ClusterSnapshot state = page.session().flatMap(s -> s.current().filter(s::isUpToDate)).orElse(null);
		if (state == null) {
			return null;
		}
		int at = region.getOffset();
		return Elements.word(state.design(), at).flatMap(word -> Destination.from(state.design(), at).map(target -> new IHyperlink[] { new Link(page, new Region(word.offset(), word.length()), target) }))
				.orElse(null);
	}
}
