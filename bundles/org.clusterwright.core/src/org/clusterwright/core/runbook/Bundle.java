package org.clusterwright.core.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clusterwright.core.document.DocumentBuilder;
import org.clusterwright.core.document.Words;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Secrets;

/** Unpacking a node's bundle and running its install.sh, in place of writing the files by hand. */
final class Bundle {
	private Bundle() {
	}

	static void write(Site site, DocumentBuilder out) {
		out.chapter("Install the bundle");
		out.text("""
				Each node has a bundle of its own. Its `install.sh` writes what the tutorial writes by hand: the files as a whole, and small changes to files that the system brings. It runs with nothing but what EL6 has, and it
				restarts nothing, formats nothing and starts no service: that stays with you, chapter by chapter.
				""");
		unpack(site, out);
		secrets(site, out);
		install(site, out);
		contents(site, out);
		later(out);
	}

	private static void unpack(Site site, DocumentBuilder out) {
		out.section("Unpack and check");
		out.text("Copy each node's archive to that node, by network or by a stick, then:");
		site.runEach(out, n -> List.of("cd /root", "tar -xzf " + ShellWords.quote(n.name().value() + ".tar.gz"), "cd " + ShellWords.quote(n.name().value()),
				"sha256sum -c --quiet SHA256SUMS"));
		out.text("The last command prints nothing when every file is as it was exported. A file that it names is damaged: copy the archive again.");
	}

	/** Names of the secrets that the files wait for. */
	static Set<String> secretNames(Site site) {
		Set<String> names = new TreeSet<>();
		site.nodes().forEach(n -> site.tree(n).ifPresent(t -> t.files().forEach(f -> names.addAll(Secrets.namesIn(f.content().text())))));
		return names;
	}

	private static void secrets(Site site, DocumentBuilder out) {
		Set<String> names = secretNames(site);
		if (names.isEmpty()) {
			return;
		}
		out.section("Passwords");
		out.text("The files of a bundle hold no passwords. `install.sh` asks for them, or reads them from a file that only root may read (mode 0600), one `NAME=VALUE` on a line: "
				+ "`sh install.sh --secrets FILE`. This cluster needs "
				+ Site.listed(names.stream().map(Words::value).toList())
						+ ". A bundle that was exported with its secrets sealed has a `secrets.gpg`: say `sh install.sh --secrets secrets.gpg` and type its passphrase.");
		out.warn("Fence devices' passwords stand readable in `cluster.conf`, and most devices get them unencrypted. Use some that are used for nothing else, and delete the file afterwards.");
	}

	private static void install(Site site, DocumentBuilder out) {
		out.section("Install");
		out.text("Look before you leap: `--dry-run` shows file by file what would change, and changes nothing.");
		out.run(site.onAll(), "sh install.sh --dry-run | less\nsh install.sh\nsh verify.sh");
		out.items(List.of(
				"It refuses to run on another machine: host name and MAC addresses must be those of the node.",
				"It keeps a copy of every file that it replaces in a dated directory. `sh rollback.sh` puts all of them back, byte for byte.",
				"Run it again after an interruption; what is in place already is left alone.",
				"It leaves out what lies on a cluster file system that is not mounted yet, and says so. You will run it once more then.",
				"`verify.sh` checks sums, modes, owners and packages, and that no password is missing."));
		out.check(site.boxes(), "`verify.sh` finds nothing wrong");
		out.note("Network files take effect at the next restart of the network, which is the next chapter. Do not reboot before you have read it.");
	}

	private static void contents(Site site, DocumentBuilder out) {
		out.section("What it installs");
		Map<String, List<EffectiveNode>> paths = new LinkedHashMap<>();
		for (EffectiveNode node : site.nodes()) {
			site.tree(node).ifPresent(t -> t.files().forEach(f -> path(f).ifPresent(p -> paths.computeIfAbsent(p, k -> new ArrayList<>()).add(node))));
		}
		List<List<String>> rows = new ArrayList<>();
		paths.forEach((path, where) -> rows.add(List.of(Words.value(path), where.size() == site.nodes().size() ? site.all() : Site.names(where))));
		out.table(List.of("File", "On"), rows);
	}

	private static Optional<String> path(NativeFile file) {
		return switch (file) {
			case NativeFile.Whole w -> w.path().text().startsWith("/.clusterwright/") ? Optional.empty() : Optional.of(w.path().text());
			case NativeFile.Patch p -> Optional.of(p.target().text());
			case NativeFile.Step s -> Optional.empty();
		};
	}

	private static void later(DocumentBuilder out) {
		out.section("Later changes");
		out.text("""
				While `cman` runs `install.sh` refuses. With `--live` it installs, a new `cluster.conf` only with a higher version than the running one; then tell the cluster on one node. Files of storage that is in use
				stop it too; `--keep-going` leaves those as they are and installs the rest.
				""");
		out.run("After `sh install.sh --live` on every node, on one of them:", "cman_tool version -r");
	}
}
