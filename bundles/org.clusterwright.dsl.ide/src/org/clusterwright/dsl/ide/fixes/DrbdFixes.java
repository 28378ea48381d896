package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;
import static org.clusterwright.dsl.ide.fixes.FixRule.value;

import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.Spelling;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.DualPrimary;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;

/** DRBD's resources and options. */
final class DrbdFixes {
	private static final int MOST = 4;

	static final List<FixRule> RULES = List.of(
			of(Code.DRBD_TWICE, p -> p.change(Drbd.class, "Move its lines into the first drbd block", DrbdFixes::merge)),
			of(Code.DRBD_NAME, p -> p.at(DrbdResource.class).stream().flatMap(r -> NameFixes.renameTo(p, r, "all".equals(r.getName()) ? "r-all" : r.getName().startsWith("minor-")
					? r.getName().replaceFirst("minor-", "r")
					: r.getName().replaceAll("[^A-Za-z0-9_.-]+", "_")))),
			of(Code.DRBD_BETWEEN, DrbdFixes::between),
			of(Code.DRBD_HOSTS, p -> p.change(DrbdResource.class, "Keep the first two hosts", DrbdFixes::twoHosts)),
			of(Code.DRBD_HOST_TWICE, p -> p.change(DrbdResource.class, "Name two different hosts", DrbdFixes::twoHosts)),
			of(Code.DRBD_PEER_NOT_HOST, p -> p.change(DrbdPeer.class, "Remove this peer", ModelChanges::remove)),
			of(Code.DRBD_NO_DISK, p -> p.free().partitions().stream().map(d -> d.replaceFirst("^/dev/", "")).limit(MOST)
					.flatMap(d -> p.change(DrbdResource.class, "Write 'on " + d + "'", r -> r.setDisk(d)))),
			of(Code.DRBD_MINOR_TWICE, p -> number(p, "minor", p.free().minor())),
			of(Code.DRBD_MINOR_COUNT, p -> number(p, "minor", p.free().minor())),
			of(Code.DRBD_PORT_TWICE, p -> number(p, "port", p.free().drbdPort())),
			of(Code.DRBD_PORT_RESERVED, p -> number(p, "port", p.free().drbdPort())),
			of(Code.DRBD_PORT_RANGE, p -> number(p, "port", p.free().drbdPort())),
			removing(Code.DRBD_DEVICE, "Remove it; the device then follows from the minor number"),
			removing(Code.DRBD_DEVICE_TWICE, "Remove it; the device then follows from the minor number"),
			removing(Code.DRBD_META_DISK, "Remove it; the meta-data are then internal"),
			of(Code.DRBD_UNKNOWN_OPTION, DrbdFixes::option),
			removing(Code.DRBD_SAID_TWICE, "Remove this one"),
			removing(Code.DRBD_SWITCH_STAYS_ON, "Remove it here"),
			of(Code.DRBD_SECRET, p -> p.at(Statement.class).filter(s -> s.eContainer() instanceof Section).stream()
					.flatMap(s -> p.change((Section) s.eContainer(), "Write 'cram-hmac-alg sha1'", x -> ModelChanges.set(x, "cram-hmac-alg", "sha1")))),
			of(Code.DRBD_SECRET_LITERAL, DrbdFixes::secret),
			of(Code.DRBD_SECRET_LENGTH, DrbdFixes::secret),
			removing(Code.DRBD_AFTER, "Remove 'after'"),
			removing(Code.DRBD_BECOME_PRIMARY, "Remove 'become-primary-on'"),
			of(Code.DRBD_BOTH_PRIMARY, p -> p.change(Drbd.class, "Write 'dual-primary'", d -> {
				if (Statements.first(d, DualPrimary.class).isEmpty()) {
					d.getStatements().add(0, DesignFactory.eINSTANCE.createDualPrimary());
				}
			})),
			of(Code.DUAL_PRIMARY_PROTOCOL, p -> written(p, "protocol", "C")),
			of(Code.DUAL_PRIMARY_FENCING, p -> written(p, "fencing", "resource-and-stonith")),
			of(Code.DUAL_PRIMARY_HANDLER, DrbdFixes::handler),
			of(Code.FENCING_HANDLER, DrbdFixes::handler),
			of(Code.DUAL_PRIMARY_POLICY, p -> p.at(Setting.class).stream().flatMap(s -> safePolicies(s, p.arg(0)).flatMap(v -> p.change(s, "Change to '" + v + "'", x -> ModelChanges.setValue(x, v))))),
			value(Code.WFC_TIMEOUT, "300s"),
			value(Code.DEGR_WFC_TIMEOUT, "180s"),
			also(Code.DRBD_MINOR_TWICE, "derive", p -> p.at(Setting.class).stream().flatMap(s -> p.change(s, "Remove it; the number then follows from the order", ModelChanges::remove))));

	private DrbdFixes() {
	}

	private static void merge(Drbd second) {
		Drbd first = Statements.first((Cluster) second.eContainer(), Drbd.class).orElseThrow();
		first.getStatements().addAll(List.copyOf(second.getStatements()));
		ModelChanges.remove(second);
	}

	private static Stream<Cure> between(Problem problem) {
		List<Node> nodes = Statements.all(problem.cluster(), Node.class);
		return nodes.size() < 2 ? Stream.empty()
				: problem.change(DrbdResource.class, "Write 'between " + nodes.get(0).getName() + ", " + nodes.get(1).getName() + "'",
						r -> r.getHosts().addAll(Statements.all((Cluster) r.eContainer().eContainer(), Node.class).subList(0, 2)));
	}

	private static void twoHosts(DrbdResource resource) {
		distinctHosts(resource);
		while (resource.getHosts().size() > 2) {
			resource.getHosts().remove(2);
		}
		if (resource.getHosts().size() == 1) {
			Statements.all((Cluster) resource.eContainer().eContainer(), Node.class).stream().filter(n -> !resource.getHosts().contains(n)).findFirst().ifPresent(resource.getHosts()::add);
		}
	}

	private static void distinctHosts(DrbdResource resource) {
		for (int i = resource.getHosts().size() - 1; i >= 0; i--) {
			if (resource.getHosts().indexOf(resource.getHosts().get(i)) < i) {
				resource.getHosts().remove(i);
			}
		}
	}

	/** Over the number that is written, else at the resource. */
	private static Stream<Cure> number(Problem problem, String key, long number) {
		String title = "Change to " + key + " " + number;
		return problem.at(Setting.class).isPresent() ? problem.change(Setting.class, title, s -> ModelChanges.setValue(s, String.valueOf(number)))
				: problem.change(DrbdResource.class, title, r -> ModelChanges.set(r, key, String.valueOf(number)));
	}

	private static Stream<Cure> option(Problem problem) {
		return problem.at(Option.class).filter(o -> o.eContainer() instanceof Block).stream()
				.flatMap(o -> Spelling.nearest(o.getKey(), Catalog.specs((Block) o.eContainer()).stream().map(SettingSpec::key).toList(), MOST).stream()
						.flatMap(k -> problem.change(o, "Change to '" + k + "'", x -> x.setKey(k))));
	}

	private static Stream<Cure> secret(Problem problem) {
		return problem.at(Setting.class).isPresent() ? problem.change(Setting.class, "Keep the value outside: write 'shared-secret secret drbd'", s -> ModelChanges.set(s, ModelChanges.secret("drbd")))
				: problem.change(Option.class, "Keep the value outside: write 'secret drbd'", o -> {
					o.getValues().clear();
					o.getValues().add(ModelChanges.secret("drbd"));
				});
	}

	/** Over what is written; an option in the way goes. */
	private static Stream<Cure> written(Problem problem, String key, String value) {
		String title = "Write '" + key + " " + value + "'";
		return problem.at(Setting.class).isPresent() ? problem.change(Setting.class, title, s -> ModelChanges.setValue(s, value))
				: problem.change(Option.class, title, o -> {
					o.getValues().clear();
					o.getValues().add(ModelChanges.text(value));
				});
	}

	/** The stock handler takes the place of one that is written away. */
	private static Stream<Cure> handler(Problem problem) {
		return problem.at(Statement.class).filter(s -> s instanceof Setting || s instanceof Option).stream()
				.flatMap(s -> problem.change(s, "Remove it; the fence-peer handler is then obliterate-peer.sh", ModelChanges::remove));
	}

	private static Stream<String> safePolicies(Setting setting, String option) {
		boolean written = setting.getValues().size() == 1 && setting.getValues().get(0) instanceof TextValue;
		return !written ? Stream.empty() : switch (option) {
			case "after-sb-0pri" -> Stream.of("discard-zero-changes", "disconnect");
			case "after-sb-1pri" -> Stream.of("discard-secondary", "disconnect");
			default -> Stream.of("disconnect");
		};
	}
}
