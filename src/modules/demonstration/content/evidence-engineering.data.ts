/** Why this file exists: evidence for skills of software, deployment, operation and platform, as this company would have it. */
import type { EvidenceBySkill } from './evidence.js';

export const ENGINEERING_EVIDENCE: EvidenceBySkill = {
  'production-python': {
    seen: [
      'Kept the slide reader’s interface stable through a rewrite that three teams did not notice',
      'Typed the margin reader and took over its error reports for a quarter',
    ],
    made: [
      ['merged-change', 'Typed slide reader with error handling, used by two teams'],
      ['code-review-record', 'Reviews that removed a race in the tile cache'],
      ['design-document', 'Coding rules by safety class for {release}'],
    ],
  },
  'ml-testing': {
    seen: [
      'Added a directional test after a field defect; it failed on the next candidate, as it should',
      'Wrote the small golden set that caught the colour-space mix-up at {site}',
    ],
    made: [
      ['test-report', 'Mini-dataset suite of {release}: invariance, direction, golden slides'],
      ['merged-change', 'Golden slides for the tissue detector'],
      ['postmortem', 'Tolerance that hid a changed resampler: cause and regression test'],
    ],
  },
  'version-control-review': {
    seen: [
      'Blocked a merge for a scaler fitted before the split, and explained it in three lines',
      'Split one large change into four that could be reviewed in a morning',
    ],
    made: [
      ['code-review-record', 'Twelve reviews of pipeline changes, two of which changed the outcome'],
      ['merged-change', 'Small, separate changes of the margin viewer'],
      ['design-document', 'Review policy for safety-relevant code and third-party updates'],
    ],
  },
  'ci-cd': {
    seen: [
      'Made the gate report a by-product of the run, so that nobody pastes screenshots any more',
      'Fixed the flaky gate at its cause instead of running it again',
    ],
    made: [
      ['pipeline-run', 'Sample training, gate and signed image for {release}'],
      ['deployment-record', 'First release of {release} without a manual build step'],
      ['design-document', 'Path from commit to approved release, research and regulated'],
    ],
  },
  'system-design': {
    seen: [
      'Kept the worklist usable with the model down, and proved it by pulling the plug',
      'Drew the failure paths first, and dropped two components because of them',
    ],
    made: [
      ['design-document', 'Edge node for {site}: fail-safe default, per-site version, capacity'],
      ['design-document', 'Tile scoring split into a safety-relevant core and the rest'],
      ['code-review-record', 'Design review of the viewer back end, two options rejected in writing'],
    ],
  },
  'api-integration': {
    seen: [
      'Settled the order-message question with {site} by replaying a day of their traffic',
      'Kept the old order format alive for {site} until the last device had moved',
    ],
    made: [
      ['merged-change', 'Worklist interface of {site} with contract tests'],
      ['test-report', 'Replay of malformed messages against the intake'],
      ['design-document', 'Interface versions: how long an old one lives'],
    ],
  },
  'model-packaging-registry': {
    seen: [
      'Found the exact image behind a field complaint within ten minutes',
      'Put the stain step inside the bundle, so that what was tested is what runs',
    ],
    made: [
      ['deployment-record', 'Registry entry, data version and approval of {release}'],
      ['merged-change', 'Model bundle that carries its preprocessing'],
      ['design-document', 'States of a model from candidate to retired'],
    ],
  },
  'batch-inference': {
    seen: ['Scored {screen} over a weekend and reconciled every plate on Monday'],
    made: [
      ['pipeline-run', 'Partitioned scoring of {screen} with checkpoints'],
      ['design-document', 'Re-scoring after a model change: what is kept, what is marked'],
      ['test-report', 'Reconciliation of scores with plate records'],
    ],
  },
  'online-serving': {
    seen: ['Held the response time through the Monday peak at {site} with a queue, not with hardware'],
    made: [
      ['deployment-record', 'Scoring service at {site}, health check that means something'],
      ['monitoring-view', 'Latency and queue of {release}, with the alert that led to a fix'],
      ['merged-change', 'Safe refusal of slides outside the intended use'],
    ],
  },
  'release-strategies': {
    seen: [
      'Rehearsed the rollback at {site} a week before it was needed',
      'Held the release of {release} at one site for a week on a weak signal',
    ],
    made: [
      ['deployment-record', 'Shadow stage and one-site release of {release}'],
      ['runbook', 'Rollback of a site within 15 minutes, followed by two colleagues'],
      ['change-record', 'Staged release of {release} with gate decisions'],
    ],
  },
  'observability-slo': {
    seen: [
      'Cut the alerts of the intake to those that somebody acts on',
      'Chose three measures and gave each an owner and an action',
    ],
    made: [
      ['monitoring-view', 'Freshness and error budget of the intake by site'],
      ['runbook', 'What each alert of {release} means and what to do first'],
      ['postmortem', 'Silent queue at {site}: the measure that was missing'],
    ],
  },
  'drift-monitoring': {
    seen: [
      'Saw the new scanner firmware at {site} in the score distribution before the site reported it',
      'Told a stain change from a case-mix change at {site}, with the cases to prove it',
    ],
    made: [
      ['monitoring-view', 'Score and input drift by scanner, with the action limit'],
      ['design-document', 'Monitoring plan of {release}: signals, limits, who acts'],
      ['postmortem', 'Drift after a stain change at {site}: contained, explained, added to the plan'],
    ],
  },
  'incident-response': {
    seen: [
      'Led the night call at {site}: contained, informed, logs kept, no hero work',
      'Wrote the first message to {site} within ten minutes, in words they could use',
    ],
    made: [
      ['postmortem', 'Outage of the {site} edge node: timeline, cause, action verified'],
      ['runbook', 'First hour of an incident, with the words for the site'],
      ['talk', 'On-call induction for the new rota'],
    ],
  },
  'retraining-pipelines': {
    seen: [
      'Kept the sequestered test slides sequestered when the deadline argued otherwise',
      'Stopped an automatic retraining whose trigger nobody could explain',
    ],
    made: [
      ['pipeline-run', 'Retraining of {release} behind the approval gate'],
      ['design-document', 'What triggers retraining, who approves, what stays protected'],
      ['change-record', 'Retraining with two new sites: impact and effectiveness check'],
    ],
  },
  'post-market-surveillance': {
    seen: ['Linked two complaints to one scanner setting and closed the loop with the risk file'],
    made: [
      ['monitoring-view', 'Field performance of {release} by site, reviewed monthly'],
      ['risk-file-entry', 'Field signal to hazard: missed small foci after refocus'],
      ['postmortem', 'Trend review of the second quarter and the label change that followed'],
    ],
  },
  'cloud-infrastructure': {
    seen: ['Split validation from production accounts without stopping a release'],
    made: [
      ['merged-change', 'Environments for validation and production by reviewed code'],
      ['design-document', 'Landing zone for validated workloads, with cost per product'],
      ['runbook', 'Restore of the slide store, tested twice'],
    ],
  },
  containers: {
    seen: [
      'Cut the scoring image to a third and dropped root on the way',
      'Pinned the base image after the surprise update and told the others why',
    ],
    made: [
      ['merged-change', 'Pinned, non-root image of {release} with a bill of materials'],
      ['deployment-record', 'GPU and batch workloads on one cluster with limits'],
      ['design-document', 'How long an old validated image stays runnable'],
    ],
  },
  'workflow-orchestration': {
    seen: [
      'Made the screening workflow resume at the failed plate instead of at the start',
      'Made the steps small enough that a failure costs minutes',
    ],
    made: [
      ['pipeline-run', 'Workflow of {screen}: resumed, cached, provenance kept'],
      ['merged-change', 'Clear inputs and outputs for the tile workflow'],
      ['design-document', 'One orchestration service for three teams: quotas and versions'],
    ],
  },
  'performance-engineering': {
    seen: ['Halved the cost per slide after a profile showed that decoding was the bound'],
    made: [
      ['test-report', 'Mixed precision on {release}: outputs within tolerance, time halved'],
      ['merged-change', 'Tile prefetch that keeps the GPU busy'],
      ['design-document', 'Capacity plan of the edge nodes'],
    ],
  },
  'security-engineering': {
    seen: ['Had the signing key rotated and the record complete the day the laptop was lost'],
    made: [
      ['design-document', 'Threat model of the edge node at {site}'],
      ['merged-change', 'Least privilege for the scoring service'],
      ['test-report', 'Findings of the penetration test, closed with evidence'],
    ],
  },
  'ml-platform': {
    seen: ['Measured time to the first shadow release before and after the template'],
    made: [
      ['merged-change', 'Service template with tests and documentation'],
      ['design-document', 'Registry as a product: users, targets, what it will not do'],
      ['validation-report', 'Platform kept in a validated state through two upgrades'],
    ],
  },
};
