package org.clusterwright.formats;

import java.util.List;
import java.util.Optional;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;

/**
 * A script of the procedure for one node, with the head that every such script has: what it does, what it destroys, where it runs; it refuses to run
 * elsewhere. Offers the shell functions {@code say}, {@code die}, {@code confirm} and {@code must_be_blank}.
 */
public final class StepScript {
	private static final String FUNCTIONS = """
			set -eu
			PATH=$PATH:/sbin:/usr/sbin
			export PATH

			say() {
				printf '%s\\n' "$*"
			}
			die() {
				printf '%s: %s\\n' "$0" "$*" >&2
				exit 1
			}
			""";
	private static final String CONFIRM = """
			confirm() {
				printf '%s\\nType yes to go on: ' "$1"
				read -r answer || answer=
				[ "$answer" = yes ] || die "stopped; nothing is changed"
			}
			""";
	private static final String BLANK = """
			# Refuses a device that is missing or holds anything that blkid(8) knows.
			must_be_blank() {
				[ -b "$1" ] || die "$1 is not there"
				found=0
				blkid -p "$1" >&2 || found=$?
				[ "$found" = 2 ] || die "$1 holds data already (see above); nothing is changed"
			}
			""";

	private final EffectiveNode node;
	private final TracedWriter out = new TracedWriter();
	private final Origin fixed;

	/** {@code destroys} is empty for a script that destroys nothing. */
	public StepScript(EffectiveNode node, Origin fixed, List<String> what, String destroys) {
		this.node = node;
		this.fixed = fixed;
		out.line(fixed, "#!/bin/sh");
		what.forEach(line -> out.line(fixed, "# " + ShellWords.comment(line)));
		out.line(fixed, "# Destroys: " + (destroys.isEmpty() ? "nothing." : ShellWords.comment(destroys)));
		out.put(fixed, "# Runs on: ").put(node.hostName().origin(), ShellWords.comment(node.hostName().value())).line(fixed, ", as root.");
		out.put(fixed, FUNCTIONS);
		if (!destroys.isEmpty()) {
			out.put(fixed, CONFIRM).put(fixed, BLANK);
		}
		String host = ShellWords.quote(node.hostName().value());
		out.line(fixed, "").put(fixed, "[ \"$(uname -n)\" = ").put(node.hostName().origin(), host).line(fixed,
				" ] || die \"this is $(uname -n), the script is for another node\"");
		out.line(fixed, "[ \"$(id -u)\" = 0 ] || die \"only root can do this\"");
	}

	public StepScript line(Origin origin, String line) {
		out.line(origin, line);
		return this;
	}

	/** A line of the script itself. */
	public StepScript line(String line) {
		return line(fixed, line);
	}

	public TracedWriter out() {
		return out;
	}

	public NativeFile.Step finish(String name) {
		return new NativeFile.Step(name, out.finish(), Optional.of(node));
	}
}
