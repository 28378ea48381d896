package org.clusterwright.dsl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** Names: what they may hold, and that one name means one thing of a kind. */
public class NameChecks extends DslChecks {
	/** What every native format, path and shell script can carry unquoted. */
	private static final java.util.regex.Pattern SAFE = java.util.regex.Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+:@-]{0,63}");

	@Check
	public void nameIsSafe(Named element) {
		String name = element.getName();
		if (name != null && name.isBlank()) {
			report(Code.EMPTY_NAME, element, DesignPackage.Literals.NAMED__NAME, Words.kind(element.eClass()));
		} else if (name != null && !SAFE.matcher(name).matches()) {
			report(Code.UNSAFE_NAME, element, DesignPackage.Literals.NAMED__NAME, name.replaceAll("[\\x00-\\x1f\\x7f]", "?"));
		}
	}

	/** Sections too: a second {@code totem} block would be two answers to one question. */
	@Check
	public void namesAreUniqueInTheirBlock(Block block) {
		Map<String, List<Named>> seen = new HashMap<>();
		for (Statement statement : block.getStatements()) {
			if (statement instanceof Named named && !(statement instanceof ServiceResource)) {
				add(seen, named);
			}
			if (statement instanceof Network network && network.getBridge() != null) {
				add(seen, network.getBridge());
			}
			if (statement instanceof Bonds bonds) {
				for (Bond bond : bonds.getBonds()) {
					add(seen, bond);
				}
			}
		}
		seen.values().stream().filter(same -> same.size() > 1)
				.forEach(same -> same.forEach(n -> report(Code.DUPLICATE_NAME, n, DesignPackage.Literals.NAMED__NAME, kind(n), n.getName())));
	}

	@Check
	public void parametersAreWrittenOnce(Block block) {
		Map<String, List<Setting>> seen = new HashMap<>();
		for (Statement statement : block.getStatements()) {
			if (statement instanceof Setting setting && setting.getKey() != null) {
				seen.computeIfAbsent(setting.getKey(), k -> new ArrayList<>()).add(setting);
			}
		}
		seen.values().stream().filter(same -> same.size() > 1)
				.forEach(same -> same.forEach(s -> report(Code.DUPLICATE_PARAMETER, s, DesignPackage.Literals.SETTING__KEY, s.getKey())));
	}

	private static void add(Map<String, List<Named>> seen, Named element) {
		if (element.getName() != null) {
			seen.computeIfAbsent(kind(element) + " " + element.getName(), k -> new ArrayList<>()).add(element);
		}
	}

	private static String kind(EObject element) {
		return element instanceof Section ? "section" : Words.kind(element.eClass());
	}
}
