package org.clusterwright.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignFiles;

/** The designs that come with the product, to look at and to start from. */
public enum Example {
	TUTORIAL("an-clusterA"), THREE_NODES("three-nodes");

	private final String id;

	Example(String id) {
		this.id = id;
	}

	/** The name of its project, and of its file without the ending. */
	public String id() {
		return id;
	}

	public String fileName() {
		return id + "." + DesignFiles.EXTENSION;
	}

	public String label() {
		return switch (this) {
			case TUTORIAL -> Messages.example_tutorial;
			case THREE_NODES -> Messages.example_threeNodes;
		};
	}

	public String description() {
		return switch (this) {
			case TUTORIAL -> Messages.example_tutorialDescription;
			case THREE_NODES -> Messages.example_threeNodesDescription;
		};
	}

	public String text() {
		try (InputStream in = Example.class.getResourceAsStream("/examples/" + fileName())) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
