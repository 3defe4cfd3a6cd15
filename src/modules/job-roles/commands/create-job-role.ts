/** Why this file exists: a job role begins as a key, a place and an empty draft. */
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import { currentFrameworkId } from '../../frameworks/data.js';
import type { FrameworkVersionId, Track } from '../../frameworks/index.js';
import type { JobRoleKey } from '../domain/job-role.js';
import type { LadderKey } from '../domain/ladder.js';
import { jobRoleVersion } from '../store/job-role.store.js';
import {
  jobRoleRequirementTable,
  jobRoleTable,
  jobRoleVersionTable,
  ladderTable,
  type JobRoleVersionId,
} from '../store/job-role.tables.js';
import { requirementRecords } from '../store/requirement-records.js';

export interface NewJobRole {
  readonly key: JobRoleKey;
  readonly track: Track;
  readonly rung: number;
  /** Absent for a job role on no ladder. */
  readonly ladderKey?: LadderKey | null;
  readonly title: string;
  readonly mission?: string | null;
  /** That of the copied version when absent, or the current one. */
  readonly frameworkVersionId?: FrameworkVersionId | null;
  /** The version whose texts and requirements the draft starts with; absent for an empty draft. */
  readonly copyOfId?: JobRoleVersionId | null;
}

/** Everything that a first draft says before anybody has written in it. */
const EMPTY_DRAFT = {
  number: 1,
  state: 'DRAFT',
  outcomes: [],
  owns: [],
  doesNotOwn: [],
  kitKey: null,
  entryRequirements: [],
  timeBox: null,
  occupations: { onet: [], esco: [], sfia: [] },
  publishedAt: null,
  version: 1,
} as const;

async function ladderProblem(unit: Unit, input: NewJobRole): Promise<Problem | null> {
  if (input.ladderKey === null || input.ladderKey === undefined) return null;
  const ladder = await unit.findOne(ladderTable, { key: input.ladderKey });
  if (ladder === null) return notFound('ladder', 'input.ladderKey');
  if (ladder.track === input.track) return null;
  const message = `The ladder ${ladder.name} is of the track ${ladder.track}. Name a ladder of the track ${input.track}, or none.`;
  return { code: 'JOB_ROLE_OFF_TRACK', message, field: 'input.ladderKey' };
}

/** What the draft starts with: another version's texts and requirements, or nothing. `null` when that version does not exist. */
async function startingPoint(unit: Unit, { copyOfId }: NewJobRole) {
  if (copyOfId === null || copyOfId === undefined) return { texts: EMPTY_DRAFT, mission: '', requirements: [] };
  const copied = await jobRoleVersion(unit, copyOfId);
  if (copied === null) return null;
  const { mission, outcomes, owns, doesNotOwn, kitKey, entryRequirements, timeBox, occupations, frameworkVersionId } =
    copied.record;
  const texts = { ...EMPTY_DRAFT, outcomes, owns, doesNotOwn, kitKey, entryRequirements, timeBox, occupations };
  return { texts, mission, frameworkVersionId, requirements: copied.requirements };
}

/** Makes a job role with draft version 1, which asks for nothing yet or for what the copied version asks. */
export async function createJobRole(
  unit: Unit,
  input: NewJobRole,
): Promise<Outcome<{ id: JobRoleVersionId }, Problem>> {
  const problem = await ladderProblem(unit, input);
  if (problem !== null) return refuse(problem);
  const start = await startingPoint(unit, input);
  if (start === null) return refuse(notFound('job role version', 'input.copyOfId'));
  const frameworkVersionId = input.frameworkVersionId ?? start.frameworkVersionId ?? (await currentFrameworkId(unit));
  if (frameworkVersionId === null) return refuse(notFound('published framework version', 'input.frameworkVersionId'));
  const { key, track, rung, ladderKey = null, title, mission } = input;
  const jobRole = { id: newId<'JobRole'>(), key, track, rung, ladderKey, version: 1 };
  await unit.insert(jobRoleTable, [jobRole]);
  const id = newId<'JobRoleVersion'>();
  const createdAt = unit.now.toISOString();
  const texts = { ...start.texts, title, mission: mission ?? start.mission };
  await unit.insert(jobRoleVersionTable, [{ ...texts, id, jobRoleId: jobRole.id, frameworkVersionId, createdAt }]);
  await unit.insert(jobRoleRequirementTable, requirementRecords(id, start.requirements));
  const data = { ...jobRole, title, jobRoleVersionId: id, copyOfId: input.copyOfId ?? null };
  unit.record({ type: 'JobRoleCreated', entity: 'JobRole', entityId: jobRole.id, data });
  return ok({ id });
}
