package org.clusterwright.formats.guests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveGuest;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Size;

/** The guests' definitions on the shared file system, in the elements that libvirt 0.8 and 0.9 of EL6 know. rgmanager's vm resources start guests from them. */
public final class LibvirtDomains implements NativeFormat {
	/** What a raw fragment of a guest names as its file, and where it may go. */
	public static final String RAW_PATH = "libvirt";
	public static final List<String> RAW_ANCHORS = List.of("devices", "domain");

	@Override
	public String id() {
		return "libvirt";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		String directory = cluster.guests().definitions().value();
		List<NativeFile> files = new ArrayList<>();
		for (EffectiveGuest guest : cluster.guests().all()) {
			files.add(new NativeFile.Whole(NativePath.of(directory, guest.name().value() + ".xml"), 0644, Syntax.XML, new Domain(guest).print(), Optional.empty()));
		}
		return files;
	}

	/** Prints one domain. */
	private static final class Domain {
		private final EffectiveGuest guest;
		private final TracedWriter out = new TracedWriter();
		private final Origin fixed;

		Domain(EffectiveGuest guest) {
			this.guest = guest;
			this.fixed = new Origin.Default(guest.design(), "libvirt 0.9, domain XML");
		}

		org.clusterwright.formats.TracedText print() {
			line("<domain type='kvm'>");
			element("  ", "name", guest.name());
			element("  ", "uuid", guest.uuid());
			guest.setting("description").ifPresent(d -> element("  ", "description", d));
			// In KiB: the attribute unit came with libvirt 0.9.11.
			element("  ", "memory", guest.memory().map(m -> m.bytes() / Size.KIB));
			element("  ", "currentMemory", guest.memory().map(m -> m.bytes() / Size.KIB));
			element("  ", "vcpu", guest.cpus());
			os();
			line("  <features>").line("    <acpi/>").line("    <apic/>").line("    <pae/>").line("  </features>");
			cpu();
			attributed("  ", "clock", "offset", guest.settingOrDefault("clock"));
			element("  ", "on_poweroff", guest.settingOrDefault("on-poweroff"));
			element("  ", "on_reboot", guest.settingOrDefault("on-reboot"));
			element("  ", "on_crash", guest.settingOrDefault("on-crash"));
			line("  <devices>").line("    <emulator>/usr/libexec/qemu-kvm</emulator>");
			guest.disks().forEach(this::disk);
			guest.nics().forEach(this::nic);
			console();
			raw("devices");
			line("  </devices>");
			raw("domain");
			line("</domain>");
			return out.finish();
		}

		private void os() {
			line("  <os>");
			out.put(fixed, "    <type arch='x86_64'");
			guest.setting("machine").ifPresent(m -> attribute("machine", m));
			line(">hvm</type>");
			guest.boot().forEach(b -> attributed("    ", "boot", "dev", b));
			line("  </os>");
		}

		private void cpu() {
			Optional<Effective<String>> model = guest.setting("cpu-model");
			Optional<Effective<String>> sockets = guest.setting("sockets");
			Optional<Effective<String>> cores = guest.setting("cores");
			Optional<Effective<String>> threads = guest.setting("threads");
			boolean topology = sockets.isPresent() || cores.isPresent() || threads.isPresent();
			if (model.isEmpty() && !topology) {
				return;
			}
			line(model.isPresent() ? "  <cpu match='exact'>" : "  <cpu>");
			model.ifPresent(m -> element("    ", "model", m));
			if (topology) {
				Effective<String> one = Effective.byDefault("1", guest.design(), "one of each that is not written");
				out.put(fixed, "    <topology");
				attribute("sockets", sockets.orElse(one));
				attribute("cores", cores.orElse(one));
				attribute("threads", threads.orElse(one));
				line("/>");
			}
			line("  </cpu>");
		}

		private void disk(EffectiveGuest.Disk disk) {
			Origin origin = disk.device().origin();
			out.line(origin, "    <disk type='block' device='disk'>");
			out.put(origin, "      <driver name='qemu' type='raw'");
			attribute("cache", guest.settingOrDefault("cache"));
			attribute("io", guest.settingOrDefault("io"));
			out.line(origin, "/>");
			out.put(origin, "      <source");
			attribute("dev", disk.device());
			out.line(origin, "/>").put(origin, "      <target");
			attribute("dev", disk.target());
			attribute("bus", guest.settingOrDefault("disk-bus"));
			out.line(origin, "/>").line(origin, "    </disk>");
		}

		private void nic(EffectiveGuest.Nic nic) {
			Origin origin = nic.bridge().origin();
			out.line(origin, "    <interface type='bridge'>").put(origin, "      <mac");
			attribute("address", nic.mac().map(m -> m.lowerCase()));
			out.line(origin, "/>").put(origin, "      <source");
			attribute("bridge", nic.bridge());
			out.line(origin, "/>").put(origin, "      <model");
			attribute("type", guest.settingOrDefault("nic-model"));
			out.line(origin, "/>").line(origin, "    </interface>");
		}

		private void console() {
			Effective<Boolean> serial = guest.flag("serial");
			if (serial.value()) {
				out.put(serial.origin(), """
						    <serial type='pty'>
						      <target port='0'/>
						    </serial>
						    <console type='pty'>
						      <target type='serial' port='0'/>
						    </console>
						""");
			}
			Effective<Boolean> vnc = guest.flag("vnc");
			if (vnc.value()) {
				if (guest.flag("tablet").value()) {
					out.line(guest.flag("tablet").origin(), "    <input type='tablet' bus='usb'/>");
				}
				line("    <input type='mouse' bus='ps2'/>");
				Optional<Effective<String>> port = guest.setting("vnc-port");
				out.put(vnc.origin(), "    <graphics type='vnc'");
				attribute("port", port.orElseGet(() -> Effective.byDefault("-1", guest.design(), "the first free port")));
				out.put(vnc.origin(), port.isPresent() ? " autoport='no'" : " autoport='yes'");
				attribute("listen", guest.settingOrDefault("vnc-listen"));
				attribute("keymap", guest.settingOrDefault("keymap"));
				out.line(vnc.origin(), "/>").line(vnc.origin(), "    <video>").put(vnc.origin(), "      <model");
				attribute("type", guest.settingOrDefault("video"));
				out.line(vnc.origin(), " vram='9216' heads='1'/>").line(vnc.origin(), "    </video>");
			}
			line("    <memballoon model='virtio'/>");
		}

		private void raw(String anchor) {
			for (Raw raw : Statements.all(guest.design(), Raw.class)) {
				if (raw.getText() != null && anchor.equals(raw.getAnchor() == null ? "devices" : raw.getAnchor())) {
					out.line(new Origin.Set(raw, DesignPackage.Literals.RAW__TEXT), raw.getText().strip());
				}
			}
		}

		private Domain line(String line) {
			out.line(fixed, line);
			return this;
		}

		private void element(String indent, String name, Effective<?> value) {
			out.put(value.origin(), indent + "<" + name + ">" + escape(String.valueOf(value.value())) + "</" + name + ">\n");
		}

		private void attributed(String indent, String name, String attribute, Effective<?> value) {
			out.put(value.origin(), indent + "<" + name);
			attribute(attribute, value);
			out.put(value.origin(), "/>\n");
		}

		private void attribute(String name, Effective<?> value) {
			out.put(value.origin(), " " + name + "='" + escape(String.valueOf(value.value())) + "'");
		}

		private static String escape(String text) {
			return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&apos;").replace("\"", "&quot;");
		}
	}
}
