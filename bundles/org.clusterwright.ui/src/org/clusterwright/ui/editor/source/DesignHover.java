package org.clusterwright.ui.editor.source;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.hovers.Card;
import org.clusterwright.dsl.ide.hovers.Hovers;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.core.session.ClusterSnapshot;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;

/** Says of the word under the pointer what is wrong with it and what it is. Reads the session's last result only; runs in the background. */
final class DesignHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
	private final Supplier<ClusterSnapshot> latest;

	DesignHover(Supplier<ClusterSnapshot> latest) {
		this.latest = latest;
	}

	private Optional<ClusterSnapshot> state(ITextViewer viewer) {
		return Optional.ofNullable(latest.get()).filter(s -> s.design().text().length() == viewer.getDocument().getLength());
	}

	@Override
	@Deprecated
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		return getHoverInfo2(viewer, region);
	}

	@Override
	public String getHoverInfo2(ITextViewer viewer, IRegion region) {
		return state(viewer).map(s -> text(s, region.getOffset())).filter(t -> !t.isEmpty()).orElse(null);
	}

	private static String text(ClusterSnapshot state, int offset) {
		Stream<String> findings = state.findings().stream().filter(f -> covers(f, offset)).map(f -> f.message() + "\n" + f.severity().label() + " " + f.code().id());
		Stream<String> element = Hovers.at(state.design(), offset).map(Card::text).stream();
		return Stream.concat(findings, element).collect(Collectors.joining("\n\n"));
	}

	private static boolean covers(Finding finding, int offset) {
		return offset >= finding.place().offset() && offset < finding.place().offset() + Math.max(1, finding.place().length());
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return state(viewer).flatMap(s -> Hovers.at(s.design(), offset)).<IRegion> map(h -> new Region(h.offset(), h.length())).orElseGet(() -> new Region(offset, 1));
	}

	@Override
	public IInformationControlCreator getHoverControlCreator() {
		return parent -> new DefaultInformationControl(parent, new ParagraphPresenter());
	}
}
