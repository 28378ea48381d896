package org.clusterwright.tests.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clusterwright.core.forms.DiskBarLayout;
import org.clusterwright.core.forms.DiskBarLayout.Part;
import org.clusterwright.core.forms.FenceTexts;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.PlannedDisk;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

class DiskBarLayoutTest {
	private static PlannedDisk disk(String text) {
		return Designs.effective(text).partitions().common().disks().get(0);
	}

	private static String name(Part part) {
		return part.partition().map(p -> String.valueOf(p.number())).orElse("free");
	}

	@Test
	void theTutorialsDiskFillsTheBarAndNothingIsTooNarrow() {
		DiskBarLayout layout = DiskBarLayout.of(disk(Designs.tutorial()), 600, 24);
		assertEquals(List.of("1", "2", "3", "4", "5", "6", "7"), layout.parts().stream().map(DiskBarLayoutTest::name).toList());
		List<Part> leaves = layout.parts().stream().filter(p -> !p.isExtended()).toList();
		int x = 0;
		for (Part part : leaves) {
			assertEquals(x, part.x(), name(part));
			assertTrue(part.width() >= 23, name(part) + " " + part.width());
			x += part.width();
		}
		assertEquals(600, x);
		Part extended = layout.parts().get(3);
		assertEquals(leaves.get(3).x(), extended.x());
		assertEquals(600, extended.x() + extended.width());
		// Of one size, but for the pixel that rounding takes.
		assertEquals(leaves.get(4).width(), leaves.get(5).width(), 1);
		assertEquals("6", name(layout.at(leaves.get(4).x() + 1).orElseThrow()));
	}

	@Test
	void freeSpaceIsShownWhereItIs() {
		PlannedDisk disk = disk(Designs.cluster("disk sda size 100GiB {\n    partition 1 primary 10GiB\n    partition 2 primary 10GiB at 62914560\n    partition 3 extended 40GiB\n    partition 5 logical 20GiB\n}\n"));
		List<Part> parts = DiskBarLayout.of(disk, 1000, 10).parts();
		assertEquals(List.of("1", "free", "2", "3", "5", "free", "free"), parts.stream().map(DiskBarLayoutTest::name).toList());
		assertEquals(100, parts.get(0).width(), 1);
		assertEquals(200, parts.get(1).width(), 1);
		assertTrue(parts.get(5).logical() && !parts.get(6).logical());
	}

	@Test
	void manyPartitionsStillFit() {
		StringBuilder text = new StringBuilder("disk sda size 1TiB label gpt {\n");
		for (int i = 1; i <= 40; i++) {
			text.append("    partition ").append(i).append(" 1MiB\n");
		}
		List<Part> parts = DiskBarLayout.of(disk(Designs.cluster(text.append("    partition 41 rest\n}\n").toString())), 300, 24).parts();
		assertEquals(300, parts.stream().mapToInt(Part::width).sum());
		assertTrue(parts.stream().allMatch(p -> p.width() >= 6));
	}

	@Test
	void aDiskOfUnknownSizeHasNoBar() {
		assertEquals(List.of(), DiskBarLayout.of(disk(Designs.cluster("disk sda {\n    partition 1 primary 1GiB\n}\n")), 300, 24).parts());
	}

	@Test
	void fencingIsSaidAsFencedDoesIt() {
		EffectiveCluster cluster = Designs.effective(Designs.tutorial());
		assertEquals("""
				fence_ipmilan <<'END'
				action=reboot
				nodename=an-node02.alteeve.com
				agent=fence_ipmilan
				ipaddr=an-node02.ipmi
				login=root
				passwd=@SECRET(ipmi)@
				END

				fence_apc <<'END'
				port=2
				action=reboot
				nodename=an-node02.alteeve.com
				agent=fence_apc
				ipaddr=pdu2.alteeve.com
				login=apc
				passwd=@SECRET(pdu)@
				END
				""", FenceTexts.calls(cluster, cluster.nodes().get(1), Optional.empty()));
		String tests = FenceTexts.tests(cluster, cluster.nodes().get(1));
		assertTrue(tests.contains("\nfence_apc -a pdu2.alteeve.com -l apc -p '@SECRET(pdu)@' -n 2 -o off\n"), tests);
	}

	@Test
	void aPasswordInTheDesignIsNeverShownAndUnknownOptionsGoByStandardInput() {
		EffectiveCluster cluster = Designs.effective(Designs.tutorial().replace("passwd secret pdu", "passwd hunter2\n        power_wait 5"));
		String all = FenceTexts.calls(cluster, cluster.nodes().get(0), Optional.empty()) + FenceTexts.tests(cluster, cluster.nodes().get(0));
		assertTrue(!all.contains("hunter2") && all.contains("passwd=\u2026\n"), all);
		assertTrue(all.contains("power_wait=5\naction=off\nEND\n"), all);
	}
}
