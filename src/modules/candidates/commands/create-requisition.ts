/** Why this file exists: a requisition is drafted from a published job role version and the overlays that apply. */
import { reaches, type PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import { jobRoleVersionTable, overlaysByKey, type JobRoleVersionId } from '../../job-roles/data.js';
import type { OverlayKey } from '../../job-roles/index.js';
import { draftRequisition, type RequisitionId } from '../domain/requisition.js';
import { actOf } from '../store/requisition.store.js';
import { requisitionTable, type EmploymentType, type RequisitionRecord } from '../store/requisition.tables.js';

export interface NewRequisition {
  /** Empty or absent: the title of the job role version. */
  readonly title?: string | null;
  readonly jobRoleVersionId: JobRoleVersionId;
  readonly overlayKeys: readonly OverlayKey[];
  readonly openings: number;
  readonly initiativeName?: string | null;
  readonly location?: string | null;
  readonly employmentType?: EmploymentType | null;
  /** The actor when absent. */
  readonly hiringManagerId?: PersonId | null;
}

/** The text without blanks at its ends; `null` when nothing is left. */
export const textOrNull = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** Who answers for it: administrators name anybody, hiring managers themselves. */
function managerOf(unit: Unit, wanted: PersonId | null): Outcome<PersonId, Problem> {
  const { actor } = unit;
  const own = actor?.personId ?? null;
  const id = wanted ?? own;
  if (id === null) {
    const message = 'Your sign-in is not linked to an employee. Name the hiring manager.';
    return refuse({ code: 'NOT_AN_EMPLOYEE', message, field: 'input.hiringManagerId' });
  }
  if (id === own || (actor !== null && reaches(actor, 'requisition:update', 'ALL'))) return ok(id);
  const message = 'You can only start requisitions of your own. An administrator can name another hiring manager.';
  return refuse({ code: 'HIRING_MANAGER_IS_ANOTHER', message, field: 'input.hiringManagerId' });
}

/** What is wrong with the definition that the requisition is to stand on, or `null`. */
async function definitionProblem(unit: Unit, input: NewRequisition): Promise<Problem | null> {
  const version = await unit.findOne(jobRoleVersionTable, { id: input.jobRoleVersionId });
  if (version === null) return notFound('job role version', 'input.jobRoleVersionId');
  if (version.state !== 'PUBLISHED') {
    const message =
      'Applicants need a fixed definition to be held against. Choose a published version of the job role.';
    return { code: 'JOB_ROLE_NOT_PUBLISHED', message, field: 'input.jobRoleVersionId' };
  }
  const known = await overlaysByKey(unit, input.overlayKeys);
  const at = input.overlayKeys.findIndex((key) => !known.has(key));
  if (at < 0) return null;
  const message = 'Your organisation has no overlay with this key. Correct it.';
  return { code: 'UNKNOWN_OVERLAY', message, field: `input.overlayKeys.${at}` };
}

/** Drafts a requisition; nobody can apply before it is opened. */
export async function createRequisition(
  unit: Unit,
  input: NewRequisition,
): Promise<Outcome<{ id: RequisitionId }, Problem>> {
  const manager = managerOf(unit, input.hiringManagerId ?? null);
  if (!manager.ok) return manager;
  const problem = await definitionProblem(unit, input);
  if (problem !== null) return refuse(problem);
  const version = await unit.findOne(jobRoleVersionTable, { id: input.jobRoleVersionId });
  const record = recordOf(unit, input, manager.value, version?.title ?? '');
  const { id, title, jobRoleVersionId, overlayKeys, openings, hiringManagerId } = record;
  const words = {
    id,
    title,
    openings,
    jobRoleVersion: jobRoleVersionId,
    hiringManager: hiringManagerId,
    initiative: null,
  };
  const drafted = draftRequisition({ ...words, ...actOf(unit, record) });
  if (!drafted.ok) return refuse({ ...drafted.problem, field: 'input.openings' });
  await unit.insert(requisitionTable, [record]);
  const data = { title, jobRoleVersionId, overlayKeys, openings, hiringManagerId };
  unit.record({ type: 'RequisitionCreated', entity: 'Requisition', entityId: id, data });
  return ok({ id });
}

const recordOf = (
  unit: Unit,
  input: NewRequisition,
  hiringManagerId: PersonId,
  jobTitle: string,
): RequisitionRecord => ({
  id: newId<'Requisition'>(),
  title: textOrNull(input.title) ?? jobTitle,
  jobRoleVersionId: input.jobRoleVersionId,
  overlayKeys: [...new Set(input.overlayKeys)].sort(),
  openings: input.openings,
  filled: 0,
  initiativeName: textOrNull(input.initiativeName),
  location: textOrNull(input.location),
  employmentType: input.employmentType ?? null,
  isPosted: false,
  postedAt: null,
  state: 'DRAFT',
  hiringManagerId,
  openedAt: null,
  closedAt: null,
  closeReason: null,
  createdAt: unit.now.toISOString(),
  version: 1,
});
