/** Why this file exists: candidates come into the system, and closeness to them is declared. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import { consentFault } from '../domain/applicant-view.js';
import type { CandidateId } from '../domain/application.js';
import { candidatesWithin } from '../queries/reach.js';
import {
  candidateTable,
  declaredRelationTable,
  type CandidateSource,
  type RelationKind,
} from '../store/application.tables.js';
import { textOrNull } from './create-requisition.js';

export interface NewCandidate {
  readonly displayName: string;
  readonly headline?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly source: CandidateSource;
  readonly referrerId?: PersonId | null;
  /** YYYY-MM-DD. */
  readonly consentedOn?: string | null;
  /** YYYY-MM-DD. */
  readonly keepUntil?: string | null;
}

/** What is wrong with the input for whoever enters it, or `null`. */
function entryProblem(unit: Unit, input: NewCandidate, addedById: PersonId): Problem | null {
  if (input.referrerId === addedById) {
    const message =
      'Whoever refers a candidate has a conflict of interest. Ask another hiring manager to enter the candidate, with you as referrer.';
    return { code: 'CONFLICT_OF_INTEREST', message, field: 'input.referrerId' };
  }
  const { consentedOn = null, keepUntil = null } = input;
  const fault = consentFault({ consentedOn, keepUntil }, unit.now.toISOString().slice(0, 10));
  return fault === null ? null : { code: 'CONSENT_DAY_WRONG', message: fault.message, field: `input.${fault.field}` };
}

/** Enters a candidate from outside; employees enter themselves by applying. */
export async function addCandidate(unit: Unit, input: NewCandidate): Promise<Outcome<{ id: CandidateId }, Problem>> {
  const addedById = unit.actor?.personId ?? null;
  if (addedById === null) {
    return refuse({
      code: 'NOT_AN_EMPLOYEE',
      message: 'Your sign-in is not linked to an employee. Ask an administrator to link it.',
    });
  }
  const problem = entryProblem(unit, input, addedById);
  if (problem !== null) return refuse(problem);
  const id: CandidateId = newId<'Candidate'>();
  await unit.insert(candidateTable, [
    {
      id,
      displayName: input.displayName.trim(),
      headline: input.headline?.trim() ?? '',
      email: textOrNull(input.email)?.toLowerCase() ?? null,
      phone: textOrNull(input.phone),
      personId: null,
      source: input.source,
      referrerId: input.referrerId ?? null,
      addedById,
      consentedOn: input.consentedOn ?? null,
      keepUntil: input.keepUntil ?? null,
      createdAt: unit.now.toISOString(),
      version: 1,
    },
  ]);
  const { source, consentedOn = null, keepUntil = null } = input;
  const data = { source, ...(consentedOn === null && keepUntil === null ? {} : { consentedOn, keepUntil }) };
  unit.record({ type: 'CandidateAdded', entity: 'Candidate', entityId: id, data });
  return ok({ id });
}

/** How the actor sees a candidate; `null` when not at all. */
export async function candidateSeen(
  unit: Unit,
  id: CandidateId,
): Promise<{ readonly isOwn: boolean; readonly isDetailed: boolean } | null> {
  const { where, isDetailed, isOwn, values } = await candidatesWithin(unit, 3);
  return unit.one<{ isOwn: boolean; isDetailed: boolean }>(
    `select ${isOwn} as "isOwn", ${isDetailed} as "isDetailed" from candidate c where c.organisation_id = $1 and c.id = $2 and ${where}`,
    [id, ...values],
  );
}

/**
 * Declares that a person is close to a candidate, for ever: the applications of the candidate then do not exist for that person.
 * Everybody declares for themselves; the hiring manager for others too.
 */
export async function declareRelation(
  unit: Unit,
  input: { readonly candidateId: CandidateId; readonly personId?: PersonId | null; readonly kind: RelationKind },
): Promise<Outcome<{ candidateId: CandidateId }, Problem>> {
  const own = unit.actor?.personId ?? null;
  const found = await candidateSeen(unit, input.candidateId);
  if (found === null) return refuse(notFound('candidate', 'input.candidateId'));
  const personId = input.personId ?? own;
  if (personId === null) {
    return refuse({
      code: 'NOT_AN_EMPLOYEE',
      message: 'Your sign-in is not linked to an employee. Name the person.',
      field: 'input.personId',
    });
  }
  if (personId !== own && !found.isOwn)
    return refuse(notFound('person whose relation you may declare', 'input.personId'));
  const { candidateId, kind } = input;
  await unit.insert(declaredRelationTable, [{ personId, candidateId, kind, declaredAt: unit.now.toISOString() }]);
  unit.record({ type: 'RelationDeclared', entity: 'Candidate', entityId: candidateId, data: { personId, kind } });
  return ok({ candidateId });
}
