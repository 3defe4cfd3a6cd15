/** Why this file exists: commands about one application take it the same way: row policy first, then the lock, then what is evaluated. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import {
  applicantFacts,
  applicationSeen,
  applicationTable,
  requisitionById,
  type ApplicationRecord,
  type RequisitionRecord,
} from '../../candidates/data.js';
import { conflictedAmong, isUndecided, type ApplicantFacts, type ApplicationId } from '../../candidates/index.js';
import { personsByIds } from '../../people/data.js';
import { evaluationOf, type StoredEvaluation } from '../store/panel.store.js';

export interface TakenApplication {
  readonly application: ApplicationRecord;
  readonly requisition: RequisitionRecord;
  readonly evaluation: StoredEvaluation;
  readonly facts: ApplicantFacts;
}

/**
 * An application that the actor may read or change, with its requisition and itself locked in this order, and all that was evaluated.
 * One with a conflict of interest is not there.
 */
export async function takeApplication(
  unit: Unit,
  permission: 'application:read' | 'application:update',
  id: ApplicationId,
  field = 'input.applicationId',
): Promise<Outcome<TakenApplication, Problem>> {
  const absent = notFound('application', field);
  const seen = await applicationSeen(unit, permission, id);
  if (seen === null) return refuse(absent);
  const requisition = await requisitionById(unit, seen.requisitionId, { lock: 'UPDATE' });
  const application = await unit.findOne(applicationTable, { id }, { lock: 'UPDATE' });
  const evaluation = await evaluationOf(unit, id);
  const facts = (await applicantFacts(unit, [seen.candidateId])).get(seen.candidateId);
  if (requisition === null || application === null || evaluation === null || facts === undefined) return refuse(absent);
  return ok({ application, requisition, evaluation, facts });
}

/** Refuses what comes after a decision or a withdrawal. */
export function closedProblem(application: ApplicationRecord): Problem | null {
  if (isUndecided(application)) return null;
  return {
    code: 'EVALUATION_CLOSED',
    message: 'This application is decided or withdrawn. Nothing more is evaluated.',
    field: 'input.applicationId',
  };
}

/** The persons among these who have a conflict of interest about the applicant. */
export const conflictedPersons = (people: readonly PersonId[], facts: ApplicantFacts): ReadonlySet<PersonId> =>
  new Set(conflictedAmong(people, facts));

interface NamedConflict extends Problem {
  readonly people: readonly string[];
}
const namedConflict = (people: readonly string[], field: string): NamedConflict => ({
  code: 'CONFLICT_OF_INTEREST',
  message: `A conflict of interest keeps these people off the panel: ${people.join(', ')}. Name somebody else.`,
  field,
  people,
});

/** Refuses a seat for somebody with a conflict of interest, by name. */
export async function conflictProblem(
  unit: Unit,
  people: readonly PersonId[],
  taken: TakenApplication,
  field: string,
): Promise<Problem | null> {
  const conflicted = conflictedPersons(people, taken.facts);
  if (conflicted.size === 0) return null;
  const persons = await personsByIds(unit, [...conflicted]);
  const names = [...persons.values()].map((person) => person.displayName).sort();
  return namedConflict(names, field);
}
