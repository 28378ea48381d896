package org.clusterwright.model.catalog;

import static org.clusterwright.model.catalog.SettingSpec.of;
import static org.clusterwright.model.catalog.ValueType.FLAG;
import static org.clusterwright.model.catalog.ValueType.TEXT;
import static org.clusterwright.model.catalog.ValueType.number;
import static org.clusterwright.model.catalog.ValueType.seconds;
import static org.clusterwright.model.catalog.ValueType.word;

import java.util.List;
import java.util.Map;
import org.clusterwright.model.values.Size;

/**
 * Parameters of DRBD and its resources. Names, ranges and defaults are those of drbd.conf(5) and drbdsetup(8) of 8.3.11, in the design's units:
 * a value is written as size, rate or duration and becomes DRBD's sectors, KiB/s or tenths of a second.
 */
final class DrbdSettings {
	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of("drbd.startup", "drbd.split-brain", "drbd.handlers", "drbd.disk", "drbd.net", "drbd.syncer", "drbd.global");

	private static final String MAN = "drbd.conf(5), DRBD 8.3";
	private static final String SEED = "the tutorial's global_common.conf";
	private static final String STOCK = "the global_common.conf that DRBD 8.3.11 ships";
	private static final long SECTOR = 512;

	private static final ValueType ZERO_PRIMARIES = word("disconnect", "discard-younger-primary", "discard-older-primary", "discard-zero-changes", "discard-least-changes");
	private static final ValueType ONE_PRIMARY = word("disconnect", "consensus", "discard-secondary", "call-pri-lost-after-sb", "violently-as0p");
	private static final ValueType TWO_PRIMARIES = word("disconnect", "call-pri-lost-after-sb", "violently-as0p");
	private static final ValueType PROTOCOL = word("A", "B", "C");
	private static final ValueType PORT = number(1, 65535);
	private static final ValueType MINOR = number(0, 1023);

	private static final SettingSpec RATE = of("rate", rate(1, 4194304), "How fast a background synchronisation may be: about 30 % of what disk and network are measured to sustain.", MAN)
			.orElse("250KiB/s");
	private static final SettingSpec META_DISK = of("meta-disk", TEXT, "Where DRBD keeps its own data: internal, or a device, with [index] where several resources share one.", MAN)
			.orElse("internal");
	private static final SettingSpec DEVICE = of("device", ValueType.PATH, "The device that programs use; /dev/drbd and the minor number.", MAN);
	private static final SettingSpec MINOR_NUMBER = of("minor", MINOR, "The device's minor number; the next free one from first-minor.", MAN);
	private static final SettingSpec PORT_NUMBER = of("port", PORT, "The TCP port of the resource; the next free one from first-port.", MAN);

	static final Map<String, List<SettingSpec>> BLOCKS = Map.ofEntries(
			Map.entry("drbd", List.of(
					of("protocol", PROTOCOL, "When a write counts as done: C when it is on both disks.", MAN).orElse("C"),
					RATE, META_DISK,
					of("first-port", PORT, "The TCP port of the first resource; the others follow.", "the tutorial's resources").orElse("7789"),
					of("first-minor", MINOR, "The minor number of the first resource; the others follow.", "the tutorial's resources").orElse("0"),
					of("usage-count", word("yes", "no", "ask"), "Whether installing DRBD counts at LINBIT.", MAN).orElse("yes"),
					of("minor-count", number(1, 255), "How many devices the kernel module makes room for.", MAN))),
			Map.entry("drbdresource", List.of(
					of("protocol", PROTOCOL, "When a write counts as done, for this resource.", MAN), RATE, META_DISK, DEVICE, MINOR_NUMBER, PORT_NUMBER)),
			Map.entry("drbdpeer", List.of(
					of("address", ValueType.IP, "The host's address for this resource; its address on the replication network.", MAN),
					META_DISK, PORT_NUMBER)),
			Map.entry("drbdvolume", List.of(META_DISK, DEVICE, MINOR_NUMBER)),
			Map.entry("drbd.global", List.of(
					of("usage-count", word("yes", "no", "ask"), "Whether installing DRBD counts at LINBIT.", MAN).orElse("yes"),
					of("minor-count", number(1, 255), "How many devices the kernel module makes room for.", MAN),
					of("dialog-refresh", number(0, 600), "How often the waiting init script redraws its seconds; 0 is never.", MAN).orElse("1"),
					flag("disable-ip-verification", "Do not check that the address is this host's."))),
			Map.entry("drbd.startup", List.of(
					of("wfc-timeout", seconds(0, 86400), "How long the start waits for the peer; 0s is for ever. Longer than fencing and a reboot of the peer take.", MAN).orElse("0s"),
					of("degr-wfc-timeout", seconds(0, 86400), "How long it waits when the peer was already missing; 0s is for ever.", MAN).orElse("0s"),
					of("outdated-wfc-timeout", seconds(0, 86400), "How long it waits when the peer's disk was outdated; 0s is for ever.", MAN).orElse("0s"),
					flag("wait-after-sb", "Go on waiting after a split brain."),
					of("become-primary-on", TEXT, "Which node the start promotes: a node's name or both. Follows from dual-primary.", MAN),
					flag("stacked-timeouts", "Mind the timeouts for stacked devices too."))),
			Map.entry("drbd.split-brain", List.of(
					of("zero-primaries", ZERO_PRIMARIES, "after-sb-0pri: after a split brain in which no side is primary.", MAN).orElse("disconnect"),
					of("one-primary", ONE_PRIMARY, "after-sb-1pri: one side is primary.", MAN).orElse("disconnect"),
					of("two-primaries", TWO_PRIMARIES, "after-sb-2pri: both are; no data can be discarded safely, so disconnect.", MAN).orElse("disconnect"))),
			Map.entry("drbd.handlers", List.of(
					handler("pri-on-incon-degr", "This node is primary, alone, and its data is inconsistent.")
							.orElse("/usr/lib/drbd/notify-pri-on-incon-degr.sh; /usr/lib/drbd/notify-emergency-reboot.sh; echo b > /proc/sysrq-trigger ; reboot -f"),
					handler("pri-lost-after-sb", "This node is primary and lost the recovery after a split brain.")
							.orElse("/usr/lib/drbd/notify-pri-lost-after-sb.sh; /usr/lib/drbd/notify-emergency-reboot.sh; echo b > /proc/sysrq-trigger ; reboot -f"),
					handler("pri-lost", "This node is primary and should become the target of a synchronisation."),
					of("fence-peer", TEXT, "The peer is lost: fence it. Exit code 7 says it was.", SEED).orElse("/sbin/obliterate-peer.sh"),
					handler("local-io-error", "The disk below reports an error.")
							.orElse("/usr/lib/drbd/notify-io-error.sh; /usr/lib/drbd/notify-emergency-shutdown.sh; echo o > /proc/sysrq-trigger ; halt -f"),
					handler("initial-split-brain", "A split brain was seen, solved or not."), handler("split-brain", "A split brain needs a person."),
					handler("before-resync-target", "Before this node is synchronised."), handler("after-resync-target", "After it was."),
					handler("before-resync-source", "Before this node becomes the source of a synchronisation."), handler("out-of-sync", "A verification found differences."))),
			Map.entry("drbd.disk", List.of(
					of("size", new ValueType.Bytes(SECTOR, 0, 34359738368L * SECTOR), "Use only so much of the backing disk.", MAN),
					of("on-io-error", word("pass_on", "call-local-io-error", "detach"), "What an error of the disk below leads to.", MAN).orElse("pass_on"),
					of("fencing", word("dont-care", "resource-only", "resource-and-stonith"), "What the loss of the peer leads to: resource-and-stonith freezes I/O until it is fenced.", SEED)
							.orElse("resource-and-stonith"),
					flag("use-bmbv", "Trust that the disks below have the same limits."), flag("no-disk-barrier", "No barriers."),
					flag("no-disk-flushes", "No flushes of the disk: only with a battery-backed cache."), flag("no-disk-drain", "No ordering at all: dangerous."),
					flag("no-md-flushes", "No flushes of the meta-data device."),
					of("max-bio-bvecs", number(0, 128), "A limit on the pieces of one request; 0 is none.", MAN).orElse("0"))),
			Map.entry("drbd.net", List.of(
					of("timeout", tenths(1, 600), "After how long without an answer the peer is dead; less than connect-int and ping-int.", MAN).orElse("6s"),
					of("connect-int", seconds(1, 120), "How often a connection is tried.", MAN).orElse("10s"),
					of("ping-int", seconds(1, 120), "How often an idle connection is probed.", MAN).orElse("10s"),
					of("ping-timeout", tenths(1, 100), "How long the probe's answer may take.", MAN).orElse("500ms"),
					of("sndbuf-size", new ValueType.Bytes(1, 0, 10485760), "The TCP send buffer; 0B lets the kernel tune it.", MAN).orElse("0B"),
					of("rcvbuf-size", new ValueType.Bytes(1, 0, 10485760), "The TCP receive buffer; 0B lets the kernel tune it.", MAN).orElse("0B"),
					of("max-buffers", number(32, 131072), "Pages for received data.", MAN).orElse("2048"),
					of("max-epoch-size", number(1, 20000), "Blocks between two write barriers.", MAN).orElse("2048"),
					of("unplug-watermark", number(1, 131072), "Pending writes at which the disk below is unplugged.", MAN).orElse("128"),
					of("ko-count", number(0, 200), "After how many timeouts of one write the peer is given up; 0 is never.", MAN).orElse("0"),
					flag("allow-two-primaries", "Both peers may be primary. Follows from dual-primary."),
					of("cram-hmac-alg", TEXT, "The digest with which the peers prove that they know the shared secret.", MAN),
					of("shared-secret", TEXT, "The peers' shared secret, at most 64 characters.", MAN),
					of("after-sb-0pri", ZERO_PRIMARIES, "split-brain's zero-primaries by its native name.", MAN),
					of("after-sb-1pri", ONE_PRIMARY, "split-brain's one-primary by its native name.", MAN),
					of("after-sb-2pri", TWO_PRIMARIES, "split-brain's two-primaries by its native name.", MAN),
					flag("always-asbp", "Use the split-brain policies even with a third node's data."),
					of("rr-conflict", word("disconnect", "call-pri-lost", "violently"), "When a synchronisation would go against a role.", MAN).orElse("disconnect"),
					of("data-integrity-alg", TEXT, "A digest over all data on the network; for tests.", MAN), flag("no-tcp-cork", "Do not use TCP_CORK."),
					of("on-congestion", word("block", "pull-ahead"), "When the send queue is full.", MAN).orElse("block"),
					of("congestion-fill", new ValueType.Bytes(SECTOR, 0, 20971520L * SECTOR), "How full the send queue may be before pull-ahead.", MAN).orElse("0B"),
					of("congestion-extents", number(7, 3833), "How many active extents before pull-ahead.", MAN).orElse("127"))),
			Map.entry("drbd.syncer", List.of(RATE,
					of("after", TEXT, "Synchronise only when this resource is done.", MAN),
					of("al-extents", number(7, 3833), "Extents of 4 MiB that may be active at once.", MAN).orElse("127"),
					of("csums-alg", TEXT, "A digest to compare blocks by before they are sent.", MAN), of("verify-alg", TEXT, "The digest of an online verification.", MAN),
					of("cpu-mask", TEXT, "The processors of DRBD's threads, hexadecimal.", MAN), flag("use-rle", "Compress the bitmap on the network."),
					of("on-no-data-accessible", word("io-error", "suspend-io"), "When no data can be reached.", MAN).orElse("io-error"),
					of("c-plan-ahead", tenths(0, 300), "The speed controller's horizon; 0s is a fixed rate.", MAN).orElse("0s"),
					of("c-delay-target", tenths(1, 100), "The delay that the controller aims for.", MAN).orElse("1s"),
					of("c-fill-target", new ValueType.Bytes(SECTOR, 0, 1048576L * SECTOR), "The amount in flight that the controller aims for.", MAN).orElse("0B"),
					of("c-max-rate", rate(250, 4194304), "The controller's highest rate.", MAN).orElse("100MiB/s"),
					of("c-min-rate", rate(0, 4194304), "The rate below which programs do not push a synchronisation.", MAN).orElse("4MiB/s"))));

	private DrbdSettings() {
	}

	private static SettingSpec flag(String name, String doc) {
		return of(name, FLAG, doc, MAN).orElse("no");
	}

	private static SettingSpec handler(String name, String doc) {
		return of(name, TEXT, doc, STOCK);
	}

	private static ValueType tenths(long min, long max) {
		return new ValueType.Time(100, min * 100, max * 100);
	}

	private static ValueType rate(long minKib, long maxKib) {
		return new ValueType.Speed(Size.KIB, minKib * Size.KIB, maxKib * Size.KIB);
	}
}
