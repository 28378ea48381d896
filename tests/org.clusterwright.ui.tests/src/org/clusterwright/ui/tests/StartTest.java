package org.clusterwright.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clusterwright.core.help.Guide;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.editor.DesignEditor;
import org.clusterwright.ui.help.GuideView;
import org.clusterwright.ui.wizards.Example;
import org.clusterwright.ui.wizards.ExamplesWizard;
import org.clusterwright.ui.wizards.NewDesignWizard;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a user begins: the wizards, the welcome page, the cheat sheets. */
class StartTest {
	private WizardDialog dialog;

	@AfterEach
	void close() throws CoreException {
		if (dialog != null) {
			dialog.close();
		}
		PlatformUI.getWorkbench().getIntroManager().closeIntro(PlatformUI.getWorkbench().getIntroManager().getIntro());
		Workbench.closeEditors();
		for (String name : new String[] {"hv-one", "an-clusterA", "an-clusterA-2", "three-nodes", "start"}) {
			project(name).delete(true, true, new NullProgressMonitor());
		}
	}

	private static IProject project(String name) {
		return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
	}

	private <W extends IWizard & INewWizard> W open(W wizard, Object selected) {
		wizard.init(PlatformUI.getWorkbench(), selected == null ? StructuredSelection.EMPTY : new StructuredSelection(selected));
		dialog = new WizardDialog(Workbench.window().getShell(), wizard);
		dialog.setBlockOnOpen(false);
		dialog.open();
		return wizard;
	}

	private static void type(String id, String text) {
		Workbench.find(Text.class, id).setText(text);
	}

	private static void choose(String id, boolean on) {
		Button button = Workbench.find(Button.class, id);
		button.setSelection(on);
		button.notifyListeners(SWT.Selection, new Event());
	}

	private static String read(IFile file) throws Exception {
		return new String(file.getContents().readAllBytes(), StandardCharsets.UTF_8);
	}

	private static List<String> errors(String text) {
		ParsedDesign design = DesignServices.language().validate(text);
		return design.findings().stream().filter(Finding::isError).map(Finding::message).toList();
	}

	@Test
	void theWizardMakesADesignWithoutErrors() throws Exception {
		NewDesignWizard wizard = open(new NewDesignWizard(), null);
		type("newDesign.name", "hv-one");
		assertEquals("/hv-one", Workbench.find(Text.class, "newDesign.folder").getText());
		type("newDesign.domain", "example.com");
		type("newDesign.node.0.name", "hv1");
		type("newDesign.node.1.name", "hv2");
		dialog.showPage(wizard.getPage("network"));
		type("newDesign.bcn.subnet", "172.20.0.0/16");
		assertTrue(Workbench.find(Label.class, "newDesign.macs.note").getText().startsWith("Paste"));
		Workbench.find(Text.class, "newDesign.node.0.mac.0").insert("00-00-5e-00-53-01 00-00-5e-00-53-02 00-00-5e-00-53-03 00-00-5e-00-53-04 00-00-5e-00-53-05 00-00-5e-00-53-06\n"
				+ "00-00-5e-00-53-11 00-00-5e-00-53-12 00-00-5e-00-53-13 00-00-5e-00-53-14 00-00-5e-00-53-15 00-00-5e-00-53-16");
		assertEquals("00:00:5E:00:53:16", Workbench.find(Text.class, "newDesign.node.1.mac.5").getText());
		dialog.showPage(wizard.getPage("fencing"));
		assertEquals("172.20.1.1", Workbench.find(Text.class, "newDesign.node.0.bmc").getMessage());
		dialog.showPage(wizard.getPage("preview"));
		assertTrue(Workbench.until(wizard::canFinish), () -> Workbench.find(StyledText.class, "newDesign.preview").getText());
		assertTrue(Workbench.find(StyledText.class, "newDesign.preview").getText().contains("node hv1 {"));
		assertTrue(Workbench.find(StyledText.class, "newDesign.preview").getStyleRanges().length > 50);
		assertTrue(wizard.performFinish());
		dialog.close();
		IFile file = project("hv-one").getFile("hv-one.cluster");
		assertEquals(List.of(), errors(read(file)), read(file));
		assertTrue(Workbench.until(() -> DesignEditor.of(Workbench.page().getActiveEditor()).isPresent()));
	}

	@Test
	void theWizardKeepsUpWithTheTyping() throws Exception {
		open(new NewDesignWizard(), null);
		Text name = Workbench.find(Text.class, "newDesign.name");
		name.setText("");
		Workbench.settle();
		long[] millis = new long[60];
		for (int i = 0; i < millis.length; i++) {
			long begin = System.nanoTime();
			name.append("n");
			Workbench.settle();
			millis[i] = (System.nanoTime() - begin) / 1_000_000;
		}
		Arrays.sort(millis);
		assertTrue(millis[millis.length / 2] <= 50, () -> Arrays.toString(millis));
	}

	@Test
	void wrongAnswersAreSaidAtTheirFieldAndKeepFromFinishing() throws Exception {
		NewDesignWizard wizard = open(new NewDesignWizard(), null);
		assertTrue(Workbench.until(wizard::canFinish), "the defaults cannot be finished");
		dialog.showPage(wizard.getPage("network"));
		type("newDesign.bcn.subnet", "10.20.0.1/16");
		assertTrue(Workbench.until(() -> wizard.getPage("network").getMessage() != null && wizard.getPage("network").getMessage().contains("host bits")), () -> wizard.getPage("network").getMessage());
		assertFalse(wizard.canFinish());
		type("newDesign.bcn.subnet", "10.20.0.0/16");
		assertTrue(Workbench.until(wizard::canFinish), "still wrong");
	}

	@Test
	void macsMayWaitAndTheNumberOfNodesChangesTheTable() throws Exception {
		IProject start = Workbench.design("start", "cluster c { node a }\n").getProject();
		NewDesignWizard wizard = open(new NewDesignWizard(), start);
		assertEquals("/start", Workbench.find(Text.class, "newDesign.folder").getText());
		Spinner count = Workbench.find(Spinner.class, "newDesign.count");
		count.setSelection(3);
		count.notifyListeners(SWT.Selection, new Event());
		dialog.showPage(wizard.getPage("network"));
		assertEquals("", Workbench.find(Text.class, "newDesign.node.2.mac.5").getText());
		choose("newDesign.nics.4", true);
		choose("newDesign.nics.6", false);
		assertTrue(Workbench.until(wizard::canFinish), "empty MAC addresses keep from finishing");
		dialog.showPage(wizard.getPage("preview"));
		assertTrue(Workbench.find(Table.class, "newDesign.findings").getItemCount() > 3);
		assertTrue(wizard.performFinish());
		String text = read(start.getFile("an-clusterA.cluster"));
		assertTrue(text.contains("an-node03") && text.contains("cluster replication") && !text.contains("eth4"), text);
		assertTrue(errors(text).stream().allMatch(e -> e.contains("MAC")), errors(text).toString());
	}

	@Test
	void theExamplesWizardMakesAProject() throws Exception {
		ExamplesWizard wizard = open(new ExamplesWizard(), null);
		choose("examples.an-clusterA", false);
		choose("examples.three-nodes", true);
		assertEquals("three-nodes", Workbench.find(Text.class, "examples.project").getText());
		assertTrue(wizard.performFinish());
		assertEquals(List.of(), errors(read(project("three-nodes").getFile(IPath.fromPortableString("three-nodes.cluster")))));
		assertEquals("three-nodes.cluster", Workbench.page().getActiveEditor().getTitle());
	}

	@Test
	void aClickOnTheWelcomePageOpensTheExample() {
		PlatformUI.getWorkbench().getIntroManager().showIntro(Workbench.window(), false);
		Link link = Workbench.find(Link.class, "welcome.tutorial");
		link.notifyListeners(SWT.Selection, new Event());
		assertTrue(Workbench.until(() -> Workbench.page().getActiveEditor() != null && Workbench.page().getActiveEditor().getTitle().equals("an-clusterA.cluster")), "no editor");
		assertEquals(null, PlatformUI.getWorkbench().getIntroManager().getIntro());
		PlatformUI.getWorkbench().getIntroManager().showIntro(Workbench.window(), false);
		Workbench.find(Link.class, "welcome.chapter.quorum").notifyListeners(SWT.Selection, new Event());
		assertTrue(Workbench.until(() -> Workbench.find(StyledText.class, "help.text").getText().startsWith("Quorum and fencing")));
	}

	@Test
	void theWelcomePageMakesWayForAnEditor() throws Exception {
		PlatformUI.getWorkbench().getIntroManager().showIntro(Workbench.window(), false);
		Workbench.settle();
		Workbench.open(Workbench.design("start", Example.TUTORIAL.text()));
		assertTrue(Workbench.until(() -> PlatformUI.getWorkbench().getIntroManager().getIntro() == null), "the welcome page stays");
	}

	@Test
	void aGuideOpensWithTheDesignsValuesAndItsStepsLeadSomewhere() throws Exception {
		Workbench.open(Workbench.design("start", Example.TUTORIAL.text().replace("an-clusterA", "night-shift")));
		ICommandService commands = Workbench.window().getService(ICommandService.class);
		for (String id : Guide.IDS) {
			ParameterizedCommand open = ParameterizedCommand.generateCommand(commands.getCommand("org.clusterwright.ui.openGuide"), Map.of("guide", id));
			Workbench.window().getService(IHandlerService.class).executeCommand(open, null);
			GuideView view = (GuideView) Workbench.page().findView(GuideView.ID);
			assertTrue(Workbench.until(() -> view.guide().filter(g -> g.id().equals(id) && g.intro().contains("night-shift")).isPresent()), id);
			for (Guide.Step step : view.guide().orElseThrow().steps()) {
				assertFalse(step.actions().isEmpty(), step.title());
				step.actions().stream().map(Guide.Action::target).filter(t -> !t.startsWith("command:") && !t.startsWith("file:")).forEach(t -> assertTrue(HelpViewTest.leads(t), t));
			}
		}
		GuideView view = (GuideView) Workbench.page().findView(GuideView.ID);
		Workbench.find(Link.class, "guide.0.0").notifyListeners(SWT.Selection, new Event());
		assertTrue(Workbench.until(() -> Workbench.find(StyledText.class, "help.text").getText().contains("Version 1: the cluster has a name")));
		choose("guide.done.0", true);
		assertEquals("1 of 9 steps done", Workbench.find(Label.class, "guide.progress").getText());
		choose("guide.done.0", false);
		Workbench.find(Link.class, "guide.7.0").notifyListeners(SWT.Selection, new Event());
		assertTrue(Workbench.until(() -> Workbench.page().findView("org.clusterwright.ui.generated") != null), "no Generated view");
		Workbench.page().hideView(view);
	}
}
