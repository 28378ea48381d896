package org.clusterwright.dsl.ide.hovers;

import java.util.Optional;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.model.design.Amount;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Bridge;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.DomainMember;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.DualPrimary;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.FenceMethod;
import org.clusterwright.model.design.Gfs2;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.GuestDisk;
import org.clusterwright.model.design.GuestNic;
import org.clusterwright.model.design.HardwareRaid;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.NodeAddress;
import org.clusterwright.model.design.Partition;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.design.Unfence;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;

/** What to say of the word at a place: what it means, with its effective values and where they come from. */
public final class Hovers {
	private Hovers() {
	}

	/** Computes with a view of the model of its own, so that any thread may ask. */
	public static Optional<Card> at(ParsedDesign design, int offset) {
		Optional<ILeafNode> leaf = Elements.leaf(design, offset);
		EObject meant = leaf.flatMap(l -> Elements.meant(design, l)).orElse(null);
		EObject element = meant instanceof Amount ? meant.eContainer() : meant;
		if (element == null || design.root().isEmpty()) {
			return Optional.empty();
		}
		EffectiveCluster cluster = new EffectiveCluster(design.root().get());
		Facts facts = new Facts(element, design.text());
		String description = describe(element, cluster, facts);
		return Optional.of(new Card(leaf.get().getOffset(), leaf.get().getLength(), Elements.title(element), description, facts.facts()));
	}

	private static String describe(EObject element, EffectiveCluster cluster, Facts facts) {
		return switch (element) {
			case Cluster x -> ClusterHover.cluster(cluster, facts);
			case Node x -> NodeHover.node(x, cluster, facts);
			case Nic x -> NodeHover.nic(x, cluster, facts);
			case Bmc x -> NodeHover.bmc(x, cluster, facts);
			case Psu x -> NodeHover.psu(x, facts);
			case NodeAddress x -> NodeHover.address(x, cluster, facts);
			case Network x -> NetworkHover.network(x, cluster, facts);
			case Bridge x -> NetworkHover.bridge(x, cluster, facts);
			case Bond x -> NetworkHover.bond(x, cluster, facts);
			case Bonds x -> NetworkHover.bonds(x, cluster, facts);
			case Switch x -> NetworkHover.networkSwitch(x, cluster, facts);
			case Pdu x -> NetworkHover.pdu(x, cluster, facts);
			case FenceDevice x -> FenceHover.device(x, cluster, facts);
			case FenceMethod x -> FenceHover.method(x, cluster, facts);
			case FenceCall x -> FenceHover.call(x, cluster, facts);
			case Unfence x -> FenceHover.unfence(x, cluster, facts);
			case Disk x -> StorageHover.disk(x, cluster, facts);
			case RaidArray x -> StorageHover.array(x, cluster, facts);
			case Partition x -> StorageHover.partition(x, cluster, facts);
			case Drbd x -> ReplicationHover.common(cluster, facts);
			case DualPrimary x -> ReplicationHover.dualPrimary(facts);
			case DrbdResource x -> ReplicationHover.resource(x, cluster, facts);
			case DrbdPeer x -> ReplicationHover.peer(x, cluster, facts);
			case PhysicalVolume x -> VolumeHover.physical(x, cluster, facts);
			case VolumeGroup x -> VolumeHover.group(x, cluster, facts);
			case LogicalVolume x -> VolumeHover.volume(x, cluster, facts);
			case Gfs2 x -> VolumeHover.volume((LogicalVolume) x.eContainer(), cluster, facts);
			case Guest x -> GuestHover.guest(x, cluster, facts);
			case GuestDisk x -> GuestHover.disk(x, cluster, facts);
			case GuestNic x -> GuestHover.nic(x, cluster, facts);
			case FailoverDomain x -> ServiceHover.domain(x, cluster, facts);
			case DomainMember x -> ServiceHover.domain((FailoverDomain) x.eContainer(), cluster, facts);
			case Service x -> ServiceHover.service(x, cluster, facts);
			case VmService x -> ServiceHover.service(x, cluster, facts);
			case ServiceResource x -> ServiceHover.resource(x, cluster, facts);
			case ResourceDefinition x -> ServiceHover.resource(x, cluster, facts);
			case Setting x -> ParameterHover.setting(x, cluster, facts);
			case Section x -> ParameterHover.section(x, facts);
			case HardwareRaid x -> "The hardware RAID behind the disk: " + Elements.header(element);
			default -> Elements.header(element);
		};
	}
}
