package org.clusterwright.formats.clusterconf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clusterwright.formats.clusterconf.ClusterConfTree.Element;
import org.clusterwright.model.effective.Parameter;

/** How a design's parameters are called and said in cluster.conf: hyphens become underscores, with the exceptions listed here. */
final class Attributes {
	private static final Map<String, String> NAMES = Map.of("rrp", "rrp_mode", "independent-subtree", "__independent_subtree", "enforce-timeouts", "__enforce_timeouts",
			"max-failures", "__max_failures", "failure-expire-time", "__failure_expire_time", "subtree-max-restarts", "__max_restarts", "subtree-restart-expire-time",
			"__restart_expire_time");
	/** Flags that are not said with 1 and 0: cman(5), corosync.conf(5), cluster.conf(5). */
	private static final Set<String> YES_NO = Set.of("upgrading", "broadcast", "disable_openais", "to_syslog", "to_logfile");
	private static final Set<String> ON_OFF = Set.of("secauth", "debug");

	private Attributes() {
	}

	static void set(Element element, List<Parameter> parameters) {
		parameters.forEach(p -> set(element, p));
	}

	static void set(Element element, Parameter parameter) {
		if (parameter.isOption()) {
			element.set(parameter.key(), parameter.value());
			return;
		}
		String name = name(parameter.key());
		boolean words = element.name().equals("cman") || element.name().equals("totem") || element.name().equals("logging");
		String yes = words && YES_NO.contains(name) ? "yes" : words && ON_OFF.contains(name) ? "on" : "1";
		String no = yes.equals("yes") ? "no" : yes.equals("on") ? "off" : "0";
		element.set(name, parameter.value().map(v -> parameter.type().get().nativeText(v, yes, no)));
	}

	static String name(String key) {
		return NAMES.getOrDefault(key, key.replace('-', '_'));
	}
}
