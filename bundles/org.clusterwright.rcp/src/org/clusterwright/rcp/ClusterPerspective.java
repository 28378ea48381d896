package org.clusterwright.rcp;

import org.clusterwright.ui.diagram.DiagramView;
import org.clusterwright.ui.help.GuideView;
import org.clusterwright.ui.help.HelpView;
import org.clusterwright.ui.preview.GeneratedView;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** The design in the middle, with its files in the editor itself, and its problems below. The view of the files has a place for those who open it. */
public final class ClusterPerspective implements IPerspectiveFactory {
	public static final String ID = "org.clusterwright.rcp.cluster";
	static final String ERROR_LOG = "org.eclipse.pde.runtime.LogView";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.createFolder("left", IPageLayout.LEFT, 0.17f, editors).addView(ProjectExplorer.VIEW_ID);
		layout.createFolder("outline", IPageLayout.BOTTOM, 0.40f, "left").addView(IPageLayout.ID_OUTLINE);
		IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.78f, editors);
		below.addView(IPageLayout.ID_PROBLEM_VIEW);
		below.addView(DiagramView.ID);
		below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
		below.addPlaceholder(ERROR_LOG);
		IPlaceholderFolderLayout right = layout.createPlaceholderFolder("right", IPageLayout.RIGHT, 0.58f, editors);
		right.addPlaceholder(GeneratedView.ID);
		right.addPlaceholder(HelpView.ID);
		right.addPlaceholder(GuideView.ID);
		for (String view : new String[] { ProjectExplorer.VIEW_ID, IPageLayout.ID_OUTLINE, IPageLayout.ID_PROBLEM_VIEW, DiagramView.ID, GeneratedView.ID, HelpView.ID, GuideView.ID, ERROR_LOG, IPageLayout.ID_PROGRESS_VIEW }) {
			layout.addShowViewShortcut(view);
		}
		layout.addNewWizardShortcut("org.clusterwright.ui.newDesign");
		layout.addNewWizardShortcut("org.clusterwright.ui.newExample");
		layout.addNewWizardShortcut("org.clusterwright.ui.newProject");
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
	}
}
