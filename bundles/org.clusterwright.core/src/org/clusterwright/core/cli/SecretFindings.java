package org.clusterwright.core.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.clusterwright.core.plan.SecretInsertion;
import org.clusterwright.core.plan.SecretSource;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.model.design.SecretValue;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** What went wrong with secrets while files were written, at the place where the design first names the secret. */
final class SecretFindings {
	private SecretFindings() {
	}

	static List<Finding> of(ParsedDesign design, SecretInsertion filled) {
		if (filled.missing().isEmpty() && filled.unwritable().isEmpty()) {
			return List.of();
		}
		Map<String, Place> places = places(design);
		List<Finding> findings = new ArrayList<>();
		for (String name : filled.missing()) {
			findings.add(finding(Code.SECRET_MISSING, places, name, List.of(name, SecretSource.variable(name))));
		}
		for (SecretInsertion.Unwritable u : filled.unwritable()) {
			findings.add(finding(Code.SECRET_UNWRITABLE, places, u.secret(), List.of(u.secret(), u.path(), u.reason())));
		}
		return findings;
	}

	private static Finding finding(Code code, Map<String, Place> places, String name, List<String> args) {
		return new Finding(code, code.severity(), places.getOrDefault(name, Place.START), args);
	}

	private static Map<String, Place> places(ParsedDesign design) {
		Map<String, Place> places = new HashMap<>();
		if (design.root().isPresent()) {
			for (Iterator<EObject> all = design.root().get().eAllContents(); all.hasNext();) {
				if (all.next() instanceof SecretValue secret && secret.getSecret() != null && !places.containsKey(secret.getSecret())) {
					ICompositeNode node = NodeModelUtils.findActualNodeFor(secret);
					places.put(secret.getSecret(), node == null ? Place.START : Place.in(design.text(), node.getOffset(), node.getLength()));
				}
			}
		}
		return places;
	}
}
