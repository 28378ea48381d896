package org.clusterwright.dsl.validation;

import java.util.Optional;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.NetworkRole;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Address;
import org.clusterwright.model.values.Cidr;
import org.eclipse.xtext.validation.Check;

/** Corosync's messages: rings, timeouts, addresses. From corosync.conf(5), cman(5) and the tutorial's corosync-objctl. */
public class TotemChecks extends DslChecks {
	private static final Cidr MULTICAST = Cidr.parse("224.0.0.0/4");
	private static final Cidr ORGANISATION = Cidr.parse("239.192.0.0/14");
	private static final long SHORT_TOKEN = 1000;

	@Check
	public void authenticationIsAChoice(Section section) {
		if (isCluster(section, "totem")) {
			Settings.flag(section, "secauth").filter(s -> !s.value())
					.ifPresent(s -> report(Code.SECAUTH_OFF, s.origin().element(), DesignPackage.Literals.SETTING__VALUES));
		}
	}

	@Check
	public void tokenIsLongEnough(Section section) {
		if (!isCluster(section, "totem")) {
			return;
		}
		Optional<Effective<String>> token = Settings.text(section, "token");
		if (token.isEmpty()) {
			report(Code.TOKEN_DEFAULT, section, DesignPackage.Literals.NAMED__NAME);
			return;
		}
		long millis = QuorumChecks.millis(effective(section), "totem", "token");
		if (millis > 0 && millis < SHORT_TOKEN) {
			report(Code.TOKEN_SHORT, token.get().origin().element(), DesignPackage.Literals.SETTING__VALUES, millis);
		}
	}

	@Check
	public void ringsAgree(Cluster cluster) {
		EffectiveCluster effective = effective(cluster);
		Optional<EffectiveNetwork> ring = effective.networks().withRole(NetworkRole.RING1);
		Optional<Effective<String>> mode = Statements.section(cluster, "totem").flatMap(s -> Settings.text(s, "rrp"));
		if (mode.isEmpty()) {
			return;
		}
		boolean none = mode.get().value().equals("none");
		if (none && ring.isPresent()) {
			report(Code.RING_CONFLICT, mode.get().origin().element(), DesignPackage.Literals.SETTING__VALUES, ring.get().name().value());
		}
		if (!none && ring.isEmpty()) {
			report(Code.RING_MISSING, mode.get().origin().element(), DesignPackage.Literals.SETTING__VALUES, mode.get().value());
		}
	}

	@Check
	public void multicastIsMulticast(Section section) {
		if (!isCluster(section, "cman")) {
			return;
		}
		for (String key : new String[] { "multicast", "alt-multicast" }) {
			Optional<Effective<Address>> address = Settings.parsed(section, key, Address::parse);
			if (address.isPresent() && !ORGANISATION.contains(address.get().value())) {
				Code code = MULTICAST.contains(address.get().value()) ? Code.MULTICAST_SCOPE : Code.MULTICAST_ADDRESS;
				report(code, address.get().origin().element(), DesignPackage.Literals.SETTING__VALUES, address.get().value());
			}
		}
	}

	private static boolean isCluster(Section section, String name) {
		return name.equals(section.getName()) && section.eContainer() instanceof Cluster;
	}
}
