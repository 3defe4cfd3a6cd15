/** Why this file exists: a member of a group of the identity provider holds on an open session exactly what is tied to the group, for as long as both last. */
import { GRANTS, scopesOf, type GrantName } from '../../src/modules/grants/index.js';
import { TWO_PERSON_GRANTS } from '../../src/modules/grants/two-persons.js';
import { makeToken } from '../support/api-tokens.js';
import { requestsFor } from '../support/approvals.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { GROUP, giveProvider, type Provider } from '../support/scim.js';
import { LEAST_CELLS } from './least-cells.js';

/** A right that ends does so with the next request; the specification allows a second. */
const SECOND_MS = 1_000;

let app: TestApp;
let org: TestOrganisation;
let idp: Provider;
/** Administers too, so that grants for two wait. */
let second: Client;
let cells = 0;
beforeAll(async () => {
  app = await startTestApp();
  org = await app.organisation();
  second = await org.member(['ORGANISATION_ADMIN']);
  idp = await giveProvider(app, org);
});
afterAll(async () => {
  expect(cells).toBeGreaterThanOrEqual(LEAST_CELLS.groups);
  expect(app.faults).toEqual([]);
  await app.close();
});

/** What an open session can do: by its grants, and by each permission. */
const holds = async (client: Client): Promise<unknown> => {
  const { me } = await client.ask('{ me { grants permissions } }');
  return { grants: me.grants, permissions: (me.permissions as string[]).toSorted() };
};
const rightsOf = (...grants: GrantName[]): unknown => ({
  grants,
  permissions: [...scopesOf(grants).keys()].map(String).toSorted(),
});

/** Ties grants to a group as two administrators do. @returns the grants that waited for the second one */
async function tie(groupId: string, grants: readonly GrantName[], approves = true): Promise<string[]> {
  const { nodes } = (await org.admin.ask('{ memberGroups { nodes { id version } } }')).memberGroups;
  const { version } = nodes.find((group: { id: string }) => group.id === groupId);
  await org.admin.run('setGroupGrants', { groupId, grants, version });
  const waiting = (await requestsFor(second)).filter((request: { state: string }) => request.state === 'WAITING');
  if (approves) for (const { id } of waiting) await second.run('approveGrant', { requestId: id });
  return waiting.map((request: { grant: string }) => request.grant);
}

interface Story {
  readonly grant: GrantName;
  readonly member: Client;
  readonly group: string;
}
const join = ({ group, member }: Story) =>
  idp.patch(`/Groups/${group}`, { op: 'add', path: 'members', value: [{ value: member.memberId }] });
const remove = ({ group, member }: Story) =>
  idp.patch(`/Groups/${group}`, { op: 'remove', path: `members[value eq "${member.memberId}"]` });
const put = ({ group }: Story, members: readonly (string | null)[]) =>
  idp.send('PUT', `/Groups/${group}`, {
    schemas: [GROUP],
    displayName: 'Put',
    members: members.map((value) => ({ value })),
  });

/** What happens to a member of a group that a grant is tied to, and whether the grant is held afterwards. In their order. */
const STEPS: readonly (readonly [string, boolean, (story: Story) => Promise<unknown>])[] = [
  ['the provider adds the member', true, join],
  ['the provider adds the member again', true, join],
  [
    'the provider renames the group',
    true,
    ({ group }) => idp.patch(`/Groups/${group}`, { op: 'replace', path: 'displayName', value: `Renamed ${group}` }),
  ],
  ['the provider removes the member', false, remove],
  ['the provider puts the group with the member', true, (story) => put(story, [story.member.memberId])],
  ['the provider puts the group without the member', false, (story) => put(story, [])],
  ['the member is back', true, join],
  ['an administrator unties the grant', false, ({ group }) => tie(group, [])],
  ['the grant is tied again', true, ({ group, grant }) => tie(group, [grant])],
  [
    'the provider empties the group',
    false,
    ({ group }) => idp.patch(`/Groups/${group}`, { op: 'remove', path: 'members' }),
  ],
  ['the member is back once more', true, join],
  ['the provider deletes the group', false, ({ group }) => idp.send('DELETE', `/Groups/${group}`)],
];

describe.each(GRANTS.map((grant) => [grant]))('%s tied to a group', (grant) => {
  it('is held by its members on an open session, exactly, and ends within a second', async () => {
    const story: Story = { grant, member: await org.member([]), group: await idp.group(`Group of ${grant}`) };
    expect(await holds(story.member)).toEqual(rightsOf());
    await tie(story.group, [grant]);
    expect(await holds(story.member)).toEqual(rightsOf());
    for (const [step, isHeld, happens] of STEPS) {
      await happens(story);
      const begun = Date.now();
      expect([step, await holds(story.member)]).toEqual([step, isHeld ? rightsOf(grant) : rightsOf()]);
      expect(Date.now() - begun).toBeLessThan(SECOND_MS);
      cells++;
    }
  });

  it(`${TWO_PERSON_GRANTS.has(grant) ? 'waits for' : 'does not wait for'} a second administrator, also when the provider fills the group meanwhile`, async () => {
    const story: Story = { grant, member: await org.member([]), group: await idp.group(`Waiting ${grant}`) };
    await join(story);
    const takesTwo = TWO_PERSON_GRANTS.has(grant);
    expect(await tie(story.group, [grant], false)).toEqual(takesTwo ? [grant] : []);
    const late: Story = { ...story, member: await org.member([]) };
    await join(late);
    for (const { member } of [story, late])
      expect(await holds(member)).toEqual(takesTwo ? rightsOf() : rightsOf(grant));
    const [waiting] = (await requestsFor(second)).filter((request: { state: string }) => request.state === 'WAITING');
    if (takesTwo) {
      expect((await org.admin.refused('approveGrant', { requestId: waiting.id })).code).toBe('SECOND_PERSON_NEEDED');
      await second.run('approveGrant', { requestId: waiting.id });
    }
    for (const { member } of [story, late]) expect(await holds(member)).toEqual(rightsOf(grant));
    cells += 4;
  });

  it('ends with the member: deactivated or removed by the provider, the session is out within a second', async () => {
    for (const leave of [
      (id: string | null) => idp.patch(`/Users/${id}`, { op: 'replace', value: { active: 'False' } }),
      (id: string | null) => idp.send('DELETE', `/Users/${id}`),
    ]) {
      const member = await org.member([]);
      const group = await idp.group(`Leaving ${grant} ${member.memberId}`, [member.memberId ?? '']);
      await tie(group, [grant]);
      expect(await holds(member)).toEqual(rightsOf(grant));
      const token = await makeToken(app, member, {
        scopes: [...scopesOf([grant]).keys()]
          .filter((p) => p === 'directory:read' || p === 'framework:read')
          .slice(0, 1),
      });
      await leave(member.memberId);
      const begun = Date.now();
      for (const sender of [member, token])
        expect((await sender.send('{ me { grants } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(Date.now() - begun).toBeLessThan(SECOND_MS);
      cells += 2;
    }
  });
});
