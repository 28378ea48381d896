package org.clusterwright.ui.editor.source;

import java.util.List;
import org.clusterwright.dsl.ide.Outline.Item;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/** The statements of a design over its text: typing narrows the list, Enter goes there. */
final class QuickOutline extends PopupDialog {
	private static final Point SIZE = new Point(420, 380);

	private final SourcePage page;
	private final List<Item> items;
	private Text filter;
	private TreeViewer tree;
	private StatementTree statements;

	QuickOutline(SourcePage page, List<Item> items) {
		super(page.getSite().getShell(), SWT.TOOL | SWT.RESIZE, true, true, false, false, false, null, Messages.quickOutline_help);
		this.page = page;
		this.items = items;
	}

	/** There is no title, but the filter stands in its place. */
	@Override
	protected boolean hasTitleArea() {
		return true;
	}

	@Override
	protected Control createTitleControl(Composite parent) {
		filter = new Text(parent, SWT.NONE);
		filter.setData("org.clusterwright.id", "quickOutline.filter");
		filter.setMessage(Messages.outline_filter);
		filter.addModifyListener(e -> narrow());
		filter.addKeyListener(KeyListener.keyPressedAdapter(e -> {
			switch (e.keyCode) {
				case SWT.CR, SWT.KEYPAD_CR -> go();
				case SWT.ESC -> close();
				case SWT.ARROW_DOWN, SWT.ARROW_UP -> tree.getTree().setFocus();
				default -> {
				}
			}
		}));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		return filter;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		tree = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
		tree.getTree().setData("org.clusterwright.id", "quickOutline.tree");
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getTree());
		statements = new StatementTree(tree, new LocalResourceManager(JFaceResources.getResources(), tree.getTree()));
		statements.show(items);
		if (!items.isEmpty()) {
			tree.setSelection(new StructuredSelection(items.get(0).at(page.caret())), true);
		}
		tree.getTree().addKeyListener(KeyListener.keyPressedAdapter(e -> {
			switch (e.keyCode) {
				case SWT.CR, SWT.KEYPAD_CR -> go();
				case SWT.ESC -> close();
				default -> {
				}
			}
		}));
		tree.addDoubleClickListener(e -> go());
		return tree.getTree();
	}

	private void narrow() {
		statements.filter(filter.getText());
		statements.firstMatch().ifPresent(i -> tree.setSelection(new StructuredSelection(i), true));
	}

	private void go() {
		statements.now(tree.getStructuredSelection().getFirstElement()).ifPresent(item -> {
			close();
			page.getSite().getPage().getNavigationHistory().markLocation(page.getSite().getPage().getActiveEditor());
			page.selectAndReveal(item.offset(), Math.min(item.length(), item.label().length()));
			page.setFocus();
		});
	}

	@Override
	protected Control getFocusControl() {
		return filter;
	}

	@Override
	protected Point getDefaultSize() {
		return SIZE;
	}

	@Override
	protected Point getDefaultLocation(Point size) {
		StyledText text = page.viewer().getTextWidget();
		Rectangle area = text.getDisplay().map(text, null, text.getClientArea());
		return new Point(area.x + Math.max(0, (area.width - size.x) / 2), area.y + Math.max(0, (area.height - size.y) / 3));
	}

	@Override
	protected IDialogSettings getDialogSettings() {
		return DialogSettings.getOrCreateSection(PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(getClass())).getDialogSettings(), "quickOutline");
	}
}
