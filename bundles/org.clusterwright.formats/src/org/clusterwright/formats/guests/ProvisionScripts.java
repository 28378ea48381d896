package org.clusterwright.formats.guests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedText;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveGuest;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Size;

/** A script for each guest that installs it with EL6's virt-install and then hands it over to rgmanager. It knows no option that is younger. */
public final class ProvisionScripts implements NativeFormat {
	private static final String HEAD = """
			set -eu

			say() {
				printf '%s\\n' "$*"
			}
			die() {
				printf '%s: %s\\n' "$0" "$*" >&2
				exit 1
			}
			confirm() {
				printf '%s\\nType yes to go on: ' "$1"
				read -r answer || answer=
				[ "$answer" = yes ] || die "stopped; nothing is changed"
			}

			[ "$(id -u)" = 0 ] || die "only root can do this"
			""";

	@Override
	public String id() {
		return "virt-install";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		List<NativeFile> files = new ArrayList<>();
		for (EffectiveGuest guest : cluster.guests().all()) {
			NativePath path = NativePath.of(cluster.guests().provision().value(), guest.name().value() + ".sh");
			files.add(new NativeFile.Whole(path, 0755, Syntax.SHELL, print(cluster, guest), Optional.empty()));
		}
		return files;
	}

	private static TracedText print(EffectiveCluster cluster, EffectiveGuest guest) {
		TracedWriter out = new TracedWriter();
		Origin fixed = new Origin.Default(guest.design(), "virt-install(1) of EL6");
		String name = word(guest.name());
		out.line(fixed, "#!/bin/sh").put(fixed, "# Installs the guest ").put(guest.name().origin(), ShellWords.comment(guest.name().value())).line(fixed, ".");
		out.line(fixed, "# Destroys: what lies on its volumes. Run it while rgmanager does not run the guest.");
		out.put(fixed, "# Runs on: ");
		runsOn(out, guest, fixed);
		out.put(fixed, HEAD);
		out.put(fixed, "! virsh dominfo ").put(guest.name().origin(), name).line(fixed, " >/dev/null 2>&1 || die \"the guest is defined here already; nothing is changed\"");
		for (EffectiveGuest.Disk disk : guest.disks()) {
			out.put(fixed, "[ -b ").put(disk.device().origin(), word(disk.device())).put(fixed, " ] || die \"").put(disk.device())
					.line(fixed, " is not active here\"");
		}
		Effective<String> install = guest.settingOrDefault("install");
		if (install.value().startsWith("/")) {
			out.put(fixed, "[ -e ").put(install.origin(), word(install)).line(fixed, " ] || die \"the installation source is not there\"");
		}
		out.put(fixed, "confirm ").put(guest.name().origin(), ShellWords.quote("This installs " + guest.name().value() + "; what is on its volumes is lost.")).line(fixed, "");
		command(out, guest, fixed);
		handOver(out, cluster, guest, fixed);
		return out.finish();
	}

	private static void runsOn(TracedWriter out, EffectiveGuest guest, Origin fixed) {
		if (guest.preferred().isPresent()) {
			Effective<EffectiveNode> node = guest.preferred().get();
			out.put(node.origin(), ShellWords.comment(node.value().hostName().value())).line(fixed, " by preference, as root; any node whose volumes are active will do.");
		} else {
			out.line(fixed, "any node whose volumes are active, as root.");
		}
	}

	private static void command(TracedWriter out, EffectiveGuest guest, Origin fixed) {
		out.put(fixed, "virt-install --connect qemu:///system --hvm --accelerate --noautoconsole --wait -1 \\\n");
		argument(out, fixed, "--name", guest.name());
		argument(out, fixed, "--uuid", guest.uuid());
		argument(out, fixed, "--ram", guest.memory().map(m -> m.bytes() / Size.MIB));
		vcpus(out, guest, fixed);
		guest.setting("cpu-model").ifPresent(m -> argument(out, fixed, "--cpu", m));
		guest.setting("description").ifPresent(d -> argument(out, fixed, "--description", d));
		argument(out, fixed, "--os-variant", guest.settingOrDefault("os-variant"));
		for (EffectiveGuest.Disk disk : guest.disks()) {
			argument(out, fixed, "--disk", new Effective<>("path=" + disk.device().value() + ",bus=" + guest.settingOrDefault("disk-bus").value() + ",cache="
					+ guest.settingOrDefault("cache").value(), disk.device().origin()));
		}
		if (guest.disks().isEmpty()) {
			out.put(fixed, "\t--nodisks \\\n");
		}
		for (EffectiveGuest.Nic nic : guest.nics()) {
			argument(out, fixed, "--network", new Effective<>("bridge=" + nic.bridge().value() + ",model=" + guest.settingOrDefault("nic-model").value() + ",mac="
					+ nic.mac().value().lowerCase(), nic.bridge().origin()));
		}
		if (guest.nics().isEmpty()) {
			out.put(fixed, "\t--nonetworks \\\n");
		}
		graphics(out, guest, fixed);
		for (Option option : Statements.all(guest.design(), Option.class)) {
			Origin origin = new Origin.Set(option, DesignPackage.Literals.OPTION__KEY);
			out.put(origin, "\t" + ShellWords.quote(String.valueOf(option.getKey())));
			option.getValues().forEach(v -> out.put(origin, " " + ShellWords.quote(Settings.text(v))));
			out.put(origin, " \\\n");
		}
		source(out, guest);
	}

	private static void vcpus(TracedWriter out, EffectiveGuest guest, Origin fixed) {
		StringBuilder text = new StringBuilder(String.valueOf(guest.cpus().value()));
		for (String key : List.of("sockets", "cores", "threads")) {
			guest.setting(key).ifPresent(v -> text.append(",").append(key).append("=").append(v.value()));
		}
		argument(out, fixed, "--vcpus", new Effective<>(text.toString(), guest.cpus().origin()));
	}

	private static void graphics(TracedWriter out, EffectiveGuest guest, Origin fixed) {
		Effective<Boolean> vnc = guest.flag("vnc");
		if (!vnc.value()) {
			argument(out, fixed, "--graphics", new Effective<>("none", vnc.origin()));
			return;
		}
		String text = "vnc,listen=" + guest.settingOrDefault("vnc-listen").value() + guest.setting("vnc-port").map(p -> ",port=" + p.value()).orElse("") + ",keymap="
				+ guest.settingOrDefault("keymap").value();
		argument(out, fixed, "--graphics", new Effective<>(text, vnc.origin()));
	}

	/** The last argument: where the system comes from. */
	private static void source(TracedWriter out, EffectiveGuest guest) {
		Effective<String> install = guest.settingOrDefault("install");
		String text = switch (install.value()) {
			case "import" -> "--import";
			case "pxe" -> "--pxe";
			case String path when path.startsWith("/") && path.matches("(?i).*\\.(iso|img)") -> "--cdrom " + ShellWords.quote(path);
			case String tree -> "--location " + ShellWords.quote(tree)
					+ guest.setting("install-args").map(a -> " --extra-args " + ShellWords.quote(a.value())).orElse("");
		};
		out.line(install.origin(), "\t" + text);
	}

	private static void handOver(TracedWriter out, EffectiveCluster cluster, EffectiveGuest guest, Origin fixed) {
		Effective<Boolean> autostart = guest.flag("autostart");
		String name = word(guest.name());
		if (autostart.value()) {
			out.line(autostart.origin(), "virsh autostart " + name);
			return;
		}
		String definition = cluster.guests().definitions().value() + "/" + guest.name().value() + ".xml";
		out.line(fixed, "# rgmanager defines the guest from its file each time it starts it: libvirt must not keep a definition of its own.");
		out.line(fixed, "tries=60");
		out.put(fixed, "while [ \"$(virsh domstate ").put(guest.name().origin(), name).line(fixed, ")\" != \"shut off\" ]; do");
		out.put(fixed, "\t[ \"$tries\" -gt 0 ] || die \"shut the guest down, then: virsh undefine ").put(guest.name().origin(), name).line(fixed, "\"");
		out.put(fixed, "\tvirsh shutdown ").put(guest.name().origin(), name).line(fixed, " >/dev/null 2>&1 || true");
		out.line(fixed, "\tsleep 5").line(fixed, "\ttries=$((tries - 1))").line(fixed, "done");
		out.put(fixed, "virsh undefine ").put(guest.name().origin(), name).line(fixed, "");
		out.put(fixed, "say ").put(cluster.guests().definitions().origin(), ShellWords.quote("Enable it in the cluster now; its definition is " + definition)).line(fixed, "");
	}

	private static void argument(TracedWriter out, Origin fixed, String option, Effective<?> value) {
		out.put(fixed, "\t" + option + " ").put(value.origin(), ShellWords.quote(String.valueOf(value.value()))).put(fixed, " \\\n");
	}

	private static String word(Effective<String> text) {
		return ShellWords.quote(text.value());
	}
}
