package org.clusterwright.ui.generate;

import java.util.Optional;
import org.clusterwright.core.plan.Plan;
import org.clusterwright.core.session.ClusterSession;
import org.clusterwright.core.session.ClusterSnapshot;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Place;
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.ide.ResourceUtil;

/** An open design whose files can be written as they are shown now, or why they cannot. */
public sealed interface ReadyDesign {
	/** {@code snapshot} and {@code plan} are what is shown beside the design. */
	record Ready(IFile file, ClusterSnapshot snapshot, Plan plan) implements ReadyDesign {
	}

	/** {@code place} is what has to be mended, if anything has. */
	record NotReady(String reason, Optional<Place> place) implements ReadyDesign {
	}

	static ReadyDesign of(DesignEditor editor) {
		Optional<ClusterSession> session = editor.session();
		IFile file = ResourceUtil.getFile(editor.getEditorInput());
		if (file == null) {
			return new NotReady(Messages.generate_noProject, Optional.empty());
		}
		Optional<ClusterSnapshot> state = session.flatMap(s -> s.current().filter(s::isUpToDate));
		if (state.isEmpty()) {
			return new NotReady(Messages.generate_notChecked, Optional.empty());
		}
		Optional<Plan> plan = state.get().plan();
		if (plan.isPresent()) {
			return new Ready(file, state.get(), plan.get());
		}
		Finding error = state.get().findings().stream().filter(Finding::isError).findFirst().orElseThrow();
		return new NotReady(NLS.bind(Messages.generate_errors, error.place().line(), error.message()), Optional.of(error.place()));
	}

	/** As {@link #of}; where it is not ready the user is told why, under this title, and led to the place. */
	static Optional<Ready> orSay(DesignEditor editor, Shell shell, String title) {
		return switch (of(editor)) {
			case Ready ready -> Optional.of(ready);
			case NotReady not -> {
				MessageDialog.open(not.place().isPresent() ? MessageDialog.ERROR : MessageDialog.INFORMATION, shell, title, not.reason(), SWT.NONE);
				not.place().ifPresent(editor::reveal);
				yield Optional.empty();
			}
		};
	}
}
