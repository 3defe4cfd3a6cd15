/** Why this file exists: an accepted applicant becomes an employee, and what the interviewers saw goes with them. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import {
  candidateTable,
  countHire,
  enterHired,
  requirementsOf,
  type CandidateRecord,
  type RequisitionRecord,
} from '../../candidates/data.js';
import type { ApplicationId } from '../../candidates/index.js';
import {
  currentJobRoleVersionByKey,
  jobRoleVersion,
  jobRoleVersionTable,
  type JobRoleVersionId,
} from '../../job-roles/data.js';
import { addPerson, personById, updatePerson } from '../../people/data.js';
import { entersFigures, latestContent } from '../domain/scorecard.js';
import { itemOf, type Kit } from '../domain/kit.js';
import { runHire, type Hire, type HireRating } from '../extension-points.js';
import { kitById, kitOf } from '../store/kit.store.js';
import { isGone, scorecardOf, type StoredEvaluation, type StoredSeat } from '../store/panel.store.js';
import { planOf } from '../store/plan.store.js';
import { takeApplication } from './take-application.js';

export interface HireInput {
  readonly applicationId: ApplicationId;
  readonly version: number;
  readonly teamId?: Id<'Team'> | null;
  readonly managerId?: PersonId | null;
  /** YYYY-MM-DD. */
  readonly startOn: string;
}

/** Hires: the person is there, the application and the requisition say so, and the ratings are handed on, all in one unit. */
export async function hireCandidate(
  unit: Unit,
  input: HireInput,
): Promise<Outcome<{ applicationId: ApplicationId; personId: PersonId }, Problem>> {
  const found = await takeApplication(unit, 'application:update', input.applicationId);
  if (!found.ok) return found;
  const { application, requisition, evaluation } = found.value;
  if (application.version !== input.version) return refuse(staleVersion('application', application.version));
  if (
    application.stage !== 'DECIDED' ||
    application.decidedAs !== 'ACCEPTED' ||
    requisition.hiringManagerId !== unit.actor?.personId
  ) {
    return refuse({
      code: 'NOT_ACCEPTED',
      message: 'Only an applicant whom you have accepted is hired. Decide first.',
      field: 'input.applicationId',
    });
  }
  const candidate = await unit.findOne(candidateTable, { id: application.candidateId });
  if (candidate === null) return refuse(notFound('candidate'));
  const hired = await enterHired(unit, application, requisition);
  if (!hired.ok) return hired;
  const counted = await countHire(unit, requisition);
  if (!counted.ok) return counted;
  const person = await personFor(unit, candidate, requisition, input);
  if (!person.ok) return person;
  const personId = person.value.id;
  const { applicationId } = input;
  await runHire(unit, await hireOf(unit, evaluation, personId));
  unit.record({
    type: 'CandidateHired',
    entity: 'Application',
    entityId: applicationId,
    data: { personId, requisitionId: requisition.id, startOn: input.startOn },
  });
  return ok({ applicationId, personId });
}

/** The version that the hire works under: that of the requisition, or the one that has replaced it since. */
async function versionFor(unit: Unit, requisition: RequisitionRecord): Promise<JobRoleVersionId | null> {
  const id = requisition.jobRoleVersionId;
  if ((await unit.findOne(jobRoleVersionTable, { id }))?.state === 'PUBLISHED') return id;
  const version = await jobRoleVersion(unit, id);
  const current = version === null ? null : await currentJobRoleVersionByKey(unit, version.jobRole.key);
  return current?.record.id ?? null;
}

/** The employee: a new person, or the one who applied inside, with the new job role. */
async function personFor(
  unit: Unit,
  candidate: CandidateRecord,
  requisition: RequisitionRecord,
  input: HireInput,
): Promise<Outcome<{ id: PersonId }, Problem>> {
  const jobRoleVersionId = await versionFor(unit, requisition);
  const { teamId = null, managerId = null } = input;
  if (candidate.personId !== null) {
    const before = await personById(unit, candidate.personId);
    const changes = {
      jobRoleVersionId,
      ...(teamId === null ? {} : { teamId }),
      ...(managerId === null ? {} : { managerId }),
    };
    return updatePerson(unit, { personId: candidate.personId, version: before?.version ?? 0, changes });
  }
  const added = await addPerson(unit, {
    displayName: candidate.displayName,
    teamId,
    managerId,
    jobRoleVersionId,
    startedOn: input.startOn,
  });
  if (added.ok) await unit.update(candidateTable, { id: candidate.id }, { personId: added.value.id });
  return added;
}

const dayOf = (seat: StoredSeat): string =>
  new Date(seat.scheduledAt ?? seat.submittedAt ?? 0).toISOString().slice(0, 10);

function ratingsOf(evaluation: StoredEvaluation, seat: StoredSeat, kit: Kit): HireRating[] {
  const scorecard = scorecardOf(evaluation, seat);
  if (!entersFigures(scorecard)) return [];
  return latestContent(scorecard).ratings.map((one) => ({
    skill: one.skill,
    item: one.itemKey,
    itemKind: itemOf(kit, one.itemKey)?.kind ?? 'QUESTION',
    interviewerId: seat.personId,
    rating: one.level,
    interviewId: seat.interviewId,
    scorecardId: seat.scorecardId,
    ratedOn: dayOf(seat),
  }));
}

async function hireOf(unit: Unit, evaluation: StoredEvaluation, personId: PersonId): Promise<Hire> {
  const plan = await planOf(unit, evaluation.requisitionId);
  const kit = plan === null ? null : await kitById(unit, plan.kitId);
  const ratings = kit === null ? [] : evaluation.seats.flatMap((seat) => ratingsOf(evaluation, seat, kitOf(kit)));
  const held = evaluation.seats.filter((seat) => !isGone(seat) && seat.state === 'SUBMITTED');
  return {
    personId,
    applicationId: evaluation.applicationId,
    ratings,
    requirements: (await requirementsOf(unit, [evaluation.requisitionId])).get(evaluation.requisitionId) ?? [],
    interviewDates: [...new Set(held.map(dayOf))].sort(),
    kit: kit === null ? null : { id: kit.id, key: kit.key, number: kit.number, name: kit.name },
  };
}
