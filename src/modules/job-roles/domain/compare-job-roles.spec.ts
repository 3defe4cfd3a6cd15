/** Why this file exists: the two jobs are told apart by this comparison; it must neither blur nor invent a difference. */
import fc from 'fast-check';
import type { Level, SkillKey } from '../../frameworks/index.js';
import { compareJobRoles, type ComparedJobRole } from './compare-job-roles.js';

type Asked = Readonly<Record<string, readonly [level: Level, weight: number, must?: 'must']>>;
const side = (asked: Asked, duties: Partial<ComparedJobRole> = {}): ComparedJobRole => ({
  mission: '',
  outcomesIn12Months: [],
  owns: [],
  doesNotOwn: [],
  requirements: Object.entries(asked).map(([skill, [level, weight, must]]) => ({
    skill: skill as SkillKey,
    level,
    weight,
    isMustHave: must !== undefined,
    minEvidenceClass: 1,
    stages: [],
  })),
  ...duties,
});
const affinity = new Map([
  ['stats' as SkillKey, { research: 1, production: 0.2 }],
  ['serving' as SkillKey, { research: 0, production: 1 }],
]);

describe('the comparison of two job roles', () => {
  const left = side({ stats: [4, 5, 'must'], python: [2, 2] });
  const right = side({ serving: [3, 4, 'must'], python: [3, 5, 'must'], api: [1, 1] });

  it('shows shared skills with both levels, and the others on their side, by key', () => {
    const comparison = compareJobRoles(left, right, affinity);
    expect(comparison.shared).toEqual([
      { skill: 'python', leftLevel: 2, rightLevel: 3, difference: 1, isLeftMustHave: false, isRightMustHave: true },
    ]);
    expect(comparison.onlyLeft).toEqual([{ skill: 'stats', level: 4, isMustHave: true }]);
    expect(comparison.onlyRight.map((one) => one.skill)).toEqual(['api', 'serving']);
  });

  it('shares as much as the lower levels are of the higher ones', () => {
    // python 2 of 3; stats 0 of 4; serving 0 of 3; api 0 of 1: 2 / 11
    expect(compareJobRoles(left, right, affinity).overlapShare).toBeCloseTo(2 / 11, 12);
  });

  it('sums the demand per track and side; a skill without affinity adds nothing', () => {
    // left: stats 4·5·1 = 20 research, 4·5·.2 = 4 production; right: serving 3·4·1 = 12 production
    expect(compareJobRoles(left, right, affinity).demand).toEqual({
      left: { research: 20, production: 4 },
      right: { research: 0, production: 12 },
    });
  });

  it('tells duties apart by their words, without regard to case and spacing', () => {
    const ours = side(
      {},
      { owns: ['On-call  rota', 'Study design'], doesNotOwn: ['Releases'], outcomesIn12Months: ['A'] },
    );
    const theirs = side({}, { owns: ['Releases', 'on-call rota '], doesNotOwn: [], outcomesIn12Months: ['a', 'B'] });
    expect(compareJobRoles(ours, theirs, affinity).duties).toEqual({
      owns: { shared: ['On-call  rota'], onlyLeft: ['Study design'], onlyRight: ['Releases'] },
      doesNotOwn: { shared: [], onlyLeft: ['Releases'], onlyRight: [] },
      outcomesIn12Months: { shared: ['A'], onlyLeft: [], onlyRight: ['B'] },
    });
  });

  it('has no overlap to tell when neither side asks for anything, and none when one side does', () => {
    expect(compareJobRoles(side({}), side({}), affinity).overlapShare).toBeNull();
    expect(compareJobRoles(left, side({}), affinity).overlapShare).toBe(0);
  });

  const someSide = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 5 }))
    .map((levels) => side(Object.fromEntries(Object.entries(levels).map(([key, n]) => [key, [n as Level, 1]]))));

  it('is the same seen from the other side, and complete', () => {
    fc.assert(
      fc.property(someSide, someSide, (one, other) => {
        const [there, back] = [compareJobRoles(one, other, affinity), compareJobRoles(other, one, affinity)];
        expect(back.onlyLeft).toEqual(there.onlyRight);
        expect(back.overlapShare).toBe(there.overlapShare);
        expect(back.shared.map((skill) => 0 - skill.difference)).toEqual(there.shared.map((skill) => skill.difference));
        expect(there.shared.length + there.onlyLeft.length).toBe(one.requirements.length);
        expect(compareJobRoles(one, one, affinity).overlapShare ?? 1).toBe(1);
      }),
    );
  });
});
