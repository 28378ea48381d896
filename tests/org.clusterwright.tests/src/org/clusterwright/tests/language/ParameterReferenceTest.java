package org.clusterwright.tests.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.tests.Designs;
import org.junit.jupiter.api.Test;

/** docs/parameters.md is the catalogue, written out: rewritten with -Dgolden.update=true, compared otherwise. */
class ParameterReferenceTest {
	private static final Path PAGE = Designs.root().resolve("docs/parameters.md");

	@Test
	void pageIsTheCatalogue() throws IOException {
		StringBuilder page = new StringBuilder("""
				# Parameters

				Every parameter that a block of a design knows: `name value` in the block, or in the section of that name. Written from the catalogue; the language itself
				is in [language.md](language.md). Parameters of fence devices are their agent's, those of services' resources their resource agent's.
				""");
		for (String block : Catalog.blocks()) {
			page.append("\n## ").append(block).append("\n\n| Parameter | Value | Default | Meaning | Source |\n| --- | --- | --- | --- | --- |\n");
			List<SettingSpec> specs = Catalog.named(block).stream().sorted(Comparator.comparing(SettingSpec::key)).toList();
			for (SettingSpec spec : specs) {
				page.append("| `").append(spec.key()).append("` | ").append(cell(spec.type().describe() + (spec.list() ? ", or several with commas" : ""))).append(" | ")
						.append(spec.defaultText().map(d -> "`" + d + "`").orElse("")).append(" | ").append(cell(spec.doc())).append(" | ").append(cell(spec.source())).append(" |\n");
			}
		}
		if (Boolean.getBoolean("golden.update")) {
			Files.writeString(PAGE, page);
		}
		assertEquals(Files.readString(PAGE), page.toString());
	}

	private static String cell(String text) {
		return text.replace("|", "\\|");
	}
}
