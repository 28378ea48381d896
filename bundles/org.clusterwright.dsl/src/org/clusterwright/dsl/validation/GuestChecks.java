package org.clusterwright.dsl.validation;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveGuest;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.EffectiveVolume;
import org.clusterwright.model.effective.EffectiveVolumeGroup;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Guests: their disks, cards and sizes, and on which nodes they can run. */
public class GuestChecks extends DslChecks {
	private static final Pattern SOURCE = Pattern.compile("import|pxe|/[A-Za-z0-9_.+:@%=,/-]*|(https?|ftp)://[A-Za-z0-9_.+:@%=,/?&~\\[\\]-]+|nfs:[A-Za-z0-9_.+:@%=,/-]+");
	private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
	/** What people know from later virt-install, and what the script says itself. */
	private static final Set<String> NOT_FOR_EL6 = Set.of("--memory", "--osinfo", "--metadata", "--events", "--resource", "--rng", "--panic", "--tpm", "--memdev", "--iothreads",
			"--qemu-commandline", "--cloud-init", "--unattended", "--sysinfo", "--launchSecurity", "--vsock", "--iommu", "--memorybacking", "--features", "--clock", "--pm",
			"--print-xml-only", "--destroy-on-exit", "--name", "--ram", "--vcpus", "--uuid", "--disk", "--network", "--graphics", "--os-variant", "--cdrom", "--location",
			"--import", "--pxe");

	@Check
	public void disksAreTheGuestsOwn(Cluster cluster) {
		Map<LogicalVolume, List<EffectiveGuest.Disk>> users = new LinkedHashMap<>();
		for (EffectiveGuest guest : effective(cluster).guests().all()) {
			for (EffectiveGuest.Disk disk : guest.disks()) {
				disk.volume().ifPresent(v -> users.computeIfAbsent(v.design(), k -> new ArrayList<>()).add(disk));
			}
		}
		users.forEach((volume, disks) -> {
			if (disks.size() > 1) {
				String guests = disks.stream().map(d -> ((Guest) d.design().eContainer()).getName()).map(String::valueOf).collect(Collectors.joining(", "));
				disks.forEach(d -> report(Code.GUEST_VOLUME_TWICE, d.design(), DesignPackage.Literals.GUEST_DISK__VOLUME, volume.getName(), guests));
			}
		});
	}

	@Check
	public void disksSuitTheGuest(Guest design) {
		EffectiveCluster cluster = effective(design);
		EffectiveGuest guest = cluster.guests().of(design).orElse(null);
		if (guest == null) {
			return;
		}
		if (guest.disks().isEmpty()) {
			report(Code.GUEST_WITHOUT_DISK, design, DesignPackage.Literals.NAMED__NAME, design.getName());
		}
		for (EffectiveGuest.Disk disk : guest.disks()) {
			EffectiveVolume volume = disk.volume().orElse(null);
			EffectiveVolumeGroup group = volume == null ? null : cluster.volumes().groupOf(volume).orElse(null);
			if (group == null) {
				continue;
			}
			if (volume.fileSystem().isPresent()) {
				report(Code.GUEST_VOLUME_FILE_SYSTEM, disk.design(), DesignPackage.Literals.GUEST_DISK__VOLUME, volume.name().value());
			} else if (group.clustered().value() && group.volumes().stream().anyMatch(v -> v.gfs2().isPresent())) {
				report(Code.GUEST_IN_SHARED_GROUP, disk.design(), DesignPackage.Literals.GUEST_DISK__VOLUME, volume.name().value(), group.name().value());
			}
			if (group.local() && cluster.nodes().size() > 1) {
				report(Code.GUEST_ON_LOCAL_GROUP, disk.design(), DesignPackage.Literals.GUEST_DISK__VOLUME, volume.name().value());
			}
		}
	}

	@Check
	public void guestRunsWhereItsDataAre(Guest design) {
		EffectiveCluster cluster = effective(design);
		EffectiveGuest guest = cluster.guests().of(design).orElse(null);
		if (guest == null || cluster.nodes().isEmpty()) {
			return;
		}
		Optional<EffectiveNode> preferred = guest.preferred().map(p -> p.value());
		if (guest.nodes().isEmpty()) {
			report(Code.GUEST_UNREACHED, design, DesignPackage.Literals.NAMED__NAME, design.getName(), "any node");
		} else if (preferred.isPresent() && !guest.nodes().contains(preferred.get())) {
			report(Code.GUEST_UNREACHED, design, DesignPackage.Literals.NAMED__NAME, design.getName(), preferred.get().name().value());
		}
		for (EffectiveGuest.Disk disk : guest.disks()) {
			EffectiveVolumeGroup group = disk.volume().flatMap(cluster.volumes()::groupOf).orElse(null);
			if (group != null && preferred.isPresent() && group.preferred().isPresent() && group.preferred().get().value() != preferred.get()) {
				report(Code.GUEST_PREFERENCE, disk.design(), DesignPackage.Literals.GUEST_DISK__VOLUME, design.getName(), preferred.get().name().value(), group.name().value(),
						group.preferred().get().value().name().value());
			}
		}
		if (cluster.nodes().size() > 1 && !guest.settingOrDefault("cache").value().equals("none")) {
			Settings.find(design, "cache").ifPresent(s -> report(Code.GUEST_CACHE, s, DesignPackage.Literals.SETTING__VALUES, guest.settingOrDefault("cache").value()));
		}
	}

	/** That no two cards have one address is said with the nodes' NICs, in {@link BondChecks}. */
	@Check
	public void cardsAreOnNetworks(Cluster cluster) {
		for (EffectiveGuest guest : effective(cluster).guests().all()) {
			if (guest.nics().isEmpty()) {
				report(Code.GUEST_WITHOUT_NETWORK, guest.design(), DesignPackage.Literals.NAMED__NAME, guest.name().value());
			}
			for (EffectiveGuest.Nic nic : guest.nics()) {
				BondChecks.whyNoCard(nic.mac().value()).ifPresent(why -> report(Code.MULTICAST_MAC, nic.design(), DesignPackage.Literals.GUEST_NIC__MAC, nic.mac().value(), why));
			}
		}
	}

	@Check
	public void sizesAreSaid(Guest design) {
		List<String> unsaid = new ArrayList<>();
		List<String> instead = new ArrayList<>();
		effective(design).guests().of(design).ifPresent(guest -> {
			if (Settings.find(design, "memory").isEmpty()) {
				unsaid.add("its memory");
				instead.add(guest.memory().value().text());
			}
			if (Settings.find(design, "cpus").isEmpty()) {
				unsaid.add("how many cpus");
				instead.add(guest.cpus().value() + " processor");
			}
			if (!unsaid.isEmpty()) {
				report(Code.GUEST_SIZE_UNSAID, design, DesignPackage.Literals.NAMED__NAME, design.getName(), String.join(" and ", unsaid), String.join(" and ", instead));
			}
			long[] topology = List.of("sockets", "cores", "threads").stream()
					.mapToLong(k -> Settings.parsed(design, k, Long::valueOf).map(v -> Math.clamp(v.value(), 0, 1000)).orElse(1)).toArray();
			boolean written = List.of("sockets", "cores", "threads").stream().anyMatch(k -> Settings.find(design, k).isPresent());
			long product = topology[0] * topology[1] * topology[2];
			if (written && product != guest.cpus().value()) {
				report(Code.GUEST_TOPOLOGY, design, DesignPackage.Literals.NAMED__NAME, topology[0], topology[1], topology[2], product, guest.cpus().value());
			}
		});
	}

	@Check
	public void guestCanBeInstalled(Guest design) {
		EffectiveCluster cluster = effective(design);
		Settings.find(design, "install").filter(s -> !s.getValues().isEmpty()).ifPresent(setting -> {
			String source = Settings.text(setting.getValues().get(0));
			if (!SOURCE.matcher(source).matches() || List.of(source.split("/")).contains("..")) {
				report(Code.GUEST_INSTALL, setting, DesignPackage.Literals.SETTING__VALUES, source.replaceAll("[\\x00-\\x1f\\x7f]", "?"));
			} else if (source.startsWith(cluster.guests().sharedDirectory().value() + "/") && cluster.volumes().shared().isEmpty() && cluster.nodes().size() > 1) {
				report(Code.GUEST_INSTALL_UNSHARED, setting, DesignPackage.Literals.SETTING__VALUES, source, cluster.guests().sharedDirectory().value());
			}
		});
	}

	@Check
	public void rgmanagerAloneStartsGuests(Cluster cluster) {
		for (VmService service : Statements.all(cluster, VmService.class)) {
			Guest guest = service.getGuest();
			if (guest != null && guest.eContainer() != null && Settings.flag(guest, "autostart").map(v -> v.value()).orElse(false)) {
				Settings.find(guest, "autostart").ifPresent(s -> report(Code.GUEST_AUTOSTART, s, DesignPackage.Literals.SETTING__VALUES, guest.getName()));
			}
		}
	}

	@Check
	public void uuidsDiffer(Cluster cluster) {
		Map<String, List<Guest>> users = new HashMap<>();
		for (EffectiveGuest guest : effective(cluster).guests().all()) {
			users.computeIfAbsent(guest.uuid().value().toLowerCase(java.util.Locale.ROOT), k -> new ArrayList<>()).add(guest.design());
			if (!UUID.matcher(guest.uuid().value()).matches()) {
				reportUuid(Code.GUEST_UUID, guest.design(), guest.uuid().value());
			}
		}
		users.forEach((uuid, guests) -> {
			if (guests.size() > 1) {
				guests.forEach(g -> reportUuid(Code.GUEST_UUID_TWICE, g, uuid));
			}
		});
	}

	private void reportUuid(Code code, Guest guest, String uuid) {
		Settings.find(guest, "uuid").ifPresent(s -> report(code, s, DesignPackage.Literals.SETTING__VALUES, uuid));
	}

	@Check
	public void optionIsKnownToEl6(Option option) {
		if (option.eContainer() instanceof Guest) {
			String key = String.valueOf(option.getKey());
			if (!key.matches("--[a-z][a-z0-9-]*") || NOT_FOR_EL6.contains(key)) {
				report(Code.GUEST_OPTION, option, DesignPackage.Literals.OPTION__KEY, key);
			}
			for (int i = 0; i < option.getValues().size(); i++) {
				if (Settings.text(option.getValues().get(i)).chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
					reportAt(Code.BAD_VALUE, option, DesignPackage.Literals.OPTION__VALUES, i, key, "a line break or control character is not possible here");
				}
			}
		}
	}

	/** A fragment that is not whole elements could close the ones around it. */
	@Check
	public void fragmentIsWholeElements(Raw raw) {
		if (!(raw.eContainer() instanceof Guest) || raw.getText() == null) {
			return;
		}
		EStructuralFeature text = DesignPackage.Literals.RAW__TEXT;
		if (!"libvirt".equals(raw.getPath())) {
			report(Code.GUEST_FRAGMENT, raw, DesignPackage.Literals.RAW__PATH, "a guest's fragments are of its libvirt definition; write raw libvirt");
		}
		if (raw.getAnchor() != null && !new TreeSet<>(List.of("devices", "domain")).contains(raw.getAnchor())) {
			report(Code.GUEST_FRAGMENT, raw, DesignPackage.Literals.RAW__ANCHOR, "it goes at devices or at domain");
		}
		try {
			SAXParserFactory factory = SAXParserFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.newSAXParser().parse(new InputSource(new StringReader("<fragment>" + raw.getText() + "</fragment>")), new DefaultHandler());
		} catch (SAXException e) {
			report(Code.GUEST_FRAGMENT, raw, text, e.getMessage());
		} catch (ParserConfigurationException | IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
