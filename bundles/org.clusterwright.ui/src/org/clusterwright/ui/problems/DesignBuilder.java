package org.clusterwright.ui.problems;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clusterwright.dsl.ide.TextLimits;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.ui.DesignServices;
import org.clusterwright.ui.Messages;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.core.runtime.jobs.ISchedulingRule;

/** Checks saved designs and makes their findings markers, which is what the Problems view lists. */
public final class DesignBuilder extends IncrementalProjectBuilder {
	public static final String ID = "org.clusterwright.ui.designBuilder";
	public static final String MARKER = "org.clusterwright.ui.problem";
	/** The marker's attribute that holds the stable code of the finding. */
	public static final String CODE = "code";

	@Override
	protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
		List<IFile> designs = new ArrayList<>();
		IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
		if (delta == null) {
			getProject().accept(r -> add(r, designs));
		} else {
			delta.accept(d -> isGoneOrOnlyMarked(d) || add(d.getResource(), designs));
		}
		SubMonitor progress = SubMonitor.convert(monitor, Messages.problems_checking, designs.size());
		for (IFile design : designs) {
			check(design, progress.split(1));
		}
		return null;
	}

	private static boolean isGoneOrOnlyMarked(IResourceDelta delta) {
		return delta.getKind() == IResourceDelta.REMOVED || delta.getKind() == IResourceDelta.CHANGED && delta.getFlags() == IResourceDelta.MARKERS;
	}

	private static boolean add(IResource resource, List<IFile> designs) {
		if (resource instanceof IFile file && "cluster".equals(file.getFileExtension())) {
			designs.add(file);
		}
		return true;
	}

	@Override
	protected void clean(IProgressMonitor monitor) throws CoreException {
		clear(getProject());
	}

	static void clear(IProject project) throws CoreException {
		project.deleteMarkers(MARKER, true, IResource.DEPTH_INFINITE);
	}

	/** A file that cannot be read, a link to one that is gone for instance, is a problem of its own and none of the build, which has other files to look at. */
	private static void check(IFile file, IProgressMonitor monitor) throws CoreException {
		List<Map<String, Object>> markers;
		try {
			markers = findings(read(file), monitor).stream().map(DesignBuilder::attributes).toList();
		} catch (IOException e) {
			markers = List.of(Map.of(IMarker.MESSAGE, NLS.bind(Messages.problems_unreadable, file.getName(), e.getMessage()), IMarker.SEVERITY, IMarker.SEVERITY_ERROR));
		}
		if (file.exists()) {
			file.deleteMarkers(MARKER, true, IResource.DEPTH_ZERO);
			for (Map<String, Object> marker : markers) {
				file.createMarker(MARKER, marker);
			}
		}
	}

	private static List<Finding> findings(byte[] bytes, IProgressMonitor monitor) {
		List<Finding> findings = switch (TextLimits.decode(bytes)) {
			case TextLimits.Decoded.Refused refused -> List.of(refused.finding());
			case TextLimits.Decoded.Text text -> DesignServices.language().validate(text.text(), monitor::isCanceled).findings();
		};
		if (monitor.isCanceled()) {
			throw new OperationCanceledException();
		}
		return findings;
	}

	private static byte[] read(IFile file) throws IOException {
		try (InputStream in = file.getContents(true)) {
			return in.readNBytes(TextLimits.MAX_BYTES + 1);
		} catch (CoreException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private static Map<String, Object> attributes(Finding finding) {
		int severity = switch (finding.severity()) {
			case ERROR -> IMarker.SEVERITY_ERROR;
			case WARNING -> IMarker.SEVERITY_WARNING;
			case INFO -> IMarker.SEVERITY_INFO;
		};
		int offset = finding.place().offset();
		return Map.of(IMarker.MESSAGE, finding.message(), IMarker.SEVERITY, severity, IMarker.LINE_NUMBER, finding.place().line(), IMarker.CHAR_START, offset, IMarker.CHAR_END,
				offset + finding.place().length(), CODE, finding.code().id());
	}

	@Override
	public ISchedulingRule getRule(int kind, Map<String, String> arguments) {
		return getProject();
	}
}
