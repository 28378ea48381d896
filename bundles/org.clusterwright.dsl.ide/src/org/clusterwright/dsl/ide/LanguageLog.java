package org.clusterwright.dsl.ide;

import java.util.function.BiConsumer;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;

/** Xtext reports its troubles, a rule that throws say, to log4j, which without a listener complains of that on the console. */
public final class LanguageLog {
	private LanguageLog() {
	}

	/** Tells a listener of errors from now on, with what was thrown or null. To be called once, before the language is made. */
	public static void to(BiConsumer<String, Throwable> listener) {
		Logger.getRootLogger().setLevel(Level.ERROR);
		Logger.getRootLogger().addAppender(new AppenderSkeleton() {
			@Override
			protected void append(LoggingEvent event) {
				listener.accept(event.getRenderedMessage(), event.getThrowableInformation() == null ? null : event.getThrowableInformation().getThrowable());
			}

			@Override
			public boolean requiresLayout() {
				return false;
			}

			@Override
			public void close() {
				// holds nothing
			}
		});
	}
}
