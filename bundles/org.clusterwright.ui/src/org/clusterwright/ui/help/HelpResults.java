package org.clusterwright.ui.help;

import java.util.ArrayList;
import java.util.List;
import org.clusterwright.core.help.HelpChapters;
import org.clusterwright.core.help.HelpPage;
import org.clusterwright.core.help.HelpPage.Run;
import org.clusterwright.core.help.HelpPage.Style;
import org.clusterwright.ui.Messages;
import org.eclipse.osgi.util.NLS;

/** The page that lists what a search found. */
final class HelpResults {
	private HelpResults() {
	}

	static HelpPage page(String query, List<String> addresses) {
		String title = NLS.bind(addresses.isEmpty() ? Messages.help_nothingFound : Messages.help_found, query, addresses.size());
		StringBuilder text = new StringBuilder(title).append("\n\n");
		List<Run> runs = new ArrayList<>(List.of(new Run(0, title.length(), Style.HEADING, "")));
		for (String address : addresses) {
			String words = words(address);
			runs.add(new Run(text.length(), words.length(), Style.LINK, address));
			text.append(words).append('\n');
		}
		return new HelpPage("results", title, text.toString(), runs, List.of());
	}

	private static String words(String address) {
		String id = address.replaceFirst("#.*", "");
		String title = HelpChapters.all().stream().filter(c -> c.id().equals(id)).map(HelpChapters.Chapter::title).findFirst().orElse(id.replaceFirst("^code/", ""));
		return address.contains("#") ? title + ": " + address.substring(address.indexOf('#') + 1) : title;
	}
}
