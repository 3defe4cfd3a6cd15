/** Why this file exists: what changes about a person while they work here: team, manager, job role, time, and who signs in as them. */
import type { MemberId, PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound, staleVersion } from '../../../platform/problems/index.js';
import { endSessionsOf } from '../../identity/index.js';
import { personById, todayOf } from '../store/person.store.js';
import { personTable, type PersonRecord } from '../store/person.tables.js';
import { circleProblem, placeProblem } from './place.js';

export type Changed = Outcome<{ id: PersonId }, Problem>;

/** Names the person to change, and the state of the record that the administrator saw. */
export interface SeenPerson {
  readonly personId: PersonId;
  readonly version: number;
}

/** Stores changes if nobody was faster, and records what they were before and after. */
async function store(
  unit: Unit,
  before: PersonRecord,
  seen: SeenPerson,
  change: { readonly type: string; readonly changes: Partial<PersonRecord> },
): Promise<Changed> {
  const { type, changes } = change;
  const changed = await unit.change(personTable, { id: before.id, version: seen.version }, changes);
  if (!changed) return refuse(staleVersion('person', before.version));
  const old = Object.fromEntries(Object.entries(before).filter(([name]) => name in changes));
  unit.record({ type, entity: 'Person', entityId: before.id, data: { before: old, after: changes } });
  return ok({ id: before.id });
}

export type PersonChanges = Partial<
  Pick<PersonRecord, 'displayName' | 'teamId' | 'managerId' | 'jobRoleVersionId' | 'availability' | 'mentorCapacity'>
>;

/** Changes what is given; what is left out stays. A manager who would report to the person, however far down, is refused. */
export async function updatePerson(unit: Unit, input: SeenPerson & { changes: PersonChanges }): Promise<Changed> {
  const { personId, changes } = input;
  const before = await personById(unit, personId);
  if (before === null) return refuse(notFound('person', 'input.personId'));
  const { managerId, jobRoleVersionId } = changes;
  const problem = await placeProblem(unit, {
    managerId: managerId === before.managerId ? null : (managerId ?? null),
    jobRoleVersionId: jobRoleVersionId === before.jobRoleVersionId ? null : (jobRoleVersionId ?? null),
  });
  if (problem !== null) return refuse(problem);
  const circle = managerId == null ? null : await circleProblem(unit, personId, managerId);
  if (circle !== null) return refuse(circle);
  return store(unit, before, input, { type: 'PersonUpdated', changes });
}

/**
 * Links a person to the sign-in that is theirs, or unlinks with `null`. Open sessions of the sign-ins involved end: whoever they are
 * is decided at sign-in. Nobody links their own, since that opens what the person may see.
 */
export async function linkPersonToMember(
  unit: Unit,
  input: SeenPerson & { memberId: MemberId | null },
): Promise<Changed> {
  const { personId, memberId } = input;
  const before = await personById(unit, personId);
  if (before === null) return refuse(notFound('person', 'input.personId'));
  if (memberId !== null && memberId === unit.actor?.memberId) {
    const message = 'Nobody links their own sign-in to a person. Ask another administrator.';
    return refuse({ code: 'NOT_YOUR_OWN_LINK', message, field: 'input.memberId' });
  }
  const type = memberId === null ? 'PersonUnlinked' : 'PersonLinked';
  const stored = await store(unit, before, input, { type, changes: { memberId } });
  if (!stored.ok) return stored;
  for (const member of [before.memberId, memberId]) if (member !== null) await endSessionsOf(unit, member);
  return stored;
}

/**
 * Ends an employment. From `leftOn` on the person is nobody's report and no sign-in stands for them; what is recorded about them stays.
 * Their own reports keep the line until they are given another manager.
 * @param input `leftOn` is the first day on which they no longer work here, YYYY-MM-DD; a planned end can be changed until it has come
 */
export async function endEmployment(unit: Unit, input: SeenPerson & { leftOn: string }): Promise<Changed> {
  const { personId, leftOn } = input;
  const before = await personById(unit, personId);
  if (before === null) return refuse(notFound('person', 'input.personId'));
  if (before.leftOn !== null && before.leftOn <= todayOf(unit)) {
    const message = `${before.displayName} left on ${before.leftOn}. Nothing needs to be done.`;
    return refuse({ code: 'EMPLOYMENT_ENDED', message });
  }
  if (leftOn < before.startedOn) {
    const message = `${before.displayName} started on ${before.startedOn}; the end cannot lie before that. Correct the day.`;
    return refuse({ code: 'LEFT_BEFORE_START', message, field: 'input.leftOn' });
  }
  const stored = await store(unit, before, input, { type: 'EmploymentEnded', changes: { leftOn } });
  if (stored.ok && before.memberId !== null) await endSessionsOf(unit, before.memberId);
  return stored;
}
