package org.clusterwright.dsl.validation;

import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.effective.Secrets;
import org.clusterwright.model.findings.Code;
import org.eclipse.xtext.validation.Check;

/** Parameters against the catalogue of their block: known words, values of the right type. */
public class ParameterChecks extends DslChecks {

	@Check
	public void sectionIsKnown(Section section) {
		if (section.getName() != null && !Catalog.knows(section)) {
			report(Code.UNKNOWN_SECTION, section, DesignPackage.Literals.NAMED__NAME, section.getName());
		}
	}

	@Check
	public void parameterIsKnown(Setting setting) {
		if (!(setting.eContainer() instanceof Block block) || !Catalog.knows(block) || setting.getKey() == null) {
			return;
		}
		SettingSpec spec = Catalog.spec(block, setting.getKey()).orElse(null);
		if (spec == null) {
			report(Code.UNKNOWN_PARAMETER, setting, DesignPackage.Literals.SETTING__KEY, setting.getKey(), Catalog.blockName(block));
			return;
		}
		if (!spec.list() && setting.getValues().size() > 1) {
			report(Code.ONE_VALUE_ONLY, setting, DesignPackage.Literals.SETTING__VALUES, setting.getKey());
		}
		for (int i = 0; i < setting.getValues().size(); i++) {
			if (setting.getValues().get(i) instanceof TextValue value && value.getText() != null) {
				try {
					spec.type().check(value.getText());
				} catch (IllegalArgumentException e) {
					reportAt(Code.BAD_VALUE, setting, DesignPackage.Literals.SETTING__VALUES, i, setting.getKey(), e.getMessage());
				}
			}
		}
	}

	@Check
	public void secretHasASafeName(SecretValue value) {
		if (value.getSecret() != null && !Secrets.NAME.matcher(value.getSecret()).matches()) {
			report(Code.SECRET_NAME, value, DesignPackage.Literals.SECRET_VALUE__SECRET, value.getSecret());
		}
	}
}
