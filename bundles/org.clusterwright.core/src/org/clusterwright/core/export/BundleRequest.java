package org.clusterwright.core.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.dsl.ide.ParsedDesign;

/**
 * What to export, where to and how. {@code plan} is the one that was shown: nothing is generated again. {@code fileName} is the design's, without its folder.
 * {@code nodes} are names; where there are none, all nodes and the cluster as a whole are exported. {@code packages} is the folder of the user's RPM files.
 * {@code seal} is there where the bundles shall carry values of secrets. {@code time} of all files is in seconds since 1970; see {@link BundleTime}.
 */
public record BundleRequest(String fileName, ParsedDesign design, Plan plan, List<String> nodes, BundleFormat format, Path directory, Optional<Path> packages,
		Optional<SecretSeal> seal, long time) {
	public BundleRequest {
		Objects.requireNonNull(fileName);
		Objects.requireNonNull(design);
		Objects.requireNonNull(plan);
		Objects.requireNonNull(format);
		Objects.requireNonNull(directory);
		Objects.requireNonNull(packages);
		Objects.requireNonNull(seal);
		nodes = List.copyOf(nodes);
	}
}
