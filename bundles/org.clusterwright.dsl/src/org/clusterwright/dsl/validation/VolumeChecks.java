package org.clusterwright.dsl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.PercentAmount;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.design.RestAmount;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.BlockDevice;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectivePhysicalVolume;
import org.clusterwright.model.effective.EffectiveVolume;
import org.clusterwright.model.effective.EffectiveVolumeGroup;
import org.clusterwright.model.effective.LvmConfiguration;
import org.clusterwright.model.effective.ReplicaVolume;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.DeviceFilter;
import org.clusterwright.model.values.Size;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** LVM: the filter, locking, volume groups on their devices, volumes in their group. */
public class VolumeChecks extends DslChecks {
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+_.][A-Za-z0-9+_.-]*");
	private static final Pattern RESERVED = Pattern.compile("(snapshot|pvmove).*|.*(_mlog|_mimage|_rimage|_rmeta|_tdata|_tmeta|_vorigin).*");
	private static final List<String> DIRECTORIES_OF_DEV = List.of("block", "bsg", "bus", "char", "cpu", "disk", "drbd", "fd", "input", "mapper", "net", "pts", "raw", "shm", "snd",
			"mqueue", "hugepages", "md", "cciss", "infiniband", "dri", "usb");
	private static final Pattern LVM_PATH = Pattern.compile("[a-z0-9_]+/[a-z0-9_]+");

	@Check
	public void filterFitsTheDevices(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		if (effective.lvmConfiguration().parameters().isEmpty()) {
			return;
		}
		Setting written = Statements.section(cluster, "lvm").flatMap(s -> Settings.find(s, "filter")).orElse(null);
		DeviceFilter filter;
		try {
			filter = DeviceFilter.parse(effective.lvmConfiguration().filter().value());
		} catch (IllegalArgumentException e) {
			if (written != null) {
				report(Code.LVM_FILTER_PATTERN, written, DesignPackage.Literals.SETTING__VALUES, e.getMessage());
			}
			return;
		}
		Map<String, String> backing = backingDevices(effective);
		for (EffectiveVolumeGroup group : effective.volumes().groups()) {
			for (EffectivePhysicalVolume volume : group.physicalVolumes()) {
				String behind = backing.get(volume.device().value());
				if (behind != null) {
					report(Code.PHYSICAL_VOLUME_BEHIND_DRBD, volume.design(), DesignPackage.Literals.PHYSICAL_VOLUME__DEVICE, volume.device().value(), behind);
				} else if (written != null && !filter.accepts(volume.device().value())) {
					report(Code.LVM_FILTER_REJECTS_DEVICE, written, DesignPackage.Literals.SETTING__VALUES, volume.device().value(), group.name().value());
				}
			}
		}
		if (written != null) {
			backing.forEach((device, resource) -> {
				if (filter.accepts(device)) {
					report(Code.LVM_FILTER_ACCEPTS_BACKING, written, DesignPackage.Literals.SETTING__VALUES, device, resource);
				}
			});
		}
	}

	/** The disks behind DRBD on any node, and the name of the resource each is behind. */
	private static Map<String, String> backingDevices(EffectiveCluster cluster) {
		Map<String, String> devices = new LinkedHashMap<>();
		for (ReplicatedResource resource : cluster.replication().resources()) {
			resource.volumes().stream().flatMap(v -> v.disks().stream()).flatMap(d -> d.disk().stream()).forEach(d -> devices.putIfAbsent(d.value(), resource.name().value()));
		}
		return devices;
	}

	@Check
	public void lockingFitsTheGroups(Section section) {
		if (!"lvm".equals(section.getName()) || !(section.eContainer() instanceof Cluster)) {
			return;
		}
		LvmConfiguration lvm = effective(section).lvmConfiguration();
		if (lvm.clustered() && !lvm.lockingType().value().equals("3")) {
			Settings.find(section, "locking-type").ifPresent(s -> report(Code.LVM_LOCKING_TYPE, s, DesignPackage.Literals.SETTING__VALUES, lvm.lockingType().value()));
		}
		if (lvm.clustered() && Settings.flag(section, "fallback-to-local-locking").map(v -> v.value()).orElse(false)) {
			Settings.find(section, "fallback-to-local-locking").ifPresent(s -> report(Code.LVM_LOCAL_FALLBACK, s, DesignPackage.Literals.SETTING__VALUES));
		}
		List<String> known = lvm.parameters().stream().filter(p -> !(p.values().origin().element() instanceof Option)).map(LvmConfiguration.Parameter::path).toList();
		for (Option option : Statements.all(section, Option.class)) {
			String key = String.valueOf(option.getKey());
			if (!LVM_PATH.matcher(key).matches() || option.getValues().isEmpty()) {
				report(Code.LVM_OPTION, option, DesignPackage.Literals.OPTION__KEY, key, "a parameter of lvm.conf: write section/parameter and its values");
			} else if (known.contains(key)) {
				report(Code.LVM_OPTION, option, DesignPackage.Literals.OPTION__KEY, key, "free: the design says it already or derives it; use the parameter of the section lvm");
			}
			plain(option);
		}
		Statements.all(section, Raw.class)
				.forEach(r -> report(Code.LVM_OPTION, r, DesignPackage.Literals.RAW__TEXT, "raw", "possible here, since lvm.conf is patched: write option"));
	}

	/** Arguments for vgcreate and lvcreate. */
	@Check
	public void optionIsAnArgument(Option option) {
		if (option.eContainer() instanceof VolumeGroup || option.eContainer() instanceof LogicalVolume) {
			if (!String.valueOf(option.getKey()).matches("--?[A-Za-z][A-Za-z0-9-]*")) {
				report(Code.LVM_OPTION, option, DesignPackage.Literals.OPTION__KEY, option.getKey(), "an argument of " + (option.eContainer() instanceof VolumeGroup ? "vgcreate" : "lvcreate"));
			}
			plain(option);
		}
	}

	private void plain(Option option) {
		for (int i = 0; i < option.getValues().size(); i++) {
			if (Settings.text(option.getValues().get(i)).chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
				reportAt(Code.BAD_VALUE, option, DesignPackage.Literals.OPTION__VALUES, i, option.getKey(), "a line break or control character is not possible here");
			}
		}
	}

	@Check
	public void namesSuitLvm(VolumeGroup group) {
		checkName(group.getName(), group, true);
		for (LogicalVolume volume : Statements.all(group, LogicalVolume.class)) {
			checkName(volume.getName(), volume, false);
			if (group.getName() != null && volume.getName() != null) {
				int length = group.getName().replace("-", "--").length() + 1 + volume.getName().replace("-", "--").length();
				if (length > 127) {
					report(Code.VOLUME_NAME_LENGTH, volume, DesignPackage.Literals.NAMED__NAME, group.getName(), volume.getName(), length);
				}
			}
		}
	}

	private void checkName(String name, EObject element, boolean group) {
		if (name == null) {
			return;
		}
		if (!NAME.matcher(name).matches()) {
			report(Code.VOLUME_NAME, element, DesignPackage.Literals.NAMED__NAME, name, "it may hold only letters, digits and + _ . -");
		} else if (!group && RESERVED.matcher(name).matches()) {
			report(Code.VOLUME_NAME, element, DesignPackage.Literals.NAMED__NAME, name, "LVM keeps such names for itself");
		} else if (group && DIRECTORIES_OF_DEV.contains(name)) {
			report(Code.VOLUME_NAME, element, DesignPackage.Literals.NAMED__NAME, name, "/dev/" + name + " is there already");
		}
	}

	@Check
	public void groupIsOnDevices(VolumeGroup design) {
		EffectiveCluster cluster = effective(design);
		EffectiveVolumeGroup group = cluster.volumes().of(design).orElse(null);
		if (group == null) {
			return;
		}
		if (design.getPhysicalVolumes().isEmpty()) {
			report(Code.VOLUME_GROUP_EMPTY, design, DesignPackage.Literals.NAMED__NAME, design.getName());
		}
		for (EffectivePhysicalVolume volume : group.physicalVolumes()) {
			if (group.local() && volume.resource().isPresent()) {
				report(Code.VOLUME_GROUP_LOCAL_DRBD, design, DesignPackage.Literals.VOLUME_GROUP__LOCAL, design.getName(), volume.device().value());
			} else if (!group.local() && volume.resource().isEmpty() && cluster.nodes().size() > 1) {
				report(Code.PHYSICAL_VOLUME_NOT_SHARED, volume.design(), DesignPackage.Literals.PHYSICAL_VOLUME__DEVICE, volume.device().value());
			}
		}
		if (group.local() && group.clustered().value()) {
			report(Code.VOLUME_GROUP_LOCAL_CLUSTERED, design, DesignPackage.Literals.VOLUME_GROUP__LOCAL, design.getName());
		}
		if (group.nodes().isEmpty() && !cluster.nodes().isEmpty()) {
			report(Code.VOLUME_GROUP_UNREACHED, design, DesignPackage.Literals.NAMED__NAME, design.getName());
		} else if (group.preferred().isPresent() && !group.nodes().contains(group.preferred().get().value())) {
			report(Code.VOLUME_GROUP_PREFERENCE, design, DesignPackage.Literals.VOLUME_GROUP__PREFERS, design.getName(), design.getPrefers().getName());
		}
		powerOfTwo(design, "extent-size");
	}

	@Check
	public void devicesBelongToOneGroup(Cluster cluster) {
		Map<String, List<PhysicalVolume>> users = new HashMap<>();
		for (EffectiveVolumeGroup group : effective(cluster).volumes().groups()) {
			group.physicalVolumes().forEach(p -> users.computeIfAbsent(p.device().value(), k -> new ArrayList<>()).add(p.design()));
		}
		users.forEach((device, volumes) -> {
			if (volumes.size() > 1) {
				volumes.forEach(v -> report(Code.PHYSICAL_VOLUME_TWICE, v,
						v.getResource() == null ? DesignPackage.Literals.PHYSICAL_VOLUME__DEVICE : DesignPackage.Literals.PHYSICAL_VOLUME__RESOURCE, device));
			}
		});
	}

	@Check
	public void volumesFitIntoTheirGroups(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		effective.volumes().groups().forEach(g -> volumesFit(effective, g));
	}

	private void volumesFit(EffectiveCluster cluster, EffectiveVolumeGroup group) {
		long extent = Math.max(1, group.extentSize().value().bytes());
		OptionalLong capacity = capacity(cluster, group);
		int percent = 0;
		double bytes = 0;
		boolean full = false;
		for (EffectiveVolume volume : group.volumes()) {
			LogicalVolume design = volume.design();
			if (full) {
				report(Code.VOLUME_AFTER_REST, design, DesignPackage.Literals.NAMED__NAME, design.getName());
			}
			full |= design.getAmount() instanceof RestAmount || volume.size().value().amount().equals("100%FREE") && design.getAmount() != null;
			percent += volume.size().value().percentOfGroup();
			OptionalLong size = volume.size().value().bytes();
			bytes += size.orElse(0);
			if (size.isPresent() && (size.getAsLong() == 0 || size.getAsLong() % extent != 0)) {
				report(Code.VOLUME_EXTENTS, design, DesignPackage.Literals.LOGICAL_VOLUME__AMOUNT, Size.ofBytes(size.getAsLong()), design.getName(), Size.ofBytes(extent));
			}
			if (design.getAmount() instanceof PercentAmount p && p.getBase() == PercentBase.DISK) {
				report(Code.VOLUME_SHARE_OF_DISK, p, DesignPackage.Literals.PERCENT_AMOUNT__BASE);
			}
		}
		if (percent > 100 || percent == 100 && bytes > 0) {
			report(Code.VOLUMES_TOO_LARGE, group.design(), DesignPackage.Literals.NAMED__NAME, group.name().value(),
					percent + "% of it" + (bytes > 0 ? " and more" : ""), "100%");
		} else if (capacity.isPresent() && bytes > capacity.getAsLong() * (1 - percent / 100.0)) {
			report(Code.VOLUMES_TOO_LARGE, group.design(), DesignPackage.Literals.NAMED__NAME, group.name().value(),
					Size.ofBytes((long) bytes) + (percent > 0 ? " and " + percent + "% of it" : ""), "at most " + Size.ofBytes(capacity.getAsLong()));
		}
	}

	/** At most what the devices hold, where all are known; LVM's metadata take a little of it. */
	private static OptionalLong capacity(EffectiveCluster cluster, EffectiveVolumeGroup group) {
		long sum = 0;
		for (EffectivePhysicalVolume volume : group.physicalVolumes()) {
			Optional<Long> size = volume.resource().isPresent()
					? cluster.replication().resource(volume.resource().get()).flatMap(r -> r.volumes().stream().findFirst()).flatMap(ReplicaVolume::usableBytes)
					: leastBytes(cluster, group, volume.device().value());
			if (size.isEmpty()) {
				return OptionalLong.empty();
			}
			sum += size.get();
		}
		return group.physicalVolumes().isEmpty() ? OptionalLong.empty() : OptionalLong.of(sum);
	}

	private static Optional<Long> leastBytes(EffectiveCluster cluster, EffectiveVolumeGroup group, String device) {
		List<Optional<Long>> sizes = group.nodes().stream().map(n -> cluster.partitions().of(n).device(device).flatMap(BlockDevice::bytes).map(Effective::value)).toList();
		return sizes.stream().allMatch(Optional::isPresent) ? sizes.stream().map(Optional::get).min(Long::compare) : Optional.empty();
	}

	private void powerOfTwo(Block block, String key) {
		Settings.parsed(block, key, Size::parse).filter(s -> Long.bitCount(s.value().bytes()) != 1).flatMap(s -> Settings.find(block, key))
				.ifPresent(s -> report(Code.POWER_OF_TWO, s, DesignPackage.Literals.SETTING__VALUES, key, Settings.text(s.getValues().get(0))));
	}

	@Check
	public void stripesArePowersOfTwo(LogicalVolume volume) {
		powerOfTwo(volume, "stripe-size");
		powerOfTwo(volume, "block-size");
	}
}
