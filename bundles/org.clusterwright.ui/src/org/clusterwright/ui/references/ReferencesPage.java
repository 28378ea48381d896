package org.clusterwright.ui.references;

import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IStructuredContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** Shows the places of a symbol in the Search view, a line each. */
public final class ReferencesPage extends AbstractTextSearchViewPage {
	public ReferencesPage() {
		super(FLAG_LAYOUT_FLAT);
	}

	@Override
	protected void configureTableViewer(TableViewer viewer) {
		viewer.getTable().setData("org.clusterwright.id", "references.table");
		LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), viewer.getControl());
		viewer.setContentProvider((IStructuredContentProvider) input -> input instanceof ReferencesResult result ? result.getElements() : new Object[0]);
		viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels(images)));
		viewer.setComparator(new ViewerComparator() {
			@Override
			public int compare(Viewer sorted, Object left, Object right) {
				Reference a = (Reference) left;
				Reference b = (Reference) right;
				return a.line() != b.line() ? Integer.compare(a.line(), b.line()) : Integer.compare(a.column(), b.column());
			}
		});
	}

	@Override
	protected void configureTreeViewer(TreeViewer viewer) {
		throw new IllegalStateException("flat only");
	}

	@Override
	protected void elementsChanged(Object[] elements) {
		getViewer().refresh();
	}

	@Override
	protected void clear() {
		getViewer().refresh();
	}

	@Override
	protected void showMatch(Match match, int offset, int length, boolean activate) throws PartInitException {
		IEditorPart editor = IDE.openEditor(getSite().getPage(), ((Reference) match.getElement()).file(), DesignEditor.ID, activate);
		DesignEditor.of(editor).ifPresent(e -> e.reveal(new Place(offset, length, 1, 1)));
	}

	private static final class Labels extends LabelProvider implements IStyledLabelProvider {
		private final LocalResourceManager images;

		Labels(LocalResourceManager images) {
			this.images = images;
		}

		@Override
		public StyledString getStyledText(Object element) {
			Reference reference = (Reference) element;
			StyledString label = new StyledString(reference.line() + ":  ", StyledString.QUALIFIER_STYLER);
			int start = label.length() + Math.min(reference.column(), reference.text().length());
			label.append(reference.text());
			label.setStyle(start, Math.min(reference.length(), label.length() - start), StyledString.COUNTER_STYLER);
			return label;
		}

		@Override
		public Image getImage(Object element) {
			return images.create(Icons.named(((Reference) element).definition() ? "design" : "reference"));
		}
	}
}
