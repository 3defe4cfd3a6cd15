/** Why this file exists: how a profile stands to a job role, floors before averages, and what is unknown kept apart from what is low. */
import type { Affinity, EvidenceClass, Level, SkillKey } from '../../frameworks/index.js';
import { fitWords } from './fit-words.js';
import type { Requirement } from './requirement.js';

/** A level that somebody holds and the class of the best evidence behind it. */
export interface HeldLevel {
  readonly level: Level;
  readonly evidenceClass: EvidenceClass;
}

/** EVIDENCE_TOO_WEAK: a must-have whose level is reached on evidence below its class; other requirements ask for no class. */
export type FitStatus = 'MET' | 'BELOW' | 'NOT_ASSESSED' | 'EVIDENCE_TOO_WEAK';

export interface FitLine {
  readonly skill: SkillKey;
  readonly required: Level;
  readonly requiredEvidenceClass: EvidenceClass;
  /** Null when not assessed. */
  readonly held: Level | null;
  readonly heldEvidenceClass: EvidenceClass | null;
  /** min(held / required, 1), above 0; null when not assessed. Weak evidence does not lower it, it is told by the status. */
  readonly attainment: number | null;
  readonly status: FitStatus;
  readonly isMustHave: boolean;
  readonly weight: number;
}

/** Sums of one set of lines; every share is 0..1. */
export interface FitShares {
  /** Σ w·a / Σ w over the lines with a value; null when no line has one. Says nothing about the rest: read it with `coverage`. */
  readonly fit: number | null;
  /** Σ w with a value / Σ w of all; 0 when nothing is asked. */
  readonly coverage: number;
  /** Σ w·a over the lines with a value / Σ w of all: what is shown whatever the rest turns out to be; equals fit × coverage. */
  readonly demonstrated: number;
}

export interface MustHaves {
  readonly total: number;
  readonly met: number;
  /** Must-haves that are below their floor, not assessed, or on too weak evidence, in the order of the requirements. */
  readonly missing: readonly FitLine[];
}

export interface Fit extends FitShares {
  readonly mustHaves: MustHaves;
  /** Coverage of the must-haves alone, by weight, 0..1; null when the job role names none. */
  readonly mustHaveCoverage: number | null;
  /** Every must-have met at its evidence class, all of them assessed, and at least one named. Never bought by a percentage. */
  readonly isReady: boolean;
  /** One per requirement, in its order. */
  readonly lines: readonly FitLine[];
  /** Sentences for a person: the floors first, then readiness, then the percentages. */
  readonly words: readonly string[];
}

function statusOf(requirement: Requirement, held: HeldLevel | undefined): FitStatus {
  if (held === undefined) return 'NOT_ASSESSED';
  if (held.level < requirement.level) return 'BELOW';
  const isTooWeak = requirement.isMustHave && held.evidenceClass < requirement.minEvidenceClass;
  return isTooWeak ? 'EVIDENCE_TOO_WEAK' : 'MET';
}

const lineOf = (requirement: Requirement, held: HeldLevel | undefined): FitLine => ({
  skill: requirement.skill,
  required: requirement.level,
  requiredEvidenceClass: requirement.minEvidenceClass,
  held: held?.level ?? null,
  heldEvidenceClass: held?.evidenceClass ?? null,
  attainment: held === undefined ? null : Math.min(held.level / requirement.level, 1),
  status: statusOf(requirement, held),
  isMustHave: requirement.isMustHave,
  weight: requirement.weight,
});

function sharesOf(lines: readonly FitLine[], weightOf: (line: FitLine) => number): FitShares {
  let [all, known, reached] = [0, 0, 0];
  for (const line of lines) {
    const weight = weightOf(line);
    all += weight;
    if (line.attainment === null) continue;
    known += weight;
    reached += weight * line.attainment;
  }
  const ofAll = (sum: number): number => (all === 0 ? 0 : sum / all);
  return { fit: known === 0 ? null : reached / known, coverage: ofAll(known), demonstrated: ofAll(reached) };
}

/**
 * Fit of a profile to the requirements of a job role. Transparent arithmetic on levels that people confirmed; it ranks nobody.
 * @param requirements effective ones when overlays apply; one per skill, weights above 0
 * @param held         a missing entry is not assessed, which is a value of its own and never 0
 * @param skillNames   for the sentences; a skill without a name is called by its key
 * @source docs/methods/arithmetic.md, fit and readiness
 */
export function fitOf(
  requirements: readonly Requirement[],
  held: ReadonlyMap<SkillKey, HeldLevel>,
  skillNames: ReadonlyMap<SkillKey, string> = new Map(),
): Fit {
  const lines = requirements.map((requirement) => lineOf(requirement, held.get(requirement.skill)));
  const musts = lines.filter((line) => line.isMustHave);
  const missing = musts.filter((line) => line.status !== 'MET');
  const facts = {
    ...sharesOf(lines, (line) => line.weight),
    mustHaves: { total: musts.length, met: musts.length - missing.length, missing },
    mustHaveCoverage: musts.length === 0 ? null : sharesOf(musts, (line) => line.weight).coverage,
    isReady: musts.length > 0 && missing.length === 0,
    lines,
  };
  return { ...facts, words: fitWords(facts, skillNames) };
}

/** One subtotal per track. */
export interface AxisSubtotals {
  readonly research: FitShares;
  readonly production: FitShares;
}

/**
 * Fit split over the two tracks: as `fitOf`, with weight × affinity in place of the weight. The two are independent and do not
 * add up to the whole. A skill without a known affinity belongs to neither track.
 * @source docs/methods/arithmetic.md, fit and track position
 */
export function subtotalsByAxis(lines: readonly FitLine[], affinity: ReadonlyMap<SkillKey, Affinity>): AxisSubtotals {
  const along = (axis: keyof Affinity): FitShares =>
    sharesOf(lines, (line) => line.weight * (affinity.get(line.skill)?.[axis] ?? 0));
  return { research: along('research'), production: along('production') };
}
