/** Why this file exists: the checks have to hold under every overlay too; this gives what a job role asks then. */
import { isLevel, type Level, type SkillKey } from '../domain/framework.js';
import type { LibraryJobRole, LibraryOverlay } from './library-job-role.js';
import type { Library } from './library.js';

/** What the checks need of a requirement. */
export interface AskedSkill {
  readonly skill: SkillKey;
  readonly level: Level;
  readonly isMustHave: boolean;
}
export type AskedSkills = ReadonlyMap<SkillKey, AskedSkill>;

/**
 * Requirements of a job role by skill, in its own order, skills that only the overlay asks for last.
 * Effective level = max(base, floor at the rung); must-have if the job role says so or `mustFrom` is reached; a floor of 0
 * leaves the skill unchanged.
 * @param overlay  `null` for the job role alone
 * @source         docs/methods/arithmetic.md, section 5 of product.md
 */
export function effectiveRequirements(jobRole: LibraryJobRole, overlay: LibraryOverlay | null): AskedSkills {
  const asked = new Map<SkillKey, AskedSkill>(jobRole.requirements.map((row) => [row.skill, row]));
  for (const raise of overlay?.raises ?? []) {
    const floor = raise.floor[jobRole.rung - 1] ?? 0;
    if (!raise.tracks.includes(jobRole.track) || !isLevel(floor)) continue;
    const base = asked.get(raise.skill);
    asked.set(raise.skill, {
      skill: raise.skill,
      level: base !== undefined && base.level > floor ? base.level : floor,
      isMustHave: base?.isMustHave === true || (raise.mustFrom !== null && jobRole.rung >= raise.mustFrom),
    });
  }
  return asked;
}

/** Level asked of a skill; 0 when it is not asked for at all. */
export const askedLevel = (asked: AskedSkills, skill: SkillKey): number => asked.get(skill)?.level ?? 0;

/** Skills that are must-haves. */
export const mustHaves = (asked: AskedSkills): ReadonlySet<SkillKey> =>
  new Set([...asked.values()].filter((row) => row.isMustHave).map((row) => row.skill));

/** Every overlay, and first `null` for none. */
export const settings = (library: Library): readonly (LibraryOverlay | null)[] => [null, ...library.overlays];

/** ` under <overlay>`, or nothing without one: the tail of a message. */
export const underOverlay = (overlay: LibraryOverlay | null): string =>
  overlay === null ? '' : ` under ${overlay.key}`;
