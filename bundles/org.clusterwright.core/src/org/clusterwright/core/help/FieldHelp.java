package org.clusterwright.core.help;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;

/** Help on a field of a form, by its id: {@code overview_post-join-delay} is a page and, mostly, a parameter of the catalogue. */
public final class FieldHelp {
	/** The blocks in which a page's fields are looked for, and the chapter that says more. */
	private record Page(String title, String chapter, List<String> blocks) {
	}

	private static final Map<String, Page> PAGES = Map.of(
			"overview", new Page("Overview", "stages", List.of("cluster", "cman", "totem", "fencing", "quorumd", "dlm", "logging", "rgmanager")),
			"network", new Page("Nodes & Network", "bare#Plan the networks", List.of("node", "network", "bonds", "nic", "network.bridge", "switch", "pdu")),
			"fencing", new Page("Fencing", "quorum#Why fencing", List.of("fencing", "fencedevice", "pdu")),
			"storage", new Page("Storage", "bare#Divide the disk", List.of("disk", "partition", "raidarray")),
			"drbd", new Page("DRBD", "drbd", List.of("drbd", "drbd.net", "drbd.disk", "drbd.syncer", "drbd.startup", "drbd.handlers", "drbd.split-brain", "drbdresource", "drbdpeer")),
			"volumes", new Page("LVM & GFS2", "gfs2", List.of("volumegroup", "logicalvolume", "lvm", "gfs")),
			"guests", new Page("Guests", "bare#The first guest", List.of("guest")),
			"services", new Page("Services", "gfs2#One owner", List.of("service", "vmservice", "failoverdomain", "rgmanager", "guest")),
			"wizard", new Page("New cluster design", "bare", List.of("cluster", "network", "drbd", "disk")));
	/** Fields that are no parameter of the catalogue. */
	private static final Map<String, String> WORDS = Map.ofEntries(
			Map.entry("name", "The name of it. The cluster's has at most 15 characters, is unique on the network, and is written into every GFS2 file system: choose it before you format."),
			Map.entry("version", "config_version of cluster.conf. Raise it at each change: nodes take a changed file only when the number has grown."),
			Map.entry("address", "An IPv4 address. Empty takes the derived one, which is shown greyed: the subnet's address plus the node's id."),
			Map.entry("subnet", "An IPv4 network with its prefix length, like 10.20.0.0/16, without host bits. No two networks may overlap."),
			Map.entry("mac", "The MAC address of the card, as ip link prints it. Without it nothing keeps the card's name the same at each boot."),
			Map.entry("macs", "One row for each node, one column for each NIC. Paste what ip link prints, or rows of a spreadsheet: every spelling of addresses is read. What is empty is reported until it is filled in."),
			Map.entry("outlet", "The number of the PDU's outlet that feeds the node. A wrong number fences another machine: compare with the plug, and test."),
			Map.entry("size", "The disk's size: the number of sectors that fdisk -lu prints, or a size with its unit. Partitions are planned to the sector."),
			Map.entry("rate", "How fast a resynchronisation may be: about 30 % of what disk and network were measured to sustain."),
			Map.entry("gateway", "The router of the network. Only the Internet-Facing Network should have one."),
			Map.entry("dns", "Name servers, at most three. The cluster's own names are in /etc/hosts."));

	private FieldHelp() {
	}

	/** Absent for ids that are not of a form. */
	public static Optional<HelpPage> of(String id) {
		return of(id, "");
	}

	/** {@code own}: what the field itself says, with what it takes, its default and its source in lines of their own; empty where it says nothing. */
	public static Optional<HelpPage> of(String id, String own) {
		int underscore = id.indexOf('_');
		Page page = underscore < 0 ? null : PAGES.get(id.substring(0, underscore));
		if (page == null) {
			return Optional.empty();
		}
		String field = id.substring(underscore + 1).replaceAll("_?[0-9]+(?=_|$)", "").replaceFirst(".*_", "");
		List<String> lines = new ArrayList<>();
		lines.add("# " + HelpChapters.literal(field.replace('-', ' ')));
		lines.add("*" + page.title() + "*");
		lines.add("");
		Set<SettingSpec> specs = new LinkedHashSet<>();
		if (own.isBlank()) {
			page.blocks().forEach(b -> Catalog.spec(b, field).ifPresent(specs::add));
		} else {
			own.lines().forEach(l -> lines.addAll(own(l)));
			lines.add("");
		}
		if (own.isBlank() && WORDS.containsKey(field) && specs.isEmpty()) {
			lines.add(WORDS.get(field));
			lines.add("");
		}
		for (SettingSpec spec : specs) {
			lines.addAll(List.of(HelpChapters.literal(spec.doc()), ""));
			lines.add("- **Takes** " + HelpChapters.literal(spec.type().describe()) + (spec.list() ? "; several, with commas between" : ""));
			spec.defaultText().ifPresent(d -> lines.add("- **Default** " + HelpChapters.literal(d)));
			lines.add("- **Source** " + HelpChapters.literal(spec.source()));
			lines.add("");
		}
		lines.add("A greyed value is derived or a default and is not in the text; typing one writes it, and *Reset* takes it out again. Every change is one edit of the text and can be undone.");
		lines.add("");
		lines.add("More: [" + (page.chapter().contains("#") ? page.chapter().substring(page.chapter().indexOf('#') + 1) : page.title()) + "](" + page.chapter() + ")");
		return Optional.of(HelpMarkup.page("field", lines));
	}

	private static List<String> own(String line) {
		for (String word : List.of("Takes ", "Default: ", "Source: ")) {
			if (line.startsWith(word)) {
				return List.of("- **" + word.replace(":", "").strip() + "** " + HelpChapters.literal(line.substring(word.length()).strip()));
			}
		}
		return List.of("", HelpChapters.literal(line), "");
	}
}
