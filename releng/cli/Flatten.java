import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars for the flat class path of the headless verbs: {@code java Flatten.java DIR JAR...}. Signatures are left out, since the JVM keeps no
 * signed class in its archives; so are the digests of the manifest, which are read at each start; and nothing is compressed.
 */
public final class Flatten {
	private static final long TIME = 1_000_000_000_000L;

	private Flatten() {
	}

	public static void main(String[] args) throws IOException {
		Path directory = Path.of(args[0]);
		for (String jar : List.of(args).subList(1, args.length)) {
			copy(Path.of(jar), directory.resolve(Path.of(jar).getFileName()));
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (JarFile in = new JarFile(from.toFile(), false); OutputStream file = Files.newOutputStream(to); ZipOutputStream out = new ZipOutputStream(file)) {
			Manifest manifest = new Manifest();
			if (in.getManifest() != null) {
				manifest.getMainAttributes().putAll(in.getManifest().getMainAttributes());
			}
			ByteArrayOutputStream text = new ByteArrayOutputStream();
			manifest.write(text);
			put(out, JarFile.MANIFEST_NAME, text.toByteArray());
			for (Enumeration<JarEntry> entries = in.entries(); entries.hasMoreElements();) {
				JarEntry entry = entries.nextElement();
				if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME) && !isSignature(entry.getName())) {
					put(out, entry.getName(), in.getInputStream(entry).readAllBytes());
				}
			}
		}
	}

	private static boolean isSignature(String name) {
		return name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
	}

	private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
		CRC32 sum = new CRC32();
		sum.update(content);
		ZipEntry entry = new ZipEntry(name);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(content.length);
		entry.setCrc(sum.getValue());
		entry.setTime(TIME);
		out.putNextEntry(entry);
		out.write(content);
		out.closeEntry();
	}
}
