package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.value;

import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.Plugged;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Switch;
import org.clusterwright.model.design.TextValue;
import org.clusterwright.model.findings.Code;

/** What is plugged where. */
final class HardwareFixes {
	static final List<FixRule> RULES = List.of(
			of(Code.SWITCH_PORT_TWICE, HardwareFixes::port),
			of(Code.SWITCH_PORT_BEYOND_COUNT, HardwareFixes::port),
			of(Code.OUTLET_TWICE, HardwareFixes::outlet),
			of(Code.OUTLET_BEYOND_COUNT, HardwareFixes::outlet),
			of(Code.SWITCHES_STACKED, p -> p.change(Switch.class, "Leave the switches independent", s -> s.setStackedWith(null))),
			value(Code.SWITCH_STP, "no"));

	private HardwareFixes() {
	}

	private static Stream<Cure> port(Problem problem) {
		return problem.at(Plugged.class).filter(p -> p.getSwitch() != null).stream()
				.flatMap(p -> problem.free().port(p.getSwitch()).stream().flatMap(n -> problem.change(p, "Use port " + n, x -> x.setSwitchPort(String.valueOf(n)))));
	}

	/** The node's own calls of the outlet follow; others' do not. */
	private static Stream<Cure> outlet(Problem problem) {
		return problem.at(Psu.class).stream().flatMap(p -> problem.free().outlet(p.getPdu()).stream().flatMap(n -> problem.change(p, "Use outlet " + n, x -> {
			String before = String.valueOf(x.getOutlet());
			x.eContainer().eAllContents().forEachRemaining(e -> {
				if (e instanceof FenceCall call && call.getDevice() != null && call.getDevice().getPdu() == x.getPdu()) {
					call.getParameters().stream().filter(s -> isPort(s, before)).forEach(s -> ModelChanges.setValue(s, String.valueOf(n)));
				}
			});
			x.setOutlet(n);
		})));
	}

	private static boolean isPort(Setting setting, String number) {
		return "port".equals(setting.getKey()) && setting.getValues().size() == 1 && setting.getValues().get(0) instanceof TextValue t && number.equals(t.getText());
	}
}
