/** Why this file exists: what has happened in the growth plans since they began: practice, evidence, talks, and what was set aside. */
import type { Work } from './evidence.js';

export interface DemoActivity {
  readonly plan: string;
  readonly by: string;
  readonly activity: string;
  readonly startedDay: number;
  readonly finishedDay?: number;
}

export const ACTIVITIES: readonly DemoActivity[] = [
  { plan: 'freya', by: 'freya', activity: 'review-independent-model', startedDay: -140, finishedDay: -105 },
  { plan: 'freya', by: 'freya', activity: 'project-learning-loop', startedDay: -133 },
  { plan: 'oluwaseun', by: 'oluwaseun', activity: 'mentor-first-mentee', startedDay: -83 },
  { plan: 'oluwaseun', by: 'oluwaseun', activity: 'project-own-end-to-end', startedDay: -82 },
  { plan: 'lucia', by: 'lucia', activity: 'pair-first-endpoint', startedDay: -62, finishedDay: -38 },
  { plan: 'lucia', by: 'lucia', activity: 'mentor-quality-partner', startedDay: -61 },
  { plan: 'lucia', by: 'lucia', activity: 'review-weekly', startedDay: -34 },
  { plan: 'elif', by: 'marta', activity: 'project-instrument-feed', startedDay: -11 },
];

export interface DemoGoalEvidence {
  readonly plan: string;
  readonly by: string;
  readonly skill: string;
  readonly day: number;
  readonly evidence: readonly Work[];
  /** Absent while it waits. */
  readonly confirmed?: { readonly by: string; readonly day: number; readonly level: 1 | 2 | 3 | 4 | 5 };
}

export const GOAL_EVIDENCE: readonly DemoGoalEvidence[] = [
  {
    plan: 'lucia',
    by: 'lucia',
    skill: 'containers',
    day: -40,
    evidence: [['merged-change', 'Pinned, non-root image of the stain package, reviewed by Kwame Mensah']],
    confirmed: { by: 'henrik', day: -33, level: 2 },
  },
  {
    plan: 'lucia',
    by: 'lucia',
    skill: 'api-integration',
    day: -31,
    evidence: [
      ['merged-change', 'Scoring endpoint of the stain package with validation of its input'],
      ['test-report', 'Contract tests against the worklist of Kilmore Clinic, two malformed messages refused'],
    ],
    confirmed: { by: 'henrik', day: -26, level: 2 },
  },
  {
    plan: 'lucia',
    by: 'lucia',
    skill: 'online-serving',
    day: -7,
    evidence: [['deployment-record', 'Stain endpoint on the test bench of Kilmore Clinic, two weeks under load']],
  },
  {
    plan: 'oluwaseun',
    by: 'oluwaseun',
    skill: 'release-strategies',
    day: -10,
    evidence: [
      ['deployment-record', 'One-site release of LumaRead Node 2.3 at Kilmore Clinic, with rollback rehearsed'],
    ],
  },
];

/** A stage of a check-in: who, at what level (`null`: none yet), in whose words, on which day. */
export type DemoView = readonly [
  stage: 'SELF' | 'ASSESSOR' | 'AGREED',
  by: string,
  level: 1 | 2 | 3 | 4 | 5 | null,
  note: string,
  day: number,
];

export interface DemoCheckIn {
  readonly plan: string;
  readonly skill: string;
  /** Who opens it and gives the second view. */
  readonly assessor: string;
  readonly day: number;
  readonly views: readonly DemoView[];
}

export const CHECK_INS: readonly DemoCheckIn[] = [
  {
    plan: 'lucia',
    skill: 'version-control-review',
    assessor: 'kwame',
    day: -32,
    views: [
      ['SELF', 'lucia', 2, 'I answer reviews and give them. I still look at the code before I look at the split.', -31],
      [
        'ASSESSOR',
        'kwame',
        2,
        'Agreed. Her comments on leakage are better than mine; interface risk she does not see yet.',
        -28,
      ],
      [
        'AGREED',
        'kwame',
        2,
        'Next four reviews: interface and release risk first. We look again at the end of the weekly reviews.',
        -28,
      ],
    ],
  },
  {
    plan: 'lucia',
    skill: 'online-serving',
    assessor: 'kwame',
    day: -13,
    views: [
      [
        'SELF',
        'lucia',
        2,
        'The endpoint ran two weeks on the test bench. Health check and refusal of foreign slides are mine, and nobody helped the second time.',
        -12,
      ],
      [
        'ASSESSOR',
        'kwame',
        1,
        'Health check and refusal are hers and they are good. Time-outs and the queue were set by me; until she has set a limit and defended it, I see level 1.',
        -11,
      ],
      [
        'AGREED',
        'kwame',
        1,
        'We keep both views. Lucía sets the limits for the shadow release of 2.4 and explains them to the site; then we look again.',
        -11,
      ],
    ],
  },
  {
    plan: 'lucia',
    skill: 'quality-systems',
    assessor: 'henrik',
    day: -6,
    views: [
      [
        'SELF',
        'lucia',
        1,
        'I have sat in one design review and corrected a record. I would not raise a deviation without asking first.',
        -5,
      ],
    ],
  },
  {
    plan: 'oluwaseun',
    skill: 'system-design',
    assessor: 'tomasz',
    day: -27,
    views: [
      [
        'SELF',
        'oluwaseun',
        2,
        'I can defend the parts. Put before the whole board I would lose the thread at the sites on premises.',
        -26,
      ],
      [
        'ASSESSOR',
        'tomasz',
        3,
        'He has led the edge node through two reviews and dropped two components for good reasons. I see more than he does.',
        -25,
      ],
      [
        'AGREED',
        'tomasz',
        2,
        'He presents the whole to the board in December. If it holds there, he hands it in as evidence.',
        -25,
      ],
    ],
  },
  {
    plan: 'freya',
    skill: 'study-design',
    assessor: 'hye-jin',
    day: -98,
    views: [
      ['SELF', 'freya', 3, 'The crossed design is mine, and the reader group accepted it.', -97],
      [
        'ASSESSOR',
        'hye-jin',
        2,
        'The design is right. It has not run: the reader data are blocked at Bayview Oncology since July, which is not in her hands.',
        -96,
      ],
    ],
  },
];

/** Goals that a plan keeps; the others are set aside with a reason. */
export const SET_ASIDE = {
  plan: 'elif',
  by: 'marta',
  day: -13,
  keeps: [
    'data-pipelines',
    'ci-cd',
    'incident-response',
    'change-control-pccp',
    'cross-functional-collaboration',
    'subgroup-bias',
  ],
  reason:
    'Nobody asked about it in the loop, so it is unknown and not a gap. It is looked at in the spring review, and comes back if something is missing.',
} as const;
