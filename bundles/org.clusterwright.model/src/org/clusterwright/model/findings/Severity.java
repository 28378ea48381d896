package org.clusterwright.model.findings;

/** How bad a finding is: an error keeps files from being generated, the others do not. */
public enum Severity {
	ERROR, WARNING, INFO;

	public String label() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}
}
