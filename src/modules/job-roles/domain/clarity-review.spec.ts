/** Why this file exists: each rule is found where it holds, at its very edge, and not found one step before it. */
import type { CategoryKey, Level, LevelStep, SkillKey } from '../../frameworks/index.js';
import type { ClarityRule, ClarityRuleKey, ClarityTest } from './clarity-rule.js';
import { reviewClarity } from './clarity-review.js';
import type { ClaritySubject, Rung } from './clarity-tests.js';
import type { JobRoleKey } from './job-role.js';
import type { OverlayKey, Requirement } from './requirement.js';

const key = (text: string) => text as SkillKey;
const keys = (...texts: readonly string[]) => texts.map(key);
type Asked = Readonly<Record<string, Level | readonly [Level, 'must']>>;
const requirements = (asked: Asked): readonly Requirement[] =>
  Object.entries(asked).map(([skill, entry]) => ({
    skill: key(skill),
    level: typeof entry === 'number' ? entry : entry[0],
    weight: 3,
    isMustHave: typeof entry !== 'number',
    minEvidenceClass: 1,
    stages: [],
  }));
const rung = (name: string, place: number, asked: Asked): Rung => ({
  jobRole: name as JobRoleKey,
  title: name.toUpperCase(),
  rung: place,
  requirements: requirements(asked),
});
const subject = (asked: Asked, change: Partial<ClaritySubject> = {}): ClaritySubject => ({
  jobRole: 'own' as JobRoleKey,
  title: 'Own',
  track: 'RESEARCH',
  rung: 2,
  requirements: requirements(asked),
  overlays: [],
  categoryOf: new Map(),
  nextRung: null,
  coveredSteps: null,
  productionRungs: [],
  plan: null,
  ...change,
});
const rule = (test: ClarityTest): ClarityRule => ({
  key: 'the-rule' as ClarityRuleKey,
  when: 'When it holds',
  message: 'It holds.',
  suggestion: 'Mend it.',
  test,
});
const review = (test: ClarityTest, of: ClaritySubject) => reviewClarity([rule(test)], of)[0] ?? null;

describe('too many skills at a level', () => {
  const skills = keys('ci', 'serving', 'incident', 'retraining');
  const test: ClarityTest = { type: 'COUNT_AT_LEVEL', tracks: ['RESEARCH'], skills, minLevel: 3, minCount: 3 };
  const asked: Asked = { serving: 3, ci: 4, incident: 3, retraining: 2, stats: 5 };

  it('are found with the rule in words, the skills sorted and the count', () => {
    expect(review(test, subject(asked))).toMatchObject({
      rule: 'the-rule',
      message: 'It holds.',
      suggestion: 'Mend it.',
      skills: ['ci', 'incident', 'serving'],
      facts: { type: 'COUNT_AT_LEVEL', minLevel: 3, minCount: 3, count: 3 },
    });
  });

  it('are not found below the count, below the level, or on another track', () => {
    expect(review(test, subject({ serving: 3, ci: 4, incident: 2 }))).toBeNull();
    expect(review(test, subject(asked, { track: 'PRODUCTION' }))).toBeNull();
  });

  it('come with a split: what moves, what stays, and the production rung that asks for the same levels', () => {
    // asked: serving 3, ci 4, incident 3. one: |1-3| + |1-4| + |0-3| = 8; three: 0 + 1 + 0 = 1; four: 1 + 0 + 1 = 2
    const productionRungs = [
      rung('four', 4, { serving: 4, ci: 4, incident: 4 }),
      rung('three', 3, { serving: 3, ci: 3, incident: 3, api: 3 }),
      rung('one', 1, { serving: 1, ci: 1 }),
    ];
    expect(review(test, subject(asked, { productionRungs }))?.split).toEqual({
      stays: { title: 'Own', skills: ['retraining', 'stats'] },
      moves: { skills: ['ci', 'incident', 'serving'], nearest: { jobRole: 'three', title: 'THREE', rung: 3 } },
    });
  });

  it('prefer the lower of two rungs that are equally near', () => {
    const [high, low] = [
      rung('high', 4, { ci: 4, serving: 4, incident: 3 }),
      rung('low', 2, { ci: 4, serving: 2, incident: 3 }),
    ];
    const split = review(test, subject(asked, { productionRungs: [high, low] }))?.split;
    expect(split?.moves.nearest?.jobRole).toBe('low');
  });

  it('count a skill that a rung does not ask for as level 0', () => {
    // asked 3, 3, 3. bare: 0 + 0 + |0-3| = 3; high: |5-3| + |5-3| + 0 = 4
    const asked3: Asked = { ci: 3, serving: 3, incident: 3 };
    const rungs = [rung('high', 5, { ci: 5, serving: 5, incident: 3 }), rung('bare', 1, { ci: 3, serving: 3 })];
    const split = review(test, subject(asked3, { productionRungs: rungs }))?.split;
    expect(split?.moves.nearest?.jobRole).toBe('bare');
  });

  it('propose a split without a rung when none is given, and no split off the research track', () => {
    expect(review(test, subject(asked))?.split?.moves.nearest).toBeNull();
    const anywhere: ClarityTest = { ...test, tracks: ['HYBRID'] };
    expect(review(anywhere, subject(asked, { track: 'HYBRID' }))).toMatchObject({ split: null });
  });
});

describe('no must-have among some skills', () => {
  const test: ClarityTest = {
    type: 'NO_MUST_AMONG',
    tracks: ['PRODUCTION'],
    skills: keys('drift', 'alert'),
    minRung: 3,
  };
  const production = (asked: Asked, place: number) => subject(asked, { track: 'PRODUCTION', rung: place });

  it('is found from the rung on, also when they are asked for but not as must-haves', () => {
    expect(review(test, production({ drift: 4, api: [3, 'must'] }, 3))).toMatchObject({
      skills: ['alert', 'drift'],
      facts: { type: 'NO_MUST_AMONG', rung: 3, minRung: 3 },
      split: null,
    });
  });

  it('is not found with one must-have among them, below the rung, or on another track', () => {
    expect(review(test, production({ drift: [1, 'must'] }, 3))).toBeNull();
    expect(review(test, production({ drift: 4 }, 2))).toBeNull();
    expect(review(test, subject({ drift: 4 }, { rung: 3 }))).toBeNull();
  });
});

describe('a category that is missing under an overlay', () => {
  const [samd, gxp, other] = ['samd', 'gxp', 'other'] as readonly string[] as readonly OverlayKey[];
  const overlays = [samd, gxp].flatMap((one) => one ?? []);
  const category = 'regulatory' as CategoryKey;
  const test: ClarityTest = { type: 'CATEGORY_MISSING', category, minLevel: 2, minRung: 2, overlays };
  const categoryOf = new Map([
    [key('quality'), category],
    [key('risk'), category],
  ]);
  const under = (asked: Asked, keysOf: readonly (OverlayKey | undefined)[], place = 2) =>
    subject(asked, { overlays: keysOf.flatMap((one) => one ?? []), categoryOf, rung: place });

  it('is found with what is asked of it, and the overlays that make it matter', () => {
    expect(review(test, under({ quality: 1, risk: 1, stats: 4 }, [samd, other, gxp]))).toMatchObject({
      skills: ['quality', 'risk'],
      facts: { type: 'CATEGORY_MISSING', category, minLevel: 2, highestLevel: 1, overlays: ['gxp', 'samd'] },
    });
  });

  it('is found with no highest level when nothing of it is asked', () => {
    expect(review(test, under({ stats: 4 }, [samd]))).toMatchObject({ skills: [], facts: { highestLevel: null } });
  });

  it('is not found at the level, below the rung, under another overlay, or under none', () => {
    expect(review(test, under({ quality: 1, risk: 2 }, [samd]))).toBeNull();
    expect(review(test, under({ stats: 4 }, [samd], 1))).toBeNull();
    expect(review(test, under({ stats: 4 }, [other]))).toBeNull();
    expect(review(test, under({ stats: 4 }, []))).toBeNull();
  });
});

describe('a unicorn', () => {
  const [left, right, more] = ['modelling', 'deployment', 'platform'] as readonly string[] as readonly CategoryKey[];
  const of = (...list: readonly (CategoryKey | undefined)[]) => list.flatMap((one) => one ?? []);
  const test: ClarityTest = { type: 'UNICORN', maxMust: 2, level: 4, count: 2, left: of(left), right: of(right, more) };
  const categoryOf = new Map(
    Object.entries({ stats: left, vision: left, serving: right, cloud: more }).flatMap(([skill, category]) =>
      category === undefined ? [] : [[key(skill), category] as const],
    ),
  );
  const wide: Asked = { stats: 4, vision: 5, serving: 4, cloud: 4 };

  it('is found by more must-haves than one person has', () => {
    expect(review(test, subject({ b: [1, 'must'], a: [1, 'must'], c: [1, 'must'], d: 1 }))).toMatchObject({
      skills: ['a', 'b', 'c'],
      facts: { type: 'UNICORN', mustHaves: 3, maxMust: 2, left: 0, right: 0, level: 4, count: 2 },
    });
  });

  it('is found by depth on both sides, each side over its categories together', () => {
    expect(review(test, subject(wide, { categoryOf }))).toMatchObject({
      skills: ['cloud', 'serving', 'stats', 'vision'],
      facts: { mustHaves: 0, left: 2, right: 2 },
    });
  });

  it('is not found at the number of must-haves, or with depth on one side only', () => {
    expect(review(test, subject({ a: [1, 'must'], b: [1, 'must'] }))).toBeNull();
    expect(review(test, subject({ ...wide, cloud: 3 }, { categoryOf }))).toBeNull();
    expect(review(test, subject({ ...wide, vision: 3 }, { categoryOf }))).toBeNull();
  });
});

describe('a gap in the ladder', () => {
  const test: ClarityTest = { type: 'LADDER_GAP', maxJump: 2, upToLevel: 4 };
  const next = (asked: Asked) => rung('next', 3, asked);
  const steps = (...list: readonly (readonly [string, LevelStep['from']])[]): readonly LevelStep[] =>
    list.map(([skill, from]) => ({ skill: key(skill), from }));

  it('is found where a must-have of the next rung lies too far above, or comes from nothing', () => {
    const nextRung = next({ stats: [5, 'must'], api: [3, 'must'], serving: [4, 'must'], wish: 5 });
    expect(review(test, subject({ stats: 2, serving: 2 }, { nextRung }))).toMatchObject({
      skills: ['api', 'stats'],
      facts: {
        jumps: [
          { skill: 'api', from: null, to: 3 },
          { skill: 'stats', from: 2, to: 5 },
        ],
        uncoveredSteps: [],
      },
    });
  });

  it('is found where no activity covers a step, must-have or not, up to the level', () => {
    const [nextRung, coveredSteps] = [next({ stats: 5, api: 2 }), steps(['stats', 2], ['api', 0])];
    expect(review(test, subject({ stats: 2 }, { nextRung, coveredSteps }))).toMatchObject({
      skills: ['api', 'stats'],
      facts: { jumps: [], uncoveredSteps: steps(['api', 1], ['stats', 3]) },
    });
  });

  it('is not found when every step is covered, at the top of a ladder, or without known activities', () => {
    const nextRung = next({ stats: [4, 'must'] });
    const coveredSteps = steps(['stats', 2], ['stats', 3]);
    expect(review(test, subject({ stats: 2 }, { nextRung, coveredSteps }))).toBeNull();
    expect(review(test, subject({ stats: 2 }, { nextRung: null, coveredSteps: [] }))).toBeNull();
    expect(review(test, subject({ stats: 2 }, { nextRung, coveredSteps: null }))).toBeNull();
  });
});

describe('a plan without support', () => {
  const jobRoles = ['own'] as readonly string[] as readonly JobRoleKey[];
  const fields = ['MENTOR', 'DEPLOYMENT_DATE', 'PROTECTED_TIME'] as const;
  const test: ClarityTest = { type: 'PLAN_FIELDS', tracks: ['HYBRID'], jobRoles, fields, minProtectedTime: 0.5 };
  const full = { mentor: 'A mentor', deploymentDate: '2025-09-01', protectedTimeShare: 0.5 };
  const planned = (plan: ClaritySubject['plan'], change: Partial<ClaritySubject> = {}) =>
    subject({}, { track: 'HYBRID', plan, ...change });

  it('is found with the fields that are missing or too small', () => {
    expect(review(test, planned({ mentor: ' ', deploymentDate: null, protectedTimeShare: 0.4 }))).toMatchObject({
      skills: [],
      facts: { missing: fields, protectedTimeShare: 0.4, minProtectedTime: 0.5 },
    });
    expect(review(test, planned({ ...full, protectedTimeShare: null }))).toMatchObject({
      facts: { missing: ['PROTECTED_TIME'], protectedTimeShare: null },
    });
  });

  it('is not found in a full plan, in a definition without a plan, or for a job role that is not meant', () => {
    expect(review(test, planned(full))).toBeNull();
    expect(review(test, planned(null))).toBeNull();
    const empty = { mentor: null, deploymentDate: null, protectedTimeShare: null };
    expect(review(test, planned(empty, { jobRole: 'another' as JobRoleKey }))).toBeNull();
    expect(review(test, planned(empty, { jobRole: null }))).toBeNull();
    expect(review(test, planned(empty, { track: 'RESEARCH' }))).toBeNull();
  });

  it('is looked for in every job role of the track when none is named', () => {
    const any: ClarityTest = { ...test, jobRoles: [], fields: ['MENTOR'] };
    const plan = { mentor: null, deploymentDate: null, protectedTimeShare: null };
    expect(review(any, planned(plan, { jobRole: null }))).toMatchObject({ facts: { missing: ['MENTOR'] } });
  });
});

describe('the clarity review', () => {
  it('gives findings in the order of the rules, and none without rules', () => {
    const always: ClarityTest = { type: 'UNICORN', maxMust: 0, level: 5, count: 9, left: [], right: [] };
    const rules = ['b', 'a'].map((name) => ({ ...rule(always), key: name as ClarityRuleKey }));
    const unclear = subject({ stats: [1, 'must'] });
    expect(reviewClarity(rules, unclear).map((one) => one.rule)).toEqual(['b', 'a']);
    expect(reviewClarity([], unclear)).toEqual([]);
  });
});
