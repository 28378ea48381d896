package org.clusterwright.ui.references;

import org.eclipse.core.resources.IFile;

/** One line of a found list: a place where a name is given or used. */
record Reference(IFile file, int line, int column, int length, String text, boolean definition) {
}
