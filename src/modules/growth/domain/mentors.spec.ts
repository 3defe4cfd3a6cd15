/** Why this file exists: who is offered as a mentor, in which order and why, and that nobody is left out without a reason. */
import fc from 'fast-check';
import type { Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { suggestMentors } from './mentors.js';
import type { MentorCandidate, MentorNeed } from './mentors.js';

const drift = 'drift-monitoring' as SkillKey;
const blue = 'blue' as Id<'Team'>;
const red = 'red' as Id<'Team'>;
const learner = { personId: 'ana' as Id<'Person'>, managerId: 'max' as Id<'Person'>, teamId: blue };
const need: MentorNeed = { skill: drift, from: 1, to: 2 };
const someone = (name: string, level: Level | null, over: Partial<MentorCandidate> = {}): MentorCandidate => ({
  personId: name as Id<'Person'>,
  teamId: red,
  level,
  capacityLeft: 1,
  isAvailable: true,
  ...over,
});
const order = (candidates: readonly MentorCandidate[], what = need) =>
  suggestMentors(what, learner, candidates).suggested.map(({ personId }) => personId);
const why = (candidate: MentorCandidate, what = need) =>
  suggestMentors(what, learner, [candidate]).excluded[0]?.reasons.map(({ code }) => code);

describe('the order', () => {
  test('puts two levels above first, then three and four, then one', () => {
    const all = [someone('two', 2), someone('five', 5), someone('three', 3), someone('four', 4)];
    expect(order(all)).toEqual(['three', 'four', 'five', 'two']);
  });

  test('then goes by capacity left, then other teams before the same one, then by id', () => {
    const all = [
      someone('d', 3, { teamId: blue }),
      someone('c', 3),
      someone('b', 3),
      someone('a', 3, { teamId: blue, capacityLeft: 2 }),
      someone('e', 3, { teamId: null }),
    ];
    expect(order(all)).toEqual(['a', 'b', 'c', 'e', 'd']);
  });

  test('nobody shares a team with a learner who has none', () => {
    const alone = { ...learner, teamId: null };
    const { suggested } = suggestMentors(need, alone, [someone('b', 3, { teamId: null })]);
    expect(suggested[0]?.reasons).toContain('brings a view from outside the team');
  });

  test('comes with its reasons in words', () => {
    expect(
      suggestMentors(need, learner, [someone('c', 3, { capacityLeft: 2 }), someone('d', 2, { teamId: blue })])
        .suggested,
    ).toEqual([
      {
        personId: 'c',
        level: 3,
        gap: 2,
        capacityLeft: 2,
        reasons: [
          'holds drift-monitoring at level 3, 2 levels above the learner',
          'can take 2 more people',
          'brings a view from outside the team',
        ],
      },
      {
        personId: 'd',
        level: 2,
        gap: 1,
        capacityLeft: 1,
        reasons: [
          'holds drift-monitoring at level 2, 1 level above the learner',
          'can take 1 more person',
          'is on the same team',
        ],
      },
    ]);
  });
});

describe('somebody is left out', () => {
  test.each<[string, MentorCandidate, readonly string[]]>([
    ['as the learner', someone('ana', 4), ['IS_THE_LEARNER']],
    ['as the manager of the learner', someone('max', 4), ['IS_THE_MANAGER']],
    ['without a verified level', someone('b', null), ['LEVEL_UNKNOWN']],
    ['at the level of the learner', someone('b', 1), ['LEVEL_TOO_LOW']],
    ['when not available', someone('b', 4, { isAvailable: false }), ['NOT_AVAILABLE']],
    ['without capacity', someone('b', 4, { capacityLeft: 0 }), ['NO_CAPACITY']],
    [
      'for every reason that applies',
      someone('max', 1, { isAvailable: false, capacityLeft: -1 }),
      ['IS_THE_MANAGER', 'LEVEL_TOO_LOW', 'NOT_AVAILABLE', 'NO_CAPACITY'],
    ],
  ])('%s', (_, candidate, reasons) => {
    expect(order([candidate])).toEqual([]);
    expect(why(candidate)).toEqual(reasons);
  });

  test('when two levels above, but below the level to reach', () => {
    const far: MentorNeed = { skill: drift, from: 1, to: 4 };
    expect(why(someone('b', 3), far)).toEqual(['LEVEL_TOO_LOW']);
    expect(order([someone('b', 4)], far)).toEqual(['b']);
  });
});

test('a step from nothing to level 1 may be guided by somebody at level 1', () => {
  expect(order([someone('one', 1), someone('two', 2)], { skill: drift, from: 0, to: 1 })).toEqual(['two', 'one']);
});

test('everybody is either suggested or left out, and the order of the people does not matter', () => {
  const person = fc.record({
    level: fc.option(fc.constantFrom<Level>(1, 2, 3, 4, 5)),
    teamId: fc.option(fc.constantFrom(blue, red)),
    capacityLeft: fc.integer({ min: 0, max: 2 }),
    isAvailable: fc.boolean(),
  });
  const people = fc
    .array(person, { maxLength: 8 })
    .map((all) => all.map((one, id) => someone(`p${id}`, one.level, one)));
  fc.assert(
    fc.property(
      people.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const { suggested, excluded } = suggestMentors(need, learner, all);
        expect(suggested.length + excluded.length).toBe(all.length);
        expect(excluded.every(({ reasons }) => reasons.length > 0)).toBe(true);
        expect(suggestMentors(need, learner, shuffled).suggested).toEqual(suggested);
      },
    ),
  );
});
