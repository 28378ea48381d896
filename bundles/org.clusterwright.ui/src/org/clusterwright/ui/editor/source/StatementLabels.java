package org.clusterwright.ui.editor.source;

import org.clusterwright.dsl.ide.Outline.Item;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;

/** A statement in a tree: its first words, the rest of its line greyed, and the worst finding in it as a mark on its picture. */
final class StatementLabels extends LabelProvider implements IStyledLabelProvider {
	private final LocalResourceManager images;

	StatementLabels(LocalResourceManager images) {
		this.images = images;
	}

	@Override
	public String getText(Object element) {
		return ((Item) element).label();
	}

	@Override
	public StyledString getStyledText(Object element) {
		Item item = (Item) element;
		StyledString text = new StyledString(item.label());
		return item.detail().isEmpty() ? text : text.append("  " + item.detail(), StyledString.QUALIFIER_STYLER);
	}

	@Override
	public Image getImage(Object element) {
		Item item = (Item) element;
		Image plain = Icons.ofKind(item.kind(), images);
		return item.worst().filter(s -> s != Severity.INFO).map(s -> images.create(new DecorationOverlayIcon(plain, Icons.overlay(s), IDecoration.BOTTOM_LEFT))).orElse(plain);
	}
}
