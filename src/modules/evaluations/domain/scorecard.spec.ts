/** Why this file exists: a scorecard cannot be overwritten or unlocked; each way of trying is tried here. */
import type { Level } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import {
  changedInput as changed,
  completeInput as complete,
  draftCard,
  kitItem,
  notAssessed,
  person,
  rated,
  screenFrame as frame,
  smallKit,
  submittedCard,
} from './evaluation.fixture.js';
import {
  amendScorecard,
  entersFigures,
  isInfluenced,
  latestContent,
  openScorecard,
  recordRemoval,
  saveDraft,
  SCORECARD_STATES,
  SCORECARD_TRANSITIONS,
  submitScorecard,
} from './scorecard.js';
import type { RatingInput, Scorecard, ScorecardActor, ScorecardId, ScorecardInput } from './scorecard.js';

const at = '2026-03-12T11:00:00.000Z';
const ana: ScorecardActor = { person: person('ana'), isConflicted: false };
const withRatings = (...ratings: readonly RatingInput[]): ScorecardInput => ({ ...complete, ratings });
const refusal = (result: ReturnType<typeof saveDraft>) => (result.ok ? null : result.problem);
const submitted = submittedCard('ana', complete);
const amendment = { ...changed(0, { level: 2 }), reason: 'Mixed up two candidates', at, afterSeeingOthers: false };

describe('a new scorecard', () => {
  it('is an empty draft', () => {
    const seat = {
      id: 's-1' as ScorecardId,
      application: 'a-1' as Id<'Application'>,
      interview: draftCard('ana').interview,
      author: person('ana'),
      seat: 'SHADOW' as const,
      afterSeeingOthers: true,
    };
    expect(openScorecard(seat)).toEqual({
      ...seat,
      state: 'DRAFT',
      content: { ratings: [], verdict: null },
      submittedAt: null,
      amendments: [],
      removal: null,
    });
  });
});

describe('saving a draft', () => {
  it('allows every kind of gap', () => {
    const gaps: ScorecardInput = {
      verdict: null,
      ratings: [
        { ...rated('feed', 'pipelines', 3), evidence: '' },
        { ...rated('feed', 'sql', 1), level: null, evidence: 'to be rated' },
      ],
    };
    expect(saveDraft(draftCard('ana'), gaps, frame, ana)).toEqual({
      ok: true,
      value: draftCard('ana', { content: gaps as Scorecard['content'] }),
    });
    expect(saveDraft(draftCard('ana'), { verdict: null, ratings: [] }, frame, ana).ok).toBe(true);
  });

  it('replaces the draft before', () => {
    const before = draftCard('ana', { content: { ratings: [notAssessed('feed', 'sql')], verdict: 'NO' } });
    const result = saveDraft(before, complete, frame, ana);
    expect(result.ok && result.value.content).toEqual(complete);
  });

  it.each([0, 6, 2.5, -1, Number.NaN])('refuses the level %p', (level) => {
    expect(saveDraft(draftCard('ana'), changed(1, { level }), frame, ana)).toMatchObject({
      ok: false,
      problem: { code: 'RATING_OUT_OF_RANGE', field: 'ratings.1.level', itemKey: 'feed', skill: 'sql' },
    });
  });

  it('refuses a rating that the plan does not ask for', () => {
    for (const rating of [rated('build', 'testing', 3), rated('serve', 'sql', 3), rated('ghost', 'sql', 3)]) {
      const result = saveDraft(draftCard('ana'), withRatings(...complete.ratings, rating), frame, ana);
      expect(refusal(result)).toMatchObject({ code: 'RATING_NOT_PLANNED', field: 'ratings.3' });
    }
  });

  it('refuses the same skill twice on one item', () => {
    const result = saveDraft(draftCard('ana'), withRatings(...complete.ratings, rated('feed', 'sql', 2)), frame, ana);
    expect(refusal(result)).toMatchObject({ code: 'RATING_TWICE', field: 'ratings.3' });
  });

  it('refuses a level that is also not assessed', () => {
    const result = saveDraft(draftCard('ana'), changed(0, { notAssessed: true }), frame, ana);
    expect(refusal(result)).toMatchObject({ code: 'LEVEL_AND_NOT_ASSESSED', field: 'ratings.0.notAssessed' });
  });

  it('refuses a level that the item does not describe', () => {
    const kit = {
      ...smallKit,
      items: [kitItem('feed', 'screen', ['pipelines', 'sql'], { anchors: ['a', 'b', 'c', ' '] })],
    };
    for (const level of [4, 5]) {
      const result = saveDraft(draftCard('ana'), withRatings(rated('feed', 'sql', level)), { ...frame, kit }, ana);
      expect(refusal(result)).toMatchObject({ code: 'ANCHOR_MISSING', field: 'ratings.0.level' });
    }
    expect(saveDraft(draftCard('ana'), withRatings(rated('feed', 'sql', 3)), { ...frame, kit }, ana).ok).toBe(true);
  });
});

describe('a submitted scorecard', () => {
  it('is the end of the states', () => {
    expect(SCORECARD_STATES.map((state) => SCORECARD_TRANSITIONS[state])).toEqual([['SUBMITTED'], []]);
  });

  it('is locked against saving and submitting again', () => {
    for (const result of [saveDraft(submitted, complete, frame, ana), submitScorecard(submitted, frame, ana, at)]) {
      expect(refusal(result)).toMatchObject({ code: 'SCORECARD_LOCKED' });
    }
  });

  it('is amended beside the original, which stays', () => {
    const result = amendScorecard(submitted, amendment, frame, ana);
    if (!result.ok) throw new Error(result.problem.message);
    expect(result.value.content).toEqual(submitted.content);
    expect(result.value.state).toBe('SUBMITTED');
    expect(result.value.amendments).toEqual([
      {
        content: { verdict: 'YES', ratings: amendment.ratings },
        reason: 'Mixed up two candidates',
        at,
        afterSeeingOthers: false,
      },
    ]);
    expect(latestContent(result.value).ratings[0]?.level).toBe(2);
    expect(isInfluenced(result.value)).toBe(false);
  });

  it('keeps every amendment, oldest first', () => {
    const once = amendScorecard(submitted, amendment, frame, ana);
    const again = { ...complete, reason: 'It was right before', at, afterSeeingOthers: true };
    const twice = once.ok ? amendScorecard(once.value, again, frame, ana) : once;
    expect(twice.ok && twice.value.amendments.map((one) => one.reason)).toEqual([
      'Mixed up two candidates',
      'It was right before',
    ]);
    expect(twice.ok && latestContent(twice.value).ratings[0]?.level).toBe(3);
  });

  it('marks an amendment made after others could be seen', () => {
    const result = amendScorecard(submitted, { ...amendment, afterSeeingOthers: true }, frame, ana);
    expect(result.ok && isInfluenced(result.value)).toBe(true);
  });

  it('stays marked when its seat was given after others could be seen', () => {
    const late = { ...submitted, afterSeeingOthers: true };
    expect(isInfluenced(late)).toBe(true);
    const result = amendScorecard(late, amendment, frame, ana);
    expect(result.ok && result.value.amendments[0]?.afterSeeingOthers).toBe(true);
  });

  it.each(['', '    ', 'a b c', 'four'])('is not amended for the reason %p', (reason) => {
    expect(refusal(amendScorecard(submitted, { ...amendment, reason }, frame, ana))).toMatchObject({
      code: 'EVALUATION_REASON_TOO_SHORT',
      field: 'reason',
    });
  });

  it('is amended for a reason of five characters', () => {
    expect(amendScorecard(submitted, { ...amendment, reason: 'mixed' }, frame, ana).ok).toBe(true);
  });

  it('is not amended into an incomplete or dummy one', () => {
    const emptied = { ...amendment, ratings: [] };
    expect(refusal(amendScorecard(submitted, emptied, frame, ana))).toMatchObject({ code: 'RATING_MISSING' });
    const withoutNote = { ...amendment, ...changed(0, { evidence: '' }) };
    expect(refusal(amendScorecard(submitted, withoutNote, frame, ana))).toMatchObject({ code: 'EVIDENCE_TOO_SHORT' });
    const badLevel = { ...amendment, ...changed(0, { level: 6 }) };
    expect(refusal(amendScorecard(submitted, badLevel, frame, ana))).toMatchObject({ code: 'RATING_OUT_OF_RANGE' });
  });

  it('is not amended without a change, whatever the order of the ratings', () => {
    const same = { ...amendment, ratings: complete.ratings.toReversed() };
    expect(refusal(amendScorecard(submitted, same, frame, ana))).toMatchObject({ code: 'AMENDMENT_CHANGES_NOTHING' });
  });
});

describe('a draft', () => {
  it('is not amended', () => {
    expect(refusal(amendScorecard(draftCard('ana'), amendment, frame, ana))).toMatchObject({
      code: 'SCORECARD_NOT_SUBMITTED',
    });
  });
});

describe('who may write a scorecard', () => {
  const drafts = draftCard('ana', { content: submitted.content });
  const tries = (actor: ScorecardActor, change: Partial<Scorecard> = {}) => [
    saveDraft({ ...drafts, ...change }, complete, frame, actor),
    submitScorecard({ ...drafts, ...change }, frame, actor, at),
    amendScorecard({ ...submitted, ...change }, amendment, frame, actor),
  ];

  it('is its author', () => {
    expect(tries(ana).map((result) => result.ok)).toEqual([true, true, true]);
  });

  it('is nobody else', () => {
    for (const result of tries({ person: person('ben'), isConflicted: false })) {
      expect(refusal(result)).toMatchObject({ code: 'NOT_THE_AUTHOR' });
    }
  });

  it('is not an author with a conflict of interest', () => {
    for (const result of tries({ ...ana, isConflicted: true })) {
      expect(refusal(result)).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
    }
  });

  it('is not an author who was removed from the panel', () => {
    const removal = { by: person('boss'), at, reason: 'Left the company', counts: true };
    for (const result of tries(ana, { removal })) expect(refusal(result)).toMatchObject({ code: 'REMOVED_FROM_PANEL' });
  });
});

describe('removal from the panel', () => {
  const removal = { by: person('boss'), at, reason: 'Left the company', counts: true };
  const removed = (card: Scorecard, counts: boolean): Scorecard => {
    const result = recordRemoval(card, { ...removal, counts });
    if (!result.ok) throw new Error(result.problem.message);
    return result.value;
  };

  it('keeps the scorecard and records whether it counts', () => {
    expect(removed(submitted, true)).toEqual({ ...submitted, removal });
    expect(recordRemoval(submitted, { ...removal, reason: 'moved' }).ok).toBe(true);
    expect([entersFigures(removed(submitted, true)), entersFigures(removed(submitted, false))]).toEqual([true, false]);
  });

  it('never lets a draft count', () => {
    expect(removed(draftCard('ana'), true).removal?.counts).toBe(false);
  });

  it('needs a reason and happens once', () => {
    expect(refusal(recordRemoval(submitted, { ...removal, reason: 'gone' }))).toMatchObject({
      code: 'EVALUATION_REASON_TOO_SHORT',
      field: 'reason',
    });
    expect(refusal(recordRemoval(removed(submitted, true), removal))).toMatchObject({ code: 'REMOVED_FROM_PANEL' });
  });
});

describe('what enters figures', () => {
  it('is submitted and by a rater', () => {
    expect(entersFigures(submitted)).toBe(true);
    expect(isInfluenced(submitted)).toBe(false);
    expect(entersFigures(draftCard('ana'))).toBe(false);
    expect(entersFigures({ ...submitted, seat: 'SHADOW' })).toBe(false);
  });

  it('is what the author says now', () => {
    const content = { verdict: 'NO' as const, ratings: [{ ...notAssessed('feed', 'sql'), level: 2 as Level }] };
    const card = { ...submitted, amendments: [{ content, reason: 'because', at, afterSeeingOthers: false }] };
    expect(latestContent(card)).toBe(content);
    expect(latestContent(submitted)).toBe(submitted.content);
  });
});
