package org.clusterwright.core.plan;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work that a second processor does while the rules run. Of a design with errors its result is not asked for, and what it threw is forgotten. */
public final class Draft<T> {
	private final FutureTask<T> work;

	private Draft(FutureTask<T> work) {
		this.work = work;
	}

	public static <T> Draft<T> of(Supplier<T> work) {
		return new Draft<>(new FutureTask<>(Objects.requireNonNull(work)::get));
	}

	/** Begins now; without this, {@link #result} does the work itself. */
	public void start() {
		Thread.ofPlatform().daemon().name("plan").start(work);
	}

	public T result() {
		work.run();
		try {
			return work.get();
		} catch (ExecutionException e) {
			switch (e.getCause()) {
				case RuntimeException bug -> throw bug;
				case Error fatal -> throw fatal;
				case Throwable other -> throw new IllegalStateException(other);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while planning", e);
		}
	}
}
