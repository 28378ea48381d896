package org.clusterwright.ui.compare;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.clusterwright.formats.Syntax;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.swt.graphics.Image;

/** One text of a comparison: {@code unexpected} are the lines, from 0, that should not differ. */
public record TextSide(String name, String text, Syntax syntax, Set<Integer> unexpected) implements ITypedElement, IEncodedStreamContentAccessor {
	/** A type of no file extension, so that no other viewer wants it. */
	static final String TYPE = "clusterwright-native";

	public TextSide {
		unexpected = Set.copyOf(unexpected);
	}

	@Override
	public String getName() {
		return name;
	}

	@Override
	public Image getImage() {
		return null;
	}

	@Override
	public String getType() {
		return TYPE;
	}

	@Override
	public InputStream getContents() {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String getCharset() {
		return "UTF-8";
	}
}
