package org.clusterwright.ui.editor.source;

import org.eclipse.jface.text.DefaultInformationControl.IInformationPresenter;
import org.eclipse.jface.text.DefaultInformationControl.IInformationPresenterExtension;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Drawable;
import org.eclipse.swt.widgets.Display;

/** Shows plain text with the first line of each paragraph in bold. */
final class ParagraphPresenter implements IInformationPresenter, IInformationPresenterExtension {

	@Override
	@Deprecated
	public String updatePresentation(Display display, String text, TextPresentation presentation, int maxWidth, int maxHeight) {
		return present(text, presentation);
	}

	@Override
	public String updatePresentation(Drawable drawable, String text, TextPresentation presentation, int maxWidth, int maxHeight) {
		return present(text, presentation);
	}

	private static String present(String text, TextPresentation presentation) {
		int at = 0;
		for (String paragraph : text.split("\n\n", -1)) {
			int end = paragraph.indexOf('\n');
			presentation.addStyleRange(new StyleRange(at, end < 0 ? paragraph.length() : end, null, null, SWT.BOLD));
			at += paragraph.length() + 2;
		}
		return text;
	}
}
