package org.clusterwright.ui.references;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Mention;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.Symbol;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Messages;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.Match;

/** Looks for all places of one symbol in its file, saved or not. Asked again, it finds what the text says then. */
final class ReferencesQuery implements ISearchQuery {
	private final IFile file;
	private final String title;
	private final ElementPath path;
	private final ReferencesResult result = new ReferencesResult(this);

	ReferencesQuery(IFile file, Symbol symbol) {
		this.file = Objects.requireNonNull(file);
		title = symbol.title();
		path = symbol.path();
	}

	@Override
	public IStatus run(IProgressMonitor monitor) throws OperationCanceledException {
		result.removeAll();
		try {
			ParsedDesign design = DesignServices.language().parse(text());
			Optional<Symbol> symbol = Symbol.of(design, path);
			symbol.ifPresent(s -> s.places().forEach(p -> result.addMatch(match(design, s, p))));
			return Status.OK_STATUS;
		} catch (CoreException e) {
			return e.getStatus();
		} catch (IOException e) {
			return Status.error(e.getMessage(), e);
		}
	}

	private Match match(ParsedDesign design, Symbol symbol, Place place) {
		String line = Mention.line(design.text(), place);
		String before = design.text().substring(place.offset() - place.column() + 1, place.offset());
		int indent = before.length() - before.stripLeading().length();
		return new Match(new Reference(file, place.line(), place.column() - 1 - indent, place.length(), line, place.equals(symbol.definition())), place.offset(), place.length());
	}

	private String text() throws CoreException, IOException {
		ITextFileBuffer open = FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
		if (open != null) {
			return open.getDocument().get();
		}
		try (var in = file.getContents(true)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@Override
	public String getLabel() {
		return NLS.bind(Messages.references_of, title);
	}

	String summary() {
		int found = result.getMatchCount();
		return NLS.bind(found == 1 ? Messages.references_one : Messages.references_several, new Object[] { title, file.getName(), found });
	}

	IFile file() {
		return file;
	}

	@Override
	public boolean canRerun() {
		return true;
	}

	@Override
	public boolean canRunInBackground() {
		return true;
	}

	@Override
	public ReferencesResult getSearchResult() {
		return result;
	}
}
