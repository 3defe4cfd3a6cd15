/** Why this file exists: proves that some choice of kit items, within the minutes of every stage, rates all must-haves. */
import type { SkillKey } from '../domain/framework.js';
import type { LibraryKit, LibraryKitItem } from './library-kit.js';

/** A set of must-haves as bits, in the order of the must-have list. */
type Mask = bigint;

interface Choice {
  readonly minutes: number;
  readonly covered: Mask;
}

const includes = (all: Mask, part: Mask): boolean => (all & part) === part;

function sizeOf(mask: Mask): number {
  let rest = mask;
  let size = 0;
  for (; rest > 0n; rest &= rest - 1n) size++;
  return size;
}

/** Choices that no other choice beats by covering as much in as little time. */
function unbeaten(choices: readonly Choice[]): readonly Choice[] {
  const kept: Choice[] = [];
  for (const choice of choices.toSorted((a, b) => a.minutes - b.minutes || sizeOf(b.covered) - sizeOf(a.covered))) {
    if (kept.some((other) => includes(other.covered, choice.covered))) continue;
    kept.push(choice);
  }
  return kept;
}

/** Largest sets that the items of one stage can cover within its minutes. */
function stageChoices(items: readonly LibraryKitItem[], minutes: number, maskOf: (item: LibraryKitItem) => Mask) {
  let choices: readonly Choice[] = [{ minutes: 0, covered: 0n }];
  for (const item of items) {
    const added = choices
      .map((choice) => ({ minutes: choice.minutes + item.minutes, covered: choice.covered | maskOf(item) }))
      .filter((choice) => choice.minutes <= minutes);
    choices = unbeaten([...choices, ...added]);
  }
  return choices.map((choice) => choice.covered);
}

/** Items of a kit that are meant for a rung. */
export const itemsAtRung = (kit: LibraryKit, rung: number): readonly LibraryKitItem[] =>
  kit.items.filter((item) => item.rungs.includes(rung));

/**
 * Must-haves that stay unrated under the best interview plan: the choice of items that covers the most of them while the
 * items of each stage fit into its minutes. Empty when all can be covered. The search is exact.
 * @param rung  1..5; only items meant for it are used
 */
export function uncoveredMustHaves(kit: LibraryKit, rung: number, musts: ReadonlySet<SkillKey>): readonly SkillKey[] {
  const list = [...musts];
  const maskOf = (item: LibraryKitItem): Mask =>
    list.reduce((mask, skill, n) => (item.skills.includes(skill) ? mask | (1n << BigInt(n)) : mask), 0n);
  let best: readonly Mask[] = [0n];
  for (const stage of kit.stages) {
    const items = itemsAtRung(kit, rung).filter((item) => item.stage === stage.key);
    const options = stageChoices(items, stage.minutes, maskOf);
    const joined = best.flatMap((mask) => options.map((option) => ({ minutes: 0, covered: mask | option })));
    best = unbeaten(joined).map((choice) => choice.covered);
  }
  const most = best.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a), 0n);
  return list.filter((_, n) => !includes(most, 1n << BigInt(n)));
}
