package org.clusterwright.dsl.ide;

import com.google.inject.Key;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.clusterwright.model.design.Cluster;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.formatting2.FormatterPreferences;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.preferences.IPreferenceValuesProvider;
import org.eclipse.xtext.preferences.TypedPreferenceValues;

/**
 * Model changes as the smallest text changes. Each edit works on a parse of its own. Xtext's IChangeSerializer is not used: on this grammar it
 * left keywords behind when a value was unset, failed on unset references and lists of enums, and printed whole blocks anew (ARCHITECTURE.md).
 */
public final class ClusterEditor {
	private final ClusterLanguage language;

	public ClusterEditor(ClusterLanguage language) {
		this.language = Objects.requireNonNull(language);
	}

	/** Runs {@code change} on a parse of {@code text} and says what to replace in it; a {@link RefusedEdit} it throws is the reason of a rejection. */
	public EditResult edit(String text, Consumer<Cluster> change) {
		ParsedDesign parsed = language.parse(text);
		Optional<UnreadableValues> unreadable = parsed.resource().flatMap(UnreadableValues::of);
		if (parsed.root().isEmpty() || unreadable.isEmpty()) {
			return broken(text);
		}
		Cluster root = parsed.root().get();
		DesignDiff diff = new DesignDiff(text, root, unreadable.get(), grammar(), converters());
		try {
			change.accept(root);
			return new EditResult.Edited(diff.edits());
		} catch (DesignDiff.Unsayable | RefusedEdit e) {
			return new EditResult.Rejected(List.of(), e.getMessage());
		}
	}

	/** No edit is sound where the model is not all that is written. */
	private EditResult broken(String text) {
		ParsedDesign checked = language.validate(text);
		return new EditResult.Rejected(checked.findings(), checked.syntaxError().map(f -> "Mend line " + f.place().line() + " first: " + f.message() + ".").orElse("The text cannot be read."));
	}

	/** As {@link #edit(String, Consumer)} for one element; rejected where the path leads to none, or to one of several of a name. */
	public <T extends EObject> EditResult edit(String text, ElementPath path, Class<T> type, Consumer<T> change) {
		Optional<EObject> found = language.parse(text).root().flatMap(path::find);
		if (found.isEmpty() || !type.isInstance(found.get())) {
			return new EditResult.Rejected(List.of(), "The element is not there any more, or its name is used twice.");
		}
		return edit(text, cluster -> change.accept(type.cast(path.find(cluster).orElseThrow())));
	}

	/** A whole design as formatted text, for new files. */
	public String print(Cluster cluster) {
		String text = DesignDiff.print(cluster, grammar(), converters());
		return Replacement.apply(text, format(text));
	}

	private Grammar grammar() {
		return language.injector().getInstance(IGrammarAccess.class).getGrammar();
	}

	private IValueConverterService converters() {
		return language.injector().getInstance(IValueConverterService.class);
	}

	/** The edits that format the text whole; none where it has syntax errors, since formatting guesses then. */
	public List<Replacement> format(String text) {
		ParsedDesign parsed = language.parse(text);
		if (parsed.resource().flatMap(UnreadableValues::of).isEmpty()) {
			return List.of();
		}
		FormatterRequest request = language.injector().getInstance(FormatterRequest.class);
		request.setAllowIdentityEdits(false);
		request.setFormatUndefinedHiddenRegionsOnly(false);
		request.setPreferences(TypedPreferenceValues.castOrWrap(language.injector().getInstance(Key.get(IPreferenceValuesProvider.class, FormatterPreferences.class)).getPreferenceValues(parsed.resource().get())));
		request.setTextRegionAccess(language.injector().getInstance(TextRegionAccessBuilder.class).forNodeModel(parsed.resource().get()).create());
		return replacements(text, language.injector().getInstance(IFormatter2.class).format(request));
	}

	/** As {@link #format(String)} for the lines that a region touches. What stands between two lines belongs to the second. */
	public List<Replacement> format(String text, int offset, int length) {
		int start = text.lastIndexOf('\n', offset - 1) + 1;
		// A selection of whole lines ends at the start of the next one, which is not meant.
		int last = length > 0 && text.charAt(offset + length - 1) == '\n' ? offset + length - 1 : offset + length;
		int next = text.indexOf('\n', last);
		int end = next < 0 ? text.length() : next;
		return format(text).stream().filter(r -> r.offset() + r.length() >= start && r.offset() + r.length() <= end).toList();
	}

	/** As {@link #format(String)} or {@link #format(String, int, int)}, with the reason where it cannot be done; formats all where {@code length} is 0. */
	public EditResult formatted(String text, int offset, int length) {
		ParsedDesign parsed = language.parse(text);
		if (parsed.resource().flatMap(UnreadableValues::of).isEmpty()) {
			return broken(text);
		}
		return new EditResult.Edited(length == 0 ? format(text) : format(text, offset, length));
	}

	/** The formatter knows one kind of line end; what differs in that alone is no change. */
	private static List<Replacement> replacements(String text, List<ITextReplacement> edits) {
		return new StatementLayout(text).inItsLineEnds(edits.stream().map(e -> new Replacement(e.getOffset(), e.getLength(), e.getReplacementText())).toList()).stream()
				.filter(r -> r.length() != r.text().length() || !text.startsWith(r.text(), r.offset())).toList();
	}
}
