package org.clusterwright.dsl.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** The rules of the language, one class a theme. */
@ComposedChecks(validators = { NameChecks.class, ParameterChecks.class, NetworkChecks.class, DeviceChecks.class, BondChecks.class, HardwareChecks.class })
public class ClusterDslValidator extends AbstractClusterDslValidator {
}
