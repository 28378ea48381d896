package org.clusterwright.tests;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.NativePath;
import org.clusterwright.formats.Syntax;
import org.clusterwright.formats.TracedText;
import org.clusterwright.formats.TracedWriter;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;

/** Plans for tests of what happens to them, made by formats of the test's own so that they depend on no real format. */
public final class Plans {
	private Plans() {
	}

	/** Two nodes called one and two, and nothing else. */
	public static EffectiveCluster pair() {
		return Designs.effective(Designs.cluster("node one id 1 short n1\nnode two id 2 short n2\ndomain example.com\n"));
	}

	/** The smallest design at hand that no rule finds an error in: two bare nodes, or where the rules ask for more the tutorial's. */
	public static String designWithoutErrors() {
		String small = "cluster test version 8 {\n    node one id 1\n    node two id 2\n}\n";
		return Designs.LANGUAGE.validate(small).hasErrors() ? Designs.tutorial() : small;
	}

	/** A format that gives these files. */
	public static NativeFormat format(Function<EffectiveCluster, List<NativeFile>> files) {
		return new NativeFormat() {
			@Override
			public String id() {
				return "test";
			}

			@Override
			public List<NativeFile> generate(EffectiveCluster cluster) {
				return files.apply(cluster);
			}
		};
	}

	/** The plan of the pair for a format. */
	public static Plan plan(Function<EffectiveCluster, List<NativeFile>> files) {
		return (Plan) new Planner(List.of(format(files))).plan(pair(), List.of());
	}

	public static NativeFile whole(EffectiveCluster cluster, String path, Syntax syntax, String text) {
		return new NativeFile.Whole(new NativePath(path), 0644, syntax, traced(cluster, text), Optional.empty());
	}

	public static NativeFile whole(EffectiveCluster cluster, EffectiveNode node, String path, String text) {
		return new NativeFile.Whole(new NativePath(path), 0644, Syntax.PLAIN, traced(cluster, text), Optional.of(node));
	}

	public static NativeFile patch(EffectiveCluster cluster, String target, String awk) {
		return new NativeFile.Patch(new NativePath(target), traced(cluster, awk), Optional.empty());
	}

	private static TracedText traced(EffectiveCluster cluster, String text) {
		return new TracedWriter().put(new Origin.Default(cluster.design(), "the test"), text).finish();
	}
}
