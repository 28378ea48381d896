package org.clusterwright.ui.compare;

import org.eclipse.compare.ITypedElement;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** A directory in the tree of a comparison. */
record FolderSide(String name) implements ITypedElement {
	@Override
	public String getName() {
		return name;
	}

	@Override
	public Image getImage() {
		return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJ_FOLDER);
	}

	@Override
	public String getType() {
		return ITypedElement.FOLDER_TYPE;
	}
}
