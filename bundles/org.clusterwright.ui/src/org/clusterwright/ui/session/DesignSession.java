package org.clusterwright.ui.session;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.ui.Messages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;

/**
 * One open document and what is wrong with it: after each pause in typing the text is read and checked in the background, and the result is told on
 * the UI thread unless the text has changed meanwhile. Used from the UI thread.
 */
public final class DesignSession implements AutoCloseable {
	/** From the last key to the start of the check. */
	private static final long PAUSE_MILLIS = 120;

	private record Request(long stamp, String text) {
	}

	private final IDocument document;
	private final ClusterLanguage language;
	private final Display display;
	private final CopyOnWriteArrayList<Consumer<DesignState>> listeners = new CopyOnWriteArrayList<>();
	private final IDocumentListener typing = new IDocumentListener() {
		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
			// only the changed text matters
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			request(PAUSE_MILLIS);
		}
	};
	private final Job check = Job.createSystem(Messages.session_checking, this::check);
	private volatile Request wanted;
	private volatile DesignState latest;
	private volatile boolean closed;

	public DesignSession(IDocument document, ClusterLanguage language, Display display) {
		this.document = Objects.requireNonNull(document);
		this.language = Objects.requireNonNull(language);
		this.display = Objects.requireNonNull(display);
		check.setPriority(Job.SHORT);
		document.addDocumentListener(typing);
		request(0);
	}

	public IDocument document() {
		return document;
	}

	/** What was found last; may be of a text that has changed since. Any thread. */
	public Optional<DesignState> latest() {
		return Optional.ofNullable(latest);
	}

	/** The stamp of the text as it is now. */
	public long stamp() {
		return document instanceof IDocumentExtension4 stamped ? stamped.getModificationStamp() : IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;
	}

	/** Tells the listener what is known now, if anything, and then each new result. */
	public void addListener(Consumer<DesignState> listener) {
		listeners.add(listener);
		latest().ifPresent(listener);
	}

	public void removeListener(Consumer<DesignState> listener) {
		listeners.remove(listener);
	}

	private void request(long delay) {
		wanted = new Request(stamp(), document.get());
		check.cancel();
		check.schedule(delay);
	}

	private IStatus check(IProgressMonitor monitor) {
		Request request = wanted;
		ParsedDesign parsed = language.validate(request.text(), () -> closed || wanted != request);
		if (!closed && wanted == request && !display.isDisposed()) {
			DesignState state = new DesignState(request.stamp(), parsed);
			display.asyncExec(() -> publish(request, state));
		}
		return Status.OK_STATUS;
	}

	private void publish(Request request, DesignState state) {
		if (closed || wanted != request) {
			return;
		}
		latest = state;
		listeners.forEach(l -> l.accept(state));
	}

	@Override
	public void close() {
		closed = true;
		document.removeDocumentListener(typing);
		check.cancel();
		listeners.clear();
	}
}
