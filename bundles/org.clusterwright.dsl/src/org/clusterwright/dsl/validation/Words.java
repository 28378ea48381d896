package org.clusterwright.dsl.validation;

import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EClass;

/** The field's words for the classes of the model, for messages. */
public final class Words {
	private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

	private Words() {
	}

	/** "fence device" for FenceDevice, "DRBD resource" for DrbdResource. */
	public static String kind(EClass type) {
		return switch (type.getName()) {
			case "Bmc" -> "BMC";
			case "Nic" -> "NIC";
			case "Pdu" -> "PDU";
			case "Psu" -> "PSU";
			case "DrbdResource" -> "DRBD resource";
			case "DrbdPeer" -> "DRBD peer";
			case "DrbdVolume" -> "DRBD volume";
			case "Setting" -> "parameter";
			case "VmService" -> "vm";
			default -> NEXT_WORD.matcher(type.getName()).replaceAll(" ").toLowerCase(Locale.ROOT);
		};
	}
}
