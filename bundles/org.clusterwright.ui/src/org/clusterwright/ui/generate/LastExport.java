package org.clusterwright.ui.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;

/** Where the files of a design were written last, remembered in the settings of its project: below the project as a relative path, so that it moves with it. */
public final class LastExport {
	private static final String NODE = "org.clusterwright.ui";
	private static final String DIRECTORY = "generated.";
	private static final String SECRETS = "secrets.";
	private static final List<Runnable> LISTENERS = new CopyOnWriteArrayList<>();

	private LastExport() {
	}

	public static Optional<Path> directory(IFile design) {
		return path(design, DIRECTORY);
	}

	/** The file of secrets that was used; its path only, never what is in it. */
	public static Optional<Path> secrets(IFile design) {
		return path(design, SECRETS);
	}

	private static Optional<Path> path(IFile design, String key) {
		String text = settings(design).get(key + name(design), "");
		IPath project = design.getProject().getLocation();
		return text.isEmpty() || project == null ? Optional.empty() : Optional.of(project.toPath().resolve(text).normalize());
	}

	static void remember(IFile design, Path directory, Optional<Path> secrets) {
		IEclipsePreferences settings = settings(design);
		settings.put(DIRECTORY + name(design), text(design, directory));
		secrets.ifPresentOrElse(s -> settings.put(SECRETS + name(design), text(design, s)), () -> settings.remove(SECRETS + name(design)));
		try {
			settings.flush();
		} catch (BackingStoreException e) {
			ILog.of(LastExport.class).error(e.getMessage(), e);
		}
		LISTENERS.forEach(Runnable::run);
	}

	/** Gives a design that was saved as another file what was remembered of the first, unless that has been written on its own. */
	public static void copy(IFile from, IFile to) {
		directory(from).filter(d -> directory(to).isEmpty()).ifPresent(d -> remember(to, d, secrets(from)));
	}

	private static String text(IFile design, Path path) {
		Path project = design.getProject().getLocation().toPath();
		return path.startsWith(project) ? project.relativize(path).toString() : path.toString();
	}

	private static String name(IFile design) {
		return design.getProjectRelativePath().toString();
	}

	private static IEclipsePreferences settings(IFile design) {
		return new ProjectScope(design.getProject()).getNode(NODE);
	}

	/** Is told, in any thread, after files were written. */
	public static void addListener(Runnable listener) {
		LISTENERS.add(listener);
	}

	public static void removeListener(Runnable listener) {
		LISTENERS.remove(listener);
	}
}
