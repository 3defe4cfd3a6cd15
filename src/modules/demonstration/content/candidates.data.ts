/** Why this file exists: who applies, and how far each has come. */
import type { ForwardStage } from '../../candidates/index.js';
import { AMENDMENT_AMARA, SCORECARDS_AMARA } from './scorecards-amara.data.js';
import { SCORECARDS_ELIF } from './scorecards-elif.data.js';
import { SCORECARDS_JONAS } from './scorecards-jonas.data.js';
import type { DemoAmendment, DemoScorecard } from './scorecards.js';

export interface DemoStep {
  readonly stage: ForwardStage;
  readonly day: number;
  readonly note: string | null;
}

export interface DemoApplicant {
  readonly key: string;
  readonly requisition: string;
  /** An employee of this key, who applies inside; else somebody from outside. */
  readonly person?: string;
  readonly name: string;
  readonly headline: string;
  readonly source: 'DIRECT' | 'REFERRAL' | 'SOURCED' | 'AGENCY';
  readonly referrer?: string;
  readonly appliedDay: number;
  readonly steps: readonly DemoStep[];
  /** An answer that the hiring manager promised at the last of these steps. */
  readonly promise?: { readonly day: number; readonly answerDay: number };
  /** Days and times of the planned interviews, in plan order; absent until they are scheduled. */
  readonly interviews?: {
    readonly day: number;
    readonly times: readonly (readonly [sitting: string, day: number, time: string])[];
  };
  readonly scorecards?: readonly DemoScorecard[];
  readonly amendment?: DemoAmendment;
  /** Sittings that have taken place. */
  readonly held?: readonly string[];
}

const PANEL = ['depth', 'design', 'regulated'] as const;

export const APPLICANTS: readonly DemoApplicant[] = [
  {
    key: 'elif',
    requisition: 'senior-mle',
    name: 'Elif Kaya',
    headline: 'Machine learning engineer, seven years, radiology workflow software',
    source: 'DIRECT',
    appliedDay: -76,
    steps: [
      { stage: 'SCREEN', day: -69, note: 'Ran a reading-room service for two years; clear about what was hers.' },
      {
        stage: 'INTERVIEWING',
        day: -60,
        note: 'Screen by Marta Lindqvist: same questions as for everybody, 40 minutes.',
      },
      { stage: 'DEBRIEF', day: -49, note: null },
    ],
    interviews: {
      day: -59,
      times: [
        ['depth', -54, '08:30'],
        ['design', -53, '12:00'],
        ['regulated', -52, '13:30'],
      ],
    },
    scorecards: SCORECARDS_ELIF,
    held: PANEL,
  },
  {
    key: 'amara',
    requisition: 'senior-mle',
    name: 'Amara Nwosu',
    headline: 'Staff engineer at a radiology company, first predetermined change plan in her field',
    source: 'REFERRAL',
    referrer: 'aisha',
    appliedDay: -40,
    steps: [
      { stage: 'SCREEN', day: -32, note: 'Referred by Aisha Rahman, who therefore takes no part.' },
      {
        stage: 'INTERVIEWING',
        day: -21,
        note: 'Screen done; asked for larger print on the merge request, which was prepared.',
      },
      { stage: 'DEBRIEF', day: -7, note: null },
    ],
    interviews: {
      day: -20,
      times: [
        ['depth', -13, '08:30'],
        ['design', -12, '12:00'],
        ['regulated', -11, '13:30'],
      ],
    },
    scorecards: SCORECARDS_AMARA,
    amendment: AMENDMENT_AMARA,
    held: PANEL,
  },
  {
    key: 'jonas',
    requisition: 'senior-mle',
    name: 'Jonas Weber',
    headline: 'Perception engineer, automotive safety, nine years',
    source: 'SOURCED',
    appliedDay: -26,
    steps: [
      { stage: 'SCREEN', day: -18, note: null },
      {
        stage: 'INTERVIEWING',
        day: -11,
        note: 'No life-science background; the loop asks for the skills, not for the sector.',
      },
    ],
    interviews: {
      day: -10,
      times: [
        ['design', -5, '12:00'],
        ['regulated', -4, '13:30'],
        ['depth', -3, '08:30'],
      ],
    },
    scorecards: SCORECARDS_JONAS,
    held: PANEL,
  },
  {
    key: 'priya',
    requisition: 'senior-mle',
    name: 'Priya Raghavan',
    headline: 'Pipeline engineer, sequencing laboratory, six years',
    source: 'AGENCY',
    appliedDay: -14,
    steps: [{ stage: 'SCREEN', day: -6, note: 'Screen on Thursday, 40 minutes.' }],
    promise: { day: -6, answerDay: 60 },
  },
  {
    key: 'mateus',
    requisition: 'bridge',
    person: 'mateus',
    name: 'Mateus Oliveira',
    headline: '',
    source: 'DIRECT',
    appliedDay: -28,
    steps: [
      { stage: 'SCREEN', day: -20, note: null },
      { stage: 'INTERVIEWING', day: -11, note: null },
    ],
    interviews: {
      day: -10,
      times: [
        ['depth', 2, '09:00'],
        ['sample', 3, '13:00'],
        ['regulated', 4, '10:30'],
      ],
    },
  },
  {
    key: 'dmitri',
    requisition: 'bridge',
    name: 'Dmitri Sokolov',
    headline: 'Biostatistician who automates what he can',
    source: 'DIRECT',
    appliedDay: -12,
    steps: [],
  },
  {
    key: 'thabo',
    requisition: 'margins',
    name: 'Thabo Molefe',
    headline: 'Postdoctoral researcher, quantitative pathology',
    source: 'DIRECT',
    appliedDay: -10,
    steps: [],
  },
  {
    key: 'julia',
    requisition: 'margins',
    name: 'Julia Brandt',
    headline: 'Image analyst, academic core facility, four years',
    source: 'DIRECT',
    appliedDay: -13,
    steps: [{ stage: 'SCREEN', day: -5, note: null }],
  },
];
