package org.clusterwright.core.export;

import java.util.IdentityHashMap;
import java.util.Map;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.formats.DesignWords;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.Span;
import org.clusterwright.model.effective.Origin;
import org.eclipse.emf.ecore.EObject;

/** Which element of the design a file comes from: the innermost one that more than half of what is not fixed in the file was made by, itself or by what is in it. */
final class FileSources {
	private final ParsedDesign design;

	FileSources(ParsedDesign design) {
		this.design = design;
	}

	/** "NIC eth0 of node an-node01, line 39". */
	String of(NativeFile file) {
		Map<EObject, Integer> shares = new IdentityHashMap<>();
		int whole = 0;
		for (Span span : file.content().spans()) {
			EObject element = span.origin().element();
			// What is fixed stands at the cluster for want of a better place.
			if (!(span.origin() instanceof Origin.Default) || element.eContainer() != null) {
				int length = span.end() - span.start();
				whole += length;
				for (EObject e = element; e != null; e = e.eContainer()) {
					shares.merge(e, length, Integer::sum);
				}
			}
		}
		EObject found = design.root().orElseThrow();
		for (EObject inner = found; inner != null; inner = mainChild(found, shares, whole)) {
			found = inner;
		}
		String text = DesignWords.title(found) + Elements.place(found, design.text()).map(p -> ", line " + p.line()).orElse("");
		return text.replaceAll("[\\x00-\\x1f\\x7f]", " ");
	}

	private static EObject mainChild(EObject element, Map<EObject, Integer> shares, int whole) {
		return element.eContents().stream().filter(c -> 2 * shares.getOrDefault(c, 0) > whole).findFirst().orElse(null);
	}
}
