package org.clusterwright.ui.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.core.compare.ExportState;
import org.clusterwright.core.plan.FileRef;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.ui.Icons;
import org.clusterwright.ui.Messages;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.StyledString.Styler;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;

/** Contents and labels of the tree of nodes and their files. */
final class GeneratedTree extends LabelProvider implements ITreeContentProvider, IStyledLabelProvider {
	/** Files that are ours whole come first, then changes of others, then what is run by hand and its data. */
	private static final Comparator<NativeFile> ORDER = Comparator.comparingInt(GeneratedTree::rank).thenComparing(NativeFile::path);
	private static final Styler MADE = new Styler() {
		@Override
		public void applyStyles(TextStyle style) {
			style.background = PaneColours.made();
		}
	};

	private final LocalResourceManager images;
	private final Map<GeneratedEntry.Node, List<GeneratedEntry.File>> entries = new LinkedHashMap<>();
	private final Map<GeneratedEntry.File, NativeFile> files = new HashMap<>();
	private Map<GeneratedEntry.Node, List<GeneratedEntry.File>> before = Map.of();
	private Marks marks = Marks.NONE;

	GeneratedTree(LocalResourceManager images) {
		this.images = images;
	}

	/**
	 * What stands where a file stood that the plan no longer has: the same path of the node in that place (it has another name, or is the next one), or of any
	 * other; else its neighbour.
	 */
	Optional<GeneratedEntry.File> inPlaceOf(GeneratedEntry.File gone) {
		GeneratedEntry.Node node = new GeneratedEntry.Node(gone.node());
		int at = List.copyOf(before.keySet()).indexOf(node);
		if (files.containsKey(gone) || at < 0 || entries.isEmpty()) {
			return Optional.empty();
		}
		List<GeneratedEntry.Node> nodes = List.copyOf(entries.keySet());
		GeneratedEntry.Node here = entries.containsKey(node) ? node : nodes.get(Math.min(at, nodes.size() - 1));
		List<GeneratedEntry.File> own = entries.get(here);
		Optional<GeneratedEntry.File> neighbour = own.isEmpty() ? Optional.empty() : Optional.of(own.get(Math.clamp(before.get(node).indexOf(gone), 0, own.size() - 1)));
		Stream<GeneratedEntry.File> samePath = here.equals(node) ? Stream.empty() : Stream.concat(own.stream(), files().stream()).filter(f -> f.path().equals(gone.path()));
		return samePath.findFirst().or(() -> neighbour);
	}

	/** Takes another plan; tells whether there are other nodes or files than before. */
	boolean show(Plan plan) {
		before = new LinkedHashMap<>(entries);
		entries.clear();
		files.clear();
		if (plan != null) {
			plan.trees().forEach(t -> {
				List<GeneratedEntry.File> own = new ArrayList<>();
				for (NativeFile file : t.files().stream().sorted(ORDER).toList()) {
					GeneratedEntry.File entry = new GeneratedEntry.File(t.name(), file.path().text());
					own.add(entry);
					files.put(entry, file);
				}
				entries.put(new GeneratedEntry.Node(t.name()), own);
			});
		}
		return !before.equals(entries) || !List.copyOf(before.keySet()).equals(List.copyOf(entries.keySet()));
	}

	void mark(Marks next) {
		marks = next;
	}

	List<GeneratedEntry.File> files(String node) {
		return entries.getOrDefault(new GeneratedEntry.Node(node), List.of());
	}

	/** All files, in the order of the tree. */
	List<GeneratedEntry.File> files() {
		return entries.values().stream().flatMap(List::stream).toList();
	}

	/** The file that an entry stands for, if the plan still has it. */
	Optional<NativeFile> file(GeneratedEntry.File entry) {
		return Optional.ofNullable(files.get(entry));
	}

	/** How many lines of a file the selection of the design makes. */
	int made(GeneratedEntry.File entry) {
		return marks.made().isEmpty() ? 0 : file(entry).map(f -> marks.made().lines(f).size()).orElse(0);
	}

	@Override
	public Object[] getElements(Object input) {
		return entries.keySet().toArray();
	}

	@Override
	public Object[] getChildren(Object parent) {
		return parent instanceof GeneratedEntry.Node node ? files(node.node()).toArray() : new Object[0];
	}

	@Override
	public Object getParent(Object element) {
		return element instanceof GeneratedEntry.File file ? new GeneratedEntry.Node(file.node()) : null;
	}

	@Override
	public boolean hasChildren(Object element) {
		return element instanceof GeneratedEntry.Node node && !files(node.node()).isEmpty();
	}

	@Override
	public String getText(Object element) {
		return getStyledText(element).getString();
	}

	@Override
	public StyledString getStyledText(Object element) {
		return switch ((GeneratedEntry) element) {
			case GeneratedEntry.Node node -> label(node);
			case GeneratedEntry.File file -> label(file);
		};
	}

	private StyledString label(GeneratedEntry.Node node) {
		StyledString label = new StyledString(draftMark(node) + node.node());
		List<GeneratedEntry.File> own = files(node.node());
		int lines = own.stream().mapToInt(this::made).sum();
		if (lines > 0) {
			label.append(" ").append(lines(lines), MADE);
		}
		for (ExportState state : List.of(ExportState.NEW, ExportState.CHANGED, ExportState.ERROR)) {
			long count = own.stream().filter(f -> marks.state(f.ref()).filter(s -> s == state).isPresent()).count();
			if (count > 0) {
				label.append("  " + count + " " + text(state), StyledString.DECORATIONS_STYLER);
			}
		}
		return label;
	}

	private StyledString label(GeneratedEntry.File entry) {
		Optional<NativeFile> file = file(entry);
		if (file.isEmpty()) {
			return new StyledString(entry.path());
		}
		String path = switch (file.get()) {
			case NativeFile.Whole whole -> whole.path().text();
			case NativeFile.Patch patch -> patch.target().text();
			case NativeFile.Step step -> step.name();
		};
		int slash = path.lastIndexOf('/');
		StyledString label = new StyledString(draftMark(entry) + path.substring(slash + 1));
		int lines = made(entry);
		if (lines > 0) {
			label.append(" ").append(lines(lines), MADE);
		}
		FileRef ref = entry.ref();
		int edited = marks.edit().in(ref).stream().mapToInt(c -> Math.max(c.leftEnd() - c.leftStart(), c.rightEnd() - c.rightStart())).sum();
		if (edited > 0) {
			label.append("  ±" + edited, StyledString.COUNTER_STYLER);
		}
		if (marks.nodes().of(ref) > 0) {
			label.append("  " + NLS.bind(Messages.generated_unexpected, marks.nodes().of(ref)), StyledString.COUNTER_STYLER);
		}
		marks.state(ref).ifPresent(s -> label.append("  " + text(s), StyledString.DECORATIONS_STYLER));
		String detail = switch (file.get()) {
			case NativeFile.Whole whole -> "  " + path.substring(0, Math.max(1, slash));
			case NativeFile.Patch patch -> "  " + path.substring(0, Math.max(1, slash)) + Messages.generated_patch;
			case NativeFile.Step step -> Messages.generated_step;
		};
		return label.append(detail, StyledString.QUALIFIER_STYLER);
	}

	/** As in the tab of an editor that is not saved. */
	private String draftMark(GeneratedEntry entry) {
		return marks.isDrafted(entry) ? "*" : "";
	}

	private static String lines(int count) {
		return count == 1 ? Messages.generated_madeLine : NLS.bind(Messages.generated_madeLines, count);
	}

	private static String text(ExportState state) {
		return switch (state) {
			case NEW -> Messages.generated_new;
			case CHANGED -> Messages.generated_changed;
			case SAME -> Messages.generated_same;
			case ERROR -> Messages.generated_unreadable;
		};
	}

	@Override
	public Image getImage(Object element) {
		return switch ((GeneratedEntry) element) {
			case GeneratedEntry.Node node -> images.create(Icons.named("node"));
			case GeneratedEntry.File file -> image(file);
		};
	}

	private Image image(GeneratedEntry.File entry) {
		Image base = images.create(Icons.named(file(entry).map(GeneratedTree::icon).orElse("file")));
		ImageDescriptor[] overlays = new ImageDescriptor[4];
		marks.state(entry.ref()).ifPresent(s -> overlays[IDecoration.BOTTOM_RIGHT] = overlay(switch (s) {
			case NEW -> "overlay-new";
			case CHANGED -> "overlay-changed";
			case SAME -> "overlay-same";
			case ERROR -> "overlay-error";
		}));
		if (marks.nodes().of(entry.ref()) > 0) {
			overlays[IDecoration.BOTTOM_LEFT] = overlay("overlay-unexpected");
		}
		if (marks.isEdited(entry.ref())) {
			overlays[IDecoration.TOP_RIGHT] = overlay("overlay-edited");
		}
		return Arrays.stream(overlays).allMatch(Objects::isNull) ? base : images.create(new DecorationOverlayIcon(base, overlays));
	}

	/** From the picture that is there already: reading its file takes milliseconds each time. */
	private ImageDescriptor overlay(String name) {
		return ImageDescriptor.createFromImage(images.create(Icons.named(name)));
	}

	private static int rank(NativeFile file) {
		return switch (file) {
			case NativeFile.Whole whole -> whole.path().text().startsWith(NativeFile.Step.DIRECTORY + "/") ? 2 : 0;
			case NativeFile.Patch patch -> 1;
			case NativeFile.Step step -> 2;
		};
	}

	private static String icon(NativeFile file) {
		return switch (file) {
			case NativeFile.Whole whole -> "file";
			case NativeFile.Patch patch -> "patch";
			case NativeFile.Step step -> "step";
		};
	}
}
