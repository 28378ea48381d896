package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.design.Value;

/** Reads the parameters of a block. What the catalogue says of a parameter's type is checked by the rules, so reading skips what does not parse. */
public final class Settings {
	private Settings() {
	}

	public static Optional<Setting> find(Block block, String key) {
		return block.getStatements().stream().filter(s -> s instanceof Setting setting && key.equals(setting.getKey())).map(Setting.class::cast).findFirst();
	}

	/** The first value as text; a secret reads as its placeholder. */
	public static Optional<Effective<String>> text(Block block, String key) {
		return find(block, key).flatMap(s -> s.getValues().stream().findFirst().map(v -> of(text(v), s)));
	}

	/** All values of a list parameter. */
	public static List<Effective<String>> list(Block block, String key) {
		return find(block, key).map(s -> s.getValues().stream().map(v -> of(text(v), s)).toList()).orElse(List.of());
	}

	/** The first value, parsed; absent where it is not written or not of the type. */
	public static <T> Optional<Effective<T>> parsed(Block block, String key, Function<String, T> parse) {
		return text(block, key).flatMap(t -> {
			try {
				return Optional.of(t.map(parse));
			} catch (IllegalArgumentException e) {
				return Optional.empty();
			}
		});
	}

	public static Optional<Effective<Boolean>> flag(Block block, String key) {
		return parsed(block, key, Settings::yesOrNo);
	}

	/** @throws IllegalArgumentException with a message for the user */
	public static Boolean yesOrNo(String text) {
		return switch (text) {
			case "yes", "on", "true", "1" -> Boolean.TRUE;
			case "no", "off", "false", "0" -> Boolean.FALSE;
			default -> throw new IllegalArgumentException("'" + text + "' is neither yes nor no; write one of these");
		};
	}

	/** The native text of a value. A secret is never read here: its placeholder stands for it until a file is written. */
	public static String text(Value value) {
		return switch (value) {
			case TextValue t -> t.getText() == null ? "" : t.getText();
			case SecretValue s -> Secrets.placeholder(s.getSecret());
			default -> throw new IllegalStateException("unknown kind of value " + value.eClass().getName());
		};
	}

	private static <T> Effective<T> of(T value, Setting setting) {
		return Effective.set(value, setting, DesignPackage.Literals.SETTING__VALUES);
	}
}
