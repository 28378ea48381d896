package org.clusterwright.ui.editor;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.ide.ResourceUtil;

/** What an editor was like when its file was last open, kept with the file in the workspace. */
enum Remembered {
	/** The page that was in front, by its id. */
	PAGE("page"),
	/** Whether the files beside were open, and their width. */
	BESIDE("beside"),
	/** The native file that was shown: node, line break, path. */
	SHOWN("shown"),
	/** Offset and length of the selection of the text. */
	CARET("caret"),
	/** Whether long lines of the text were wrapped. */
	WRAP("wrap"),
	/** The blocks of the text that were folded. */
	FOLDED("folded");

	/** What the workspace takes at most. */
	private static final int LONGEST = 2048;

	private final QualifiedName key;

	Remembered(String key) {
		this.key = new QualifiedName("org.clusterwright.ui", key);
	}

	Optional<String> of(IEditorInput input) {
		IFile file = ResourceUtil.getFile(input);
		try {
			return file == null || !file.exists() ? Optional.empty() : Optional.ofNullable(file.getPersistentProperty(key));
		} catch (CoreException e) {
			ILog.of(Remembered.class).log(e.getStatus());
			return Optional.empty();
		}
	}

	/** Null forgets it; so does what is too long to be kept. */
	void put(IEditorInput input, String value) {
		IFile file = ResourceUtil.getFile(input);
		try {
			if (file != null && file.exists()) {
				file.setPersistentProperty(key, value == null || value.length() > LONGEST ? null : value);
			}
		} catch (CoreException e) {
			ILog.of(Remembered.class).log(e.getStatus());
		}
	}

	/** Lets a file that a design was saved as be opened like the one it comes from. */
	static void copy(IEditorInput from, IEditorInput to) {
		for (Remembered each : values()) {
			each.of(from).ifPresent(v -> each.put(to, v));
		}
	}
}
