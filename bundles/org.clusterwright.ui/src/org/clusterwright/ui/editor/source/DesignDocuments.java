package org.clusterwright.ui.editor.source;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.clusterwright.core.files.FileReplacement;
import org.clusterwright.ui.Messages;
import org.eclipse.core.filebuffers.IPersistableAnnotationModel;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.editors.text.TextFileDocumentProvider;
import org.eclipse.ui.ide.ResourceUtil;

/** The documents of designs. Saving replaces the file in one step, where the platform would empty it and write it anew. */
public final class DesignDocuments extends TextFileDocumentProvider {
	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	@Override
	protected void commitFileBuffer(IProgressMonitor monitor, FileInfo info, boolean overwrite) throws CoreException {
		ITextFileBuffer buffer = info.fTextFileBuffer;
		Optional<Path> path = replaceable(buffer);
		Optional<byte[]> content = path.flatMap(p -> encoded(p, buffer));
		if (content.isEmpty() || !overwrite && !buffer.isSynchronized()) {
			// The platform writes what we cannot replace, or says why not; and where another program has changed the file it asks first, also when the workspace knows of it.
			super.commitFileBuffer(monitor, info, overwrite);
			return;
		}
		SubMonitor progress = SubMonitor.convert(monitor, 4);
		IFile file = info.fElement instanceof IEditorInput input ? ResourceUtil.getFile(input) : null;
		if (file != null) {
			// Adds nothing: it keeps the old content in the local history, and refuses when the file was changed by another program.
			file.appendContents(nothing(), IResource.KEEP_HISTORY | (overwrite ? IResource.FORCE : IResource.NONE), progress.split(1));
		}
		try {
			FileReplacement.write(path.get(), content.get());
		} catch (IOException e) {
			throw new CoreException(Status.error(NLS.bind(Messages.save_failed, path.get(), e.getMessage()), e));
		}
		if (file != null) {
			// Makes the workspace take the new file for its own; a refresh would want the whole folder's lock.
			file.appendContents(nothing(), IResource.FORCE, progress.split(1));
		}
		if (buffer.getAnnotationModel() instanceof IPersistableAnnotationModel markers) {
			markers.commit(buffer.getDocument());
		}
		// Reads what was written, which is what the document says; after that the buffer counts as saved.
		buffer.revert(progress.split(2));
	}

	private static InputStream nothing() {
		return new ByteArrayInputStream(new byte[0]);
	}

	/** The file that a new one can be put in the place of. */
	private static Optional<Path> replaceable(ITextFileBuffer buffer) {
		try {
			File local = buffer.getFileStore() == null ? null : buffer.getFileStore().toLocalFile(0, null);
			Path path = local == null ? null : local.toPath();
			return path != null && Files.isRegularFile(path) && Files.isWritable(path) && Files.isWritable(path.toRealPath().getParent()) ? Optional.of(path) : Optional.empty();
		} catch (CoreException | IOException e) {
			return Optional.empty();
		}
	}

	/** The document as bytes of the file's encoding; absent where it has characters that the encoding lacks. */
	private static Optional<byte[]> encoded(Path path, ITextFileBuffer buffer) {
		try {
			Charset charset = Charset.forName(buffer.getEncoding());
			ByteBuffer bytes = charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT).onMalformedInput(CodingErrorAction.REPORT).encode(CharBuffer.wrap(buffer.getDocument().get()));
			boolean marked = charset.equals(StandardCharsets.UTF_8) && beginsWithMark(path);
			ByteBuffer all = ByteBuffer.allocate(bytes.remaining() + (marked ? BYTE_ORDER_MARK.length : 0));
			if (marked) {
				all.put(BYTE_ORDER_MARK);
			}
			return Optional.of(all.put(bytes).array());
		} catch (CharacterCodingException | IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private static boolean beginsWithMark(Path path) {
		try (InputStream in = Files.newInputStream(path)) {
			return Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
		} catch (IOException e) {
			return false;
		}
	}
}
