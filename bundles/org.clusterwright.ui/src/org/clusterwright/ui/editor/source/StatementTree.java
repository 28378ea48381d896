package org.clusterwright.ui.editor.source;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.dsl.ide.NameFilter;
import org.clusterwright.dsl.ide.Outline.Item;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.jface.viewers.ViewerFilter;

/** The statements of a design in a tree viewer, by their paths: a new parse replaces the values and leaves the tree where nothing is different. */
final class StatementTree {
	/** With more differences than this the children are shown anew. */
	private static final int FEW = 20;
	/** So many statements are not expanded by themselves. */
	private static final int MANY = 5_000;

	private final TreeViewer viewer;
	private final ViewerFilter shown = new ViewerFilter() {
		@Override
		public boolean select(Viewer asked, Object parent, Object element) {
			return shows((Item) element);
		}
	};
	private final Map<String, Item> byPath = new HashMap<>();
	private List<Item> roots = List.of();
	private NameFilter filter = NameFilter.of("");
	private boolean parameters = true;

	StatementTree(TreeViewer viewer, LocalResourceManager images) {
		this.viewer = viewer;
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(new Statements());
		viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new StatementLabels(images)));
	}

	List<Item> roots() {
		return roots;
	}

	/** What is now known of an item that the tree shows, which may be of an older parse. */
	Optional<Item> now(Object shown) {
		return shown instanceof Item item ? Optional.ofNullable(byPath.get(item.path())) : Optional.empty();
	}

	/** Shows other statements; touches only what looks different. */
	void show(List<Item> fresh) {
		Map<String, Item> before = Map.copyOf(byPath);
		boolean first = roots.isEmpty() || !roots.equals(fresh);
		roots = fresh;
		byPath.clear();
		fresh.forEach(this::index);
		if (first) {
			viewer.setInput(this);
			expand();
		} else {
			fresh.forEach(item -> update(before, item));
		}
	}

	private void index(Item item) {
		byPath.put(item.path(), item);
		item.children().forEach(this::index);
	}

	private void update(Map<String, Item> before, Item item) {
		Item old = before.get(item.path());
		if (old == null) {
			return;
		}
		if (!old.looksLike(item)) {
			viewer.update(item, null);
		}
		if (!old.children().equals(item.children())) {
			children(item, old.children(), item.children());
		}
		item.children().forEach(c -> update(before, c));
	}

	/** A refresh touches every child, of which there may be hundreds; a key changes one. */
	private void children(Item parent, List<Item> before, List<Item> now) {
		Set<Item> gone = new LinkedHashSet<>(before);
		now.forEach(gone::remove);
		Set<Item> fresh = new LinkedHashSet<>(now);
		before.forEach(fresh::remove);
		List<Item> stay = before.stream().filter(i -> !gone.contains(i)).toList();
		if (viewer.getFilters().length > 0 || gone.size() + fresh.size() > FEW || !stay.equals(now.stream().filter(i -> !fresh.contains(i)).toList())) {
			viewer.refresh(parent, false);
			return;
		}
		boolean expanded = gone.size() == 1 && fresh.size() == 1 && viewer.getExpandedState(gone.iterator().next());
		viewer.remove(parent, gone.toArray());
		for (Item item : fresh) {
			viewer.insert(parent, item, now.indexOf(item));
			viewer.setExpandedState(item, expanded);
		}
	}

	private void expand() {
		if (byPath.size() < MANY) {
			viewer.expandToLevel(2);
		}
	}

	private void refilter() {
		viewer.setFilters(filter.isEmpty() && parameters ? new ViewerFilter[0] : new ViewerFilter[] { shown });
	}

	void filter(String typed) {
		filter = NameFilter.of(typed);
		viewer.getTree().setRedraw(false);
		try {
			refilter();
			if (filter.isEmpty()) {
				expand();
			} else {
				viewer.expandAll();
			}
		} finally {
			viewer.getTree().setRedraw(true);
		}
	}

	/** Whether plain parameters are shown, or only what has a name or a block. */
	void showParameters(boolean on) {
		parameters = on;
		refilter();
	}

	void sort(boolean byName) {
		viewer.setComparator(byName ? new ViewerComparator() : null);
	}

	/** The first statement that the filter means itself, not one that only holds it. */
	Optional<Item> firstMatch() {
		return filter.isEmpty() ? Optional.empty() : roots.stream().flatMap(r -> firstMatch(r).stream()).findFirst();
	}

	private Optional<Item> firstMatch(Item item) {
		return filter.matches(item.label()) ? Optional.of(item) : item.children().stream().flatMap(c -> firstMatch(c).stream()).findFirst();
	}

	private boolean shows(Item item) {
		if (!parameters && (item.kind().equals("Setting") || item.kind().equals("Option"))) {
			return false;
		}
		return filter.isEmpty() || filter.matches(item.label()) || now(item).orElse(item).children().stream().anyMatch(this::shows);
	}

	private final class Statements implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return roots.toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return now(parent).map(i -> i.children().toArray()).orElse(new Object[0]);
		}

		@Override
		public Object getParent(Object element) {
			String path = ((Item) element).path();
			int end = path.lastIndexOf('/');
			Item parent = null;
			while (parent == null && end > 0) {
				path = path.substring(0, end);
				parent = byPath.get(path);
				end = path.lastIndexOf('/');
			}
			return parent;
		}

		@Override
		public boolean hasChildren(Object element) {
			return getChildren(element).length > 0;
		}
	}
}
