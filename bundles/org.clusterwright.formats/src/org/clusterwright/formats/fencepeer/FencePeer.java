package org.clusterwright.formats.fencepeer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;
import org.clusterwright.model.effective.Replication;

/** The fence-peer handler of DRBD: our own script with the table of this cluster's nodes in it. Its contract is in the script's head. */
public final class FencePeer implements NativeFormat {
	private static final String TABLE = "# @table\n";

	@Override
	public String id() {
		return "fence-peer";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		Replication replication = cluster.replication();
		if (!replication.usesFencePeerScript()) {
			return List.of();
		}
		Origin fixed = new Origin.Default(replication.design().orElseThrow(), "DRBD 8.3's contract with its fence-peer handler");
		String script = script();
		int table = script.indexOf(TABLE);
		TracedWriter out = new TracedWriter();
		out.put(fixed, script.substring(0, table));
		for (EffectiveNode node : cluster.nodes()) {
			String host = ShellWords.quote(node.hostName().value());
			out.line(node.hostName().origin(), "\t" + host + ") node=" + host + " id=" + node.id().value() + " ;;");
		}
		out.put(fixed, script.substring(table + TABLE.length()));
		return List.of(new NativeFile.Whole(new NativePath(Replication.FENCE_PEER_SCRIPT), 0755, Syntax.SHELL, out.finish(), Optional.empty()));
	}

	private static String script() {
		try (InputStream in = FencePeer.class.getResourceAsStream("obliterate-peer.sh")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
