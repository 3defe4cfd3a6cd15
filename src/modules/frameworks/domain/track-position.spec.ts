/** Why this file exists: a position that counts the unknown as low, or hides how much is unknown, would misdescribe people. */
import fc from 'fast-check';
import type { Level, SkillKey } from './framework.js';
import { trackPosition } from './track-position.js';

const skill = (name: string, research: number, production: number) => ({
  key: name as SkillKey,
  affinity: { research, production },
});
const held = (entries: Readonly<Record<string, Level>>) =>
  new Map(Object.entries(entries).map(([name, level]) => [name as SkillKey, level]));

describe('the track position', () => {
  const skills = [skill('stats', 1, 0.2), skill('serving', 0, 1), skill('python', 0.5, 0.8)];

  it('sums held levels by affinity over the whole framework, with the known share beside it', () => {
    // research: (4·1 + 3·.5) / 5·(1 + 0 + .5) = 5.5 / 7.5; known (1 + .5) / 1.5 = 1
    // production: (4·.2 + 3·.8) / 5·(.2 + 1 + .8) = 3.2 / 10; known (.2 + .8) / 2 = .5
    const position = trackPosition(skills, held({ stats: 4, python: 3 }));
    expect(position.research.position).toBeCloseTo(5.5 / 7.5, 12);
    expect(position.research.coverage).toBe(1);
    expect(position.production.position).toBeCloseTo(0.32, 12);
    expect(position.production.coverage).toBe(0.5);
  });

  it('has no value, not a low one, where nothing of the axis is known', () => {
    const { research } = trackPosition(skills, held({ serving: 5 }));
    expect(research).toEqual({ position: null, coverage: 0 });
  });

  it('has neither value nor coverage on an axis that the framework does not have', () => {
    const { research } = trackPosition([skill('serving', 0, 1)], held({ serving: 5 }));
    expect(research).toEqual({ position: null, coverage: null });
  });

  it('ignores skills of another framework', () => {
    expect(trackPosition(skills, held({ stats: 4, elsewhere: 5 }))).toEqual(trackPosition(skills, held({ stats: 4 })));
  });

  it('stays within 0 and 1, reaches 1 exactly at level 5 everywhere, and never falls when more is known', () => {
    const affinities = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(affinities, fc.nat(11), (tenths, known) => {
        const all = tenths.map((n, index) => skill(`s${index}`, n / 10, 1));
        const top = new Map<SkillKey, Level>(all.map((one) => [one.key, 5]));
        const at = (count: number) => trackPosition(all, new Map([...top].slice(0, count))).research.position ?? 0;
        expect(trackPosition(all, top).research).toEqual({ position: 1, coverage: 1 });
        expect(at(known)).toBeLessThanOrEqual(1);
        expect(at(known + 1)).toBeGreaterThanOrEqual(at(known));
      }),
    );
  });
});
