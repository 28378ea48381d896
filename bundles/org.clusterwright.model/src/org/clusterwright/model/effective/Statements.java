package org.clusterwright.model.effective;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Statement;

/** Typed views of the one list of statements that a block has. */
public final class Statements {
	private Statements() {
	}

	public static <T extends Statement> List<T> all(Block block, Class<T> type) {
		return block.getStatements().stream().filter(type::isInstance).map(type::cast).toList();
	}

	public static <T extends Statement> Optional<T> first(Block block, Class<T> type) {
		return block.getStatements().stream().filter(type::isInstance).map(type::cast).findFirst();
	}

	public static Optional<Section> section(Block block, String name) {
		return block.getStatements().stream().filter(s -> s instanceof Section section && name.equals(section.getName())).map(Section.class::cast).findFirst();
	}
}
