package org.clusterwright.dsl.ide;

import java.util.Optional;
import java.util.Set;
import org.clusterwright.dsl.ide.assist.ParameterValues;
import org.clusterwright.dsl.ide.assist.Suggestion;
import org.clusterwright.dsl.ide.assist.Templates;
import org.clusterwright.dsl.ide.assist.Used;
import org.clusterwright.dsl.ide.assist.Values;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.FenceCall;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Section;
import org.clusterwright.model.design.Setting;
import org.clusterwright.model.effective.Statements;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** What is proposed beside the grammar's keywords and the names in scope: parameters and sections of the block, with the catalogue's help, and their values. */
class DesignProposals extends IdeContentProposalProvider {
	private static final Set<String> WORD_RULES = Set.of("Name", "LooseKey");
	private static final int PARAMETER = 600;
	private static final int SECTION = 500;
	private static final int VALUE = 700;
	private static final int TEMPLATE = 100;

	private Values values;
	private Templates templates;

	@Override
	protected boolean filterKeyword(Keyword keyword, ContentAssistContext context) {
		return Character.isLetter(keyword.getValue().charAt(0)) && !WORD_RULES.contains(GrammarUtil.containingRule(keyword).getName());
	}

	@Override
	protected void _createProposals(Assignment assignment, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		String rule = GrammarUtil.containingRule(assignment).getName();
		String feature = assignment.getFeature();
		if (assignment.getTerminal() instanceof CrossReference || !GrammarUtil.containedCrossReferences(assignment).isEmpty()) {
			Set<String> used = Used.names(rule, feature, context.getCurrentModel());
			super._createProposals(assignment, context, used.isEmpty() ? acceptor : without(used, acceptor));
		} else if (feature.equals("key") && (rule.equals("Setting") || rule.equals("LooseSetting"))) {
			parameters(context, acceptor);
		} else if (feature.equals("key") && rule.equals("Parameter")) {
			callParameters(context, acceptor);
		} else if (feature.equals("key") && rule.equals("Option")) {
			options(context, acceptor);
		} else if (rule.equals("Section")) {
			sections(context, acceptor);
		} else if (feature.equals("values")) {
			values(context, acceptor);
		} else if (assignment.getTerminal() instanceof Keyword keyword) {
			createProposals(keyword, context, acceptor);
		} else {
			cluster(context).ifPresent(c -> values(c).of(rule, feature, context.getCurrentModel()).forEach(s -> suggest(s, ContentAssistEntry.KIND_VALUE, VALUE, context, acceptor)));
		}
	}

	/** A keyword, and the whole statements that begin with it. */
	@Override
	protected void _createProposals(Keyword keyword, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		if (keyword.getValue().equals("secret") && !takesSecret(context) || keyword.getValue().equals("heuristic") && !(block(context) instanceof Section s && "quorumd".equals(s.getName()))) {
			return;
		}
		super._createProposals(keyword, context, acceptor);
		// A word of an enumeration (a network's role, a partition's kind) begins no statement.
		if (!filterKeyword(keyword, context) || !(GrammarUtil.containingRule(keyword) instanceof ParserRule rule) || !(rule.getAlternatives() instanceof Group group) || group.getElements().get(0) != keyword) {
			return;
		}
		if (rule.getName().equals("Cluster")) {
			suggest(Templates.design(indent(context)), ContentAssistEntry.KIND_SNIPPET, TEMPLATE, context, acceptor);
		} else {
			cluster(context).ifPresent(c -> templates(c, context).of(rule.getName()).forEach(s -> suggest(s, ContentAssistEntry.KIND_SNIPPET, TEMPLATE, context, acceptor)));
		}
	}

	private static IIdeContentProposalAcceptor without(Set<String> names, IIdeContentProposalAcceptor acceptor) {
		return new IIdeContentProposalAcceptor() {
			@Override
			public void accept(ContentAssistEntry entry, int priority) {
				if (entry != null && !names.contains(entry.getProposal().replaceAll("^\"|\"$", ""))) {
					acceptor.accept(entry, priority);
				}
			}

			@Override
			public boolean canAcceptMoreProposals() {
				return acceptor.canAcceptMoreProposals();
			}
		};
	}

	/** A secret stands for text; it is no number, time or word of a list. */
	private static boolean takesSecret(ContentAssistContext context) {
		String key = context.getLastCompleteNode() == null ? "" : context.getLastCompleteNode().getText().strip();
		Block block = block(context);
		return block == null || !(block instanceof Cluster) && Catalog.spec(block, key).map(s -> s.type() instanceof ValueType.Text).orElse(true);
	}

	private void suggest(Suggestion suggestion, String kind, int priority, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		acceptor.accept(getProposalCreator().createProposal(suggestion.text(), context, kind, e -> {
			e.setLabel(suggestion.label());
			e.setDescription(suggestion.description());
			e.setDocumentation(suggestion.documentation());
			e.setSource(suggestion);
		}), priority);
	}

	private static Optional<Cluster> cluster(ContentAssistContext context) {
		return context.getRootModel() instanceof Cluster cluster ? Optional.of(cluster) : Optional.empty();
	}

	private Values values(Cluster cluster) {
		if (values == null) {
			values = new Values(cluster);
		}
		return values;
	}

	private Templates templates(Cluster cluster, ContentAssistContext context) {
		if (templates == null) {
			templates = new Templates(cluster, indent(context), context.getCurrentModel());
		}
		return templates;
	}

	/** The white space that the caret's line begins with. */
	private static String indent(ContentAssistContext context) {
		String text = context.getRootNode().getText().substring(0, Math.min(context.getReplaceRegion().getOffset(), context.getRootNode().getText().length()));
		String line = text.substring(text.lastIndexOf('\n') + 1);
		return line.substring(0, line.length() - line.stripLeading().length());
	}

	private void callParameters(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		for (EObject at = context.getCurrentModel(); at != null; at = at.eContainer()) {
			if (at instanceof FenceCall call) {
				ParameterValues.keys(call).forEach(s -> suggest(s, ContentAssistEntry.KIND_PROPERTY, PARAMETER, context, acceptor));
				return;
			}
		}
	}

	/** The native names of what the section has no word of its own for are the same as its parameters' where those are native. */
	private void options(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		Block block = block(context);
		if (block instanceof Section && (block.eContainer() instanceof Drbd || block.eContainer() instanceof DrbdResource)) {
			Catalog.specs(block).forEach(s -> acceptor.accept(entry(s.key(), s.type().describe(), s, ContentAssistEntry.KIND_PROPERTY, context), PARAMETER));
		}
	}

	private void parameters(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		Block block = block(context);
		if (block == null) {
			return;
		}
		for (SettingSpec spec : Catalog.specs(block)) {
			String range = spec.type().describe() + spec.defaultText().map(d -> ", default " + d).orElse("");
			acceptor.accept(entry(spec.key(), range, spec, ContentAssistEntry.KIND_PROPERTY, context), PARAMETER);
		}
	}

	private void sections(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		String prefix = switch (block(context)) {
			case Cluster c -> "";
			case Drbd d -> "drbd.";
			case DrbdResource r -> "drbd.";
			case Network n -> "network.";
			case null, default -> null;
		};
		if (prefix == null) {
			return;
		}
		for (String name : Catalog.sections(prefix)) {
			if (Statements.section(block(context), name).isPresent()) {
				continue;
			}
			acceptor.accept(getProposalCreator().createProposal(name + " {  }", context, ContentAssistEntry.KIND_MODULE, e -> {
				e.setLabel(name);
				e.setDescription("section");
				e.setEscapePosition(context.getReplaceRegion().getOffset() + name.length() + 3);
			}), SECTION);
		}
	}

	private void values(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		EObject before = context.getLastCompleteNode() == null ? null : NodeModelUtils.findActualSemanticObjectFor(context.getLastCompleteNode());
		while (before != null && !(before instanceof Setting)) {
			before = before.eContainer();
		}
		// A word alone may be a parameter or a section: there is no model of it yet.
		EObject owner = before instanceof Setting setting ? setting.eContainer() : block(context);
		String key = before instanceof Setting setting ? setting.getKey() : context.getLastCompleteNode() == null ? null : context.getLastCompleteNode().getText().strip();
		if (key == null) {
			return;
		}
		cluster(context).ifPresent(c -> ParameterValues.of(c, owner, key).forEach(s -> suggest(s, ContentAssistEntry.KIND_VALUE, VALUE + 1, context, acceptor)));
		if (!(owner instanceof Block block)) {
			return;
		}
		SettingSpec spec = Catalog.spec(block, key).orElse(null);
		if (spec == null) {
			return;
		}
		if (spec.type() instanceof ValueType.Word words) {
			words.words().forEach(w -> acceptor.accept(entry(w, spec.defaultText().filter(w::equals).isPresent() ? "default" : "", spec, ContentAssistEntry.KIND_VALUE, context), VALUE));
		} else if (spec.type() instanceof ValueType.Flag) {
			acceptor.accept(entry("yes", "", spec, ContentAssistEntry.KIND_VALUE, context), VALUE);
			acceptor.accept(entry("no", "", spec, ContentAssistEntry.KIND_VALUE, context), VALUE);
		} else if (spec.defaultText().isPresent()) {
			acceptor.accept(entry(spec.defaultText().get(), "default", spec, ContentAssistEntry.KIND_VALUE, context), VALUE);
		}
	}

	private ContentAssistEntry entry(String text, String description, SettingSpec spec, String kind, ContentAssistContext context) {
		return getProposalCreator().createProposal(text, context, kind, e -> {
			e.setDescription(description);
			e.setDocumentation(ParameterTexts.describe(spec));
		});
	}

	/** The block that a new statement would stand in: the innermost whose braces are around the caret. */
	private static Block block(ContentAssistContext context) {
		for (EObject at = context.getCurrentModel(); at != null; at = at.eContainer()) {
			if (at instanceof Block block && isOpen(block, context.getReplaceRegion().getOffset())) {
				return block;
			}
		}
		return null;
	}

	private static boolean isOpen(Block block, int offset) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(block);
		boolean open = false;
		if (node != null) {
			for (ILeafNode leaf : node.getLeafNodes()) {
				if (leaf.getOffset() < offset && NodeModelUtils.findActualSemanticObjectFor(leaf) == block) {
					open = leaf.getText().equals("{") || open && !leaf.getText().equals("}");
				}
			}
		}
		return open;
	}
}
