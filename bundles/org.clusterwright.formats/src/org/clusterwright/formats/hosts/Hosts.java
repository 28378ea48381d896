package org.clusterwright.formats.hosts;

import java.util.List;
import org.clusterwright.formats.EditableFormat;
import org.clusterwright.formats.NativeChange;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.RawFragments;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.HostNames;
import org.clusterwright.model.effective.Origin;

/** /etc/hosts, the same on every node: the cluster does not depend on DNS. In the tutorial's layout: tabs for nodes, columns for devices. */
public final class Hosts implements EditableFormat {
	private static final NativePath PATH = new NativePath("/etc/hosts");
	private static final int NAME_COLUMN = 16;

	@Override
	public String id() {
		return "hosts";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		return new RawFragments(cluster).files(PATH, Syntax.HOSTS, out -> print(cluster, out));
	}

	@Override
	public boolean edits(NativePath path) {
		return path.equals(PATH);
	}

	@Override
	public List<NativeChange> changes(EffectiveCluster cluster, EffectiveNode node, NativeFile file, String edited) {
		return new HostsEdits(cluster, file, edited).changes();
	}

	private static void print(EffectiveCluster cluster, TracedWriter out) {
		Origin fixed = new Origin.Default(cluster.design(), "hosts(5): the local host");
		out.line(fixed, "127.0.0.1   localhost localhost.localdomain localhost4 localhost4.localdomain4");
		out.line(fixed, "::1         localhost localhost.localdomain localhost6 localhost6.localdomain6");
		for (HostNames.Group group : cluster.hostNames().groups()) {
			out.put(group.title().origin(), "\n# " + ShellWords.comment(group.title().value()) + correction(group) + "\n");
			group.lines().forEach(l -> line(l, group.node().isPresent(), out));
		}
	}

	private static String correction(HostNames.Group group) {
		return group.title().value().equals("Switches") ? " (corrected: the tutorial has addresses for them but no lines)" : "";
	}

	/** The names are safe (see the rules): no blank or line break can be in one. */
	private static void line(HostNames.Line line, boolean ofNode, TracedWriter out) {
		String address = line.address().value().toString();
		Origin origin = line.address().origin();
		out.put(origin, address + (ofNode ? "\t" : " ".repeat(Math.max(1, NAME_COLUMN - address.length()))));
		String separator = "";
		for (Effective<String> name : line.names()) {
			out.put(name.origin(), separator + name.value());
			separator = " ";
		}
		out.put(origin, "\n");
	}
}
