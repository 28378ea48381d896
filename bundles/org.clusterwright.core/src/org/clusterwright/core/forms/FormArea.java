package org.clusterwright.core.forms;

import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.Host;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.design.Unfence;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.design.VolumeGroup;
import org.eclipse.emf.ecore.EObject;

/** The parts that forms divide a design into, each with a page of its own. Every element belongs to exactly one. */
public enum FormArea {
	OVERVIEW, NETWORK, FENCING, STORAGE, DRBD, VOLUMES, SERVICES;

	/** The area of an element: that of the innermost statement around it that has one, else the overview. */
	public static FormArea of(EObject element) {
		for (EObject e = element; e != null; e = e.eContainer()) {
			FormArea area = switch (e) {
				case FenceMethod m -> FENCING;
				case Unfence u -> FENCING;
				case FenceDevice d -> FENCING;
				case Disk d -> STORAGE;
				case RaidArray a -> STORAGE;
				case Drbd d -> DRBD;
				case VolumeGroup g -> VOLUMES;
				case Section s when "lvm".equals(s.getName()) -> VOLUMES;
				case Guest g -> SERVICES;
				case FailoverDomain d -> SERVICES;
				case ResourceDefinition d -> SERVICES;
				case Service s -> SERVICES;
				case VmService v -> SERVICES;
				case Node n -> NETWORK;
				case Network n -> NETWORK;
				case Bonds b -> NETWORK;
				case Switch s -> NETWORK;
				case Pdu p -> NETWORK;
				case Host h -> NETWORK;
				default -> null;
			};
			if (area != null) {
				return area;
			}
		}
		return OVERVIEW;
	}
}
