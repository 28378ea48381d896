package org.clusterwright.core.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Says which Clusterwright this is. */
final class Version implements Verb {

	@Override
	public String name() {
		return "version";
	}

	@Override
	public String synopsis() {
		return "";
	}

	@Override
	public String purpose() {
		return "print the version";
	}

	@Override
	public String details() {
		return "";
	}

	@Override
	public int run(List<String> words, Streams streams) throws UsageException, IOException {
		if (!Arguments.parse(words, Set.of(), Set.of()).operands().isEmpty()) {
			throw new UsageException("version takes no arguments");
		}
		streams.out().line("clusterwright " + version() + " (Java " + Runtime.version().feature() + ")");
		return OK;
	}

	/** From the manifest of our own bundle; run from a directory of classes it has none. */
	private static String version() throws IOException {
		String here = Version.class.getName().replace('.', '/') + ".class";
		String self = String.valueOf(Version.class.getClassLoader().getResource(here));
		if (!self.startsWith("jar:")) {
			return "(development)";
		}
		URL manifest = URI.create(self.substring(0, self.length() - here.length()) + "META-INF/MANIFEST.MF").toURL();
		try (InputStream in = manifest.openStream()) {
			Attributes attributes = new Manifest(in).getMainAttributes();
			return String.valueOf(attributes.getValue("Bundle-Version"));
		}
	}
}
