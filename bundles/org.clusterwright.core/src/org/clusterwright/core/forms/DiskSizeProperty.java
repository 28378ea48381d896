package org.clusterwright.core.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.DesignPackage.Literals;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Counts;
import org.clusterwright.model.values.Size;
import org.eclipse.emf.ecore.EObject;

/** The size of a disk: a number of sectors as fdisk tells it, or a size as it is sold. A node's own disk that says nothing has the cluster's. */
public record DiskSizeProperty() implements Property {
	private static final String SECTORS = "\\s+sectors?$";

	@Override
	public Optional<String> written(EObject owner) {
		Disk disk = (Disk) owner;
		return disk.getSectors() != null ? Optional.of(disk.getSectors() + " sectors") : Optional.ofNullable(disk.getSize()).map(Size::text);
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return StorageFacts.planned(cluster, owner).flatMap(d -> d.sectors()).map(s -> s.map(n -> n + " sectors"));
	}

	@Override
	public void write(EObject owner, String text) {
		complaint(owner, text).ifPresent(c -> {
			throw new RefusedEdit(c);
		});
		Disk disk = (Disk) owner;
		boolean sectors = isSectors(text.strip());
		disk.setSectors(sectors ? Counts.parse(text.strip().replaceFirst(SECTORS, "")) : null);
		disk.setSize(sectors ? null : Size.parse(text.strip()));
	}

	private static boolean isSectors(String text) {
		return text.matches(".*" + SECTORS) || text.matches("[0-9]+");
	}

	@Override
	public void erase(EObject owner) {
		Disk disk = (Disk) owner;
		disk.setSectors(null);
		disk.setSize(null);
		disk.setSectorSize(null);
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		try {
			String typed = text.strip();
			Object parsed = isSectors(typed) ? Counts.parse(typed.replaceFirst(SECTORS, "")) : Size.parse(typed);
			return parsed.equals(0L) ? Optional.of("A disk has a sector at least.") : Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.of(e.getMessage() + "; or the number of its sectors");
		}
	}

	@Override
	public List<Region> regions(EObject owner) {
		return Stream.concat(Regions.of(owner, Literals.DISK__SECTORS).stream(), Regions.of(owner, Literals.DISK__SIZE).stream()).toList();
	}

	@Override
	public String help(EObject owner) {
		return FeatureHelp.text("Disk.size").orElse("");
	}

	@Override
	public Set<Code> codes() {
		return Set.of(Code.DISK_SIZE_UNKNOWN);
	}
}
