package org.clusterwright.ui.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clusterwright.core.compare.WrittenPlace;
import org.clusterwright.core.export.BundleFormat;
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
	private static final String BUNDLES = "bundles.";
	private static final String FORMAT = "bundleFormat.";
	/** The shape of what was written last. */
	private static final String LATEST = "latest.";
	private static final String PACKAGES = "packages.";
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

	/** Where the files were written last, generated or bundled: what the files are compared with. Packages of RPM are not looked into. */
	public static Optional<WrittenPlace> latest(IFile design) {
		boolean bundles = settings(design).get(LATEST + name(design), "").equals(WrittenPlace.Shape.BUNDLES.name());
		return bundles ? bundles(design).map(d -> new WrittenPlace(d, WrittenPlace.Shape.BUNDLES)) : directory(design).map(d -> new WrittenPlace(d, WrittenPlace.Shape.TREES));
	}

	/** Where the bundles of a design were written last. */
	public static Optional<Path> bundles(IFile design) {
		return path(design, BUNDLES);
	}

	public static Optional<BundleFormat> bundleFormat(IFile design) {
		return BundleFormat.of(settings(design).get(FORMAT + name(design), ""));
	}

	/** The folder of RPM files that went into the bundles. */
	public static Optional<Path> packages(IFile design) {
		return path(design, PACKAGES);
	}

	private static Optional<Path> path(IFile design, String key) {
		String text = settings(design).get(key + name(design), "");
		IPath project = design.getProject().getLocation();
		return text.isEmpty() || project == null ? Optional.empty() : Optional.of(project.toPath().resolve(text).normalize());
	}

	static void remember(IFile design, Path directory, Optional<Path> secrets) {
		put(design, DIRECTORY, Optional.of(directory));
		put(design, SECRETS, secrets);
		settings(design).put(LATEST + name(design), WrittenPlace.Shape.TREES.name());
		flush(design);
	}

	/** {@code secrets} is the file of secrets that was used; absent where none was needed. */
	public static void rememberBundles(IFile design, Path directory, BundleFormat format, Optional<Path> packages, Optional<Path> secrets) {
		put(design, BUNDLES, Optional.of(directory));
		put(design, PACKAGES, packages);
		if (secrets.isPresent()) {
			put(design, SECRETS, secrets);
		}
		settings(design).put(FORMAT + name(design), format.word());
		if (format != BundleFormat.RPM) {
			settings(design).put(LATEST + name(design), WrittenPlace.Shape.BUNDLES.name());
		}
		flush(design);
	}

	private static void put(IFile design, String key, Optional<Path> path) {
		IEclipsePreferences settings = settings(design);
		path.ifPresentOrElse(p -> settings.put(key + name(design), text(design, p)), () -> settings.remove(key + name(design)));
	}

	private static void flush(IFile design) {
		try {
			settings(design).flush();
		} catch (BackingStoreException e) {
			ILog.of(LastExport.class).error(e.getMessage(), e);
		}
		LISTENERS.forEach(Runnable::run);
	}

	/** Gives a design that was saved as another file what was remembered of the first, unless that has been written on its own. */
	public static void copy(IFile from, IFile to) {
		if (latest(to).isPresent()) {
			return;
		}
		for (String key : List.of(DIRECTORY, SECRETS, BUNDLES, PACKAGES)) {
			put(to, key, path(from, key));
		}
		for (String key : List.of(FORMAT, LATEST)) {
			settings(to).put(key + name(to), settings(from).get(key + name(from), ""));
		}
		flush(to);
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
