package org.clusterwright.core.forms;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.design.Value;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Writes and removes parameters of a block in a model that is being edited. */
public final class SettingEdits {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;
	private static final String SECRET = "secret ";

	private SettingEdits() {
	}

	/** A value as a field shows it: {@code secret ipmi} for a secret. */
	static String text(Value value) {
		return value instanceof SecretValue secret ? SECRET + secret.getSecret() : Settings.text(value);
	}

	static boolean isSecret(String text) {
		return text.startsWith(SECRET) && !text.substring(SECRET.length()).isBlank();
	}

	/** The values that a typed text means. */
	static List<String> parts(String text, boolean list) {
		return list ? Stream.of(text.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList() : List.of(text.strip());
	}

	/** Sets a parameter; a new one comes behind the block's other parameters. */
	public static void set(Block block, String key, String text, boolean list) {
		List<String> parts = parts(text, list);
		if (parts.isEmpty()) {
			throw new RefusedEdit("Type a value, or reset it to the default.");
		}
		Setting setting = Settings.find(block, key).orElse(null);
		if (setting == null) {
			setting = MAKE.createSetting();
			setting.setKey(key);
			parts.stream().map(SettingEdits::value).forEach(setting.getValues()::add);
			block.getStatements().add(placeFor(block, Setting.class::isInstance), setting);
			return;
		}
		assign(setting, parts);
	}

	/** Gives a parameter other values; those that stay keep their spelling. */
	static void assign(Setting setting, List<String> parts) {
		for (int i = 0; i < parts.size(); i++) {
			Value before = i < setting.getValues().size() ? setting.getValues().get(i) : null;
			if (before instanceof TextValue value && !isSecret(parts.get(i))) {
				value.setText(parts.get(i));
			} else if (before == null) {
				setting.getValues().add(value(parts.get(i)));
			} else {
				setting.getValues().set(i, value(parts.get(i)));
			}
		}
		while (setting.getValues().size() > parts.size()) {
			setting.getValues().remove(setting.getValues().size() - 1);
		}
	}

	public static void unset(Block block, String key) {
		Settings.find(block, key).ifPresent(block.getStatements()::remove);
	}

	/** The section of a block; a new one comes behind the block's other sections and parameters. */
	public static Section sectionOf(Block block, String name) {
		return Statements.section(block, name).orElseGet(() -> {
			Section section = MAKE.createSection();
			section.setName(name);
			block.getStatements().add(placeFor(block, s -> s instanceof Section || s instanceof Setting), section);
			return section;
		});
	}

	/** Removes a section in which nothing is left, not even a comment. */
	static void removeIfEmpty(Section section) {
		if (section.getStatements().isEmpty() && !Regions.hasComment(section)) {
			EcoreUtil.remove(section);
		}
	}

	/** Behind the last statement of a kind; at the top where there is none. */
	private static int placeFor(Block block, Predicate<Statement> kind) {
		List<Statement> all = block.getStatements();
		int place = 0;
		for (int i = 0; i < all.size(); i++) {
			if (kind.test(all.get(i))) {
				place = i + 1;
			}
		}
		return place;
	}

	/** A value of a parameter: {@code secret ipmi} is a secret, anything else a text. */
	public static Value value(String text) {
		if (isSecret(text)) {
			SecretValue secret = MAKE.createSecretValue();
			secret.setSecret(text.substring(SECRET.length()).strip());
			return secret;
		}
		TextValue value = MAKE.createTextValue();
		value.setText(text);
		return value;
	}

	/** A new parameter that stands nowhere yet. */
	public static Setting setting(String key, String... texts) {
		Setting setting = MAKE.createSetting();
		setting.setKey(key);
		Stream.of(texts).map(SettingEdits::value).forEach(setting.getValues()::add);
		return setting;
	}
}
