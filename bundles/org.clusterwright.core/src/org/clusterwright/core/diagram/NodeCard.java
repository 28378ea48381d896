package org.clusterwright.core.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clusterwright.core.diagram.Shape.Kind;
import org.clusterwright.core.diagram.Shape.Link;
import org.clusterwright.core.diagram.Shape.LinkKind;
import org.clusterwright.core.diagram.Shape.Mark;
import org.clusterwright.core.diagram.Shape.Point;
import org.clusterwright.model.design.Bmc;
import org.clusterwright.model.design.Plugged;
import org.clusterwright.model.design.Psu;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveBond;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveGuest;
import org.clusterwright.model.effective.EffectiveNetwork;
import org.clusterwright.model.effective.EffectiveNic;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.values.Mac;
import org.eclipse.emf.ecore.EObject;

/**
 * One node of the network picture: for each bond (or NIC without one) a tree that grows upward, NICs at its foot, then the bond, the networks with the
 * node's addresses, and the guests on their bridges; at the right the BMC and the power supplies. All nodes have their bonds in the same row.
 */
final class NodeCard {
	/** A cable that leaves the card downward from a column; {@code bar} is what it goes into. */
	record Cable(int column, int row, EObject bar, LinkKind kind, Optional<String> port, EObject element, Mark mark, List<String> tip) {
	}

	record Placed(List<Shape> shapes, List<Cable> cables) {
	}

	/** NICs with what is on them; {@code bond} is absent for a NIC alone. */
	private record Group(Optional<EffectiveBond> bond, List<EffectiveNic> nics, List<Floor> floors) {
	}

	/** A network with the guests on its bridge. */
	private record Floor(EffectiveNetwork network, String label, List<EffectiveGuest> guests, int folded) {
		int boxes() {
			return guests.size() + (folded == 0 ? 0 : 1);
		}
	}

	/** If a bridge has more guests than these, the ones that normally run elsewhere are one box. */
	private static final int MANY_GUESTS = 12;
	private static final int FIRST_COLUMN = 2;
	private static final int TITLE_ROWS = 2;
	private static final int FOOT_ROWS = 5;
	private static final int BETWEEN_NICS = 2;
	private static final int BETWEEN_GROUPS = 3;
	private static final int INSIDE = 2;
	private static final int BRANCH = 3;
	private static final int NIC_WIDTH = 13;

	private final EffectiveCluster cluster;
	private final EffectiveNode node;
	private final SinglePoints points;
	private final List<Group> groups = new ArrayList<>();
	private final Optional<Bmc> bmc;
	private final List<Psu> supplies;
	private List<Shape> shapes = new ArrayList<>();
	private List<Cable> cables = new ArrayList<>();

	NodeCard(EffectiveCluster cluster, EffectiveNode node, SinglePoints points) {
		this.cluster = cluster;
		this.points = points;
		this.node = node;
		this.bmc = cluster.hardware().bmc(node);
		this.supplies = Statements.all(node.design(), Psu.class);
		for (EffectiveBond bond : cluster.bonding().all()) {
			List<EffectiveNic> members = cluster.hardware().members(node, bond);
			if (!members.isEmpty()) {
				groups.add(new Group(Optional.of(bond), members, floors(bond.networks())));
			}
		}
		for (EffectiveNic nic : cluster.hardware().nics(node)) {
			if (nic.bond().isEmpty()) {
				groups.add(new Group(Optional.empty(), List.of(nic), floors(nic.networks())));
			}
		}
	}

	private List<Floor> floors(List<EffectiveNetwork> networks) {
		return networks.stream().map(n -> {
			String address = cluster.networks().address(node, n).map(a -> " " + a.value()).orElse("");
			boolean bridged = n.design().getBridge() != null;
			String label = n.name().value() + (bridged ? " " + n.device().value() : "") + address;
			List<EffectiveGuest> guests = !bridged ? List.<EffectiveGuest> of()
					: cluster.guests().all().stream().filter(g -> (g.nodes().isEmpty() || g.nodes().contains(node)) && g.nics().stream().anyMatch(c -> c.bridge().value().equals(n.device().value()))).toList();
			if (guests.size() <= MANY_GUESTS) {
				return new Floor(n, label, guests, 0);
			}
			List<EffectiveGuest> here = guests.stream().filter(this::isHere).toList();
			return new Floor(n, label, here, guests.size() - here.size());
		}).toList();
	}

	/** Rows that the tallest tree needs above its bond. */
	int rowsAbove() {
		return groups.stream().mapToInt(g -> g.floors().stream().mapToInt(f -> 2 + 2 * f.boxes()).sum()).max().orElse(0);
	}

	/** The last row of a card whose trees are so high. */
	static int bottom(int above) {
		return bondRow(above) + 2 + FOOT_ROWS;
	}

	private static int bondRow(int above) {
		return TITLE_ROWS + 1 + above;
	}

	int width() {
		int width = FIRST_COLUMN;
		for (Group group : groups) {
			width += width(group) + BETWEEN_GROUPS;
		}
		width += bmc.map(b -> areaWidth(bmcLabel(b)) + BETWEEN_NICS).orElse(0);
		for (Psu psu : supplies) {
			width += areaWidth(psuLabel(psu)) + BETWEEN_NICS;
		}
		return Math.max(width + 1, Grid.widthOf(node.name().value()) + 4);
	}

	private static int width(Group group) {
		int width = group.nics().size() * (NIC_WIDTH + BETWEEN_NICS) - BETWEEN_NICS;
		width = Math.max(width, group.nics().stream().mapToInt(n -> Grid.widthOf(n.name().value())).max().orElse(0));
		width = Math.max(width, group.bond().map(b -> Grid.widthOf(b.name().value())).orElse(0));
		for (Floor floor : group.floors()) {
			width = Math.max(width, INSIDE + BRANCH + Grid.widthOf(floor.label()));
			for (EffectiveGuest guest : floor.guests()) {
				width = Math.max(width, 2 * (INSIDE + BRANCH) + Grid.widthOf(guest.name().value()));
			}
			width = floor.folded() == 0 ? width : Math.max(width, 2 * (INSIDE + BRANCH) + Grid.widthOf(more(floor)));
		}
		return width;
	}

	private static int areaWidth(List<String> label) {
		return label.stream().mapToInt(Grid::widthOf).max().orElse(Grid.AROUND);
	}

	private static List<String> bmcLabel(Bmc bmc) {
		return List.of("BMC", bmc.getAddress() == null ? "" : bmc.getAddress().toString());
	}

	private static List<String> psuLabel(Psu psu) {
		return List.of(String.valueOf(psu.getName()));
	}

	Placed place(int column, int above) {
		shapes = new ArrayList<>();
		cables = new ArrayList<>();
		int bottom = bottom(above);
		EObject element = node.design();
		List<String> tip = List.of(node.hostName().value());
		shapes.add(Grid.area(column, 0, width(), bottom + 1, Kind.NODE, List.of(node.name().value()), Mark.NONE, Optional.of(element), tip));
		shapes.add(Grid.area(column + FIRST_COLUMN, 1, Grid.widthOf(node.name().value()), 1, Kind.TITLE, List.of(node.name().value()), Mark.NONE, Optional.of(element), tip));
		int at = column + FIRST_COLUMN;
		int row = bondRow(above);
		for (Group group : groups) {
			group(group, at, row);
			at += width(group) + BETWEEN_GROUPS;
		}
		if (bmc.isPresent()) {
			foot(bmc.get(), Kind.BMC, bmcLabel(bmc.get()), at, row, mark(bmc.get()), tip(bmc.get(), "baseboard management controller: a way to fence " + node.name().value(), plugged(bmc.get())));
			plug(bmc.get(), bmc.get(), at + areaWidth(bmcLabel(bmc.get())) / 2, row, LinkKind.FENCE);
			at += areaWidth(bmcLabel(bmc.get())) + BETWEEN_NICS;
		}
		for (Psu psu : supplies) {
			foot(psu, Kind.PSU, psuLabel(psu), at, row, mark(psu), tip(psu, "power supply", psu.getPdu() == null ? "the design does not say which PDU it is on" : "on " + psu.getPdu().getName()));
			if (psu.getPdu() != null) {
				cables.add(new Cable(at + areaWidth(psuLabel(psu)) / 2, row + 1 + FOOT_ROWS, psu.getPdu(), LinkKind.POWER, Optional.ofNullable(psu.getOutlet()).map(String::valueOf), psu, mark(psu), List.of("power of " + node.name().value())));
			}
			at += areaWidth(psuLabel(psu)) + BETWEEN_NICS;
		}
		return new Placed(shapes, cables);
	}

	private void foot(EObject element, Kind kind, List<String> label, int column, int bondRow, Mark mark, List<String> tip) {
		shapes.add(Grid.area(column, bondRow + 2, areaWidth(label), FOOT_ROWS, kind, label, mark, Optional.of(element), tip));
	}

	private void group(Group group, int column, int row) {
		int center = column + NIC_WIDTH / 2;
		if (group.bond().isPresent()) {
			EffectiveBond bond = group.bond().get();
			shapes.add(Grid.box(column, row, Grid.widthOf(bond.name().value()), Kind.BOND, bond.name().value(), mark(bond.design()), Optional.of(bond.design()), tip(bond.design(), "bond, mode " + bond.mode().value())));
		}
		for (int i = 0; i < group.nics().size(); i++) {
			EffectiveNic nic = group.nics().get(i);
			int at = column + i * (NIC_WIDTH + BETWEEN_NICS);
			LinkKind kind = i > 0 && group.bond().filter(EffectiveBond::isActiveBackup).isPresent() ? LinkKind.STANDBY_CABLE : LinkKind.CABLE;
			shapes.add(Grid.area(at, row + 2, NIC_WIDTH, FOOT_ROWS, Kind.NIC, nicLabel(nic), Mark.NONE, Optional.of(nic.design()), nicTip(nic, group, i)));
			if (group.bond().isPresent()) {
				int trunk = Math.min(center, column + Grid.widthOf(group.bond().get().name().value()) - 2);
				link(nic.design(), kind, trunk, row, trunk, row + 1, at + NIC_WIDTH / 2, row + 1, at + NIC_WIDTH / 2, row + 3);
			}
			plug(nic.design(), nic.design(), at + NIC_WIDTH / 2, row, kind);
		}
		int trunk = column + INSIDE;
		int floorRow = row;
		for (Floor floor : group.floors()) {
			floorRow -= 2;
			int box = trunk + BRANCH;
			EObject network = floor.network().design();
			shapes.add(Grid.box(box, floorRow, Grid.widthOf(floor.label()), Kind.ADDRESS, floor.label(), Mark.NONE, Optional.of(network), networkTip(floor.network())));
			link(network, LinkKind.PART, trunk, group.bond().isPresent() ? row : row + 3, trunk, floorRow, box, floorRow);
			int guestTrunk = box + INSIDE;
			int networkRow = floorRow;
			for (EffectiveGuest guest : floor.guests()) {
				floorRow -= 2;
				guest(guest.design(), guest.name().value(), isHere(guest), List.of("guest", StorageStacks.home(guest).map(h -> "normally runs on " + h.name().value()).orElse("runs anywhere")), guestTrunk, networkRow, floorRow);
			}
			if (floor.folded() > 0) {
				floorRow -= 2;
				guest(network, more(floor), false, List.of("guests that can run here and normally do elsewhere"), guestTrunk, networkRow, floorRow);
			}
		}
	}

	private void guest(EObject element, String label, boolean isHere, List<String> tip, int trunk, int networkRow, int row) {
		shapes.add(Grid.box(trunk + BRANCH, row, Grid.widthOf(label), Kind.GUEST, label, isHere ? Mark.NONE : Mark.ELSEWHERE, Optional.of(element), tip));
		link(element, LinkKind.PART, trunk, networkRow, trunk, row, trunk + BRANCH, row);
	}

	private boolean isHere(EffectiveGuest guest) {
		return StorageStacks.home(guest).filter(h -> h != node).isEmpty();
	}

	private static String more(Floor floor) {
		return floor.folded() + (floor.guests().isEmpty() ? " guests" : " more guests");
	}

	private Mark mark(EObject element) {
		return points.isOn(node, element) ? Mark.SINGLE_POINT : Mark.NONE;
	}

	private List<String> tip(EObject element, String... lines) {
		List<String> tip = new ArrayList<>(List.of(lines));
		tip.addAll(points.tip(node, element));
		return tip;
	}

	private static List<String> nicLabel(EffectiveNic nic) {
		String mac = nic.mac().map(m -> m.value().toString()).orElse("");
		return mac.length() == 17 ? List.of(nic.name().value(), mac.substring(0, 9), mac.substring(9)) : List.of(nic.name().value(), "no MAC");
	}

	private static List<String> nicTip(EffectiveNic nic, Group group, int index) {
		List<String> tip = new ArrayList<>();
		tip.add(nic.mac().map(Effective::value).map(Mac::toString).orElse("its MAC is not known"));
		group.bond().ifPresent(b -> tip.add("link " + nic.link().map(l -> String.valueOf(l.value())).orElse("?") + " of " + b.name().value() + (b.isActiveBackup() ? index == 0 ? ", active" : ", backup" : "")));
		tip.add(plugged(nic.design()));
		return tip;
	}

	private static String plugged(Plugged plugged) {
		return plugged.getSwitch() == null ? "the design does not say where it is plugged in" : "plugged into " + plugged.getSwitch().getName() + (plugged.getSwitchPort() == null ? "" : " port " + plugged.getSwitchPort());
	}

	private static List<String> networkTip(EffectiveNetwork network) {
		List<String> tip = new ArrayList<>(List.of(network.label().value()));
		network.subnet().ifPresent(s -> tip.add(s.value().toString()));
		network.design().getRoles().forEach(r -> tip.add("carries " + r.getLiteral()));
		return tip;
	}

	private void plug(Plugged plugged, EObject element, int column, int bondRow, LinkKind kind) {
		if (plugged.getSwitch() != null) {
			cables.add(new Cable(column, bondRow + 1 + FOOT_ROWS, plugged.getSwitch(), kind, Optional.ofNullable(plugged.getSwitchPort()), element, mark(element), List.of(plugged(plugged))));
		}
	}

	private void link(EObject element, LinkKind kind, int... cells) {
		List<Point> points = new ArrayList<>();
		for (int i = 0; i < cells.length; i += 2) {
			Point point = Grid.middle(cells[i], cells[i + 1]);
			if (points.isEmpty() || !points.get(points.size() - 1).equals(point)) {
				points.add(point);
			}
		}
		shapes.add(new Link(points, kind, Optional.of(element), List.of()));
	}
}
