package org.clusterwright.dsl.scoping;

import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.QualifiedName;

/** A name is one segment, whatever characters it has. Only lists of several segments are joined, for display. */
public class WholeNameConverter implements IQualifiedNameConverter {

	@Override
	public String toString(QualifiedName name) {
		return String.join("/", name.getSegments());
	}

	@Override
	public QualifiedName toQualifiedName(String name) {
		return QualifiedName.create(name);
	}
}
