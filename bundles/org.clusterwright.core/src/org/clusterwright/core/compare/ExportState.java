package org.clusterwright.core.compare;

/** How a generated file stands to what was written last. */
public enum ExportState {
	/** It was not there. */
	NEW,
	CHANGED,
	SAME,
	/** What was written cannot be read. */
	ERROR
}
