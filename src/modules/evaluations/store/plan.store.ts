/** Why this file exists: interview plans in and out of the database, as the domain sees them. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import type { RequisitionId } from '../../candidates/index.js';
import type { SkillKey } from '../../frameworks/index.js';
import type { InterviewId, InterviewPlan } from '../domain/interview-plan.js';
import type { ItemKey, KitVersionId, StageKey } from '../domain/kit.js';
import type { PlanInterviewId } from './plan.tables.js';

export interface StoredPlanInterview {
  readonly id: PlanInterviewId;
  readonly stageKey: StageKey;
  readonly title: string;
  readonly minutes: number;
  readonly items: readonly { readonly itemKey: ItemKey; readonly skills: readonly SkillKey[] }[];
  readonly seats: readonly { readonly personId: PersonId; readonly isObserver: boolean }[];
  /** True when an interview was made from it. */
  readonly isScheduled: boolean;
  /** True when an interviewer has started to write a scorecard for it. */
  readonly isStarted: boolean;
}
export interface StoredPlan {
  readonly requisitionId: RequisitionId;
  readonly kitId: KitVersionId;
  readonly version: number;
  /** In the order they are held. */
  readonly interviews: readonly StoredPlanInterview[];
}

const PLAN = `select p.requisition_id as "requisitionId", p.kit_id as "kitId", p.version,
  coalesce((select json_agg(json_build_object('id', i.id, 'stageKey', i.stage_key, 'title', i.title, 'minutes', i.minutes,
    'items', coalesce((select json_agg(json_build_object('itemKey', t.item_key, 'skills', t.skills) order by t.position)
       from plan_item t where t.organisation_id = i.organisation_id and t.plan_interview_id = i.id), '[]'::json),
    'seats', coalesce((select json_agg(json_build_object('personId', s.person_id, 'isObserver', s.is_observer) order by s.is_observer, s.person_id)
       from plan_seat s where s.organisation_id = i.organisation_id and s.plan_interview_id = i.id), '[]'::json),
    'isScheduled', exists (select 1 from interview v where v.organisation_id = i.organisation_id and v.plan_interview_id = i.id),
    'isStarted', exists (select 1 from interview v join scorecard c on c.organisation_id = v.organisation_id and c.interview_id = v.id
       where v.organisation_id = i.organisation_id and v.plan_interview_id = i.id and c.saved_at is not null)) order by i.position)
    from plan_interview i where i.organisation_id = p.organisation_id and i.requisition_id = p.requisition_id), '[]'::json) as interviews
  from requisition_plan p where p.organisation_id = $1 and p.requisition_id = any($2::uuid[])`;

/** Whole plans by requisition; one without a plan is absent. One statement. */
export async function plansOf(
  unit: Unit,
  ids: readonly RequisitionId[],
): Promise<ReadonlyMap<RequisitionId, StoredPlan>> {
  if (ids.length === 0) return new Map();
  const rows = await unit.rows<StoredPlan>(PLAN, [[...new Set(ids)]]);
  return new Map(rows.map((row) => [row.requisitionId, row]));
}

/** The plan of a requisition, or `null`. */
export const planOf = async (unit: Unit, id: RequisitionId): Promise<StoredPlan | null> =>
  (await plansOf(unit, [id])).get(id) ?? null;

/** The domain's plan. Its interviews go by the ids of the planned ones: a plan speaks of no application. */
export const domainPlan = (plan: Pick<StoredPlan, 'interviews'>): InterviewPlan => ({
  interviews: plan.interviews.map(({ id, stageKey, items, seats }) => ({
    id: asInterview(id),
    stage: stageKey,
    items,
    seats: seats.map(({ personId, isObserver }) => ({ person: personId, kind: isObserver ? 'SHADOW' : 'RATER' })),
  })),
});

/** In a plan the planned interview stands for the interviews that will be made from it. */
const asInterview = (id: PlanInterviewId): InterviewId => id as string as InterviewId;
