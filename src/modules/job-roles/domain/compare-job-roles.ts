/** Why this file exists: two job roles side by side, so that people see what the two jobs share and what keeps them apart. */
import { byText, type Affinity, type Level, type SkillKey } from '../../frameworks/index.js';
import type { JobRoleDuties } from './job-role.js';
import type { Requirement } from './requirement.js';

/** One of the two sides; requirements are effective ones when overlays apply, one per skill. */
export interface ComparedJobRole extends JobRoleDuties {
  readonly requirements: readonly Requirement[];
}

export interface SharedSkill {
  readonly skill: SkillKey;
  readonly leftLevel: Level;
  readonly rightLevel: Level;
  /** right − left, -4..4. */
  readonly difference: number;
  readonly isLeftMustHave: boolean;
  readonly isRightMustHave: boolean;
}

export interface OneSidedSkill {
  readonly skill: SkillKey;
  readonly level: Level;
  readonly isMustHave: boolean;
}

/** Σ level·weight·affinity of one side, 0 or more: how much it asks for on each track. Compare two sides, not two tracks. */
export interface AxisDemand {
  readonly research: number;
  readonly production: number;
}

/** Duties by their words, without regard to case and spacing; each list in the order of its side, `shared` in that of the left. */
export interface DutyComparison {
  readonly shared: readonly string[];
  readonly onlyLeft: readonly string[];
  readonly onlyRight: readonly string[];
}

/** Lists of skills are sorted by key. */
export interface JobRoleComparison {
  readonly shared: readonly SharedSkill[];
  readonly onlyLeft: readonly OneSidedSkill[];
  readonly onlyRight: readonly OneSidedSkill[];
  readonly demand: { readonly left: AxisDemand; readonly right: AxisDemand };
  readonly duties: {
    readonly outcomesIn12Months: DutyComparison;
    readonly owns: DutyComparison;
    readonly doesNotOwn: DutyComparison;
  };
  /**
   * Σ min(left, right) / Σ max(left, right) of the levels over all skills that either side asks for, 0..1, where a skill that one
   * side does not ask for counts as 0 there: 1 is the same skills at the same levels. Null when neither side asks for anything.
   */
  readonly overlapShare: number | null;
}

function compareDuties(left: readonly string[], right: readonly string[]): DutyComparison {
  const normal = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase();
  const [onLeft, onRight] = [new Set(left.map(normal)), new Set(right.map(normal))];
  return {
    shared: left.filter((text) => onRight.has(normal(text))),
    onlyLeft: left.filter((text) => !onRight.has(normal(text))),
    onlyRight: right.filter((text) => !onLeft.has(normal(text))),
  };
}

function demandOf(requirements: readonly Requirement[], affinity: ReadonlyMap<SkillKey, Affinity>): AxisDemand {
  const along = (axis: keyof Affinity): number =>
    requirements.reduce((sum, one) => sum + one.level * one.weight * (affinity.get(one.skill)?.[axis] ?? 0), 0);
  return { research: along('research'), production: along('production') };
}

function overlap(left: ReadonlyMap<SkillKey, Requirement>, right: ReadonlyMap<SkillKey, Requirement>): number | null {
  let [least, most] = [0, 0];
  for (const skill of new Set([...left.keys(), ...right.keys()])) {
    const levels = [left.get(skill)?.level ?? 0, right.get(skill)?.level ?? 0];
    least += Math.min(...levels);
    most += Math.max(...levels);
  }
  return most === 0 ? null : least / most;
}

const sortedBySkill = (requirements: readonly Requirement[]): readonly Requirement[] =>
  requirements.toSorted((a, b) => byText(a.skill, b.skill));

const bySkillOf = (requirements: readonly Requirement[]): ReadonlyMap<SkillKey, Requirement> =>
  new Map(sortedBySkill(requirements).map((one) => [one.skill, one]));

function without(
  side: ReadonlyMap<SkillKey, Requirement>,
  other: ReadonlyMap<SkillKey, Requirement>,
): readonly OneSidedSkill[] {
  return [...side.values()]
    .filter((one) => !other.has(one.skill))
    .map(({ skill, level, isMustHave }) => ({ skill, level, isMustHave }));
}

/**
 * What two job roles share and what sets them apart, in skills, duties and demand per track.
 * @param affinity of every skill; a skill without one adds nothing to the demand
 */
export function compareJobRoles(
  left: ComparedJobRole,
  right: ComparedJobRole,
  affinity: ReadonlyMap<SkillKey, Affinity>,
): JobRoleComparison {
  const [onLeft, onRight] = [bySkillOf(left.requirements), bySkillOf(right.requirements)];
  const shared = [...onLeft.values()].flatMap((one): readonly SharedSkill[] => {
    const other = onRight.get(one.skill);
    if (other === undefined) return [];
    const [leftLevel, rightLevel] = [one.level, other.level];
    const musts = { isLeftMustHave: one.isMustHave, isRightMustHave: other.isMustHave };
    return [{ skill: one.skill, leftLevel, rightLevel, difference: rightLevel - leftLevel, ...musts }];
  });
  const { outcomesIn12Months: outcomes, owns, doesNotOwn } = left;
  return {
    shared,
    onlyLeft: without(onLeft, onRight),
    onlyRight: without(onRight, onLeft),
    demand: { left: demandOf(left.requirements, affinity), right: demandOf(right.requirements, affinity) },
    duties: {
      outcomesIn12Months: compareDuties(outcomes, right.outcomesIn12Months),
      owns: compareDuties(owns, right.owns),
      doesNotOwn: compareDuties(doesNotOwn, right.doesNotOwn),
    },
    overlapShare: overlap(onLeft, onRight),
  };
}
