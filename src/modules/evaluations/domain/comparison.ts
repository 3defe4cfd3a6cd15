/** Why this file exists: candidates of one requisition are laid side by side, requirement by requirement, with every figure beside its parts. */
import type { Level, SkillKey } from '../../frameworks/index.js';
import type { Requirement } from '../../job-roles/index.js';
import type { Id } from '../../../platform/ids/index.js';
import type { ItemKey } from './kit.js';
import { entersFigures, isInfluenced, latestContent } from './scorecard.js';
import type { Scorecard, Verdict } from './scorecard.js';

/** What the comparison needs of an effective requirement. */
export type ComparedRequirement = Pick<Requirement, 'skill' | 'level' | 'weight' | 'isMustHave'> & {
  /** Name of the skill, for the sentences. */
  readonly name: string;
};

export interface ComparedApplication {
  readonly application: Id<'Application'>;
  /** Instant in UTC, ISO 8601, of one fixed form. */
  readonly appliedAt: string;
  /** All of the application; those that may not enter a figure are left out here. */
  readonly scorecards: readonly Scorecard[];
}

/** One rating as it counts now. */
export interface ComparedRating {
  readonly interviewer: Id<'Person'>;
  readonly itemKey: ItemKey;
  /** 1..5 against the anchors of the item: 3 meets the bar. Not a level of the skill. */
  readonly rating: Level;
  /** Its scorecard was amended after submission. */
  readonly isAmended: boolean;
  /** Its scorecard was written, or last amended, after the author could read another one. */
  readonly isInfluenced: boolean;
}

export type RequirementStatus = 'MET' | 'BELOW' | 'NOT_ASSESSED';

export interface ComparedCell {
  readonly skill: SkillKey;
  readonly requiredLevel: Level;
  readonly isMustHave: boolean;
  /** By interviewer, then item; empty when nobody assessed it. */
  readonly ratings: readonly ComparedRating[];
  /** Highest minus lowest rating, 0..4; `null` below two ratings, which cannot disagree. */
  readonly spread: number | null;
  /** True from a spread of 2 up: to be talked through against the anchors, not averaged away. */
  readonly needsDiscussion: boolean;
  /** Level of the skill that the ratings carry, at most the required one; 0 when assessed and nothing carried; `null` when not assessed. */
  readonly carriedLevel: Level | 0 | null;
  readonly status: RequirementStatus;
}

/** Attainment with all that it must not be read without. */
export interface ComparedFit {
  /** Words to be read first: missing must-haves, then those not assessed. */
  readonly floors: string;
  /** Must-haves carried below the required level, in requirement order. */
  readonly missingMustHaves: readonly SkillKey[];
  readonly unassessedMustHaves: readonly SkillKey[];
  readonly mustHaves: number;
  /** Assessed part of the must-haves by weight, 0..1; `null` when there are none. */
  readonly mustHaveCoverage: number | null;
  /** Σ w·a / Σ w over assessed requirements, 0..1, a = min(carried / required, 1); `null` when nothing was assessed. */
  readonly share: number | null;
  /** Σ w assessed / Σ w of all requirements, 0..1; 0 when nothing is asked. */
  readonly coverage: number;
}

export interface ComparedVerdict {
  readonly interviewer: Id<'Person'>;
  readonly verdict: Verdict;
  readonly isAmended: boolean;
  readonly isInfluenced: boolean;
}

export interface CandidateComparison {
  readonly application: Id<'Application'>;
  /** One per requirement, in the order of the requirements. */
  readonly cells: readonly ComparedCell[];
  readonly fit: ComparedFit;
  /** By interviewer; never counted up here. */
  readonly verdicts: readonly ComparedVerdict[];
}

/** Gap between two ratings from which they are talked through (panel rules of the kits). */
export const DISCUSSION_GAP = 2;

/**
 * Candidates in the order they applied (at the same instant: by id), never by figure. Ratings of skills that the job role does not ask
 * for are left out. The order in which applications, scorecards and ratings are handed in changes nothing.
 * Ask `mayReadFigures` for each application first.
 * @source product.md sections 4 (rules 1 and 2) and 5
 */
export const compareCandidates = (
  requirements: readonly ComparedRequirement[],
  applications: readonly ComparedApplication[],
): readonly CandidateComparison[] =>
  [...applications]
    .sort((a, b) => byText(a.appliedAt, b.appliedAt) || byText(a.application, b.application))
    .map((one) => compareOne(requirements, one));

/**
 * Level of the skill that one or more ratings carry: 3 or more the required level, 2 one below it, 1 nothing; of several the lower
 * median, so that one high rating never lifts the rest.
 * @returns 0 for "assessed, carries nothing"; `null` for no rating
 */
export function levelCarriedBy(ratings: readonly Level[], required: Level): Level | 0 | null {
  const median = [...ratings].sort((a, b) => a - b)[Math.ceil(ratings.length / 2) - 1];
  if (median === undefined) return null;
  if (median === 1) return 0;
  return median >= 3 ? required : ONE_BELOW[required];
}
const ONE_BELOW: Readonly<Record<Level, Level | 0>> = { 1: 0, 2: 1, 3: 2, 4: 3, 5: 4 };

function compareOne(requirements: readonly ComparedRequirement[], one: ComparedApplication): CandidateComparison {
  const scorecards = one.scorecards.filter(entersFigures);
  const cells = requirements.map((requirement) => cellOf(requirement, scorecards));
  const verdicts = scorecards.flatMap((scorecard): ComparedVerdict[] => {
    const { verdict } = latestContent(scorecard);
    return verdict === null ? [] : [{ ...markOf(scorecard), verdict }];
  });
  return {
    application: one.application,
    cells,
    fit: fitOf(requirements, cells),
    verdicts: sortedBy(verdicts, (verdict) => [verdict.interviewer, verdict.verdict, ...marks(verdict)]),
  };
}

function cellOf(requirement: ComparedRequirement, scorecards: readonly Scorecard[]): ComparedCell {
  const { skill, level: requiredLevel, isMustHave } = requirement;
  const found = scorecards.flatMap((scorecard) =>
    latestContent(scorecard).ratings.flatMap((rating): ComparedRating[] =>
      rating.skill === skill && rating.level !== null
        ? [{ ...markOf(scorecard), itemKey: rating.itemKey, rating: rating.level }]
        : [],
    ),
  );
  const ratings = sortedBy(found, (one) => [one.interviewer, one.itemKey, String(one.rating), ...marks(one)]);
  const levels = ratings.map((one) => one.rating);
  const spread = levels.length < 2 ? null : Math.max(...levels) - Math.min(...levels);
  const carried = levelCarriedBy(levels, requiredLevel);
  return {
    skill,
    requiredLevel,
    isMustHave,
    ratings,
    spread,
    needsDiscussion: spread !== null && spread >= DISCUSSION_GAP,
    carriedLevel: carried,
    status: carried === null ? 'NOT_ASSESSED' : carried >= requiredLevel ? 'MET' : 'BELOW',
  };
}

function fitOf(requirements: readonly ComparedRequirement[], cells: readonly ComparedCell[]): ComparedFit {
  // Summed in the order of skill keys, so that the order of the requirements does not change the last digit.
  const rows = requirements
    .flatMap((requirement, at) => {
      const cell = cells[at];
      return cell === undefined ? [] : [{ requirement, carried: cell.carriedLevel }];
    })
    .sort((a, b) => byText(a.requirement.skill, b.requirement.skill));
  const assessed = rows.flatMap(({ requirement, carried }) => (carried === null ? [] : [{ ...requirement, carried }]));
  const assessedWeight = sum(assessed.map((one) => one.weight));
  const allWeight = sum(rows.map((row) => row.requirement.weight));
  const gained = sum(assessed.map((one) => one.weight * Math.min(one.carried / one.level, 1)));
  const weightOfMustHaves = (list: readonly ComparedRequirement[]): number =>
    sum(list.filter((one) => one.isMustHave).map((one) => one.weight));
  const mustHaveWeight = weightOfMustHaves(rows.map((row) => row.requirement));
  const mustHaves = cells.filter((cell) => cell.isMustHave);
  const unassessed = mustHaves.filter((cell) => cell.status === 'NOT_ASSESSED').map((cell) => cell.skill);
  return {
    floors: floorWords(requirements, cells),
    missingMustHaves: mustHaves.filter((cell) => cell.status === 'BELOW').map((cell) => cell.skill),
    unassessedMustHaves: unassessed,
    mustHaves: mustHaves.length,
    mustHaveCoverage: mustHaveWeight === 0 ? null : weightOfMustHaves(assessed) / mustHaveWeight,
    share: assessedWeight === 0 ? null : gained / assessedWeight,
    coverage: allWeight === 0 ? 0 : assessedWeight / allWeight,
  };
}

function floorWords(requirements: readonly ComparedRequirement[], cells: readonly ComparedCell[]): string {
  const nameOf = new Map(requirements.map((one) => [one.skill, one.name]));
  const named = (cell: ComparedCell): string => nameOf.get(cell.skill) ?? cell.skill;
  const mustHaves = cells.filter((cell) => cell.isMustHave);
  const missing = mustHaves.filter((cell) => cell.status === 'BELOW');
  const unassessed = mustHaves.filter((cell) => cell.status === 'NOT_ASSESSED');
  if (mustHaves.length === 0) return 'The job role has no must-haves.';
  if (missing.length + unassessed.length === 0) return `All must-haves met (${mustHaves.length}).`;
  const missed = missing.map((cell) => `${named(cell)} (shown ${cell.carriedLevel ?? 0}, needs ${cell.requiredLevel})`);
  const sentences = [
    ...(missing.length === 0 ? [] : [`${countOf(missing.length)} missing: ${missed.join(', ')}.`]),
    ...(unassessed.length === 0
      ? []
      : [`${countOf(unassessed.length)} not assessed: ${unassessed.map(named).join(', ')}.`]),
  ];
  return sentences.join(' ');
}

const countOf = (n: number): string => (n === 1 ? '1 must-have' : `${n} must-haves`);

const markOf = (scorecard: Scorecard): Omit<ComparedVerdict, 'verdict'> => ({
  interviewer: scorecard.author,
  isAmended: scorecard.amendments.length > 0,
  isInfluenced: isInfluenced(scorecard),
});
const marks = (one: Omit<ComparedVerdict, 'verdict'>): readonly string[] => [
  String(one.isAmended),
  String(one.isInfluenced),
];

const sortedBy = <T>(list: readonly T[], keys: (one: T) => readonly string[]): readonly T[] =>
  [...list].sort((a, b) => byText(keys(a).join('\n'), keys(b).join('\n')));

/** By code unit, the same on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
