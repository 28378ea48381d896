package org.clusterwright.dsl.validation;

import org.eclipse.xtext.validation.ComposedChecks;

/** The rules of the language, one class a theme. */
@ComposedChecks(validators = { NameChecks.class, ParameterChecks.class, NetworkChecks.class, InterfaceChecks.class, BondChecks.class, HardwareChecks.class,
		QuorumChecks.class, TotemChecks.class, ClusterConfChecks.class, FenceDeviceChecks.class, FenceMethodChecks.class, StorageChecks.class, DeviceChecks.class,
		DrbdChecks.class, DrbdOptionChecks.class, VolumeChecks.class, FileSystemChecks.class, GuestChecks.class, ServiceChecks.class, ResourceChecks.class, RawChecks.class })
public class ClusterDslValidator extends AbstractClusterDslValidator {
}
