package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.model.design.Bond;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.GuestNic;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Duration;
import org.clusterwright.model.values.Mac;

/** Bonds, NICs and their hardware addresses. */
final class BondFixes {
	static final List<FixRule> RULES = List.of(
			of(Code.DUPLICATE_MAC, BondFixes::nextMac),
			of(Code.MULTICAST_MAC, BondFixes::singleMac),
			of(Code.NIC_IN_BOND_AND_NETWORK, p -> p.change(Nic.class, "Take the NIC out of its bond", n -> {
				n.setBond(null);
				n.setLink(null);
			})),
			of(Code.DUPLICATE_LINK, p -> p.at(Nic.class).stream().flatMap(n -> {
				long link = NextFree.link((Node) n.eContainer(), n.getBond());
				return p.change(n, "Make it link " + link, x -> x.setLink(link));
			})),
			of(Code.BOND_UNUSED, p -> p.at(Bond.class).filter(b -> EObjects.all(p.cluster(), Nic.class).noneMatch(n -> n.getBond() == b)).stream()
					.flatMap(b -> p.change(b, "Remove the bond '" + b.getName() + "'", x -> {
						Bonds bonds = (Bonds) x.eContainer();
						ModelChanges.remove(bonds.getBonds().size() == 1 ? bonds : x);
					}))),
			of(Code.CLUSTER_BOND_MODE, p -> p.change(Bonds.class, "Write 'mode active-backup'", b -> ModelChanges.set(b, "mode", "active-backup"))),
			of(Code.BOND_UPDELAY_ZERO, p -> p.change(Bonds.class, "Write 'updelay 120s'", b -> ModelChanges.set(b, "updelay", "120s"))),
			of(Code.BOND_DELAY_NOT_MULTIPLE, BondFixes::roundDelay),
			of(Code.BOND_UNMONITORED, p -> p.change(Bonds.class, "Write 'miimon 100ms'", b -> ModelChanges.set(b, "miimon", "100ms"))),
			of(Code.BOND_TWO_MONITORS, p -> p.change(Bonds.class, "Watch by miimon only", b -> {
				ModelChanges.unset(b, "arp-interval");
				ModelChanges.unset(b, "arp-ip-target");
			})),
			also(Code.BOND_TWO_MONITORS, "arp", p -> p.change(Bonds.class, "Watch by arp-interval only", b -> ModelChanges.set(b, "miimon", "0ms"))),
			removing(Code.BOND_ARP_WITHOUT_TARGET, "Remove 'arp-interval'"),
			removing(Code.BOND_PRIMARY_MISSING, "Remove 'primary-link'"));

	private BondFixes() {
	}

	/** The next of the same maker; for guests the next that KVM would give. */
	private static Stream<Cure> nextMac(Problem problem) {
		GuestNic guest = problem.at(GuestNic.class).orElse(null);
		if (guest != null) {
			Mac mac = problem.free().guestMac();
			return problem.change(guest, "Change to " + mac, n -> n.setMac(mac));
		}
		return problem.at(Nic.class).stream().flatMap(nic -> {
			Mac mac = problem.free().macLike(nic.getMac());
			return problem.change(nic, "Change to " + mac + " (look at the card for its own)", n -> n.setMac(mac));
		});
	}

	private static Stream<Cure> singleMac(Problem problem) {
		GuestNic guest = problem.at(GuestNic.class).orElse(null);
		if (guest != null) {
			Mac mac = single(guest.getMac());
			return problem.change(guest, "Change to " + mac, n -> n.setMac(mac));
		}
		return problem.at(Nic.class).filter(n -> !n.getMac().text().matches("[0:]+")).stream().flatMap(nic -> {
			Mac mac = single(nic.getMac());
			return problem.change(nic, "Change to " + mac, n -> n.setMac(mac));
		});
	}

	/** Without the bit that says "group". */
	private static Mac single(Mac mac) {
		int first = Integer.parseInt(mac.text().substring(0, 2), 16) & ~1;
		return Mac.parse(String.format(Locale.ROOT, "%02X", first) + mac.text().substring(2));
	}

	private static Stream<Cure> roundDelay(Problem problem) {
		long miimon = Long.parseLong(problem.arg(1));
		return problem.at(Setting.class).stream().flatMap(s -> {
			long millis = Math.ceilDiv(Duration.parse(Settings.text(s.getValues().get(0))).millis(), miimon) * miimon;
			String text = millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
			return problem.change(s, "Change to '" + text + "'", x -> ModelChanges.setValue(x, text));
		});
	}
}
