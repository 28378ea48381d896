package org.clusterwright.core.forms;

import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clusterwright.model.design.DesignPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;

/** What the words of an element's head mean, from {@code help.properties}: {@code Node.votes=...}, and what they take. */
final class FeatureHelp {
	private static final ResourceBundle TEXTS = ResourceBundle.getBundle("org.clusterwright.core.forms.help");

	private FeatureHelp() {
	}

	static String of(EObject owner, EStructuralFeature feature) {
		String meaning = text(owner.eClass().getName() + "." + feature.getName()).or(() -> text(feature.getEContainingClass().getName() + "." + feature.getName())).orElse("");
		return Stream.of(meaning, takes(feature)).filter(t -> !t.isEmpty()).collect(Collectors.joining("\n"));
	}

	static Optional<String> text(String key) {
		return TEXTS.containsKey(key) ? Optional.of(TEXTS.getString(key)) : Optional.empty();
	}

	/** What can be typed, in the words of {@link org.clusterwright.model.catalog.ValueType#describe()}. */
	private static String takes(EStructuralFeature feature) {
		String one = switch (feature) {
			case EReference amount when amount.getEReferenceType() == DesignPackage.Literals.AMOUNT -> "";
			case EReference named when named.isContainment() -> "a name of your choice";
			case EReference other -> "the name of a " + Candidates.word((EClass) other.getEType());
			default -> feature.getEType() instanceof EEnum words
					? "one of " + words.getELiterals().stream().filter(l -> l.getValue() != 0).map(l -> l.getLiteral()).collect(Collectors.joining(", "))
					: type(feature.getEType().getName());
		};
		return one.isEmpty() ? "" : "Takes " + one + (feature.isMany() ? "; several, with commas between." : ".");
	}

	private static String type(String type) {
		return switch (type) {
			case "Count" -> "a whole number";
			case "Address" -> "an IPv4 address, as 10.20.0.1";
			case "Mac" -> "a MAC address, as 00:E0:81:C7:EC:49";
			case "Cidr" -> "a subnet without host bits, as 10.20.0.0/16";
			case "Size" -> "a size with its unit, as 64KiB or 20GiB";
			case "EBoolean" -> "yes or no";
			default -> "a word or a line of text";
		};
	}
}
