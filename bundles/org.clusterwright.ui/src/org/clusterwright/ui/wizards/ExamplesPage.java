package org.clusterwright.ui.wizards;

import org.clusterwright.ui.Messages;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** One example of several, and the project it goes into. */
final class ExamplesPage extends WizardPage {
	private Example example = Example.TUTORIAL;
	private Text project;
	private boolean own;
	private boolean following;

	ExamplesPage() {
		super("examples");
		setTitle(Messages.example_title);
		setDescription(Messages.example_description);
	}

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
		for (Example each : Example.values()) {
			Button button = new Button(page, SWT.RADIO);
			button.setText(each.label());
			button.setSelection(each == example);
			button.setData("org.clusterwright.id", "examples." + each.id());
			GridDataFactory.fillDefaults().span(2, 1).indent(0, 6).applyTo(button);
			Label what = new Label(page, SWT.WRAP);
			what.setText(each.description());
			GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(420, SWT.DEFAULT).indent(24, 0).applyTo(what);
			button.addListener(SWT.Selection, e -> {
				if (button.getSelection()) {
					choose(each);
				}
			});
		}
		Label label = new Label(page, SWT.NONE);
		label.setText(Messages.example_project);
		GridDataFactory.swtDefaults().indent(0, 16).applyTo(label);
		project = new Text(page, SWT.BORDER | SWT.SINGLE);
		project.setText(free(example.id()));
		project.setData("org.clusterwright.id", "examples.project");
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 16).applyTo(project);
		project.addListener(SWT.Modify, e -> {
			own |= !following;
			check();
		});
		PlatformUI.getWorkbench().getHelpSystem().setHelp(page, "org.clusterwright.ui.wizard_examples");
		setControl(page);
		check();
	}

	private void choose(Example chosen) {
		example = chosen;
		if (!own) {
			following = true;
			project.setText(free(chosen.id()));
			following = false;
		}
	}

	/** A project's name that is not taken. */
	private static String free(String name) {
		String found = name;
		for (int i = 2; ResourcesPlugin.getWorkspace().getRoot().getProject(found).exists(); i++) {
			found = name + "-" + i;
		}
		return found;
	}

	private void check() {
		IStatus valid = ResourcesPlugin.getWorkspace().validateName(projectName(), IResource.PROJECT);
		String wrong = !valid.isOK() ? valid.getMessage()
				: ResourcesPlugin.getWorkspace().getRoot().getProject(projectName()).exists() ? NLS.bind(Messages.example_exists, projectName()) : null;
		setErrorMessage(wrong);
		setPageComplete(wrong == null);
	}

	Example example() {
		return example;
	}

	String projectName() {
		return project.getText().strip();
	}
}
