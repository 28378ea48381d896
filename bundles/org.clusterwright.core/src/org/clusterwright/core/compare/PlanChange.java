package org.clusterwright.core.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clusterwright.core.compare.LineDiff.Change;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.NodeTree;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.formats.NativeFile;

/** What became of the files from one plan to the next: the changes of each file that changed, and the files that were not there before. */
public record PlanChange(Map<FileRef, List<Change>> changed, Set<FileRef> added) {
	public static final PlanChange NONE = new PlanChange(Map.of(), Set.of());

	public PlanChange {
		changed = Map.copyOf(changed);
		added = Set.copyOf(added);
	}

	public boolean isEmpty() {
		return changed.isEmpty() && added.isEmpty();
	}

	public List<Change> in(FileRef file) {
		return changed.getOrDefault(file, List.of());
	}

	/** A cluster-wide file is one object in all trees and looked at once. */
	private record Seen(NativeFile before, List<Change> changes) {
	}

	public static PlanChange between(Plan before, Plan after) {
		Map<FileRef, NativeFile> old = new HashMap<>();
		for (NodeTree tree : before.trees()) {
			tree.files().forEach(f -> old.put(new FileRef(tree.name(), f.path().text()), f));
		}
		Map<FileRef, List<Change>> changed = new HashMap<>();
		Set<FileRef> added = new HashSet<>();
		Map<NativeFile, Seen> seen = new IdentityHashMap<>();
		for (NodeTree tree : after.trees()) {
			for (NativeFile file : tree.files()) {
				FileRef ref = new FileRef(tree.name(), file.path().text());
				NativeFile was = old.get(ref);
				if (was == null) {
					added.add(ref);
					continue;
				}
				Seen last = seen.get(file);
				if (last == null || last.before() != was) {
					String text = file.content().text();
					last = new Seen(was, was.content().text().equals(text) ? List.of() : LineDiff.of(was.content().text(), text));
					seen.put(file, last);
				}
				if (!last.changes().isEmpty()) {
					changed.put(ref, last.changes());
				}
			}
		}
		return changed.isEmpty() && added.isEmpty() ? NONE : new PlanChange(changed, added);
	}
}
