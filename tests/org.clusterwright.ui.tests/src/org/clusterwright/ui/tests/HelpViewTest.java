package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clusterwright.core.help.HelpChapters;
import org.clusterwright.core.help.HelpPage;
import org.clusterwright.core.help.HelpValues;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.help.HelpView;
import org.clusterwright.ui.problems.DesignBuilder;
import org.clusterwright.ui.wizards.Example;
import org.clusterwright.ui.wizards.NewDesignWizard;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.help.IContextProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HelpViewTest {

	@AfterEach
	void close() {
		Workbench.closeEditors();
		IViewPart view = Workbench.page().findView(HelpView.ID);
		if (view != null) {
			Workbench.page().hideView(view);
		}
	}

	static boolean leads(String address) {
		HelpValues values = HelpValues.of(new EffectiveCluster(DesignServices.language().parse(Example.TUTORIAL.text()).root().orElseThrow()), false);
		HelpPage page = HelpChapters.page(address, values).orElse(null);
		return page != null && (!address.contains("#") || page.anchor(address.substring(address.indexOf('#') + 1)).isPresent());
	}

	private static StyledText text() {
		return Workbench.find(StyledText.class, "help.text");
	}

	private static void waitFor(String words) {
		assertTrue(Workbench.until(() -> text().getText().contains(words)), () -> words + " is not in\n" + text().getText());
	}

	@Test
	void helpContentsShowsOurChaptersWithTheOpenDesignsValues() throws Exception {
		PlatformUI.getWorkbench().getHelpSystem().displayHelp();
		waitFor("no design is open");
		waitFor("an-node01");
		IFile file = Workbench.design("helped", Example.TUTORIAL.text().replace("an-node0", "rack-node0").replace("an-clusterA", "night-shift"));
		DesignEditor editor = Workbench.open(file);
		waitFor("rack-node02");
		assertTrue(text().getText().contains("the open design, night-shift") && !text().getText().contains("an-node01"));
		var document = editor.source().document();
		document.replace(document.get().indexOf("10.20.0.0/16"), 12, "10.77.0.0/16");
		waitFor("10.77.0.2");
		Workbench.closeEditors();
		waitFor("no design is open");
	}

	@Test
	void contentsLinksAndHistoryLeadThroughTheChapters() {
		HelpView view = HelpView.open("quorum").orElseThrow();
		waitFor("Counting votes");
		Tree contents = Workbench.find(Tree.class, "help.contents");
		assertEquals(HelpChapters.all().size(), contents.getItemCount());
		TreeItem drbd = contents.getItem(4);
		Event event = new Event();
		event.item = drbd;
		contents.notifyListeners(SWT.Selection, event);
		waitFor("What DRBD does");
		assertEquals("drbd", view.page().orElseThrow().id());
		HelpPage.Run link = HelpView.open("gfs2").orElseThrow().page().orElseThrow().links().stream().findFirst().orElse(null);
		assertEquals(null, link);
		HelpView.open("bare").orElseThrow();
		HelpPage.Run stages = view.page().orElseThrow().links().stream().filter(l -> l.target().equals("stages")).findFirst().orElseThrow();
		text().setSelection(stages.offset(), stages.offset() + 1);
		Event enter = new Event();
		enter.keyCode = SWT.CR;
		enter.character = SWT.CR;
		text().notifyListeners(SWT.KeyDown, enter);
		waitFor("Version 1: the cluster has a name");
		Text search = Workbench.find(Text.class, "help.search");
		search.setText("two-node-votes");
		search.notifyListeners(SWT.DefaultSelection, new Event());
		waitFor("Pages with");
		assertTrue(view.page().orElseThrow().links().stream().anyMatch(l -> l.target().equals("code/two-node-votes")));
	}

	@Test
	void f1OnAWordOfTheSourceSaysWhatItIsAndWhatIsWrong() throws Exception {
		DesignEditor editor = Workbench.open(Workbench.design("f1", Example.TUTORIAL.text().replace("method pdu { call pdu2 port 2 action reboot }", "method pdu { }")));
		int at = editor.source().document().get().indexOf("method pdu { }") + 8;
		editor.source().selectAndReveal(at, 0);
		Workbench.find(StyledText.class, "source.text").notifyListeners(SWT.Help, new Event());
		waitFor("method-empty (error)");
		assertTrue(text().getText().contains("What to do."));
	}

	@Test
	void f1OnARowOfTheProblemsViewExplainsIt() throws Exception {
		IFile file = Workbench.design("problems", Example.TUTORIAL.text().replace("quorum two-node", "quorum two-node\n    token 1s").replace("short an02", "votes 2 short an02"));
		Workbench.open(file);
		assertTrue(Workbench.until(() -> marker(file) != null), "no marker");
		String context = IDE.getMarkerHelpRegistry().getHelp(marker(file));
		PlatformUI.getWorkbench().getHelpSystem().displayHelp(context);
		waitFor("two-node-votes (error)");
		IViewPart problems = Workbench.page().showView(IPageLayout.ID_PROBLEM_VIEW);
		IContextProvider provider = Adapters.adapt(problems, IContextProvider.class);
		assertFalse(provider == null, "the Problems view has no help");
	}

	@Test
	void f1InADialogShowsTheHelpBesideIt() throws Exception {
		NewDesignWizard wizard = new NewDesignWizard();
		wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
		WizardDialog dialog = new WizardDialog(Workbench.window().getShell(), wizard);
		dialog.setBlockOnOpen(false);
		dialog.open();
		try {
			dialog.getShell().forceActive();
			assertTrue(Workbench.until(() -> dialog.getShell() == dialog.getShell().getDisplay().getActiveShell()), "the wizard is not active");
			Workbench.find(Text.class, "newDesign.domain").notifyListeners(SWT.Help, new Event());
			assertTrue(Workbench.until(() -> dialog.getShell().getShells().length == 1), "no popup");
			StyledText help = Workbench.all(StyledText.class, dialog.getShell().getShells()[0]).get(0);
			assertTrue(help.getText().contains("DNS domain"), help.getText());
		} finally {
			dialog.close();
		}
	}

	private static IMarker marker(IFile file) {
		try {
			for (IMarker marker : file.findMarkers(DesignBuilder.MARKER, true, IResource.DEPTH_ZERO)) {
				if (marker.getAttribute("code", "").equals("two-node-votes")) {
					return marker;
				}
			}
			return null;
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void f1ElsewhereOpensTheHelp() {
		Workbench.window().getShell().setFocus();
		PlatformUI.getWorkbench().getHelpSystem().displayHelp("org.clusterwright.ui.overview_post-join-delay");
		waitFor("Takes a duration");
		PlatformUI.getWorkbench().getHelpSystem().displayDynamicHelp();
		waitFor("From two bare servers");
	}
}
