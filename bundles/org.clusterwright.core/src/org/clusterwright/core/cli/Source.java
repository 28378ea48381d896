package org.clusterwright.core.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.dsl.ide.TextLimits;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;

/** A design as it was named on the command line, {@code -} being standard input, with its bytes judged but not yet parsed. */
record Source(String name, TextLimits.Decoded content) {
	static final String STANDARD_INPUT = "-";

	static Source read(String name, Streams streams) throws IOException {
		if (name.equals(STANDARD_INPUT)) {
			return new Source(name, decode(streams.in()));
		}
		Path file = Path.of(name);
		if (!Files.exists(file)) {
			throw new NoSuchFileException(name);
		}
		if (Files.isDirectory(file)) {
			throw new IOException(name + " is a directory");
		}
		if (Files.isRegularFile(file) && Files.size(file) > TextLimits.MAX_BYTES) {
			return new Source(name, tooLarge(Files.size(file)));
		}
		try (InputStream in = Files.newInputStream(file)) {
			return new Source(name, decode(in));
		}
	}

	/** Text and findings; of bytes that are no text only the finding. */
	ParsedDesign validate(ClusterLanguage language) {
		return language.check(parse(language), () -> false);
	}

	ParsedDesign parse(ClusterLanguage language) {
		return switch (content) {
			case TextLimits.Decoded.Text text -> language.parse(text.text());
			case TextLimits.Decoded.Refused refused -> new ParsedDesign("", Optional.empty(), List.of(refused.finding()), Optional.empty());
		};
	}

	private static TextLimits.Decoded decode(InputStream in) throws IOException {
		return TextLimits.decode(in.readNBytes(TextLimits.MAX_BYTES + 1));
	}

	private static TextLimits.Decoded tooLarge(long bytes) {
		return new TextLimits.Decoded.Refused(
				new Finding(Code.TEXT_TOO_LARGE, Code.TEXT_TOO_LARGE.severity(), Place.START, List.of(String.valueOf(bytes), String.valueOf(TextLimits.MAX_BYTES))));
	}
}
