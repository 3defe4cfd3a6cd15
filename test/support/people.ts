/** Why this file exists: people for the tests of other modules, made through the API as an administrator would. */
import type { PersonId } from '../../src/platform/access/index.js';
import type { GrantName } from '../../src/modules/grants/index.js';
import type { Client, TestOrganisation } from './app.js';

interface PersonWish {
  readonly name?: string;
  readonly teamId?: string;
  readonly managerId?: string;
  readonly jobRoleVersionId?: string;
  readonly availability?: number;
  readonly mentorCapacity?: number;
  readonly startedOn?: string;
}

let serial = 0;

async function add(organisation: TestOrganisation, wish: PersonWish, memberId: string | null): Promise<PersonId> {
  const { name, ...place } = wish;
  const input = { displayName: name ?? `Person ${++serial}`, memberId, ...place };
  const { person } = await organisation.admin.run('addPerson', input, 'person { id }');
  return person.id as PersonId;
}

/** A colleague without a sign-in. @returns the id of the person */
export const giveColleague = (organisation: TestOrganisation, wish: PersonWish = {}): Promise<PersonId> =>
  add(organisation, wish, null);

/** A person with a sign-in of these grants, EMPLOYEE when none are named, signed in as themselves. */
export async function givePerson(
  organisation: TestOrganisation,
  wish: PersonWish & { readonly grants?: readonly GrantName[] } = {},
): Promise<{ readonly personId: PersonId; readonly client: Client }> {
  const { grants = ['EMPLOYEE'], ...person } = wish;
  const memberId = await organisation.enrol(grants, wish.name);
  const personId = await add(organisation, person, memberId);
  return { personId, client: await organisation.signIn(memberId) };
}

/** A team. @returns its id */
export async function giveTeam(organisation: TestOrganisation, name = `Team ${++serial}`): Promise<string> {
  const { team } = await organisation.admin.run('addTeam', { name }, 'team { id }');
  return team.id as string;
}
