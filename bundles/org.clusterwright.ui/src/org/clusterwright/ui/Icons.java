package org.clusterwright.ui;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clusterwright.model.findings.Severity;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.plugin.AbstractUIPlugin;

/** The pictures of this bundle. Whoever shows them owns the resource manager that holds them. */
public final class Icons {
	/** Which picture stands for a kind of statement; what is not here gets a plain dot. */
	private static final Map<String, String> BY_KIND = Map.ofEntries(Map.entry("Cluster", "cluster"), Map.entry("Node", "node"), Map.entry("Host", "node"), Map.entry("Network", "network"),
			Map.entry("Bonds", "network"), Map.entry("Switch", "network"), Map.entry("Nic", "nic"), Map.entry("Bmc", "nic"), Map.entry("NodeAddress", "nic"), Map.entry("SwitchPort", "nic"),
			Map.entry("FenceDevice", "fence"), Map.entry("FenceMethod", "fence"), Map.entry("FenceCall", "fence"), Map.entry("Pdu", "fence"), Map.entry("Psu", "fence"), Map.entry("Unfence", "fence"),
			Map.entry("Disk", "disk"), Map.entry("RaidArray", "disk"), Map.entry("HardwareRaid", "disk"), Map.entry("Partition", "disk"), Map.entry("Drbd", "drbd"), Map.entry("DrbdResource", "drbd"),
			Map.entry("DrbdPeer", "drbd"), Map.entry("DrbdVolume", "drbd"), Map.entry("VolumeGroup", "volume"), Map.entry("LogicalVolume", "volume"), Map.entry("PhysicalVolume", "disk"), Map.entry("Guest", "guest"),
			Map.entry("VmService", "guest"), Map.entry("GuestDisk", "volume"), Map.entry("GuestNic", "nic"), Map.entry("Service", "service"), Map.entry("ServiceResource", "service"),
			Map.entry("ResourceDefinition", "service"), Map.entry("FailoverDomain", "service"), Map.entry("DomainMember", "node"), Map.entry("Section", "section"));

	/** Finding a file of the bundle takes longer than drawing a row of a tree. */
	private static final Map<String, ImageDescriptor> NAMED = new ConcurrentHashMap<>();

	private Icons() {
	}

	public static ImageDescriptor named(String name) {
		return NAMED.computeIfAbsent(name, n -> AbstractUIPlugin.imageDescriptorFromPlugin("org.clusterwright.ui", "icons/" + n + ".svg"));
	}

	/** The picture of a statement, by the name of its class in the model. */
	public static Image ofKind(String kind, LocalResourceManager owner) {
		return owner.create(named(BY_KIND.getOrDefault(kind, "setting")));
	}

	/** A small picture of a severity, to be laid over another. From the picture as it is, since reading its file takes milliseconds each time. */
	public static ImageDescriptor overlay(Severity severity) {
		return ImageDescriptor.createFromImage(PlatformUI.getWorkbench().getSharedImages().getImage(switch (severity) {
			case ERROR -> ISharedImages.IMG_DEC_FIELD_ERROR;
			case WARNING -> ISharedImages.IMG_DEC_FIELD_WARNING;
			case INFO -> ISharedImages.IMG_OBJS_INFO_TSK;
		}));
	}

	/** The workbench's own picture of a severity; not to be disposed. */
	public static Image of(Severity severity) {
		ISharedImages shared = PlatformUI.getWorkbench().getSharedImages();
		return shared.getImage(switch (severity) {
			case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
			case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
			case INFO -> ISharedImages.IMG_OBJS_INFO_TSK;
		});
	}
}
