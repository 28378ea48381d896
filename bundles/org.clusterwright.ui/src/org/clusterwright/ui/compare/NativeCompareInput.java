package org.clusterwright.ui.compare;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.Syntax;
import org.clusterwright.model.findings.Severity;
import org.clusterwright.ui.Icons;
import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.compare.structuremergeviewer.Differencer;
import org.eclipse.compare.structuremergeviewer.ICompareInput;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** The platform's compare editor on generated files: read-only, with a line above that says in words how they differ. */
public final class NativeCompareInput extends CompareEditorInput {
	/** What is compared, worked out in the background: the summary, whether it is bad news, and the two texts or the tree of them. */
	public record Content(String summary, Severity severity, DiffNode root) {
	}

	/** Works out the content; may read files. */
	@FunctionalInterface
	interface Source {
		Content content(IProgressMonitor monitor) throws IOException;
	}

	private final Source source;
	private Content content;
	private Label icon;
	private Label summary;

	NativeCompareInput(String title, String left, String right, Source source) {
		super(configuration(left, right));
		this.source = source;
		setTitle(title);
	}

	private static CompareConfiguration configuration(String left, String right) {
		CompareConfiguration configuration = new CompareConfiguration();
		// The platform shows left and right changed over unless told otherwise.
		configuration.setProperty(CompareConfiguration.MIRRORED, false);
		configuration.setLeftEditable(false);
		configuration.setRightEditable(false);
		configuration.setLeftLabel(left);
		configuration.setRightLabel(right);
		return configuration;
	}

	@Override
	protected Object prepareInput(IProgressMonitor monitor) throws InvocationTargetException {
		try {
			content = source.content(monitor);
			return content.root();
		} catch (IOException e) {
			throw new InvocationTargetException(e, e.getMessage());
		}
	}

	/** What is shown; null before it is worked out. */
	public Content content() {
		return content;
	}

	@Override
	public Control createContents(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
		Composite head = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 4).applyTo(head);
		icon = new Label(head, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		summary = new Label(head, SWT.WRAP);
		summary.setData("org.clusterwright.id", "compare.summary");
		GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(summary);
		icon.setImage(Icons.of(content.severity()));
		summary.setText(content.summary());
		Control contents = super.createContents(area);
		contents.setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
		return area;
	}

	@Override
	public Viewer findContentViewer(Viewer old, ICompareInput input, Composite parent) {
		if (input.getLeft() instanceof TextSide || input.getRight() instanceof TextSide) {
			return old instanceof NativeMergeViewer ? old : new NativeMergeViewer(parent, getCompareConfiguration());
		}
		return super.findContentViewer(old, input, parent);
	}

	/** Two texts; where one is absent there is no such file. */
	static DiffNode pair(Optional<TextSide> left, Optional<TextSide> right) {
		int kind = left.isEmpty() ? Differencer.DELETION : right.isEmpty() ? Differencer.ADDITION : Differencer.CHANGE;
		return new DiffNode(null, kind, null, left.orElse(null), right.orElse(null));
	}

	static TextSide side(String name, NativeFile file, List<Integer> unexpected) {
		return new TextSide(name, file.content().text(), file.syntax(), Set.copyOf(unexpected));
	}

	static TextSide side(String name, String text, Syntax syntax) {
		return new TextSide(name, text, syntax, Set.of());
	}
}
