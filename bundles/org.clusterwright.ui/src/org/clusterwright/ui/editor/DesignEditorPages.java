package org.clusterwright.ui.editor;

import java.util.List;
import java.util.function.Function;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.diagram.PicturePage;
import org.clusterwright.ui.editor.forms.DesignFormPage;
import org.clusterwright.ui.editor.forms.DrbdPage;
import org.clusterwright.ui.editor.forms.FencingPage;
import org.clusterwright.ui.editor.forms.NodesPage;
import org.clusterwright.ui.editor.forms.OverviewPage;
import org.clusterwright.ui.editor.forms.ServicesPage;
import org.clusterwright.ui.editor.forms.StoragePage;
import org.clusterwright.ui.editor.forms.VolumesPage;
import org.clusterwright.ui.editor.source.SourcePage;
import org.eclipse.ui.PartInitException;

/** The pages of the editor in the order of their tabs: the one place to add one. The text comes last. */
final class DesignEditorPages {
	private static final List<Function<DesignEditor, DesignFormPage>> FORMS = List.of(OverviewPage::new, NodesPage::new, FencingPage::new, StoragePage::new, DrbdPage::new,
			VolumesPage::new, ServicesPage::new);

	private DesignEditorPages() {
	}

	/** Adds all pages; returns the one that holds the document. */
	static SourcePage addTo(DesignEditor editor) throws PartInitException {
		for (Function<DesignEditor, DesignFormPage> form : FORMS) {
			editor.addPage(form.apply(editor));
		}
		editor.addPage(new PicturePage(editor));
		SourcePage source = new SourcePage();
		editor.recall(source);
		int index = editor.addPage(source, editor.getEditorInput());
		editor.nameTab(index, Messages.editor_source);
		return source;
	}
}
