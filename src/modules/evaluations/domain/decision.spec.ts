/** Why this file exists: everything a decision must rest on is taken away here once, and the decision is refused. */
import type { Id } from '../../../platform/ids/index.js';
import type { DecisionProblem } from './decision-check.js';
import { DECISION_REASONS } from './decision-reasons.js';
import type { DecisionReason } from './decision-reasons.js';
import { addDissent, decide } from './decision.js';
import type { DecisionDraft, DecisionFacts, DecisionId, PanelScorecard, Waiver } from './decision.js';
import { person, skill } from './evaluation.fixture.js';
import type { ScorecardId } from './scorecard.js';

const [boss, ana, ben] = [person('boss'), person('ana'), person('ben')];
const cardId = (id: string): ScorecardId => id as ScorecardId;
const scorecard = (author: string, isSubmitted = true, seat: PanelScorecard['seat'] = 'RATER'): PanelScorecard => ({
  id: cardId(`s-${author}`),
  author: person(author),
  seat,
  isSubmitted,
});

const debrief = { heldAt: '2026-03-20T09:00:00.000Z', attendees: [boss, ana, ben], waivers: [] };
const draft: DecisionDraft = {
  id: 'd-1' as DecisionId,
  application: 'a-1' as Id<'Application'>,
  outcome: 'ACCEPT',
  reasons: ['MUST_HAVES_MET'],
  text: 'All must-haves were shown by two raters.',
  conditions: 'Ana pairs on releases until the end of June.',
  decidedAt: '2026-03-20T10:00:00.000Z',
  debrief,
  dissent: [{ person: ben, text: 'I doubt the release practice.' }],
};
const facts: DecisionFacts = {
  decider: boss,
  isHiringManager: true,
  isConflicted: false,
  isAlreadyDecided: false,
  requisitionAllows: { accept: true, decline: true },
  panel: [scorecard('ana'), scorecard('ben')],
  conflicted: new Set(),
  openMustHaves: [],
};
const declining: Partial<DecisionDraft> = { outcome: 'DECLINE', reasons: ['MUST_HAVE_BELOW'] };

const attempt = (change: Partial<DecisionDraft> = {}, factChange: Partial<DecisionFacts> = {}) =>
  decide({ ...draft, ...change }, { ...facts, ...factChange });
const refusal = (
  change: Partial<DecisionDraft> = {},
  factChange: Partial<DecisionFacts> = {},
): DecisionProblem | null => {
  const result = attempt(change, factChange);
  return result.ok ? null : result.problem;
};
const waiving = (...waivers: readonly Waiver[]): Partial<DecisionDraft> => ({ debrief: { ...debrief, waivers } });

describe('a decision', () => {
  it('stands with its reasons, its decider, the debrief and the dissent', () => {
    expect(attempt()).toEqual({
      ok: true,
      value: {
        ...draft,
        decidedBy: boss,
        dissent: [{ person: ben, text: 'I doubt the release practice.', at: draft.decidedAt }],
      },
    });
  });

  it('may decline, and needs no dissent', () => {
    expect(attempt({ ...declining, dissent: [] })).toMatchObject({
      ok: true,
      value: { outcome: 'DECLINE', dissent: [] },
    });
  });

  it('is made once for an application', () => {
    expect(refusal({}, { isAlreadyDecided: true })).toMatchObject({ code: 'ALREADY_DECIDED' });
  });
});

describe('who decides', () => {
  it('is the hiring manager', () => {
    expect(refusal({}, { isHiringManager: false })).toMatchObject({ code: 'NOT_THE_HIRING_MANAGER' });
  });

  it('is nobody with a conflict of interest, the hiring manager included', () => {
    expect(refusal({}, { isConflicted: true })).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  });

  it('has submitted an own scorecard that is due, and cannot waive it', () => {
    const panel = [...facts.panel, scorecard('boss', false)];
    const waived = waiving({ scorecard: cardId('s-boss'), reason: 'No time for it' });
    expect(refusal(waived, { panel })).toMatchObject({ code: 'OWN_SCORECARD_DUE', scorecard: 's-boss' });
    expect(attempt({}, { panel: [...facts.panel, scorecard('boss')] }).ok).toBe(true);
  });
});

describe('when it is decided', () => {
  it.each([
    ['ACCEPT', { accept: false, decline: true }, false],
    ['DECLINE', { accept: false, decline: true }, true],
    ['DECLINE', { accept: false, decline: false }, false],
    ['ACCEPT', { accept: true, decline: true }, true],
  ] as const)('%s with the requisition allowing %j passes: %p', (outcome, requisitionAllows, passes) => {
    const change = outcome === 'DECLINE' ? declining : {};
    const expected = passes ? null : { code: 'REQUISITION_DOES_NOT_ALLOW_DECISION', outcome };
    const problem = refusal(change, { requisitionAllows });
    if (expected !== null) {
      const cause = outcome === 'ACCEPT' ? 'no free opening' : 'closed or was never opened';
      expect(problem?.message).toContain(cause);
    }
    if (expected === null) expect(problem).toBeNull();
    else expect(problem).toMatchObject(expected);
  });
});

describe('the debrief', () => {
  it('must have been held with the decider in it', () => {
    expect(refusal({ debrief: null })).toMatchObject({ code: 'DEBRIEF_MISSING', field: 'debrief' });
    expect(refusal({ debrief: { ...debrief, attendees: [ana] } })).toMatchObject({
      code: 'DECIDER_NOT_IN_DEBRIEF',
      field: 'debrief.attendees',
    });
  });

  it('is not heard by anybody with a conflict of interest', () => {
    expect(refusal({}, { conflicted: new Set([ana]) })).toMatchObject({
      code: 'CONFLICT_OF_INTEREST',
      field: 'debrief.attendees.1',
    });
  });

  it('waits for every scorecard of a rater', () => {
    const panel = [scorecard('ana'), scorecard('ben', false), scorecard('cem', false)];
    expect(refusal({}, { panel })).toMatchObject({
      code: 'SCORECARDS_MISSING',
      field: 'debrief.waivers',
      scorecards: ['s-ben', 's-cem'],
    });
    const one = waiving({ scorecard: cardId('s-ben'), reason: 'On leave until May' });
    expect(refusal(one, { panel })).toMatchObject({ code: 'SCORECARDS_MISSING', scorecards: ['s-cem'] });
  });

  it('goes on without the missing ones when each is waived by name with a reason', () => {
    const panel = [scorecard('ana'), scorecard('ben', false)];
    const waiver = { scorecard: cardId('s-ben'), reason: 'On leave until May' };
    const result = attempt(waiving(waiver), { panel });
    expect(result.ok && result.value.debrief.waivers).toEqual([waiver]);
  });

  it('does not wait for shadows', () => {
    expect(attempt({}, { panel: [...facts.panel, scorecard('zoe', false, 'SHADOW')] }).ok).toBe(true);
  });

  it('refuses a waiver without a reason, of a scorecard that is not due, or twice', () => {
    const panel = [scorecard('ana'), scorecard('ben', false)];
    const ill = { scorecard: cardId('s-ben'), reason: 'Taken ill' };
    expect(refusal(waiving({ ...ill, reason: ' ill ' }), { panel })).toMatchObject({
      code: 'EVALUATION_REASON_TOO_SHORT',
      field: 'debrief.waivers.0.reason',
      atLeast: 5,
    });
    for (const scorecardId of ['s-ana', 's-unknown']) {
      expect(refusal(waiving(ill, { ...ill, scorecard: cardId(scorecardId) }), { panel })).toMatchObject({
        code: 'WAIVER_NOT_NEEDED',
        field: 'debrief.waivers.1',
      });
    }
    expect(refusal(waiving(ill, ill), { panel })).toMatchObject({ code: 'WAIVER_TWICE', field: 'debrief.waivers.1' });
  });

  it('accepts nobody without a single submitted scorecard of a rater, but may decline', () => {
    const waived = waiving({ scorecard: cardId('s-ana'), reason: 'Left the company' });
    const panel = [scorecard('ana', false), scorecard('zoe', true, 'SHADOW')];
    expect(refusal({ ...waived, dissent: [] }, { panel })).toMatchObject({ code: 'NO_EVIDENCE_TO_ACCEPT' });
    expect(attempt({ ...declining, dissent: [] }, { panel: [] }).ok).toBe(true);
  });
});

describe('the reasons', () => {
  it('are at least one', () => {
    expect(refusal({ reasons: [] })).toMatchObject({ code: 'REASON_CODE_MISSING', field: 'reasons' });
  });

  it('are each named once', () => {
    expect(refusal({ reasons: ['MUST_HAVES_MET', 'MUST_HAVES_MET'] })).toMatchObject({
      code: 'REASON_CODE_TWICE',
      field: 'reasons.1',
    });
  });

  it.each(Object.keys(DECISION_REASONS) as DecisionReason[])('%s go with one outcome only', (reason) => {
    const fits = DECISION_REASONS[reason].outcome;
    expect(refusal({ outcome: fits, reasons: [reason] })).toBeNull();
    expect(refusal({ outcome: fits === 'ACCEPT' ? 'DECLINE' : 'ACCEPT', reasons: [reason] })).toMatchObject({
      code: 'REASON_CODE_OF_OTHER_OUTCOME',
      field: 'reasons.0',
    });
  });

  it.each(['', 'Good candidate.', '              x              '])('are refused with the text %p', (text) => {
    expect(refusal({ text })).toMatchObject({ code: 'EVALUATION_REASON_TOO_SHORT', field: 'text', atLeast: 20 });
  });

  it('count the text by twenty characters that can be seen', () => {
    expect(refusal({ text: 'a'.repeat(19) })).not.toBeNull();
    expect(refusal({ text: 'a'.repeat(20) })).toBeNull();
  });

  it('name an open must-have when somebody is accepted all the same', () => {
    const openMustHaves = [skill('serving')];
    for (const reasons of [
      ['MUST_HAVES_MET'],
      ['STRONG_WORK_SAMPLE'],
      ['GAP_WITH_GROWTH_PLAN', 'MUST_HAVES_MET'],
    ] as const) {
      expect(refusal({ reasons }, { openMustHaves })).toMatchObject({ code: 'OPEN_MUST_HAVES', skills: ['serving'] });
    }
    expect(refusal({ reasons: ['GAP_WITH_GROWTH_PLAN'] }, { openMustHaves })).toBeNull();
    expect(refusal(declining, { openMustHaves })).toBeNull();
  });

  it.each(['', 'Growth plan with Ana', '        a               a        '])(
    'with a gap ask what covers it, not %p',
    (conditions) => {
      const gap = { reasons: ['GAP_WITH_GROWTH_PLAN'], conditions } as const;
      expect(refusal(gap)).toMatchObject({ code: 'GAP_CONDITIONS_MISSING', field: 'conditions', atLeast: 20 });
      expect(refusal({ conditions })).toBeNull(); // no gap, no conditions
    },
  );
});

describe('dissent', () => {
  it('comes from the panel, in words', () => {
    const said = (entry: { person: Id<'Person'>; text: string }) => ({ dissent: [...draft.dissent, entry] });
    expect(refusal(said({ person: person('stranger'), text: 'I disagree.' }))).toMatchObject({
      code: 'DISSENT_NOT_FROM_PANEL',
      field: 'dissent.1.person',
    });
    expect(refusal(said({ person: ana, text: 'I say no' }))).toBeNull();
    expect(refusal(said({ person: ana, text: 'never' }))).toBeNull();
    expect(refusal(said({ person: ana, text: '  no ' }))).toMatchObject({
      code: 'DISSENT_EMPTY',
      field: 'dissent.1.text',
    });
  });

  it('is added later without changing the decision', () => {
    const decided = attempt();
    if (!decided.ok) throw new Error(decided.problem.message);
    const late = { person: ana, text: 'I disagree as well.', at: '2026-03-21T08:00:00.000Z' };
    expect(addDissent(decided.value, late, facts)).toEqual({
      ok: true,
      value: { ...decided.value, dissent: [...decided.value.dissent, late] },
    });
    expect(addDissent(decided.value, { ...late, text: '' }, facts)).toMatchObject({
      ok: false,
      problem: { code: 'DISSENT_EMPTY', field: 'text' },
    });
    expect(addDissent(decided.value, late, { ...facts, conflicted: new Set([ana]) })).toMatchObject({
      ok: false,
      problem: { code: 'CONFLICT_OF_INTEREST', field: 'person' },
    });
  });
});
