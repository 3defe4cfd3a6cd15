/** Why this file exists: the tables of teams and people, the employees of an organisation. */
import type { MemberId, PersonId } from '../../../platform/access/index.js';
import { column, defineTable, nullable, type Table } from '../../../platform/database/index.js';
import { memberTable } from '../../identity/index.js';
import { jobRoleVersionTable, type JobRoleVersionId } from '../../job-roles/data.js';
import type { TeamId } from '../domain/person.js';

export interface TeamRecord {
  readonly id: TeamId;
  readonly name: string;
  readonly version: number;
}
export const teamTable = defineTable<TeamRecord>('team', {
  columns: { id: column('uuid'), name: column('text'), version: column('integer') },
  primaryKey: ['id'],
  unique: {
    team_name_uq: {
      columns: ['name'],
      problem: {
        code: 'TEAM_NAME_TAKEN',
        message: 'Another team has this name. Choose another one.',
        field: 'input.name',
      },
    },
  },
});

export interface PersonRecord {
  readonly id: PersonId;
  readonly displayName: string;
  /** The sign-in of the person; `null` for somebody who does not sign in. */
  readonly memberId: MemberId | null;
  readonly teamId: TeamId | null;
  readonly managerId: PersonId | null;
  /** What the person does now; `null` when it is not defined. */
  readonly jobRoleVersionId: JobRoleVersionId | null;
  /** Share of a full week that the person works, 0..1. */
  readonly availability: number;
  /** How many people the person can mentor at a time, 0 or more. */
  readonly mentorCapacity: number;
  readonly startedOn: string;
  /** First day on which the person no longer works here; `null` while no end is known. */
  readonly leftOn: string | null;
  readonly version: number;
}
/** A table cannot be named before it is described; a key needs the name and the primary key, which a team has alike. */
const itself: Table = { ...teamTable, name: 'person' };

export const personTable = defineTable<PersonRecord>('person', {
  columns: {
    id: column('uuid'),
    displayName: column('text'),
    memberId: nullable('uuid'),
    teamId: nullable('uuid'),
    managerId: nullable('uuid'),
    jobRoleVersionId: nullable('uuid'),
    availability: column('numeric'),
    mentorCapacity: column('integer'),
    startedOn: column('date'),
    leftOn: nullable('date'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    person_member_uq: {
      columns: ['memberId'],
      problem: {
        code: 'MEMBER_LINKED_ALREADY',
        message: 'This member is linked to another person. One sign-in belongs to one human.',
        field: 'input.memberId',
      },
    },
  },
  foreignKeys: {
    person_member_fk: {
      columns: ['memberId'],
      references: memberTable,
      problem: { code: 'REFERENCE_NOT_FOUND', message: 'There is no such member.', field: 'input.memberId' },
    },
    person_team_fk: {
      columns: ['teamId'],
      references: teamTable,
      problem: { code: 'REFERENCE_NOT_FOUND', message: 'There is no such team.', field: 'input.teamId' },
    },
    person_manager_fk: {
      columns: ['managerId'],
      references: itself,
      problem: { code: 'REFERENCE_NOT_FOUND', message: 'There is no such person.', field: 'input.managerId' },
    },
    person_job_role_version_fk: {
      columns: ['jobRoleVersionId'],
      references: jobRoleVersionTable,
      problem: {
        code: 'REFERENCE_NOT_FOUND',
        message: 'There is no such job role version.',
        field: 'input.jobRoleVersionId',
      },
    },
  },
  checks: {
    person_availability_ck: 'availability BETWEEN 0 AND 1',
    person_mentor_capacity_ck: 'mentor_capacity >= 0',
    person_own_manager_ck: 'manager_id <> id',
    person_left_ck: 'left_on >= started_on',
  },
  indexes: { person_team_ix: { columns: ['teamId'] }, person_manager_ix: { columns: ['managerId'] } },
});
