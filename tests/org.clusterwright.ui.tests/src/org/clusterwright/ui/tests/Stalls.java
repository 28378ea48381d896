package org.clusterwright.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Display;

/** Turns the event loop and remembers the longest time that one turn of it took: for so long nothing moved on the screen. */
final class Stalls implements AutoCloseable {
	/** A turn that lasts so long is looked into, in nanoseconds. */
	private static final long SUSPICIOUS = 30_000_000;
	private static final int FRAMES = 40;
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private final Thread turning = Thread.currentThread();
	private final Thread watcher;
	private volatile long began;
	private volatile boolean closed;
	private volatile String seen = "";
	private String where = "";
	private long longest;
	private long longestWork;

	Stalls() {
		watcher = Thread.ofPlatform().daemon().name("stalls").start(this::watch);
	}

	private void watch() {
		long looked = 0;
		while (!closed) {
			long start = began;
			if (start != 0 && start != looked && System.nanoTime() - start > SUSPICIOUS) {
				looked = start;
				seen = Arrays.stream(turning.getStackTrace()).limit(FRAMES).map(f -> "        at " + f).collect(Collectors.joining("\n"));
			}
			LockSupport.parkNanos(2_000_000);
		}
	}

	/** What was going on in the middle of the longest turn. */
	String where() {
		return where;
	}

	@Override
	public void close() {
		closed = true;
	}

	double longestMillis() {
		return longest / 1e6;
	}

	/** The longest time that one turn kept a processor busy: what it takes on a machine that does nothing else. */
	double longestWorkMillis() {
		return longestWork / 1e6;
	}

	/** Turns until the condition holds; the condition's own time is not counted. */
	void until(BooleanSupplier condition, long patienceMillis) {
		Display display = Display.getCurrent();
		long end = System.nanoTime() + patienceMillis * 1_000_000;
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("it took longer than " + patienceMillis + " ms");
			}
			long start = System.nanoTime();
			seen = "";
			began = start;
			long worked = THREADS.getCurrentThreadCpuTime();
			boolean more = display.readAndDispatch();
			began = 0;
			worked = THREADS.getCurrentThreadCpuTime() - worked;
			long took = System.nanoTime() - start;
			longest = Math.max(longest, took);
			if (worked > longestWork) {
				longestWork = worked;
				where = seen;
			}
			if (!more) {
				LockSupport.parkNanos(200_000);
			}
		}
	}

	/** Turns for a while. */
	void rest(long millis) {
		long end = System.nanoTime() + millis * 1_000_000;
		until(() -> System.nanoTime() > end, millis + 60_000);
	}

	/** What so many of a hundred times are at most. */
	static double percentile(double[] times, int percent) {
		double[] sorted = times.clone();
		Arrays.sort(sorted);
		return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
	}

	static void say(String what, double millis, String unit) {
		System.out.printf(Locale.ROOT, "latency: %-84s %8.1f %s%n", what, millis, unit);
	}
}
