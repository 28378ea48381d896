package org.clusterwright.dsl.validation;

import java.util.Set;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.effective.RawPaths;
import org.clusterwright.model.findings.Code;
import org.eclipse.xtext.validation.Check;

/** Raw texts: that each goes into a file. What it may say there is the matter of the file's theme. */
public class RawChecks extends DslChecks {

	@Check
	public void textGoesIntoAFile(Raw raw) {
		if (raw.getPath() == null || raw.getPath().length() > 200) {
			return;
		}
		Set<String> paths = RawPaths.of(effective(raw), raw);
		if (!paths.isEmpty() && !paths.contains(raw.getPath())) {
			report(Code.RAW_WRITTEN_NOWHERE, raw, DesignPackage.Literals.RAW__PATH, raw.getPath(), String.join(", ", RawPaths.nearest(raw.getPath(), paths)));
		}
	}
}
