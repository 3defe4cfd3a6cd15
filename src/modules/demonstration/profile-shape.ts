/** Why this file exists: a believable profile follows from a job role: most levels as asked, some above or below, some unknown, some old. */
import type { EvidenceType, EvidenceTypeKey, Level, SkillKey } from '../frameworks/index.js';
import { isLevel } from '../frameworks/index.js';
import type { ProfileShape } from './content/people.data.js';
import { percentOf } from './spread.js';

/** A level that the profile should show. */
export interface ShapedLevel {
  readonly skill: SkillKey;
  readonly level: Level;
  readonly round: 'SPRING' | 'AUTUMN';
  /** Whether its evidence is older than it counts as fresh. */
  readonly isStale: boolean;
  /** A lower level that was verified in spring, when the person rose since; else `null`. */
  readonly before: Level | null;
}

/** Reviews of a person: both, or only one for somebody who was not here, or not there. */
export type Rounds = 'BOTH' | 'SPRING' | 'AUTUMN';

export interface AskedLevel {
  readonly skill: SkillKey;
  readonly level: Level;
  readonly isMustHave: boolean;
}

interface Habit {
  /** Of 100 must-haves and of 100 other skills, how many somebody has verified. */
  readonly known: readonly [must: number, other: number];
  /** Of 100 levels, how many lie one below and how many one above what is asked. */
  readonly below: number;
  readonly above: number;
}

const HABITS: Readonly<Record<ProfileShape, Habit>> = {
  STRONG: { known: [96, 62], below: 5, above: 34 },
  SOLID: { known: [94, 55], below: 14, above: 14 },
  GROWING: { known: [88, 45], below: 40, above: 4 },
  NEW: { known: [45, 12], below: 20, above: 5 },
};

/** The highest level that evidence of this company can carry for a skill; `null` when it has none. */
export function strongestLevel(
  types: readonly EvidenceTypeKey[],
  known: ReadonlyMap<EvidenceTypeKey, EvidenceType>,
): Level | null {
  const levels = types.flatMap((type) => known.get(type)?.maxLevel ?? []);
  return levels.length === 0 ? null : (levels.toSorted((a, b) => b - a)[0] ?? null);
}

function levelFor(person: string, asked: AskedLevel, habit: Habit): Level | null {
  const [must, other] = habit.known;
  if (percentOf(person, asked.skill, 'known') >= (asked.isMustHave ? must : other)) return null;
  const place = percentOf(person, asked.skill, 'level');
  const shift = place < habit.below ? -1 : place >= 100 - habit.above ? 1 : 0;
  const level = Math.min(5, asked.level + shift);
  return isLevel(level) ? level : null;
}

/** When a level was verified, how old its evidence is, and what was verified before. */
function history(person: string, skill: SkillKey, level: Level, rounds: Rounds): ShapedLevel {
  const round =
    rounds === 'SPRING' || (rounds === 'BOTH' && percentOf(person, skill, 'round') < 60) ? 'SPRING' : 'AUTUMN';
  const hasRisen = rounds === 'BOTH' && round === 'AUTUMN' && percentOf(person, skill, 'rose') < 30;
  const isStale = round === 'SPRING' && percentOf(person, skill, 'stale') < 14;
  const lower = level - 1;
  return { skill, level, round, isStale, before: hasRisen && isLevel(lower) ? lower : null };
}

/**
 * The verified levels of one person; the same at every build.
 * @param changes  what is told otherwise; `null` for a level that is unknown
 * @param rounds   the reviews that the person took part in
 */
export function shapeProfile(
  person: { readonly key: string; readonly shape: ProfileShape },
  asked: readonly AskedLevel[],
  changes: ReadonlyMap<SkillKey, Level | null>,
  rounds: Rounds,
): readonly ShapedLevel[] {
  const levels = new Map(asked.map((one) => [one.skill, levelFor(person.key, one, HABITS[person.shape])]));
  for (const [skill, level] of changes) levels.set(skill, level);
  return [...levels].flatMap(([skill, level]) => (level === null ? [] : [history(person.key, skill, level, rounds)]));
}
