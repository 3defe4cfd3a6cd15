/** Why this file exists: the steps and changes of a requisition after it was drafted. */
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { jobRoleVersionTable } from '../../job-roles/data.js';
import {
  changeOpenings,
  closeRequisition as close,
  holdRequisition as hold,
  openRequisition as open,
  recordHire,
  resumeRequisition,
  type Requisition,
  type RequisitionId,
} from '../domain/requisition.js';
import { reachOf } from '../queries/reach.js';
import { snapshotRequirements } from '../store/requirements.store.js';
import { actOf, changeableRequisition, requisitionOf } from '../store/requisition.store.js';
import { requisitionTable, type EmploymentType, type RequisitionRecord } from '../store/requisition.tables.js';
import { textOrNull } from './create-requisition.js';

type Changed = Outcome<{ id: RequisitionId }, Problem>;
/** Names the requisition and the state of it that the caller saw. */
export interface SeenRequisition {
  readonly requisitionId: RequisitionId;
  readonly version: number;
}

const absent = (): Problem => notFound('requisition', 'input.requisitionId');
/** The field of a domain problem as a path of the mutation's input. */
export const inInput = <P extends Problem>(problem: P): Problem =>
  problem.field === undefined || problem.field.startsWith('input.')
    ? problem
    : { ...problem, field: `input.${problem.field}` };

/** Writes what a domain step changed, and what goes with it. */
async function save(
  unit: Unit,
  seen: RequisitionRecord & { readonly version: number },
  next: Requisition,
  fact: { readonly type: string; readonly data?: Readonly<Record<string, unknown>> },
  more: Partial<RequisitionRecord> = {},
): Promise<Changed> {
  const isPosted = (more.isPosted ?? seen.isPosted) && (next.state === 'OPEN' || next.state === 'ON_HOLD');
  const changes = { state: next.state, openings: next.openings, filled: next.filled, ...more, isPosted };
  if (!(await unit.change(requisitionTable, { id: seen.id, version: seen.version }, changes)))
    return refuse(staleVersion('requisition', null));
  const data = { from: seen.state, to: next.state, ...fact.data };
  unit.record({ type: fact.type, entity: 'Requisition', entityId: seen.id, data });
  return ok({ id: seen.id });
}

/** The requisition if the actor may change it and nobody changed it since the caller saw it. */
async function take(unit: Unit, input: SeenRequisition): Promise<Outcome<RequisitionRecord, Problem>> {
  const record = await changeableRequisition(unit, input.requisitionId, { lock: 'UPDATE' });
  if (record === null) return refuse(absent());
  return record.version === input.version ? ok(record) : refuse(staleVersion('requisition', record.version));
}

/** Opens a draft, which fixes what it asks for, or resumes one that was on hold. */
export async function openRequisition(unit: Unit, input: SeenRequisition): Promise<Changed> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const record = taken.value;
  const act = actOf(unit, record);
  if (record.state === 'ON_HOLD') {
    const resumed = resumeRequisition(requisitionOf(record), act);
    return resumed.ok
      ? save(unit, record, resumed.value, { type: 'RequisitionResumed' })
      : refuse(inInput(resumed.problem));
  }
  const version = await unit.findOne(jobRoleVersionTable, { id: record.jobRoleVersionId });
  const opened = open(requisitionOf(record), version?.state ?? null, act);
  if (!opened.ok) return refuse(inInput(opened.problem));
  const requirements = await snapshotRequirements(unit, record);
  return save(unit, record, opened.value, { type: 'RequisitionOpened', data: { requirements } }, { openedAt: act.at });
}

/** Puts an open requisition on hold. */
export async function holdRequisition(unit: Unit, input: SeenRequisition): Promise<Changed> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const held = hold(requisitionOf(taken.value), actOf(unit, taken.value));
  return held.ok ? save(unit, taken.value, held.value, { type: 'RequisitionHeld' }) : refuse(inInput(held.problem));
}

/** Shows an open requisition to all employees and to everybody who has its public address, or takes it off again. */
export async function postRequisition(
  unit: Unit,
  input: SeenRequisition & { readonly isPosted: boolean },
): Promise<Changed> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const record = taken.value;
  if (input.isPosted && record.state !== 'OPEN') {
    const message = 'Only an open requisition can be posted. Open it first.';
    return refuse({ code: 'REQUISITION_NOT_POSTABLE', message, field: 'input.requisitionId' });
  }
  const type = input.isPosted ? 'RequisitionPosted' : 'RequisitionPostingEnded';
  const isNew = input.isPosted && !record.isPosted;
  const changes = { isPosted: input.isPosted, ...(isNew ? { postedAt: unit.now.toISOString() } : {}) };
  return save(unit, record, requisitionOf(record), { type }, changes);
}

/**
 * Ends a requisition. With applications that nobody has decided on a reason is needed. Applications with a conflict of interest do
 * not count here: the question would tell the actor that they exist.
 */
export async function closeRequisition(
  unit: Unit,
  input: SeenRequisition & { readonly reason?: string | null },
): Promise<Changed> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const record = taken.value;
  const waiting = await undecided(unit, record.id);
  const reason = textOrNull(input.reason);
  const closed = close(requisitionOf(record), waiting, reason, actOf(unit, record));
  if (!closed.ok) return refuse(inInput(closed.problem));
  const changes = { closedAt: unit.now.toISOString(), closeReason: reason };
  return save(unit, record, closed.value, { type: 'RequisitionClosed', data: { reason } }, changes);
}

/** Applications that nobody has decided on or withdrawn, without those about which the actor has a conflict. */
async function undecided(unit: Unit, id: RequisitionId): Promise<number> {
  const { conflicted } = await reachOf(unit);
  const row = await unit.one<{ n: number }>(
    `select count(*)::int as n from application
      where organisation_id = $1 and requisition_id = $2 and decided_as is null and stage <> 'WITHDRAWN' and candidate_id <> all($3::uuid[])`,
    [id, conflicted],
  );
  return row?.n ?? 0;
}

export interface RequisitionChanges extends SeenRequisition {
  readonly title?: string | null;
  readonly openings?: number | null;
  readonly initiativeName?: string | null;
  readonly location?: string | null;
  readonly employmentType?: EmploymentType | null;
}

/** Changes words and openings; more openings open a filled requisition again. What is absent stays; an empty text clears. */
export async function updateRequisition(unit: Unit, input: RequisitionChanges): Promise<Changed> {
  const taken = await take(unit, input);
  if (!taken.ok) return taken;
  const record = taken.value;
  const next = changeOpenings(requisitionOf(record), input.openings ?? record.openings, actOf(unit, record));
  if (!next.ok) return refuse(inInput(next.problem));
  const text = (given: string | null | undefined, now: string | null): string | null =>
    given == null ? now : textOrNull(given);
  const words = {
    title: textOrNull(input.title) ?? record.title,
    initiativeName: text(input.initiativeName, record.initiativeName),
    location: text(input.location, record.location),
    employmentType: input.employmentType ?? record.employmentType,
  };
  const before = {
    title: record.title,
    openings: record.openings,
    initiativeName: record.initiativeName,
    location: record.location,
  };
  const data = { before, after: { ...words, openings: next.value.openings } };
  return save(unit, record, next.value, { type: 'RequisitionChanged', data }, words);
}

/** Counts one hire; the last opening fills the requisition. No row policy: the hiring command has decided on rows. The record must be locked. */
export async function countHire(unit: Unit, record: RequisitionRecord): Promise<Changed> {
  const hired = recordHire(requisitionOf(record), actOf(unit, record));
  return hired.ok
    ? save(unit, record, hired.value, { type: 'RequisitionHireCounted', data: { filled: hired.value.filled } })
    : hired;
}
