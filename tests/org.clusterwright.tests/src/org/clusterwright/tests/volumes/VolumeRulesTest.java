package org.clusterwright.tests.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.values.DeviceFilter;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of volumes and guests: a sound design, and the one change that breaks it. */
class VolumeRulesTest {
	private static final String SOUND = """
			cluster test version 1 {
			    network lan 192.168.7.0/24 on nic eth0 bridge br0
			    node a id 1 {
			        nic eth0 mac 00:16:3E:00:00:01
			    }
			    node b id 2
			    disk sda 976773168 sectors of 512 {
			        partition 4 extended rest
			        partition 5 20GiB
			        partition 6 40GiB
			    }
			    drbd {
			        dual-primary
			        resource r0 on sda5
			        resource r1 on sda6
			    }
			    lvm { log-level 0 }
			    volume-group vg0 on r0 {
			        extent-size 4MiB
			        volume lv_shared 10GiB gfs2 shared mount /shared { mount-options noatime }
			    }
			    volume-group vg1 on r1 prefers a {
			        volume v1 10GiB
			        volume v2 30% of group
			        volume v3 rest
			    }
			    guest g1 { volume v1  bridge br0 mac 52:54:00:00:00:01  memory 1GiB  cpus 2  install /shared/files/a.iso }
			    guest g2 { volume v2  bridge br0 mac 52:54:00:00:00:02  memory 1GiB  cpus 2  install pxe }
			    service files { start clusterfs shared }
			    vm g1
			}
			""";
	private static final Set<String> OURS = Stream.of(Code.values()).map(Code::id)
			.filter(c -> c.matches("(lvm|volume|volumes|physical-volume|gfs2|mount|file-system|guest)-.*|power-of-two")).collect(Collectors.toCollection(TreeSet::new));

	/** Codes that rules of other themes say too. */
	private static final Set<String> SHARED = Set.of("syntax", "unresolved-reference", "bad-value", "device-path", "duplicate-mac", "multicast-mac");

	private static List<String> codes(String text) {
		return Designs.codes(text).stream().filter(c -> OURS.contains(c) || SHARED.contains(c)).distinct().sorted().toList();
	}

	@Test
	void soundDesignHasNoFindings() {
		assertEquals(List.of(), codes(SOUND));
	}

	@Test
	void tutorialHasNoErrors() {
		assertEquals(List.of(), Designs.LANGUAGE.validate(Designs.tutorial()).findings().stream().filter(f -> f.isError() && OURS.contains(f.code().id())).map(Finding::message).toList());
		assertEquals(List.of(), codes(Designs.tutorial()));
	}

	static Stream<Arguments> breaks() {
		return Stream.of(Arguments.of("log-level 0", "filter \"x\"", "lvm-filter-pattern"), Arguments.of("log-level 0", "filter \"a|(x|\"", "lvm-filter-pattern"),
				Arguments.of("log-level 0", "filter \"a|/dev/drbd|\", \"a|/dev/sda|\", \"r|.*|\"", "lvm-filter-accepts-backing"),
				Arguments.of("log-level 0", "filter \"a|/dev/drbd0|\", \"r|.*|\"", "lvm-filter-rejects-device"), Arguments.of("log-level 0", "locking-type 1", "lvm-locking-type"),
				Arguments.of("log-level 0", "fallback-to-local-locking yes", "lvm-local-fallback"), Arguments.of("log-level 0", "option \"devices/filter\" \"a\"", "lvm-option"),
				Arguments.of("log-level 0", "option \"devices {\" \"a\"", "lvm-option"), Arguments.of("extent-size 4MiB", "flag \"; reboot\"", "lvm-option"),
				Arguments.of("volume-group vg1 ", "volume-group \"a:b\" ", "volume-name"), Arguments.of("volume-group vg1 ", "volume-group mapper ", "volume-name"),
				Arguments.of("volume v3 ", "volume pvmove0 ", "volume-name"), Arguments.of("volume v3 ", "volume x_mlog ", "volume-name"),
				Arguments.of("volume v3 ", "volume " + "a-".repeat(31) + "b ", ""),
				Arguments.of("volume-group vg1 on r1 prefers a {\n        volume v1", "volume-group g" + "-".repeat(50) + "1 on r1 prefers a {\n        volume v1" + "_".repeat(60)
						+ " 1GiB volume v1", "volume-name-length"),
				Arguments.of("volume v1 10GiB", "volume v1 41GiB", "volumes-too-large"), Arguments.of("volume v1 10GiB", "volume v1 80% of group", "volumes-too-large"),
				Arguments.of("volume v1 10GiB", "volume v1 30GiB", "volumes-too-large"), Arguments.of("volume v1 10GiB", "volume v1 100% of group", "volumes-too-large"),
				Arguments.of("volume v3 rest", "volume v3 rest volume v4 1GiB", "volume-after-rest"), Arguments.of("volume v1 10GiB", "volume v1 10GB", "volume-extents"),
				Arguments.of("volume v1 10GiB", "volume v1 0B", "volume-extents"), Arguments.of("volume v2 30% of group", "volume v2 30% of disk", "volume-share-of-disk"),
				Arguments.of("vg0 on r0", "vg0", "volume-group-empty"), Arguments.of("vg0 on r0", "vg0 on r0 local", "gfs2-not-clustered volume-group-local-drbd"),
				Arguments.of("vg1 on r1 prefers a", "vg1 on /dev/sdb prefers a local",
						"guest-on-local-group"),
				Arguments.of("vg1 on r1 prefers a {", "vg1 on /dev/sdb prefers a local { clustered yes", "guest-on-local-group volume-group-local-clustered"),
				Arguments.of("vg1 on r1 ", "vg1 on /dev/mapper/mpatha ", "physical-volume-not-shared"), Arguments.of("vg1 on r1 ", "vg1 on r0 ", "physical-volume-twice"),
				Arguments.of("vg1 on r1 prefers a", "vg1 on /dev/sda6 prefers a local", "guest-on-local-group physical-volume-behind-drbd"),
				Arguments.of("vg1 on r1 prefers a", "vg1 on /etc/passwd prefers a local", "device-path guest-on-local-group"),
				Arguments.of("vg1 on r1 prefers a", "vg1 on /dev/../etc/passwd prefers a local", "device-path guest-on-local-group"),
				Arguments.of("resource r1 on sda6\n    }", "resource r1 on sda6 between b, c\n    }\n    node c id 3", "guest-unreached volume-group-preference"),
				Arguments.of("resource r1 on sda6\n    }\n", "resource r1 on sda6 between b, c\n resource r2 on sda7 between a, d }\n node c id 3 node d id 4 volume-group vg2 on r1, r2 { volume x rest }\n",
						"guest-unreached physical-volume-twice volume-group-preference volume-group-unreached"),
				Arguments.of("extent-size 4MiB", "extent-size 3MiB", "power-of-two volume-extents"), Arguments.of("mount-options noatime", "block-size 1536B", "power-of-two"),
				Arguments.of("gfs2 shared", "gfs2 \"a.b\"", "gfs2-lock-table gfs2-unmounted"),
				Arguments.of("mount-options noatime", "lock-table test:a_very_long_name_", "gfs2-lock-table"), Arguments.of("mount-options noatime", "lock-table nocolon", "gfs2-lock-table"),
				Arguments.of("mount-options noatime", "lock-table \"test:a b\"", "gfs2-lock-table"), Arguments.of("mount-options noatime", "lock-table ClusterA:shared", "gfs2-foreign-cluster"),
				Arguments.of("volume v3 rest", "volume v3 rest gfs2 shared", "gfs2-name-twice guest-in-shared-group"), Arguments.of("mount-options noatime", "journals 1", "gfs2-journals"),
				Arguments.of("lv_shared 10GiB", "lv_shared 128MiB", "gfs2-too-small"), Arguments.of("extent-size 4MiB", "clustered no", "gfs2-not-clustered"),
				Arguments.of("mount-options noatime", "lock-protocol lock_nolock", "gfs2-lock-protocol"), Arguments.of("mount-options noatime", "mounted-by init", "gfs2-two-owners"),
				Arguments.of("start clusterfs shared", "start clusterfs other", "gfs2-unmounted"), Arguments.of("mount /shared", "mount shared", "mount-point"),
				Arguments.of("mount /shared", "mount /a/../b", "mount-point"), Arguments.of("mount /shared", "mount \"/a b\"", "mount-point"), Arguments.of("mount /shared", "mount /usr", "mount-point"),
				Arguments.of("volume v3 rest", "volume v3 rest gfs2 v3 mount /shared { mounted-by init }", "guest-in-shared-group mount-point-twice"),
				Arguments.of("mount-options noatime", "mount-options \"a,b\\tc\"", "bad-value mount-option"), Arguments.of("mount-options noatime", "mount-options \"a b\"", "mount-option"),
				Arguments.of("volume v3 rest", "volume v3 rest mount /x", "mount-without-file-system"), Arguments.of("volume v3 rest", "volume v3 rest fs btrfs", "file-system-type"),
				Arguments.of("volume v3 rest", "volume v3 rest mount /x fs ext4", "file-system-not-shared"),
				Arguments.of("guest g2 { volume v2", "guest g2 { volume v1", "guest-volume-twice"),
				Arguments.of("guest g2 { volume v2", "guest g2 { volume lv_shared", "guest-volume-file-system"), Arguments.of("guest g2 { volume v2", "guest g2 {", "guest-without-disk"),
				Arguments.of("bridge br0 mac 52:54:00:00:00:02", "", "guest-without-network"), Arguments.of("52:54:00:00:00:02", "52:54:00:00:00:01", "duplicate-mac"),
				Arguments.of("52:54:00:00:00:02", "00:16:3e:00:00:01", "duplicate-mac"), Arguments.of("52:54:00:00:00:02", "53:54:00:00:00:02", "multicast-mac"),
				Arguments.of("00:02  memory 1GiB", "00:02 ", "guest-size-unsaid"), Arguments.of("cpus 2  install pxe", "install pxe", "guest-size-unsaid"),
				Arguments.of("cpus 2  install pxe", "cpus 2 cores 3 install pxe", "guest-topology"),
				Arguments.of("mount-options noatime }", "mount-options noatime } volume v4 1GiB }\n guest g3 { volume v4 bridge br0 memory 1GiB cpus 1", "guest-in-shared-group"),
				Arguments.of("guest g2 {", "guest g2 prefers b {", "guest-preference"), Arguments.of("install pxe", "install ftp", "guest-install"),
				Arguments.of("gfs2 shared mount /shared { mount-options noatime }", "gfs2 shared", "guest-install-unshared"),
				Arguments.of("install /shared", "autostart yes install /shared", "guest-autostart"), Arguments.of("install pxe", "install pxe cache writeback", "guest-cache"),
				Arguments.of("install pxe", "install pxe uuid x", "guest-uuid"),
				Arguments.of("install pxe", "install pxe uuid 00000000-0000-0000-0000-000000000001 }\n guest g3 { bridge br0 volume v3 memory 1GiB cpus 1 uuid 00000000-0000-0000-0000-000000000001",
						"guest-uuid-twice"),
				Arguments.of("install pxe", "install pxe option \"--osinfo\" \"x\"", "guest-option"),
				Arguments.of("install pxe", "install pxe raw libvirt '''</devices>'''", "guest-fragment"));
	}

	@ParameterizedTest
	@MethodSource("breaks")
	void oneChangeBreaksIt(String from, String to, String expected) {
		assertTrue(SOUND.contains(from), from);
		assertEquals(expected, String.join(" ", codes(SOUND.replace(from, to))));
	}

	@Test
	void everyRuleIsBrokenSomewhere() {
		Set<String> unbroken = new TreeSet<>(OURS);
		breaks().forEach(a -> unbroken.removeAll(List.of(((String) a.get()[2]).split(" "))));
		assertEquals(Set.of(), unbroken);
	}

	@Test
	void filtersMatchLikeLvm() {
		DeviceFilter seed = DeviceFilter.parse(List.of("a|/dev/drbd*|", "r/.*/"));
		assertTrue(seed.accepts("/dev/drb") && seed.accepts("/dev/drbdd") && seed.accepts("/mnt/dev/drb1"));
		DeviceFilter ours = DeviceFilter.parse(List.of("a|^/dev/drbd[0-9]+$|", "r|.*|"));
		assertTrue(ours.accepts("/dev/drbd10") && !ours.accepts("/dev/drb") && !ours.accepts("/dev/drbd") && !ours.accepts("/dev/sda5"));
		DeviceFilter rich = DeviceFilter.parse(List.of("r{^/dev/(sd[a-c]|hd[^a])[0-9]*$}", "a|x?y\\.z|"));
		assertTrue(!rich.accepts("/dev/sdb5") && !rich.accepts("/dev/hdb") && rich.accepts("/dev/hda") && rich.accepts("/dev/sdd"));
		DeviceFilter hard = DeviceFilter.parse(List.of("a|" + "(((a*)*)*)*".repeat(20) + "b|", "r|.*|"));
		assertTrue(!hard.accepts("a".repeat(200)));
	}

	@Test
	void halfWrittenDesignsAreHarmless() {
		for (String text : List.of("volume-group", "volume-group vg on", "volume-group vg on r9 { volume", "volume-group vg { volume x gfs2 mount }", "guest", "guest g { volume",
				"guest g { volume nope bridge nope }", "guest g prefers", "lvm { filter", "volume-group vg on /dev/sdb { volume x of group }", "vm nope", "guest g { memory cpus }")) {
			assertTrue(!Designs.codes(Designs.cluster(text)).isEmpty(), text);
		}
		String tutorial = Designs.tutorial();
		for (int end = 4000; end < tutorial.length(); end += 97) {
			Designs.codes(tutorial.substring(0, end));
		}
	}
}
