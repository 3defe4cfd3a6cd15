/** Why this file exists: what a profile promises for any histories, foremost that their order does not matter. */
import fc from 'fast-check';
import type { EvidenceType, EvidenceTypeKey, Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { AssessmentHistory, AssessmentId, Claim, StateEvent } from './assessment.js';
import { profileAt } from './profile.js';

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

describe('for any histories', () => {
  const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
  const level = fc.constantFrom<Level>(1, 2, 3);
  const history = fc
    .record({
      level,
      validOn: date,
      recordedOn: date,
      source: fc.constantFrom('SELF', 'MANAGER', 'ARTEFACT'),
      skill: fc.constantFrom(drift, 'ci-cd' as SkillKey),
      expiresOn: fc.option(fc.constant('2026-03-01')),
      confirmedOn: fc.option(date),
      revokedOn: fc.option(date, { freq: 4 }),
      supersedes: fc.option(fc.nat(11)),
    })
    .map((one) => (id: number): AssessmentHistory => {
      const { level: proposedLevel, validOn, source, skill, expiresOn, recordedOn } = one;
      const supersedes = one.supersedes !== null && one.supersedes < id ? (`a${one.supersedes}` as AssessmentId) : null;
      const recordedAt = `${recordedOn}T00:00:00.000Z`;
      const claim = claimOf(`a${id}`, proposedLevel, validOn, { source, skill, expiresOn, recordedAt, supersedes });
      const events: StateEvent[] = [];
      if (one.confirmedOn !== null)
        events.push(event(2, 'CONFIRMED', `${one.confirmedOn}T01:00:00.000Z`, proposedLevel));
      if (one.confirmedOn !== null && one.revokedOn !== null)
        events.push(event(3, 'REVOKED', `${one.revokedOn}T02:00:00.000Z`));
      return { claim, events };
    });
  const histories = fc.array(history, { maxLength: 12 }).map((list) => list.map((make, id) => make(id)));
  const at = fc.record({ on: fc.oneof(date, fc.constant('2026-03-02')), knownAt: date });

  test('the order in which they come does not matter', () => {
    fc.assert(
      fc.property(
        histories.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        at,
        ([all, shuffled], moment) => {
          const turned = shuffled.map((one) => ({ ...one, events: one.events.toReversed() }));
          expect([...profileAt(ana, turned, TYPES, moment)]).toEqual([...profileAt(ana, all, TYPES, moment)]);
        },
      ),
    );
  });

  test('what is recorded after the moment of knowledge changes nothing', () => {
    fc.assert(
      fc.property(histories, at, (all, moment) => {
        const limit = `${moment.knownAt}T23:59:59.999Z`;
        const cut = all
          .filter(({ claim }) => claim.recordedAt <= limit)
          .map((one) => ({ ...one, events: one.events.filter(({ recordedAt }) => recordedAt <= limit) }));
        expect([...profileAt(ana, all, TYPES, moment)]).toEqual([...profileAt(ana, cut, TYPES, moment)]);
      }),
    );
  });

  test('a held level is always one that somebody confirmed from another source than the person, in force on the day', () => {
    fc.assert(
      fc.property(histories, at, (all, moment) => {
        for (const [skill, { held }] of profileAt(ana, all, TYPES, moment)) {
          if (held === null) continue;
          const found = all.find(({ claim }) => claim.id === held.assessmentId);
          expect(found?.claim).toMatchObject({ skill, proposedLevel: held.level });
          expect(found?.claim.source).not.toBe('SELF');
          expect(found?.events.map(({ to }) => to)).toContain('CONFIRMED');
          expect(held.validOn <= moment.on && (held.expiresOn === null || moment.on < held.expiresOn)).toBe(true);
        }
      }),
    );
  });
});
