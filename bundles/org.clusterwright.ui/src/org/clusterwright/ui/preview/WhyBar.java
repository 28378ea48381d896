package org.clusterwright.ui.preview;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clusterwright.core.trace.Reason;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

/** The line under a native file that says why the line at the caret is there, with links to where that is written. */
final class WhyBar {
	private static final int NARROW = 100;

	private final Link text;
	private List<Place> places = List.of();

	WhyBar(Composite parent, Consumer<Place> go) {
		Composite bar = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		GridLayoutFactory.fillDefaults().margins(6, 3).applyTo(bar);
		text = new Link(bar, SWT.WRAP);
		text.setData("org.clusterwright.id", "generated.why");
		GridDataFactory.fillDefaults().grab(true, false).hint(NARROW, SWT.DEFAULT).applyTo(text);
		text.addListener(SWT.Selection, e -> {
			int index = e.text == null || !e.text.matches("\\d+") ? 0 : Integer.parseInt(e.text);
			if (index < places.size()) {
				go.accept(places.get(index));
			}
		});
	}

	void show(Optional<Reason> reason) {
		places = reason.stream().flatMap(r -> Stream.concat(Stream.of(r.element()), r.inputs().stream())).flatMap(l -> l.place().stream()).distinct().toList();
		String next = reason.map(this::sentence).orElse(Messages.generated_whyNothing);
		if (!next.equals(text.getText())) {
			text.setText(next);
			text.requestLayout();
		}
	}

	private String sentence(Reason reason) {
		String element = link(reason.element());
		return switch (reason.kind()) {
			case WRITTEN -> NLS.bind(Messages.generated_whyWritten, element);
			case DERIVED -> {
				List<String> inputs = reason.inputs().stream().filter(i -> !i.text().equals(reason.element().text())).map(this::link).toList();
				String sentence = NLS.bind(Messages.generated_whyDerived, escaped(reason.what()), element);
				yield inputs.isEmpty() ? sentence : sentence + NLS.bind(Messages.generated_whyInputs, String.join(", ", inputs));
			}
			case DEFAULT -> NLS.bind(Messages.generated_whyDefault, escaped(reason.what()), element);
		};
	}

	private String link(Reason.Link link) {
		String words = escaped(link.text());
		return link.place().map(p -> "<a href=\"" + places.indexOf(p) + "\">" + words + "</a>").orElse(words);
	}

	private static String escaped(String words) {
		return words.replace("&", "&&").replace("<", "‹").replace(">", "›");
	}
}
