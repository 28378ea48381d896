package org.clusterwright.core.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.dsl.ide.NextFree;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.PhysicalVolume;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What a physical volume is on: a DRBD resource by its name, or a device by its path. */
public record PhysicalVolumeProperty() implements Property {

	@Override
	public Optional<String> written(EObject owner) {
		PhysicalVolume volume = (PhysicalVolume) owner;
		return volume.getResource() == null ? Optional.ofNullable(volume.getDevice())
				: volume.getResource().eIsProxy() ? Regions.words(owner, Literals.PHYSICAL_VOLUME__RESOURCE) : Optional.ofNullable(volume.getResource().getName());
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return written(owner).map(t -> Effective.set(t, owner, ((PhysicalVolume) owner).getDevice() == null ? Literals.PHYSICAL_VOLUME__RESOURCE : Literals.PHYSICAL_VOLUME__DEVICE));
	}

	@Override
	public void write(EObject owner, String text) {
		complaint(owner, text).ifPresent(c -> {
			throw new RefusedEdit(c);
		});
		set((PhysicalVolume) owner, owner, text.strip());
	}

	/** @param design any element of the design that the volume is, or comes, in */
	static void set(PhysicalVolume volume, EObject design, String text) {
		Optional<EObject> resource = Candidates.find(design, Literals.DRBD_RESOURCE, text);
		volume.setResource((DrbdResource) resource.orElse(null));
		volume.setDevice(resource.isPresent() ? null : text);
	}

	@Override
	public void erase(EObject owner) {
		throw new RefusedEdit("This cannot be left out; remove the physical volume instead.");
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		return wrong(owner, text.strip());
	}

	static Optional<String> wrong(EObject design, String text) {
		return text.matches("/[^\\s\"]+") || Candidates.find(design, Literals.DRBD_RESOURCE, text).isPresent() ? Optional.empty()
				: Optional.of("There is no DRBD resource called '" + text + "'; a device is written by its path, as /dev/sda5.");
	}

	@Override
	public List<Region> regions(EObject owner) {
		return Regions.of(owner).stream().toList();
	}

	@Override
	public String help(EObject owner) {
		return FeatureHelp.text("PhysicalVolume").orElse("");
	}

	@Override
	public List<String> choices(EObject owner) {
		List<String> choices = new ArrayList<>(Candidates.names(owner, Literals.DRBD_RESOURCE));
		choices.addAll(new NextFree((Cluster) EcoreUtil.getRootContainer(owner)).partitions());
		return choices;
	}

	@Override
	public boolean isOptional() {
		return false;
	}
}
