/** Why this file exists: what a person holds, as it was on one day and as it was known at one moment. */
import type { EvidenceClass, Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { assessmentAt } from './assessment.js';
import type { Assessment, AssessmentHistory, AssessmentId, AssessmentSource } from './assessment.js';
import { momentMs } from './calendar.js';
import { freshUntil } from './evidence.js';
import type { EvidenceTypes } from './evidence.js';

/** The two time axes of one question. */
export interface AsOf {
  /** ISO date: how things were on that day. */
  readonly on: string;
  /** ISO instant, or ISO date for the end of that day in UTC: what had been recorded by then. */
  readonly knownAt: string;
}

/** FRESH and STALE speak of the evidence behind a level that counts; EXPIRED of a level that counts no more. */
export type Freshness = 'FRESH' | 'STALE' | 'EXPIRED';

/** The assessment that gives a person their level. */
export interface HeldLevel {
  readonly assessmentId: AssessmentId;
  readonly level: Level;
  /** The level once proposed; never below `level`. */
  readonly proposedLevel: Level;
  readonly evidenceClass: EvidenceClass;
  readonly source: AssessmentSource;
  readonly validOn: string;
  readonly expiresOn: string | null;
  /** Last ISO date on which its evidence is fresh; `null` when no piece of a known type can carry the level. */
  readonly freshUntil: string | null;
}

export interface ProfileEntry {
  readonly skill: SkillKey;
  /** The verified level; `null` when nobody verified one or it expired: that is unknown, never 0. */
  readonly held: HeldLevel | null;
  /** `null` when no level was ever verified by then. */
  readonly freshness: Freshness | null;
  /** The verified level that expired, when none took its place; else `null`. */
  readonly expiredLevel: Level | null;
  /** What the person says of themselves, never verified; `null` for nothing. */
  readonly selfLevel: Level | null;
  /** A claim of another source that waits for a reviewer; `null` for none. */
  readonly proposedLevel: Level | null;
  /** The claim sent back last, while no newer claim or level took its place; else `null`. */
  readonly returnedId: AssessmentId | null;
  readonly isExempt: boolean;
}

/** Sorted by skill key; a skill that nobody ever spoke of is missing. */
export type Profile = ReadonlyMap<SkillKey, ProfileEntry>;

/** Newest first: the later day spoken of, then the later recording, then the greater id, so that the order of input never matters. */
function newestFirst(a: Assessment, b: Assessment): number {
  if (a.validOn !== b.validOn) return a.validOn > b.validOn ? -1 : 1;
  const recorded = momentMs(b.recordedAt) - momentMs(a.recordedAt);
  if (recorded !== 0) return recorded;
  return a.id > b.id ? -1 : 1;
}

const isExpired = (assessment: Assessment, on: string): boolean =>
  assessment.expiresOn !== null && assessment.expiresOn <= on;

/** Without those replaced by one that took effect; a proposal or a revoked assessment replaces nothing. */
function withoutSuperseded(assessments: readonly Assessment[]): readonly Assessment[] {
  const replaced = new Set<AssessmentId>();
  for (const { state, supersedes } of assessments) {
    if (supersedes !== null && (state === 'CONFIRMED' || state === 'EXPIRED' || state === 'EXEMPT'))
      replaced.add(supersedes);
  }
  return assessments.filter(({ id }) => !replaced.has(id));
}

function heldBy(assessment: Assessment, types: EvidenceTypes): HeldLevel | null {
  const { id, level, proposedLevel, evidenceClass, source, validOn, expiresOn, evidence } = assessment;
  if (level === null || proposedLevel === null || evidenceClass === null || source === 'SELF') return null;
  const fresh = freshUntil(level, evidence, types);
  return { assessmentId: id, level, proposedLevel, evidenceClass, source, validOn, expiresOn, freshUntil: fresh };
}

/**
 * The newest verified level. When it expired, an older one that has not may stand in, but only at a level no higher than each
 * newer one that expired: the passing of time never raises a level.
 */
function resolveHeld(
  live: readonly Assessment[],
  types: EvidenceTypes,
  on: string,
): { readonly held: HeldLevel | null; readonly expiredLevel: Level | null } {
  let expiredLevel: Level | null = null;
  let ceiling: Level = 5;
  for (const assessment of live) {
    if (assessment.state !== 'CONFIRMED' && assessment.state !== 'EXPIRED') continue;
    const held = heldBy(assessment, types);
    if (held === null) continue;
    if (!isExpired(assessment, on)) {
      if (held.level <= ceiling) return { held, expiredLevel: null };
      continue;
    }
    expiredLevel ??= held.level;
    if (held.level < ceiling) ceiling = held.level;
  }
  return { held: null, expiredLevel };
}

/** What the person says of themselves is reviewed by nobody, so it neither is sent back nor takes the place of what was. */
function returnedOf(live: readonly Assessment[]): AssessmentId | null {
  const newest = live.find(({ source }) => source !== 'SELF');
  return newest?.state === 'REJECTED' ? newest.id : null;
}

function entryOf(skill: SkillKey, all: readonly Assessment[], types: EvidenceTypes, on: string): ProfileEntry {
  const live = withoutSuperseded(all).toSorted(newestFirst);
  const { held, expiredLevel } = resolveHeld(live, types, on);
  const open = live.filter((assessment) => assessment.state === 'PROPOSED' && !isExpired(assessment, on));
  const isFresh = held !== null && held.freshUntil !== null && on <= held.freshUntil;
  return {
    skill,
    held,
    freshness: held !== null ? (isFresh ? 'FRESH' : 'STALE') : expiredLevel !== null ? 'EXPIRED' : null,
    expiredLevel,
    selfLevel: open.find(({ source }) => source === 'SELF')?.level ?? null,
    proposedLevel: open.find(({ source }) => source !== 'SELF')?.level ?? null,
    returnedId: returnedOf(live),
    isExempt: live.some((assessment) => assessment.state === 'EXEMPT' && !isExpired(assessment, on)),
  };
}

/**
 * The profile of one person on the two time axes: only what was recorded by `at.knownAt` is used, in the state it had then, and of
 * that only what speaks of `at.on` or an earlier day. The profile of today as known now is the case where both are now.
 * A level counts before its expiry day also when it expired since; a revoked one counts on no day once the revocation is known.
 * @param histories assessments in any order; those of other people are passed over
 * @source          docs/methods/arithmetic.md; rules 2, 6 and 7 of the product description
 */
export function profileAt(
  personId: Id<'Person'>,
  histories: readonly AssessmentHistory[],
  types: EvidenceTypes,
  at: AsOf,
): Profile {
  const bySkill = new Map<SkillKey, Assessment[]>();
  for (const history of histories) {
    if (history.claim.personId !== personId || history.claim.validOn > at.on) continue;
    const assessment = assessmentAt(history, at.knownAt);
    if (assessment === null) continue;
    const others = bySkill.get(assessment.skill);
    if (others === undefined) bySkill.set(assessment.skill, [assessment]);
    else others.push(assessment);
  }
  const skills = [...bySkill].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new Map(skills.map(([skill, all]) => [skill, entryOf(skill, all, types, at.on)]));
}

/** The verified levels alone; a skill without one is missing, as everything that compares levels expects. */
export function verifiedLevels(profile: Profile): ReadonlyMap<SkillKey, Level> {
  const levels = new Map<SkillKey, Level>();
  for (const [skill, { held }] of profile) if (held !== null) levels.set(skill, held.level);
  return levels;
}
