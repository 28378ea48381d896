package org.clusterwright.dsl.scoping;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.VolumeGroup;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.EObjectDescription;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScope;
import org.eclipse.xtext.scoping.impl.MapBasedScope;
import org.eclipse.xtext.util.IResourceScopeCache;

/**
 * A reference sees every element of its type in the same file, by name. A logical volume is seen by its own name where
 * that is unique, and always as {@code group/volume}.
 */
public class ClusterDslScopeProvider extends AbstractClusterDslScopeProvider {
	@Inject
	private IResourceScopeCache cache;

	@Override
	public IScope getScope(EObject context, EReference reference) {
		Resource resource = context.eResource();
		if (resource == null) {
			return IScope.NULLSCOPE;
		}
		Map<EClass, IScope> scopes = cache.get(ClusterDslScopeProvider.class, resource, () -> scopes(resource));
		return scopes.getOrDefault(reference.getEReferenceType(), IScope.NULLSCOPE);
	}

	private static Map<EClass, IScope> scopes(Resource resource) {
		Map<EClass, Map<String, List<EObject>>> named = new LinkedHashMap<>();
		for (TreeIterator<EObject> all = resource.getAllContents(); all.hasNext();) {
			if (all.next() instanceof Named element && element.getName() != null) {
				add(named, element, element.getName());
				if (element instanceof LogicalVolume && element.eContainer() instanceof VolumeGroup group) {
					add(named, element, group.getName() + "/" + element.getName());
				}
			}
		}
		Map<EClass, IScope> scopes = new HashMap<>();
		named.forEach((type, byName) -> {
			List<IEObjectDescription> descriptions = new ArrayList<>();
			byName.forEach((name, elements) -> {
				// An ambiguous short name of a volume means nothing; other duplicates are reported as such and mean the first.
				if (elements.size() == 1 || !(elements.get(0) instanceof LogicalVolume)) {
					descriptions.add(EObjectDescription.create(QualifiedName.create(name), elements.get(0)));
				}
			});
			scopes.put(type, MapBasedScope.createScope(IScope.NULLSCOPE, descriptions));
		});
		return scopes;
	}

	private static void add(Map<EClass, Map<String, List<EObject>>> named, Named element, String name) {
		named.computeIfAbsent(element.eClass(), k -> new LinkedHashMap<>()).computeIfAbsent(name, k -> new ArrayList<>()).add(element);
	}
}
