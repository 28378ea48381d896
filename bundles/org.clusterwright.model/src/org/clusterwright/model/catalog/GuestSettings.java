package org.clusterwright.model.catalog;

import static org.clusterwright.model.catalog.SettingSpec.of;
import static org.clusterwright.model.catalog.ValueType.FLAG;
import static org.clusterwright.model.catalog.ValueType.IP;
import static org.clusterwright.model.catalog.ValueType.TEXT;
import static org.clusterwright.model.catalog.ValueType.number;
import static org.clusterwright.model.catalog.ValueType.word;

import java.util.List;
import java.util.Map;

/** Parameters of guests: what EL6's libvirt 0.8 and 0.9, qemu-kvm 0.12 and virt-install can do. */
final class GuestSettings {
	private static final long MIB = 1L << 20;
	private static final long GIB = 1L << 30;
	private static final String INSTALL = "virt-install(1) of EL6";
	private static final String DOMAIN = "libvirt 0.9, domain XML";

	/** Kinds of block that are sections: a word and braces. */
	static final List<String> SECTIONS = List.of();

	static final Map<String, List<SettingSpec>> BLOCKS = Map.of("guest", List.of(
			of("memory", new ValueType.Bytes(MIB, 32 * MIB, 2048 * GIB), "The guest's memory", INSTALL + " --ram").orElse("1GiB"),
			of("cpus", number(1, 160), "How many virtual processors; EL6.1 supports 64, later ones 160", INSTALL + " --vcpus").orElse("1"),
			of("cpu-model", word("cpu64-rhel6", "cpu64-rhel5", "qemu64", "qemu32", "kvm64", "kvm32", "486", "pentium", "pentium2", "pentium3", "pentiumpro", "coreduo",
					"core2duo", "n270", "Conroe", "Penryn", "Nehalem", "Westmere", "SandyBridge", "Opteron_G1", "Opteron_G2", "Opteron_G3", "athlon", "phenom"),
					"The processor that the guest sees. Nodes must all be able to give it, or the guest cannot migrate", DOMAIN),
			of("sockets", number(1, 160), "Sockets of the processor topology; sockets, cores and threads multiply to cpus", DOMAIN),
			of("cores", number(1, 160), "Cores of each socket", DOMAIN),
			of("threads", number(1, 2), "Threads of each core", DOMAIN),
			of("machine", word("pc", "rhel6.0.0", "rhel6.1.0", "rhel6.2.0", "rhel6.3.0", "rhel6.4.0", "rhel6.5.0", "rhel6.6.0", "rhel5.4.0", "rhel5.5.0"),
					"The machine type; left out, the newest of the node that defines the guest", DOMAIN),
			of("install", TEXT, "What the guest is installed from: the path of an ISO image, a URL or directory with an installation tree, pxe, or import for a volume that "
					+ "has a system already", INSTALL + " --cdrom, --location, --pxe, --import").orElse("import"),
			of("install-args", TEXT, "Kernel arguments for an installation from a tree, such as ks=http://...", INSTALL + " --extra-args"),
			of("os-variant", word("rhel6", "rhel5.4", "rhel5", "rhel4", "rhel3", "rhel2.1", "fedora16", "fedora15", "fedora14", "fedora13", "fedora12", "fedora11", "sles11",
					"sles10", "mes5.1", "mes5", "mandriva2010", "mandriva2009", "debiansqueeze", "debianlenny", "debianetch", "ubuntumaverick", "ubuntulucid", "ubuntukarmic",
					"ubuntujaunty", "ubuntuintrepid", "ubuntuhardy", "virtio26", "generic26", "generic24", "win7", "vista", "win2k8", "win2k3", "win2k", "winxp", "winxp64",
					"solaris10", "solaris9", "freebsd8", "freebsd7", "freebsd6", "openbsd4", "netware6", "netware5", "netware4", "msdos", "generic"),
					"The guest's operating system", INSTALL + " --os-variant").orElse("rhel6"),
			of("boot-order", word("hd", "cdrom", "network", "fd"), "What the guest boots from, in order, after its installation", DOMAIN).many().orElse("hd"),
			of("autostart", FLAG, "Whether libvirtd starts the guest by itself. Not for guests that rgmanager runs", "virsh(1) autostart").orElse("no"),
			of("disk-bus", word("virtio", "ide", "scsi"), "The bus of the disks", INSTALL + " --disk bus=").orElse("virtio"),
			of("cache", word("none", "writethrough", "writeback"), "How the node caches the disks; only none is safe with live migration", DOMAIN).orElse("none"),
			of("io", word("native", "threads"), "How the node does the disks' input and output", DOMAIN).orElse("native"),
			of("nic-model", word("virtio", "e1000", "rtl8139"), "The model of the network cards", INSTALL + " --network model=").orElse("virtio"),
			of("vnc", FLAG, "Whether the guest's screen is offered over VNC", INSTALL + " --graphics vnc").orElse("yes"),
			of("vnc-listen", IP, "The address at which the screen is offered; anyone who reaches it sees it", INSTALL + " --graphics listen=").orElse("127.0.0.1"),
			of("vnc-port", number(5900, 65535), "The port of the screen; left out, the first free from 5900", INSTALL + " --graphics port="),
			of("keymap", word("en-us", "en-gb", "de", "de-ch", "fr", "fr-be", "fr-ca", "fr-ch", "es", "it", "nl", "nl-be", "pt", "pt-br", "da", "sv", "no", "fi", "is", "pl",
					"cz", "hu", "hr", "sl", "lt", "lv", "et", "ru", "mk", "tr", "ja", "ar"), "The keyboard of the screen", INSTALL + " --graphics keymap=").orElse("en-us"),
			of("video", word("cirrus", "vga"), "The graphics card", DOMAIN).orElse("cirrus"),
			of("tablet", FLAG, "Whether there is a USB tablet, so that the pointer follows the viewer's", DOMAIN).orElse("yes"),
			of("serial", FLAG, "Whether there is a serial console (virsh console)", DOMAIN).orElse("yes"),
			of("clock", word("utc", "localtime"), "What the guest's clock shows; Windows wants localtime", DOMAIN).orElse("utc"),
			of("on-poweroff", word("destroy", "restart", "preserve", "rename-restart"), "What follows when the guest shuts down", DOMAIN).orElse("destroy"),
			of("on-reboot", word("restart", "destroy", "preserve", "rename-restart"), "What follows when the guest reboots", DOMAIN).orElse("restart"),
			of("on-crash", word("restart", "destroy", "preserve", "rename-restart"), "What follows when the guest crashes", DOMAIN).orElse("restart"),
			of("uuid", TEXT, "The guest's UUID. Derived from the cluster's and the guest's name", DOMAIN),
			of("description", TEXT, "A text for people", DOMAIN)));

	private GuestSettings() {
	}
}
