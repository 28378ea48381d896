package org.clusterwright.dsl.ide.fixes;

import static org.clusterwright.dsl.ide.fixes.FixRule.also;
import static org.clusterwright.dsl.ide.fixes.FixRule.of;
import static org.clusterwright.dsl.ide.fixes.FixRule.removing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clusterwright.dsl.ide.Spelling;
import org.clusterwright.model.design.Bonds;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.Disk;
import org.clusterwright.model.design.DomainMember;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.FailoverDomain;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.Pdu;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Statement;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Code;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Names that mean nothing, or more than one thing. */
final class NameFixes {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;
	private static final int MOST = 4;

	static final List<FixRule> RULES = List.of(
			of(Code.UNRESOLVED_REFERENCE, NameFixes::nearest),
			also(Code.UNRESOLVED_REFERENCE, "create", NameFixes::create),
			of(Code.DUPLICATE_NAME, p -> p.at(Named.class).filter(n -> !(n instanceof Section)).stream().flatMap(n -> {
				String name = p.free().name(n.eClass(), n.getName());
				return p.change(n, "Call this one '" + name + "'", x -> x.setName(name));
			})),
			also(Code.DUPLICATE_NAME, "section", p -> p.at(Section.class).stream().flatMap(s -> p.change(s, "Remove this section '" + s.getName() + "'", ModelChanges::remove))),
			of(Code.UNSAFE_NAME, NameFixes::rename),
			of(Code.SECRET_NAME, p -> p.change(org.clusterwright.model.design.SecretValue.class, "Call the secret '" + safe(p.arg(0).replaceAll("[+:@]", "_")) + "'",
					s -> s.setSecret(safe(s.getSecret().replaceAll("[+:@]", "_"))))),
			removing(Code.DUPLICATE_PARAMETER, "Remove this line"));

	private NameFixes() {
	}

	/** The name without what files and scripts cannot carry. */
	static String safe(String name) {
		String plain = name.replaceAll("[^A-Za-z0-9_.+:@-]+", "_").replaceFirst("^[^A-Za-z0-9]+", "").replaceFirst("_+$", "");
		return plain.isEmpty() ? "name" : plain.substring(0, Math.min(64, plain.length()));
	}

	static Stream<Cure> rename(Problem problem) {
		return problem.at(Named.class).stream().flatMap(n -> renameTo(problem, n, safe(n.getName())));
	}

	/** A rename with all references; to another number where the name is taken. */
	static Stream<Cure> renameTo(Problem problem, Named named, String name) {
		String free = EObjects.all(problem.cluster(), Named.class).anyMatch(n -> n != named && n.eClass() == named.eClass() && name.equals(n.getName()))
				? problem.free().name(named.eClass(), name)
				: name;
		return problem.change(named, "Call it '" + free + "'", n -> n.setName(free));
	}

	private static Stream<Cure> nearest(Problem problem) {
		Optional<EReference> reference = problem.leaf().flatMap(NameFixes::reference);
		List<String> names = reference.map(r -> EObjects.all(problem.cluster(), Named.class).filter(n -> r.getEReferenceType().isInstance(n) && n.getName() != null).map(Named::getName)
				.distinct().toList()).orElse(List.of());
		return Spelling.nearestOrAny(problem.arg(1), names, MOST).stream().flatMap(n -> problem.replace("Change to '" + n + "'", EObjects.word(n)));
	}

	private static Optional<EReference> reference(ILeafNode leaf) {
		for (INode node = leaf; node != null; node = node.getParent()) {
			if (node.getGrammarElement() instanceof CrossReference cross) {
				EObject element = NodeModelUtils.findActualSemanticObjectFor(node);
				return Optional.ofNullable(GrammarUtil.getReference(cross, element.eClass()));
			}
		}
		return Optional.empty();
	}

	/** What is missing, with no more than it needs; the findings say what is to be added. */
	private static Stream<Cure> create(Problem problem) {
		String name = problem.arg(1);
		return switch (problem.arg(0)) {
			case "switch" -> create(problem, "switch", named(MAKE.createSwitch(), name), Pdu.class);
			case "PDU" -> create(problem, "PDU", named(MAKE.createPdu(), name), Node.class);
			case "failover domain" -> problem.change(problem.cluster(), "Create the failover domain '" + name + "' of all nodes", c -> {
				FailoverDomain domain = named(MAKE.createFailoverDomain(), name);
				domain.setOrdered(true);
				for (Node node : new ArrayList<>(Statements.all(c, Node.class))) {
					DomainMember member = MAKE.createDomainMember();
					member.setNode(node);
					member.setPriority(domain.getStatements().size() + 1L);
					domain.getStatements().add(member);
				}
				ModelChanges.add(c, domain, org.clusterwright.model.design.Service.class);
			});
			case "bond" -> problem.change(problem.cluster(), title(problem), c -> Statements.all(c, Bonds.class).stream().findFirst().ifPresentOrElse(
					b -> b.getBonds().add(named(MAKE.createBond(), name)), () -> {
						Bonds made = MAKE.createBonds();
						made.getBonds().add(named(MAKE.createBond(), name));
						ModelChanges.set(made, "mode", "active-backup");
						ModelChanges.set(made, "miimon", "100ms");
						ModelChanges.add(c, made, Node.class);
					}));
			case "node" -> {
				long id = problem.free().nodeId();
				yield problem.change(problem.cluster(), title(problem), c -> {
					Node made = named(MAKE.createNode(), name);
					made.setNodeId(id);
					ModelChanges.add(c, made, Disk.class);
				});
			}
			case "guest" -> create(problem, "guest", named(MAKE.createGuest(), name), FailoverDomain.class);
			case "DRBD resource" -> {
				Optional<String> disk = problem.free().partitions().stream().findFirst().map(d -> d.replaceFirst("^/dev/", ""));
				yield problem.change(problem.cluster(), title(problem) + disk.map(d -> " on " + d).orElse(""), c -> {
					DrbdResource made = named(MAKE.createDrbdResource(), name);
					disk.ifPresent(made::setDisk);
					Statements.first(c, Drbd.class).orElseGet(() -> {
						Drbd block = MAKE.createDrbd();
						ModelChanges.add(c, block, VolumeGroup.class);
						return block;
					}).getStatements().add(made);
				});
			}
			case "bridge" -> Statements.all(problem.cluster(), Network.class).stream().filter(n -> n.getBridge() == null && n.getName() != null).limit(MOST)
					.flatMap(n -> problem.change(n, "Put the bridge '" + name + "' on the network '" + n.getName() + "'", x -> x.setBridge(named(MAKE.createBridge(), name))));
			default -> Stream.empty();
		};
	}

	private static String title(Problem problem) {
		return "Create the " + problem.arg(0) + " '" + problem.arg(1) + "'";
	}

	private static Stream<Cure> create(Problem problem, String kind, Statement statement, Class<? extends Statement> before) {
		return problem.change(problem.cluster(), "Create the " + kind + " '" + problem.arg(1) + "'", c -> ModelChanges.add(c, org.eclipse.emf.ecore.util.EcoreUtil.copy(statement), before));
	}

	private static <T extends Named> T named(T element, String name) {
		element.setName(name);
		return element;
	}
}
