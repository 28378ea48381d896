package org.clusterwright.core.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs a session's slow work off the UI thread, after a pause. The workbench gives one that schedules jobs, a test one that runs when told. */
@FunctionalInterface
public interface Background {
	void after(long milliseconds, Runnable work);

	static Background on(Executor executor) {
		return (milliseconds, work) -> CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS, executor).execute(work);
	}
}
