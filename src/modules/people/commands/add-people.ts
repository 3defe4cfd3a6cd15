/** Why this file exists: teams and people come into the directory. */
import type { MemberId, PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { endSessionsOf } from '../../identity/index.js';
import type { JobRoleVersionId } from '../../job-roles/data.js';
import type { TeamId } from '../domain/person.js';
import { todayOf } from '../store/person.store.js';
import { personTable, teamTable } from '../store/person.tables.js';
import { placeProblem } from './place.js';

/** Adds a team; its name is unique in the organisation. */
export async function addTeam(unit: Unit, input: { name: string }): Promise<Outcome<{ id: TeamId }, Problem>> {
  const id = newId<'Team'>();
  await unit.insert(teamTable, [{ id, name: input.name.trim(), version: 1 }]);
  unit.record({ type: 'TeamAdded', entity: 'Team', entityId: id, data: { name: input.name.trim() } });
  return ok({ id });
}

export interface NewPerson {
  readonly displayName: string;
  readonly memberId?: MemberId | null;
  readonly teamId?: TeamId | null;
  readonly managerId?: PersonId | null;
  readonly jobRoleVersionId?: JobRoleVersionId | null;
  /** Share of a full week, 0..1; 1 when absent. */
  readonly availability?: number | null;
  /** 0 when absent. */
  readonly mentorCapacity?: number | null;
  /** YYYY-MM-DD; today when absent. */
  readonly startedOn?: string | null;
}

/** Adds a person; team, manager, job role version and member must exist. A linked member signs in again to be seen as the person. */
export async function addPerson(unit: Unit, input: NewPerson): Promise<Outcome<{ id: PersonId }, Problem>> {
  const problem = await placeProblem(unit, input);
  if (problem !== null) return refuse(problem);
  const id: PersonId = newId<'Person'>();
  const record = {
    id,
    displayName: input.displayName.trim(),
    memberId: input.memberId ?? null,
    teamId: input.teamId ?? null,
    managerId: input.managerId ?? null,
    jobRoleVersionId: input.jobRoleVersionId ?? null,
    availability: input.availability ?? 1,
    mentorCapacity: input.mentorCapacity ?? 0,
    startedOn: input.startedOn ?? todayOf(unit),
    leftOn: null,
    version: 1,
  };
  await unit.insert(personTable, [record]);
  if (record.memberId !== null) await endSessionsOf(unit, record.memberId);
  unit.record({ type: 'PersonAdded', entity: 'Person', entityId: id, data: record });
  return ok({ id });
}
