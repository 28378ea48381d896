package org.clusterwright.formats;

import java.util.List;

/** Reads a native file without losing a character: {@code print(read(text).tree())} is {@code text}, whatever the text is. Never throws. */
public interface NativeReader<T> {
	ReadResult<T> read(String text);

	/** The text that a tree was read from. */
	String print(List<T> tree);
}
