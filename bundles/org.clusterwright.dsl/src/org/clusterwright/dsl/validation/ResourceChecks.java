package org.clusterwright.dsl.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.model.catalog.ResourceAgents;
import org.clusterwright.model.catalog.ResourceAgents.ResourceAgent;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.EffectiveResource;
import org.clusterwright.model.effective.EffectiveService;
import org.clusterwright.model.effective.Parameter;
import org.clusterwright.model.effective.Services;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.eclipse.xtext.validation.Check;

/** Resources of rgmanager, defined and started, against the list of its agents. */
public class ResourceChecks extends DslChecks {

	@Check
	public void typeIsKnown(ResourceDefinition definition) {
		if (definition.getType() != null && ResourceAgents.of(definition.getType()).isEmpty()) {
			report(Code.UNKNOWN_RESOURCE_TYPE, definition, DesignPackage.Literals.RESOURCE_DEFINITION__TYPE, definition.getType(), String.join(", ", ResourceAgents.types()));
		}
	}

	@Check
	public void typeIsKnown(ServiceResource resource) {
		if (resource.getType() != null && ResourceAgents.of(resource.getType()).isEmpty()) {
			report(Code.UNKNOWN_RESOURCE_TYPE, resource, DesignPackage.Literals.SERVICE_RESOURCE__TYPE, resource.getType(), String.join(", ", ResourceAgents.types()));
		}
	}

	@Check
	public void resourcesAreComplete(Cluster cluster) {
		Services services = effective(cluster).services();
		services.shared().forEach(r -> complete(services, r));
		Set<String> defined = Statements.all(cluster, ResourceDefinition.class).stream().map(d -> d.getType() + " " + d.getName()).collect(Collectors.toSet());
		for (EffectiveService service : services.all()) {
			Set<String> started = new HashSet<>();
			service.resources().forEach(r -> tree(services, r, defined, started));
		}
	}

	private void tree(Services services, EffectiveResource resource, Set<String> defined, Set<String> started) {
		String called = resource.type() + " " + resource.name().value();
		if (!started.add(called)) {
			report(Code.RESOURCE_TWICE, resource.design(), DesignPackage.Literals.NAMED__NAME, resource.type(), resource.name().value());
		}
		if (!resource.isReference()) {
			complete(services, resource);
		} else if (defined.contains(called) && resource.design() instanceof ServiceResource r) {
			for (Setting setting : Statements.all(r, Setting.class)) {
				if (setting.getKey() != null && !ResourceAgents.isEverywhere(setting.getKey())) {
					report(Code.RESOURCE_PARAMETER, setting, DesignPackage.Literals.SETTING__KEY, resource.type(), resource.name().value(), setting.getKey());
				}
			}
		}
		resource.children().forEach(c -> tree(services, c, defined, started));
	}

	private void complete(Services services, EffectiveResource resource) {
		Optional<ResourceAgent> agent = ResourceAgents.of(resource.type());
		if (agent.isEmpty()) {
			return;
		}
		Set<String> there = resource.parameters().stream().map(Parameter::key).map(k -> k.replace('_', '-')).collect(Collectors.toSet());
		List<String> missing = agent.get().required().stream().filter(r -> !there.contains(r)).toList();
		if (missing.isEmpty()) {
			return;
		}
		if (resource.type().equals("clusterfs") && effective(resource.design()).volumes().gfs2(resource.name().value()).isEmpty() && missing.contains("device")) {
			report(Code.UNKNOWN_FILE_SYSTEM, resource.design(), DesignPackage.Literals.NAMED__NAME, resource.name().value());
		} else {
			report(Code.RESOURCE_INCOMPLETE, resource.design(), DesignPackage.Literals.NAMED__NAME, resource.type(), resource.name().value(), String.join(", ", missing));
		}
	}
}
