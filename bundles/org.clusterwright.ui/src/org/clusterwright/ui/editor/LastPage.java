package org.clusterwright.ui.editor;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.ui.IEditorInput;

/** Which page of a file's editor was used last, kept with the file in the workspace. */
final class LastPage {
	private static final QualifiedName KEY = new QualifiedName("org.clusterwright.ui", "page");

	private LastPage() {
	}

	static Optional<String> of(IEditorInput input) {
		IFile file = input.getAdapter(IFile.class);
		try {
			return file == null || !file.exists() ? Optional.empty() : Optional.ofNullable(file.getPersistentProperty(KEY));
		} catch (CoreException e) {
			ILog.of(LastPage.class).log(e.getStatus());
			return Optional.empty();
		}
	}

	static void remember(IEditorInput input, String page) {
		IFile file = input.getAdapter(IFile.class);
		try {
			if (file != null && file.exists()) {
				file.setPersistentProperty(KEY, page);
			}
		} catch (CoreException e) {
			ILog.of(LastPage.class).log(e.getStatus());
		}
	}
}
