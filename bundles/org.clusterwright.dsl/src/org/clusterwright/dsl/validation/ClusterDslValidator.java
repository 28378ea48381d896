package org.clusterwright.dsl.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** The rules of the language, one class a theme. */
@ComposedChecks(validators = { NameChecks.class, ParameterChecks.class, QuorumChecks.class, TotemChecks.class, ClusterConfChecks.class, FenceDeviceChecks.class,
		FenceMethodChecks.class, ServiceChecks.class, ResourceChecks.class, StorageChecks.class, DeviceChecks.class, DrbdChecks.class, DrbdOptionChecks.class,
		VolumeChecks.class, FileSystemChecks.class, GuestChecks.class })
@ComposedChecks(validators = { NameChecks.class, ParameterChecks.class, NetworkChecks.class, DeviceChecks.class, BondChecks.class, HardwareChecks.class })
public class ClusterDslValidator extends AbstractClusterDslValidator {
}
