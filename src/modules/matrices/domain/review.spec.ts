/** Why this file exists: every way an assessment may move, every way it may not, and who may move it. */
import type { EvidenceTypeKey, Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { ASSESSMENT_STATES, ASSESSMENT_TRANSITIONS, assessmentAt, openAssessment } from './assessment.js';
import type { Assessment, AssessmentId, AssessmentState, Claim } from './assessment.js';
import { confirm, expire, reject, revoke } from './review.js';

const person = (name: string) => name as Id<'Person'>;
const [ana, max, mia, rex] = [person('ana'), person('max'), person('mia'), person('rex')];

const claim = (over: Partial<Claim> = {}): Claim => ({
  id: 'a1' as AssessmentId,
  personId: ana,
  skill: 'drift-monitoring' as SkillKey,
  proposedLevel: 3,
  source: 'ARTEFACT',
  evidenceClass: 3,
  evidence: [{ type: 'merged-change' as EvidenceTypeKey, title: 'PR', link: null, occurredOn: '2026-05-01' }],
  validOn: '2026-06-01',
  recordedAt: '2026-06-02T09:00:00.000Z',
  expiresOn: '2027-06-01',
  claimantId: ana,
  supersedes: null,
  initialState: 'PROPOSED',
  exemptionReason: null,
  ...over,
});
const inState = (state: AssessmentState, over: Partial<Claim> = {}): Assessment => ({
  ...openAssessment(claim(over)),
  state,
});
const by = (reviewerId: Id<'Person'>, level: Level, mentorIds: readonly Id<'Person'>[] = [mia]) => ({
  reviewerId,
  level,
  mentorIds,
  recordedAt: '2026-06-10T09:00:00.000Z',
});
const because = (reason: string) => ({ byId: rex, reason, recordedAt: '2026-06-11T09:00:00.000Z' });

const moves = {
  CONFIRMED: (a: Assessment) => confirm(a, by(rex, 3)),
  REJECTED: (a: Assessment) => reject(a, because('Not shown')),
  REVOKED: (a: Assessment) => revoke(a, because('Not shown')),
  EXPIRED: (a: Assessment) => expire(a, '2027-06-01', '2027-06-01T00:00:00.000Z'),
};
const targets = ['CONFIRMED', 'REJECTED', 'REVOKED', 'EXPIRED'] as const;

describe('the state machine', () => {
  test('allows exactly five moves', () => {
    const all = ASSESSMENT_STATES.flatMap((from) => ASSESSMENT_TRANSITIONS[from].map((to) => `${from} ${to}`));
    expect(all).toEqual([
      'PROPOSED CONFIRMED',
      'PROPOSED REJECTED',
      'CONFIRMED REVOKED',
      'CONFIRMED EXPIRED',
      'EXEMPT REVOKED',
    ]);
  });

  const pairs = ASSESSMENT_STATES.flatMap((from) => targets.map((to) => [from, to] as const));
  test.each(pairs)('from %s to %s goes exactly when the table says so', (from, to) => {
    const before = inState(from);
    const result = moves[to](before);
    if (ASSESSMENT_TRANSITIONS[from].includes(to)) {
      expect(result).toMatchObject({
        ok: true,
        value: { assessment: { state: to, version: 2 }, event: { to, version: 2 } },
      });
    } else {
      expect(result).toMatchObject({ ok: false, problem: { code: 'ASSESSMENT_TRANSITION_NOT_ALLOWED', from, to } });
    }
    expect(before.state).toBe(from);
  });

  test('says what can follow, or that nothing can', () => {
    expect(moves.REVOKED(inState('PROPOSED'))).toMatchObject({
      problem: {
        message: 'An assessment that is PROPOSED cannot become REVOKED. It can become CONFIRMED or REJECTED.',
      },
    });
    expect(moves.CONFIRMED(inState('REJECTED'))).toMatchObject({
      problem: { message: expect.stringContaining('record a new assessment') },
    });
  });
});

describe('a confirmation', () => {
  test('at a lower level records both levels and the reviewer', () => {
    const result = confirm(inState('PROPOSED'), by(rex, 2));
    expect(result).toMatchObject({
      value: {
        assessment: { state: 'CONFIRMED', level: 2, proposedLevel: 3, reviewerId: rex },
        event: { level: 2, byId: rex, reason: null },
      },
    });
  });

  test('at a higher level than proposed is refused', () => {
    expect(confirm(inState('PROPOSED'), by(rex, 4))).toMatchObject({
      problem: { code: 'CONFIRMED_LEVEL_ABOVE_PROPOSED', proposed: 3, field: 'level' },
    });
  });

  test('at level 3 is refused to a mentor and to the person', () => {
    expect(confirm(inState('PROPOSED'), by(mia, 3))).toMatchObject({
      problem: {
        code: 'REVIEWER_NOT_INDEPENDENT',
        because: 'MENTOR',
        message: expect.stringContaining('is a mentor of the person'),
      },
    });
    expect(confirm(inState('PROPOSED', { claimantId: max }), by(ana, 3))).toMatchObject({
      problem: {
        code: 'REVIEWER_NOT_INDEPENDENT',
        because: 'PERSON',
        message: expect.stringContaining('is the person assessed'),
      },
    });
  });

  test('at level 2 is open to a mentor, also when level 3 was proposed', () => {
    expect(confirm(inState('PROPOSED'), by(mia, 2)).ok).toBe(true);
  });

  test.each([1, 2, 3] as const)('of a claim one made oneself is refused at level %i', (level) => {
    expect(confirm(inState('PROPOSED', { claimantId: max }), by(max, level))).toMatchObject({
      problem: { code: 'OWN_CLAIM_NOT_CONFIRMABLE' },
    });
  });

  test('of a claim about oneself is refused at a low level too', () => {
    expect(confirm(inState('PROPOSED', { claimantId: max }), by(ana, 1))).toMatchObject({
      problem: { code: 'OWN_CLAIM_NOT_CONFIRMABLE' },
    });
  });

  test('of a self-claim is refused to everybody', () => {
    expect(confirm(inState('PROPOSED', { source: 'SELF', proposedLevel: 1 }), by(rex, 1))).toMatchObject({
      problem: { code: 'SELF_CLAIM_NOT_CONFIRMABLE' },
    });
  });
});

describe('a rejection and a revocation', () => {
  test.each(['', '    ', 'no', 'a b c d', '\t1234\n'])('are refused with the reason "%s"', (reason) => {
    expect(reject(inState('PROPOSED'), because(reason))).toMatchObject({
      problem: { code: 'ASSESSMENT_REASON_TOO_SHORT', field: 'reason' },
    });
    expect(revoke(inState('CONFIRMED'), because(reason))).toMatchObject({
      problem: { code: 'ASSESSMENT_REASON_TOO_SHORT' },
    });
  });

  test('five characters that are not blank are enough, and the reason is kept without its margins', () => {
    expect(reject(inState('PROPOSED'), because(' a bcde '))).toMatchObject({
      value: { event: { reason: 'a bcde', byId: rex }, assessment: { reviewerId: rex } },
    });
  });

  test('a revocation leaves the reviewer who confirmed and the level that was confirmed on the record', () => {
    const confirmed = confirm(inState('PROPOSED'), by(max, 2));
    if (!confirmed.ok) throw new Error('not confirmed');
    expect(revoke(confirmed.value.assessment, because('Wrong person'))).toMatchObject({
      value: { assessment: { reviewerId: max, level: 2, version: 3 } },
    });
  });

  test('an exemption can be revoked', () => {
    const exemption = inState('EXEMPT', { initialState: 'EXEMPT', proposedLevel: null });
    expect(revoke(exemption, because('Models arrived'))).toMatchObject({ value: { assessment: { level: null } } });
  });
});

describe('an expiry', () => {
  test('comes on its day, done by nobody, and not a day before', () => {
    const at = '2027-06-01T00:00:00.000Z';
    expect(expire(inState('CONFIRMED'), '2027-05-31', at)).toMatchObject({
      problem: { code: 'ASSESSMENT_NOT_YET_EXPIRED', expiresOn: '2027-06-01' },
    });
    expect(expire(inState('CONFIRMED'), '2027-06-01', at)).toMatchObject({
      value: { event: { byId: null, to: 'EXPIRED' } },
    });
  });

  test('never comes without an expiry day', () => {
    expect(expire(inState('CONFIRMED', { expiresOn: null }), '2099-01-01', '2099-01-01T00:00:00.000Z')).toMatchObject({
      problem: { code: 'ASSESSMENT_NOT_YET_EXPIRED', expiresOn: null },
    });
  });
});

describe('the record as it was known at a moment', () => {
  const opened = openAssessment(claim());
  const confirmed = confirm(opened, by(rex, 2));
  if (!confirmed.ok) throw new Error('not confirmed');
  const revoked = revoke(confirmed.value.assessment, because('Not hers'));
  if (!revoked.ok) throw new Error('not revoked');
  const history = { claim: claim(), events: [revoked.value.event, confirmed.value.event] };

  test('is what the transitions gave, whatever the order of the events', () => {
    expect(assessmentAt(history, '2026-06-30')).toEqual(revoked.value.assessment);
    expect(assessmentAt(history, '2026-06-10')).toEqual(confirmed.value.assessment);
    expect(assessmentAt(history, '2026-06-10T08:59:59.999Z')).toEqual(opened);
  });

  test('includes what was recorded at that very moment, and is absent before the claim', () => {
    expect(assessmentAt(history, '2026-06-02T09:00:00.000Z')).toEqual(opened);
    expect(assessmentAt(history, '2026-06-10T09:00:00.000Z')).toEqual(confirmed.value.assessment);
    expect(assessmentAt(history, '2026-06-02T08:59:59.999Z')).toBeNull();
    expect(assessmentAt(history, '2026-06-01')).toBeNull();
  });
});
