package org.clusterwright.core.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clusterwright.dsl.ide.RefusedEdit;
import org.clusterwright.dsl.ide.Regions;
import org.clusterwright.dsl.ide.Regions.Region;
import org.clusterwright.model.design.Amount;
import org.clusterwright.model.design.DesignFactory;
import org.clusterwright.model.design.PercentAmount;
import org.clusterwright.model.design.PercentBase;
import org.clusterwright.model.design.RestAmount;
import org.clusterwright.model.design.SectorAmount;
import org.clusterwright.model.design.SizeAmount;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.values.Counts;
import org.clusterwright.model.values.Percent;
import org.clusterwright.model.values.Size;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** How much of something: a size, a number of sectors, a share, or the rest. Typed as the design writes it; it cannot be left out. */
public record AmountProperty(EReference feature, List<PercentBase> bases, Set<Code> codes) implements Property {
	private static final DesignFactory MAKE = DesignFactory.eINSTANCE;
	private static final Pattern SECTORS = Pattern.compile("(\\S+)\\s+sectors?");
	private static final Pattern SHARE = Pattern.compile("(\\S+%)\\s*(?:of\\s+)?(\\S+)");

	public AmountProperty {
		Objects.requireNonNull(feature);
		bases = List.copyOf(bases);
		codes = Set.copyOf(codes);
	}

	/** An amount whose shares may be of the given. */
	public static AmountProperty of(EReference feature, PercentBase... bases) {
		return new AmountProperty(feature, List.of(bases), Set.of());
	}

	public AmountProperty about(Code... more) {
		return new AmountProperty(feature, bases, Set.of(more));
	}

	@Override
	public Optional<String> written(EObject owner) {
		return Optional.ofNullable((Amount) owner.eGet(feature)).map(AmountProperty::text);
	}

	/** An amount as the design writes it: {@code 50% of rest}. */
	public static String text(Amount amount) {
		return switch (amount) {
			case SizeAmount a -> a.getSize() == null ? "" : a.getSize().text();
			case SectorAmount a -> a.getSectors() + " sectors";
			case PercentAmount a -> a.getPercent() + " of " + (a.getBase() == null ? "" : a.getBase().getLiteral());
			case RestAmount a -> "rest";
			case null, default -> "";
		};
	}

	@Override
	public Optional<Effective<String>> effective(EffectiveCluster cluster, EObject owner) {
		return written(owner).map(t -> Effective.set(t, owner, feature));
	}

	@Override
	public void write(EObject owner, String text) {
		Amount next;
		try {
			next = parse(text.strip());
		} catch (IllegalArgumentException e) {
			throw new RefusedEdit(e.getMessage());
		}
		switch (owner.eGet(feature)) {
			case SizeAmount old when next instanceof SizeAmount made -> old.setSize(made.getSize());
			case SectorAmount old when next instanceof SectorAmount made -> old.setSectors(made.getSectors());
			case PercentAmount old when next instanceof PercentAmount made -> {
				old.setPercent(made.getPercent());
				old.setBase(made.getBase());
			}
			case RestAmount old when next instanceof RestAmount -> {
				// It says so already.
			}
			case null, default -> owner.eSet(feature, next);
		}
	}

	/** @throws IllegalArgumentException with a message for the user */
	private Amount parse(String text) {
		Matcher sectors = SECTORS.matcher(text);
		Matcher share = SHARE.matcher(text);
		if (text.equals("rest")) {
			return MAKE.createRestAmount();
		} else if (sectors.matches()) {
			SectorAmount amount = MAKE.createSectorAmount();
			amount.setSectors(Counts.parse(sectors.group(1)));
			return amount;
		} else if (share.matches()) {
			PercentAmount amount = MAKE.createPercentAmount();
			amount.setPercent(Percent.parse(share.group(1)));
			amount.setBase(bases.stream().filter(b -> b.getLiteral().equals(share.group(2))).findFirst().orElseThrow(() -> new IllegalArgumentException(unknown(share.group(2)))));
			return amount;
		} else if (text.endsWith("%")) {
			throw new IllegalArgumentException("Say of what: " + text + " of " + String.join(", or of ", words()));
		}
		try {
			SizeAmount amount = MAKE.createSizeAmount();
			amount.setSize(Size.parse(text));
			return amount;
		} catch (IllegalArgumentException e) {
			throw new IllegalArgumentException(e.getMessage() + "; or a share like 50% of " + words().get(0) + ", or rest, or 2048 sectors", e);
		}
	}

	private String unknown(String base) {
		return "'" + base + "' is nothing that a share can be of here; write " + String.join(" or ", words());
	}

	private List<String> words() {
		return bases.stream().map(PercentBase::getLiteral).toList();
	}

	@Override
	public void erase(EObject owner) {
		throw new RefusedEdit("This cannot be left out.");
	}

	@Override
	public Optional<String> complaint(EObject owner, String text) {
		try {
			parse(text.strip());
			return Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.of(e.getMessage());
		}
	}

	@Override
	public List<Region> regions(EObject owner) {
		return Regions.of(owner, feature);
	}

	@Override
	public String help(EObject owner) {
		return FeatureHelp.of(owner, feature);
	}

	@Override
	public boolean isOptional() {
		return false;
	}
}
