package org.clusterwright.ui.editor.source;

import java.util.Map;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.editors.text.EditorsUI;

/** The hover of the source page. Moved into, or focused with F2, it becomes one whose text can be scrolled, copied and its fixes clicked. */
final class CardControl extends AbstractInformationControl implements IInformationControlExtension2 {
	private static final int WIDEST = 640;
	private static final int HIGHEST = 420;
	private static final int MARGIN = 6;

	private final boolean kept;
	/** Whether it has limits of its own, rather than those of the popup that it stands beside. */
	private final boolean roomy;
	private StyledText text;
	private Map<Integer, FixProposal> links = Map.of();

	private CardControl(Shell parent, boolean kept) {
		super(parent, kept);
		this.kept = kept;
		this.roomy = true;
		create();
	}

	private CardControl(Shell parent, String status, boolean roomy) {
		super(parent, status);
		this.kept = false;
		this.roomy = roomy;
		create();
	}

	/** For hovers. */
	static IInformationControlCreator creator() {
		return parent -> new CardControl(parent, EditorsUI.getTooltipAffordanceString(), true);
	}

	/** For what stands beside a popup of proposals: texts whose first line is their title. */
	static IInformationControlCreator besides() {
		return parent -> new CardControl(parent, null, false);
	}

	@Override
	protected void createContent(Composite parent) {
		parent.setLayout(new FillLayout());
		text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | (kept ? SWT.V_SCROLL : SWT.NONE));
		text.setData("org.clusterwright.id", "source.hover");
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		text.setCaret(null);
		text.setForeground(parent.getForeground());
		text.setBackground(parent.getBackground());
		text.addListener(SWT.MouseUp, this::follow);
		text.addListener(SWT.MouseMove, e -> text.setCursor(text.getDisplay().getSystemCursor(fix(e) == null ? SWT.CURSOR_ARROW : SWT.CURSOR_HAND)));
	}

	private FixProposal fix(Event event) {
		int offset = text.getOffsetAtPoint(new Point(event.x, event.y));
		return offset < 0 ? null : links.get(offset);
	}

	private void follow(Event event) {
		FixProposal fix = fix(event);
		if (fix != null && text.getSelectionCount() == 0) {
			fix.apply(null);
			dispose();
		}
	}

	@Override
	public void setInput(Object input) {
		if (input instanceof HoverContent content) {
			links = CardText.write(content, text);
		} else {
			setInformation(input == null ? "" : input.toString());
		}
	}

	@Override
	public void setInformation(String information) {
		CardText.write(information == null ? "" : information, text);
	}

	@Override
	public boolean hasContents() {
		return text.getCharCount() > 0;
	}

	@Override
	public void setForegroundColor(Color colour) {
		super.setForegroundColor(colour);
		text.setForeground(colour);
	}

	@Override
	public void setBackgroundColor(Color colour) {
		super.setBackgroundColor(colour);
		text.setBackground(colour);
	}

	@Override
	public Point computeSizeHint() {
		Rectangle trim = computeTrim();
		int natural = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + CardText.column(text);
		int width = Math.min(WIDEST, natural + 1);
		int height = Math.min(HIGHEST, text.computeSize(width, SWT.DEFAULT).y);
		return new Point(width + trim.width, height + trim.height);
	}

	/** The managers of hovers allow a dozen lines; a card has its own limits. */
	@Override
	public Point computeSizeConstraints(int widthInChars, int heightInChars) {
		return roomy ? new Point(WIDEST + 2 * MARGIN, HIGHEST + 8 * MARGIN) : super.computeSizeConstraints(widthInChars, heightInChars);
	}

	@Override
	public void setFocus() {
		super.setFocus();
		text.setFocus();
	}

	@Override
	public IInformationControlCreator getInformationPresenterControlCreator() {
		return parent -> new CardControl(parent, true);
	}
}
