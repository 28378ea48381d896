package org.clusterwright.tests.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.clusterwright.core.plan.TreeFile;
import org.clusterwright.core.plan.TreeWriter;
import org.clusterwright.formats.NativePath;

/** A process that writes a tree, to be starved or killed: DIR NODE FILES. */
public final class Writing {
	private Writing() {
	}

	public static void main(String[] args) {
		List<TreeFile> files = IntStream.range(0, Integer.parseInt(args[2]))
				.mapToObj(i -> new TreeFile(args[1], new NativePath("/etc/f" + i), 0644, "x".repeat(1000).getBytes(StandardCharsets.UTF_8))).toList();
		try {
			System.out.println(TreeWriter.write(Path.of(args[0]), files));
		} catch (IOException e) {
			System.out.println(e.getMessage());
			System.exit(2);
		}
	}
}
