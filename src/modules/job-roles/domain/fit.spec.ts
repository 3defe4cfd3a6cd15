/** Why this file exists: floors before averages and unknown apart from low are promises; here they are held to by numbers. */
import fc from 'fast-check';
import type { EvidenceClass, Level, SkillKey } from '../../frameworks/index.js';
import { fitOf, subtotalsByAxis, type HeldLevel } from './fit.js';
import { percent } from './fit-words.js';
import type { Requirement } from './requirement.js';

const requirement = (skill: string, level: Level, weight: number, isMustHave = false): Requirement => ({
  skill: skill as SkillKey,
  level,
  weight,
  isMustHave,
  minEvidenceClass: 3,
  stages: [],
});
const held = (entries: Readonly<Record<string, readonly [Level, EvidenceClass]>>): ReadonlyMap<SkillKey, HeldLevel> =>
  new Map(Object.entries(entries).map(([key, [level, evidenceClass]]) => [key as SkillKey, { level, evidenceClass }]));

describe('the fit of a profile', () => {
  const asked = [requirement('stats', 4, 5, true), requirement('serving', 3, 4), requirement('python', 2, 1)];

  it('is the weighted attainment over what is known, with coverage and the demonstrated share beside it', () => {
    // stats 3/4 = .75 at weight 5; serving unknown at weight 4; python 5/2 counts as 1 at weight 1
    // fit (5·.75 + 1) / 6 = 4.75/6; coverage 6/10; demonstrated 4.75/10
    const fit = fitOf(asked, held({ stats: [3, 3], python: [5, 1] }));
    expect(fit.fit).toBeCloseTo(4.75 / 6, 12);
    expect(fit.coverage).toBeCloseTo(0.6, 12);
    expect(fit.demonstrated).toBeCloseTo(0.475, 12);
  });

  it('shows every requirement with what is held, unknown as null and never as 0', () => {
    const { lines } = fitOf(asked, held({ stats: [3, 3], python: [5, 1] }));
    expect(lines.map(({ status, held: level, attainment }) => [status, level, attainment])).toEqual([
      ['BELOW', 3, 0.75],
      ['NOT_ASSESSED', null, null],
      ['MET', 5, 1],
    ]);
  });

  it('has no value when nothing is assessed', () => {
    const fit = fitOf(asked, new Map());
    expect(fit).toMatchObject({ fit: null, coverage: 0, demonstrated: 0, isReady: false, mustHaveCoverage: 0 });
    expect(fit.words.at(-1)).toBe('No requirement has been assessed, so there is no fit to tell.');
  });

  it('has no value when nothing is asked', () => {
    expect(fitOf([], held({ stats: [5, 5] }))).toMatchObject({ fit: null, coverage: 0, demonstrated: 0, lines: [] });
  });
});

describe('must-haves', () => {
  it('keep a profile of 97 percent from being ready when one is missing', () => {
    // three requirements of weight 5, 4 and 1 attained in full but for the must-have incident: level 2 of 3 at weight 1
    // fit (5 + 4 + 1·2/3) / 10 = .9667
    const asked = [
      requirement('python', 3, 5, true),
      requirement('serving', 3, 4),
      requirement('incident', 3, 1, true),
    ];
    const fit = fitOf(asked, held({ python: [4, 4], serving: [3, 3], incident: [2, 3] }));
    expect(fit.fit).toBeCloseTo(0.9667, 4);
    expect(fit.coverage).toBe(1);
    expect(fit.isReady).toBe(false);
    expect(fit.mustHaves).toMatchObject({ total: 2, met: 1, missing: [{ skill: 'incident', status: 'BELOW' }] });
    expect(fit.words).toEqual([
      '1 of 2 must-haves is missing: incident (level 2 held, level 3 asked).',
      'Not ready: 1 below the floor among the must-haves, and no percentage makes up for that.',
      'The fit is 97 % over what has been assessed, which is 100 % of the requirements by weight; 97 % of the whole is demonstrated.',
    ]);
  });

  it('keep a profile of 100 percent from being ready when one is not assessed', () => {
    // python 3/3 at weight 5; incident unknown at weight 1: fit 1, coverage 5/6
    const fit = fitOf(
      [requirement('python', 3, 5, true), requirement('incident', 3, 1, true)],
      held({ python: [3, 3] }),
    );
    expect(fit).toMatchObject({ fit: 1, isReady: false });
    expect(fit.mustHaveCoverage).toBeCloseTo(5 / 6, 12);
    expect(fit.words[1]).toContain('1 not assessed');
  });

  it('are not met on evidence weaker than their class, and the attainment stays as it is', () => {
    const asked = [requirement('python', 3, 5, true), requirement('serving', 3, 1)];
    const fit = fitOf(asked, held({ python: [3, 2], serving: [3, 1] }));
    expect(fit.lines.map((line) => line.status)).toEqual(['EVIDENCE_TOO_WEAK', 'MET']);
    expect(fit).toMatchObject({ fit: 1, isReady: false, mustHaveCoverage: 1 });
    expect(fit.words.slice(0, 2)).toEqual([
      '1 of 1 must-haves is missing: python (evidence of class 2 held, class 3 asked).',
      'Not ready: 1 on too weak evidence among the must-haves, and no percentage makes up for that.',
    ]);
  });

  it('make ready when all are met at their evidence class, whatever else is low or unknown', () => {
    const asked = [requirement('python', 3, 1, true), requirement('serving', 5, 5), requirement('stats', 5, 5)];
    const fit = fitOf(asked, held({ python: [3, 3], serving: [1, 1] }));
    expect(fit).toMatchObject({ isReady: true, mustHaveCoverage: 1 });
    expect(fit.words.slice(0, 2)).toEqual([
      'The one must-have is met.',
      'Ready: every must-have is met, on evidence strong enough.',
    ]);
  });

  it('must exist for a profile to be ready', () => {
    const fit = fitOf([requirement('python', 3, 1)], held({ python: [5, 5] }));
    expect(fit).toMatchObject({ fit: 1, isReady: false, mustHaveCoverage: null });
    expect(fit.words.slice(0, 2)).toEqual([
      'This job role names no must-haves.',
      'Readiness cannot be told without must-haves; name at least one.',
    ]);
  });

  it('are called by name where names are given, several of them in the order asked', () => {
    const asked = [requirement('b', 2, 1, true), requirement('a', 2, 1, true), requirement('c', 1, 1, true)];
    const names = new Map([['a' as SkillKey, 'Alpha']]);
    expect(fitOf(asked, held({ c: [1, 3], a: [1, 3] }), names).words.slice(0, 2)).toEqual([
      '2 of 3 must-haves are missing: b (not assessed, level 2 asked); Alpha (level 1 held, level 2 asked).',
      'Not ready: 1 not assessed, 1 below the floor among the must-haves, and no percentage makes up for that.',
    ]);
    expect(fitOf(asked, held({ a: [2, 3], b: [2, 3], c: [2, 3] })).words[0]).toBe('All 3 must-haves are met.');
  });
});

describe('fits in general', () => {
  const level = fc.integer({ min: 1, max: 5 }).map((n) => n as Level);
  const someAsked = fc
    .array(fc.tuple(level, fc.integer({ min: 1, max: 5 }), fc.boolean()), { minLength: 1, maxLength: 8 })
    .map((list) => list.map(([n, weight, isMust], index) => requirement(`s${index}`, n, weight, isMust)));
  const someHeld = fc
    .array(fc.tuple(fc.nat(9), level, level), { maxLength: 8 })
    .map((list) => new Map(list.map(([index, n, c]) => [`s${index}` as SkillKey, { level: n, evidenceClass: c }])));

  it('stay within bounds, and the demonstrated share is fit times coverage', () => {
    fc.assert(
      fc.property(someAsked, someHeld, (asked, profile) => {
        const { fit, coverage, demonstrated } = fitOf(asked, profile);
        expect(fit ?? 0.5).toBeGreaterThan(0);
        expect(fit ?? 0.5).toBeLessThanOrEqual(1);
        expect(coverage).toBeLessThanOrEqual(1);
        expect(demonstrated).toBeCloseTo((fit ?? 0) * coverage, 12);
        expect(fit === null).toBe(coverage === 0);
      }),
    );
  });

  it('never say ready while a floor is missing, and always name each that is', () => {
    fc.assert(
      fc.property(someAsked, someHeld, (asked, profile) => {
        const { isReady, mustHaves, words } = fitOf(asked, profile);
        expect(mustHaves.met + mustHaves.missing.length).toBe(mustHaves.total);
        expect(isReady).toBe(mustHaves.total > 0 && mustHaves.met === mustHaves.total);
        expect(words.some((sentence) => sentence.startsWith('Ready'))).toBe(isReady);
        for (const line of mustHaves.missing) expect(words[0]).toContain(`${line.skill} (`);
      }),
    );
  });

  it('do not fall when one more skill is assessed, as far as the demonstrated share and the must-haves go', () => {
    fc.assert(
      fc.property(someAsked, someHeld, level, (asked, profile, more) => {
        const unknown = asked.find((one) => !profile.has(one.skill));
        fc.pre(unknown !== undefined);
        const richer = new Map(profile).set(unknown.skill, { level: more, evidenceClass: 5 });
        const [before, after] = [fitOf(asked, profile), fitOf(asked, richer)];
        expect(after.demonstrated).toBeGreaterThan(before.demonstrated);
        expect(after.mustHaves.met).toBeGreaterThanOrEqual(before.mustHaves.met);
      }),
    );
  });
});

describe('subtotals by track', () => {
  const asked = [requirement('stats', 4, 5), requirement('serving', 2, 2), requirement('python', 2, 2)];
  const { lines } = fitOf(asked, held({ stats: [4, 3], serving: [1, 3] }));

  it('weigh each line by its affinity to the track', () => {
    const affinity = new Map([
      ['stats' as SkillKey, { research: 1, production: 0.2 }],
      ['serving' as SkillKey, { research: 0, production: 1 }],
      ['python' as SkillKey, { research: 0.5, production: 1 }],
    ]);
    // research: weights 5·1, 2·0, 2·.5 = 5, 0, 1; attained 5 of 5 known: fit 1, coverage 5/6, demonstrated 5/6
    // production: weights 5·.2, 2·1, 2·1 = 1, 2, 2; attained 1 + 2·.5 = 2 of 3 known: fit 2/3, coverage 3/5, demonstrated 2/5
    const { research, production } = subtotalsByAxis(lines, affinity);
    expect(research.fit).toBe(1);
    expect(research.coverage).toBeCloseTo(5 / 6, 12);
    expect(production.fit).toBeCloseTo(2 / 3, 12);
    expect(production.coverage).toBeCloseTo(0.6, 12);
    expect(production.demonstrated).toBeCloseTo(0.4, 12);
  });

  it('have no value on a track to which nothing belongs', () => {
    expect(subtotalsByAxis(lines, new Map()).research).toEqual({ fit: null, coverage: 0, demonstrated: 0 });
  });
});

describe('percentages in sentences', () => {
  it.each([
    [0, 0],
    [0.001, 1],
    [0.344, 34],
    [0.345, 35],
    [0.999, 99],
    [1, 100],
  ])('%d is told as %i', (share, told) => {
    expect(percent(share)).toBe(told);
  });
});
