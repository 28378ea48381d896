package org.clusterwright.formats.ifcfg;

import java.util.Objects;

/** A piece of an ifcfg file as it was read: the shell sources these files, but only assignments and comments belong in them. */
public sealed interface IfcfgTree {
	/** The piece byte for byte. */
	String source();

	/** {@code NAME=value}: {@code raw} is the value as written at {@code offset}, {@code value} what the shell makes of it, {@code end} the rest of the line. */
	record Assignment(String indent, String name, int offset, String raw, String value, String end) implements IfcfgTree {
		public Assignment {
			Objects.requireNonNull(value);
		}

		@Override
		public String source() {
			return indent + name + "=" + raw + end;
		}
	}

	/** One line with its end: blank, a comment, or not understood. */
	record Verbatim(int offset, String source) implements IfcfgTree {
		public boolean isComment() {
			return source.stripLeading().startsWith("#");
		}
	}
}
