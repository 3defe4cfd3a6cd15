/** Why this file exists: a blocked step must say what is missing, and an unknown level must not pass for one that is held. */
import fc from 'fast-check';
import type { Level, LevelStep, Prerequisite, SkillKey } from '../../frameworks/index.js';
import { stepReadiness } from './blocked-steps.js';

const drift = 'drift-monitoring' as SkillKey;
const sourcing = 'data-sourcing' as SkillKey;
const serving = 'online-serving' as SkillKey;
const step = (skill: SkillKey, from: LevelStep['from']): LevelStep => ({ skill, from });
const needs = (skill: SkillKey, minLevel: Level, fromLevel: Level): Prerequisite => ({ skill, minLevel, fromLevel });
const held = (...pairs: readonly (readonly [SkillKey, Level])[]) => new Map<SkillKey, Level>(pairs);
// To hold drift-monitoring 2: data-sourcing 2. To hold 3: data-sourcing 3 and online-serving 1.
const PREREQUISITES = new Map([[drift, [needs(sourcing, 2, 2), needs(sourcing, 3, 3), needs(serving, 1, 3)]]]);

test('a step without prerequisites at its level can start with nothing held', () => {
  expect(stepReadiness([step(drift, 0)], held(), PREREQUISITES)).toEqual({
    canStart: [step(drift, 0)],
    blocked: [],
    reached: [],
  });
});

test('a missing prerequisite is said in words, unknown apart from too low', () => {
  const one = stepReadiness([step(drift, 1)], held([drift, 1]), PREREQUISITES);
  expect(one.blocked).toEqual([
    {
      step: step(drift, 1),
      missing: [
        { skill: sourcing, level: 2, held: null, message: 'needs data-sourcing at level 2, held: not assessed' },
      ],
    },
  ]);
  const low = stepReadiness([step(drift, 1)], held([drift, 1], [sourcing, 1]), PREREQUISITES);
  expect(low.blocked[0]?.missing[0]?.message).toBe('needs data-sourcing at level 2, held: level 1');
});

test('prerequisites of lower levels still count, the highest of each skill, together with the level below', () => {
  const { blocked } = stepReadiness([step(drift, 2)], held([sourcing, 2]), PREREQUISITES);
  expect(blocked[0]?.missing.map(({ message }) => message)).toEqual([
    'needs data-sourcing at level 3, held: level 2',
    'needs drift-monitoring at level 2, held: not assessed',
    'needs online-serving at level 1, held: not assessed',
  ]);
});

test('a step can start once everything is held exactly', () => {
  const now = held([drift, 2], [sourcing, 3], [serving, 1]);
  expect(stepReadiness([step(drift, 2)], now, PREREQUISITES).canStart).toEqual([step(drift, 2)]);
});

test('a step whose level is held is reached, even when a prerequisite is not', () => {
  const result = stepReadiness([step(drift, 0), step(drift, 1), step(drift, 2)], held([drift, 2]), PREREQUISITES);
  expect(result.reached).toEqual([step(drift, 0), step(drift, 1)]);
  expect(result.blocked.map((one) => one.step)).toEqual([step(drift, 2)]);
});

test('every step is in exactly one list, and holding more never blocks a step that could start', () => {
  const skill = fc.constantFrom(drift, sourcing, serving);
  const level = fc.constantFrom<Level>(1, 2, 3, 4, 5);
  const heldLevels = fc.array(fc.tuple(skill, level)).map((pairs) => new Map(pairs));
  const from = fc.constantFrom<LevelStep['from']>(0, 1, 2, 3, 4);
  const steps = fc.uniqueArray(fc.record({ skill, from }), { selector: (one) => `${one.skill}${one.from}` });
  const prerequisites = fc
    .array(fc.tuple(skill, fc.record({ skill, minLevel: level, fromLevel: level })))
    .map(
      (pairs) =>
        new Map([drift, sourcing, serving].map((key) => [key, pairs.filter(([k]) => k === key).map(([, p]) => p)])),
    );
  fc.assert(
    fc.property(steps, heldLevels, prerequisites, skill, (all, now, rules, more) => {
      const before = stepReadiness(all, now, rules);
      expect([...before.canStart, ...before.reached, ...before.blocked.map((one) => one.step)]).toHaveLength(
        all.length,
      );
      expect(before.blocked.every(({ missing }) => missing.length > 0)).toBe(true);
      const after = stepReadiness(all, new Map([...now, [more, 5]]), rules);
      const open = new Set([...after.canStart, ...after.reached]);
      expect(before.canStart.every((one) => open.has(one))).toBe(true);
    }),
  );
});
