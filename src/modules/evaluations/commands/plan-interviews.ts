/** Why this file exists: the whole interview plan of a requisition is written at once, so that coverage is judged on what will be used. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { changeableRequisition, type RequisitionRecord } from '../../candidates/data.js';
import type { RequisitionId } from '../../candidates/index.js';
import type { SkillKey } from '../../frameworks/index.js';
import { jobRoleVersion } from '../../job-roles/data.js';
import { coverageMatrix } from '../domain/coverage.js';
import { stageOf, type ItemKey, type Kit, type KitVersionId, type StageKey } from '../domain/kit.js';
import type { PlanWarning } from '../domain/plan-warnings.js';
import { kitOf } from '../store/kit.store.js';
import { kitTable } from '../store/kit.tables.js';
import { domainPlan, planOf, type StoredPlan, type StoredPlanInterview } from '../store/plan.store.js';
import {
  planInterviewTable,
  planItemTable,
  planSeatTable,
  requisitionPlanTable,
  type PlanInterviewId,
} from '../store/plan.tables.js';

export interface PlannedInterviewInput {
  /** Absent for a new one. */
  readonly id?: PlanInterviewId | null;
  readonly stageKey: StageKey;
  /** The name of the stage when absent. */
  readonly title?: string | null;
  /** The items' minutes together when absent. */
  readonly minutes?: number | null;
  readonly items: readonly { readonly itemKey: ItemKey; readonly skillKeys: readonly SkillKey[] }[];
  readonly seats: readonly { readonly personId: PersonId; readonly isObserver: boolean }[];
}
export interface PlanInput {
  readonly requisitionId: RequisitionId;
  /** Absent for the first plan. */
  readonly version?: number | null;
  readonly kitId: KitVersionId;
  readonly interviews: readonly PlannedInterviewInput[];
}

const inUse = (message: string, field: string): Problem => ({ code: 'PLAN_IN_USE', message, field });

/** Writes the plan: kit, sittings, items and seats. What interviewers work with already stays as it is. */
export async function planInterviews(
  unit: Unit,
  input: PlanInput,
): Promise<Outcome<{ requisitionId: RequisitionId }, Problem>> {
  const requisition = await changeableRequisition(unit, input.requisitionId);
  if (requisition === null) return refuse(notFound('requisition', 'input.requisitionId'));
  const kit = await unit.findOne(kitTable, { id: input.kitId });
  if (kit === null) return refuse(notFound('interview kit', 'input.kitId'));
  const taken = await takePlan(unit, requisition, input);
  if (!taken.ok) return taken;
  const before = taken.value;
  if (kit.state !== 'PUBLISHED' && before?.kitId !== kit.id) {
    return refuse({
      code: 'KIT_NOT_PUBLISHED',
      message: 'A plan uses a published kit. Publish this one, or choose another.',
      field: 'input.kitId',
    });
  }
  const next = input.interviews.map((one) => stored(one, kitOf(kit)));
  const problem = changeProblem(before, next, input) ?? (await brokenProblem(unit, requisition, kitOf(kit), next));
  if (problem !== null) return refuse(problem);
  await write(unit, input, before, next);
  unit.record({
    type: 'InterviewsPlanned',
    entity: 'Requisition',
    entityId: requisition.id,
    data: { kitId: kit.id, before: before?.interviews ?? null, after: next },
  });
  return ok({ requisitionId: requisition.id });
}

/** The plan as it is, held until the unit ends; refused when somebody changed it since the caller saw it. */
async function takePlan(
  unit: Unit,
  { id }: RequisitionRecord,
  input: PlanInput,
): Promise<Outcome<StoredPlan | null, Problem>> {
  const head = await unit.findOne(requisitionPlanTable, { requisitionId: id }, { lock: 'UPDATE' });
  const seen = input.version ?? null;
  if ((head?.version ?? null) !== seen) return refuse(staleVersion('interview plan', head?.version ?? null));
  return ok(head === null ? null : await planOf(unit, id));
}

function stored(input: PlannedInterviewInput, kit: Kit): StoredPlanInterview {
  const minutes = input.items.reduce(
    (sum, { itemKey }) => sum + (kit.items.find((item) => item.key === itemKey)?.minutes ?? 0),
    0,
  );
  const title = input.title?.trim() ?? '';
  return {
    id: input.id ?? newId<'PlanInterview'>(),
    stageKey: input.stageKey,
    title: title === '' ? (stageOf(kit, input.stageKey)?.name ?? input.stageKey) : title,
    minutes: input.minutes ?? Math.max(1, minutes),
    items: input.items.map(({ itemKey, skillKeys }) => ({ itemKey, skills: skillKeys })),
    seats: input.seats,
    isScheduled: false,
    isStarted: false,
  };
}

/** What stands against changing the plan in this way, or `null`. */
function changeProblem(
  before: StoredPlan | null,
  next: readonly StoredPlanInterview[],
  input: PlanInput,
): Problem | null {
  const known = new Map(before?.interviews.map((one) => [one.id, one]) ?? []);
  const ids = input.interviews.flatMap((one) => one.id ?? []);
  const unknown = input.interviews.findIndex(
    (one, at) => one.id != null && (!known.has(one.id) || ids.indexOf(one.id) < ids.lastIndexOf(one.id)) && at >= 0,
  );
  if (unknown >= 0) return notFound('planned interview of this plan', `input.interviews.${unknown}.id`);
  const scheduled = [...known.values()].filter((one) => one.isScheduled);
  const gone = scheduled.find((one) => !ids.includes(one.id));
  if (gone !== undefined)
    return inUse(`"${gone.title}" is scheduled for applicants already. Leave it in the plan.`, 'input.interviews');
  if (scheduled.length > 0 && before !== null && before.kitId !== input.kitId)
    return inUse(
      'Interviews are scheduled with another kit already. Keep that kit, so that all applicants are asked the same.',
      'input.kitId',
    );
  const content = (one: StoredPlanInterview): string =>
    JSON.stringify([one.stageKey, one.items.map(({ itemKey, skills }) => [itemKey, skills])]);
  const at = next.findIndex((one) => {
    const old = known.get(one.id);
    return old?.isStarted === true && content(old) !== content(one);
  });
  if (at < 0) return null;
  return inUse(
    'Interviewers have started to rate these items. Leave them as they are.',
    `input.interviews.${at}.items`,
  );
}

/** Findings with which a plan may be kept while it is being made. */
const MAY_WAIT: readonly PlanWarning['code'][] = ['INTERVIEW_WITHOUT_RATER', 'INTERVIEWER_CONFLICT'];

async function brokenProblem(
  unit: Unit,
  requisition: RequisitionRecord,
  kit: Kit,
  next: readonly StoredPlanInterview[],
): Promise<Problem | null> {
  const version = await jobRoleVersion(unit, requisition.jobRoleVersionId);
  const plan = domainPlan({ interviews: next });
  const { warnings } = coverageMatrix([], plan, { kit, rung: version?.jobRole.rung ?? 1, conflicted: new Set() });
  const broken = warnings.find((warning) => warning.severity === 'BROKEN' && !MAY_WAIT.includes(warning.code));
  const twice = next.findIndex((one) => new Set(one.items.map((item) => item.itemKey)).size < one.items.length);
  if (broken === undefined && twice < 0) return null;
  const at =
    broken === undefined || !('interview' in broken)
      ? twice
      : plan.interviews.findIndex((one) => one.id === broken.interview);
  const message = broken?.message ?? 'An item is planned twice in one interview. Keep one of them.';
  return { code: broken?.code ?? 'ITEM_PLANNED_TWICE', message, field: `input.interviews.${at}` };
}

async function write(
  unit: Unit,
  input: PlanInput,
  before: StoredPlan | null,
  next: readonly StoredPlanInterview[],
): Promise<void> {
  const { requisitionId, kitId } = input;
  if (before === null) await unit.insert(requisitionPlanTable, [{ requisitionId, kitId, version: 1 }]);
  else await unit.change(requisitionPlanTable, { requisitionId, version: before.version }, { kitId });
  const old = new Set(before?.interviews.map((one) => one.id) ?? []);
  const gone = [...old].filter((id) => !next.some((one) => one.id === id));
  if (old.size > 0) {
    await unit.remove(planItemTable, { planInterviewId: [...old] });
    await unit.remove(planSeatTable, { planInterviewId: [...old] });
  }
  if (gone.length > 0) await unit.remove(planInterviewTable, { id: gone });
  const record = (one: StoredPlanInterview, position: number) => {
    const { id, stageKey, title, minutes } = one;
    return { id, requisitionId, stageKey, title, minutes, position };
  };
  const records = next.map(record);
  await unit.insert(
    planInterviewTable,
    records.filter(({ id }) => !old.has(id)),
  );
  for (const { id, ...changes } of records) if (old.has(id)) await unit.update(planInterviewTable, { id }, changes);
  await unit.insert(
    planItemTable,
    next.flatMap(({ id, items }) => items.map((item, position) => ({ planInterviewId: id, ...item, position }))),
  );
  await unit.insert(
    planSeatTable,
    next.flatMap(({ id, seats }) => seats.map((seat) => ({ planInterviewId: id, ...seat }))),
  );
}
