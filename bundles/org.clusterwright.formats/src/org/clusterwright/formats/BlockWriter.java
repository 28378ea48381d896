package org.clusterwright.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.design.Value;
import org.clusterwright.model.effective.Secrets;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Writes parameters and raw texts into the blocks of a model. A new statement stands behind those of its kind. */
public final class BlockWriter {
	private BlockWriter() {
	}

	/** Gives a parameter one value; it is made where the block has none of the key. */
	public static void set(Block block, String key, String value) {
		Setting setting = Settings.find(block, key).orElseGet(() -> {
			Setting made = DesignFactory.eINSTANCE.createSetting();
			made.setKey(key);
			add(block, made, s -> s instanceof Setting);
			return made;
		});
		set(setting.getValues(), List.of(value));
	}

	/** Gives a native parameter its values; none make it a flag. */
	public static void option(Block block, String key, List<String> values) {
		Option option = Statements.all(block, Option.class).stream().filter(o -> key.equals(o.getKey())).findFirst().orElseGet(() -> {
			Option made = DesignFactory.eINSTANCE.createOption();
			made.setKey(key);
			add(block, made, s -> s instanceof Option || s instanceof Setting);
			return made;
		});
		set(option.getValues(), values);
	}

	/** Replaces values; those that stay the same keep their place in the text. */
	public static void set(EList<Value> values, List<String> texts) {
		while (values.size() > texts.size()) {
			values.remove(values.size() - 1);
		}
		for (int i = 0; i < texts.size(); i++) {
			if (i == values.size()) {
				values.add(value(texts.get(i)));
			} else if (!Settings.text(values.get(i)).equals(texts.get(i))) {
				values.set(i, value(texts.get(i)));
			}
		}
	}

	/** A text, or the secret that a placeholder stands for. */
	public static Value value(String text) {
		Matcher placeholder = Secrets.PLACEHOLDER.matcher(text);
		if (placeholder.matches()) {
			SecretValue secret = DesignFactory.eINSTANCE.createSecretValue();
			secret.setSecret(placeholder.group(1));
			return secret;
		}
		TextValue value = DesignFactory.eINSTANCE.createTextValue();
		value.setText(text);
		return value;
	}

	/** The section of a name, made behind the block's parameters where there is none. */
	public static Section section(Block block, String name) {
		return Statements.section(block, name).orElseGet(() -> {
			Section made = DesignFactory.eINSTANCE.createSection();
			made.setName(name);
			add(block, made, s -> s instanceof Section || s instanceof Setting);
			return made;
		});
	}

	/** Adds lines to the last raw text of a block for a file, or makes one at the block's end. */
	public static void append(Block block, NativePath path, String lines) {
		List<Raw> all = Statements.all(block, Raw.class).stream().filter(r -> path.text().equals(r.getPath()) && r.getAnchor() == null && r.getText() != null).toList();
		if (all.isEmpty()) {
			Raw raw = DesignFactory.eINSTANCE.createRaw();
			raw.setPath(path.text());
			raw.setText(lines);
			block.getStatements().add(raw);
			return;
		}
		Raw raw = all.get(all.size() - 1);
		raw.setText(raw.getText().endsWith("\n") ? raw.getText() + lines : raw.getText() + "\n" + lines);
	}

	/** Adds a statement behind the last of its kind, or before all others. */
	public static void add(Block block, Statement statement, Predicate<Statement> kind) {
		int at = 0;
		for (int i = 0; i < block.getStatements().size(); i++) {
			at = kind.test(block.getStatements().get(i)) ? i + 1 : at;
		}
		block.getStatements().add(at, statement);
	}

	/** Takes statements out, and a section that is left with nothing. */
	public static void remove(Statement statement) {
		Block owner = statement.eContainer() instanceof Block block ? block : null;
		EcoreUtil.remove(statement);
		if (owner instanceof Section && owner.getStatements().isEmpty()) {
			EcoreUtil.remove(owner);
		}
	}

	/** The texts of values, one by one. */
	public static List<String> texts(List<Value> values) {
		return new ArrayList<>(values.stream().map(Settings::text).toList());
	}
}
