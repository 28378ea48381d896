package org.clusterwright.ui;

import org.clusterwright.core.plan.Planner;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.LanguageLog;
import org.clusterwright.dsl.ide.Proposals;
import org.clusterwright.dsl.ide.fixes.QuickFixes;
import org.clusterwright.formats.NativeFormats;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;

/** The workbench's one language: Xtext registers it for the process, so editors, builder and views share it. Made when first asked for, which takes a second. */
public final class DesignServices {
	private DesignServices() {
	}

	private static final class Holder {
		static final ClusterLanguage LANGUAGE = make();
		static final Proposals PROPOSALS = new Proposals(LANGUAGE);
		static final QuickFixes FIXES = new QuickFixes(LANGUAGE);
	}

	private static ClusterLanguage make() {
		// Guice would spin a class for each constructor, which takes longer than calling them once each by reflection.
		System.getProperties().putIfAbsent("guice_bytecode_gen_option", "DISABLED");
		LanguageLog.to((message, thrown) -> ILog.of(DesignServices.class).error(message, thrown));
		return new ClusterLanguage();
	}

	public static ClusterLanguage language() {
		return Holder.LANGUAGE;
	}

	/** Makes the language in the background, so that it is there when the first design is read. */
	public static void prepare() {
		inJob(0, () -> {
			language();
			ClusterLanguage.prepare();
		});
	}

	public static Proposals proposals() {
		return Holder.PROPOSALS;
	}

	public static QuickFixes fixes() {
		return Holder.FIXES;
	}

	/** A session of a document that reads it in jobs and speaks on the display's thread. Whoever opens it closes it. */
	public static ClusterSession open(IDocument document, Display display) {
		return new ClusterSession(document, DesignServices::language, new Planner(NativeFormats.RHCS3), DesignServices::inJob, work -> {
			if (!display.isDisposed()) {
				display.asyncExec(work);
			}
		}, e -> ILog.of(DesignServices.class).error(e.toString(), e));
	}

	private static void inJob(long pause, Runnable work) {
		Job job = Job.createSystem(Messages.session_checking, monitor -> {
			work.run();
		});
		job.setPriority(Job.SHORT);
		job.schedule(pause);
	}
}
