/** Why this file exists: a comparison of two versions of a job role names each difference once and nothing else. */
import fc from 'fast-check';
import type { Level, SkillKey } from '../../frameworks/index.js';
import { diffJobRoleVersions, type JobRoleContent } from './diff-job-role-versions.js';
import type { Requirement } from './requirement.js';

const asks = (skill: string, level: Level = 2, rest: Partial<Requirement> = {}): Requirement => ({
  skill: skill as SkillKey,
  level,
  weight: 3,
  isMustHave: false,
  minEvidenceClass: 2,
  stages: ['screen'],
  ...rest,
});
const content = (rest: Partial<JobRoleContent> = {}): JobRoleContent => ({
  title: 'Engineer',
  mission: 'Runs models.',
  outcomesIn12Months: ['one', 'two'],
  owns: [],
  doesNotOwn: [],
  kitKey: null,
  timeBox: null,
  entryRequirements: [],
  requirements: [asks('ci-cd'), asks('statistics')],
  ...rest,
});

describe('the difference of two versions', () => {
  it('names what was added, removed and changed, by skill, with the parts that differ', () => {
    const before = content();
    const after = content({
      requirements: [asks('statistics', 3, { isMustHave: true, stages: ['panel', 'screen'] }), asks('api-design')],
    });
    expect(diffJobRoleVersions(before, after)).toEqual({
      isEmpty: false,
      added: [asks('api-design')],
      removed: [asks('ci-cd')],
      changed: [
        {
          before: asks('statistics'),
          after: asks('statistics', 3, { isMustHave: true, stages: ['panel', 'screen'] }),
          parts: ['LEVEL', 'MUST_HAVE', 'STAGES'],
        },
      ],
      texts: [],
    });
  });

  it('shows changed texts as lines, in a fixed order, and an absent text as no line', () => {
    const after = content({
      timeBox: '12 to 18 months',
      title: 'Senior Engineer',
      outcomesIn12Months: ['two', 'one'],
      entryRequirements: [{ skill: 'ci-cd' as SkillKey, level: 1 }],
    });
    expect(diffJobRoleVersions(content(), after).texts).toEqual([
      { part: 'TITLE', before: ['Engineer'], after: ['Senior Engineer'] },
      { part: 'OUTCOMES', before: ['one', 'two'], after: ['two', 'one'] },
      { part: 'TIME_BOX', before: [], after: ['12 to 18 months'] },
      { part: 'ENTRY_REQUIREMENTS', before: [], after: ['ci-cd 1'] },
    ]);
  });

  it('takes the order of requirements, stages and entry requirements for no difference', () => {
    const entry = [
      { skill: 'a' as SkillKey, level: 1 as Level },
      { skill: 'b' as SkillKey, level: 2 as Level },
    ];
    const stages = ['panel', 'screen'];
    const before = content({ entryRequirements: entry, requirements: [asks('a', 1, { stages }), asks('b')] });
    const after = content({
      entryRequirements: entry.toReversed(),
      requirements: [asks('b'), asks('a', 1, { stages: stages.toReversed() })],
    });
    expect(diffJobRoleVersions(before, after).isEmpty).toBe(true);
  });

  const requirement = fc.record({
    skill: fc.constantFrom('a', 'b', 'c', 'd').map((key) => key as SkillKey),
    level: fc.constantFrom<Level>(1, 2, 3, 4, 5),
    weight: fc.integer({ min: 1, max: 5 }),
    isMustHave: fc.boolean(),
    minEvidenceClass: fc.constantFrom<Level>(1, 2, 3, 4, 5),
    stages: fc.subarray(['screen', 'panel']),
  });
  const list = fc.uniqueArray(requirement, { selector: (one) => one.skill });

  it('turns the old requirements into the new ones when it is applied', () => {
    fc.assert(
      fc.property(list, list, (old, fresh) => {
        const { added, removed, changed } = diffJobRoleVersions(
          content({ requirements: old }),
          content({ requirements: fresh }),
        );
        const result = new Map(old.map((one) => [one.skill, one as Requirement]));
        for (const one of removed) result.delete(one.skill);
        for (const one of [...added, ...changed.map((c) => c.after)]) result.set(one.skill, one);
        const bySkill = (a: Requirement, b: Requirement) => (a.skill < b.skill ? -1 : 1);
        expect([...result.values()].sort(bySkill)).toEqual([...fresh].sort(bySkill));
      }),
    );
  });
});
