/** Why this file exists: interviews of an application are made from the plan, and their panels are staffed and changed by people. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import type { ApplicationId } from '../../candidates/index.js';
import { jobRoleVersion } from '../../job-roles/data.js';
import { coverageMatrix } from '../domain/coverage.js';
import type { InterviewId } from '../domain/interview-plan.js';
import { kitById, kitOf } from '../store/kit.store.js';
import { interviewTable } from '../store/interview.tables.js';
import { domainPlan, planOf, type StoredPlan } from '../store/plan.store.js';
import type { PlanInterviewId } from '../store/plan.tables.js';
import { giveSeats } from './panel.js';
import { closedProblem, conflictProblem, takeApplication, type TakenApplication } from './take-application.js';

export interface ScheduleInput {
  readonly applicationId: ApplicationId;
  /** Instants in UTC for planned interviews; those left out have no time yet. */
  readonly times?: readonly { readonly plannedInterviewId: PlanInterviewId; readonly scheduledAt: string }[] | null;
}

/** What stands against holding these interviews, or `null`. */
async function planProblem(unit: Unit, plan: StoredPlan, taken: TakenApplication): Promise<Problem | null> {
  const people = plan.interviews.flatMap((one) => one.seats.map((seat) => seat.personId));
  const conflict = await conflictProblem(unit, people, taken, 'input.applicationId');
  if (conflict !== null) return conflict;
  const kit = await kitById(unit, plan.kitId);
  if (kit === null) return notFound('interview kit');
  const version = await jobRoleVersion(unit, taken.requisition.jobRoleVersionId);
  const context = { kit: kitOf(kit), rung: version?.jobRole.rung ?? 1, conflicted: new Set<PersonId>() };
  const broken = coverageMatrix([], domainPlan(plan), context).warnings.find(
    (warning) => warning.severity === 'BROKEN',
  );
  return broken === undefined ? null : { code: broken.code, message: broken.message, field: 'input.applicationId' };
}

/** Makes the interviews of the plan that the application does not have yet, each with its panel and a scorecard for each seat. */
export async function scheduleInterviews(
  unit: Unit,
  input: ScheduleInput,
): Promise<Outcome<{ id: ApplicationId }, Problem>> {
  const found = await takeApplication(unit, 'application:update', input.applicationId);
  if (!found.ok) return found;
  const taken = found.value;
  const closed = closedProblem(taken.application);
  if (closed !== null) return refuse(closed);
  const plan = await planOf(unit, taken.requisition.id);
  if (plan === null || plan.interviews.length === 0) {
    return refuse({
      code: 'PLAN_MISSING',
      message: 'This requisition has no interview plan. Plan the interviews first.',
      field: 'input.applicationId',
    });
  }
  const existing = await unit.find(interviewTable, { applicationId: input.applicationId, state: ['PLANNED', 'DONE'] });
  const missing = plan.interviews.filter((one) => !existing.some((interview) => interview.planInterviewId === one.id));
  const timed = (input.times ?? []).findIndex(
    ({ plannedInterviewId }) => !missing.some((one) => one.id === plannedInterviewId),
  );
  if (timed >= 0)
    return refuse(notFound('planned interview that is not scheduled yet', `input.times.${timed}.plannedInterviewId`));
  if (missing.length === 0) {
    return refuse({
      code: 'SCHEDULED_ALREADY',
      message: 'All planned interviews are scheduled for this application.',
      field: 'input.applicationId',
    });
  }
  const problem = await planProblem(unit, { ...plan, interviews: missing }, taken);
  if (problem !== null) return refuse(problem);
  await make(unit, taken, missing, input);
  return ok({ id: input.applicationId });
}

async function make(
  unit: Unit,
  taken: TakenApplication,
  missing: StoredPlan['interviews'],
  input: ScheduleInput,
): Promise<void> {
  const { applicationId } = input;
  const made = missing.map((planned) => ({ id: newId<'Interview'>(), planned }));
  const timeOf = (id: PlanInterviewId): string | null =>
    input.times?.find((time) => time.plannedInterviewId === id)?.scheduledAt ?? null;
  await unit.insert(
    interviewTable,
    made.map(({ id, planned }) => ({
      id,
      applicationId,
      planInterviewId: planned.id,
      scheduledAt: timeOf(planned.id),
      state: 'PLANNED',
      version: 1,
    })),
  );
  const seats = made.flatMap(({ id, planned }) => planned.seats.map((seat) => ({ interviewId: id, ...seat })));
  await giveSeats(unit, taken.evaluation, seats);
  const interviews = made.map(({ id, planned }) => ({
    interviewId: id,
    planInterviewId: planned.id,
    seats: planned.seats,
  }));
  unit.record({ type: 'InterviewsScheduled', entity: 'Application', entityId: applicationId, data: { interviews } });
}

export interface InterviewChanges {
  readonly interviewId: InterviewId;
  readonly version: number;
  readonly scheduledAt?: string | null;
  readonly state?: 'DONE' | 'CANCELLED' | null;
}

/** Sets the time of an interview, or says that it was held or is cancelled. One with a submitted scorecard is not cancelled. */
export async function updateInterview(
  unit: Unit,
  input: InterviewChanges,
): Promise<Outcome<{ id: InterviewId }, Problem>> {
  const absent = notFound('interview', 'input.interviewId');
  const record = await unit.findOne(interviewTable, { id: input.interviewId });
  if (record === null) return refuse(absent);
  const found = await takeApplication(unit, 'application:update', record.applicationId);
  if (!found.ok) return refuse(absent);
  const closed = closedProblem(found.value.application);
  if (closed !== null) return refuse({ ...closed, field: 'input.interviewId' });
  const state = input.state ?? record.state;
  const isSubmitted = found.value.evaluation.seats.some(
    (seat) => seat.interviewId === record.id && seat.state === 'SUBMITTED',
  );
  if (record.state === 'CANCELLED' || (state === 'CANCELLED' && isSubmitted)) {
    const message =
      record.state === 'CANCELLED'
        ? 'A cancelled interview stays cancelled. Schedule the interviews again to make a new one.'
        : 'Somebody has submitted a scorecard for this interview, so it took place. It cannot be cancelled.';
    return refuse({ code: 'INTERVIEW_STEP_NOT_ALLOWED', message, field: 'input.state' });
  }
  const changes = { state, scheduledAt: input.scheduledAt ?? record.scheduledAt };
  if (!(await unit.change(interviewTable, { id: record.id, version: input.version }, changes)))
    return refuse(staleVersion('interview', record.version));
  const before = { state: record.state, scheduledAt: record.scheduledAt };
  unit.record({ type: 'InterviewChanged', entity: 'Interview', entityId: record.id, data: { before, after: changes } });
  return ok({ id: record.id });
}
