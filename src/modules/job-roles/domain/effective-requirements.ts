/** Why this file exists: a regulatory context raises what a job role asks for, and every raise keeps its reason. */
import { byText, type EvidenceClass, type Level, type SkillKey } from '../../frameworks/index.js';
import type { EffectiveRequirement, Overlay, OverlayRaise, Requirement, RolePosition } from './requirement.js';

/** Weakest evidence that a level asks for when nothing else is said: 1 stated, 2 certified, 3 observed for level 3 and above. */
export const evidenceClassForLevel = (level: Level): EvidenceClass => (level <= 2 ? level : 3);

const isFloor = (floor: number): floor is Level => Number.isInteger(floor) && floor >= 1 && floor <= 5;
const highest = <T extends number>(a: T, b: T): T => (a >= b ? a : b);

/** The floor of a raise for a job role; null when the track does not match or the rung has no floor above 0. */
function floorAt(raise: OverlayRaise, position: RolePosition): Level | null {
  const floor = raise.floor[position.rung - 1] ?? 0;
  return raise.tracks.includes(position.track) && isFloor(floor) ? floor : null;
}

const untouched = (requirement: Requirement): EffectiveRequirement => ({
  ...requirement,
  baseLevel: requirement.level,
  reasons: [],
});

/** The requirement after one raise; the same object when the raise changes nothing. */
function raised(
  before: EffectiveRequirement | null,
  overlay: Overlay,
  raise: OverlayRaise,
  floor: Level,
  rung: number,
): EffectiveRequirement {
  const level = before === null ? floor : highest(before.level, floor);
  const weight = before === null ? raise.weight : highest(before.weight, raise.weight);
  const isMustHave = (before?.isMustHave ?? false) || (raise.mustFrom !== null && rung >= raise.mustFrom);
  const madeMustHave = isMustHave && before?.isMustHave !== true;
  if (before?.level === level && before.weight === weight && !madeMustHave) return before;
  const fromLevel = before?.level ?? null;
  const reason = { overlay: overlay.key, why: raise.why, fromLevel, toLevel: level, madeMustHave };
  return {
    skill: raise.skill,
    level,
    weight,
    isMustHave,
    minEvidenceClass: highest(before?.minEvidenceClass ?? 1, evidenceClassForLevel(level)),
    stages: before?.stages ?? [],
    baseLevel: before?.baseLevel ?? null,
    reasons: [...(before?.reasons ?? []), reason],
  };
}

/**
 * What a job role asks for under its overlays: level = max(base, floor at the rung), weight = max of both, must-have when the base
 * says so or the rung reaches `mustFrom`; where something changed, the evidence class is at least that of the level.
 * A raise applies when the track matches and its floor at the rung is above 0. A reason whose levels are equal and that made no
 * must-have rose the weight only.
 * @param base     one entry per skill
 * @param position a hybrid job role is read at the rung it states
 * @param overlays in any order; they are applied by key, so that the reasons come out the same
 * @returns        the base in its order, then what only overlays ask for, by skill key
 * @source docs/methods/arithmetic.md, overlay
 */
export function effectiveRequirements(
  base: readonly Requirement[],
  position: RolePosition,
  overlays: readonly Overlay[],
): readonly EffectiveRequirement[] {
  const bySkill = new Map<SkillKey, EffectiveRequirement>(base.map((one) => [one.skill, untouched(one)]));
  for (const overlay of overlays.toSorted((a, b) => byText(a.key, b.key))) {
    for (const raise of overlay.raises) {
      const floor = floorAt(raise, position);
      if (floor === null) continue;
      bySkill.set(raise.skill, raised(bySkill.get(raise.skill) ?? null, overlay, raise, floor, position.rung));
    }
  }
  const all = [...bySkill.values()];
  const added = all.filter((one) => one.baseLevel === null).sort((a, b) => byText(a.skill, b.skill));
  return [...all.filter((one) => one.baseLevel !== null), ...added];
}
