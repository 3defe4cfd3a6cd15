/** Why this file exists: what the form of a person holds, and how that becomes the input of a command. */
import type { AddPersonInput, PersonEditFragment, UpdatePersonInput } from '../gql/graphql.js';
import type { Chosen } from './record-select.js';

export interface PersonFields {
  displayName: string;
  teamId: string | null;
  manager: Chosen | null;
  jobRoleVersionId: string | null;
  startedOn: string;
  /** Percent of a full week. */
  availability: number | string;
  mentorCapacity: number | string;
}

export const fieldsOf = (person: PersonEditFragment | null): PersonFields => ({
  displayName: person?.displayName ?? '',
  teamId: person?.team?.id ?? null,
  manager: person?.manager == null ? null : { id: person.manager.id, name: person.manager.displayName },
  jobRoleVersionId: person?.jobRoleVersion?.id ?? null,
  startedOn: '',
  availability: Math.round((person?.availability ?? 1) * 100),
  mentorCapacity: person?.mentorCapacity ?? 0,
});

/** Which field of the form a refusal speaks of. */
export const FIELD_OF: Readonly<Record<string, keyof PersonFields>> = {
  'input.displayName': 'displayName',
  'input.teamId': 'teamId',
  'input.managerId': 'manager',
  'input.jobRoleVersionId': 'jobRoleVersionId',
  'input.startedOn': 'startedOn',
  'input.availability': 'availability',
  'input.mentorCapacity': 'mentorCapacity',
};

export const addInput = (fields: PersonFields): AddPersonInput => ({
  displayName: fields.displayName.trim(),
  teamId: fields.teamId,
  managerId: fields.manager?.id ?? null,
  jobRoleVersionId: fields.jobRoleVersionId,
  availability: Number(fields.availability) / 100,
  mentorCapacity: Number(fields.mentorCapacity),
  ...(fields.startedOn === '' ? {} : { startedOn: fields.startedOn }),
});

/** Only what was changed: what somebody else changed meanwhile elsewhere stays. */
export function updateInput(
  person: PersonEditFragment,
  fields: PersonFields,
  isDirty: (name: keyof PersonFields) => boolean,
): UpdatePersonInput {
  const { id, version } = person;
  const all = addInput(fields);
  return {
    personId: id,
    version,
    ...(isDirty('displayName') ? { displayName: all.displayName } : {}),
    ...(isDirty('teamId') ? { teamId: fields.teamId } : {}),
    ...(isDirty('manager') ? { managerId: fields.manager?.id ?? null } : {}),
    ...(isDirty('jobRoleVersionId') ? { jobRoleVersionId: fields.jobRoleVersionId } : {}),
    ...(isDirty('availability') ? { availability: Number(fields.availability) / 100 } : {}),
    ...(isDirty('mentorCapacity') ? { mentorCapacity: Number(fields.mentorCapacity) } : {}),
  };
}
