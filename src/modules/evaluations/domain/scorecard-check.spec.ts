/** Why this file exists: a scorecard cannot be emptied or faked to unlock others; each way of trying is tried here. */
import {
  changedInput as changed,
  completeInput as complete,
  draftCard,
  notAssessed,
  person,
  rated,
  screenFrame as frame,
  submittedCard,
} from './evaluation.fixture.js';
import { submitProblems } from './scorecard-check.js';
import { saveDraft, submitScorecard } from './scorecard.js';
import type { RatingInput, Scorecard, ScorecardActor, ScorecardInput } from './scorecard.js';

const at = '2026-03-12T11:00:00.000Z';
const ana: ScorecardActor = { person: person('ana'), isConflicted: false };
const withRatings = (...ratings: readonly RatingInput[]): ScorecardInput => ({ ...complete, ratings });

/** Saves and submits in one go; the refusal of either step is returned. */
const handIn = (input: ScorecardInput, card: Scorecard = draftCard('ana')) => {
  const saved = saveDraft(card, input, frame, ana);
  return saved.ok ? submitScorecard(saved.value, frame, ana, at) : saved;
};
const refusal = (result: ReturnType<typeof handIn>) => (result.ok ? null : result.problem);
const submitted = submittedCard('ana', complete);

describe('submitting', () => {
  it('locks a complete scorecard with its instant', () => {
    const result = handIn(complete);
    expect(result).toEqual({
      ok: true,
      value: draftCard('ana', { state: 'SUBMITTED', submittedAt: at, content: complete as Scorecard['content'] }),
    });
  });

  it('takes all the levels that are described', () => {
    for (const level of [1, 2, 3, 4, 5]) expect(handIn(changed(0, { level })).ok).toBe(true);
  });

  it('refuses a planned rating that is missing', () => {
    expect(refusal(handIn(withRatings(...complete.ratings.slice(0, 2))))).toMatchObject({
      code: 'RATING_MISSING',
      field: 'ratings',
      itemKey: 'serve',
      skill: 'serving',
    });
  });

  it('refuses a rating that is neither a level nor not assessed', () => {
    expect(refusal(handIn(changed(1, { level: null })))).toMatchObject({
      code: 'RATING_MISSING',
      field: 'ratings.1.level',
      skill: 'sql',
    });
  });

  it('refuses a level without a note of twenty characters that can be seen', () => {
    const short = 'Restored the feed late'; // 22 characters, 3 of them blanks: 19 can be seen
    for (const evidence of ['', '   ', short, `${short}\u200b\u200b\u200b\u200b`]) {
      expect(refusal(handIn(changed(1, { evidence })))).toMatchObject({
        code: 'EVIDENCE_TOO_SHORT',
        field: 'ratings.1.evidence',
        atLeast: 20,
      });
    }
    expect(refusal(handIn(changed(1, { evidence: 'abcdefghijklmnopqrs' })))).toMatchObject({ length: 19 });
    expect(handIn(changed(1, { evidence: 'abcdefghijklmnopqrst' })).ok).toBe(true);
  });

  it.each([
    'aaaaaaaaaaaaaaaaaaaaaaaaa',
    'xyxyxyxyxyxyxyxyxyxyxyxy',
    '1234567890 1234567890 1234567890',
    '-=+*/ -=+*/ -=+*/ -=+*/',
  ])('refuses the filler %p as a note', (evidence) => {
    expect(refusal(handIn(changed(1, { evidence })))).toMatchObject({
      code: 'EVIDENCE_IS_FILLER',
      field: 'ratings.1.evidence',
    });
  });

  it('takes a note of six different characters', () => {
    expect(handIn(changed(1, { evidence: 'abcde abcde abcde abcde abcde' })).ok).toBe(false);
    expect(handIn(changed(1, { evidence: 'abcdef abcdef abcdef abcdef' })).ok).toBe(true);
  });

  it('refuses one note pasted for all ratings, also when only numbering tells them apart', () => {
    const paste = (n: number) => `${n}. Good answer, met expectations!`;
    const pasted = withRatings(
      { ...rated('feed', 'pipelines', 3), evidence: paste(1) },
      { ...rated('feed', 'sql', 4), evidence: paste(2).toUpperCase() },
      notAssessed('serve', 'serving'),
    );
    expect(refusal(handIn(pasted))).toMatchObject({ code: 'EVIDENCE_PASTED', field: 'ratings' });
  });

  it('takes a single assessed rating, whose note can repeat none', () => {
    const single = withRatings(
      rated('feed', 'pipelines', 3),
      notAssessed('feed', 'sql'),
      notAssessed('serve', 'serving'),
    );
    expect(handIn(single).ok).toBe(true);
  });

  it('refuses a scorecard on which nothing is assessed', () => {
    const empty = withRatings(
      notAssessed('feed', 'pipelines'),
      notAssessed('feed', 'sql'),
      notAssessed('serve', 'serving'),
    );
    expect(refusal(handIn(empty))).toMatchObject({ code: 'NOTHING_ASSESSED', field: 'ratings' });
  });

  it('refuses an untouched draft', () => {
    expect(submitScorecard(draftCard('ana'), frame, ana, at).ok).toBe(false);
  });

  it('refuses a missing verdict', () => {
    expect(refusal(handIn({ ...complete, verdict: null }))).toMatchObject({
      code: 'VERDICT_MISSING',
      field: 'verdict',
    });
  });

  it('lists everything that is missing when asked', () => {
    const gaps: ScorecardInput = { verdict: null, ratings: [{ ...rated('feed', 'sql', 4), evidence: 'ok' }] };
    expect(submitProblems(gaps, frame).map(({ code, field }) => [code, field])).toEqual([
      ['RATING_MISSING', 'ratings'],
      ['RATING_MISSING', 'ratings'],
      ['EVIDENCE_TOO_SHORT', 'ratings.0.evidence'],
      ['VERDICT_MISSING', 'verdict'],
    ]);
    expect(submitProblems(complete, frame)).toEqual([]);
  });

  it('refuses a draft whose plan no longer asks for one of its ratings', () => {
    const narrower = { ...frame, slots: frame.slots.slice(0, 2) };
    const draft = draftCard('ana', { content: submitted.content });
    expect(submitScorecard(draft, narrower, ana, at)).toMatchObject({
      ok: false,
      problem: { code: 'RATING_NOT_PLANNED', field: 'ratings.2' },
    });
  });
});
