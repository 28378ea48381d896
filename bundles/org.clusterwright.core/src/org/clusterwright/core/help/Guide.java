package org.clusterwright.core.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way of several steps, each with what it says and where it leads, with the values of a design put in. */
public record Guide(String id, String title, String intro, List<Step> steps) {
	/** The guides there are: ids and nothing else. */
	public static final List<String> IDS = List.of("servers", "stages");
	private static final Pattern LINK = Pattern.compile("- \\[(.*)\\]\\(([^)]*)\\)");

	public record Step(String title, String text, List<Action> actions) {
		public Step {
			actions = List.copyOf(actions);
		}
	}

	/** {@code target} is an address of the help, a {@code command:} or a {@code file:} with the path on the node. */
	public record Action(String label, String target) {
	}

	public Guide {
		steps = List.copyOf(steps);
	}

	public static Guide of(String id, HelpValues values) {
		return of(id, values, new HashSet<>());
	}

	/** @param unknown gets what looks like a value and is none */
	public static Guide of(String id, HelpValues values, Set<String> unknown) {
		List<String> lines = new HelpTemplate(values, n -> List.of(), unknown).expand(source(id)).stream().map(HelpMarkup::plain).toList();
		List<Step> steps = new ArrayList<>();
		String intro = "";
		for (int i = 1; i < lines.size();) {
			boolean step = lines.get(i).startsWith("## ");
			String title = step ? lines.get(i++).substring(3) : "";
			StringBuilder text = new StringBuilder();
			List<Action> actions = new ArrayList<>();
			for (; i < lines.size() && !lines.get(i).startsWith("## "); i++) {
				Matcher link = LINK.matcher(lines.get(i));
				if (link.matches()) {
					actions.add(new Action(link.group(1), link.group(2)));
				} else {
					text.append(text.isEmpty() ? "" : " ").append(lines.get(i));
				}
			}
			if (step) {
				steps.add(new Step(title, text.toString(), actions));
			} else {
				intro = text.toString();
			}
		}
		return new Guide(id, lines.get(0).substring(2), intro, steps);
	}

	private static String source(String id) {
		try (InputStream in = Guide.class.getResourceAsStream("guides/" + id + ".md")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
