package org.clusterwright.ui.editor.forms;

import static org.clusterwright.model.design.DesignPackage.Literals.RESOURCE_DEFINITION__TYPE;
import static org.clusterwright.model.design.DesignPackage.Literals.SERVICE_RESOURCE__TYPE;
import static org.clusterwright.model.design.DesignPackage.Literals.SERVICE__DOMAIN;
import static org.clusterwright.model.design.DesignPackage.Literals.VM_SERVICE__DOMAIN;
import static org.clusterwright.model.design.DesignPackage.Literals.VM_SERVICE__GUEST;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.Property;
import org.clusterwright.core.forms.ReferenceProperty;
import org.clusterwright.core.forms.ServiceEdits;
import org.clusterwright.core.forms.SettingProperty;
import org.clusterwright.core.forms.WordProperty;
import org.clusterwright.dsl.ide.ElementPath;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.catalog.ResourceAgents;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.widgets.Composite;

/** Services as trees of what starts after what, guests under rgmanager, and resources that several services share. */
final class ServiceSections {
	private final DesignFormPage page;
	private final ElementTree tree;
	private final FormSection service;
	private final FormSection vm;
	private final FormSection resource;
	private final FormSection parameters;

	ServiceSections(DesignFormPage page, Composite column) {
		this.page = page;
		FormSection all = page.section(column, FormMessages.services_services);
		tree = ElementTree.tree(all, "services", 12, s -> roots(s.cluster()), e -> Statements.all((Block) e, ServiceResource.class),
				ElementColumn.shown(FormMessages.services_columnService, 24, ServiceSections::title), ElementColumn.shown(FormMessages.services_columnDomain, 14, ServiceSections::domain));
		new ElementActions(tree).add("add", FormMessages.services_addService, ServiceEdits::addService).add("add-vm", FormMessages.services_addVm, ServiceEdits::addVm)
				.add("add-child", FormMessages.services_addChild, e -> e.filter(o -> !(o instanceof VmService)).isPresent(), (c, parent) -> ServiceEdits.addChild(parent))
				.add("add-sibling", FormMessages.services_addSibling, e -> e.filter(ServiceResource.class::isInstance).isPresent(), (c, beside) -> ServiceEdits.addSibling(beside)).removable()
				.movable().move("nest", FormMessages.services_nest, e -> e.filter(ServiceResource.class::isInstance).isPresent(), e -> ServiceEdits.nest((ServiceResource) e))
				.move("unnest", FormMessages.services_unnest, e -> e.filter(o -> o.eContainer() instanceof ServiceResource).isPresent(), e -> ServiceEdits.unnest((ServiceResource) e));
		service = page.section(column, FormMessages.services_service, only(Service.class));
		service.text("service-name", FormMessages.services_name, FeatureProperty.name());
		service.choice("service-domain", FormMessages.services_inDomain, ReferenceProperty.of(SERVICE__DOMAIN));
		common(service, "service");
		vm = page.section(column, FormMessages.services_vm, only(VmService.class));
		vm.choice("vm-guest", FormMessages.services_vmGuest, ReferenceProperty.required(VM_SERVICE__GUEST));
		vm.choice("vm-domain", FormMessages.services_inDomain, ReferenceProperty.of(VM_SERVICE__DOMAIN));
		common(vm, "vm");
		vm.choice("vm-migrate", FormMessages.services_migrate, SettingProperty.of("migrate"));
		resource = page.section(column, FormMessages.services_resource, only(ServiceResource.class));
		resource.choice("resource-type", FormMessages.services_type, type(FeatureProperty.required(SERVICE_RESOURCE__TYPE)));
		resource.text("resource-name", FormMessages.services_name, FeatureProperty.name());
		parameters = page.section(column, FormMessages.services_parameters, tree::selected);
		new ParameterTable(parameters, "parameters");
	}

	private static List<Statement> roots(Cluster cluster) {
		return cluster.getStatements().stream().filter(s -> s instanceof Service || s instanceof VmService).toList();
	}

	private static Property type(FeatureProperty feature) {
		return new WordProperty(feature, () -> List.copyOf(ResourceAgents.types()));
	}

	private static String title(EObject element) {
		return switch (element) {
			case ServiceResource r -> r.getType() + " " + r.getName();
			case VmService v -> "vm " + ReferenceProperty.of(VM_SERVICE__GUEST).written(v).orElse("?");
			default -> Elements.title(element);
		};
	}

	private static String domain(EObject element) {
		return switch (element) {
			case Service s -> ReferenceProperty.of(SERVICE__DOMAIN).written(s).orElse("");
			case VmService v -> ReferenceProperty.of(VM_SERVICE__DOMAIN).written(v).orElse("");
			default -> "";
		};
	}

	private Supplier<Optional<ElementPath>> only(Class<? extends EObject> kind) {
		return () -> tree.selectedElement().filter(kind::isInstance).map(ElementPath::of);
	}

	private static void common(FormSection section, String prefix) {
		section.choice(prefix + "-autostart", FormMessages.services_autostart, SettingProperty.of("autostart"));
		section.choice(prefix + "-recovery", FormMessages.services_recovery, SettingProperty.of("recovery"));
		section.text(prefix + "-max-restarts", FormMessages.services_maxRestarts, SettingProperty.of("max-restarts"));
		section.text(prefix + "-restart-expire-time", FormMessages.services_restartExpire, SettingProperty.of("restart-expire-time"));
		section.choice(prefix + "-exclusive", FormMessages.services_exclusive, SettingProperty.of("exclusive"));
	}

	/** Shows the sections of the selected kind only. */
	void showSections() {
		boolean changed = service.setShown(service.target().get().isPresent()) | vm.setShown(vm.target().get().isPresent()) | resource.setShown(resource.target().get().isPresent())
				| parameters.setShown(tree.selected().isPresent());
		if (changed) {
			page.getManagedForm().reflow(true);
		}
	}

	void definitions(Composite column) {
		FormSection section = page.section(column, FormMessages.services_definitions);
		ElementTree definitions = ElementTree.table(section, "definitions", 3, s -> Statements.all(s.cluster(), ResourceDefinition.class),
				ElementColumn.of(FormMessages.services_columnType, 12, type(FeatureProperty.required(RESOURCE_DEFINITION__TYPE))),
				ElementColumn.of(FormMessages.services_columnName, 18, FeatureProperty.name()));
		new ElementActions(definitions).add("add", FormMessages.forms_add, ServiceEdits::addDefinition).removable().movable();
		new ParameterTable(page.section(column, FormMessages.services_definitionParameters, definitions::selected), "definition-parameters");
	}
}
