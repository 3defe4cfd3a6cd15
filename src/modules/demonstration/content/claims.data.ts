/** Why this file exists: claims that people made in the weeks before the story day, and what became of them. */
import type { Work } from './evidence.js';

/** One claim and, when somebody has looked at it, what they said. */
export interface DemoClaim {
  readonly about: string;
  /** Who claims: the person for an artefact or a view of their own, the manager for what the manager saw, else a named peer. */
  readonly by: string;
  readonly skill: string;
  readonly level: 1 | 2 | 3 | 4 | 5;
  /** True for a view of oneself that asks for no review. */
  readonly isSelfView?: boolean;
  readonly evidence: readonly Work[];
  /** Days from the story day on which the claim was made. */
  readonly day: number;
  readonly review?: DemoReview;
}

export interface DemoReview {
  readonly by: string;
  readonly day: number;
  /** The level confirmed, or the reason for sending the claim back. */
  readonly says: { readonly confirms: 1 | 2 | 3 | 4 | 5 } | { readonly rejects: string };
}

const statement = (title: string): readonly Work[] => [['self-statement', title]];

export const CLAIMS: readonly DemoClaim[] = [
  // Waiting for Henrik Sørensen.
  {
    about: 'hye-jin',
    by: 'hye-jin',
    skill: 'interpretability-uncertainty',
    level: 4,
    day: -10,
    evidence: [
      ['design-document', 'What the reader is shown when the model abstains: three variants tested'],
      ['model-card', 'Abstention section of the card of LumaRead Node 2.3'],
    ],
  },
  {
    about: 'mateus',
    by: 'mateus',
    skill: 'production-python',
    level: 3,
    day: -12,
    evidence: [['merged-change', 'Tile cache as a package with error handling, used by the viewer team']],
  },
  {
    about: 'farid',
    by: 'farid',
    skill: 'drift-monitoring',
    level: 3,
    day: -6,
    evidence: [['monitoring-view', 'Stain drift at Sankt Lukas: alert, cause, changed limit']],
  },
  // Waiting for Marta Lindqvist.
  {
    about: 'oluwaseun',
    by: 'kwame',
    skill: 'incident-response',
    level: 3,
    day: -17,
    evidence: [
      [
        'peer-attestation',
        'Kwame Mensah: led the queue incident at Bayview Oncology from the first call to the review',
      ],
    ],
  },
  {
    about: 'mei-ling',
    by: 'mei-ling',
    skill: 'ml-platform',
    level: 3,
    day: -4,
    evidence: [['design-document', 'Registry states and who may move a model between them']],
  },
  // Waiting for Ingrid Vogel: what managers saw themselves.
  {
    about: 'oksana',
    by: 'henrik',
    skill: 'subgroup-bias',
    level: 3,
    day: -10,
    evidence: [['manager-observation', 'Separated label noise from model error in the stain comparison, unprompted']],
  },
  {
    about: 'anya',
    by: 'marta',
    skill: 'data-validation',
    level: 3,
    day: -11,
    evidence: [
      ['manager-observation', 'Negotiated the manifest contract with Trois-Ponts and made it a check'],
      ['test-report', 'Contract tests of the Trois-Ponts intake'],
    ],
  },
  {
    about: 'wanjiru',
    by: 'ravi',
    skill: 'study-design',
    level: 3,
    day: -13,
    evidence: [['manager-observation', 'Redesigned the control layout of Aster 15 before the order went out']],
  },
  // Views of oneself, which start a conversation and count for nothing yet.
  {
    about: 'lucia',
    by: 'lucia',
    skill: 'ci-cd',
    level: 2,
    isSelfView: true,
    day: -20,
    evidence: [['merged-change', 'Added image build and linting to the stain package pipeline']],
  },
  {
    about: 'lucia',
    by: 'lucia',
    skill: 'drift-monitoring',
    level: 1,
    isSelfView: true,
    day: -20,
    evidence: statement('I sat through the October drift review and could follow the limits'),
  },
  {
    about: 'freya',
    by: 'freya',
    skill: 'statistical-inference',
    level: 4,
    isSelfView: true,
    day: -31,
    evidence: [['statistical-report', 'Interim look of the stain study']],
  },
  {
    about: 'chen-wei',
    by: 'chen-wei',
    skill: 'production-python',
    level: 3,
    isSelfView: true,
    day: -18,
    evidence: [['merged-change', 'Plate parser with types and tests']],
  },
  {
    about: 'emil',
    by: 'emil',
    skill: 'foundation-models',
    level: 3,
    isSelfView: true,
    day: -25,
    evidence: [['experiment-log', 'Frozen encoder against own network on Aster 14']],
  },
  {
    about: 'yusuf',
    by: 'yusuf',
    skill: 'human-factors',
    level: 3,
    isSelfView: true,
    day: -24,
    evidence: [['test-report', 'Formative study of the triage flag with eight readers']],
  },
  // Looked at: confirmed, confirmed lower, sent back.
  {
    about: 'kaito',
    by: 'kaito',
    skill: 'ci-cd',
    level: 2,
    day: -60,
    evidence: [['pipeline-run', 'Gate and image build of the margin pilot']],
    review: { by: 'marta', day: -52, says: { confirms: 2 } },
  },
  {
    about: 'mei-ling',
    by: 'mei-ling',
    skill: 'system-design',
    level: 4,
    day: -55,
    evidence: [['design-document', 'Edge node sizing for five sites']],
    review: { by: 'marta', day: -47, says: { confirms: 3 } },
  },
  {
    about: 'sofia',
    by: 'sofia',
    skill: 'interpretability-uncertainty',
    level: 3,
    day: -52,
    evidence: [['statistical-report', 'Stability of attributions on Aster 14']],
    review: { by: 'ravi', day: -41, says: { confirms: 3 } },
  },
  {
    about: 'diego',
    by: 'diego',
    skill: 'ci-cd',
    level: 4,
    day: -38,
    evidence: [['design-document', 'Pipeline sketch for the margin product']],
    review: {
      by: 'marta',
      day: -31,
      says: {
        rejects:
          'A sketch is not yet a strategy that a team works by. Bring the path once margin and node both release through it.',
      },
    },
  },
  {
    about: 'yusuf',
    by: 'hannah',
    skill: 'clinical-workflow',
    level: 3,
    day: -59,
    evidence: [
      ['manager-observation', 'Re-timed the worklist with the readers of Kilmore Clinic and measured the effect'],
    ],
    review: { by: 'ingrid', day: -49, says: { confirms: 3 } },
  },
];

/** A level that was confirmed and taken back, and a skill that somebody is not asked for. */
export const REVOKED = {
  claim: {
    about: 'pekka',
    by: 'pekka',
    skill: 'system-validation',
    level: 3,
    day: -122,
    evidence: [['validation-protocol', 'Qualification of the edge node at Trois-Ponts']],
    review: { by: 'hannah', day: -112, says: { confirms: 3 } },
  } as DemoClaim,
  by: 'hannah',
  day: -28,
  reason:
    'The protocol was executed with criteria set afterwards. Please hand in the one for Kilmore Clinic, which was done in order.',
} as const;

export const EXEMPTED = {
  about: 'thandiwe',
  by: 'hannah',
  skill: 'lab-workflow',
  day: -70,
  reason: 'Works with care records only; her programme has no bench side.',
} as const;

/** What the manager of the hire saw in the first three weeks, beside what the interviews carried. */
export const FIRST_WEEKS: readonly DemoClaim[] = (
  [
    ['data-pipelines', 2, 'Repaired the late files of Trois-Ponts in her second week, and could run it twice'],
    ['ci-cd', 2, 'Added the image build of the margin viewer to the pipeline, reviewed and merged'],
    ['incident-response', 2, 'Second on the queue alert of Bayview Oncology: kept the log, wrote the timeline'],
    ['cross-functional-collaboration', 2, 'Brought the pathologist into the backlog talk before the estimate'],
    ['data-sourcing', 2, 'Asked for the consent scope before she opened the new delivery'],
  ] as const
).map(([skill, level, title]) => ({
  about: 'elif',
  by: 'marta',
  skill,
  level,
  day: -18,
  evidence: [['manager-observation', title]],
  review: { by: 'ingrid', day: -17, says: { confirms: level } },
}));
