/** Why this file exists: evidence for skills of quality, domain and working together, as this company would have it. */
import type { EvidenceBySkill } from './evidence.js';

export const PRACTICE_EVIDENCE: EvidenceBySkill = {
  'quality-systems': {
    seen: [
      'Raised the deviation on the day it happened, with the cause and not only the fix',
      'Came to the design review with the records done and one honest gap',
    ],
    made: [
      ['audit-record', 'Internal audit of design controls: two observations closed'],
      ['traceability-record', 'Design review package of {release}'],
      ['change-record', 'Procedure for model changes, rewritten with engineering'],
    ],
  },
  'medical-software-lifecycle': {
    seen: ['Kept the tile core in class C and the rest in B, and could say why line by line'],
    made: [
      ['traceability-record', 'Requirement to test to risk for the tile core of {release}'],
      ['design-document', 'Segregation of safety-relevant items in {release}'],
      ['submission-contribution', 'Software section of the technical file of {release}'],
    ],
  },
  'risk-management': {
    seen: [
      'Asked for a design control where the draft said warning',
      'Added over-trust to the hazard list and found a design control for it',
    ],
    made: [
      ['risk-file-entry', 'Hazard of over-trust in triage order: control and verification'],
      ['risk-file-entry', 'Missed small foci: cause to harm, with field signal'],
      ['submission-contribution', 'Answer to the assessor on residual risk of {release}'],
    ],
  },
  'system-validation': {
    seen: ['Let the run fail on the day, recorded it, and did not touch the criterion'],
    made: [
      ['validation-protocol', 'Qualification of the scoring service at {site}, criteria before execution'],
      ['validation-report', 'Executed qualification with two justified deviations'],
      ['audit-record', 'Periodic review of the platform, supplier evidence used'],
    ],
  },
  'data-integrity': {
    seen: [
      'Replaced a shared login at the scanner desk within a week of noticing it',
      'Noticed an overwritten export and traced the two figures that had used it',
    ],
    made: [
      ['audit-record', 'Data integrity walk-through of the label room, actions closed'],
      ['design-document', 'Prediction log: who reads, how long, what is never overwritten'],
      ['merged-change', 'Export that keeps raw values beside corrected ones'],
    ],
  },
  'change-control-pccp': {
    seen: ['Classified the stain update as notifiable and held that line in the change board'],
    made: [
      ['change-record', 'Change request for {release}: data, model, risk, labelling, training'],
      ['change-record', 'Modification protocol for new scanners, with update procedure'],
      ['submission-contribution', 'Description of modifications for the predetermined plan'],
    ],
  },
  'regulatory-evidence': {
    seen: ['Answered a deficiency question with the analysis that was asked for, and no more'],
    made: [
      ['submission-contribution', 'Performance section of the {release} file'],
      ['model-card', 'Evidence summary for the partner’s assessor'],
      ['study-protocol', 'Pre-submission questions on the reader study'],
    ],
  },
  'privacy-protection': {
    seen: [
      'Found burned-in names on label images and had the delivery stopped',
      'Asked why the field was needed; it was not, and it is gone',
    ],
    made: [
      ['merged-change', 'Removal of label images and free text at intake, checked by sample'],
      ['design-document', 'Technical part of the impact assessment for the field log'],
      ['talk', 'What may leave the slide room: a session for newcomers'],
    ],
  },
  'ai-governance-docs': {
    seen: ['Kept the inventory entry of {release} true through two updates'],
    made: [
      ['model-card', 'Card of {release}: use, data, subgroups, limits'],
      ['audit-record', 'Governance review that held a release for one finding'],
      ['design-document', 'Inventory and review of models, from research to retirement'],
    ],
  },
  'problem-framing': {
    seen: [
      'Talked the programme out of a grade prediction and into a margin question that surgeons asked',
      'Asked who acts on the output, and when; the answer changed the target',
    ],
    made: [
      ['design-document', 'Intended use of {release}: who acts, when, what if it is wrong'],
      ['study-protocol', 'Target, unit and time zero of the recurrence study'],
      ['talk', 'Three questions before a model: a session for sponsors'],
    ],
  },
  'biology-domain': {
    seen: [
      'Recognised necrosis taken for tumour in the first ten slides',
      'Proposed the second stain that settled the argument about {screen}',
    ],
    made: [
      ['talk', 'Reading group on invasive margins, with two pathologists'],
      ['publication', 'Co-author of the phenotype paper on {screen}'],
      ['design-document', 'Assay that would tell the two mechanisms apart'],
    ],
  },
  'lab-workflow': {
    seen: [
      'Spent two days at the stainer and came back with the cause of the Tuesday effect',
      'Planned the capture around the bench’s day, not around ours',
    ],
    made: [
      ['runbook', 'Plate capture from bench to store, used by the screening desk'],
      ['design-document', 'Where {screen} loses an hour, and what capture would change'],
      ['study-protocol', 'Automation steps and controls of {screen}'],
    ],
  },
  'clinical-workflow': {
    seen: ['Changed the worklist order after watching a morning session at {site}'],
    made: [
      ['design-document', 'Pathway map of {site}: delay, double reading, fallback'],
      ['validation-report', 'Site acceptance at {site} with clinical users'],
      ['talk', 'Go-live briefing for the readers of {site}'],
    ],
  },
  'clinical-evidence': {
    seen: ['Kept the analysis set locked when a late batch would have helped'],
    made: [
      ['study-protocol', 'Analysis plan of the diagnostic accuracy study at {site}'],
      ['statistical-report', 'Reader study of {release}: endpoints and deviations'],
      ['publication', 'Protocol paper of the multi-site study'],
    ],
  },
  'human-factors': {
    seen: ['Recorded four use errors in a morning and changed the display for two of them'],
    made: [
      ['test-report', 'Formative study of the triage flag with eight readers'],
      ['design-document', 'Display of certainty: variants tested and dropped'],
    ],
  },
  'cross-functional-collaboration': {
    seen: [
      'Wrote down the trade-off between research and platform, and both signed it',
      'Brought quality in at the sketch, not at the signature',
    ],
    made: [
      ['design-document', 'Working agreement of research, platform and quality'],
      ['code-review-record', 'Reviews across teams during the hand-over of {release}'],
      ['talk', 'Joint retrospective of {release}, with quality in the room'],
    ],
  },
  'stakeholder-communication': {
    seen: [
      'Told the sponsor in one page why {screen} would not answer the question',
      'Brought two options, the cost of each, and a recommendation',
    ],
    made: [
      ['design-document', 'Decision paper on edge or cloud for {site}'],
      ['talk', 'Quarterly briefing of the clinical board'],
      ['submission-contribution', 'Position of the company in the consultation on change plans'],
    ],
  },
  'product-ownership': {
    seen: [
      'Raised the slip of {release} three weeks early and cut the scope, not the tests',
      'Cut the backlog to what a reader at {site} would notice',
    ],
    made: [
      ['design-document', 'Roadmap of the intake: debt, cost, what waits'],
      ['monitoring-view', 'Use and cost of {release} by site, reviewed monthly'],
      ['deployment-record', 'Owner of record from build to retirement of the margin pilot'],
    ],
  },
  mentoring: {
    seen: [
      'Brought a newcomer to the first own release in nine weeks',
      'Sets one goal at a time and asks for proof, not for progress',
    ],
    made: [
      ['mentee-outcome', 'Mentee now reviews pipeline changes without a second pair of eyes'],
      ['mentee-outcome', 'Mentee leads the weekly data review'],
      ['talk', 'How we do the first ninety days'],
    ],
  },
  'technical-leadership': {
    seen: [
      'Chose one intake for all products and carried the unwelcome parts through',
      'Recorded the decision with the options that lost',
    ],
    made: [
      ['design-document', 'Direction for releases across products, with what we stop doing'],
      ['postmortem', 'Review of the abandoned viewer rewrite: what the decision cost'],
      ['mentee-outcome', 'Two colleagues who now lead what was led for them'],
    ],
  },
  'talent-building': {
    seen: ['Split a mixed vacancy into two that people could be found for'],
    made: [
      ['design-document', 'Mix of research and production jobs for the next two programmes'],
      ['talk', 'Interviewer training: rate first, talk later'],
      ['mentee-outcome', 'Path from research to platform, walked by two people'],
    ],
  },
};
