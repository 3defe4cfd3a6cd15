/** Why this file exists: the comparison is arithmetic that can be followed by hand; it ranks nobody and hides no gap. */
import fc from 'fast-check';
import type { Level } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { compareCandidates, levelCarriedBy } from './comparison.js';
import type { ComparedRequirement } from './comparison.js';
import { draftCard, notAssessed, rated, skill, submittedCard } from './evaluation.fixture.js';
import type { RatingInput, Scorecard, Verdict } from './scorecard.js';

const asks = (key: string, level: Level, weight: number, isMustHave: boolean): ComparedRequirement => ({
  skill: skill(key),
  name: `Skill ${key}`,
  level,
  weight,
  isMustHave,
});
const requirements = [asks('pipelines', 3, 5, true), asks('serving', 4, 3, true), asks('sql', 2, 2, false)];

const card = (author: string, verdict: Verdict, ...ratings: readonly RatingInput[]): Scorecard =>
  submittedCard(author, { verdict, ratings });
const application = (id: string, scorecards: readonly Scorecard[], appliedAt = '2026-03-01T08:00:00.000Z') => ({
  application: id as Id<'Application'>,
  appliedAt,
  scorecards,
});
const one = (...scorecards: readonly Scorecard[]) => {
  const [compared] = compareCandidates(requirements, [application('a-1', scorecards)]);
  if (compared === undefined) throw new Error('nothing compared');
  return compared;
};

const ana = card('ana', 'YES', rated('feed', 'pipelines', 4), rated('serve', 'serving', 2), notAssessed('feed', 'sql'));
const ben = card('ben', 'NO', rated('build', 'pipelines', 2), rated('design', 'serving', 3));

describe('the level that ratings carry', () => {
  it.each<[readonly Level[], Level, number | null]>([
    [[3], 4, 4], // meets the bar of the rung: the required level
    [[5], 2, 2], // above the bar: not more than was asked for
    [[2], 4, 3], // one below
    [[2], 1, 0], // one below level 1 is nothing, but it was assessed
    [[1], 4, 0],
    [[], 4, null], // not assessed is no level at all
    [[2, 4], 3, 2], // lower median of 2 and 4 is 2
    [[4, 3, 2], 3, 3], // median 3
    [[1, 2, 4, 5], 3, 2], // lower median 2
    [[1, 5], 3, 0],
  ])('of %j for required %d is %p', (ratings, required, carried) => {
    expect(levelCarriedBy(ratings, required)).toBe(carried);
  });

  it('never exceeds what is asked, never falls when a rating rises, and ignores their order', () => {
    const level = fc.constantFrom<Level[]>(1, 2, 3, 4, 5);
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 6 }), level, fc.nat(), (ratings, required, pick) => {
        const carried = levelCarriedBy(ratings, required) ?? -1;
        expect(carried).toBeLessThanOrEqual(required);
        expect(levelCarriedBy(ratings.toReversed(), required)).toBe(carried);
        const raised = ratings.with(pick % ratings.length, 5);
        expect(levelCarriedBy(raised, required)).toBeGreaterThanOrEqual(carried);
      }),
    );
  });
});

describe('one candidate', () => {
  it('is shown requirement by requirement with each rating and its author', () => {
    const [pipelines, serving, sql] = one(ben, ana).cells;
    const plain = { isAmended: false, isInfluenced: false };
    expect(pipelines).toEqual({
      skill: 'pipelines',
      requiredLevel: 3,
      isMustHave: true,
      ratings: [
        { interviewer: 'ana', itemKey: 'feed', rating: 4, ...plain },
        { interviewer: 'ben', itemKey: 'build', rating: 2, ...plain },
      ],
      spread: 2,
      needsDiscussion: true,
      carriedLevel: 2, // lower median 2: one below the required 3
      status: 'BELOW',
    });
    // 2 and 3: one point apart, lower median 2, one below the required 4
    expect(serving).toMatchObject({ spread: 1, needsDiscussion: false, carriedLevel: 3, status: 'BELOW' });
    expect(sql).toMatchObject({
      ratings: [],
      spread: null,
      needsDiscussion: false,
      carriedLevel: null,
      status: 'NOT_ASSESSED',
    });
  });

  it('has no spread from a single rating', () => {
    expect(one(ana).cells[0]).toMatchObject({ spread: null, needsDiscussion: false, carriedLevel: 3, status: 'MET' });
  });

  it('has a spread over the items of one interviewer too', () => {
    const both = card('ana', 'YES', rated('feed', 'pipelines', 5), rated('build', 'pipelines', 3, 1));
    expect(one(both).cells[0]).toMatchObject({ spread: 2, needsDiscussion: true });
  });

  it('is summed up with floors first, and with coverage beside the share', () => {
    // pipelines carried 2 of 3 at weight 5, serving 3 of 4 at weight 3, sql not assessed at weight 2
    // share (5·2/3 + 3·3/4) / 8 = (3.3333 + 2.25) / 8; coverage 8/10
    const { fit } = one(ana, ben);
    expect(fit).toEqual({
      floors: '2 must-haves missing: Skill pipelines (shown 2, needs 3), Skill serving (shown 3, needs 4).',
      missingMustHaves: ['pipelines', 'serving'],
      unassessedMustHaves: [],
      mustHaves: 2,
      mustHaveCoverage: 1,
      share: expect.closeTo((10 / 3 + 9 / 4) / 8, 12) as number,
      coverage: 0.8,
    });
  });

  it('tells a missing floor apart from one that was not assessed', () => {
    // pipelines rated 1: carried 0 of 3; must-have weights 5 of 8 assessed
    const { fit } = one(card('ana', 'NO', rated('feed', 'pipelines', 1)));
    expect(fit.floors).toBe(
      '1 must-have missing: Skill pipelines (shown 0, needs 3). 1 must-have not assessed: Skill serving.',
    );
    expect(fit).toMatchObject({
      missingMustHaves: ['pipelines'],
      unassessedMustHaves: ['serving'],
      mustHaveCoverage: 5 / 8,
      share: 0,
      coverage: 0.5,
    });
  });

  it('never buys a missing floor off by strength elsewhere', () => {
    const { fit } = one(
      card('ana', 'YES', rated('feed', 'pipelines', 2), rated('serve', 'serving', 5), rated('feed', 'sql', 5)),
    );
    expect(fit.floors).toBe('1 must-have missing: Skill pipelines (shown 2, needs 3).');
    expect(fit.share).toBeLessThan(1);
  });

  it('with every floor met is told so', () => {
    const { fit } = one(card('ana', 'YES', rated('feed', 'pipelines', 3), rated('serve', 'serving', 4)));
    expect(fit.floors).toBe('All must-haves met (2).');
    expect(fit).toMatchObject({ share: 1, coverage: 0.8, mustHaveCoverage: 1 });
  });

  it('whom nobody has rated has no share, and no zero in its place', () => {
    const { fit, cells, verdicts } = one();
    expect(fit).toEqual({
      floors: '2 must-haves not assessed: Skill pipelines, Skill serving.',
      missingMustHaves: [],
      unassessedMustHaves: ['pipelines', 'serving'],
      mustHaves: 2,
      mustHaveCoverage: 0,
      share: null,
      coverage: 0,
    });
    expect(cells.map((cell) => cell.status)).toEqual(['NOT_ASSESSED', 'NOT_ASSESSED', 'NOT_ASSESSED']);
    expect(verdicts).toEqual([]);
  });

  it('of a job role without requirements or must-haves has no coverage of must-haves', () => {
    const [bare] = compareCandidates([], [application('a-1', [ana])]);
    expect(bare?.fit).toMatchObject({
      floors: 'The job role has no must-haves.',
      mustHaveCoverage: null,
      share: null,
      coverage: 0,
    });
    const [light] = compareCandidates([asks('sql', 2, 2, false)], [application('a-1', [])]);
    expect(light?.fit).toMatchObject({ floors: 'The job role has no must-haves.', mustHaveCoverage: null });
  });

  it('has the verdicts listed by interviewer, not counted', () => {
    expect(one(ben, ana).verdicts).toEqual([
      { interviewer: 'ana', verdict: 'YES', isAmended: false, isInfluenced: false },
      { interviewer: 'ben', verdict: 'NO', isAmended: false, isInfluenced: false },
    ]);
  });
});

describe('what enters the comparison', () => {
  it('is neither a draft, nor a shadow, nor a removed scorecard that was left out', () => {
    const at = '2026-03-13T10:00:00.000Z';
    const removal = { by: ana.author, at, reason: 'Left the company', counts: false };
    const left = { ...ben, removal };
    const shadow: Scorecard = { ...card('zoe', 'STRONG_NO', rated('feed', 'pipelines', 1)), seat: 'SHADOW' };
    const draft = draftCard('dan', { content: ben.content });
    expect(one(ana, left, shadow, draft)).toEqual(one(ana));
    expect(one(ana, { ...ben, removal: { ...removal, counts: true } })).toEqual(one(ana, ben));
  });

  it('is the amended content, marked as such and as influenced', () => {
    const amended: Scorecard = {
      ...ana,
      amendments: [
        {
          content: {
            verdict: 'STRONG_YES',
            ratings: [{ ...notAssessed('feed', 'pipelines'), level: 5, notAssessed: false }],
          },
          reason: 'Found the notes',
          at: '2026-03-13T10:00:00.000Z',
          afterSeeingOthers: true,
        },
      ],
    };
    const { cells, verdicts } = one(amended);
    expect(cells[0]?.ratings).toEqual([
      { interviewer: 'ana', itemKey: 'feed', rating: 5, isAmended: true, isInfluenced: true },
    ]);
    expect(cells[1]?.ratings).toEqual([]);
    expect(verdicts).toEqual([{ interviewer: 'ana', verdict: 'STRONG_YES', isAmended: true, isInfluenced: true }]);
  });

  it('leaves out ratings of skills that the job role does not ask for', () => {
    const extra = card('ana', 'YES', rated('feed', 'pipelines', 3), rated('feed', 'charm', 5));
    expect(one(extra)).toEqual(one(card('ana', 'YES', rated('feed', 'pipelines', 3))));
  });
});

describe('several candidates', () => {
  const strong = application(
    'a-strong',
    [card('ana', 'STRONG_YES', rated('feed', 'pipelines', 5))],
    '2026-03-03T08:00:00.000Z',
  );
  const weak = application(
    'a-weak',
    [card('ana', 'STRONG_NO', rated('feed', 'pipelines', 1))],
    '2026-03-02T08:00:00.000Z',
  );
  const twin = { ...weak, application: 'a-twin' as Id<'Application'> };

  it('come in the order they applied, then by id, whatever their figures', () => {
    const order = compareCandidates(requirements, [strong, weak, twin]).map((compared) => compared.application);
    expect(order).toEqual(['a-twin', 'a-weak', 'a-strong']);
  });
});
