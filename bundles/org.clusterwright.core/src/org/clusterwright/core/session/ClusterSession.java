package org.clusterwright.core.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clusterwright.core.compare.PlanChange;
import org.clusterwright.core.plan.Draft;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.plan.Planner;
import org.clusterwright.core.plan.Planning;
import org.clusterwright.core.trace.TraceIndex;
import org.clusterwright.dsl.ide.ClusterEditor;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.EditResult;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IDocumentListener;

/**
 * One open design: watches its document and publishes a snapshot of all that follows from the text, a moment after the last keystroke. The text is
 * the only state; snapshots are replaced, never changed. Made, asked and closed on the UI thread, where listeners are called too.
 */
public final class ClusterSession implements AutoCloseable {
	/** How long after the last change the text is read, in milliseconds: longer than between two keystrokes, shorter than a wait. */
	public static final long PAUSE = 120;

	/** A state of the text to be read. */
	private record Request(long stamp, String text) {
	}

	/** A change that is being worked out. Two of the same functions are two edits, so this is no record. */
	private static final class Edit {
		private final Function<String, EditResult> change;
		private final Consumer<EditResult> done;

		Edit(Function<String, EditResult> change, Consumer<EditResult> done) {
			this.change = Objects.requireNonNull(change);
			this.done = Objects.requireNonNull(done);
		}

		Function<String, EditResult> change() {
			return change;
		}

		Consumer<EditResult> done() {
			return done;
		}
	}

	private final IDocument document;
	/** Asked in the background only: making the language takes a second. */
	private final Supplier<ClusterLanguage> language;
	private final Planner planner;
	private final Background background;
	private final Executor ui;
	private final Consumer<RuntimeException> failures;
	private final IDocumentListener watch = new Watch();
	/** In the order they were asked for; touched on the UI thread only. */
	private final List<Edit> edits = new ArrayList<>();
	private final List<Consumer<ClusterSnapshot>> listeners = new CopyOnWriteArrayList<>();
	/** The newest state of the text; null when the session is closed. Work for any other request is stale. */
	private volatile Request latest;
	private ClusterSnapshot current;
	private ClusterSnapshot lastReadable;
	private volatile ClusterSnapshot lastPlanned;

	/** @param failures is told, on the UI thread, of a programming error met in the background; the session goes on */
	public ClusterSession(IDocument document, Supplier<ClusterLanguage> language, Planner planner, Background background, Executor ui, Consumer<RuntimeException> failures) {
		this.document = Objects.requireNonNull(document);
		this.language = Objects.requireNonNull(language);
		this.planner = Objects.requireNonNull(planner);
		this.background = Objects.requireNonNull(background);
		this.ui = Objects.requireNonNull(ui);
		this.failures = Objects.requireNonNull(failures);
		document.addDocumentListener(watch);
		request(0);
	}

	public void addListener(Consumer<ClusterSnapshot> listener) {
		listeners.add(Objects.requireNonNull(listener));
	}

	public void removeListener(Consumer<ClusterSnapshot> listener) {
		listeners.remove(listener);
	}

	/** The newest snapshot; it may be older than the text. Absent until the first is there. */
	public Optional<ClusterSnapshot> current() {
		return Optional.ofNullable(current);
	}

	/** The newest snapshot of a text without syntax errors: what to show, greyed, while the author is in the middle of a word. */
	public Optional<ClusterSnapshot> lastReadable() {
		return Optional.ofNullable(lastReadable);
	}

	/** The newest snapshot that has a plan. */
	public Optional<ClusterSnapshot> lastPlanned() {
		return Optional.ofNullable(lastPlanned);
	}

	/** Whether a snapshot still speaks of the text as it is now. */
	public boolean isUpToDate(ClusterSnapshot snapshot) {
		return snapshot.stamp() == stamp();
	}

	/**
	 * Changes the model and writes the change into the text as the smallest edit, undone in one step. The edit is worked out in the background, on a
	 * model of its own, and again when the text changed meanwhile; {@code change} may thus run several times and must find its elements by name.
	 *
	 * @param done is told the result on the UI thread, after the text changed
	 */
	public void edit(Consumer<Cluster> change, Consumer<EditResult> done) {
		rewrite(text -> new ClusterEditor(language.get()).edit(text, change), done);
	}

	/** As {@link #edit}, for a change that works out its text edits itself. */
	public void rewrite(Function<String, EditResult> change, Consumer<EditResult> done) {
		Edit edit = new Edit(change, done);
		edits.add(edit);
		compute(edit);
	}

	/** Works out something about the text in the background, and again when the text changed meanwhile; {@code done} is told on the UI thread. */
	public <T> void ask(Function<String, T> question, Consumer<T> done) {
		Request request = new Request(stamp(), document.get());
		background.after(0, () -> {
			try {
				T answer = question.apply(request.text());
				ui.execute(() -> {
					if (latest == null) {
						return;
					}
					if (request.stamp() == stamp()) {
						done.accept(answer);
					} else {
						ask(question, done);
					}
				});
			} catch (RuntimeException e) {
				// The boundary of the background job.
				ui.execute(() -> failures.accept(e));
			}
		});
	}

	/** Makes the edits that are still being worked out, here and now: before the text is saved. */
	public void finishEdits() {
		for (Edit edit : List.copyOf(edits)) {
			if (edits.contains(edit) && latest != null) {
				apply(edit, edit.change().apply(document.get()));
			}
		}
	}

	private void compute(Edit edit) {
		Request request = new Request(stamp(), document.get());
		background.after(0, () -> {
			try {
				EditResult result = edit.change().apply(request.text());
				ui.execute(() -> finish(request, edit, result));
			} catch (RuntimeException e) {
				// The boundary of the background job.
				ui.execute(() -> {
					edits.remove(edit);
					failures.accept(e);
				});
			}
		});
	}

	private void finish(Request request, Edit edit, EditResult result) {
		if (latest == null || !edits.contains(edit)) {
			return;
		}
		if (request.stamp() != stamp()) {
			compute(edit);
			return;
		}
		apply(edit, result);
	}

	private void apply(Edit edit, EditResult result) {
		edits.remove(edit);
		switch (result) {
			case EditResult.Edited edited -> DocumentEdit.apply(document, edited.replacements());
			case EditResult.Rejected rejected -> {
				// The text stays as it is; the caller shows why.
			}
		}
		edit.done().accept(result);
	}

	@Override
	public void close() {
		document.removeDocumentListener(watch);
		latest = null;
		listeners.clear();
		edits.clear();
	}

	private long stamp() {
		return ((IDocumentExtension4) document).getModificationStamp();
	}

	private void request(long pause) {
		Request request = new Request(stamp(), document.get());
		latest = request;
		background.after(pause, () -> read(request));
	}

	private boolean isStale(Request request) {
		return latest != request;
	}

	private void read(Request request) {
		if (isStale(request)) {
			return;
		}
		try {
			ClusterSnapshot snapshot = analyse(request);
			if (!isStale(request)) {
				ui.execute(() -> publish(request, snapshot));
			}
		} catch (RuntimeException e) {
			// The boundary of the background job: a bug in a rule or format must not end the session.
			ui.execute(() -> failures.accept(e));
		}
	}

	/** What a second processor makes of a text while the rules run on it, on effective values of its own. */
	private record Drafted(EffectiveCluster effective, Planning planning, Optional<TraceIndex> traces) {
	}

	private ClusterSnapshot analyse(Request request) {
		ParsedDesign parsed = language.get().parse(request.text());
		Draft<Drafted> draft = Draft.of(() -> drafted(parsed));
		if (parsed.isWhole() && !isStale(request)) {
			draft.start();
		}
		ParsedDesign design = language.get().check(parsed, () -> isStale(request));
		if (design.hasErrors() || design.root().isEmpty() || isStale(request)) {
			return new ClusterSnapshot(request.stamp(), design, design.root().map(EffectiveCluster::new), new Planning.Refused(design.findings()), Optional.empty(), PlanChange.NONE);
		}
		Drafted made = draft.result();
		PlanChange change = switch (made.planning()) {
			case Planning.Refused refused -> PlanChange.NONE;
			case Plan plan -> change(plan);
		};
		return new ClusterSnapshot(request.stamp(), design, Optional.of(made.effective()), made.planning(), made.traces(), change);
	}

	private Drafted drafted(ParsedDesign parsed) {
		EffectiveCluster effective = new EffectiveCluster(parsed.root().orElseThrow());
		Planning planning = planner.plan(effective, List.of());
		return new Drafted(effective, planning, switch (planning) {
			case Planning.Refused refused -> Optional.empty();
			case Plan plan -> Optional.of(TraceIndex.of(parsed, plan));
		});
	}

	private PlanChange change(Plan plan) {
		ClusterSnapshot before = lastPlanned;
		return before == null ? PlanChange.NONE : before.plan().map(p -> PlanChange.between(p, plan)).orElse(PlanChange.NONE);
	}

	private void publish(Request request, ClusterSnapshot snapshot) {
		if (isStale(request)) {
			return;
		}
		current = snapshot;
		if (snapshot.isReadable()) {
			lastReadable = snapshot;
		}
		if (snapshot.plan().isPresent()) {
			lastPlanned = snapshot;
		}
		listeners.forEach(l -> l.accept(snapshot));
	}

	private final class Watch implements IDocumentListener {
		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
			// Only the result matters.
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			request(PAUSE);
		}
	}
}
