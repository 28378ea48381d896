import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Copies jars for the flat class path of the headless verbs: {@code Flatten DIR JAR...}. Signatures are left out, since the JVM keeps no
 * signed class in its archives; so are the digests of the manifest, which are read at each start; and nothing is compressed. Classes older than
 * Java 6 get stack maps: the JVM archives no class without them, nor what inherits from one, which would be our whole parser. Switches over types and the
 * equality of records become plain code, since each would spin a class at run time, which no archive keeps. Needs ASM on its class path.
 */
public final class Flatten {
	private static final long TIME = 1_000_000_000_000L;
	private static final String OBJECT = "java/lang/Object";

	private final Map<String, byte[]> classes = new HashMap<>();

	private Flatten() {
	}

	public static void main(String[] args) throws IOException {
		Path directory = Path.of(args[0]);
		List<Path> jars = List.of(args).subList(1, args.length).stream().map(Path::of).toList();
		Flatten flatten = new Flatten();
		for (Path jar : jars) {
			flatten.read(jar);
		}
		for (Path jar : jars) {
			flatten.copy(jar, directory.resolve(jar.getFileName()));
		}
	}

	/** Keeps all classes: stack maps need to know who inherits from whom. */
	private void read(Path jar) throws IOException {
		try (JarFile in = new JarFile(jar.toFile(), false)) {
			for (Enumeration<JarEntry> entries = in.entries(); entries.hasMoreElements();) {
				JarEntry entry = entries.nextElement();
				if (entry.getName().endsWith(".class")) {
					classes.putIfAbsent(entry.getName().substring(0, entry.getName().length() - ".class".length()), in.getInputStream(entry).readAllBytes());
				}
			}
		}
	}

	private void copy(Path from, Path to) throws IOException {
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
					byte[] content = in.getInputStream(entry).readAllBytes();
					put(out, entry.getName(), entry.getName().endsWith(".class") ? quicker(content) : content);
				}
			}
		}
	}

	private byte[] quicker(byte[] content) {
		int version = (content[6] & 0xff) << 8 | content[7] & 0xff;
		boolean old = version < Opcodes.V1_6;
		ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
			@Override
			protected String getCommonSuperClass(String one, String other) {
				return commonSuperClass(one, other);
			}
		};
		PlainCode plain = new PlainCode(writer, old);
		new ClassReader(content).accept(plain, ClassReader.SKIP_FRAMES);
		return old || plain.changed() ? writer.toByteArray() : content;
	}

	private String commonSuperClass(String one, String other) {
		List<String> supers = superClasses(other);
		return superClasses(one).stream().filter(supers::contains).findFirst().orElse(OBJECT);
	}

	/** The class itself and those it inherits from; an interface, like a class that is nowhere, is an Object to the verifier. */
	private List<String> superClasses(String name) {
		List<String> supers = new ArrayList<>();
		for (String at = name; at != null; at = superClass(at)) {
			supers.add(at);
		}
		return supers;
	}

	private String superClass(String name) {
		byte[] content = classes.get(name);
		if (content != null) {
			ClassReader reader = new ClassReader(content);
			return (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0 ? OBJECT : reader.getSuperName();
		}
		try {
			Class<?> platform = Class.forName(name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader()).getSuperclass();
			return platform == null ? null : platform.getName().replace('.', '/');
		} catch (ClassNotFoundException e) {
			return name.equals(OBJECT) ? null : OBJECT;
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
