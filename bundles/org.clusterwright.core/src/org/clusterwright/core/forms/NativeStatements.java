package org.clusterwright.core.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.dsl.ide.Elements;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdPeer;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.DrbdVolume;
import org.clusterwright.model.design.FenceDevice;
import org.clusterwright.model.design.Guest;
import org.clusterwright.model.design.Heuristic;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Option;
import org.clusterwright.model.design.RaidArray;
import org.clusterwright.model.design.Raw;
import org.clusterwright.model.design.ResourceDefinition;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Service;
import org.clusterwright.model.design.ServiceResource;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.VmService;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.RawPaths;
import org.eclipse.emf.ecore.EObject;

/**
 * What the language has no word for, and so no field: options, flags and raw text, parameters that the catalogue does not know, and
 * volumes of DRBD that its releases have not. */
public final class NativeStatements {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;
	private static final Set<Class<? extends Block>> OPTIONS = Set.of(Cluster.class, Section.class, Heuristic.class, Network.class, Bonds.class, FenceDevice.class, Node.class, Nic.class,
			RaidArray.class, Drbd.class, DrbdResource.class, DrbdPeer.class, DrbdVolume.class, VolumeGroup.class, LogicalVolume.class, Guest.class, ResourceDefinition.class, Service.class,
			ServiceResource.class, VmService.class);
	private static final Set<Class<? extends Block>> RAWS = Set.of(Cluster.class, Section.class, Heuristic.class, Network.class, Node.class, Nic.class, DrbdResource.class, Guest.class,
			Service.class, ServiceResource.class);

	/** The kinds of statement that can be added. */
	public enum Kind {
		OPTION, FLAG, RAW
	}

	private NativeStatements() {
	}

	/** Those of an area in the order of the text. */
	public static List<Statement> of(Cluster cluster, FormArea area) {
		List<Statement> found = new ArrayList<>();
		cluster.eAllContents().forEachRemaining(e -> {
			if (FormArea.of(e) == area && (e instanceof Option || e instanceof Raw || e instanceof DrbdVolume || e instanceof Setting s && isUnknown(s))) {
				found.add((Statement) e);
			}
		});
		return List.copyOf(found);
	}

	/** A parameter of a block that the catalogue does not have; a finding says so too. */
	private static boolean isUnknown(Setting setting) {
		return setting.eContainer() instanceof Block block && setting.eContainmentFeature() == DesignPackage.Literals.BLOCK__STATEMENTS && setting.getKey() != null
				&& !(block instanceof FenceDevice) && Catalog.spec(block, setting.getKey()).isEmpty();
	}

	/** The blocks of an area that may have a statement of a kind, in the order of the text. */
	public static List<Block> owners(Cluster cluster, FormArea area, Kind kind) {
		List<Block> found = new ArrayList<>();
		if (FormArea.of(cluster) == area) {
			found.add(cluster);
		}
		cluster.eAllContents().forEachRemaining(e -> {
			if (e instanceof Block block && FormArea.of(block) == area && takes(block, kind)) {
				found.add(block);
			}
		});
		return List.copyOf(found);
	}

	private static boolean takes(Block block, Kind kind) {
		return (kind == Kind.RAW ? RAWS : OPTIONS).stream().anyMatch(c -> c.isInstance(block));
	}

	/** Where a statement stands, from the outside in, without the cluster: "node n1, nic eth0". */
	public static String where(EObject block) {
		List<String> titles = new ArrayList<>();
		for (EObject e = block; e != null && !(e instanceof Cluster && !titles.isEmpty()); e = e.eContainer()) {
			titles.add(0, title(e));
		}
		return String.join(", ", titles);
	}

	private static String title(EObject element) {
		return switch (element) {
			case Bonds bonds -> "bond " + String.join(", ", bonds.getBonds().stream().map(b -> String.valueOf(b.getName())).toList());
			case Section section -> String.valueOf(section.getName());
			case DrbdResource resource -> "resource " + resource.getName();
			case DrbdPeer peer -> "peer " + Candidates.name(peer.getNode());
			case DrbdVolume volume -> "volume " + volume.getNumber();
			case VmService vm -> "vm " + (vm.getGuest() == null ? "?" : vm.getGuest().getName());
			case ServiceResource resource -> resource.getType() + " " + resource.getName();
			case ResourceDefinition definition -> "define " + definition.getType() + " " + definition.getName();
			default -> Elements.title(element);
		};
	}

	/** What a statement is, as the language says it. */
	public static String what(EObject statement) {
		return switch (statement) {
			case Option option -> (option.getValues().isEmpty() ? "flag " : "option ") + option.getKey();
			case Raw raw -> "raw " + raw.getPath() + (raw.getAnchor() == null ? "" : " at " + raw.getAnchor());
			case DrbdVolume volume -> "volume " + volume.getNumber() + " on " + volume.getDisk();
			case Setting setting -> "unknown parameter " + setting.getKey();
			default -> Elements.title(statement);
		};
	}

	/** The name of an option, the file of a raw text. */
	public static Property name() {
		return new ByKindProperty(Map.of(DesignPackage.Literals.OPTION, FeatureProperty.required(DesignPackage.Literals.OPTION__KEY), DesignPackage.Literals.RAW,
				FeatureProperty.required(DesignPackage.Literals.RAW__PATH)));
	}

	/** Where in its file a raw text goes. */
	public static Property anchor() {
		return new ByKindProperty(Map.of(DesignPackage.Literals.RAW, FeatureProperty.of(DesignPackage.Literals.RAW__ANCHOR)));
	}

	/** What the statement says: values of an option one a line, the lines of a raw text. */
	public static Property text() {
		return new ByKindProperty(Map.of(DesignPackage.Literals.OPTION, new NativeTextProperty(), DesignPackage.Literals.RAW, new NativeTextProperty(), DesignPackage.Literals.SETTING,
				new ParameterProperty()));
	}

	/** Adds a statement behind the last of its kind in a block. */
	public static Statement add(Block block, Kind kind, String name, String text) {
		Statement made = switch (kind) {
			case OPTION, FLAG -> {
				Option option = MAKE.createOption();
				option.setKey(name);
				yield option;
			}
			case RAW -> {
				Raw raw = MAKE.createRaw();
				raw.setPath(name);
				raw.setText("");
				yield raw;
			}
		};
		if (kind != Kind.FLAG) {
			new NativeTextProperty().write(made, text);
		}
		return Insertions.put(block, Optional.empty(), made, Option.class, Setting.class);
	}

	/** The names that a new statement in a block may have; none where any will do. */
	public static Set<String> names(EffectiveCluster cluster, Block block, Kind kind) {
		return kind == Kind.RAW ? RawPaths.in(cluster, block) : Set.of();
	}
}
