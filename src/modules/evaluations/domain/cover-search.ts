/** Why this file exists: the smallest set of items that covers the must-haves within the minutes of every stage is found exactly, not guessed. */

/** One item that could be asked; `covers` holds indexes of what is wanted, 0 or more each, without repeats. */
export interface CoverOption {
  readonly minutes: number;
  readonly covers: readonly number[];
}

export interface CoverStage {
  readonly minutes: number;
  readonly options: readonly CoverOption[];
}

/** Where an option stands: index of its stage and its index within it. */
export interface ChosenOption {
  readonly stage: number;
  readonly option: number;
}

export interface SmallestCover {
  /** In stage order, then option order; empty when nothing wanted can be covered. */
  readonly chosen: readonly ChosenOption[];
  /** False when so many partial choices were alive that the least promising were dropped: a good answer, perhaps not the smallest. */
  readonly isExact: boolean;
}

/**
 * Partial choices kept at once. The kits of the built-in library need fewer than 100; the limit bounds the time that a kit made to be hard
 * can cost to about a second.
 */
const FRONTIER_LIMIT = 500;

interface Step extends CoverOption {
  readonly at: ChosenOption;
  readonly mask: bigint;
  /** What no later step covers: decided for good once this step is done. */
  readonly settles: bigint;
  readonly opensStage: boolean;
}

interface State {
  /** Covered so far, of what later steps could still cover. */
  readonly covered: bigint;
  readonly missed: number;
  readonly items: number;
  readonly minutes: number;
  readonly stageMinutes: number;
  /** One bit per step so far, 1 when taken: of equal choices the one that takes earlier options has the larger number. */
  readonly order: bigint;
  readonly last: { readonly at: ChosenOption; readonly before: State['last'] } | null;
}

/**
 * The best choice of options: first the fewest wanted things left uncovered, then the fewest items, then the fewest minutes, then the
 * order given. Walks all options in order and keeps a frontier of partial choices, dropping one only when another is at least as good
 * whatever follows. Same input, same answer.
 * @param wanted how many things are wanted, indexes 0..wanted-1
 */
export function smallestCover(stages: readonly CoverStage[], wanted: number): SmallestCover {
  let isExact = true;
  let frontier: readonly State[] = [
    { covered: 0n, missed: 0, items: 0, minutes: 0, stageMinutes: 0, order: 0n, last: null },
  ];
  for (const step of toSteps(stages, wanted)) {
    const limit = stages[step.at.stage]?.minutes ?? 0;
    const next: State[] = [];
    for (const state of frontier) {
      const skipped = { ...state, order: state.order * 2n, stageMinutes: step.opensStage ? 0 : state.stageMinutes };
      next.push(settle(skipped, step.settles));
      const adds = (step.mask & ~state.covered) !== 0n;
      if (adds && skipped.stageMinutes + step.minutes <= limit) next.push(settle(take(skipped, step), step.settles));
    }
    const pruned = prune(next);
    if (pruned.length > FRONTIER_LIMIT) isExact = false;
    frontier = pruned.length > FRONTIER_LIMIT ? [...pruned].sort(byPromise).slice(0, FRONTIER_LIMIT) : pruned;
  }
  return { chosen: chosenOf(frontier[0]?.last ?? null), isExact };
}

function toSteps(stages: readonly CoverStage[], wanted: number): readonly Step[] {
  const steps: Step[] = [];
  let later = 0n;
  for (const [stage, { options }] of [...stages.entries()].reverse()) {
    for (const [option, one] of [...options.entries()].reverse()) {
      const mask = one.covers.reduce((bits, index) => (index < wanted ? bits | (1n << BigInt(index)) : bits), 0n);
      steps.push({ ...one, at: { stage, option }, mask, settles: mask & ~later, opensStage: option === 0 });
      later |= mask;
    }
  }
  return steps.reverse();
}

function take(state: State, step: Step): State {
  return {
    covered: state.covered | step.mask,
    missed: state.missed,
    items: state.items + 1,
    minutes: state.minutes + step.minutes,
    stageMinutes: state.stageMinutes + step.minutes,
    order: state.order + 1n,
    last: { at: step.at, before: state.last },
  };
}

function settle(state: State, settles: bigint): State {
  if (settles === 0n) return state;
  const missed = state.missed + countBits(settles & ~state.covered);
  return { ...state, missed, covered: state.covered & ~settles };
}

/** Keeps the states that no other one beats, best first. */
function prune(states: readonly State[]): readonly State[] {
  const kept: State[] = [];
  for (const state of [...states].sort(byCost)) {
    if (!kept.some((better) => dominates(better, state))) kept.push(state);
  }
  return kept;
}

const byCost = (a: State, b: State): number =>
  a.missed - b.missed || a.items - b.items || a.minutes - b.minutes || byOrder(a, b) || a.stageMinutes - b.stageMinutes;

const byOrder = (a: State, b: State): number => (a.order > b.order ? -1 : a.order < b.order ? 1 : 0);

/** When not all can be kept: those that miss least and cover most. */
const byPromise = (a: State, b: State): number =>
  a.missed - b.missed || countBits(b.covered) - countBits(a.covered) || a.items - b.items || a.minutes - b.minutes;

/** Whatever follows, `a` ends no worse than `b`: even if all that only `b` covers stayed uncovered. Needs `a` before `b` in cost order. */
function dominates(a: State, b: State): boolean {
  if (a.stageMinutes > b.stageMinutes) return false;
  const onlyB = b.covered & ~a.covered;
  return onlyB === 0n || a.missed + countBits(onlyB) < b.missed;
}

function countBits(bits: bigint): number {
  let count = 0;
  for (let rest = bits; rest !== 0n; rest &= rest - 1n) count += 1;
  return count;
}

function chosenOf(last: State['last']): readonly ChosenOption[] {
  const chosen: ChosenOption[] = [];
  for (let link = last; link !== null; link = link.before) chosen.push(link.at);
  return chosen.reverse();
}
