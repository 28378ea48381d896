package org.clusterwright.formats.services;

import java.util.ArrayList;
import java.util.List;
import org.clusterwright.formats.NativeFile;
import org.clusterwright.formats.NativeFormat;
import org.clusterwright.formats.ShellWords;
import org.clusterwright.formats.StepScript;
import org.clusterwright.model.effective.BootServices;
import org.clusterwright.model.effective.Effective;
import org.clusterwright.model.effective.EffectiveCluster;
import org.clusterwright.model.effective.EffectiveNode;
import org.clusterwright.model.effective.Origin;

/** The steps of init scripts: what a node starts when it boots, and the password of ricci. */
public final class ServiceSteps implements NativeFormat {

	@Override
	public String id() {
		return "service-steps";
	}

	@Override
	public List<NativeFile> generate(EffectiveCluster cluster) {
		List<NativeFile> files = new ArrayList<>();
		for (EffectiveNode node : cluster.nodes()) {
			files.add(boot(cluster, node));
			files.add(ricci(cluster, node));
		}
		return files;
	}

	private static NativeFile boot(EffectiveCluster cluster, EffectiveNode node) {
		Origin fixed = new Origin.Default(cluster.design(), "chkconfig(8)");
		StepScript script = new StepScript(node, fixed,
				List.of("Says which services start when this node boots. It starts and stops none now.", "Services of EL6 that are not installed are named at the end."), "");
		script.line("missing=").line("at_boot() {").line("\tif [ -x \"/etc/init.d/$1\" ]; then").line("\t\tchkconfig \"$1\" \"$2\"").line("\t\tsay \"$1 $2\"")
				.line("\telif [ \"$2\" = on ]; then").line("\t\tmissing=\"$missing $1\"").line("\tfi").line("}");
		for (BootServices.Service service : cluster.bootServices().of(node)) {
			Effective<Boolean> on = service.on();
			if (!service.reason().isEmpty()) {
				script.line(on.origin(), "# " + ShellWords.comment(service.reason()));
			}
			script.line(on.origin(), "at_boot " + ShellWords.quote(service.name()) + (on.value() ? " on" : " off"));
		}
		script.line("[ -z \"$missing\" ] || die \"not installed:$missing\"");
		return script.finish("50-services.sh");
	}

	private static NativeFile ricci(EffectiveCluster cluster, EffectiveNode node) {
		Origin fixed = new Origin.Default(cluster.design(), "ricci(8)");
		StepScript script = new StepScript(node, fixed,
				List.of("Asks for a password for the user ricci and starts ricci: cman_tool version -r and ccs send cluster.conf", "to the other nodes through it."),
				"the password that ricci had.");
		script.line("id ricci >/dev/null || die \"ricci is not installed: yum install ricci\"");
		script.line("confirm 'This sets a new password for the user ricci.'");
		script.line("passwd ricci");
		script.line("chkconfig ricci on");
		script.line("service ricci start");
		return script.finish("51-passwd-ricci.sh");
	}
}
