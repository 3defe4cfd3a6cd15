/** Why this file exists: first the company: its members with their grants, its teams, its people. */
import type { MemberId, PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { ok } from '../../platform/outcome/index.js';
import { addGrant } from '../grants/index.js';
import { addMember } from '../identity/index.js';
import { currentJobRoleVersionByKey } from '../job-roles/data.js';
import type { JobRoleKey } from '../job-roles/index.js';
import { addPerson, addTeam } from '../people/data.js';
import type { TeamId } from '../people/index.js';
import { asTold } from './calendar.js';
import { ADMINISTRATOR, COLLEAGUES, PERSONAS, type DemoMember } from './content/members.data.js';
import { COMPANY, PEOPLE, TEAMS, type DemoPerson } from './content/people.data.js';
import { eachInTurn, type Story, type Told } from './story.js';

const MEMBERS = [...PERSONAS, ...COLLEAGUES];
const BEGINNING = { day: -400 } as const;

const nameOf = (member: DemoMember): string =>
  member.name ?? PEOPLE.find(({ key }) => key === member.key)?.name ?? member.key;
const emailOf = (name: string): string => {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('ł', 'l');
  return `${plain.toLowerCase().replace(/[^a-z]+/g, '.')}@${COMPANY.slug}.example`;
};
export const administratorEmail = emailOf(nameOf(ADMINISTRATOR));

/** Id of the record that an act made for somebody of this name. */
function madeFor<B extends string>(
  traces: readonly Told[],
  type: string,
  name: string,
): string & { readonly __brand?: B } {
  const found = traces.find((fact) => fact.type === type && fact.data?.['displayName'] === name);
  if (found === undefined) throw new Error(`nothing was made for ${name}`);
  return found.entityId;
}

async function member(unit: Unit, one: DemoMember, grantedBy: MemberId): Promise<void> {
  const displayName = nameOf(one);
  const id = await addMember(unit, {
    email: emailOf(displayName),
    displayName,
    headline: one.headline,
    passwordHash: null,
  });
  for (const grant of one.grants) await addGrant(unit, id, grant, grantedBy);
}

/** People by key, as far as they are there. */
type Known = Map<string, PersonId>;

async function person(
  unit: Unit,
  one: DemoPerson,
  known: Known,
  place: { teams: ReadonlyMap<string, TeamId>; memberId: MemberId | null; storyDay: string },
) {
  const jobRole = one.jobRole === null ? null : await currentJobRoleVersionByKey(unit, one.jobRole as JobRoleKey);
  const added = await addPerson(unit, {
    displayName: one.name,
    memberId: place.memberId,
    teamId: one.team === null ? null : (place.teams.get(one.team) ?? null),
    managerId: one.manager === null ? null : (known.get(one.manager) ?? null),
    jobRoleVersionId: jobRole?.record.id ?? null,
    availability: one.availability ?? 1,
    mentorCapacity: one.mentorCapacity ?? 0,
    startedOn: asTold(place.storyDay, one.startedOn),
  });
  if (added.ok) known.set(one.key, added.value.id);
  return added;
}

async function people(
  unit: Unit,
  memberOf: ReadonlyMap<string, MemberId>,
  storyDay: string,
): Promise<Awaited<ReturnType<typeof eachInTurn>>> {
  const teams = new Map<string, TeamId>();
  for (const [key, name] of Object.entries(TEAMS)) {
    const team = await addTeam(unit, { name });
    if (!team.ok) return team;
    teams.set(key, team.value.id);
  }
  const known: Known = new Map();
  return eachInTurn(PEOPLE, (one) =>
    person(unit, one, known, { teams, memberId: memberOf.get(one.key) ?? null, storyDay }),
  );
}

/** Ids of all people of the company, by key. */
export type Staff = ReadonlyMap<string, PersonId>;

/** Members, teams and people; afterwards every member can act. @param administratorId who founded the organisation */
export async function tellCompany(story: Story, administratorId: MemberId): Promise<Staff> {
  const { key, grants } = ADMINISTRATOR;
  story.castAs(key, { memberId: administratorId, displayName: nameOf(ADMINISTRATOR), personId: null, grants });
  for (const [place, one] of MEMBERS.entries()) {
    const time = `09:${String(place + 1).padStart(2, '0')}`;
    await story.act(`member/${one.key}`, key, { ...BEGINNING, time }, async (unit) => {
      await member(unit, one, administratorId);
      return ok(null);
    });
  }
  const memberOf = new Map(MEMBERS.map((one) => [one.key, story.idOf(`member/${one.key}`, 'Member') as MemberId]));
  await story.act('people', key, { ...BEGINNING, time: '10:00' }, (unit) =>
    people(unit, memberOf, story.theatre.storyDay),
  );
  const traces = story.traces('people');
  const staff = new Map(PEOPLE.map((one) => [one.key, madeFor(traces, 'PersonAdded', one.name) as PersonId]));
  for (const one of MEMBERS) {
    const memberId = memberOf.get(one.key);
    if (memberId === undefined) continue;
    story.castAs(one.key, {
      memberId,
      displayName: nameOf(one),
      personId: staff.get(one.key) ?? null,
      grants: one.grants,
    });
  }
  return staff;
}

/** The person with this key. @throws for somebody whom the company does not know */
export function personIn(staff: Staff, key: string): PersonId {
  const id = staff.get(key);
  if (id === undefined) throw new Error(`${key} is not on the staff`);
  return id;
}

/** The team with this key. */
export function teamIn(story: Story, key: keyof typeof TEAMS): TeamId {
  const team = story.traces('people').find((fact) => fact.type === 'TeamAdded' && fact.data?.['name'] === TEAMS[key]);
  if (team === undefined) throw new Error(`there is no team ${key}`);
  return team.entityId as TeamId;
}
