package org.clusterwright.formats.drbd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.EditableFormat;
import org.clusterwright.formats.NativeChange;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedText;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.ReplicatedResource;
import org.clusterwright.model.effective.Replication;
import org.clusterwright.model.effective.Secrets;

/** /etc/drbd.conf, /etc/drbd.d/global_common.conf and a .res file for each resource, the same on every node. DRBD 8.3. */
public final class DrbdConf implements EditableFormat {

	@Override
	public String id() {
		return "drbd";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		Replication replication = cluster.replication();
		if (replication.design().isEmpty()) {
			return List.of();
		}
		Drbd design = replication.design().get();
		DrbdWriter writer = new DrbdWriter(cluster.design(), replication);
		List<NativeFile> files = new ArrayList<>();
		files.add(file(new NativePath("/etc/drbd.conf"), writer.drbdConf(design)));
		files.add(file(new NativePath("/etc/drbd.d/global_common.conf"), writer.globalCommon(design)));
		for (ReplicatedResource resource : replication.resources()) {
			files.add(file(NativePath.of("/etc/drbd.d", resource.name().value() + ".res"), writer.resource(resource)));
		}
		return files;
	}

	/** The files of the resources; the common part's are read-only. */
	@Override
	public boolean edits(NativePath path) {
		return path.text().matches("/etc/drbd\\.d/[^/]+\\.res");
	}

	@Override
	public List<NativeChange> changes(EffectiveCluster cluster, EffectiveNode node, NativeFile file, String edited) {
		return cluster.replication().resources().stream().filter(r -> file.path().equals(NativePath.of("/etc/drbd.d", r.name().value() + ".res"))).findFirst()
				.map(r -> new DrbdEdits(cluster, r, file, edited).changes()).orElse(List.of());
	}

	/** A file that waits for a secret is for root's eyes only. */
	private static NativeFile file(NativePath path, List<DrbdTree> tree) {
		TracedText text = DrbdPrinter.print(tree);
		boolean secret = !Secrets.namesIn(text.text()).isEmpty();
		return new NativeFile.Whole(path, secret ? 0600 : 0644, Syntax.DRBD, text, Optional.empty());
	}
}
