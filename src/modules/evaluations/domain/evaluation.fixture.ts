/** Why this file exists: a small kit, a plan and filled scorecards for the specs of this folder. */
import type { SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { ratingSlots } from './interview-plan.js';
import type { InterviewId, PlannedInterview } from './interview-plan.js';
import type { ItemKey, ItemKind, Kit, KitItem, KitKey, StageKey } from './kit.js';
import { openScorecard } from './scorecard.js';
import type { Rating, RatingFrame, RatingInput, Scorecard, ScorecardId, ScorecardInput } from './scorecard.js';

export const person = (name: string): Id<'Person'> => name as Id<'Person'>;
export const skill = (key: string): SkillKey => key as SkillKey;
export const stageKey = (key: string): StageKey => key as StageKey;
export const itemKey = (key: string): ItemKey => key as ItemKey;
export const interviewId = (id: string): InterviewId => id as InterviewId;

export const kitItem = (
  key: string,
  stage: string,
  skills: readonly string[],
  rest: Partial<Omit<KitItem, 'key' | 'stage' | 'skills'>> & { readonly kind?: ItemKind } = {},
): KitItem => ({
  key: itemKey(key),
  stage: stageKey(stage),
  kind: 'QUESTION',
  title: `About ${key}`,
  minutes: 20,
  rungs: [1, 2, 3, 4, 5],
  prompt: 'Tell us about a model that you kept alive, and what it took to do so.',
  probes: ['Who was told?'],
  skills: skills.map(skill),
  anchors: ['no sign of it', 'partly, with help', 'meets what is asked', 'clearly above it', 'sets the standard'],
  redFlags: [],
  materials: null,
  ...rest,
});

/** Two stages: `screen` (40 minutes) with feed and serve, `sample` (60 minutes) with the work sample build. */
export const smallKit: Kit = {
  key: 'kit-small' as KitKey,
  name: 'Small kit',
  track: 'PRODUCTION',
  stages: [
    { key: stageKey('screen'), name: 'Screen', minutes: 40, format: 'video call' },
    { key: stageKey('sample'), name: 'Work sample', minutes: 60, format: 'supervised build' },
  ],
  items: [
    kitItem('feed', 'screen', ['pipelines', 'sql']),
    kitItem('serve', 'screen', ['serving'], { rungs: [2, 3] }),
    kitItem('build', 'sample', ['pipelines', 'testing'], {
      kind: 'WORK_SAMPLE',
      minutes: 60,
      materials: 'A prepared repository',
    }),
  ],
};
export const smallSkills: ReadonlySet<SkillKey> = new Set(['pipelines', 'sql', 'serving', 'testing'].map(skill));

export const interview = (
  id: string,
  stage: string,
  raters: readonly string[],
  items: Readonly<Record<string, readonly string[]>>,
  shadows: readonly string[] = [],
): PlannedInterview => ({
  id: interviewId(id),
  stage: stageKey(stage),
  seats: [
    ...raters.map((name) => ({ person: person(name), kind: 'RATER' as const })),
    ...shadows.map((name) => ({ person: person(name), kind: 'SHADOW' as const })),
  ],
  items: Object.entries(items).map(([key, skills]) => ({ itemKey: itemKey(key), skills: skills.map(skill) })),
});

const NOTES = [
  'Named the broken feed and who repaired it',
  'Wrote the query without help and explained the plan',
  'Rolled back within minutes and told the users',
  'Added tests first and ran them in the pipeline',
];
/** A rating with evidence that differs for each `n`. */
export const rated = (item: string, skillName: string, level: number, n = 0): RatingInput => ({
  itemKey: itemKey(item),
  skill: skill(skillName),
  level,
  notAssessed: false,
  evidence: NOTES[n % NOTES.length] ?? '',
});
export const notAssessed = (item: string, skillName: string): Rating => ({
  itemKey: itemKey(item),
  skill: skill(skillName),
  level: null,
  notAssessed: true,
  evidence: '',
});

export const draftCard = (author: string, facts: Partial<Scorecard> = {}): Scorecard => ({
  ...openScorecard({
    id: `s-${author}` as ScorecardId,
    application: 'a-1' as Id<'Application'>,
    interview: interviewId('i-1'),
    author: person(author),
    seat: 'RATER',
    afterSeeingOthers: false,
  }),
  ...facts,
});

/** A submitted scorecard with this content; levels must be 1..5. */
export const submittedCard = (author: string, input: ScorecardInput, facts: Partial<Scorecard> = {}): Scorecard =>
  draftCard(author, {
    state: 'SUBMITTED',
    submittedAt: '2026-03-12T10:00:00.000Z',
    content: {
      verdict: input.verdict,
      ratings: input.ratings.map((one) => ({ ...one, level: one.level as Rating['level'] })),
    },
    ...facts,
  });

/** What ana owes after the screen of the small kit: three ratings. */
export const screenFrame: RatingFrame = {
  kit: smallKit,
  slots: ratingSlots(interview('i-1', 'screen', ['ana'], { feed: ['pipelines', 'sql'], serve: ['serving'] })),
};
/** Everything that `screenFrame` asks for. */
export const completeInput: ScorecardInput = {
  verdict: 'YES',
  ratings: [rated('feed', 'pipelines', 3, 0), rated('feed', 'sql', 4, 1), notAssessed('serve', 'serving')],
};
/** The complete input with one rating changed. */
export const changedInput = (place: number, change: Partial<RatingInput>): ScorecardInput => ({
  ...completeInput,
  ratings: completeInput.ratings.map((rating, n) => (n === place ? { ...rating, ...change } : rating)),
});
