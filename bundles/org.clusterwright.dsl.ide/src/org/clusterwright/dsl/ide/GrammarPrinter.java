package org.clusterwright.dsl.ide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clusterwright.model.design.Block;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.LogicalVolume;
import org.clusterwright.model.design.Named;
import org.clusterwright.model.design.VolumeGroup;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.conversion.IValueConverterService;

/**
 * Elements of a design as the words that say them, read off the grammar. A statement's head is what stands before its braces. The grammar's
 * own rules make this enough: every word is one token, and what an optional part holds decides alone whether it is written.
 */
final class GrammarPrinter {
	/** Stands for a reference to nothing, before and after an edit alike. */
	private static final String NOWHERE = "?";

	/** How an element is written: its head, whether braces must follow, and the rule of the statements in them. */
	record Head(List<String> words, boolean bracesRequired, Optional<AbstractRule> statementRule) {
	}

	private final Grammar grammar;
	private final IValueConverterService converters;
	private final Map<String, Integer> volumeNames;
	private final UnreadableValues unreadable;

	/** Two volumes of one name are told apart by their groups; {@code volumeNames} counts the names of the design being printed. */
	GrammarPrinter(Grammar grammar, IValueConverterService converters, Map<String, Integer> volumeNames, UnreadableValues unreadable) {
		this.unreadable = unreadable;
		this.grammar = grammar;
		this.converters = converters;
		this.volumeNames = Map.copyOf(volumeNames);
	}

	AbstractRule rootRule() {
		return grammar.getRules().get(0);
	}

	/** The head of an element by a rule that may delegate to others; absent where the rule has no words for it. */
	Optional<Head> head(EObject element, AbstractRule rule) {
		return new Printing(element).by(rule);
	}

	/** One element's printing: which values are already written, and the words so far. */
	private final class Printing {
		private final EObject element;
		private final List<String> words = new ArrayList<>();
		private final Map<EStructuralFeature, Integer> written = new HashMap<>();
		private boolean bracesRequired;
		private AbstractRule statementRule;

		Printing(EObject element) {
			this.element = element;
		}

		Optional<Head> by(AbstractRule rule) {
			if (rule.getType().getClassifier() == element.eClass() && any(rule.getAlternatives()) && isComplete()) {
				return Optional.of(new Head(List.copyOf(words), bracesRequired, Optional.ofNullable(statementRule)));
			}
			return delegated(rule.getAlternatives());
		}

		private Optional<Head> delegated(AbstractElement body) {
			List<AbstractElement> choices = body instanceof Alternatives alternatives ? alternatives.getElements() : List.of(body);
			for (AbstractElement choice : choices) {
				if (choice instanceof RuleCall call && call.getRule() instanceof ParserRule rule && !GrammarUtil.isDatatypeRule(rule)) {
					Optional<Head> head = new Printing(element).by(rule);
					if (head.isPresent()) {
						return head;
					}
				}
			}
			return Optional.empty();
		}

		private boolean isComplete() {
			return element.eClass().getEAllStructuralFeatures().stream().allMatch(f -> f == DesignPackage.Literals.BLOCK__STATEMENTS || remaining(f) == 0);
		}

		private boolean any(AbstractElement part) {
			if (part instanceof Assignment assignment && isStatements(assignment)) {
				statementRule = ((RuleCall) assignment.getTerminal()).getRule();
				return true;
			}
			if (GrammarUtil.isMultipleCardinality(part)) {
				return repeat(part);
			}
			return GrammarUtil.isOptionalCardinality(part) && !wants(part) || one(part);
		}

		private boolean repeat(AbstractElement part) {
			if (!GrammarUtil.isOptionalCardinality(part) && !one(part)) {
				return false;
			}
			while (wants(part)) {
				if (!one(part)) {
					return false;
				}
			}
			return true;
		}

		private boolean one(AbstractElement part) {
			return switch (part) {
				case Group group -> isBraces(group) ? braces(group) : group.getElements().stream().allMatch(this::any);
				case Alternatives alternatives -> alternatives.getElements().stream().anyMatch(a -> (wants(a) || needsNothing(a)) && attempt(a));
				case Keyword keyword -> keyword(keyword);
				case Assignment assignment -> assign(assignment);
				case Action action -> action.getType().getClassifier() == element.eClass();
				default -> false;
			};
		}

		/** Tries one of several alternatives; what it wrote is taken back when it does not fit. */
		private boolean attempt(AbstractElement part) {
			int length = words.size();
			Map<EStructuralFeature, Integer> before = Map.copyOf(written);
			if (any(part)) {
				return true;
			}
			words.subList(length, words.size()).clear();
			written.clear();
			written.putAll(before);
			return false;
		}

		private static boolean needsNothing(AbstractElement part) {
			return assignments(part).isEmpty() && !(part instanceof RuleCall);
		}

		private boolean keyword(Keyword keyword) {
			if (keyword.getValue().equals("{")) {
				bracesRequired = true;
			} else if (!keyword.getValue().equals("}")) {
				words.add(keyword.getValue());
			}
			return true;
		}

		private static boolean isBraces(Group group) {
			return group.getElements().get(0) instanceof Keyword keyword && keyword.getValue().equals("{");
		}

		/** An optional block in braces: what stands inside belongs to the statements, not to the head. */
		private boolean braces(Group group) {
			return group.getElements().stream().allMatch(e -> e instanceof Keyword || any(e));
		}

		private static boolean isStatements(Assignment assignment) {
			return assignment.getFeature().equals(DesignPackage.Literals.BLOCK__STATEMENTS.getName());
		}

		private boolean assign(Assignment assignment) {
			EStructuralFeature feature = element.eClass().getEStructuralFeature(assignment.getFeature());
			if (feature == null || remaining(feature) == 0) {
				return false;
			}
			int index = written.merge(feature, 1, Integer::sum) - 1;
			Optional<String> kept = unreadable.word(element, feature);
			if (kept.isPresent()) {
				words.add(kept.get());
				return true;
			}
			Object value = feature.isMany() ? ((List<?>) element.eGet(feature)).get(index) : element.eGet(feature);
			return value(assignment.getTerminal(), value, feature);
		}

		private boolean value(AbstractElement terminal, Object value, EStructuralFeature feature) {
			switch (terminal) {
				case Keyword keyword -> {
					words.add(keyword.getValue());
					return value instanceof Boolean || keyword.getValue().equals(value);
				}
				case CrossReference reference -> {
					RuleCall name = (RuleCall) reference.getTerminal();
					words.add(referenceName((EObject) value).map(n -> converters.toString(n, name.getRule().getName())).orElse(NOWHERE));
					return true;
				}
				case RuleCall call when call.getRule() instanceof EnumRule rule -> {
					words.add(((Enumerator) value).getLiteral());
					return rule != null;
				}
				case RuleCall call when feature instanceof EReference -> {
					Optional<Head> inner = new Printing((EObject) value).by(call.getRule());
					inner.ifPresent(h -> words.addAll(h.words()));
					return inner.isPresent();
				}
				case RuleCall call -> {
					words.add(converters.toString(value, call.getRule().getName()));
					return true;
				}
				default -> {
					return false;
				}
			}
		}

		/** Whether a part has something to say about this element that is not yet said. */
		private boolean wants(AbstractElement part) {
			if (part instanceof Group group && isBraces(group)) {
				return true;
			}
			return assignments(part).stream().anyMatch(a -> {
				EStructuralFeature feature = element.eClass().getEStructuralFeature(a.getFeature());
				return feature != null && feature != DesignPackage.Literals.BLOCK__STATEMENTS && remaining(feature) > 0;
			});
		}

		private static List<Assignment> assignments(AbstractElement part) {
			return part instanceof Assignment assignment ? List.of(assignment) : GrammarUtil.containedAssignments(part);
		}

		private int remaining(EStructuralFeature feature) {
			int all = feature.isMany() ? ((List<?>) element.eGet(feature)).size() : isSaid(feature) ? 1 : 0;
			return all - written.getOrDefault(feature, 0);
		}

		private boolean isSaid(EStructuralFeature feature) {
			return feature instanceof EReference ? element.eGet(feature, false) != null : element.eIsSet(feature) || unreadable.word(element, feature).isPresent();
		}
	}

	private Optional<String> referenceName(EObject target) {
		if (target.eIsProxy() || !(target instanceof Named named) || named.getName() == null) {
			return Optional.empty();
		}
		boolean ambiguous = target instanceof LogicalVolume && volumeNames.getOrDefault(named.getName(), 0) > 1;
		return Optional.of(ambiguous && target.eContainer() instanceof VolumeGroup group ? group.getName() + "/" + named.getName() : named.getName());
	}

	/** How often each name of a logical volume occurs in a design. */
	static Map<String, Integer> volumeNames(Block design) {
		Map<String, Integer> names = new HashMap<>();
		design.getStatements().stream().filter(VolumeGroup.class::isInstance).flatMap(g -> ((VolumeGroup) g).getStatements().stream())
				.filter(LogicalVolume.class::isInstance).map(v -> ((LogicalVolume) v).getName()).filter(n -> n != null).forEach(n -> names.merge(n, 1, Integer::sum));
		return names;
	}

	/** Words on one line: a space between them, none before a comma. */
	static String join(List<String> words) {
		StringBuilder line = new StringBuilder();
		for (String word : words) {
			if (!line.isEmpty() && !word.equals(",")) {
				line.append(' ');
			}
			line.append(word);
		}
		return line.toString();
	}
}
