package org.clusterwright.dsl.ide.fixes;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.DualPrimary;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.design.Value;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Small changes of a model that fixes are made of. New statements go where an author would look for them. */
final class ModelChanges {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;

	private ModelChanges() {
	}

	static void remove(EObject element) {
		EcoreUtil.remove(element);
	}

	static Value text(String text) {
		TextValue value = MAKE.createTextValue();
		value.setText(text);
		return value;
	}

	static Value secret(String name) {
		SecretValue value = MAKE.createSecretValue();
		value.setSecret(name);
		return value;
	}

	static Setting setting(String key, Value value) {
		Setting setting = MAKE.createSetting();
		setting.setKey(key);
		setting.getValues().add(value);
		return setting;
	}

	static void setValue(Setting setting, String value) {
		set(setting, text(value));
	}

	static void set(Setting setting, Value value) {
		if (setting.getValues().size() == 1 && setting.getValues().get(0) instanceof TextValue old && value instanceof TextValue text) {
			old.setText(text.getText());
		} else {
			setting.getValues().clear();
			setting.getValues().add(value);
		}
	}

	/** Writes a parameter: over the one that is there, else behind the block's other parameters. */
	static void set(Block block, String key, String value) {
		set(block, key, text(value));
	}

	static void set(Block block, String key, Value value) {
		Optional<Setting> there = Settings.find(block, key);
		if (there.isPresent()) {
			set(there.get(), value);
		} else {
			addParameter(block, setting(key, value));
		}
	}

	/** The parameter of a call. */
	static void set(FenceCall call, String key, String value) {
		call.getParameters().stream().filter(s -> key.equals(s.getKey())).findFirst().ifPresentOrElse(s -> setValue(s, value),
				() -> call.getParameters().add(setting(key, text(value))));
	}

	static void unset(Block block, String key) {
		Settings.find(block, key).ifPresent(ModelChanges::remove);
	}

	/** The section of a block, made if it is not there. */
	static Section section(Block owner, String name) {
		return Statements.section(owner, name).orElseGet(() -> {
			Section section = MAKE.createSection();
			section.setName(name);
			addParameter(owner, section);
			return section;
		});
	}

	private static void addParameter(Block block, Statement statement) {
		List<Statement> all = block.getStatements();
		int at = -1;
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i) instanceof Setting || all.get(i) instanceof Section || all.get(i) instanceof DualPrimary) {
				at = i;
			}
		}
		boolean first = block instanceof Cluster || block instanceof Drbd || block instanceof DrbdResource;
		all.add(at >= 0 ? at + 1 : first ? 0 : all.size(), statement);
	}

	/** Behind the last of its kind, else behind the statement given, else at the end. */
	static void add(Cluster cluster, Statement statement, Class<? extends Statement> before) {
		List<Statement> all = cluster.getStatements();
		int at = -1;
		int other = all.size();
		for (int i = all.size() - 1; i >= 0; i--) {
			if (at < 0 && all.get(i).eClass() == statement.eClass()) {
				at = i + 1;
			}
			if (before.isInstance(all.get(i))) {
				other = i;
			}
		}
		all.add(at < 0 ? other : at, statement);
	}
}
