package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;
import static org.clusterwright.dsl.ide.fixes.FixRule.value;

import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.model.design.Bridge;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.GuestDisk;
import org.clusterwright.model.design.GuestNic;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.effective.EffectiveVolume;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Mac;

/** Guests: disks, cards, sizes. */
final class GuestFixes {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;
	private static final int MOST = 4;

	static final List<FixRule> RULES = List.of(
			of(Code.GUEST_VOLUME_TWICE, GuestFixes::otherVolume),
			also(Code.GUEST_VOLUME_TWICE, "remove", p -> p.change(GuestDisk.class, "Take the disk from this guest", ModelChanges::remove)),
			of(Code.GUEST_VOLUME_FILE_SYSTEM, GuestFixes::otherVolume),
			of(Code.GUEST_WITHOUT_DISK, p -> free(p).flatMap(v -> p.change(Guest.class, "Write 'volume " + v + "'", g -> {
				GuestDisk disk = MAKE.createGuestDisk();
				disk.setVolume(volume(g, v));
				g.getStatements().add(0, disk);
			}))),
			of(Code.GUEST_WITHOUT_NETWORK, GuestFixes::addCard),
			of(Code.GUEST_SIZE_UNSAID, p -> p.change(Guest.class, "Write its memory and cpus", g -> {
				if (Settings.find(g, "memory").isEmpty()) {
					ModelChanges.set(g, "memory", memory(p, g));
				}
				if (Settings.find(g, "cpus").isEmpty()) {
					ModelChanges.set(g, "cpus", "1");
				}
			})),
			of(Code.GUEST_TOPOLOGY, p -> p.change(Guest.class, "Write 'cpus " + p.arg(3) + "'", g -> ModelChanges.set(g, "cpus", p.arg(3)))),
			of(Code.GUEST_PREFERENCE, p -> p.change(Guest.class, "Let it prefer " + p.arg(3) + ", as its data do",
					g -> g.setPrefers(Statements.all((Cluster) g.eContainer(), Node.class).stream().filter(n -> p.arg(3).equals(n.getName())).findFirst().orElseThrow()))),
			removing(Code.GUEST_AUTOSTART, "Remove 'autostart'; rgmanager starts the guest"),
			value(Code.GUEST_CACHE, "none"),
			removing(Code.GUEST_UUID, "Remove the UUID; one is derived"),
			removing(Code.GUEST_UUID_TWICE, "Remove the UUID; one is derived"));

	private GuestFixes() {
	}

	private static String memory(Problem problem, Guest guest) {
		return problem.effective().guests().all().stream().filter(x -> x.name().value().equals(guest.getName())).map(x -> x.memory().value().text()).findFirst().orElse("1GiB");
	}

	/** Volumes without a file system that no guest has, those of the guest's own groups first. */
	private static Stream<String> free(Problem problem) {
		List<LogicalVolume> used = EObjects.all(problem.cluster(), GuestDisk.class).map(GuestDisk::getVolume).toList();
		return problem.effective().volumes().all().stream().filter(v -> v.fileSystem().isEmpty() && v.gfs2().isEmpty() && !used.contains(v.design())).map(GuestFixes::name).limit(MOST);
	}

	private static String name(EffectiveVolume volume) {
		return volume.name().value();
	}

	private static LogicalVolume volume(Guest guest, String name) {
		return EObjects.all((Cluster) guest.eContainer(), LogicalVolume.class).filter(v -> name.equals(v.getName())).findFirst().orElseThrow();
	}

	private static Stream<Cure> otherVolume(Problem problem) {
		return free(problem).flatMap(v -> problem.change(GuestDisk.class, "Change to '" + v + "'", d -> d.setVolume(volume((Guest) d.eContainer(), v))));
	}

	/** The bridge that most guests are on comes first. */
	private static Stream<Cure> addCard(Problem problem) {
		List<Bridge> used = EObjects.all(problem.cluster(), GuestNic.class).map(GuestNic::getBridge).toList();
		Mac mac = problem.free().guestMac();
		return EObjects.all(problem.cluster(), Bridge.class).filter(b -> b.getName() != null).sorted(java.util.Comparator.comparingLong(b -> -used.stream().filter(u -> u == b).count()))
				.flatMap(b -> problem.change(Guest.class, "Write 'bridge " + b.getName() + " mac " + mac + "'", g -> {
					GuestNic nic = MAKE.createGuestNic();
					nic.setBridge(EObjects.all((Cluster) g.eContainer(), Bridge.class).filter(x -> b.getName().equals(x.getName())).findFirst().orElseThrow());
					nic.setMac(mac);
					g.getStatements().add(Math.min(g.getStatements().size(), Statements.all(g, GuestDisk.class).size()), nic);
				}));
	}
}
