/** Why this file exists: a candidate is put on a requisition, by the hiring team or by an employee who applies inside. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import { personById } from '../../people/data.js';
import { receiveApplication, type ApplicationId, type CandidateId, type StepMaker } from '../domain/application.js';
import type { RequisitionId } from '../domain/requisition.js';
import { requisitionsWithin } from '../queries/reach.js';
import { hiringTeam, recordStage } from '../store/application.store.js';
import { applicationTable, candidateTable } from '../store/application.tables.js';
import { changeableRequisition, requisitionById } from '../store/requisition.store.js';
import type { RequisitionRecord } from '../store/requisition.tables.js';
import { candidateSeen } from './add-candidate.js';

type Applied = Outcome<{ id: ApplicationId }, Problem>;

/** Writes a new application at its first stage. */
async function receive(
  unit: Unit,
  requisition: RequisitionRecord,
  candidate: CandidateId,
  by: StepMaker,
): Promise<Applied> {
  const ids = { id: newId<'Application'>(), requisition: requisition.id, candidate };
  const at = unit.now.toISOString();
  const received = receiveApplication(ids, requisition.state, by, at);
  if (!received.ok) return received;
  const { id, stage } = received.value;
  const withdrawal = { withdrawnBy: null, withdrawReason: null };
  await unit.insert(applicationTable, [
    {
      id,
      requisitionId: requisition.id,
      candidateId: candidate,
      stage,
      decidedAs: null,
      appliedAt: at,
      ...withdrawal,
      version: 1,
    },
  ]);
  await recordStage(unit, id, { from: null, to: stage, note: null });
  unit.record({
    type: 'ApplicationReceived',
    entity: 'Application',
    entityId: id,
    data: { requisitionId: requisition.id, candidateId: candidate },
  });
  return ok({ id });
}

/** Puts a candidate on an own requisition. */
export async function apply(
  unit: Unit,
  input: { readonly requisitionId: RequisitionId; readonly candidateId: CandidateId },
): Promise<Applied> {
  const requisition = await changeableRequisition(unit, input.requisitionId, { lock: 'UPDATE' });
  if (requisition === null) return refuse(notFound('requisition', 'input.requisitionId'));
  const seen = await candidateSeen(unit, input.candidateId);
  if (seen?.isDetailed !== true) return refuse(notFound('candidate', 'input.candidateId'));
  return receive(unit, requisition, input.candidateId, hiringTeam(unit));
}

/** The candidate record of an employee; made when there is none yet. */
async function ownCandidate(unit: Unit, personId: PersonId, displayName: string): Promise<CandidateId> {
  const known = await unit.findOne(candidateTable, { personId });
  if (known !== null) return known.id;
  const id: CandidateId = newId<'Candidate'>();
  const nothing = {
    headline: '',
    email: null,
    phone: null,
    referrerId: null,
    addedById: null,
    consentedOn: null,
    keepUntil: null,
  };
  await unit.insert(candidateTable, [
    { id, displayName, personId, source: 'INTERNAL', ...nothing, createdAt: unit.now.toISOString(), version: 1 },
  ]);
  unit.record({ type: 'CandidateAdded', entity: 'Candidate', entityId: id, data: { source: 'INTERNAL' } });
  return id;
}

/** An employee applies on a posted requisition. Their manager and their colleagues do not learn of it. */
export async function applyInternally(unit: Unit, input: { readonly requisitionId: RequisitionId }): Promise<Applied> {
  const personId = unit.actor?.personId ?? null;
  const person = personId === null ? null : await personById(unit, personId);
  if (personId === null || person === null) {
    return refuse({
      code: 'NOT_AN_EMPLOYEE',
      message: 'Your sign-in is not linked to an employee. Ask an administrator to link it.',
    });
  }
  const { where, values } = await requisitionsWithin(unit, 'requisition:read', 3);
  const seen = await unit.one(
    `select q.id from requisition q where q.organisation_id = $1 and q.id = $2 and q.is_posted and ${where}`,
    [input.requisitionId, ...values],
  );
  const requisition = seen === null ? null : await requisitionById(unit, input.requisitionId, { lock: 'UPDATE' });
  if (requisition === null) return refuse(notFound('posted requisition', 'input.requisitionId'));
  const candidate = await ownCandidate(unit, personId, person.displayName);
  return receive(unit, requisition, candidate, { kind: 'CANDIDATE' });
}
