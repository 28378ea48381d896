package org.clusterwright.tests.network;

import java.util.List;
import java.util.TreeMap;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.hosts.Hosts;
import org.clusterwright.formats.ifcfg.Ifcfg;
import org.clusterwright.formats.iptables.IptablesPatch;
import org.clusterwright.formats.netboot.BondingAliases;
import org.clusterwright.formats.netboot.NetworkHost;
import org.clusterwright.formats.netboot.PersistentNetRules;
import org.clusterwright.formats.sysctl.SysctlPatch;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;

/** The formats of the network area, for its tests. */
final class NetworkFormats {
	static final String SCRIPTS = "/etc/sysconfig/network-scripts/";
	static final List<NativeFormat> ALL = List.of(new NetworkHost(), new Ifcfg(), new PersistentNetRules(), new BondingAliases(), new Hosts(), new IptablesPatch(),
			new SysctlPatch());

	private NetworkFormats() {
	}

	/** NODE/PATH to content. */
	static TreeMap<String, String> of(String design) {
		return Golden.generate(Designs.effective(design), ALL);
	}
}
