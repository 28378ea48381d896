package org.clusterwright.formats;

import java.util.List;
import org.clusterwright.formats.clusterconf.ClusterConf;
import org.clusterwright.formats.drbd.DrbdConf;
import org.clusterwright.formats.drbd.DrbdSteps;
import org.clusterwright.formats.fencepeer.FencePeer;
import org.clusterwright.formats.gfs2.FileSystemSteps;
import org.clusterwright.formats.guests.LibvirtDomains;
import org.clusterwright.formats.guests.ProvisionScripts;
import org.clusterwright.formats.hosts.Hosts;
import org.clusterwright.formats.ifcfg.Ifcfg;
import org.clusterwright.formats.iptables.IptablesPatch;
import org.clusterwright.formats.lvm.LvmConf;
import org.clusterwright.formats.lvm.LvmSteps;
import org.clusterwright.formats.netboot.BondingAliases;
import org.clusterwright.formats.netboot.NetworkHost;
import org.clusterwright.formats.netboot.PersistentNetRules;
import org.clusterwright.formats.partitions.PartitionSteps;
import org.clusterwright.formats.services.ServiceSteps;
import org.clusterwright.formats.sysctl.SysctlPatch;

/** The registry: the native formats of each stack, in the order in which files are listed. A stack is such a list and nothing more. */
public final class NativeFormats {
	/** EL6 with cman, corosync 1, fenced, rgmanager, DRBD 8.3, clvmd, GFS2 and KVM: the tutorial's stack. */
	public static final List<NativeFormat> RHCS3 = List.of(
			// networks
			new NetworkHost(), new Ifcfg(), new PersistentNetRules(), new BondingAliases(), new Hosts(), new IptablesPatch(), new SysctlPatch(),
			// the cluster
			new ClusterConf(),
			// storage
			new PartitionSteps(), new DrbdConf(), new FencePeer(), new DrbdSteps(), new LvmConf(), new LvmSteps(), new FileSystemSteps(),
			// guests and services
			new LibvirtDomains(), new ProvisionScripts(), new ServiceSteps());

	private NativeFormats() {
	}
}
