package org.clusterwright.formats.lvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.StepScript;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectivePhysicalVolume;
import org.clusterwright.model.effective.EffectiveVolume;
import org.clusterwright.model.effective.EffectiveVolumeGroup;
import org.clusterwright.model.effective.LvmConfiguration;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Size;

/** The steps of LVM: every node reads its devices anew, then one node of each group makes physical volumes, group and volumes. */
public final class LvmSteps implements NativeFormat {

	@Override
	public String id() {
		return "lvm-steps";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		List<NativeFile> files = new ArrayList<>();
		if (cluster.lvmConfiguration().parameters().isEmpty()) {
			return files;
		}
		for (EffectiveNode node : cluster.nodes()) {
			files.add(rescan(cluster, node));
			List<EffectiveVolumeGroup> groups = cluster.volumes().groups().stream().filter(g -> madeOn(g, node)).toList();
			if (!groups.isEmpty()) {
				files.add(create(cluster, node, groups));
			}
		}
		return files;
	}

	/** A shared group is made on the first node that reaches it, a local one on each. */
	public static boolean madeOn(EffectiveVolumeGroup group, EffectiveNode node) {
		return group.local() ? group.nodes().contains(node) : !group.nodes().isEmpty() && group.nodes().get(0) == node;
	}

	private static NativeFile rescan(EffectiveCluster cluster, EffectiveNode node) {
		Origin fixed = new Origin.Default(cluster.design(), "lvm.conf(5): after a change of the filter");
		StepScript script = new StepScript(node, fixed, List.of("Makes LVM forget the devices that it saw through the old filter.", "Run it when /etc/lvm/lvm.conf is in place."), "");
		LvmConfiguration.Parameter filter = cluster.lvmConfiguration().parameters().get(0);
		script.out().put(fixed, "grep -Fq -e ").put(filter.values().origin(), ShellWords.quote("filter = " + LvmConf.value(filter))).line(fixed,
				" /etc/lvm/lvm.conf || die \"/etc/lvm/lvm.conf does not have this design's filter yet\"");
		script.line("rm -f /etc/lvm/cache/.cache");
		script.line("# The cluster need not run yet: cman, then drbd, then clvmd come before the next step.");
		script.line("vgscan --ignorelockingfailure");
		script.line("case $(awk '$2 == \"/\" { print $1 }' /proc/mounts) in");
		script.line("*/dev/mapper/* | */dev/dm-*)");
		script.line("\tsay \"The root file system may be on LVM: see that the filter accepts its disk, then rebuild the initramfs with dracut -f.\"");
		script.line("\t;;");
		script.line("esac");
		return script.finish("40-lvm-1-rescan.sh");
	}

	private static NativeFile create(EffectiveCluster cluster, EffectiveNode node, List<EffectiveVolumeGroup> groups) {
		Origin fixed = new Origin.Default(cluster.design(), "lvm(8)");
		String devices = groups.stream().flatMap(g -> g.physicalVolumes().stream()).map(p -> p.device().value()).collect(Collectors.joining(" "));
		StepScript script = new StepScript(node, fixed,
				List.of("Makes the volume groups and logical volumes that this node makes for the cluster.",
						"After a failure on the way: vgremove what was made, pvremove its devices, and run it again."),
				"what lies on " + devices + ".");
		boolean clustered = groups.stream().anyMatch(g -> g.clustered().value());
		if (clustered) {
			script.line("# clvmd needs cman to run first, on all nodes of the groups.");
			script.line("service cman status >/dev/null || die \"start cman on all nodes first: service cman start\"");
		}
		groups.forEach(g -> g.physicalVolumes().forEach(p -> p.resource().ifPresent(r -> primary(script, p, r.getName(), fixed))));
		if (clustered) {
			script.line("service clvmd status >/dev/null || die \"start clvmd on all nodes first: service clvmd start\"");
		}
		for (EffectiveVolumeGroup group : groups) {
			group.physicalVolumes().forEach(p -> script.out().put(fixed, "must_be_blank ").put(p.device().origin(), word(p.device())).line(fixed, ""));
			script.out().put(fixed, "! vgs ").put(group.name().origin(), word(group.name())).put(fixed, " >/dev/null 2>&1 || die \"there is a volume group ")
					.put(group.name()).line(fixed, " already; nothing is changed\"");
		}
		script.out().put(fixed, "confirm ").put(fixed, ShellWords.quote("This makes physical volumes of " + devices + "; what is on them is lost.")).line(fixed, "");
		groups.forEach(g -> commands(script.out(), g, fixed));
		script.line("lvs");
		return script.finish("40-lvm-2-create.sh");
	}

	private static void primary(StepScript script, EffectivePhysicalVolume volume, String resource, Origin fixed) {
		script.out().put(fixed, "case $(drbdadm role ").put(new Origin.Set(volume.design(), DesignPackage.Literals.PHYSICAL_VOLUME__RESOURCE),
				ShellWords.quote(String.valueOf(resource))).line(fixed, ") in");
		script.line("Primary/*) ;;");
		script.out().put(fixed, "*) die \"DRBD resource ").put(volume.device().origin(), String.valueOf(resource))
				.line(fixed, " is not primary here: start drbd on both of its nodes first, service drbd start\" ;;");
		script.line("esac");
	}

	private static void commands(TracedWriter out, EffectiveVolumeGroup group, Origin fixed) {
		VolumeGroup design = group.design();
		for (EffectivePhysicalVolume volume : group.physicalVolumes()) {
			out.put(fixed, "pvcreate ");
			size(design, "data-alignment").ifPresent(s -> out.put(s.origin(), "--dataalignment " + amount(s.value()) + " "));
			out.put(volume.device().origin(), word(volume.device())).line(fixed, "");
		}
		out.put(fixed, "vgcreate ").put(group.clustered().origin(), group.clustered().value() ? "-c y " : "-c n ");
		size(design, "extent-size").ifPresent(s -> out.put(s.origin(), "-s " + amount(s.value()) + " "));
		flag(out, design, "max-volumes", "-l ");
		flag(out, design, "max-physical-volumes", "-p ");
		flag(out, design, "allocation", "--alloc ");
		options(out, Statements.all(design, Option.class));
		out.put(group.name().origin(), word(group.name()));
		group.physicalVolumes().forEach(p -> out.put(fixed, " ").put(p.device().origin(), word(p.device())));
		out.line(fixed, "");
		group.volumes().forEach(v -> create(out, v, fixed));
	}

	private static void create(TracedWriter out, EffectiveVolume volume, Origin fixed) {
		out.put(fixed, "lvcreate ").put(volume.size().origin(), volume.size().value().option() + " " + volume.size().value().amount() + " ");
		flag(out, volume.design(), "stripes", "-i ");
		size(volume.design(), "stripe-size").ifPresent(s -> out.put(s.origin(), "-I " + amount(s.value()) + " "));
		Settings.flag(volume.design(), "contiguous").ifPresent(c -> out.put(c.origin(), c.value() ? "-C y " : "-C n "));
		flag(out, volume.design(), "permission", "-p ");
		options(out, Statements.all(volume.design(), Option.class));
		out.put(fixed, "-n ").put(volume.name().origin(), word(volume.name())).put(fixed, " ").put(volume.group().origin(), word(volume.group())).line(fixed, "");
	}

	private static Optional<Effective<Size>> size(org.clusterwright.model.design.Block block, String key) {
		return Settings.parsed(block, key, Size::parse);
	}

	private static void flag(TracedWriter out, org.clusterwright.model.design.Block block, String key, String option) {
		Settings.text(block, key).ifPresent(v -> out.put(v.origin(), option + ShellWords.quote(v.value()) + " "));
	}

	/** A raw argument of the command: {@code option "--addtag" "web"}. */
	private static void options(TracedWriter out, List<Option> options) {
		for (Option option : options) {
			Origin origin = new Origin.Set(option, DesignPackage.Literals.OPTION__KEY);
			out.put(origin, ShellWords.quote(String.valueOf(option.getKey())) + " ");
			option.getValues().forEach(v -> out.put(origin, ShellWords.quote(Settings.text(v)) + " "));
		}
	}

	/** In k, which for LVM is 1024 bytes. */
	private static String amount(Size size) {
		return size.bytes() / Size.KIB + "k";
	}

	private static String word(Effective<String> text) {
		return ShellWords.quote(text.value());
	}
}
