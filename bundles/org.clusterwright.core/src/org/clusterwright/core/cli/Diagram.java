package org.clusterwright.core.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clusterwright.core.diagram.FigureComment;
import org.clusterwright.core.diagram.NetworkScene;
import org.clusterwright.core.diagram.Palette;
import org.clusterwright.core.diagram.PngPicture;
import org.clusterwright.core.diagram.Scene;
import org.clusterwright.core.diagram.StorageScene;
import org.clusterwright.core.diagram.SvgPicture;
import org.clusterwright.core.diagram.TextFigure;
import org.clusterwright.core.files.FileReplacement;
import org.clusterwright.dsl.ide.ClusterLanguage;
import org.clusterwright.dsl.ide.ParsedDesign;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.findings.Finding;

/** Draws a design. */
final class Diagram implements Verb {
	private final Supplier<ClusterLanguage> language;

	Diagram(Supplier<ClusterLanguage> language) {
		this.language = language;
	}

	@Override
	public String name() {
		return "diagram";
	}

	@Override
	public String synopsis() {
		return "FILE [--kind storage|network] [--format svg|png|txt] [--sizes] [--dark] [--comment] [-o FILE]";
	}

	@Override
	public String purpose() {
		return "draw the storage or the network of a design";
	}

	@Override
	public String details() {
		return """
				Prints the picture, or writes it to a file.
				  --kind storage   disks, partitions, DRBD, LVM, file systems and guests of all nodes (if nothing is said)
				  --kind network   guests, bridges, bonds, NICs, switches, BMCs and power
				  --format FORMAT  svg, png, or txt as in the tutorial; if nothing is said, by the name after -o, else txt
				  --sizes          say how large things are (storage)
				  --dark           for a dark ground (svg, png)
				  --comment        each line begins with #, for the head of a file (txt)
				  --scale N        pixels for a unit, 0.5 to 8 (png; 2 if nothing is said)
				A design with errors is drawn as far as it can be read; the errors are printed and the exit code is 1.
				""";
	}

	@Override
	public int run(List<String> words, Streams streams) throws UsageException, IOException {
		Arguments arguments = Arguments.parse(words, Set.of("--kind", "--format", "-o", "--scale"), Set.of("--sizes", "--dark", "--comment"));
		if (arguments.operands().size() != 1) {
			throw new UsageException("name one file");
		}
		String kind = oneOf(arguments, "--kind", List.of("storage", "network")).orElse("storage");
		String format = oneOf(arguments, "--format", List.of("svg", "png", "txt")).orElseGet(() -> byName(arguments.value("-o")));
		if (arguments.has("--comment") && !format.equals("txt")) {
			throw new UsageException("only a text can be a comment: --comment goes with --format txt");
		}
		double scale = scale(arguments);
		Source source = Source.read(arguments.operands().get(0), streams);
		ParsedDesign design = source.validate(language.get());
		List<Finding> errors = design.findings().stream().filter(Finding::isError).toList();
		FindingReport report = new FindingReport();
		report.add(source.name(), errors);
		report.print(streams.err());
		if (design.root().isEmpty() || design.hasSyntaxErrors()) {
			return FINDINGS;
		}
		EffectiveCluster cluster = new EffectiveCluster(design.root().get());
		Scene scene = kind.equals("storage") ? StorageScene.of(cluster, arguments.has("--sizes")) : NetworkScene.of(cluster);
		Palette palette = arguments.has("--dark") ? Palette.DARK : Palette.LIGHT;
		byte[] picture = switch (format) {
			case "svg" -> SvgPicture.of(scene, palette).getBytes(StandardCharsets.UTF_8);
			case "png" -> PngPicture.of(scene, palette, scale);
			default -> (arguments.has("--comment") ? FigureComment.of(scene, "#") : TextFigure.of(scene)).getBytes(StandardCharsets.UTF_8);
		};
		Optional<String> file = arguments.value("-o");
		if (file.isPresent()) {
			FileReplacement.put(Path.of(file.get()), picture);
		} else {
			streams.out().write(picture);
		}
		return errors.isEmpty() ? OK : FINDINGS;
	}

	private static Optional<String> oneOf(Arguments arguments, String option, List<String> allowed) throws UsageException {
		Optional<String> value = arguments.value(option);
		if (value.isPresent() && !allowed.contains(value.get())) {
			throw new UsageException(option + " is one of " + String.join(", ", allowed));
		}
		return value;
	}

	private static String byName(Optional<String> file) {
		String name = file.orElse("").toLowerCase(Locale.ROOT);
		return name.endsWith(".svg") ? "svg" : name.endsWith(".png") ? "png" : "txt";
	}

	private static double scale(Arguments arguments) throws UsageException {
		String text = arguments.value("--scale").orElse("2");
		double scale = text.matches("[0-9]{1,2}(\\.[0-9]{1,3})?") ? Double.parseDouble(text) : 0;
		if (scale < 0.5 || scale > 8) {
			throw new UsageException("--scale is a number from 0.5 to 8");
		}
		return scale;
	}
}
