package org.clusterwright.core.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clusterwright.core.document.Block.Check;
import org.clusterwright.core.document.Block.Checks;
import org.clusterwright.core.document.Block.Commands;
import org.clusterwright.core.document.Block.Expected;
import org.clusterwright.core.document.Block.Fields;
import org.clusterwright.core.document.Block.Figure;
import org.clusterwright.core.document.Block.Heading;
import org.clusterwright.core.document.Block.Items;
import org.clusterwright.core.document.Block.Listing;
import org.clusterwright.core.document.Block.Note;
import org.clusterwright.core.document.Block.Paragraph;
import org.clusterwright.core.document.Block.Table;
import org.clusterwright.core.document.Block.Weight;

/** Prints a document as one file of HTML. The style is in document.css. */
final class HtmlPage {
	/** Wider than this, a drawing gets a page in landscape: characters would be smaller than 6.5 points. */
	private static final int PORTRAIT_COLUMNS = 124;

	/** Longer code may be broken in a table. */
	private static final int LONG_CODE = 44;

	private final Document document;
	private final Contents contents;
	private final StringBuilder out = new StringBuilder();

	HtmlPage(Document document) {
		this.document = document;
		this.contents = new Contents(document);
	}

	String text() {
		String title = Escapes.html(Escapes.visible(document.title()));
		out.append("<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\"/>\n");
		out.append("<meta name=\"viewport\" content=\"width=device-width, "
				+ "initial-scale=1\"/>\n<title>").append(title).append("</title>\n<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
		out.append("<header>\n<h1>").append(title).append("</h1>\n<p>").append(Escapes.html(Escapes.visible(document.edition()))).append("</p>\n</header>\n");
		contents();
		out.append("<main>\n");
		document.blocks().forEach(this::block);
		out.append("</main>\n</body>\n</html>\n");
		return out.toString();
	}

	private String style() {
		try (InputStream css = HtmlPage.class.getResourceAsStream("document.css")) {
			return new String(css.readAllBytes(), StandardCharsets.UTF_8).replace("RUNNING", Escapes.css(document.title() + " \u2013 " + document.edition()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void contents() {
		out.append("<nav>\n<h2 id=\"contents\">Contents</h2>\n<ul>\n");
		for (Contents.Entry entry : contents.entries()) {
			out.append("<li class=\"level").append(entry.heading().level()).append("\">").append(link(entry)).append("</li>\n");
		}
		out.append("</ul>\n</nav>\n");
	}

	private void block(Block block) {
		switch (block) {
			case Heading h -> heading(h);
			case Paragraph p -> out.append("<p>").append(inline(p.words())).append("</p>\n");
			case Items i -> {
				out.append("<ul>\n");
				i.items().forEach(w -> out.append("<li>").append(inline(w)).append("</li>\n"));
				out.append("</ul>\n");
			}
			case Commands c -> verbatim("commands", c.where(), c.lines(), "");
			case Listing l -> verbatim("listing", l.caption(), l.text(), "");
			case Expected e -> verbatim("expected", e.caption(), e.text(), "");
			case Figure f -> figure(f);
			case Note n -> out.append("<div class=\"").append(n.weight() == Weight.WARNING ? "warning"
					: "note").append("\"><p><strong>").append(MarkdownPage.label(n)).append("</strong> ")
					.append(inline(n.words())).append("</p></div>\n");
			case Table t -> table(t);
			case Checks c -> {
				out.append("<ul class=\"checks\">\n");
				c.checks().forEach(this::check);
				out.append("</ul>\n");
			}
			case Fields f -> {
				out.append("<p class=\"fields\">");
				f.names().forEach(n -> out.append("<span>").append(inline(n)).append(": <i></i></span> "));
				out.append("</p>\n");
			}
		}
	}

	private void heading(Heading heading) {
		Contents.Entry entry = contents.of(heading);
		String tag = heading.level() == 1 ? "h2" : "h3";
		out.append('<').append(tag).append(" id=\"").append(Escapes.html(entry.anchor())).append("\">").append(Escapes.html(entry.title())).append("</").append(tag).append(">\n");
	}

	private void check(Check check) {
		out.append("<li>");
		check.boxes().forEach(b -> out.append("<span class=\"tick\"><b>").append(Document.BOX).append("</b> ").append(inline(b)).append("</span> "));
		out.append(check.boxes().isEmpty() ? "<b>" + Document.BOX + "</b> "
				: "<span class=\"dash\">\u2014</span> ").append("<span>").append(inline(check.what())).append("</span></li>\n");
	}

	private void figure(Figure figure) {
		int columns = figure.text().lines().mapToInt(String::length).max().orElse(1);
		verbatim(columns > PORTRAIT_COLUMNS ? "figure wide" : "figure", figure.caption(), figure.text(), " style=\"--columns:" + Math.max(40, columns) + "\"");
	}

	private void verbatim(String kind, Words caption, String text, String more) {
		String clean = Escapes.visible(text);
		boolean brief = clean.lines().count() <= 24;
		out.append("<div class=\"").append(kind).append(brief ? " brief" : "").append('"').append(more).append('>');
		if (!caption.runs().isEmpty()) {
			out.append("<p>").append(inline(caption)).append("</p>");
		}
		// The first line break in pre is not shown.
		out.append("<pre>\n").append(Escapes.html(clean.endsWith("\n") ? clean.substring(0, clean.length() - 1) : clean)).append("</pre></div>\n");
	}

	private void table(Table table) {
		out.append("<table>\n<thead>");
		row("th", table.head());
		out.append("</thead>\n<tbody>\n");
		table.rows().forEach(r -> row("td", r));
		out.append("</tbody>\n</table>\n");
	}

	private void row(String tag, List<Words> cells) {
		out.append("<tr>");
		cells.forEach(c -> out.append('<').append(tag).append('>').append(inline(c)).append("</").append(tag).append("> "));
		out.append("</tr>\n");
	}

	private String link(Contents.Entry entry) {
		return "<a href=\"#" + Escapes.html(entry.anchor()) + "\">" + Escapes.html(entry.title()) + "</a>";
	}

	private String inline(Words words) {
		StringBuilder text = new StringBuilder();
		for (Words.Run run : words.runs()) {
			String shown = Escapes.html(run.text());
			text.append(switch (run.style()) {
				case PLAIN -> shown;
				case CODE -> (run.text().length() > LONG_CODE ? "<code class=\"long\">" : "<code>") + shown + "</code>";
				case STRONG -> "<strong>" + shown + "</strong>";
				case REFERENCE -> link(contents.named(run.text()));
			});
		}
		return text.toString();
	}
}
