/** Why this file exists: a check-in is opened on a goal and filled by the person, then the assessor, then both; disagreement stays. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import type { Level } from '../../frameworks/index.js';
import { inInput, todayOf } from '../../matrices/data.js';
import { managerOf } from '../../people/data.js';
import { disagreement, openCheckIn as open, recordStage, type CheckIn, type CheckInStage } from '../domain/check-in.js';
import type { GrowthGoalId } from '../domain/goal.js';
import { checkInTable } from '../store/check-in.tables.js';
import { checkInOf, newCheckIn, stageColumns } from '../store/check-in.store.js';
import { planOfGoal, takePlan, type StoredPlan } from '../store/growth.store.js';

export type CheckedIn = Outcome<{ id: CheckIn['id'] }, Problem>;

/** Those who may take part: the person, their manager, and the mentor who agreed. */
async function partners(unit: Unit, plan: StoredPlan): Promise<readonly PersonId[]> {
  const manager = await managerOf(unit, plan.personId);
  const mentor = plan.mentorAgreedAt === null ? null : plan.mentorId;
  return [manager, mentor].filter((id) => id !== null);
}

async function planFor(
  unit: Unit,
  goalId: GrowthGoalId,
): Promise<Outcome<{ plan: StoredPlan; near: readonly PersonId[] }, Problem>> {
  const planId = await planOfGoal(unit, goalId);
  const plan = planId === null ? null : await takePlan(unit, planId);
  const near = plan === null ? [] : await partners(unit, plan);
  const self = unit.actor?.personId ?? null;
  const isPartner = plan !== null && self !== null && (plan.personId === self || near.includes(self));
  return isPartner ? ok({ plan, near }) : refuse(notFound('goal', 'input.goalId'));
}

/**
 * Opens a check-in on a goal. The assessor is whoever opens it, or for the person's own the manager unless somebody is named;
 * always the manager or the mentor who agreed.
 */
export async function openCheckIn(
  unit: Unit,
  input: { readonly goalId: GrowthGoalId; readonly assessorId?: PersonId | null },
): Promise<CheckedIn> {
  const found = await planFor(unit, input.goalId);
  if (!found.ok) return found;
  const { plan, near } = found.value;
  const self = unit.actor?.personId ?? null;
  const assessorId = input.assessorId ?? (self !== null && self !== plan.personId ? self : (near[0] ?? plan.personId));
  const opened = open({ id: newId<'CheckIn'>(), goalId: input.goalId, personId: plan.personId, assessorId });
  if (!opened.ok) return refuse(inInput(opened.problem));
  if (!near.includes(assessorId)) {
    const message = 'The second view is given by the manager or by the mentor who agreed. Name one of them.';
    return refuse({ code: 'CHECK_IN_ASSESSOR_NOT_NEAR', message, field: 'input.assessorId' });
  }
  await unit.insert(checkInTable, [newCheckIn(opened.value, plan.id, todayOf(unit))]);
  const data = { checkInId: opened.value.id, goalId: input.goalId, assessorId };
  unit.record({ type: 'CheckInOpened', entity: 'GrowthPlan', entityId: plan.id, data });
  return ok({ id: opened.value.id });
}

export interface StageInput {
  readonly checkInId: CheckIn['id'];
  readonly version: number;
  readonly stage: CheckInStage;
  /** `null` = no level of the skill yet. */
  readonly level: Level | null;
  readonly note: string;
}

/** Records one stage, once. The two views stay side by side whatever is agreed; nothing of it verifies a level. */
export async function recordCheckIn(unit: Unit, input: StageInput): Promise<CheckedIn> {
  const record = await unit.findOne(checkInTable, { id: input.checkInId }, { lock: 'UPDATE' });
  const absent = notFound('check-in', 'input.checkInId');
  if (record === null) return refuse(absent);
  const found = await planFor(unit, record.goalId);
  const self = unit.actor?.personId ?? null;
  if (!found.ok || self === null) return refuse(absent);
  if (record.version !== input.version) return refuse(staleVersion('check-in', record.version));
  const { stage, level, note } = input;
  const view = { level, note: note.trim(), byId: self, recordedAt: unit.now.toISOString() };
  const staged = recordStage(checkInOf(record, found.value.plan), stage, view);
  if (!staged.ok) return refuse(inInput(staged.problem));
  await unit.change(checkInTable, { id: record.id, version: record.version }, stageColumns(stage, view));
  const data = {
    checkInId: record.id,
    goalId: record.goalId,
    stage,
    level,
    isDisagreement: disagreement(staged.value) !== null,
  };
  unit.record({ type: 'CheckInRecorded', entity: 'GrowthPlan', entityId: record.planId, data });
  return ok({ id: record.id });
}
