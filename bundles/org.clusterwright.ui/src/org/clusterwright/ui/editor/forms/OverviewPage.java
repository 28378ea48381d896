package org.clusterwright.ui.editor.forms;

import static org.clusterwright.core.forms.SettingProperty.in;
import static org.clusterwright.core.forms.SettingProperty.of;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clusterwright.core.forms.ClusterEdits;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.core.forms.ParameterRow;
import org.clusterwright.core.forms.Property;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.design.Heuristic;
import org.clusterwright.model.findings.Code;
import org.clusterwright.model.effective.Statements;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.swt.widgets.Composite;

/** The cluster as a whole: its name, how it keeps quorum, its daemons' timings, and what is wrong with the design. */
public final class OverviewPage extends DesignFormPage {
	/** The parameters in sections that have a field. */
	private static final Set<String> FIELDS = Set.of("cman.two-node", "cman.expected-votes", "cman.cluster-id", "cman.multicast", "cman.transport", "cman.port", "cman.keyfile", "totem.token",
			"totem.consensus", "totem.join", "totem.token-retransmits-before-loss-const", "totem.rrp", "totem.secauth", "fencing.post-join-delay", "fencing.post-fail-delay",
			"fencing.override-time", "fencing.clean-start", "fencing.skip-undefined", "quorumd.label", "quorumd.device", "quorumd.votes", "quorumd.interval", "quorumd.tko", "quorumd.min-score",
			"quorumd.master-wins");

	private FindingsTable findings;

	public OverviewPage(DesignEditor editor) {
		super(editor, FormArea.OVERVIEW, FormMessages.overview_title);
	}

	@Override
	protected void fill(Composite body) {
		Composite left = column(body, 1);
		cluster(section(left, FormMessages.overview_cluster));
		quorum(section(left, FormMessages.overview_quorum));
		identity(section(left, FormMessages.overview_identity));
		Composite right = column(body, 1);
		findings = new FindingsTable(section(right, FormMessages.overview_findings).tall());
		totem(section(right, FormMessages.overview_totem));
		fencing(section(right, FormMessages.overview_fencing));
		quorumDisk(section(left, FormMessages.overview_quorumDisk));
		heuristics(section(left, FormMessages.overview_heuristics));
		new OptionTable(section(right, FormMessages.overview_parameters), "parameters", 8, false, o -> ParameterRow.cluster(FIELDS));
	}

	private void cluster(FormSection section) {
		section.text("name", FormMessages.overview_name, FeatureProperty.name());
		section.text("version", FormMessages.overview_version, version());
		section.button("raise", FormMessages.overview_raise, () -> edit(ClusterEdits::raiseVersion, done -> {
		}));
		section.text("domain", FormMessages.overview_domain, of("domain"));
		section.choice("stack", FormMessages.overview_stack, of("stack"));
		section.fact("counts", FormMessages.overview_counts, (c, o) -> Optional.of(ClusterEdits.counts(c)));
	}

	private static Property version() {
		return FeatureProperty.of(DesignPackage.Literals.CLUSTER__VERSION).derivedBy((c, o) -> Optional.of(c.version()));
	}

	private void quorum(FormSection section) {
		section.choice("quorum", FormMessages.overview_quorumKind, of("quorum").about(Code.TWO_NODE_LOST));
		section.choice("two-node", FormMessages.overview_twoNode, in("cman", "two-node").derivedBy((c, o) -> Optional.of(c.quorum().twoNode())));
		section.text("expected-votes", FormMessages.overview_expectedVotes, in("cman", "expected-votes").derivedBy((c, o) -> c.quorum().expectedVotes()));
		section.fact("votes", FormMessages.overview_votes, (c, o) -> Optional.of(ClusterEdits.votes(c)));
	}

	private void identity(FormSection section) {
		section.text("cluster-id", FormMessages.overview_clusterId, in("cman", "cluster-id").derivedBy((c, o) -> Optional.of(c.quorum().clusterId())));
		section.text("multicast", FormMessages.overview_multicast, in("cman", "multicast").derivedBy((c, o) -> c.quorum().multicast()));
		section.choice("transport", FormMessages.overview_transport, in("cman", "transport"));
		section.text("port", FormMessages.overview_port, in("cman", "port"));
		section.text("keyfile", FormMessages.overview_keyfile, in("cman", "keyfile"));
	}

	private void quorumDisk(FormSection section) {
		section.text("quorumd-label", FormMessages.overview_quorumdLabel, in("quorumd", "label"));
		section.text("quorumd-device", FormMessages.overview_quorumdDevice, in("quorumd", "device"));
		section.text("quorumd-votes", FormMessages.overview_quorumdVotes, in("quorumd", "votes").derivedBy((c, o) -> c.quorum().diskVotes()));
		section.text("quorumd-interval", FormMessages.overview_quorumdInterval, in("quorumd", "interval"));
		section.text("quorumd-tko", FormMessages.overview_quorumdTko, in("quorumd", "tko"));
		section.text("quorumd-min-score", FormMessages.overview_quorumdMinScore, in("quorumd", "min-score"));
		section.choice("quorumd-master-wins", FormMessages.overview_quorumdMasterWins, in("quorumd", "master-wins"));
	}

	/** The tests that qdiskd runs. */
	private void heuristics(FormSection section) {
		ElementTree heuristics = ElementTree.table(section, "heuristics", 3, s -> s.effective().quorum().disk().map(d -> Statements.all(d, Heuristic.class)).orElse(List.of()),
				ElementColumn.of(FormMessages.overview_columnProgram, 26, FeatureProperty.required(DesignPackage.Literals.HEURISTIC__PROGRAM)),
				ElementColumn.of(FormMessages.overview_columnScore, 6, of("score")), ElementColumn.of(FormMessages.overview_columnInterval, 8, of("interval")),
				ElementColumn.of(FormMessages.overview_columnTko, 5, of("tko")));
		heuristics.whenEmpty(FormMessages.overview_noHeuristics);
		new ElementActions(heuristics).add("add", FormMessages.forms_add, ClusterEdits::addHeuristic).removable().movable();
	}

	private void totem(FormSection section) {
		section.text("token", FormMessages.overview_token, in("totem", "token").about(Code.TOKEN_DEFAULT, Code.TOKEN_SHORT));
		section.text("consensus", FormMessages.overview_consensus, in("totem", "consensus"));
		section.text("join", FormMessages.overview_join, in("totem", "join"));
		section.text("retransmits", FormMessages.overview_retransmits, in("totem", "token-retransmits-before-loss-const"));
		section.choice("rrp", FormMessages.overview_rrp, in("totem", "rrp"));
		section.choice("secauth", FormMessages.overview_secauth, in("totem", "secauth"));
	}

	private void fencing(FormSection section) {
		section.text("post-join-delay", FormMessages.overview_postJoinDelay, in("fencing", "post-join-delay").about(Code.POST_JOIN_DELAY, Code.POST_JOIN_DELAY_SHORT));
		section.text("post-fail-delay", FormMessages.overview_postFailDelay, in("fencing", "post-fail-delay"));
		section.text("override-time", FormMessages.overview_overrideTime, in("fencing", "override-time"));
		section.choice("clean-start", FormMessages.overview_cleanStart, in("fencing", "clean-start"));
		section.choice("skip-undefined", FormMessages.overview_skipUndefined, in("fencing", "skip-undefined"));
	}

	@Override
	protected void refreshed(FormState state) {
		findings.show(state);
	}
}
