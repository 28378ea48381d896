package org.clusterwright.ui.help;

import org.eclipse.help.AbstractContextProvider;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;

/** Answers the platform's question for the help on a widget's id. The platform copies what it gets, so the answer only carries the id, as its one topic; {@link DesignHelp} makes the page. */
public final class DesignContexts extends AbstractContextProvider {
	/** The id of the source page's text. */
	public static final String SOURCE = "org.clusterwright.ui.source";
	static final String VIEW = "org.clusterwright.ui.help";
	/** What a topic's reference begins with. */
	static final String TOPIC = "clusterwright:";

	private record Topic(String id) implements IHelpResource, IContext {
		@Override
		public String getHref() {
			return TOPIC + id;
		}

		@Override
		public String getLabel() {
			return id;
		}

		@Override
		public IHelpResource[] getRelatedTopics() {
			return new IHelpResource[] {this};
		}

		@Override
		public String getText() {
			return id;
		}
	}

	@Override
	public IContext getContext(String id, String locale) {
		return FocusHelp.knows(id) || id.equals("org.eclipse.ui.problem_view_context") ? new Topic(id) : null;
	}

	/** All plug-ins: F1 somewhere without help of its own still opens the help. */
	@Override
	public String[] getPlugins() {
		return null;
	}
}
