/** Why this file exists: the interviews of a requisition as visitors and applicants may know them: what they are, never who sits in them or what is asked. */
import type { Unit } from '../../../platform/database/index.js';
import type { ApplicationId, RequisitionId } from '../../candidates/index.js';
import type { AdvertInterviewObject, StatusInterviewObject } from '../api/public.types.js';
import { itemOf, stageOf, type KitItem } from '../domain/kit.js';
import type { PlanInterviewId } from '../store/plan.tables.js';
import { kitById, kitOf } from '../store/kit.store.js';
import { planOf, type StoredPlanInterview } from '../store/plan.store.js';
import { skillsByKey } from './skill-names.js';

type Planned = AdvertInterviewObject & { readonly planInterviewId: PlanInterviewId };

const once = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The planned interviews in the order they are held; empty while nobody has planned them. No row policy: this is what everybody may know. */
async function planned(unit: Unit, id: RequisitionId): Promise<readonly Planned[]> {
  const plan = await planOf(unit, id);
  const record = plan === null ? null : await kitById(unit, plan.kitId);
  if (plan === null || record === null) return [];
  const kit = kitOf(record);
  const skillOf = await skillsByKey(unit);
  const items = (one: StoredPlanInterview): KitItem[] => one.items.flatMap((item) => itemOf(kit, item.itemKey) ?? []);
  return plan.interviews.map((one) => {
    const stage = stageOf(kit, one.stageKey);
    return {
      planInterviewId: one.id,
      name: stage?.name ?? one.title,
      format: stage?.format ?? '',
      minutes: one.minutes,
      kinds: once(items(one).map((item) => item.kind)),
      skillNames: once(one.items.flatMap((item) => item.skills)).map((key) => skillOf(key).name),
    };
  });
}

export const advertInterviews = (unit: Unit, id: RequisitionId): Promise<readonly AdvertInterviewObject[]> =>
  planned(unit, id);

/** The same with the times of one application. */
export async function statusInterviews(
  unit: Unit,
  requisitionId: RequisitionId,
  applicationId: ApplicationId,
): Promise<readonly StatusInterviewObject[]> {
  const all = await planned(unit, requisitionId);
  const held = await unit.rows<{ planInterviewId: PlanInterviewId; scheduledAt: string | null; isHeld: boolean }>(
    `select plan_interview_id as "planInterviewId", scheduled_at as "scheduledAt", state = 'DONE' as "isHeld" from interview
      where organisation_id = $1 and application_id = $2 and state <> 'CANCELLED'`,
    [applicationId],
  );
  return all.map((one) => {
    const own = held.find((interview) => interview.planInterviewId === one.planInterviewId);
    return { ...one, scheduledAt: own?.scheduledAt ?? null, isHeld: own?.isHeld ?? false };
  });
}
