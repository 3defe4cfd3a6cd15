/** Why this file exists: a review of a level has to know who mentors whom, and what follows from it is known further right. */
import type { PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import type { Level, SkillKey } from '../frameworks/index.js';
import type { AssessmentId } from './domain/assessment.js';

export interface MentorSource {
  /** Mentors who agreed to guide each of these people now; a person without one may be missing. */
  readonly mentorsOf: (
    unit: Unit,
    personIds: readonly PersonId[],
  ) => Promise<ReadonlyMap<PersonId, readonly PersonId[]>>;
  /** People who are guided now by a mentor who agreed. */
  readonly menteesOf: (unit: Unit, mentorId: PersonId) => Promise<readonly PersonId[]>;
}

let source: MentorSource = {
  mentorsOf: () => Promise.resolve(new Map()),
  menteesOf: () => Promise.resolve([]),
};

/** Set by the growth module, which stands further right; without it nobody mentors anybody. */
export const setMentorSource = (given: MentorSource): void => {
  source = given;
};

export const mentorSource = (): MentorSource => source;

/** A review that took place. */
export interface Review {
  readonly assessmentId: AssessmentId;
  readonly personId: PersonId;
  readonly skill: SkillKey;
  readonly became: 'CONFIRMED' | 'REJECTED' | 'REVOKED';
  /** The level confirmed; `null` unless it was. */
  readonly level: Level | null;
}
type ReviewStep = (unit: Unit, review: Review) => Promise<void>;
const reviewSteps = new Map<string, ReviewStep>();

/** Adds what a module does when an assessment was reviewed; runs in the same unit, in the order of the names. */
export const onReview = (name: string, step: ReviewStep): void => {
  reviewSteps.set(name, step);
};
export async function runReview(unit: Unit, review: Review): Promise<void> {
  for (const name of [...reviewSteps.keys()].sort()) await reviewSteps.get(name)?.(unit, review);
}
