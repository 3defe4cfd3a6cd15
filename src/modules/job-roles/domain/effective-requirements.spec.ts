/** Why this file exists: a raise that is lost or invented changes what people are hired and judged for. */
import fc from 'fast-check';
import type { EvidenceClass, Level, SkillKey, Track } from '../../frameworks/index.js';
import { effectiveRequirements, evidenceClassForLevel } from './effective-requirements.js';
import type { Overlay, OverlayKey, OverlayRaise, Requirement } from './requirement.js';

const requirement = (skill: string, level: Level, change: Partial<Requirement> = {}): Requirement => ({
  skill: skill as SkillKey,
  level,
  weight: 3,
  isMustHave: false,
  minEvidenceClass: evidenceClassForLevel(level),
  stages: ['screen'],
  ...change,
});
const raise = (skill: string, floor: readonly number[], change: Partial<OverlayRaise> = {}): OverlayRaise => ({
  skill: skill as SkillKey,
  tracks: ['PRODUCTION'],
  floor,
  weight: 3,
  mustFrom: null,
  why: `why ${skill}`,
  ...change,
});
const overlay = (key: string, ...raises: readonly OverlayRaise[]): Overlay => ({
  key: key as OverlayKey,
  name: key,
  when: '',
  regulatoryContext: [],
  raises,
});
const at = (rung: number, track: Track = 'PRODUCTION') => ({ track, rung });
const one = (base: readonly Requirement[], rung: number, ...overlays: readonly Overlay[]) =>
  effectiveRequirements(base, at(rung), overlays)[0];

describe('effective requirements', () => {
  it('are the base, without reasons, when there is no overlay', () => {
    const base = requirement('risk', 3, { minEvidenceClass: 1 });
    expect(effectiveRequirements([base], at(3), [])).toEqual([{ ...base, baseLevel: 3, reasons: [] }]);
  });

  it('rise to the floor of the rung, with the higher weight, and say why', () => {
    const [base, risk] = [requirement('risk', 2), overlay('samd', raise('risk', [1, 2, 3, 3, 4], { weight: 4 }))];
    expect(one([base], 3, risk)).toEqual({
      skill: 'risk',
      level: 3,
      weight: 4,
      isMustHave: false,
      minEvidenceClass: 3, // class 2 of the base, 3 for level 3
      stages: ['screen'],
      baseLevel: 2,
      reasons: [{ overlay: 'samd', why: 'why risk', fromLevel: 2, toLevel: 3, madeMustHave: false }],
    });
  });

  it('never fall: a floor below the base leaves level and weight', () => {
    const base = requirement('risk', 4, { weight: 5 });
    expect(one([base], 1, overlay('samd', raise('risk', [1, 2, 3, 3, 4])))).toEqual({
      ...base,
      baseLevel: 4,
      reasons: [],
    });
  });

  it('become must-haves from the rung that the overlay names, also at an unchanged level', () => {
    const [base, risk] = [requirement('risk', 3), overlay('samd', raise('risk', [1, 1, 1, 1, 1], { mustFrom: 3 }))];
    expect(one([base], 2, risk)).toMatchObject({ isMustHave: false, reasons: [] });
    expect(one([base], 3, risk)).toMatchObject({
      isMustHave: true,
      level: 3,
      reasons: [{ fromLevel: 3, toLevel: 3, madeMustHave: true }],
    });
  });

  it('keep a must-have of the base without calling it made by the overlay', () => {
    const base = requirement('risk', 2, { isMustHave: true });
    expect(one([base], 3, overlay('samd', raise('risk', [3, 3, 3, 3, 3], { mustFrom: 1 })))).toMatchObject({
      isMustHave: true,
      reasons: [{ madeMustHave: false, toLevel: 3 }],
    });
  });

  it('tell a raise of the weight alone by a reason with equal levels', () => {
    const risen = one([requirement('risk', 3)], 1, overlay('samd', raise('risk', [1, 1, 1, 1, 1], { weight: 5 })));
    expect(risen).toMatchObject({ weight: 5, reasons: [{ fromLevel: 3, toLevel: 3, madeMustHave: false }] });
  });

  it('keep an evidence class of the base that is stricter than the level asks for', () => {
    const base = requirement('risk', 2, { minEvidenceClass: 5 });
    expect(one([base], 1, overlay('samd', raise('risk', [3, 3, 3, 3, 3])))?.minEvidenceClass).toBe(5);
  });

  it('gain skills that only the overlay asks for, after the base, without stages', () => {
    const samd = overlay(
      'samd',
      raise('vigilance', [1, 2, 3, 4, 4]),
      raise('lifecycle', [1, 2, 3, 4, 4], { mustFrom: 2 }),
    );
    const all = effectiveRequirements([requirement('risk', 2)], at(2), [samd]);
    expect(all.map((each) => each.skill)).toEqual(['risk', 'lifecycle', 'vigilance']);
    expect(all[1]).toEqual({
      skill: 'lifecycle',
      level: 2,
      weight: 3,
      isMustHave: true,
      minEvidenceClass: 2,
      stages: [],
      baseLevel: null,
      reasons: [{ overlay: 'samd', why: 'why lifecycle', fromLevel: null, toLevel: 2, madeMustHave: true }],
    });
  });

  it('are untouched by a raise of another track, a floor of 0, and a rung without a floor', () => {
    const base = [requirement('risk', 2)];
    const research = overlay('a', raise('risk', [5, 5, 5, 5, 5], { tracks: ['RESEARCH'], mustFrom: 1 }));
    const zero = overlay('b', raise('risk', [0, 0, 5, 5, 5], { mustFrom: 1 }), raise('other', [0, 0, 1, 1, 1]));
    expect(effectiveRequirements(base, at(2), [research, zero])).toEqual(effectiveRequirements(base, at(2), []));
    expect(effectiveRequirements(base, at(6), [zero])).toEqual(effectiveRequirements(base, at(6), []));
  });

  it('of a hybrid job role are raised at the rung it states', () => {
    const both = overlay('a', raise('risk', [1, 2, 3, 4, 5], { tracks: ['RESEARCH', 'HYBRID'] }));
    expect(effectiveRequirements([], at(2, 'HYBRID'), [both])[0]?.level).toBe(2);
    expect(effectiveRequirements([], at(5, 'HYBRID'), [both])[0]?.level).toBe(5);
  });

  it('take the highest of several overlays and keep one reason for each that changed something', () => {
    const low = overlay('a', raise('risk', [3, 3, 3, 3, 3], { mustFrom: 1 }));
    const high = overlay('b', raise('risk', [4, 4, 4, 4, 4]));
    const none = overlay('c', raise('risk', [1, 1, 1, 1, 1]));
    const risen = one([requirement('risk', 2)], 1, none, high, low);
    expect(risen).toMatchObject({ level: 4, isMustHave: true, minEvidenceClass: 3 });
    expect(risen?.reasons.map(({ overlay: key, fromLevel, toLevel }) => [key, fromLevel, toLevel])).toEqual([
      ['a', 2, 3],
      ['b', 3, 4],
    ]);
  });

  const level = fc.integer({ min: 1, max: 5 }).map((n) => n as Level);
  const skill = fc.constantFrom('a', 'b', 'c');
  const someBase = fc
    .uniqueArray(fc.tuple(skill, level, fc.boolean()), { selector: ([key]) => key })
    .map((list) => list.map(([key, n, isMustHave]) => requirement(key, n, { isMustHave })));
  const someFloor = fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }).map((list) => list.toSorted());
  const someOverlays = fc
    .array(fc.array(fc.tuple(skill, someFloor, fc.integer({ min: 1, max: 5 })), { maxLength: 4 }), { maxLength: 3 })
    .map((list) =>
      list.map((raises, index) =>
        overlay(`o${index}`, ...raises.map(([key, floor, weight]) => raise(key, floor, { weight }))),
      ),
    );

  it('are never lower than the base, and the same for overlays in any order', () => {
    fc.assert(
      fc.property(someBase, someOverlays, fc.integer({ min: 1, max: 5 }), (base, overlays, rung) => {
        const all = effectiveRequirements(base, at(rung), overlays);
        expect(effectiveRequirements(base, at(rung), overlays.toReversed())).toEqual(all);
        expect(all.slice(0, base.length).map((each) => each.skill)).toEqual(base.map((each) => each.skill));
        all.forEach((each, index) => {
          const before = base[index];
          expect(each.baseLevel).toBe(before?.level ?? null);
          expect(each.level).toBeGreaterThanOrEqual(before?.level ?? 1);
          expect(each.weight).toBeGreaterThanOrEqual(before?.weight ?? 1);
          expect(each.minEvidenceClass).toBeGreaterThanOrEqual(evidenceClassForLevel(each.level));
          expect(each.isMustHave || before?.isMustHave !== true).toBe(true);
        });
      }),
    );
  });
});

describe('the evidence class of a level', () => {
  it('is stated for 1, certified for 2 and observed from 3 up', () => {
    const classes: readonly EvidenceClass[] = ([1, 2, 3, 4, 5] as const).map(evidenceClassForLevel);
    expect(classes).toEqual([1, 2, 3, 3, 3]);
  });
});
