package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Nic;
import org.clusterwright.model.design.Node;
import org.clusterwright.model.design.VolumeGroup;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.model.findings.Finding;
import org.clusterwright.model.findings.Severity;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;

/** Gives a symbol of a design another name, everywhere it is meant. What only mentions it is told, not changed. */
public final class Renaming {
	/** Why a name cannot be given. */
	public enum Problem {
		EMPTY, SAME, INVALID, DUPLICATE
	}

	/** As the rule of names has it: what every native format, path and script can carry unquoted. */
	private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+:@-]{0,63}");
	/** Kinds that references find anywhere in the file, so that a second one of a name would never be meant. */
	private static final Set<EClass> REFERENCED = referenced();

	private final ClusterLanguage language;
	private final ParsedDesign design;
	private final Symbol symbol;

	public Renaming(ClusterLanguage language, ParsedDesign design, Symbol symbol) {
		this.language = Objects.requireNonNull(language);
		this.design = Objects.requireNonNull(design);
		this.symbol = Objects.requireNonNull(symbol);
	}

	public Symbol symbol() {
		return symbol;
	}

	public List<Mention> mentions() {
		return Mention.of(design, symbol);
	}

	public Optional<Problem> problem(String name) {
		if (name.isEmpty()) {
			return Optional.of(Problem.EMPTY);
		}
		if (name.equals(symbol.name())) {
			return Optional.of(Problem.SAME);
		}
		if (!SAFE.matcher(name).matches()) {
			return Optional.of(Problem.INVALID);
		}
		return isTaken(name) ? Optional.of(Problem.DUPLICATE) : Optional.empty();
	}

	private boolean isTaken(String name) {
		Optional<EObject> found = design.root().flatMap(symbol.path()::find);
		if (found.isEmpty()) {
			return false;
		}
		EObject renamed = found.get();
		if (NamesByValue.isTaken(renamed, name)) {
			return true;
		}
		EObject scope = REFERENCED.contains(renamed.eClass()) && !(renamed instanceof LogicalVolume) ? design.root().get() : renamed.eContainer();
		for (EObject other : scope == null ? List.<EObject> of() : EcoreUtil2.eAllContents(scope)) {
			if (other != renamed && other.eClass() == renamed.eClass() && other instanceof Named named && name.equals(named.getName())) {
				return true;
			}
		}
		return false;
	}

	/** The errors and warnings that the design would have with a name and does not have now; asks all rules. */
	public List<Finding> newFindings(String name) {
		return switch (edit(design.text(), name)) {
			case EditResult.Rejected rejected -> rejected.findings();
			case EditResult.Edited edited -> {
				Set<String> before = new HashSet<>();
				language.validate(design.text()).findings().forEach(f -> before.add(f.message().replace(symbol.name(), name)));
				yield language.validate(Replacement.apply(design.text(), edited.replacements())).findings().stream()
						.filter(f -> f.severity() != Severity.INFO && !before.contains(f.message().replace(symbol.name(), name))).toList();
			}
		};
	}

	/** The edits of a text that may be newer than the one that the renaming was prepared for. */
	public EditResult edit(String text, String name) {
		EditResult result = new ClusterEditor(language).edit(text, symbol.path(), EObject.class, e -> rename(e, name));
		return switch (result) {
			case EditResult.Rejected rejected -> rejected;
			case EditResult.Edited edited -> symbol.kind().equals("VolumeGroup") ? withQualified(text, name, edited) : edited;
		};
	}

	private static void rename(EObject element, String name) {
		if (element instanceof Nic nic && EcoreUtil.getRootContainer(nic) instanceof Cluster cluster) {
			List<Network> on = Statements.all(cluster, Network.class).stream().filter(n -> nic.getName().equals(n.getNic())).toList();
			if (!on.isEmpty()) {
				Statements.all(cluster, Node.class).stream().flatMap(n -> Statements.all(n, Nic.class).stream()).filter(n -> n != nic && nic.getName().equals(n.getName())).forEach(n -> n.setName(name));
				on.forEach(n -> n.setNic(name));
			}
		}
		NamesByValue.rename(element, name);
	}

	/** A volume may be called by its group's name too, where it would not need to be. */
	private EditResult withQualified(String text, String name, EditResult.Edited edited) {
		ParsedDesign now = language.parse(text);
		List<Replacement> all = new ArrayList<>(edited.replacements());
		Optional<EObject> group = now.root().flatMap((Cluster c) -> symbol.path().find(c));
		if (group.isPresent() && group.get() instanceof VolumeGroup volumes) {
			for (EObject volume : volumes.getStatements()) {
				for (INode node : volume instanceof LogicalVolume ? Symbol.references(now, volume) : List.<INode> of()) {
					int quote = node.getText().strip().startsWith("\"") ? 1 : 0;
					boolean done = all.stream().anyMatch(r -> r.offset() < node.getEndOffset() && r.offset() + r.length() > node.getOffset());
					if (!done && text.startsWith(symbol.name() + "/", node.getOffset() + quote)) {
						all.add(new Replacement(node.getOffset() + quote, symbol.name().length(), name));
					}
				}
			}
		}
		return new EditResult.Edited(all);
	}

	private static Set<EClass> referenced() {
		Set<EClass> types = new HashSet<>();
		for (Object classifier : DesignPackage.eINSTANCE.getEClassifiers()) {
			if (classifier instanceof EClass type) {
				type.getEReferences().stream().filter(r -> !r.isContainment() && !r.isContainer()).map(EReference::getEReferenceType).forEach(types::add);
			}
		}
		return types;
	}
}
