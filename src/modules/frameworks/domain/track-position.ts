/** Why this file exists: where a profile stands between the two ladders, described on two independent axes. */
import type { Affinity, Level, Skill, SkillKey } from './framework.js';

export interface AxisPosition {
  /**
   * Σ level·affinity over the skills with a known level / Σ 5·affinity over the whole framework, 0..1. What is not known adds
   * nothing to the sum above, so the figure is what has been shown so far and can only rise with more assessments.
   * Null when no skill of this axis has a known level, or the framework has none: absence is not a low position.
   */
  readonly position: number | null;
  /** Share of the axis's affinity whose level is known, 0..1; null when no skill of the framework belongs to the axis. */
  readonly coverage: number | null;
}

export interface TrackPosition {
  readonly research: AxisPosition;
  readonly production: AxisPosition;
}

type SkillAffinity = Pick<Skill, 'key' | 'affinity'>;

function along(
  axis: keyof Affinity,
  skills: readonly SkillAffinity[],
  held: ReadonlyMap<SkillKey, Level>,
): AxisPosition {
  let all = 0;
  let most = 0;
  let known = 0;
  let reached = 0;
  for (const { key, affinity } of skills) {
    const level = held.get(key);
    all += affinity[axis];
    most += 5 * affinity[axis];
    if (level === undefined) continue;
    known += affinity[axis];
    reached += level * affinity[axis];
  }
  return { position: known === 0 ? null : reached / most, coverage: all === 0 ? null : known / all };
}

/**
 * Position on both axes. It describes a profile; it never ranks people, and never candidates.
 * @param skills every skill of the framework
 * @param held   known levels; a missing entry is not assessed. Entries of other frameworks are ignored
 * @source docs/methods/arithmetic.md, track position
 */
export const trackPosition = (skills: readonly SkillAffinity[], held: ReadonlyMap<SkillKey, Level>): TrackPosition => ({
  research: along('research', skills, held),
  production: along('production', skills, held),
});
