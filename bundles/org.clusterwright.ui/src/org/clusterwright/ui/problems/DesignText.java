package org.clusterwright.ui.problems;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.clusterwright.core.session.DocumentEdit;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.ui.DesignServices;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

/** The text of a design's file as editors share it: with what is typed and not saved. */
record DesignText(IFile file, String text) {

	static Optional<DesignText> of(IMarker marker) {
		if (!(marker.getResource() instanceof IFile file) || !file.exists()) {
			return Optional.empty();
		}
		ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
		try {
			buffers.connect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
			try {
				return Optional.of(new DesignText(file, buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE).getDocument().get()));
			} finally {
				buffers.disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
			}
		} catch (CoreException e) {
			ILog.of(DesignText.class).log(e.getStatus());
			return Optional.empty();
		}
	}

	/** What the rules say of the text; to be called off the UI thread. */
	ParsedDesign checked(BooleanSupplier cancelled) {
		return DesignServices.language().validate(text, cancelled);
	}

	/** Writes an edit of this text into the file: saved at once, unless an editor has changes of its own that are not saved. On the UI thread. */
	void apply(EditResult.Edited edit, IProgressMonitor monitor) throws CoreException {
		ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
		buffers.connect(file.getFullPath(), LocationKind.IFILE, monitor);
		try {
			ITextFileBuffer buffer = buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
			if (!buffer.getDocument().get().equals(text)) {
				return;
			}
			boolean clean = !buffer.isDirty();
			DocumentEdit.apply(buffer.getDocument(), edit.replacements());
			if (clean) {
				buffer.commit(monitor, false);
			}
		} finally {
			buffers.disconnect(file.getFullPath(), LocationKind.IFILE, monitor);
		}
	}
}
