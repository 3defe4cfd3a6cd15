/** Why this file exists: a suggested plan is the smallest one, checked against trying every choice. */
import fc from 'fast-check';
import { smallestCover } from './cover-search.js';
import type { ChosenOption, CoverStage } from './cover-search.js';
import { kitItem, skill, smallKit, stageKey } from './evaluation.fixture.js';
import type { Kit } from './kit.js';
import { suggestPlan } from './plan-suggestion.js';

const must = (name: string) => ({ skill: skill(name), isMustHave: true });
const nice = (name: string) => ({ skill: skill(name), isMustHave: false });

describe('a suggested plan', () => {
  it('covers every must-have with the fewest items', () => {
    // build alone covers pipelines and testing; feed would cover pipelines too but is not needed
    const plan = suggestPlan(smallKit, 2, [must('pipelines'), must('testing'), must('serving')]);
    expect(plan).toEqual({
      stages: [
        { stage: 'screen', minutes: 20, items: [{ itemKey: 'serve', skills: ['serving'] }] },
        { stage: 'sample', minutes: 60, items: [{ itemKey: 'build', skills: ['pipelines', 'testing'] }] },
      ],
      minutes: 80,
      uncovered: [],
      isSmallest: true,
    });
  });

  it('prefers fewer minutes among equally few items', () => {
    // feed (20 minutes) and build (60) both cover pipelines
    expect(suggestPlan(smallKit, 2, [must('pipelines')]).stages.map((stage) => stage.stage)).toEqual(['screen']);
  });

  it('rates what the job role asks for on a chosen item, must-have or not, and nothing else', () => {
    const [stage] = suggestPlan(smallKit, 2, [must('pipelines'), nice('sql')]).stages;
    expect(stage?.items).toEqual([{ itemKey: 'feed', skills: ['pipelines', 'sql'] }]);
    const [bare] = suggestPlan(smallKit, 2, [must('pipelines')]).stages;
    expect(bare?.items).toEqual([{ itemKey: 'feed', skills: ['pipelines'] }]);
  });

  it('leaves uncovered what no item of the rung rates', () => {
    // serve is meant for rungs 2 and 3 only; nothing rates charm
    const plan = suggestPlan(smallKit, 4, [must('charm'), must('serving'), must('sql')]);
    expect(plan.uncovered).toEqual(['charm', 'serving']);
    expect(plan.stages.flatMap((stage) => stage.items.map((item) => item.itemKey))).toEqual(['feed']);
  });

  it('leaves uncovered what does not fit into the minutes, covering as many as can be', () => {
    const kit: Kit = {
      ...smallKit,
      stages: [{ key: stageKey('screen'), name: 'Screen', minutes: 30, format: 'call' }],
      items: [
        kitItem('one', 'screen', ['sql'], { minutes: 30 }),
        kitItem('two', 'screen', ['serving'], { minutes: 15 }),
        kitItem('three', 'screen', ['testing'], { minutes: 15 }),
      ],
    };
    // 30 minutes hold either "one" (one must-have) or "two" and "three" (two)
    const plan = suggestPlan(kit, 1, [must('sql'), must('serving'), must('testing')]);
    expect(plan.uncovered).toEqual(['sql']);
    expect(plan.minutes).toBe(30);
  });

  it('is empty without must-haves', () => {
    expect(suggestPlan(smallKit, 2, [nice('sql')])).toEqual({
      stages: [],
      minutes: 0,
      uncovered: [],
      isSmallest: true,
    });
  });
});

const option = fc.record({
  minutes: fc.integer({ min: 1, max: 4 }).map((n) => n * 10),
  covers: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 4 }),
});
const stages = fc.array(
  fc.record({ minutes: fc.constantFrom(20, 40, 60), options: fc.array(option, { maxLength: 3 }) }),
  { maxLength: 4 },
);

interface Cost {
  readonly missed: number;
  readonly items: number;
  readonly minutes: number;
}
const costOf = (list: readonly CoverStage[], chosen: readonly ChosenOption[], wanted: number): Cost => {
  const picked = chosen.flatMap(({ stage, option: at }) => list[stage]?.options[at] ?? []);
  return {
    missed: wanted - new Set(picked.flatMap((one) => one.covers).filter((index) => index < wanted)).size,
    items: picked.length,
    minutes: picked.reduce((sum, one) => sum + one.minutes, 0),
  };
};
const fits = (list: readonly CoverStage[], chosen: readonly ChosenOption[]): boolean =>
  list.every(
    (stage, at) =>
      costOf(
        list,
        chosen.filter((one) => one.stage === at),
        0,
      ).minutes <= stage.minutes,
  );
const isWorse = (a: Cost, b: Cost): boolean =>
  a.missed !== b.missed ? a.missed > b.missed : a.items !== b.items ? a.items > b.items : a.minutes > b.minutes;

/** Whether `a` holds the earliest option in which the two differ; both are in stage and option order and equally long. */
const isEarlier = (a: readonly ChosenOption[], b: readonly ChosenOption[]): boolean => {
  const at = a.findIndex((one, n) => one.stage !== b[n]?.stage || one.option !== b[n].option);
  const [mine, other] = [a[at], b[at]];
  if (mine === undefined || other === undefined) return false;
  return mine.stage < other.stage || (mine.stage === other.stage && mine.option < other.option);
};

describe('the search for the smallest cover', () => {
  it('is never beaten by any other choice that fits, and of equal ones takes the earliest options', () => {
    fc.assert(
      fc.property(stages, fc.integer({ min: 0, max: 8 }), (list, wanted) => {
        const { chosen, isExact } = smallestCover(list, wanted);
        expect(isExact).toBe(true);
        expect(fits(list, chosen)).toBe(true);
        const all = list.flatMap((stage, at) => stage.options.map((_, n): ChosenOption => ({ stage: at, option: n })));
        const best = costOf(list, chosen, wanted);
        for (let mask = 0; mask < 1 << all.length; mask += 1) {
          const other = all.filter((_, n) => (mask & (1 << n)) !== 0);
          const cost = costOf(list, other, wanted);
          if (!fits(list, other) || isWorse(cost, best)) continue;
          expect(cost).toEqual(best);
          expect(isEarlier(other, chosen)).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same answer each time', () => {
    fc.assert(fc.property(stages, (list) => expect(smallestCover(list, 8)).toEqual(smallestCover(list, 8))));
  });

  it('keeps to the first of two equal options', () => {
    const twin = { minutes: 10, covers: [0] };
    expect(smallestCover([{ minutes: 30, options: [twin, twin] }], 1).chosen).toEqual([{ stage: 0, option: 0 }]);
  });

  it('says so when a kit is too large and overlapping to prove the answer, and still covers', () => {
    // 6 stages of 10 options, each covering 3 of 22 in a scattered pattern
    const hard = Array.from({ length: 6 }, (_, s) => ({
      minutes: 60,
      options: Array.from({ length: 10 }, (__, o) => ({
        minutes: 10 + ((s * 7 + o * 3) % 5) * 5,
        covers: [(s * 5 + o * 7) % 22, (s * 11 + o * 3 + 1) % 22, (s * 3 + o * 13 + 2) % 22],
      })),
    }));
    const { chosen, isExact } = smallestCover(hard, 22);
    expect(isExact).toBe(false);
    expect(fits(hard, chosen)).toBe(true);
    expect(costOf(hard, chosen, 22).missed).toBe(0);
  });
});
