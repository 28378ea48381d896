package org.clusterwright.rcp;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.editor.DesignFiles;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;

/** What the workbench asks once: where to begin, what to open, how to end. */
final class Advisor extends WorkbenchAdvisor {
	/** Pictures that views of the IDE bundle expect their application to declare: key and file in that bundle. */
	private static final Map<String, String> IDE_IMAGES = Map.ofEntries(Map.entry(IDE.SharedImages.IMG_OBJ_PROJECT, "obj16/prj_obj.svg"),
			Map.entry(IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "obj16/cprj_obj.svg"), Map.entry("IMG_OBJS_ERROR_PATH", "obj16/error_tsk.svg"),
			Map.entry("IMG_OBJS_WARNING_PATH", "obj16/warn_tsk.svg"), Map.entry("IMG_OBJS_INFO_PATH", "obj16/info_tsk.svg"),
			Map.entry("IMG_ETOOL_PROBLEM_CATEGORY", "eview16/problems_view.svg"), Map.entry("IMG_ETOOL_PROBLEMS_VIEW", "eview16/problems_view.svg"),
			Map.entry("IMG_ETOOL_PROBLEMS_VIEW_ERROR", "eview16/problems_view_error.svg"), Map.entry("IMG_ETOOL_PROBLEMS_VIEW_WARNING", "eview16/problems_view_warning.svg"),
			Map.entry("IMG_ETOOL_PROBLEMS_VIEW_INFO", "eview16/problems_view_info.svg"), Map.entry("IMG_OBJS_FIXABLE_ERROR", "obj16/quickfix_error_obj.svg"),
			Map.entry("IMG_OBJS_FIXABLE_WARNING", "obj16/quickfix_warning_obj.svg"), Map.entry("IMG_OBJS_FIXABLE_INFO", "obj16/quickfix_info_obj.svg"),
			Map.entry("IMG_DLGBAN_QUICKFIX_DLG", "wizban/quick_fix.svg"));

	private final List<Path> files;

	Advisor(List<Path> files) {
		this.files = List.copyOf(files);
	}

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		configurer.setSaveAndRestore(true);
		// Not earlier: the workbench's own model is loaded by now, and EMF's registries are not for two threads.
		DesignServices.prepare();
		IDE.registerAdapters();
		IDE_IMAGES.forEach((key, file) -> {
			URL url = FileLocator.find(Platform.getBundle("org.eclipse.ui.ide"), IPath.fromPortableString("icons/full/" + file));
			if (url != null) {
				configurer.declareImage(key, ImageDescriptor.createFromURL(url), true);
			}
		});
	}

	@Override
	public IAdaptable getDefaultPageInput() {
		return ResourcesPlugin.getWorkspace().getRoot();
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return ClusterPerspective.ID;
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new WindowAdvisor(configurer, files.isEmpty());
	}

	@Override
	public void postStartup() {
		IWorkbenchWindow window = getWorkbenchConfigurer().getWorkbench().getActiveWorkbenchWindow();
		if (window == null) {
			return;
		}
		for (Path file : files) {
			try {
				open(file, window);
			} catch (CoreException e) {
				ILog.of(getClass()).log(e.getStatus());
				ErrorDialog.openError(window.getShell(), Application.NAME, NLS.bind(Messages.start_cannotOpen, file), e.getStatus());
			}
		}
	}

	private static void open(Path file, IWorkbenchWindow window) throws CoreException {
		if (!Files.isRegularFile(file)) {
			throw new CoreException(Status.error(NLS.bind(Messages.start_noFile, file)));
		}
		DesignFiles.open(file, window.getActivePage());
	}

	/** Not earlier: what is saved on the question before leaving belongs to the workspace too. */
	@Override
	public void postShutdown() {
		try {
			IStatus saved = ResourcesPlugin.getWorkspace().save(true, null);
			if (!saved.isOK()) {
				ILog.of(getClass()).log(saved);
			}
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}
}
