package org.clusterwright.dsl.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.DrbdVolume;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.design.Value;
import org.clusterwright.model.effective.DrbdOption;
import org.clusterwright.model.effective.DrbdRaw;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Replication;
import org.clusterwright.model.effective.Settings;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;

/** DRBD's options: known to 8.3, sayable in its syntax, and safe together - above all with two primaries. */
public class DrbdOptionChecks extends DslChecks {
	private static final List<String> BODY = List.of("protocol", "device", "disk", "meta-disk", "flexible-meta-disk", "address");

	@Check
	public void optionIsKnown(Option option) {
		if (!(option.eContainer() instanceof Block block) || !isDrbd(block) || option.getKey() == null) {
			return;
		}
		if (!option.getKey().matches("[a-z0-9-]+")) {
			report(Code.DRBD_OPTION_NAME, option, Literals.OPTION__KEY, option.getKey().replaceAll("[\\x00-\\x1f\\x7f]", "?"));
			return;
		}
		boolean known = block instanceof Section ? Catalog.spec(block, option.getKey()).isPresent() : BODY.contains(option.getKey());
		if (!known) {
			report(Code.DRBD_UNKNOWN_OPTION, option, Literals.OPTION__KEY, option.getKey(), block instanceof Section s ? s.getName() : Words.kind(block.eClass()));
		} else if (Statements.all(block, Setting.class).stream().anyMatch(s -> option.getKey().equals(s.getKey()))) {
			report(Code.DRBD_SAID_TWICE, option, Literals.OPTION__KEY, option.getKey(), "the option");
		}
	}

	@Check
	public void valueCanBeSaid(Value value) {
		if (value instanceof TextValue text && text.getText() != null && value.eContainer() != null && value.eContainer().eContainer() instanceof Block block && isDrbd(block)
				&& text.getText().chars().anyMatch(c -> c < ' ' || c == '"' || c == 0x7f)) {
			String key = value.eContainer() instanceof Option o ? o.getKey() : ((Setting) value.eContainer()).getKey();
			report(Code.DRBD_TEXT, value, Literals.TEXT_VALUE__TEXT, key);
		}
	}

	private static boolean isDrbd(Block block) {
		return block instanceof Drbd || block instanceof DrbdResource || block instanceof DrbdPeer || block instanceof DrbdVolume
				|| block instanceof Section && (block.eContainer() instanceof Drbd || block.eContainer() instanceof DrbdResource);
	}

	@Check
	public void fragmentIsWhole(Raw raw) {
		if (!DrbdRaw.isForDrbd(raw) || raw.getText() == null) {
			return;
		}
		if (!DrbdRaw.isWhole(raw.getText())) {
			report(Code.DRBD_RAW, raw, Literals.RAW__TEXT);
		}
		if (raw.getAnchor() != null && !DrbdRaw.anchors(raw).contains(raw.getAnchor())) {
			report(Code.DRBD_RAW_ANCHOR, raw, Literals.RAW__ANCHOR, raw.getAnchor(), String.join(", ", DrbdRaw.anchors(raw)));
		}
	}

	@Check
	public void shortFormsAreNotSaidAgain(Section section) {
		if (!(section.eContainer() instanceof Block owner) || !isDrbd(owner)) {
			return;
		}
		if ("syncer".equals(section.getName()) && Settings.find(section, "rate").isPresent() && Settings.find(owner, "rate").isPresent()) {
			report(Code.DRBD_SAID_TWICE, Settings.find(section, "rate").get(), Literals.SETTING__KEY, "rate", "the syncer section");
		}
		if ("global".equals(section.getName())) {
			Statements.all(section, Setting.class).stream().filter(s -> s.getKey() != null && Settings.find(owner, s.getKey()).isPresent())
					.forEach(s -> report(Code.DRBD_SAID_TWICE, s, Literals.SETTING__KEY, s.getKey(), "the global section"));
		}
		if ("split-brain".equals(section.getName())) {
			Map<String, String> names = Map.of("zero-primaries", "after-sb-0pri", "one-primary", "after-sb-1pri", "two-primaries", "after-sb-2pri");
			Optional<Section> net = Statements.section(owner, "net");
			Statements.all(section, Setting.class).stream().filter(s -> s.getKey() != null && names.containsKey(s.getKey()))
					.filter(s -> net.flatMap(n -> Settings.find(n, names.get(s.getKey()))).isPresent())
					.forEach(s -> report(Code.DRBD_SAID_TWICE, s, Literals.SETTING__KEY, s.getKey(), "net " + names.get(s.getKey())));
		}
	}

	@Check
	public void commonPartIsSound(Drbd drbd) {
		Replication replication = effective(drbd).replication();
		if (replication.design().orElse(null) != drbd) {
			return;
		}
		Set<List<Object>> reported = new HashSet<>();
		Map<String, ReplicatedResource> byName = replication.resources().stream().collect(Collectors.toMap(r -> r.name().value(), r -> r, (a, b) -> a));
		for (ReplicatedResource resource : replication.resources()) {
			new ResourceOptions(replication, resource, reported).check();
			after(replication, resource, byName);
		}
		replication.common().find("syncer", "rate").ifPresent(r -> report(Code.DRBD_RATE, r.origin().element(), Literals.SETTING__VALUES, settingText(r)));
		timeout(replication.common().find("startup", "wfc-timeout"), Code.WFC_TIMEOUT, 120);
		timeout(replication.common().find("startup", "degr-wfc-timeout"), Code.DEGR_WFC_TIMEOUT, 180);
	}

	private static String settingText(DrbdOption option) {
		return option.origin().element() instanceof Setting s && !s.getValues().isEmpty() ? Settings.text(s.getValues().get(0)) : option.text().value();
	}

	private void timeout(Optional<DrbdOption> option, Code code, long seconds) {
		option.filter(o -> o.text().value().matches("[0-9]{1,9}") && !o.text().value().equals("0") && Long.parseLong(o.text().value()) < seconds)
				.ifPresent(o -> report(code, o.origin().element(), null, o.text().value()));
	}

	/** The resources that {@code after} chains are followed at most once each, so a circle ends. */
	private void after(Replication replication, ReplicatedResource resource, Map<String, ReplicatedResource> byName) {
		Optional<DrbdOption> after = resource.options().find("syncer", "after");
		if (after.isEmpty()) {
			return;
		}
		ReplicatedResource next = byName.get(after.get().text().value());
		boolean sound = next != null && resource.hosts().stream().allMatch(h -> next.isOn(h.node()));
		Set<ReplicatedResource> seen = new HashSet<>();
		for (ReplicatedResource r = next; sound && r != null; r = r.options().find("syncer", "after").map(o -> byName.get(o.text().value())).orElse(null)) {
			sound = r != resource;
			if (!seen.add(r)) {
				break;
			}
		}
		if (!sound) {
			report(Code.DRBD_AFTER, after.get().origin().element(), null, after.get().text().value());
		}
	}

	/** The rules of one resource with what it takes from the common part; a common option is reported once. */
	private final class ResourceOptions {
		private final Replication replication;
		private final ReplicatedResource resource;
		private final Set<List<Object>> reported;
		private final String name;

		ResourceOptions(Replication replication, ReplicatedResource resource, Set<List<Object>> reported) {
			this.replication = replication;
			this.resource = resource;
			this.reported = reported;
			this.name = resource.name().value();
		}

		void check() {
			switches();
			primaries();
			fencing();
			network();
			secret();
		}

		private Optional<Effective<String>> option(String section, String option) {
			return replication.option(resource, section, option);
		}

		private void once(Code code, EObject element, Object... args) {
			if (reported.add(List.of(code, element))) {
				report(code, element, element instanceof DrbdResource ? Literals.NAMED__NAME : null, args);
			}
		}

		private void switches() {
			resource.options().refused().forEach((key, setting) -> {
				String[] words = key.split(" ");
				if (replication.common().find(words[0], words[1]).isPresent()) {
					report(Code.DRBD_SWITCH_STAYS_ON, setting, Literals.SETTING__KEY, words[1]);
				}
			});
		}

		private void primaries() {
			Optional<Effective<String>> become = option("startup", "become-primary-on");
			Set<String> hosts = resource.hosts().stream().flatMap(h -> List.of(h.node().name().value(), h.node().hostName().value()).stream()).collect(Collectors.toSet());
			become.filter(b -> !b.value().equals("both") && !hosts.containsAll(List.of(b.value().split(" "))))
					.ifPresent(b -> once(Code.DRBD_BECOME_PRIMARY, b.origin().element(), b.value()));
			boolean dual = replication.isDualPrimary(resource);
			if (!dual) {
				become.filter(b -> b.value().equals("both")).ifPresent(b -> once(Code.DRBD_BOTH_PRIMARY, b.origin().element()));
				return;
			}
			Effective<String> protocol = replication.protocol(resource);
			if (!protocol.value().equals("C")) {
				once(Code.DUAL_PRIMARY_PROTOCOL, protocol.origin().element(), name, protocol.value());
			}
			policy("after-sb-0pri", "discard-younger-primary", "discard-older-primary", "discard-least-changes");
			policy("after-sb-1pri", "violently-as0p", "call-pri-lost-after-sb");
			policy("after-sb-2pri", "violently-as0p", "call-pri-lost-after-sb");
		}

		private void policy(String option, String... unsafe) {
			option("net", option).filter(p -> List.of(unsafe).contains(p.value()))
					.ifPresent(p -> once(Code.DUAL_PRIMARY_POLICY, p.origin().element(), option, p.value()));
		}

		private void fencing() {
			Effective<String> fencing = option("disk", "fencing").orElseThrow();
			boolean handler = option("handlers", "fence-peer").filter(h -> !h.value().isBlank()).isPresent();
			if (replication.isDualPrimary(resource) && !fencing.value().equals("resource-and-stonith")) {
				once(Code.DUAL_PRIMARY_FENCING, fencing.origin().element(), name, fencing.value());
			}
			if (!handler && replication.isDualPrimary(resource)) {
				once(Code.DUAL_PRIMARY_HANDLER, handlerPlace(), name);
			} else if (!handler && !fencing.value().equals("dont-care")) {
				once(Code.FENCING_HANDLER, handlerPlace(), name, fencing.value());
			}
		}

		private EObject handlerPlace() {
			return replication.option(resource, "handlers", "fence-peer").map(h -> h.origin().element()).orElse(resource.design());
		}

		private void network() {
			long timeout = number("timeout") * 100;
			long least = Math.min(number("connect-int"), number("ping-int")) * 1000;
			if (timeout >= least) {
				once(Code.NET_TIMEOUT, option("net", "timeout").orElseThrow().origin().element(), timeout + "ms", least + "ms");
			}
		}

		private long number(String option) {
			String text = option("net", option).map(Effective::value).orElse("");
			return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
		}

		private void secret() {
			Optional<Effective<String>> secret = option("net", "shared-secret");
			if (secret.isEmpty()) {
				return;
			}
			EObject place = secret.get().origin().element();
			if (option("net", "cram-hmac-alg").isEmpty()) {
				once(Code.DRBD_SECRET, place);
			}
			boolean literal = place instanceof Setting s && s.getValues().get(0) instanceof TextValue || place instanceof Option o && o.getValues().stream().anyMatch(TextValue.class::isInstance);
			if (literal && secret.get().value().length() > 64) {
				once(Code.DRBD_SECRET_LENGTH, place);
			} else if (literal) {
				once(Code.DRBD_SECRET_LITERAL, place);
			}
		}
	}
}
