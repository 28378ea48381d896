package org.clusterwright.ui.preview;

import java.util.function.Consumer;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.menus.IMenuService;

/** Above the files: the field that filters them, and tools, filled by plugin.xml. */
final class PaneHeader {
	private static final int NARROW = 60;

	private final Composite header;
	private final Text filter;
	private final ToolBarManager tools = new ToolBarManager(SWT.FLAT | SWT.RIGHT);

	PaneHeader(Composite parent, IWorkbenchPartSite site, GeneratedPane pane) {
		header = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(3, 2).spacing(3, 0).applyTo(header);
		filter = new Text(header, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(Messages.generated_filter);
		filter.setToolTipText(Messages.generated_filterTip);
		filter.setData("org.clusterwright.id", "generated.filter");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(NARROW, SWT.DEFAULT).applyTo(filter);
		PaneKeys.track(filter, PaneKeys.FILTER, site);
		filter.addListener(SWT.KeyDown, e -> {
			if (e.keyCode == SWT.ARROW_DOWN || e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR) {
				pane.setFocus();
				e.doit = false;
			} else if (e.keyCode == SWT.ESC) {
				filter.setText("");
				e.doit = false;
			}
		});
		IMenuService menus = site.getService(IMenuService.class);
		menus.populateContributionManager(tools, "toolbar:org.clusterwright.ui.generated.tools");
		Control bar = tools.createControl(header);
		bar.setData("org.clusterwright.id", "generated.tools");
		header.addDisposeListener(e -> {
			menus.releaseContributions(tools);
			tools.dispose();
		});
	}

	void onWords(Consumer<String> typed) {
		filter.addListener(SWT.Modify, e -> typed.accept(filter.getText()));
	}

	ToolBarManager tools() {
		return tools;
	}

	void setVisible(boolean visible) {
		GridData data = (GridData) header.getLayoutData();
		if (data.exclude == visible) {
			data.exclude = !visible;
			header.setVisible(visible);
			filter.requestLayout();
		}
	}
}
