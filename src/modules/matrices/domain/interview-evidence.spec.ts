/** Why this file exists: the first levels of a hire come from this rule, so each step of it is worked by hand. */
import fc from 'fast-check';
import type { EvidenceType, EvidenceTypeKey, Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { interviewEvidence } from './interview-evidence.js';
import type { RatedItemKind, SubmittedRating } from './interview-evidence.js';

const drift = 'drift-monitoring' as SkillKey;
const type = (key: string, strength: EvidenceType['strength'], maxLevel: Level): EvidenceType => ({
  key: key as EvidenceTypeKey,
  name: key,
  strength,
  maxLevel,
  freshMonths: 12,
  verifiedBy: 'x',
  note: '',
});
const TYPES = { rating: type('interview-rating', 3, 4), workSample: type('work-sample-score', 4, 4) };
const rated = (
  interviewer: string,
  rating: Level | null,
  itemKind: RatedItemKind = 'QUESTION',
  item = 'i1',
): SubmittedRating => ({ skill: drift, item, itemKind, interviewerId: interviewer as Id<'Person'>, rating });
const evidence = (ratings: readonly SubmittedRating[], required: Level | null, types = TYPES) =>
  interviewEvidence(ratings, required === null ? new Map() : new Map([[drift, required]]), types);
const levelOf = (ratings: readonly SubmittedRating[], required: Level) =>
  evidence(ratings, required).carried[0]?.level ?? null;

describe('one rating', () => {
  test.each<[Level, Level, Level | null]>([
    [5, 3, 3],
    [4, 3, 3],
    [3, 3, 3],
    [2, 3, 2],
    [1, 3, null],
    [3, 1, 1],
    [2, 1, null],
    [2, 2, 1],
  ])('of %i where %i is required carries %p', (rating, required, level) => {
    expect(levelOf([rated('ida', rating)], required)).toBe(level);
  });

  test('is capped at what its evidence type can carry', () => {
    expect(levelOf([rated('ida', 5)], 5)).toBe(4);
    const weak = { ...TYPES, rating: type('interview-rating', 3, 2) };
    expect(evidence([rated('ida', 3)], 3, weak).carried[0]?.level).toBe(2);
  });
});

describe('several ratings', () => {
  test.each<[readonly Level[], Level | null]>([
    [[3, 2], 2], // carried 3 and 2, lower of the two middle ones 2
    [[3, 1], null], // 3 and 0, lower 0
    [[3, 1, 3], 3], // 0 3 3, middle 3
    [[2, 1, 3], 2], // 0 2 3, middle 2
    [[1, 1, 5], null], // 0 0 3, middle 0
    [[5, 4, 2, 2], 2], // 2 2 3 3, lower middle 2
  ])('of %j where 3 is required carry %p', (ratings, level) => {
    const given = ratings.map((rating, index) => rated(`r${index}`, rating));
    expect(levelOf(given, 3)).toBe(level);
  });

  test('that say not assessed are left out of the median, the raters and the record', () => {
    const [carried] = evidence([rated('ida', null), rated('bo', 3)], 3).carried;
    expect(carried).toMatchObject({ level: 3, raters: ['bo'] });
    expect(carried?.ratings).toEqual([rated('bo', 3)]);
  });

  test('carry the same in any order', () => {
    const rating = fc.record({
      interviewer: fc.constantFrom('a', 'b', 'c'),
      rating: fc.option(fc.constantFrom<Level>(1, 2, 3, 4, 5)),
      kind: fc.constantFrom<RatedItemKind>('QUESTION', 'WORK_SAMPLE'),
    });
    const ratings = fc.array(rating, { maxLength: 8 });
    fc.assert(
      fc.property(
        ratings.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.constantFrom<Level>(1, 2, 3, 4, 5),
        (pair, required) => {
          const [one, other] = pair.map((all) =>
            evidence(
              all.map(({ interviewer, rating: given, kind }) => rated(interviewer, given, kind)),
              required,
            ).carried.map(({ level, evidenceType, raters }) => ({ level, evidenceType, raters })),
          );
          expect(other).toEqual(one);
          expect(one?.every(({ level }) => level >= 1 && level <= Math.min(required, 4))).toBe(true);
        },
      ),
    );
  });
});

describe('the evidence type', () => {
  test('is a scored work sample when two different raters rated one', () => {
    const two = [rated('ida', 3, 'WORK_SAMPLE'), rated('bo', 3, 'WORK_SAMPLE', 'i2'), rated('cy', 3)];
    expect(evidence(two, 3).carried[0]).toMatchObject({
      evidenceType: 'work-sample-score',
      raters: ['bo', 'cy', 'ida'],
    });
  });

  test('is an interview rating when one rater rated two work samples, or the second did not assess it', () => {
    const same = [rated('ida', 3, 'WORK_SAMPLE'), rated('ida', 3, 'WORK_SAMPLE', 'i2'), rated('bo', 3)];
    const absent = [rated('ida', 3, 'WORK_SAMPLE'), rated('bo', null, 'WORK_SAMPLE')];
    for (const ratings of [same, absent])
      expect(evidence(ratings, 3).carried[0]?.evidenceType).toBe('interview-rating');
  });

  test('decides the cap', () => {
    const types = { rating: type('interview-rating', 3, 2), workSample: type('work-sample-score', 4, 3) };
    const two = [rated('ida', 3, 'WORK_SAMPLE'), rated('bo', 3, 'WORK_SAMPLE')];
    expect(evidence(two, 4, types).carried[0]?.level).toBe(3);
    expect(evidence(two.slice(0, 1), 4, types).carried[0]?.level).toBe(2);
  });
});

describe('a skill that carries nothing', () => {
  test('says that its ratings were too low, and keeps them', () => {
    expect(evidence([rated('ida', 1)], 3)).toEqual({
      carried: [],
      nothing: [
        {
          skill: drift,
          reason: 'BELOW_WHAT_COUNTS',
          message: expect.stringContaining('do not show a level'),
          ratings: [rated('ida', 1)],
        },
      ],
    });
  });

  test('says that nobody rated it, whether nobody tried or all said not assessed', () => {
    expect(evidence([], 3).nothing).toMatchObject([{ skill: drift, reason: 'NOT_ASSESSED' }]);
    expect(evidence([rated('ida', null)], 3).nothing).toMatchObject([{ reason: 'NOT_ASSESSED', ratings: [] }]);
  });

  test('says that the requisition does not ask for it', () => {
    expect(evidence([rated('ida', 5)], null).nothing).toMatchObject([{ skill: drift, reason: 'NOT_REQUIRED' }]);
  });
});

test('skills come sorted, each in one list only', () => {
  const other = (skill: string, rating: Level) => ({ ...rated('ida', rating), skill: skill as SkillKey });
  const required = new Map<SkillKey, Level>([
    ['c' as SkillKey, 2],
    ['b' as SkillKey, 2],
    ['a' as SkillKey, 2],
  ]);
  const result = interviewEvidence([other('c', 3), other('a', 3), other('b', 1)], required, TYPES);
  expect(result.carried.map(({ skill }) => skill)).toEqual(['a', 'c']);
  expect(result.nothing.map(({ skill }) => skill)).toEqual(['b']);
});
