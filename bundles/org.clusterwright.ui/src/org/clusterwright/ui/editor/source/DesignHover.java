package org.clusterwright.ui.editor.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.dsl.ide.hovers.Card;
import org.clusterwright.dsl.ide.hovers.Hovers;
import org.clusterwright.model.findings.Finding;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;

/** Says of the word under the pointer what is wrong with it, what helps, and what it is. Reads the session's last result only; runs in the background. */
public final class DesignHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
	private static final int MOST_FIXES = 4;

	private final Supplier<ClusterSnapshot> latest;
	private final QuickAssist fixes;

	DesignHover(Supplier<ClusterSnapshot> latest, QuickAssist fixes) {
		this.latest = latest;
		this.fixes = fixes;
	}

	private Optional<ClusterSnapshot> state(ITextViewer viewer) {
		return Optional.ofNullable(latest.get()).filter(s -> s.design().text().length() == viewer.getDocument().getLength());
	}

	@Override
	@Deprecated
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		return state(viewer).map(s -> content(s, region.getOffset())).map(DesignHover::plain).filter(t -> !t.isEmpty()).orElse(null);
	}

	private static String plain(HoverContent content) {
		return Stream.concat(content.findings().stream().map(Finding::message), content.card().map(Card::text).stream()).collect(Collectors.joining("\n\n"));
	}

	@Override
	public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
		return state(viewer).map(s -> content(s, region.getOffset())).filter(c -> !c.isEmpty()).orElse(null);
	}

	private HoverContent content(ClusterSnapshot state, int offset) {
		List<Finding> findings = state.findings().stream().filter(f -> covers(f, offset)).toList();
		List<FixProposal> offered = findings.isEmpty() ? List.of() : fixes.at(offset).stream().limit(MOST_FIXES).toList();
		return new HoverContent(findings, offered, Hovers.at(state.design(), offset));
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
		return CardControl.creator();
	}
}
