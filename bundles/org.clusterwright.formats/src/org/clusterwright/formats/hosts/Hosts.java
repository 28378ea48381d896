package org.clusterwright.formats.hosts;

import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.Origin;

/** /etc/hosts, the same on every node: the cluster does not depend on DNS. */
public final class Hosts implements NativeFormat {

	@Override
	public String id() {
		return "hosts";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		TracedWriter out = new TracedWriter();
		Origin fixed = new Origin.Default(cluster.design(), "hosts(5): the local host");
		out.line(fixed, "127.0.0.1   localhost localhost.localdomain localhost4 localhost4.localdomain4");
		out.line(fixed, "::1         localhost localhost.localdomain localhost6 localhost6.localdomain6");
		return List.of(new NativeFile.Whole(new NativePath("/etc/hosts"), 0644, Syntax.HOSTS, out.finish(), Optional.empty()));
	}
}
