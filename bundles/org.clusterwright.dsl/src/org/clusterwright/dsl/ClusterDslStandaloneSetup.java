package org.clusterwright.dsl;

import com.google.inject.Injector;
import org.clusterwright.model.design.DesignPackage;
import org.eclipse.emf.ecore.EPackage;

/** Registers the language where no OSGi extension registry does. */
public class ClusterDslStandaloneSetup extends ClusterDslStandaloneSetupGenerated {

	@Override
	public void register(Injector injector) {
		EPackage.Registry.INSTANCE.putIfAbsent(DesignPackage.eNS_URI, DesignPackage.eINSTANCE);
		super.register(injector);
	}
}
