/** Why this file exists: who could guide somebody across one step, and why each other person could not. */
import type { Level, LevelStep, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';

/** How many levels above the learner a mentor stands at best: ahead enough to guide, near enough to remember the step. */
export const PREFERRED_GAP = 2;

export interface MentorNeed {
  readonly skill: SkillKey;
  /** Level the learner holds; 0 = none. */
  readonly from: LevelStep['from'];
  /** Level to reach, above `from`. */
  readonly to: Level;
}

export interface Learner {
  readonly personId: Id<'Person'>;
  /** `null` when the learner has no manager. */
  readonly managerId: Id<'Person'> | null;
  /** `null` when the learner is on no team. */
  readonly teamId: Id<'Team'> | null;
}

export interface MentorCandidate {
  readonly personId: Id<'Person'>;
  readonly teamId: Id<'Team'> | null;
  /** Verified level of the skill; `null` = not assessed. A self-claim does not belong here. */
  readonly level: Level | null;
  /** How many more people they can mentor. */
  readonly capacityLeft: number;
  /** Whether they mentor at all now: consent given, not away. */
  readonly isAvailable: boolean;
}

export interface MentorSuggestion {
  readonly personId: Id<'Person'>;
  readonly level: Level;
  /** Levels above the learner, 1..5. */
  readonly gap: number;
  readonly capacityLeft: number;
  /** In words, the most important first. */
  readonly reasons: readonly string[];
}

export type ExclusionReason =
  | 'IS_THE_LEARNER'
  | 'IS_THE_MANAGER'
  | 'LEVEL_UNKNOWN'
  | 'LEVEL_TOO_LOW'
  | 'NOT_AVAILABLE'
  | 'NO_CAPACITY';

export interface ExcludedMentor {
  readonly personId: Id<'Person'>;
  /** Every reason that applies, never empty. */
  readonly reasons: readonly { readonly code: ExclusionReason; readonly message: string }[];
}

export interface MentorSuggestions {
  /** Best first. */
  readonly suggested: readonly MentorSuggestion[];
  /** In the order given. */
  readonly excluded: readonly ExcludedMentor[];
}

function exclusions(candidate: MentorCandidate, need: MentorNeed, learner: Learner): ExcludedMentor['reasons'] {
  const least = Math.max(need.to, need.from + 1);
  const { level } = candidate;
  const rules: readonly (readonly [boolean, ExclusionReason, string])[] = [
    [candidate.personId === learner.personId, 'IS_THE_LEARNER', 'is the learner'],
    [candidate.personId === learner.managerId, 'IS_THE_MANAGER', 'is the manager of the learner, who confirms levels'],
    [level === null, 'LEVEL_UNKNOWN', `has no verified level of ${need.skill}`],
    [level !== null && level < least, 'LEVEL_TOO_LOW', `holds ${need.skill} below level ${least}`],
    [!candidate.isAvailable, 'NOT_AVAILABLE', 'is not available as a mentor now'],
    [!(candidate.capacityLeft > 0), 'NO_CAPACITY', 'mentors as many people as they can'],
  ];
  return rules.filter(([applies]) => applies).map(([, code, message]) => ({ code, message }));
}

interface Ranked {
  readonly suggestion: MentorSuggestion;
  readonly isSameTeam: boolean;
}

/** Two levels above first, then three and more, nearest first, then one level above. */
const gapRank = (gap: number): number => (gap >= PREFERRED_GAP ? gap - PREFERRED_GAP : Number.POSITIVE_INFINITY);

function byRank(one: Ranked, other: Ranked): number {
  const [a, b] = [one.suggestion, other.suggestion];
  if (a.gap !== b.gap) return gapRank(a.gap) < gapRank(b.gap) ? -1 : 1;
  if (a.capacityLeft !== b.capacityLeft) return b.capacityLeft - a.capacityLeft;
  if (one.isSameTeam !== other.isSameTeam) return one.isSameTeam ? 1 : -1;
  return a.personId < b.personId ? -1 : 1;
}

function rankedOf(candidate: MentorCandidate, level: Level, need: MentorNeed, learner: Learner): Ranked {
  const gap = level - need.from;
  const isSameTeam = learner.teamId !== null && candidate.teamId === learner.teamId;
  const { personId, capacityLeft } = candidate;
  const reasons = [
    `holds ${need.skill} at level ${level}, ${gap} ${gap === 1 ? 'level' : 'levels'} above the learner`,
    `can take ${capacityLeft} more ${capacityLeft === 1 ? 'person' : 'people'}`,
    isSameTeam ? 'is on the same team' : 'brings a view from outside the team',
  ];
  return { suggestion: { personId, level, gap, capacityLeft, reasons }, isSameTeam };
}

/**
 * Mentors for one skill. Eligible is who holds at least the level to reach (and so at least one level above the learner), is neither
 * the learner nor their manager, is available and has capacity left. Ranked by gap (`PREFERRED_GAP` first), then by capacity left, then
 * people of other teams first, then by id. Nothing is ranked across skills or people: it is an offer, and both sides may decline.
 * @source docs/methods/arithmetic.md; measurement notes, section 5
 */
export function suggestMentors(
  need: MentorNeed,
  learner: Learner,
  candidates: readonly MentorCandidate[],
): MentorSuggestions {
  const ranked: Ranked[] = [];
  const excluded: ExcludedMentor[] = [];
  for (const candidate of candidates) {
    const reasons = exclusions(candidate, need, learner);
    if (reasons.length > 0 || candidate.level === null) excluded.push({ personId: candidate.personId, reasons });
    else ranked.push(rankedOf(candidate, candidate.level, need, learner));
  }
  return { suggested: ranked.toSorted(byRank).map(({ suggestion }) => suggestion), excluded };
}
