/** Why this file exists: a claim that outruns its evidence is what the product promises never to show. */
import fc from 'fast-check';
import type { EvidenceClass, Level } from './framework.js';
import {
  addMonths,
  carriedLevel,
  checkClaim,
  evidenceClass,
  freshnessOn,
  freshUntil,
  summariseEvidence,
  type DatedEvidence,
} from './evidence.js';

const evidence = (
  name: string,
  strength: EvidenceClass,
  maxLevel: Level,
  validOn = '2025-01-15',
  freshMonths = 12,
): DatedEvidence => ({ type: { name, strength, maxLevel, freshMonths }, validOn });
const certificate = (validOn?: string) => evidence('External certificate', 2, 2, validOn, 36);
const postmortem = (validOn?: string) => evidence('Incident review', 4, 5, validOn, 36);

describe('months added to a day', () => {
  it.each([
    ['2025-01-31', 1, '2025-02-28'], // February 2025 has 28 days
    ['2024-01-31', 1, '2024-02-29'], // 2024 is a leap year
    ['2000-01-30', 1, '2000-02-29'], // 2000 is one too
    ['2100-01-30', 1, '2100-02-28'], // 2100 is not
    ['2025-03-31', 1, '2025-04-30'],
    ['2025-11-30', 3, '2026-02-28'], // over the end of the year
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-06-30', 0, '2025-06-30'],
  ])('%s and %i give %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '2025-04-00', '15.1.2025', '2025-1-5', ''])(
    'are refused for %j, which is not a day',
    (text) => {
      expect(() => addMonths(text, 1)).toThrow(RangeError);
    },
  );

  it('give the same day of the month, or the last day of a shorter month', () => {
    const date = fc
      .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    fc.assert(
      fc.property(date, fc.nat(60), fc.nat(60), (from, a, b) => {
        const there = addMonths(from, a);
        expect(there.slice(8)).toBe(from.slice(8));
        expect(addMonths(there, b)).toBe(addMonths(from, a + b));
        expect(there >= from).toBe(true);
      }),
    );
  });
});

describe('freshness', () => {
  const one = evidence('Peer attestation', 3, 3, '2024-01-31', 1);

  it('lasts to the last fresh day, that day included', () => {
    expect(freshUntil(one)).toBe('2024-02-29');
    expect(freshnessOn(one, '2024-01-31')).toBe('FRESH');
    expect(freshnessOn(one, '2024-02-29')).toBe('FRESH');
    expect(freshnessOn(one, '2024-03-01')).toBe('STALE');
  });

  it('has not begun before the day of the evidence', () => {
    expect(freshnessOn(one, '2024-01-30')).toBe('NOT_YET');
  });
});

describe('what evidence carries', () => {
  it('is the highest level among its types; weak pieces do not add up', () => {
    expect(carriedLevel([certificate(), certificate(), certificate()])).toBe(2);
    expect(carriedLevel([certificate(), postmortem()])).toBe(5);
  });

  it('is of the strongest class among its types, which may come from another piece than the level', () => {
    // the talk carries level 4 on class 2, the attestation level 3 on class 3
    const pieces = [evidence('Talk', 2, 4), evidence('Peer attestation', 3, 3)];
    expect(carriedLevel(pieces)).toBe(4);
    expect(evidenceClass(pieces)).toBe(3);
  });

  it('is nothing, not the lowest, without evidence', () => {
    expect(carriedLevel([])).toBeNull();
    expect(evidenceClass([])).toBeNull();
  });

  it('does not depend on order and never falls when a piece is added', () => {
    const piece = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .map(([strength, maxLevel]) => evidence('any', strength as EvidenceClass, maxLevel as Level));
    fc.assert(
      fc.property(fc.array(piece), piece, (pieces, more) => {
        expect(carriedLevel(pieces.toReversed())).toBe(carriedLevel(pieces));
        expect(carriedLevel([...pieces, more]) ?? 0).toBeGreaterThanOrEqual(carriedLevel(pieces) ?? 0);
      }),
    );
  });
});

describe('the summary of evidence on a day', () => {
  it('counts stale evidence in what is carried and tells freshness apart', () => {
    // the incident review of 2020 is fresh for 36 months, to 2023-06-01; the certificate of 2024 to 2027-01-31
    const pieces = [postmortem('2020-06-01'), certificate('2024-01-31')];
    expect(summariseEvidence(pieces, '2025-01-01')).toEqual({
      carriedLevel: 5,
      evidenceClass: 4,
      freshLevel: 2,
      freshUntil: '2027-01-31',
      freshCount: 1,
      staleCount: 1,
    });
  });

  it('leaves out what is dated later', () => {
    expect(summariseEvidence([certificate('2024-01-31'), postmortem('2026-01-01')], '2025-01-01').carriedLevel).toBe(2);
  });

  it('is empty without evidence', () => {
    expect(summariseEvidence([], '2025-01-01')).toEqual({
      carriedLevel: null,
      evidenceClass: null,
      freshLevel: null,
      freshUntil: null,
      freshCount: 0,
      staleCount: 0,
    });
  });
});

describe('a claimed level', () => {
  it('stands when the evidence carries it', () => {
    expect(checkClaim(2, [certificate()])).toEqual({ ok: true, value: 2 });
    expect(checkClaim(3, [certificate(), postmortem()])).toEqual({ ok: true, value: 3 });
  });

  it('is refused above level 2 on certificates alone', () => {
    expect(checkClaim(3, [certificate(), certificate()])).toEqual({
      ok: false,
      problem: {
        code: 'EVIDENCE_CANNOT_CARRY',
        field: 'level',
        message:
          'External certificate can carry level 2 at most, and level 3 is claimed. Add stronger evidence or claim level 2.',
        claimedLevel: 3,
        carriedLevel: 2,
      },
    });
  });

  it('is refused without evidence, even at level 1', () => {
    expect(checkClaim(1, [])).toMatchObject({ ok: false, problem: { carriedLevel: null } });
  });
});
