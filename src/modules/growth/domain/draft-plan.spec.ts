/** Why this file exists: a small plan worked by hand shows how gaps, prerequisites and protected hours become dates. */
import type { Activity, ActivityKey, Level, LevelStep, Skill, SkillKey } from '../../frameworks/index.js';
import { draftPlan, redate } from './draft-plan.js';
import { planSteps, prerequisitesOf } from './plan-steps.js';

const key = (text: string) => text as SkillKey;
const skill = (name: string, ...needs: readonly [of: string, minLevel: Level, fromLevel: Level][]): Skill => ({
  key: key(name),
  name: name.toUpperCase(),
  category: 'c' as Skill['category'],
  definition: '',
  affinity: { research: 0, production: 1 },
  prerequisites: needs.map(([of, minLevel, fromLevel]) => ({ skill: key(of), minLevel, fromLevel })),
  indicators: [],
  references: { sfia: [], esco: [], mlTestScore: [], gmlp: [], regulations: [] },
});
const activity = (
  name: string,
  hours: number,
  weeks: number,
  ...raises: readonly [string, LevelStep['from']][]
): Activity => ({
  key: name as ActivityKey,
  name,
  kind: 'PROJECT',
  lever: 'DEPLOYMENT_EXPOSURE',
  summary: '',
  host: '',
  hours,
  weeks,
  choose: null,
  needs: [],
  raises: raises.map(([of, from]) => ({ skill: key(of), from })),
  evidence: [],
});
/** Serving at level 2 needs pipelines at level 2. */
const FRAMEWORK = {
  skills: [skill('serving', ['pipelines', 2, 2]), skill('pipelines')],
  activities: [
    activity('build-service', 40, 4, ['serving', 0], ['serving', 1]),
    activity('build-feed', 20, 2, ['pipelines', 1]),
  ],
};
const held = new Map<SkillKey, Level>([[key('pipelines'), 1]]);
const frame = { startsOn: '2026-03-02', protectedHoursPerWeek: 20 };
const asked = [{ skill: key('serving'), level: 2 as Level }];

test('goals come with their prerequisites first, steps with what blocks them, activities with dates', () => {
  const plan = draftPlan(FRAMEWORK, held, asked, frame);
  expect(plan).toMatchObject({
    ok: true,
    value: {
      // pipelines: 2 weeks from 2 March; serving waits for it: 4 weeks at 10 hours from 16 March
      goals: [
        { skill: 'pipelines', from: 1, to: 2, isAsked: false, startsOn: '2026-03-02', endsOn: '2026-03-15' },
        { skill: 'serving', from: 0, to: 2, isAsked: true, startsOn: '2026-03-16', endsOn: '2026-04-12' },
      ],
      activities: [
        { activity: { key: 'build-feed' }, steps: [{ skill: 'pipelines', from: 1 }], weeks: 2, hoursPerWeek: 10 },
        { activity: { key: 'build-service' }, weeks: 4, hoursPerWeek: 10 },
      ],
      uncovered: [],
      broken: [],
      endsOn: '2026-04-12',
    },
  });
  const steps = plan.ok ? plan.value.steps : [];
  expect(steps.map(({ skill: of, from }) => `${of}@${from}`)).toEqual(['serving@0', 'pipelines@1', 'serving@1']);
  expect(steps[2]?.blockedBy.map(({ skill: of, because }) => [of, because])).toEqual([
    ['serving', 'LOWER_LEVEL'],
    ['pipelines', 'PREREQUISITE'],
  ]);
});

test('a step that no activity raises has no date and is named', () => {
  const plan = draftPlan({ ...FRAMEWORK, activities: FRAMEWORK.activities.slice(1) }, held, asked, frame);
  expect(plan).toMatchObject({ value: { goals: [{}, { skill: 'serving', startsOn: null, endsOn: null }] } });
  expect(plan.ok ? plan.value.uncovered.map(({ step }) => step.skill) : []).toEqual(['serving', 'serving']);
});

test('nothing missing is a plan without goals, and no protected hours is no plan', () => {
  const all = new Map<SkillKey, Level>([
    [key('serving'), 2],
    [key('pipelines'), 2],
  ]);
  expect(draftPlan(FRAMEWORK, all, asked, frame)).toMatchObject({
    value: { goals: [], steps: [], activities: [], endsOn: null },
  });
  expect(draftPlan(FRAMEWORK, held, asked, { ...frame, protectedHoursPerWeek: 0 })).toMatchObject({
    problem: { code: 'PROTECTED_HOURS_NOT_POSITIVE' },
  });
});

describe('new dates', () => {
  const [service, feed] = FRAMEWORK.activities;
  const open = [service, feed].flatMap((one) =>
    one === undefined ? [] : [{ key: one.key, hours: one.hours, weeks: one.weeks, needs: [], steps: one.raises }],
  );
  const startsOf = (now: ReadonlyMap<SkillKey, Level>, hours = 20) => {
    const dated = redate(FRAMEWORK, now, open, { startsOn: '2026-06-01', protectedHoursPerWeek: hours });
    return dated.ok ? dated.value.activities.map((one) => [one.key, one.startsOn, one.endsOn]) : dated.problem.code;
  };

  test('keep what comes first in front, from the new day on', () => {
    expect(startsOf(held)).toEqual([
      ['build-feed', '2026-06-01', '2026-06-14'],
      ['build-service', '2026-06-15', '2026-07-12'],
    ]);
  });

  test('wait no longer for what is verified by now', () => {
    expect(startsOf(new Map([[key('pipelines'), 2]]))).toEqual([
      ['build-feed', '2026-06-01', '2026-06-14'],
      ['build-service', '2026-06-01', '2026-06-28'],
    ]);
  });

  test('stretch with fewer protected hours, and are refused without any', () => {
    // 10 hours a week, 5 for each of two: 20 hours take 4 weeks, 40 hours take 8
    expect(startsOf(held, 10)).toEqual([
      ['build-feed', '2026-06-01', '2026-06-28'],
      ['build-service', '2026-06-29', '2026-08-23'],
    ]);
    expect(startsOf(held, 0)).toBe('PROTECTED_HOURS_NOT_POSITIVE');
  });
});

describe('the steps of a plan', () => {
  const goals = [
    { skill: key('pipelines'), from: 1, to: 2 },
    { skill: key('serving'), from: 0, to: 2 },
  ] as const;
  const standing = (now: Record<string, Level>) =>
    planSteps(FRAMEWORK, goals, new Map(Object.entries(now).map(([of, level]) => [key(of), level]))).map(
      ({ skill: of, from, state }) => `${of}@${from} ${state}`,
    );

  test('can start, wait, or are reached, by what is verified today', () => {
    expect(standing({ pipelines: 1 })).toEqual(['serving@0 CAN_START', 'pipelines@1 CAN_START', 'serving@1 BLOCKED']);
    expect(standing({ pipelines: 2 })).toEqual(['serving@0 CAN_START', 'pipelines@1 REACHED', 'serving@1 BLOCKED']);
    expect(standing({ pipelines: 2, serving: 1 })).toEqual([
      'serving@0 REACHED',
      'pipelines@1 REACHED',
      'serving@1 CAN_START',
    ]);
  });

  test('say in words what they wait for, unknown apart from too low', () => {
    const [, , last] = planSteps(FRAMEWORK, goals, new Map([[key('pipelines'), 1]]));
    expect(last?.missing.map(({ message }) => message)).toEqual([
      'needs pipelines at level 2, held: level 1',
      'needs serving at level 1, held: not assessed',
    ]);
  });

  test('are those of the plan alone, also when a level was taken back since', () => {
    expect(standing({})).toEqual(['serving@0 CAN_START', 'pipelines@1 BLOCKED', 'serving@1 BLOCKED']);
  });

  test('read the prerequisites of every skill', () => {
    expect(prerequisitesOf(FRAMEWORK).get(key('serving'))).toEqual([{ skill: 'pipelines', minLevel: 2, fromLevel: 2 }]);
  });
});
