package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.clusterwright.rcp.ClusterPerspective;
import org.clusterwright.ui.diagram.DiagramView;
import org.clusterwright.ui.preview.GeneratedView;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

class PerspectiveTest {

	@Test
	void everyBundleResolves() {
		List<String> unresolved = Arrays.stream(FrameworkUtil.getBundle(PerspectiveTest.class).getBundleContext().getBundles()).filter(b -> b.getState() == Bundle.INSTALLED).map(Bundle::toString)
				.toList();
		assertEquals(List.of(), unresolved);
	}

	@Test
	void theWorkbenchBeginsInTheClusterPerspective() {
		assertEquals(ClusterPerspective.ID, Workbench.page().getPerspective().getId());
		for (String view : List.of("org.eclipse.ui.navigator.ProjectExplorer", IPageLayout.ID_OUTLINE, IPageLayout.ID_PROBLEM_VIEW)) {
			assertNotNull(Workbench.page().findView(view), view);
		}
		assertNotNull(Workbench.page().findViewReference(DiagramView.ID), "the picture has no tab");
		assertTrue(Workbench.page().isPartVisible(Workbench.page().findView(IPageLayout.ID_PROBLEM_VIEW)), "the picture is over the problems");
	}

	@Test
	void theGroupsOfProblemsAreOpenUntilTheUserClosesThem() throws Exception {
		Workbench.tutorial("groups");
		IViewPart problems = Workbench.page().showView(IPageLayout.ID_PROBLEM_VIEW);
		Tree tree = (Tree) ((Viewer) problems.getSite().getSelectionProvider()).getControl();
		assertTrue(Workbench.until(() -> tree.getItemCount() > 1 && Arrays.stream(tree.getItems()).allMatch(TreeItem::getExpanded)), "closed");
		assertTrue(Arrays.stream(tree.getItems()).allMatch(i -> i.getItemCount() > 0 && !i.getItem(0).getText().isBlank()), "empty");
	}

	@Test
	void theErrorLogOpens() throws Exception {
		IViewPart log = Workbench.page().showView("org.eclipse.pde.runtime.LogView");
		assertTrue(log.getClass().getName().endsWith("LogView"), log.getClass().getName());
		Workbench.page().hideView(log);
	}

	@Test
	void theMenusAreThere() {
		List<String> menus = Arrays.stream(Workbench.window().getShell().getMenuBar().getItems()).map(MenuItem::getText).map(t -> t.replace("&", "")).toList();
		assertTrue(menus.containsAll(List.of("File", "Edit", "Navigate", "Design", "Window", "Help")), menus.toString());
	}

	@Test
	void openFileIsThereOnceAndTheEndIsExit() {
		Workbench.page().resetPerspective();
		Menu file = Workbench.window().getShell().getMenuBar().getItem(0).getMenu();
		file.notifyListeners(SWT.Show, new Event());
		List<String> items = Arrays.stream(file.getItems()).map(i -> i.getText().replace("&", "").split("\t")[0]).filter(t -> !t.isEmpty()).toList();
		file.notifyListeners(SWT.Hide, new Event());
		assertEquals(1, items.stream().filter(i -> i.startsWith("Open File")).count(), items.toString());
		assertTrue(items.contains("Export..."), items.toString());
		assertEquals("Exit", items.get(items.size() - 1));
	}

	@Test
	void theProductHasNameAndIcons() {
		assertEquals("Clusterwright", Platform.getProduct().getName());
		assertTrue(Workbench.window().getShell().getText().endsWith("Clusterwright"), Workbench.window().getShell().getText());
		assertEquals(List.of(16, 24, 32, 48, 64, 128, 256), Arrays.stream(Workbench.window().getShell().getImages()).map(Image::getBounds).map(b -> b.width).toList());
	}
}
