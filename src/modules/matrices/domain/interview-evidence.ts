/** Why this file exists: what interviewers saw before the first day becomes the first entries of a hire's profile, and no more than that. */
import type { EvidenceType, EvidenceTypeKey, Level, SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';

export type RatedItemKind = 'QUESTION' | 'SCENARIO' | 'WORK_SAMPLE' | 'REVIEW_EXERCISE' | 'PRESENTATION';

/** One submitted rating of one skill on one interview item. Ratings of observers who shadow do not belong here. */
export interface SubmittedRating {
  readonly skill: SkillKey;
  readonly item: string;
  readonly itemKind: RatedItemKind;
  readonly interviewerId: Id<'Person'>;
  /** On the anchors of the item, where 3 meets the bar of the rung hired for; `null` = not assessed. */
  readonly rating: Level | null;
}

/** The two evidence types that an interview can produce, as the framework in force describes them. */
export interface InterviewEvidenceTypes {
  /** `interview-rating`. */
  readonly rating: EvidenceType;
  /** `work-sample-score`. */
  readonly workSample: EvidenceType;
}

export interface CarriedLevel {
  readonly skill: SkillKey;
  readonly level: Level;
  readonly evidenceType: EvidenceTypeKey;
  /** Distinct interviewers whose rating counted, sorted by id. */
  readonly raters: readonly Id<'Person'>[];
  /** Every rating that counted, in the order given. */
  readonly ratings: readonly SubmittedRating[];
}

export type NothingCarriedReason = 'NOT_REQUIRED' | 'NOT_ASSESSED' | 'BELOW_WHAT_COUNTS';

export interface NothingCarried {
  readonly skill: SkillKey;
  readonly reason: NothingCarriedReason;
  /** The reason as a sentence. */
  readonly message: string;
  readonly ratings: readonly SubmittedRating[];
}

export interface InterviewEvidence {
  /** Sorted by skill key. */
  readonly carried: readonly CarriedLevel[];
  /** Every other skill that was required or rated, sorted by skill key. */
  readonly nothing: readonly NothingCarried[];
}

const REASONS: Readonly<Record<NothingCarriedReason, string>> = {
  NOT_REQUIRED: 'The requisition does not ask for this skill, so the anchors say nothing about a level.',
  NOT_ASSESSED: 'Nobody rated this skill, so its level is unknown.',
  BELOW_WHAT_COUNTS: 'The ratings do not show a level of this skill that could be recorded.',
};

/**
 * What one rating carries, 0..5, where 0 stands for "nothing" and never leaves this file: 3 and above the required level, 2 one
 * level less, 1 nothing. A rating above 3 does not carry more than was asked for.
 */
const carriedBy = (rating: Level, required: Level): number =>
  rating >= 3 ? required : rating === 2 ? required - 1 : 0;

/** The middle value, or the lower of the two middle ones; 0 for an empty list. */
function lowerMedian(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

function evidenceTypeFor(ratings: readonly SubmittedRating[], types: InterviewEvidenceTypes): EvidenceType {
  const raters = ratings.filter(({ itemKind }) => itemKind === 'WORK_SAMPLE').map(({ interviewerId }) => interviewerId);
  return new Set(raters).size >= 2 ? types.workSample : types.rating;
}

const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];
/** The greatest level not above `limit`; `null` when that is none. */
const levelWithin = (limit: number): Level | null => LEVELS.findLast((level) => level <= limit) ?? null;

function assess(
  skill: SkillKey,
  ratings: readonly SubmittedRating[],
  required: Level | undefined,
  types: InterviewEvidenceTypes,
): CarriedLevel | NothingCarried {
  const counted = ratings.filter(({ rating }) => rating !== null);
  const nothing = (reason: NothingCarriedReason): NothingCarried => ({
    skill,
    reason,
    message: REASONS[reason],
    ratings: counted,
  });
  if (counted.length === 0) return nothing('NOT_ASSESSED');
  if (required === undefined) return nothing('NOT_REQUIRED');
  const median = lowerMedian(counted.flatMap(({ rating }) => (rating === null ? [] : [carriedBy(rating, required)])));
  const type = evidenceTypeFor(counted, types);
  const level = levelWithin(Math.min(median, type.maxLevel));
  if (level === null) return nothing('BELOW_WHAT_COUNTS');
  const raters = [...new Set(counted.map(({ interviewerId }) => interviewerId))].toSorted();
  return { skill, level, evidenceType: type.key, raters, ratings: counted };
}

/**
 * What an interview carries into a profile at hire, skill by skill.
 *
 * 1. Ratings that say "not assessed" are left out.
 * 2. Each rating carries a level: 3 or more the required level, 2 the level below it, 1 nothing.
 * 3. Several ratings carry the lower median of those levels, where "nothing" counts as 0; a median of 0 carries nothing.
 * 4. The evidence is a scored work sample when two different raters or more rated a work-sample item of the skill, else an
 *    interview rating; its `maxLevel` caps the level.
 *
 * The order of the ratings does not change a level. A skill that is required and was never rated is listed as not assessed.
 * @param required effective levels of the requisition; a missing skill is not asked for
 * @source         docs/methods/arithmetic.md; rules 2 and 5 of the product description
 */
export function interviewEvidence(
  ratings: readonly SubmittedRating[],
  required: ReadonlyMap<SkillKey, Level>,
  types: InterviewEvidenceTypes,
): InterviewEvidence {
  const skills = [...new Set([...required.keys(), ...ratings.map(({ skill }) => skill)])].toSorted();
  const carried: CarriedLevel[] = [];
  const nothing: NothingCarried[] = [];
  for (const skill of skills) {
    const own = ratings.filter((rating) => rating.skill === skill);
    const result = assess(skill, own, required.get(skill), types);
    if ('level' in result) carried.push(result);
    else nothing.push(result);
  }
  return { carried, nothing };
}
