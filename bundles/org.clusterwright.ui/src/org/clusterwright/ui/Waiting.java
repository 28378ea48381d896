package org.clusterwright.ui;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Waits for work that the user asked for and that must be done before anything else: off the UI thread, with progress when it takes long, and a way to give up. */
public final class Waiting {
	private static final int STEP_MILLIS = 20;

	private Waiting() {
	}

	/** Absent when the user gave up, or the work failed, which is logged. {@code work} is told whether it was given up. */
	public static <T> Optional<T> on(String task, Function<BooleanSupplier, T> work) {
		if (Display.getCurrent() == null) {
			return Optional.of(work.apply(() -> false));
		}
		AtomicBoolean given = new AtomicBoolean();
		CompletableFuture<T> result = CompletableFuture.supplyAsync(() -> work.apply(given::get));
		try {
			PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> await(task, result, monitor));
			return Optional.of(result.join());
		} catch (InvocationTargetException | CompletionException e) {
			ILog.of(Waiting.class).error(task, e.getCause());
			return Optional.empty();
		} catch (InterruptedException e) {
			given.set(true);
			return Optional.empty();
		}
	}

	private static void await(String task, CompletableFuture<?> result, IProgressMonitor monitor) throws InvocationTargetException, InterruptedException {
		monitor.beginTask(task, IProgressMonitor.UNKNOWN);
		while (true) {
			try {
				result.get(STEP_MILLIS, TimeUnit.MILLISECONDS);
				return;
			} catch (TimeoutException e) {
				if (monitor.isCanceled()) {
					throw new InterruptedException();
				}
			} catch (ExecutionException e) {
				throw new InvocationTargetException(e.getCause());
			}
		}
	}
}
