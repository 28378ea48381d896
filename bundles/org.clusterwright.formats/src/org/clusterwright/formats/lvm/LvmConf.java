package org.clusterwright.formats.lvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.LvmConfiguration;
import org.clusterwright.model.effective.Origin;

/** /etc/lvm/lvm.conf: an awk program that sets a few settings in the file that the node has, and leaves every other byte of it alone. */
public final class LvmConf implements NativeFormat {
	private static final String PROGRAM = program();

	@Override
	public String id() {
		return "lvm.conf";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		List<LvmConfiguration.Parameter> parameters = cluster.lvmConfiguration().parameters();
		if (parameters.isEmpty()) {
			return List.of();
		}
		TracedWriter out = new TracedWriter();
		Origin fixed = new Origin.Default(cluster.design(), "lvm.conf(5): a patch, never a replacement");
		out.line(fixed, "# Settings of /etc/lvm/lvm.conf: awk -f THIS < lvm.conf > lvm.conf.new. Applying it twice changes nothing more.");
		out.line(fixed, "# Each setting replaces the one in the file, or the comment that shows it, or is added to its section.");
		out.line(fixed, "BEGIN {");
		for (LvmConfiguration.Parameter parameter : parameters) {
			out.put(fixed, "\twant(").put(parameter.values().origin(), text(parameter.path()) + ", " + text(value(parameter)) + ", " + text(note(parameter)))
					.line(fixed, ")");
		}
		out.line(fixed, "}").line(fixed, "").put(fixed, PROGRAM);
		return List.of(new NativeFile.Patch(new NativePath("/etc/lvm/lvm.conf"), out.finish(), Optional.empty()));
	}

	/** A value in the syntax of lvm.conf. */
	static String value(LvmConfiguration.Parameter parameter) {
		List<String> values = parameter.values().value().stream().map(v -> parameter.number() ? v : text(v)).toList();
		return parameter.list() ? "[ " + String.join(", ", values) + " ]" : values.get(0);
	}

	// The tutorial's "a|/dev/drbd*|" is a regular expression: drb and any number of d, anywhere in the name.
	private static String note(LvmConfiguration.Parameter parameter) {
		return parameter.path().equals("devices/filter") && !(parameter.values().origin() instanceof Origin.Set) && value(parameter).contains("drbd")
				? "a regular expression: the tutorial's /dev/drbd* means drb and any number of d"
				: "";
	}

	/** A string of awk and of lvm.conf alike: both know these two escapes. */
	private static String text(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	private static String program() {
		try (InputStream in = LvmConf.class.getResourceAsStream("lvm-conf.awk")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
