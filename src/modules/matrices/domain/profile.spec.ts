/** Why this file exists: the profile is what every other figure reads, so both time axes, expiry and absence are worked by hand. */
import type { EvidenceType, EvidenceTypeKey, Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { AssessmentHistory, AssessmentId, Claim, StateEvent } from './assessment.js';
import { profileAt, verifiedLevels } from './profile.js';
import type { AsOf } from './profile.js';

const ana = 'ana' as Id<'Person'>;
const drift = 'drift-monitoring' as SkillKey;
const change = 'merged-change' as EvidenceTypeKey;
const TYPES = new Map<EvidenceTypeKey, EvidenceType>([
  [
    change,
    { key: change, name: 'Merged change', strength: 3, maxLevel: 3, freshMonths: 24, verifiedBy: 'x', note: '' },
  ],
]);

const event = (version: number, to: StateEvent['to'], recordedAt: string, level: Level | null = null): StateEvent => ({
  version,
  to,
  level,
  byId: 'rex' as Id<'Person'>,
  reason: null,
  recordedAt,
});
const claimOf = (id: string, level: Level | null, validOn: string, over: Partial<Claim> = {}): Claim => ({
  id: id as AssessmentId,
  personId: ana,
  skill: drift,
  proposedLevel: level,
  source: 'ARTEFACT',
  evidenceClass: 3,
  evidence: [{ type: change, title: 'PR', link: null, occurredOn: validOn }],
  validOn,
  recordedAt: `${validOn}T10:00:00.000Z`,
  expiresOn: null,
  claimantId: ana,
  supersedes: null,
  initialState: 'PROPOSED',
  exemptionReason: null,
  ...over,
});
const proposed = (...args: Parameters<typeof claimOf>): AssessmentHistory => ({ claim: claimOf(...args), events: [] });
/** Confirmed at the level proposed, on the day it speaks of, at noon. */
const confirmed = (...args: Parameters<typeof claimOf>): AssessmentHistory => {
  const claim = claimOf(...args);
  return { claim, events: [event(2, 'CONFIRMED', `${claim.validOn}T12:00:00.000Z`, claim.proposedLevel)] };
};
const then = (history: AssessmentHistory, ...events: StateEvent[]): AssessmentHistory => ({
  ...history,
  events: [...history.events, ...events],
});
const entry = (histories: readonly AssessmentHistory[], at: AsOf) => profileAt(ana, histories, TYPES, at).get(drift);
const on = (date: string, knownAt = '2030-01-01'): AsOf => ({ on: date, knownAt });

describe('the verified level', () => {
  test('is that of the latest day spoken of, also when it is lower', () => {
    const all = [confirmed('a', 3, '2026-01-10'), confirmed('b', 2, '2026-03-10')];
    expect(entry(all, on('2026-06-30'))?.held).toMatchObject({ level: 2, assessmentId: 'b', validOn: '2026-03-10' });
  });

  test('is that of the latest day spoken of, also when it was recorded first', () => {
    const earlier = confirmed('b', 3, '2026-01-10', { recordedAt: '2026-05-10T10:00:00.000Z' });
    const all = [confirmed('a', 2, '2026-03-10'), earlier];
    expect(entry(all, on('2026-06-30'))?.held?.assessmentId).toBe('a');
    expect(entry(all.toReversed(), on('2026-06-30'))?.held?.assessmentId).toBe('a');
  });

  test('of two that speak of the same day is the one recorded last', () => {
    const late = confirmed('a', 2, '2026-01-10', { recordedAt: '2026-01-10T11:00:00.000Z' });
    const all = [late, confirmed('b', 3, '2026-01-10')];
    expect(entry(all, on('2026-06-30'))?.held?.assessmentId).toBe('a');
    expect(entry(all.toReversed(), on('2026-06-30'))?.held?.assessmentId).toBe('a');
  });

  test('is the level confirmed, with the one proposed beside it', () => {
    const lower = then(proposed('a', 3, '2026-01-10'), event(2, 'CONFIRMED', '2026-01-11T10:00:00.000Z', 2));
    expect(entry([lower], on('2026-06-30'))?.held).toMatchObject({ level: 2, proposedLevel: 3, evidenceClass: 3 });
  });

  test('is unknown for a claim that nobody reviewed, that was rejected, or that was revoked', () => {
    const rejected = then(proposed('b', 3, '2026-01-10'), event(2, 'REJECTED', '2026-01-11T10:00:00.000Z'));
    const revoked = then(confirmed('c', 3, '2026-01-10'), event(3, 'REVOKED', '2026-02-11T10:00:00.000Z'));
    for (const history of [proposed('a', 3, '2026-01-10'), rejected, revoked]) {
      expect(entry([history], on('2026-06-30'))).toMatchObject({ held: null, freshness: null, expiredLevel: null });
    }
  });

  test('never comes from a self-claim, whatever its state', () => {
    const self = confirmed('a', 3, '2026-01-10', { source: 'SELF' });
    expect(entry([self], on('2026-06-30'))?.held).toBeNull();
  });

  test('is missing, not 0, in the plain levels, and a skill nobody spoke of has no entry', () => {
    const profile = profileAt(ana, [proposed('a', 3, '2026-01-10')], TYPES, on('2026-06-30'));
    expect([...verifiedLevels(profile)]).toEqual([]);
    expect(profileAt(ana, [], TYPES, on('2026-06-30')).size).toBe(0);
    const both = profileAt(ana, [confirmed('a', 3, '2026-01-10')], TYPES, on('2026-06-30'));
    expect([...verifiedLevels(both)]).toEqual([[drift, 3]]);
  });

  test('of somebody else is passed over', () => {
    expect(
      entry([confirmed('a', 3, '2026-01-10', { personId: 'bo' as Id<'Person'> })], on('2026-06-30')),
    ).toBeUndefined();
  });
});

describe('the two time axes', () => {
  // Speaks of 10 January, recorded on 5 March, confirmed on 20 March, revoked on 1 May.
  const late = then(
    proposed('a', 3, '2026-01-10', { recordedAt: '2026-03-05T10:00:00.000Z' }),
    event(2, 'CONFIRMED', '2026-03-20T10:00:00.000Z', 3),
    event(3, 'REVOKED', '2026-05-01T10:00:00.000Z'),
  );

  test.each([
    ['2026-02-01', '2026-03-04', undefined],
    ['2026-02-01', '2026-03-05', null],
    ['2026-02-01', '2026-03-20', 3],
    ['2026-01-09', '2026-03-20', undefined],
    ['2026-01-10', '2026-03-20', 3],
    ['2026-02-01', '2026-05-01', null],
    ['2026-02-01', '2026-05-01T09:59:59.000Z', 3],
  ])('as it was on %s and known at %s', (date, knownAt, level) => {
    const found = entry([late], on(date, knownAt));
    expect(found === undefined ? undefined : (found.held?.level ?? null)).toBe(level);
  });

  test('the same day looks different before and after a correction was recorded', () => {
    const first = confirmed('a', 3, '2026-01-10');
    const correction = then(
      proposed('b', 2, '2026-01-10', { supersedes: 'a' as AssessmentId, recordedAt: '2026-06-01T10:00:00.000Z' }),
      event(2, 'CONFIRMED', '2026-06-02T10:00:00.000Z', 2),
    );
    expect(entry([first, correction], on('2026-03-31', '2026-04-01'))?.held?.level).toBe(3);
    expect(entry([first, correction], on('2026-03-31', '2026-06-02'))?.held?.level).toBe(2);
  });
});

describe('a superseded assessment', () => {
  const old = confirmed('a', 3, '2026-03-10');
  const replaces = { supersedes: 'a' as AssessmentId };

  test('drops out even when it speaks of a later day', () => {
    expect(entry([old, confirmed('b', 2, '2026-02-10', replaces)], on('2026-06-30'))?.held?.assessmentId).toBe('b');
  });

  test('stays while the one that would replace it is only proposed, was rejected, or was revoked', () => {
    const rejected = then(proposed('b', 2, '2026-04-10', replaces), event(2, 'REJECTED', '2026-04-11T10:00:00.000Z'));
    const revoked = then(confirmed('b', 2, '2026-04-10', replaces), event(3, 'REVOKED', '2026-04-11T10:00:00.000Z'));
    for (const other of [proposed('b', 2, '2026-04-10', replaces), rejected, revoked]) {
      expect(entry([old, other], on('2026-06-30'))?.held?.assessmentId).toBe('a');
    }
  });

  test('stays away when the one that replaced it expired, recorded as such or not', () => {
    const next = confirmed('b', 3, '2026-04-10', { ...replaces, expiresOn: '2026-05-01' });
    const recorded = then(next, event(3, 'EXPIRED', '2026-05-01T00:05:00.000Z'));
    for (const other of [next, recorded])
      expect(entry([old, other], on('2026-06-30'))).toMatchObject({
        held: null,
        expiredLevel: 3,
        freshness: 'EXPIRED',
      });
  });

  test('drops out when an exemption replaced it', () => {
    const exemption = { initialState: 'EXEMPT', evidenceClass: null, evidence: [], ...replaces } as const;
    const all = [old, { claim: claimOf('b', null, '2026-04-10', exemption), events: [] }];
    expect(entry(all, on('2026-06-30'))).toMatchObject({ held: null, isExempt: true });
  });
});

describe('expiry', () => {
  const lapses = confirmed('a', 3, '2026-01-10', { expiresOn: '2026-07-01' });

  test('takes the level away on its day and leaves the expired level in sight', () => {
    expect(entry([lapses], on('2026-06-30'))).toMatchObject({ held: { level: 3 }, expiredLevel: null });
    expect(entry([lapses], on('2026-07-01'))).toMatchObject({ held: null, expiredLevel: 3, freshness: 'EXPIRED' });
  });

  test('recorded later does not take away the days before it', () => {
    const recorded = then(lapses, event(3, 'EXPIRED', '2026-07-01T00:05:00.000Z'));
    expect(entry([recorded], on('2026-06-30'))?.held?.level).toBe(3);
    expect(entry([recorded], on('2026-07-01'))?.held).toBeNull();
  });

  test('lets an older level stand in when it is not higher', () => {
    for (const level of [2, 3] as const)
      expect(entry([lapses, confirmed('b', level, '2025-01-10')], on('2026-08-01'))).toMatchObject({
        held: { level, assessmentId: 'b' },
        expiredLevel: null,
      });
  });

  test('never raises a level: an older and higher one does not come back', () => {
    const low = confirmed('c', 1, '2026-02-10', { expiresOn: '2026-07-01' });
    expect(entry([low, confirmed('b', 2, '2025-01-10')], on('2026-08-01'))).toMatchObject({
      held: null,
      expiredLevel: 1,
    });
  });
});

describe('freshness', () => {
  test('lasts to the last fresh day and is stale after it, while the level still counts', () => {
    // 2026-01-10 + 24 months = 2028-01-10
    const one = confirmed('a', 3, '2026-01-10');
    expect(entry([one], on('2028-01-10'))).toMatchObject({ freshness: 'FRESH', held: { freshUntil: '2028-01-10' } });
    expect(entry([one], on('2028-01-11'))).toMatchObject({ freshness: 'STALE', held: { level: 3 } });
  });

  test('is stale when no piece of evidence is of a type that the framework still knows', () => {
    const profile = profileAt(ana, [confirmed('a', 3, '2026-01-10')], new Map(), on('2026-01-11'));
    expect(profile.get(drift)).toMatchObject({ freshness: 'STALE', held: { level: 3, freshUntil: null } });
  });
});

describe('self level, proposed level and exemption', () => {
  test('stand apart from the verified level', () => {
    const all = [
      confirmed('a', 2, '2026-01-10'),
      proposed('b', 3, '2026-03-10'),
      proposed('c', 1, '2026-04-10', { source: 'SELF' }),
      {
        claim: claimOf('d', null, '2026-02-10', { initialState: 'EXEMPT', evidenceClass: null, evidence: [] }),
        events: [],
      },
    ];
    expect(entry(all, on('2026-06-30'))).toMatchObject({
      held: { level: 2 },
      proposedLevel: 3,
      selfLevel: 1,
      isExempt: true,
    });
    expect(entry(all, on('2026-01-31'))).toMatchObject({ proposedLevel: null, selfLevel: null, isExempt: false });
  });

  test('a rejected self-claim and a revoked or lapsed exemption are gone', () => {
    const exemption = claimOf('d', null, '2026-02-10', { initialState: 'EXEMPT', evidenceClass: null, evidence: [] });
    const all = [
      then(proposed('c', 1, '2026-04-10', { source: 'SELF' }), event(2, 'REJECTED', '2026-04-11T10:00:00.000Z')),
      { claim: exemption, events: [event(2, 'REVOKED', '2026-03-01T10:00:00.000Z')] },
      { claim: { ...exemption, id: 'e' as AssessmentId, expiresOn: '2026-05-01' }, events: [] },
    ];
    expect(entry(all, on('2026-06-30'))).toMatchObject({ selfLevel: null, isExempt: false, returnedId: null });
  });

  test('a claim that was sent back is told until a newer claim takes its place; what the person says of themselves does not', () => {
    const back = then(proposed('b', 3, '2026-03-10'), event(2, 'REJECTED', '2026-04-11T10:00:00.000Z'));
    const said = proposed('c', 4, '2026-05-10', { source: 'SELF' });
    expect(entry([back, said], on('2026-06-30'))).toMatchObject({ returnedId: 'b', proposedLevel: null });
    const newer = proposed('d', 3, '2026-05-20');
    expect(entry([back, newer], on('2026-06-30'))).toMatchObject({ returnedId: null, proposedLevel: 3 });
  });
});
