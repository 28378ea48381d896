package org.clusterwright.dsl.ide;

import com.google.inject.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.clusterwright.model.design.Cluster;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.formatting2.FormatterPreferences;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.TextRegionAccessBuilder;
import org.eclipse.xtext.ide.serializer.IChangeSerializer;
import org.eclipse.xtext.ide.serializer.ITextDocumentChange;
import org.eclipse.xtext.preferences.IPreferenceValuesProvider;
import org.eclipse.xtext.preferences.TypedPreferenceValues;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Model changes as the smallest text changes: the one class that knows Xtext's change serializer. Each edit works on a parse of its own, since
 * the serializer changes the model it is given and cannot be used twice.
 */
public final class ClusterEditor {
	private final ClusterLanguage language;

	public ClusterEditor(ClusterLanguage language) {
		this.language = Objects.requireNonNull(language);
	}

	/** Runs {@code change} on a parse of {@code text} and says what to replace in it. */
	public EditResult edit(String text, Consumer<Cluster> change) {
		ParsedDesign parsed = language.parse(text);
		if (parsed.resource().isEmpty() || parsed.root().isEmpty() || parsed.resource().get().getParseResult().hasSyntaxErrors()) {
			return new EditResult.Rejected(language.validate(text).findings(), "The text has syntax errors; mend them first.");
		}
		XtextResource resource = parsed.resource().get();
		IChangeSerializer serializer = language.injector().getInstance(IChangeSerializer.class);
		serializer.setUpdateRelatedFiles(false);
		serializer.addModification((Resource) resource, r -> change.accept((Cluster) r.getContents().get(0)));
		List<Replacement> replacements = new ArrayList<>();
		serializer.applyModifications(c -> {
			if (c instanceof ITextDocumentChange document) {
				replacements.addAll(replacements(document.getReplacements()));
			}
		});
		return new EditResult.Edited(replacements);
	}

	/** The edits that format the text whole; none where it has syntax errors, since formatting guesses then. */
	public List<Replacement> format(String text) {
		ParsedDesign parsed = language.parse(text);
		if (parsed.resource().isEmpty() || parsed.resource().get().getParseResult().hasSyntaxErrors()) {
			return List.of();
		}
		FormatterRequest request = language.injector().getInstance(FormatterRequest.class);
		request.setAllowIdentityEdits(false);
		request.setFormatUndefinedHiddenRegionsOnly(false);
		request.setPreferences(TypedPreferenceValues.castOrWrap(language.injector().getInstance(Key.get(IPreferenceValuesProvider.class, FormatterPreferences.class)).getPreferenceValues(parsed.resource().get())));
		request.setTextRegionAccess(language.injector().getInstance(TextRegionAccessBuilder.class).forNodeModel(parsed.resource().get()).create());
		return replacements(language.injector().getInstance(IFormatter2.class).format(request));
	}

	private static List<Replacement> replacements(List<ITextReplacement> edits) {
		return edits.stream().map(e -> new Replacement(e.getOffset(), e.getLength(), e.getReplacementText())).toList();
	}
}
