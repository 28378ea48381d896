package org.clusterwright.dsl;

import com.google.inject.Injector;
import org.clusterwright.model.design.DesignPackage;
import org.eclipse.emf.ecore.EPackage;

/** Registers the language where no OSGi extension registry does. */
public class ClusterDslStandaloneSetup extends ClusterDslStandaloneSetupGenerated {

	/** The package must be known before the injector is: the validator registers for it when it is made. */
	@Override
	public Injector createInjectorAndDoEMFRegistration() {
		EPackage.Registry.INSTANCE.put(DesignPackage.eNS_URI, DesignPackage.eINSTANCE);
		return super.createInjectorAndDoEMFRegistration();
	}
}
