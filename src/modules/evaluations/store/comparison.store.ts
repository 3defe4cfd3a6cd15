/** Why this file exists: stored evaluations as the comparison of the domain wants them. */
import type { NamedRequirement } from '../../candidates/data.js';
import { compareCandidates, type CandidateComparison, type ComparedApplication } from '../domain/comparison.js';
import { scorecardOf, type StoredEvaluation } from './panel.store.js';

const comparedOf = (evaluation: StoredEvaluation): ComparedApplication => ({
  application: evaluation.applicationId,
  appliedAt: new Date(evaluation.appliedAt).toISOString(),
  scorecards: evaluation.seats
    .filter((seat) => seat.interviewState !== 'CANCELLED')
    .map((seat) => scorecardOf(evaluation, seat)),
});

/** Compares evaluations against requirements, in the order of application. Ask whether figures may be read first. */
export const compared = (
  requirements: readonly NamedRequirement[],
  evaluations: readonly StoredEvaluation[],
): readonly CandidateComparison[] => compareCandidates(requirements, evaluations.map(comparedOf));
