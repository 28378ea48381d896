package org.clusterwright.ui.help;

import org.clusterwright.core.help.HelpPage;
import org.eclipse.help.IContext2;
import org.eclipse.help.IHelpResource;

/** A context of the platform's that is a page of ours, or an address where {@code page} is null. */
record PageContext(HelpPage page, String address) implements IContext2 {
	@Override
	public IHelpResource[] getRelatedTopics() {
		return new IHelpResource[0];
	}

	@Override
	public String getText() {
		return page == null ? address : page.text();
	}

	@Override
	public String getTitle() {
		return page == null ? address : page.title();
	}

	@Override
	public String getStyledText() {
		return getText();
	}

	@Override
	public String getCategory(IHelpResource topic) {
		return null;
	}
}
