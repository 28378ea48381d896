package org.clusterwright.ui.editor.forms;

import static org.clusterwright.core.forms.SettingProperty.in;
import static org.clusterwright.core.forms.SettingProperty.of;

import java.util.Optional;
import org.clusterwright.core.forms.ClusterEdits;
import org.clusterwright.core.forms.FeatureProperty;
import org.clusterwright.core.forms.FormArea;
import org.clusterwright.core.forms.Property;
import org.clusterwright.model.design.DesignPackage;
import org.clusterwright.model.findings.Code;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.swt.widgets.Composite;

/** The cluster as a whole: its name, how it keeps quorum, its daemons' timings, and what is wrong with the design. */
public final class OverviewPage extends DesignFormPage {
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
