/** Why this file exists: a person walks this way for a year; it must start where they are, miss no step and be in order. */
import fc from 'fast-check';
import type { Activity, ActivityKey, Level, LevelStep, Skill, SkillKey } from '../../frameworks/index.js';
import { bridgeBetween } from './bridge.js';

type Need = readonly [skill: string, minLevel: Level, fromLevel: Level];
const skill = (key: string, ...needs: readonly Need[]): Skill => ({
  key: key as SkillKey,
  name: key.toUpperCase(),
  category: 'any' as Skill['category'],
  definition: '',
  affinity: { research: 0, production: 1 },
  prerequisites: needs.map(([other, minLevel, fromLevel]) => ({ skill: other as SkillKey, minLevel, fromLevel })),
  indicators: [],
  references: { sfia: [], esco: [], mlTestScore: [], gmlp: [], regulations: [] },
});
const activity = (
  key: string,
  hours: number,
  ...raises: readonly (readonly [string, LevelStep['from']])[]
): Activity => ({
  key: key as ActivityKey,
  name: key,
  kind: 'PROJECT',
  lever: 'MENTORSHIP',
  summary: '',
  host: '',
  hours,
  weeks: 1,
  choose: null,
  needs: [],
  raises: raises.map(([of, from]) => ({ skill: of as SkillKey, from })),
  evidence: [],
});
const levels = (entries: Readonly<Record<string, Level>>) =>
  new Map(Object.entries(entries).map(([key, level]) => [key as SkillKey, level]));
const asked = (entries: Readonly<Record<string, Level>>) =>
  [...levels(entries)].map(([key, level]) => ({ skill: key, level }));

// from level 2, serving needs python 2 and packaging 1; from level 2, python needs git 1
const skills = [
  skill('serving', ['python', 2, 2], ['packaging', 1, 2]),
  skill('python', ['git', 1, 2]),
  skill('git'),
  skill('packaging'),
];

describe('a bridge', () => {
  const framework = {
    skills,
    activities: [activity('pair', 10, ['git', 0], ['python', 1]), activity('ship', 30, ['serving', 1])],
  };
  const bridge = bridgeBetween(framework, levels({ serving: 1, python: 1 }), asked({ serving: 2 }));

  it('has the goals of the job role and those that prerequisites add', () => {
    // serving 1 to 2 needs python 2 (held 1) and packaging 1 (not known); python 2 needs git 1 (not known)
    expect(bridge.goals).toEqual([
      { skill: 'serving', from: 1, to: 2, isAskedByJobRole: true },
      { skill: 'python', from: 1, to: 2, isAskedByJobRole: false },
      { skill: 'git', from: 0, to: 1, isAskedByJobRole: false },
      { skill: 'packaging', from: 0, to: 1, isAskedByJobRole: false },
    ]);
  });

  it('puts each step after what blocks it, and says what that is', () => {
    expect(bridge.steps.map((one) => `${one.skill}@${one.from}`)).toEqual([
      'git@0',
      'packaging@0',
      'python@1',
      'serving@1',
    ]);
    expect(bridge.steps.map((one) => one.blockedBy.map((by) => [by.skill, by.level, by.because]))).toEqual([
      [],
      [],
      [['git', 1, 'PREREQUISITE']],
      [
        ['python', 2, 'PREREQUISITE'],
        ['packaging', 1, 'PREREQUISITE'],
      ],
    ]);
    expect(bridge.steps[3]?.blockedBy.map((by) => by.message)).toEqual([
      'Reach level 2 of PYTHON first; level 1 today.',
      'Reach level 1 of PACKAGING first; no level is known today.',
    ]);
  });

  it('names the activity of each step, the hours, and the steps that none covers', () => {
    // pair: git 0 and python 1 in 10 h; ship: serving 1 in 30 h; nothing raises packaging
    expect(bridge.steps.map((one) => one.coveredBy)).toEqual(['pair', null, 'pair', 'ship']);
    expect(bridge.totalHours).toBe(40);
    expect(bridge.practiceShare).toBe(1);
    expect(bridge.uncovered).toMatchObject([{ step: { skill: 'packaging', from: 0 }, reason: 'NO_ACTIVITY' }]);
  });

  it('blocks a step by the level below of its own skill', () => {
    const { steps } = bridgeBetween(framework, new Map(), asked({ git: 2 }));
    expect(steps.map((one) => one.blockedBy)).toMatchObject([[], [{ skill: 'git', level: 1, because: 'LOWER_LEVEL' }]]);
  });

  it('does not block a step below the level at which a prerequisite begins', () => {
    const { steps } = bridgeBetween(framework, new Map(), asked({ serving: 1, python: 2 }));
    expect(steps.find((one) => one.skill === 'serving')?.blockedBy).toEqual([]);
    expect(steps.find((one) => one.skill === 'python' && one.from === 0)?.blockedBy).toEqual([]);
  });

  it('calls a goal asked for by the job role only up to the level it asks', () => {
    // python 1 is asked, python 2 is needed for serving 2
    const { goals } = bridgeBetween(framework, levels({ git: 1, packaging: 1 }), asked({ serving: 2, python: 1 }));
    expect(goals.find((one) => one.skill === 'python')).toMatchObject({ to: 2, isAskedByJobRole: false });
  });

  it('takes the higher of two requirements of one skill', () => {
    const twice = [...asked({ git: 3 }), ...asked({ git: 1 })];
    expect(bridgeBetween(framework, new Map(), twice).goals).toMatchObject([{ skill: 'git', to: 3 }]);
  });

  it('is empty when everything asked is held', () => {
    expect(bridgeBetween(framework, levels({ serving: 3 }), asked({ serving: 2 }))).toEqual({
      goals: [],
      steps: [],
      chosen: [],
      uncovered: [],
      totalHours: 0,
      hoursByLever: new Map(),
      practiceShare: null,
    });
  });

  it('leaves the step to level 5 to an agreement, and keeps a skill that the framework does not know', () => {
    const { steps, uncovered } = bridgeBetween(framework, levels({ git: 4 }), asked({ git: 5, ghost: 1 }));
    expect(steps.map((one) => one.skill)).toEqual(['ghost', 'git']);
    expect(uncovered.map((one) => one.reason)).toEqual(['NO_ACTIVITY', 'CASE_BY_CASE']);
  });

  it('drops no step on a cycle', () => {
    const circle = { skills: [skill('a', ['b', 2, 2]), skill('b', ['a', 2, 2])], activities: [] };
    const { steps } = bridgeBetween(circle, new Map(), asked({ a: 2 }));
    expect(steps.map((one) => `${one.skill}@${one.from}`)).toEqual(['a@0', 'b@0', 'a@1', 'b@1']);
  });

  const level = fc.integer({ min: 1, max: 5 }).map((n) => n as Level);
  const names = ['a', 'b', 'c', 'd', 'e'];
  const someLevels = fc.dictionary(fc.constantFrom(...names), level);
  const graph = fc
    .array(fc.tuple(fc.nat(4), fc.nat(4), level, level), { maxLength: 10 })
    .map((edges) =>
      names.map((name, index) =>
        skill(
          name,
          ...edges
            .filter(([of, other]) => of === index && other < index)
            .map(([, other, min, from]): Need => [names[other] ?? '', min, from]),
        ),
      ),
    );

  it('can be walked in its order from what is held, and ends at what is asked', () => {
    fc.assert(
      fc.property(graph, someLevels, someLevels, (all, have, want) => {
        const now = levels(have);
        const { steps } = bridgeBetween({ skills: all.toReversed(), activities: [] }, now, asked(want));
        for (const step of steps) {
          expect(now.get(step.skill) ?? 0).toBe(step.from);
          const needs = all.find((one) => one.key === step.skill)?.prerequisites ?? [];
          for (const need of needs.filter((one) => one.fromLevel <= step.from + 1)) {
            expect(now.get(need.skill) ?? 0).toBeGreaterThanOrEqual(need.minLevel);
          }
          now.set(step.skill, (step.from + 1) as Level);
        }
        for (const [key, goal] of levels(want)) expect(now.get(key)).toBeGreaterThanOrEqual(goal);
      }),
    );
  });
});
