package org.clusterwright.dsl.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** The rules of the language, one class a theme. */
@ComposedChecks(validators = { NameChecks.class, ParameterChecks.class, VolumeChecks.class, FileSystemChecks.class, GuestChecks.class })
public class ClusterDslValidator extends AbstractClusterDslValidator {
}
