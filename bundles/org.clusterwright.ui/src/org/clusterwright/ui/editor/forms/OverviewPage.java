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
import org.clusterwright.ui.Messages;
import org.clusterwright.ui.editor.DesignEditor;
import org.eclipse.swt.widgets.Composite;

/** The cluster as a whole: its name, how it keeps quorum, its daemons' timings, and what is wrong with the design. */
public final class OverviewPage extends DesignFormPage {
	private FindingsTable findings;

	public OverviewPage(DesignEditor editor) {
		super(editor, FormArea.OVERVIEW, Messages.overview_title);
	}

	@Override
	protected void fill(Composite body) {
		Composite left = column(body, 1);
		cluster(section(left, Messages.overview_cluster));
		quorum(section(left, Messages.overview_quorum));
		identity(section(left, Messages.overview_identity));
		Composite right = column(body, 1);
		findings = new FindingsTable(section(right, Messages.overview_findings).tall());
		totem(section(right, Messages.overview_totem));
		fencing(section(right, Messages.overview_fencing));
	}

	private void cluster(FormSection section) {
		section.text("name", Messages.overview_name, FeatureProperty.name());
		section.text("version", Messages.overview_version, version());
		section.button("raise", Messages.overview_raise, () -> edit(ClusterEdits::raiseVersion, done -> {
		}));
		section.text("domain", Messages.overview_domain, of("domain"));
		section.choice("stack", Messages.overview_stack, of("stack"));
		section.fact("counts", Messages.overview_counts, (c, o) -> Optional.of(ClusterEdits.counts(c)));
	}

	private static Property version() {
		return FeatureProperty.of(DesignPackage.Literals.CLUSTER__VERSION).derivedBy((c, o) -> Optional.of(c.version()));
	}

	private void quorum(FormSection section) {
		section.choice("quorum", Messages.overview_quorumKind, of("quorum").about(Code.TWO_NODE_LOST));
		section.choice("two-node", Messages.overview_twoNode, in("cman", "two-node").derivedBy((c, o) -> Optional.of(c.quorum().twoNode())));
		section.text("expected-votes", Messages.overview_expectedVotes, in("cman", "expected-votes").derivedBy((c, o) -> c.quorum().expectedVotes()));
		section.fact("votes", Messages.overview_votes, (c, o) -> Optional.of(ClusterEdits.votes(c)));
	}

	private void identity(FormSection section) {
		section.text("cluster-id", Messages.overview_clusterId, in("cman", "cluster-id").derivedBy((c, o) -> Optional.of(c.quorum().clusterId())));
		section.text("multicast", Messages.overview_multicast, in("cman", "multicast").derivedBy((c, o) -> c.quorum().multicast()));
		section.choice("transport", Messages.overview_transport, in("cman", "transport"));
		section.text("port", Messages.overview_port, in("cman", "port"));
		section.text("keyfile", Messages.overview_keyfile, in("cman", "keyfile"));
	}

	private void totem(FormSection section) {
		section.text("token", Messages.overview_token, in("totem", "token").about(Code.TOKEN_DEFAULT, Code.TOKEN_SHORT));
		section.text("consensus", Messages.overview_consensus, in("totem", "consensus"));
		section.text("join", Messages.overview_join, in("totem", "join"));
		section.text("retransmits", Messages.overview_retransmits, in("totem", "token-retransmits-before-loss-const"));
		section.choice("rrp", Messages.overview_rrp, in("totem", "rrp"));
		section.choice("secauth", Messages.overview_secauth, in("totem", "secauth"));
	}

	private void fencing(FormSection section) {
		section.text("post-join-delay", Messages.overview_postJoinDelay, in("fencing", "post-join-delay").about(Code.POST_JOIN_DELAY, Code.POST_JOIN_DELAY_SHORT));
		section.text("post-fail-delay", Messages.overview_postFailDelay, in("fencing", "post-fail-delay"));
		section.text("override-time", Messages.overview_overrideTime, in("fencing", "override-time"));
		section.choice("clean-start", Messages.overview_cleanStart, in("fencing", "clean-start"));
		section.choice("skip-undefined", Messages.overview_skipUndefined, in("fencing", "skip-undefined"));
	}

	@Override
	protected void refreshed(FormState state) {
		findings.show(state);
	}
}
