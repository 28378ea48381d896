package org.clusterwright.dsl.ide;

import java.util.Set;
import org.clusterwright.model.catalog.Catalog;
import org.clusterwright.model.catalog.SettingSpec;
import org.clusterwright.model.catalog.ValueType;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.Cluster;
import org.clusterwright.model.design.Drbd;
import org.clusterwright.model.design.DrbdResource;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.Network;
import org.clusterwright.model.design.Setting;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** What is proposed beside the grammar's keywords and the names in scope: parameters and sections of the block, with the catalogue's help, and their values. */
class DesignProposals extends IdeContentProposalProvider {
	private static final Set<String> WORD_RULES = Set.of("Name", "LooseKey");
	private static final int PARAMETER = 600;
	private static final int SECTION = 500;
	private static final int VALUE = 700;

	@Override
	protected boolean filterKeyword(Keyword keyword, ContentAssistContext context) {
		return Character.isLetter(keyword.getValue().charAt(0)) && !WORD_RULES.contains(GrammarUtil.containingRule(keyword).getName());
	}

	@Override
	protected void _createProposals(Assignment assignment, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		String rule = GrammarUtil.containingRule(assignment).getName();
		if (assignment.getTerminal() instanceof CrossReference || !GrammarUtil.containedCrossReferences(assignment).isEmpty()) {
			super._createProposals(assignment, context, acceptor);
		} else if (assignment.getFeature().equals("key") && (rule.equals("Setting") || rule.equals("LooseSetting"))) {
			parameters(context, acceptor);
		} else if (rule.equals("Section")) {
			sections(context, acceptor);
		} else if (assignment.getFeature().equals("values")) {
			values(context, acceptor);
		} else if (assignment.getTerminal() instanceof Keyword keyword) {
			createProposals(keyword, context, acceptor);
		}
	}

	private void parameters(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		Block block = block(context.getCurrentModel());
		if (block == null) {
			return;
		}
		for (SettingSpec spec : Catalog.specs(block)) {
			acceptor.accept(entry(spec.key(), spec.type().describe(), spec, ContentAssistEntry.KIND_PROPERTY, context), PARAMETER);
		}
	}

	private void sections(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
		String prefix = switch (block(context.getCurrentModel())) {
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
		if (!(before instanceof Setting setting) || setting.getKey() == null || !(setting.eContainer() instanceof Block block)) {
			return;
		}
		SettingSpec spec = Catalog.spec(block, setting.getKey()).orElse(null);
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

	/** The block that a new statement would stand in. */
	private static Block block(EObject model) {
		for (EObject at = model; at != null; at = at.eContainer()) {
			if (at instanceof Block block && (!(at instanceof Named named) || named.getName() != null)) {
				return block;
			}
		}
		return null;
	}
}
