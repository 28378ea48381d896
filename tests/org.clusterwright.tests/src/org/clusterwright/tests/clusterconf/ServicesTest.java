package org.clusterwright.tests.clusterconf;

import static org.clusterwright.tests.clusterconf.Rules.fails;
import static org.clusterwright.tests.clusterconf.Rules.passes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveResource;
import org.clusterwright.model.effective.Services;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class ServicesTest {
	private static final String GFS = "drbd { resource r0 on sda5 }\nvolume-group vg0 on r0 { volume lv_data 10GiB gfs2 data mount /data }\n";

	@Test
	void sharedFileSystemFollowsFromItsVolume() {
		EffectiveCluster cluster = Designs.effective(Designs.cluster(GFS + "service s { start clusterfs data { } }"));
		Services services = cluster.services();
		EffectiveResource data = services.shared().get(0);
		assertEquals(List.of("device=/dev/vg0/lv_data", "mountpoint=/data", "fstype=gfs2", "force-unmount=yes"),
				data.parameters().stream().map(p -> p.key() + "=" + p.value().value()).toList());
		assertEquals("/data/definitions", cluster.guests().definitions().value());
	}

	@Test
	void whatIsWrittenReplacesWhatFollows() {
		Services services = Designs.effective(Designs.cluster(GFS + "define clusterfs data { mountpoint /elsewhere }\nservice s { start clusterfs data { } }")).services();
		assertEquals(List.of("mountpoint=/elsewhere", "device=/dev/vg0/lv_data", "fstype=gfs2", "force-unmount=yes"),
				services.shared().get(0).parameters().stream().map(p -> p.key() + "=" + p.value().value()).toList());
	}

	@Test
	void domains() {
		fails("domain-empty", "failover-domain d");
		passes("domain-empty", "node a { }\nfailover-domain d { member a }");
		fails("domain-restricted-empty", "failover-domain d restricted");
		passes("domain-restricted-empty", "node a { }\nfailover-domain d restricted { member a }");
		fails("domain-member-twice", "node a { }\nfailover-domain d { member a  member a }");
		passes("domain-member-twice", "node a { }\nfailover-domain d { member a }");
		fails("domain-priority", "node a { }\nfailover-domain d ordered { member a priority 101 }");
		fails("domain-priority", "node a { }\nfailover-domain d ordered { member a priority 0 }");
		passes("domain-priority", "node a { }\nfailover-domain d ordered { member a priority 100 }");
		fails("domain-priority-unused", "node a { }\nfailover-domain d { member a priority 1 }");
		passes("domain-priority-unused", "node a { }\nfailover-domain d ordered { member a priority 1 }");
	}

	@Test
	void resources() {
		fails("unknown-resource-type", "service s { start bogus x }");
		fails("unknown-resource-type", "define bogus x");
		passes("unknown-resource-type", "define script x\nservice s { start script x }");
		fails("resource-incomplete", "service s { start fs x }");
		fails("resource-incomplete", "define fs x { device /dev/a }");
		passes("resource-incomplete", "define fs x { device /dev/a  mountpoint /a }\nservice s { start fs x  start ip 10.0.0.1 }");
		fails("unknown-file-system", "service s { start clusterfs x }");
		passes("unknown-file-system", GFS + "service s { start clusterfs data }");
		fails("resource-parameter", "define script x\nservice s { start script x { file /x } }");
		passes("resource-parameter", "define script x\nservice s { start script x { independent-subtree 1 } }");
		fails("resource-twice", "service s { start script x { start script x } }");
		passes("resource-twice", "service s { start script x }\nservice t { start script x }");
		fails("unknown-parameter", "service s { start script x { bogus 1 } }");
		passes("unknown-parameter", "service s { start script x { file /x } }");
	}

	@Test
	void services() {
		fails("empty-service", "service s");
		passes("empty-service", "service s { start script x }");
		fails("bad-value", "service s { recovery bogus  start script x }");
		passes("bad-value", "service s { recovery disable  start script x }");
		fails("storage-recovery", GFS + "service s { recovery relocate  start script x { start clusterfs data } }");
		passes("storage-recovery", GFS + "service s { recovery restart  start script x { start clusterfs data } }");
		fails("relocate-nowhere", "node a { }\nfailover-domain d restricted { member a }\nservice s in d { recovery relocate  start script x }");
		passes("relocate-nowhere", "node a { }\nfailover-domain d { member a }\nservice s in d { recovery relocate  start script x }");
		fails("unknown-dependency", "service s { depend \"service:t\"  start script x }");
		passes("unknown-dependency", "service s { depend \"service:t\"  start script x }\nservice t { start script y }");
	}

	@Test
	void guests() {
		fails("vm-twice", "guest g\nvm g\nvm g");
		passes("vm-twice", "guest g\nvm g");
		fails("vm-before-storage", GFS + "guest g\nvm g\nservice s { start clusterfs data }");
		passes("vm-before-storage", GFS + "guest g\nvm g { autostart no }\nservice s { start clusterfs data }");
	}
}
