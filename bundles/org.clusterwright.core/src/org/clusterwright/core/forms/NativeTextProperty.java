package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EObject;

/**
 * What an option or a raw text says. An option's values stand one a line, and without one it is a flag. The line breaks that a raw text begins and
 * ends with, around its lines, are not shown and stay.
 */
public record NativeTextProperty() implements Property {
	private static final String QUOTES = "'''";

	@Override
	public Optional<String> written(EObject owner) {
		return switch (owner) {
			case Option option when option.getValues().isEmpty() -> Optional.empty();
			case Option option -> Optional.of(option.getValues().stream().map(SettingEdits::text).collect(Collectors.joining("\n")));
			case Raw raw -> Optional.ofNullable(raw.getText()).map(t -> t.substring(t.startsWith("\n") ? 1 : 0).replaceFirst("\n$", ""));
			default -> Optional.empty();
		};
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return written(owner).map(t -> Effective.set(t, owner, owner instanceof Raw ? DesignPackage.Literals.RAW__TEXT : DesignPackage.Literals.OPTION__VALUES));
	}

	@Override
	public void write(EObject owner, String text) {
		complaint(owner, text).ifPresent(c -> {
			throw new RefusedEdit(c);
		});
		String lines = text.replace("\r\n", "\n");
		if (owner instanceof Raw raw) {
			String before = String.valueOf(raw.getText());
			boolean isNew = before.isEmpty();
			raw.setText((isNew || before.startsWith("\n") ? "\n" : "") + lines + (isNew || before.endsWith("\n") ? "\n" : ""));
		} else if (owner instanceof Option option) {
			EList<org.clusterwright.model.design.Value> values = option.getValues();
			List<String> parts = lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
			for (int i = 0; i < parts.size(); i++) {
				if (i >= values.size()) {
					values.add(SettingEdits.value(parts.get(i)));
				} else if (!SettingEdits.text(values.get(i)).equals(parts.get(i))) {
					values.set(i, SettingEdits.value(parts.get(i)));
				}
			}
			while (values.size() > parts.size()) {
				values.remove(values.size() - 1);
			}
		}
	}

	@Override
	public void erase(EObject owner) {
		if (!(owner instanceof Option option)) {
			throw new RefusedEdit("A raw text cannot be empty; remove it instead.");
		}
		option.getValues().clear();
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		if (text.isBlank()) {
			return owner instanceof Raw ? Optional.of("A raw text cannot be empty; remove it instead.") : Optional.empty();
		}
		return owner instanceof Raw && text.contains(QUOTES) ? Optional.of("Three quotes in a row would end the text.") : Optional.empty();
	}

	@Override
	public List<Region> regions(EObject owner) {
		return Regions.of(owner, owner instanceof Raw ? DesignPackage.Literals.RAW__TEXT : DesignPackage.Literals.OPTION__VALUES);
	}

	@Override
	public String help(EObject owner) {
		return FeatureHelp.of(owner, owner instanceof Raw ? DesignPackage.Literals.RAW__TEXT : DesignPackage.Literals.OPTION__VALUES);
	}
}
