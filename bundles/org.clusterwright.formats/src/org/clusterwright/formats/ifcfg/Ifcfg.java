package org.clusterwright.formats.ifcfg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.EditableFormat;
import org.clusterwright.formats.NativeChange;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.RawFragments;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Route;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveInterface;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Statements;

/** The ifcfg and route files of EL6's network scripts: one ifcfg for each interface, a route file for each device with static routes. */
public final class Ifcfg implements EditableFormat {
	private static final String DIRECTORY = "/etc/sysconfig/network-scripts";

	@Override
	public String id() {
		return "ifcfg";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		RawFragments raw = new RawFragments(cluster);
		List<NativeFile> files = new ArrayList<>();
		for (EffectiveNode node : cluster.nodes()) {
			IfcfgPrinter printer = new IfcfgPrinter(cluster, node);
			for (EffectiveInterface device : cluster.interfaces().of(node)) {
				NativePath path = NativePath.of(DIRECTORY, "ifcfg-" + device.device().value());
				TracedWriter out = new TracedWriter();
				printer.print(device, out);
				raw.append(out, path, Optional.of(node));
				files.add(RawFragments.whole(path, Syntax.IFCFG, out.finish(), Optional.of(node)));
				device.network().flatMap(n -> routes(n, raw, node)).ifPresent(files::add);
			}
		}
		return files;
	}

	@Override
	public boolean edits(NativePath path) {
		return path.text().startsWith(DIRECTORY + "/ifcfg-");
	}

	@Override
	public List<NativeChange> changes(EffectiveCluster cluster, EffectiveNode node, NativeFile file, String edited) {
		return cluster.interfaces().of(node).stream().filter(d -> file.path().equals(NativePath.of(DIRECTORY, "ifcfg-" + d.device().value()))).findFirst()
				.map(d -> new IfcfgEdits(cluster, node, file, d, edited).changes()).orElse(List.of());
	}

	private static Optional<NativeFile> routes(EffectiveNetwork network, RawFragments raw, EffectiveNode node) {
		NativePath path = NativePath.of(DIRECTORY, "route-" + network.device().value());
		List<Route> routes = Statements.all(network.design(), Route.class).stream().filter(r -> r.getDestination() != null && r.getGateway() != null).toList();
		if (routes.isEmpty() && raw.of(path, Optional.of(node)).isEmpty()) {
			return Optional.empty();
		}
		TracedWriter out = new TracedWriter();
		for (Route route : routes) {
			Origin line = new Origin.Set(route, DesignPackage.Literals.ROUTE__DESTINATION);
			out.put(line, route.getDestination() + " via ").put(new Origin.Set(route, DesignPackage.Literals.ROUTE__GATEWAY), route.getGateway().toString());
			out.put(line, " dev ").put(network.device()).put(line, "\n");
		}
		raw.append(out, path, Optional.of(node));
		return Optional.of(RawFragments.whole(path, Syntax.PLAIN, out.finish(), Optional.of(node)));
	}
}
