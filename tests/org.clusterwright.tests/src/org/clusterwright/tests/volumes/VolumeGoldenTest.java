package org.clusterwright.tests.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.gfs2.FileSystemSteps;
import org.clusterwright.formats.guests.LibvirtDomains;
import org.clusterwright.formats.guests.ProvisionScripts;
import org.clusterwright.formats.lvm.LvmConf;
import org.clusterwright.formats.lvm.LvmSteps;
import org.clusterwright.formats.services.ServiceSteps;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Code;
import org.clusterwright.tests.Designs;
import org.clusterwright.tests.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden trees of volumes and guests. */
class VolumeGoldenTest {
	private static final List<NativeFormat> VOLUMES = List.of(new LvmConf(), new LvmSteps(), new FileSystemSteps(), new ServiceSteps());
	private static final List<NativeFormat> GUESTS = List.of(new LibvirtDomains(), new ProvisionScripts());

	static Stream<Path> volumes() {
		return Golden.cases("volumes");
	}

	static Stream<Path> guests() {
		return Golden.cases("guests");
	}

	@ParameterizedTest
	@MethodSource("volumes")
	void volumesAreAsExpected(Path directory) {
		check(directory, VOLUMES);
	}

	@ParameterizedTest
	@MethodSource("guests")
	void guestsAreAsExpected(Path directory) {
		check(directory, GUESTS);
	}

	private static void check(Path directory, List<NativeFormat> formats) {
		ParsedDesign parsed = Designs.LANGUAGE.validate(Designs.read(Designs.root().relativize(directory.resolve("input.cluster")).toString()));
		assertEquals(List.of(), parsed.findings().stream().filter(f -> f.isError() && f.code() != Code.UNKNOWN_SECTION).map(f -> f.place() + " " + f.message()).toList());
		Golden.assertTree(directory.resolve("expected"), Golden.generate(new EffectiveCluster(parsed.root().orElseThrow()), formats));
	}
}
