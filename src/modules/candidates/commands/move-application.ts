/** Why this file exists: applications are moved and withdrawn by people, and every step is kept. */
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import {
  enterDecision,
  enterHire,
  moveForward,
  withdraw,
  type Application,
  type ApplicationId,
  type DecidedAs,
  type ForwardStage,
  type StepMaker,
} from '../domain/application.js';
import { applicationOf, applicationSeen, hiringTeam, saveStep } from '../store/application.store.js';
import { applicationTable, candidateTable, type ApplicationRecord } from '../store/application.tables.js';
import { requisitionById } from '../store/requisition.store.js';
import type { RequisitionRecord } from '../store/requisition.tables.js';
import { inInput } from './change-requisition.js';
import { textOrNull } from './create-requisition.js';

type Moved = Outcome<{ id: ApplicationId }, Problem>;
/** Names the application and the state of it that the caller saw. */
export interface SeenApplication {
  readonly applicationId: ApplicationId;
  readonly version: number;
}

/** The application if the actor may change it and nobody changed it since the caller saw it. */
async function take(unit: Unit, input: SeenApplication): Promise<Outcome<ApplicationRecord, Problem>> {
  const record = await applicationSeen(unit, 'application:update', input.applicationId);
  if (record === null) return refuse(notFound('application', 'input.applicationId'));
  return record.version === input.version ? ok(record) : refuse(staleVersion('application', record.version));
}

/** Moves an application on to a later stage before the decision. */
export async function moveApplication(
  unit: Unit,
  input: SeenApplication & { readonly stage: ForwardStage; readonly note?: string | null },
): Promise<Moved> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const record = taken.value;
  const requisition = await requisitionById(unit, record.requisitionId, { lock: 'UPDATE' });
  const state = requisition?.state ?? 'CLOSED';
  const moved = moveForward(applicationOf(record), input.stage, state, hiringTeam(unit), unit.now.toISOString());
  if (!moved.ok) return moved;
  return step(unit, record, moved.value, 'ApplicationMoved', textOrNull(input.note));
}

async function step(
  unit: Unit,
  record: ApplicationRecord,
  next: Application,
  type: string,
  note: string | null,
): Promise<Moved> {
  if (!(await saveStep(unit, record, next, note))) return refuse(staleVersion('application', null));
  unit.record({ type, entity: 'Application', entityId: record.id, data: { from: record.stage, to: next.stage } });
  return ok({ id: record.id });
}

/** Ends an application without a decision. No row policy: who may is decided by the caller. */
export async function end(unit: Unit, record: ApplicationRecord, by: StepMaker, reason: string | null): Promise<Moved> {
  const ended = withdraw(applicationOf(record), by, reason, unit.now.toISOString());
  if (!ended.ok) return refuse(inInput(ended.problem));
  const withdrawal = {
    withdrawnBy: by.kind === 'CANDIDATE' ? 'CANDIDATE' : 'HIRING_TEAM',
    withdrawReason: reason,
  } as const;
  if (!(await saveStep(unit, record, ended.value, reason, withdrawal)))
    return refuse(staleVersion('application', null));
  const data = { from: record.stage, by: withdrawal.withdrawnBy };
  unit.record({ type: 'ApplicationWithdrawn', entity: 'Application', entityId: record.id, data });
  return ok({ id: record.id });
}

/** Ends an application without a decision. The hiring team states a reason, also when it passes on the candidate's own wish. */
export async function withdrawApplication(
  unit: Unit,
  input: SeenApplication & { readonly isByCandidate: boolean; readonly reason?: string | null },
): Promise<Moved> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const by: StepMaker = input.isByCandidate ? { kind: 'CANDIDATE' } : hiringTeam(unit);
  return end(unit, taken.value, by, textOrNull(input.reason));
}

/** An employee takes back an application of their own. */
export async function withdrawMyApplication(unit: Unit, input: SeenApplication): Promise<Moved> {
  const personId = unit.actor?.personId ?? null;
  const record = await unit.findOne(applicationTable, { id: input.applicationId });
  const candidate =
    record === null || personId === null
      ? null
      : await unit.findOne(candidateTable, { id: record.candidateId, personId });
  if (record === null || candidate === null) return refuse(notFound('application', 'input.applicationId'));
  if (record.version !== input.version) return refuse(staleVersion('application', record.version));
  return end(unit, record, { kind: 'CANDIDATE' }, null);
}

/**
 * Writes that a person decided. No row policy and no check of the reasons: the deciding command has done both.
 * @param requisition locked by the caller
 */
export async function enterDecided(
  unit: Unit,
  record: ApplicationRecord,
  requisition: RequisitionRecord,
  decidedAs: DecidedAs,
): Promise<Moved> {
  const next = enterDecision(applicationOf(record), decidedAs, requisition, hiringTeam(unit), unit.now.toISOString());
  return next.ok ? step(unit, record, next.value, 'ApplicationDecided', null) : next;
}

/** Writes that an accepted applicant was hired. No row policy: the hiring command has done that. @param requisition locked by the caller */
export async function enterHired(
  unit: Unit,
  record: ApplicationRecord,
  requisition: RequisitionRecord,
): Promise<Moved> {
  const next = enterHire(applicationOf(record), requisition, hiringTeam(unit), unit.now.toISOString());
  return next.ok ? step(unit, record, next.value, 'ApplicantHired', null) : next;
}
