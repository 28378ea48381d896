package org.clusterwright.ui.references;

import java.util.Arrays;
import org.clusterwright.ui.Icons;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.IEditorMatchAdapter;
import org.eclipse.search.ui.text.IFileMatchAdapter;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.ResourceUtil;

/** The places of one symbol; while their editor is open they move with its text. */
public final class ReferencesResult extends AbstractTextSearchResult implements IEditorMatchAdapter, IFileMatchAdapter {
	private final ReferencesQuery query;

	ReferencesResult(ReferencesQuery query) {
		this.query = query;
	}

	@Override
	public ReferencesQuery getQuery() {
		return query;
	}

	@Override
	public String getLabel() {
		return query.summary();
	}

	@Override
	public String getTooltip() {
		return query.summary();
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return Icons.named("reference");
	}

	@Override
	public IEditorMatchAdapter getEditorMatchAdapter() {
		return this;
	}

	@Override
	public IFileMatchAdapter getFileMatchAdapter() {
		return this;
	}

	@Override
	public boolean isShownInEditor(Match match, IEditorPart editor) {
		return query.file().equals(ResourceUtil.getFile(editor.getEditorInput()));
	}

	@Override
	public Match[] computeContainedMatches(AbstractTextSearchResult result, IEditorPart editor) {
		return computeContainedMatches(result, ResourceUtil.getFile(editor.getEditorInput()));
	}

	@Override
	public Match[] computeContainedMatches(AbstractTextSearchResult result, IFile file) {
		return query.file().equals(file) ? Arrays.stream(result.getElements()).flatMap(e -> Arrays.stream(result.getMatches(e))).toArray(Match[]::new) : new Match[0];
	}

	@Override
	public IFile getFile(Object element) {
		return ((Reference) element).file();
	}
}
