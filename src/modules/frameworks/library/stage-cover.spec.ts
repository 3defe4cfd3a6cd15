/** Why this file exists: the search for an interview plan is exact: compared by hand and with trying everything. */
import fc from 'fast-check';
import type { SkillKey } from '../domain/framework.js';
import { byKey, SHIPPED } from './library.fixture.js';
import type { LibraryKit } from './library-kit.js';
import { uncoveredMustHaves } from './stage-cover.js';

interface Item {
  readonly stage: string;
  readonly minutes: number;
  readonly skills: readonly string[];
  readonly rungs?: readonly number[];
}

const model = byKey(SHIPPED.kits, 'kit-research');
function kitOf(stages: Readonly<Record<string, number>>, items: readonly Item[]): LibraryKit {
  const [stage] = model.stages;
  const [item] = model.items;
  if (stage === undefined || item === undefined) throw new Error('the shipped kit is empty');
  return {
    ...model,
    stages: Object.entries(stages).map(([key, minutes]) => ({ ...stage, key: key as typeof stage.key, minutes })),
    items: items.map((one) => ({
      ...item,
      stage: one.stage as typeof item.stage,
      minutes: one.minutes,
      skills: one.skills as readonly SkillKey[],
      rungs: one.rungs ?? [1],
    })),
  };
}
const musts = (...skills: readonly string[]) => new Set(skills as readonly SkillKey[]);

describe('the best interview plan', () => {
  it('covers everything when the items fit', () => {
    const kit = kitOf({ screen: 30 }, [
      { stage: 'screen', minutes: 10, skills: ['a', 'b'] },
      { stage: 'screen', minutes: 20, skills: ['c'] },
    ]);
    expect(uncoveredMustHaves(kit, 1, musts('a', 'b', 'c'))).toEqual([]);
  });

  it('names what does not fit into the minutes of the stage', () => {
    const kit = kitOf({ screen: 29 }, [
      { stage: 'screen', minutes: 10, skills: ['a', 'b'] },
      { stage: 'screen', minutes: 20, skills: ['c'] },
    ]);
    expect(uncoveredMustHaves(kit, 1, musts('a', 'b', 'c'))).toEqual(['c']);
  });

  it('does not fall for the item that covers most at once', () => {
    // Taking a, b and c together (20 minutes) leaves no room for d; the two items of 15 cover all four.
    const kit = kitOf({ screen: 30 }, [
      { stage: 'screen', minutes: 20, skills: ['a', 'b', 'c'] },
      { stage: 'screen', minutes: 15, skills: ['a', 'b'] },
      { stage: 'screen', minutes: 15, skills: ['c', 'd'] },
    ]);
    expect(uncoveredMustHaves(kit, 1, musts('a', 'b', 'c', 'd'))).toEqual([]);
  });

  it('looks at all stages together', () => {
    // The screen has room for one of two items; only with b there can the other stage, which has a, complete the set.
    const kit = kitOf({ screen: 10, talk: 10 }, [
      { stage: 'screen', minutes: 10, skills: ['a'] },
      { stage: 'screen', minutes: 10, skills: ['b'] },
      { stage: 'talk', minutes: 10, skills: ['a'] },
    ]);
    expect(uncoveredMustHaves(kit, 1, musts('a', 'b'))).toEqual([]);
  });

  it('uses only items of the rung', () => {
    const kit = kitOf({ screen: 10 }, [{ stage: 'screen', minutes: 10, skills: ['a'], rungs: [2, 3] }]);
    expect(uncoveredMustHaves(kit, 1, musts('a'))).toEqual(['a']);
    expect(uncoveredMustHaves(kit, 3, musts('a'))).toEqual([]);
  });

  it('needs nothing when nothing is a must-have', () => {
    expect(uncoveredMustHaves(kitOf({}, []), 1, musts())).toEqual([]);
  });

  it('covers as many must-haves as trying every choice does', () => {
    const item = fc.record({
      stage: fc.constantFrom('screen', 'talk'),
      minutes: fc.integer({ min: 1, max: 6 }),
      skills: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.integer({ min: 1, max: 12 }), (items, minutes) => {
        const wanted = musts('a', 'b', 'c', 'd', 'e');
        const found = uncoveredMustHaves(kitOf({ screen: minutes, talk: 5 }, items), 1, wanted);
        expect(found).toHaveLength(fewestUncovered(items, { screen: minutes, talk: 5 }, wanted));
      }),
    );
  });
});

/** Tries every choice of items. */
function fewestUncovered(
  items: readonly Item[],
  stages: Readonly<Record<string, number>>,
  wanted: ReadonlySet<string>,
): number {
  let fewest = wanted.size;
  for (let choice = 0; choice < 2 ** items.length; choice++) {
    const chosen = items.filter((_, n) => (choice >> n) % 2 === 1);
    const fits = Object.entries(stages).every(
      ([stage, minutes]) =>
        chosen.filter((one) => one.stage === stage).reduce((sum, one) => sum + one.minutes, 0) <= minutes,
    );
    const covered = new Set(chosen.flatMap((one) => one.skills));
    if (fits) fewest = Math.min(fewest, [...wanted].filter((skill) => !covered.has(skill)).length);
  }
  return fewest;
}
