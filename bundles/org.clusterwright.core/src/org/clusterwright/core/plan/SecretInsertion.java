package org.clusterwright.core.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.Syntax;
import org.clusterwright.model.effective.Secrets;

/**
 * The files of a plan with the values of secrets in place of the placeholders, as they go to disk and nowhere else. A placeholder without a
 * value stays. A file with a placeholder, filled or not, is readable by its owner alone.
 */
public record SecretInsertion(List<TreeFile> files, Set<String> missing, List<Unwritable> unwritable) {
	/** A secret whose value the syntax of a file cannot say. */
	public record Unwritable(String secret, String path, String reason) {
	}

	private static final int OWNER_ONLY = 0700;

	public SecretInsertion {
		files = List.copyOf(files);
		unwritable = List.copyOf(unwritable);
	}

	public static SecretInsertion into(Plan plan, SecretSource secrets) {
		Set<String> missing = new TreeSet<>();
		List<Unwritable> unwritable = new ArrayList<>();
		List<TreeFile> files = new ArrayList<>();
		for (NodeTree tree : plan.trees()) {
			for (NativeFile file : tree.files()) {
				String text = file.content().text();
				boolean secret = Secrets.PLACEHOLDER.matcher(text).find();
				String filled = secret ? fill(text, file, secrets, missing, unwritable) : text;
				files.add(new TreeFile(tree.name(), file.path(), secret ? file.mode() & OWNER_ONLY : file.mode(), filled.getBytes(StandardCharsets.UTF_8)));
			}
		}
		return new SecretInsertion(files, missing, unwritable);
	}

	private static String fill(String text, NativeFile file, SecretSource secrets, Set<String> missing, List<Unwritable> unwritable) {
		StringBuilder out = new StringBuilder();
		Matcher placeholder = Secrets.PLACEHOLDER.matcher(text);
		int end = 0;
		while (placeholder.find()) {
			out.append(text, end, placeholder.start());
			end = placeholder.end();
			String name = placeholder.group(1);
			Optional<String> value = secrets.value(name);
			if (value.isEmpty()) {
				missing.add(name);
			}
			out.append(value.map(v -> escape(file.syntax(), name, v, file.path().text(), unwritable)).orElse(placeholder.group()));
		}
		return out.append(text, end, text.length()).toString();
	}

	private static String escape(Syntax syntax, String name, String value, String path, List<Unwritable> unwritable) {
		try {
			return syntax.escape(value);
		} catch (IllegalArgumentException e) {
			Unwritable found = new Unwritable(name, path, e.getMessage());
			if (!unwritable.contains(found)) {
				unwritable.add(found);
			}
			return "";
		}
	}
}
