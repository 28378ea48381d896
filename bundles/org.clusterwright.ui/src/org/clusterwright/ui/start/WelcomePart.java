package org.clusterwright.ui.start;

import java.util.Map;
import org.clusterwright.core.help.HelpChapters;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.help.GuideView;
import org.clusterwright.ui.help.HelpView;
import org.clusterwright.ui.wizards.Example;
import org.clusterwright.ui.wizards.ExamplesWizard;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.eclipse.ui.part.IntroPart;

/** What a user sees first: one click to an example, to the new-design wizard, to each chapter of the help and to the step-by-step guides. Plain widgets, no browser. */
public final class WelcomePart extends IntroPart {
	private static final RGB BAND_LEFT = new RGB(16, 42, 67);
	private static final RGB BAND_RIGHT = new RGB(29, 100, 120);
	private static final RGB BAND_TEXT = new RGB(240, 246, 250);
	private static final RGB BAND_SUBTEXT = new RGB(190, 214, 226);
	private static final int COLUMN = 330;
	private static final int INDENT = 30;

	/** Whatever is opened to work with takes the place of this page. */
	private final IPartListener2 opening = new IPartListener2() {
		@Override
		public void partOpened(IWorkbenchPartReference part) {
			makeWay(part);
		}

		@Override
		public void partBroughtToTop(IWorkbenchPartReference part) {
			makeWay(part);
		}
	};
	private LocalResourceManager resources;
	private Control first;
	private Font heading;

	@Override
	public void createPartControl(Composite parent) {
		ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.setShowFocusedControl(true);
		resources = new LocalResourceManager(JFaceResources.getResources(), scroll);
		heading = resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).increaseHeight(3).setStyle(SWT.BOLD));
		Composite page = new Composite(scroll, SWT.NONE);
		page.setData("org.clusterwright.id", "welcome");
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
		band(page);
		Composite columns = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).grab(true, true).indent(0, 18).applyTo(columns);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(24, 8).spacing(36, 0).applyTo(columns);
		start(column(columns, Messages.welcome_start));
		steps(column(columns, Messages.welcome_steps));
		learn(column(columns, Messages.welcome_learn));
		Button close = new Button(page, SWT.PUSH);
		close.setText(Messages.welcome_close);
		close.setData("org.clusterwright.id", "welcome.close");
		close.addListener(SWT.Selection, e -> close());
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).indent(0, 12).applyTo(close);
		Label again = new Label(page, SWT.NONE);
		again.setText(Messages.welcome_again);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).indent(0, 4).applyTo(again);
		Label space = new Label(page, SWT.NONE);
		GridDataFactory.swtDefaults().hint(1, 12).applyTo(space);
		scroll.setContent(page);
		scroll.setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
		PlatformUI.getWorkbench().getHelpSystem().setHelp(page, "org.clusterwright.ui.welcome");
		page.getDisplay().asyncExec(() -> {
			if (!page.isDisposed() && window().getActivePage() != null) {
				IWorkbenchPage workbenchPage = window().getActivePage();
				workbenchPage.addPartListener(opening);
				page.addDisposeListener(e -> workbenchPage.removePartListener(opening));
			}
		});
	}

	private void makeWay(IWorkbenchPartReference part) {
		if (part instanceof IEditorReference || part.getId().equals(HelpView.ID) || part.getId().equals(GuideView.ID)) {
			window().getShell().getDisplay().asyncExec(this::close);
		}
	}

	/** The product's own colours in both themes. */
	private void band(Composite page) {
		Composite band = new Composite(page, SWT.DOUBLE_BUFFERED);
		band.addListener(SWT.Paint, this::paintBand);
		Font title = resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).increaseHeight(16).setStyle(SWT.BOLD));
		Font subtitle = resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).increaseHeight(2));
		band.addListener(SWT.Paint, e -> texts(e, title, subtitle));
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 110).applyTo(band);
	}

	private void paintBand(Event event) {
		Rectangle area = ((Composite) event.widget).getClientArea();
		event.gc.setForeground(resources.create(ColorDescriptor.createFrom(BAND_LEFT)));
		event.gc.setBackground(resources.create(ColorDescriptor.createFrom(BAND_RIGHT)));
		event.gc.fillGradientRectangle(area.x, area.y, area.width, area.height, false);
	}


	private void texts(Event event, Font title, Font subtitle) {
		Color light = resources.create(ColorDescriptor.createFrom(BAND_TEXT));
		Color soft = resources.create(ColorDescriptor.createFrom(BAND_SUBTEXT));
		event.gc.setTextAntialias(SWT.ON);
		event.gc.setForeground(light);
		event.gc.setFont(title);
		event.gc.drawText(Messages.welcome_title, 40, 22, true);
		int below = 22 + event.gc.getFontMetrics().getHeight() + 6;
		event.gc.setForeground(soft);
		event.gc.setFont(subtitle);
		event.gc.drawText(Messages.welcome_subtitle, 40, below, true);
	}

	private Composite column(Composite parent, String title) {
		Composite column = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().hint(COLUMN, SWT.DEFAULT).applyTo(column);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 2).applyTo(column);
		Label label = new Label(column, SWT.NONE);
		label.setText(title);
		label.setFont(heading);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
		Label line = new Label(column, SWT.SEPARATOR | SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(line);
		return column;
	}

	private void start(Composite column) {
		first = entry(column, "design", "newDesign", Messages.welcome_newDesign, Messages.welcome_newDesignText,
				() -> WelcomeActions.command("org.eclipse.ui.newWizard", Map.of("newWizardId", "org.clusterwright.ui.newDesign"), window()));
		entry(column, "cluster", "tutorial", Messages.welcome_tutorial, Messages.welcome_tutorialText, () -> open(Example.TUTORIAL));
		entry(column, "cluster", "threeNodes", Messages.welcome_threeNodes, Messages.welcome_threeNodesText, () -> open(Example.THREE_NODES));
		entry(column, "file", "openFile", Messages.welcome_openFile, Messages.welcome_openFileText, () -> WelcomeActions.command("org.clusterwright.rcp.openFile", Map.of(), window()));
	}

	private void steps(Composite column) {
		entry(column, "step", "sheetServers", Messages.welcome_sheetServers, Messages.welcome_sheetServersText, () -> sheet("servers"));
		entry(column, "step", "sheetStages", Messages.welcome_sheetStages, Messages.welcome_sheetStagesText, () -> sheet("stages"));
	}

	private void learn(Composite column) {
		for (HelpChapters.Chapter chapter : HelpChapters.all()) {
			entry(column, "help", "chapter." + chapter.id(), chapter.title(), "", () -> {
				close();
				HelpView.open(chapter.id());
			});
		}
	}

	private void sheet(String id) {
		IWorkbenchPage page = window().getActivePage();
		close();
		GuideView.open(id, page);
	}

	private void open(Example example) {
		IWorkbenchPage page = window().getActivePage();
		try {
			close();
			ExamplesWizard.open(example, page);
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus());
			ErrorDialog.openError(window().getShell(), Messages.welcome_title, null, e.getStatus());
		}
	}

	private Control entry(Composite column, String icon, String id, String label, String text, Runnable run) {
		Label image = new Label(column, SWT.NONE);
		image.setImage(resources.create(Icons.named(icon)));
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).indent(4, 8).applyTo(image);
		Link link = new Link(column, SWT.NONE);
		link.setText("<a>" + label.replace("&", "&&") + "</a>");
		link.setToolTipText(text.isEmpty() ? label : text);
		link.setData("org.clusterwright.id", "welcome." + id);
		link.addListener(SWT.Selection, e -> run.run());
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(link);
		if (!text.isEmpty()) {
			Label what = new Label(column, SWT.WRAP);
			what.setText(text);
			GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(COLUMN - INDENT, SWT.DEFAULT).indent(INDENT, 0).applyTo(what);
		}
		return link;
	}

	private IWorkbenchWindow window() {
		return getIntroSite().getWorkbenchWindow();
	}

	/** Gives the room back first: the page fills the window, and what lies behind would stay hidden. */
	private void close() {
		IIntroManager intros = PlatformUI.getWorkbench().getIntroManager();
		if (intros.getIntro() == this) {
			intros.setIntroStandby(this, true);
			intros.closeIntro(this);
		}
	}

	@Override
	public void standbyStateChanged(boolean standby) {
		// The page is the same beside an editor.
	}

	@Override
	public String getTitle() {
		return Messages.welcome_tab;
	}

	@Override
	public void setFocus() {
		if (first != null && !first.isDisposed()) {
			first.setFocus();
		}
	}
}
