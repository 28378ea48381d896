package org.clusterwright.ui.editor.source;

import java.util.Optional;
import org.clusterwright.dsl.ide.Outline.Item;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

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
		return item.worst().flatMap(StatementLabels::overlay).map(mark -> images.create(new DecorationOverlayIcon(plain, mark, IDecoration.BOTTOM_LEFT))).orElse(plain);
	}

	private static Optional<ImageDescriptor> overlay(Severity severity) {
		ISharedImages shared = PlatformUI.getWorkbench().getSharedImages();
		return switch (severity) {
			case ERROR -> Optional.of(shared.getImageDescriptor(ISharedImages.IMG_DEC_FIELD_ERROR));
			case WARNING -> Optional.of(shared.getImageDescriptor(ISharedImages.IMG_DEC_FIELD_WARNING));
			case INFO -> Optional.empty();
		};
	}
}
