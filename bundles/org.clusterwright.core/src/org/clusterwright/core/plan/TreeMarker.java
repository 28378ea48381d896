package org.clusterwright.core.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The file at the top of a written tree that says which files are ours: what it does not name is never deleted. */
public final class TreeMarker {
	static final String NAME = ".clusterwright-tree";
	private static final String FIRST_LINE = "clusterwright-tree 1";

	private TreeMarker() {
	}

	static String text(List<TreeFile> files) {
		StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
		files.stream().map(TreeFile::relative).sorted().forEach(p -> text.append(p).append('\n'));
		return text.toString();
	}

	/** What the last run wrote into a directory, as paths below it; nothing where that cannot be told. */
	public static List<String> written(Path directory) {
		try {
			List<String> lines = Files.readAllLines(directory.resolve(NAME), StandardCharsets.UTF_8);
			if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
				return List.of();
			}
			return lines.stream().skip(1).filter(l -> !l.isEmpty() && directory.resolve(l).normalize().startsWith(directory.normalize())).toList();
		} catch (IOException e) {
			return List.of();
		}
	}

	/** Why a directory must not be replaced, as the end of a sentence; null when it may be. */
	static String whyNotOurs(Path directory) throws IOException {
		if (Files.isSymbolicLink(directory)) {
			return "is a symbolic link";
		}
		if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
			return "is not a directory";
		}
		if (FlushedDirectory.isEmpty(directory)) {
			return null;
		}
		Path marker = directory.resolve(NAME);
		if (!Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)) {
			return "is not empty and was not written by clusterwright (it has no " + NAME + ")";
		}
		List<String> lines = Files.readAllLines(marker, StandardCharsets.UTF_8);
		if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
			return "was written by another version of clusterwright";
		}
		Set<Path> ours = new HashSet<>();
		ours.add(marker);
		lines.stream().skip(1).forEach(l -> ours.add(directory.resolve(l)));
		String stranger = firstStranger(directory, ours);
		return stranger == null ? null : "holds a file that clusterwright did not write (" + stranger + ")";
	}

	private static String firstStranger(Path directory, Set<Path> ours) throws IOException {
		String[] found = new String[1];
		Files.walkFileTree(directory, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				if (!ours.contains(file)) {
					found[0] = directory.relativize(file).toString();
					return FileVisitResult.TERMINATE;
				}
				return FileVisitResult.CONTINUE;
			}
		});
		return found[0];
	}
}
