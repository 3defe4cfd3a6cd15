/** Why this file exists: profiles of many people side by side, what they cover together, and where they hang on one person. */
import type { Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';

/** Groups of fewer people are never shown as a figure. */
export const SMALLEST_GROUP = 5;

export interface MatrixPerson {
  readonly personId: Id<'Person'>;
  /** Verified levels; a missing skill is not assessed. */
  readonly levels: ReadonlyMap<SkillKey, Level>;
  /** Effective levels that the person's own job role asks for; a missing skill is not asked for. Empty without a job role. */
  readonly required: ReadonlyMap<SkillKey, Level>;
}

export interface MatrixCell {
  readonly skill: SkillKey;
  /** `null` = not assessed. */
  readonly level: Level | null;
  /** `null` = the person's job role does not ask for it. */
  readonly required: Level | null;
  /** Levels missing to the person's own requirement, 0..4; `null` when the level is unknown or nothing is required. */
  readonly gap: number | null;
}

export interface MatrixRow {
  readonly personId: Id<'Person'>;
  /** One per skill, in the order of the skills asked for. */
  readonly cells: readonly MatrixCell[];
}

/** A figure about a group, or why it is not shown. */
export type GroupFigure<T> =
  | { readonly value: T; readonly reason: null }
  | { readonly value: null; readonly reason: string };

export interface RequirementCover {
  /** People who hold the level that their own job role asks for. */
  readonly met: number;
  /** People whose job role asks for it but whose level nobody verified; they are part of `asked`, not of `met`. */
  readonly unknown: number;
  /** People whose job role asks for it; at least `SMALLEST_GROUP`. */
  readonly asked: number;
}

export interface SkillCoverage {
  readonly skill: SkillKey;
  readonly atRequired: GroupFigure<RequirementCover>;
  /** How many of all the people have a verified level at all. */
  readonly known: GroupFigure<{ readonly known: number; readonly all: number }>;
}

export interface SinglePoint {
  readonly skill: SkillKey;
  readonly personId: Id<'Person'>;
  readonly level: Level;
}

const gapOf = (level: Level | null, required: Level | null): number | null =>
  level === null || required === null ? null : Math.max(0, required - level);

/** One row per person in the order given; holding more than required is a gap of 0, not a surplus that could offset another. */
export const matrixRows = (people: readonly MatrixPerson[], skills: readonly SkillKey[]): readonly MatrixRow[] =>
  people.map(({ personId, levels, required }) => ({
    personId,
    cells: skills.map((skill) => {
      const level = levels.get(skill) ?? null;
      const asked = required.get(skill) ?? null;
      return { skill, level, required: asked, gap: gapOf(level, asked) };
    }),
  }));

function figure<T>(groupSize: number, value: T): GroupFigure<T> {
  if (groupSize >= SMALLEST_GROUP) return { value, reason: null };
  return {
    value: null,
    reason: `Fewer than ${SMALLEST_GROUP} people: figures about so few are not shown, since they would speak of single persons.`,
  };
}

function coverOf(people: readonly MatrixPerson[], skill: SkillKey): GroupFigure<RequirementCover> {
  let met = 0;
  let unknown = 0;
  let asked = 0;
  for (const { levels, required } of people) {
    const least = required.get(skill);
    if (least === undefined) continue;
    asked += 1;
    const level = levels.get(skill);
    if (level === undefined) unknown += 1;
    else if (level >= least) met += 1;
  }
  if (asked === 0) return { value: null, reason: 'No job role of these people asks for this skill.' };
  return figure(asked, { met, unknown, asked });
}

/**
 * Coverage of each skill by a group. Each figure is held back when the people it is about are fewer than `SMALLEST_GROUP`: those
 * whose job role asks for the skill, or the whole group.
 * @source docs/methods/arithmetic.md; rules 2 and 9 of the product description
 */
export const skillCoverage = (people: readonly MatrixPerson[], skills: readonly SkillKey[]): readonly SkillCoverage[] =>
  skills.map((skill) => {
    const known = people.filter(({ levels }) => levels.has(skill)).length;
    return {
      skill,
      atRequired: coverOf(people, skill),
      known: figure(people.length, { known, all: people.length }),
    };
  });

/**
 * Skills that exactly one person holds at `minLevel` or more, in the order of `skills`. Each names a person, so it is for those who
 * may see that person's row; it is not a figure about a group and is not held back for small teams, which need it most.
 */
export function singlePointsOfFailure(
  people: readonly MatrixPerson[],
  skills: readonly SkillKey[],
  minLevel: Level = 3,
): readonly SinglePoint[] {
  return skills.flatMap((skill) => {
    const holders = people.flatMap(({ personId, levels }) => {
      const level = levels.get(skill);
      return level !== undefined && level >= minLevel ? [{ skill, personId, level }] : [];
    });
    return holders.length === 1 ? holders : [];
  });
}
