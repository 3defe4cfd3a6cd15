/** Why this file exists: whoever may give grants invites, sees the invitations and takes them back, and nobody else does. */
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { giveColleague, givePerson } from '../../support/people.js';
import { sameStatements } from '../../support/statements.js';

let app: TestApp;
let org: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  org = await app.organisation();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const GUEST = { displayName: 'Gina Guest', email: 'Gina@guest.example', grants: ['EMPLOYEE'] };
const invite = async (more: object = {}, by: Client = org.admin): Promise<{ readonly id: string }> =>
  (await by.run('invite', { ...GUEST, ...more }, 'invitation { id }')).invitation;
const LIST =
  'query($p: ID) { invitations(personId: $p) { nodes { id displayName email grants state person { id } invitedBy { displayName } } totalCount } }';

describe('inviting', () => {
  it.each<[string, object, string]>([
    ['without a name', { displayName: ' ' }, 'INVITATION_NAME_EMPTY'],
    ['for no day', { days: 0 }, 'INVITATION_DAYS_WRONG'],
    ['for more than fourteen days', { days: 15 }, 'INVITATION_DAYS_WRONG'],
    ['a person who does not exist', { personId: '00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
  ])('%s is refused', async (_, more, code) => {
    expect((await org.admin.refused('invite', { ...GUEST, ...more })).code).toBe(code);
    await invite({ days: 14 });
  });

  it('is refused for a member’s address, for a person with a sign-in or who has left, and for the own person', async () => {
    const taken = { ...GUEST, email: `ADMIN@${org.slug}.example` };
    expect((await org.admin.refused('invite', taken)).code).toBe('MEMBER_EMAIL_TAKEN');
    const linked = await givePerson(org, { grants: ['ORGANISATION_ADMIN'] });
    expect((await org.admin.refused('invite', { ...GUEST, personId: linked.personId })).code).toBe(
      'INVITED_PERSON_NOT_FREE',
    );
    expect((await linked.client.refused('invite', { ...GUEST, personId: linked.personId })).code).toBe(
      'INVITED_PERSON_NOT_FREE',
    );
    const other = await app.organisation();
    const foreign = await giveColleague(other);
    expect((await org.admin.refused('invite', { ...GUEST, personId: foreign })).code).toBe('NOT_FOUND');
  });

  it('is for those who may give grants, the list and taking back too', async () => {
    const { id } = await invite();
    const text = 'mutation($i: InviteInput!) { invite(input: $i) { __typename } }';
    for (const client of [await org.member(['HIRING_MANAGER']), await org.member(['AUDITOR'])]) {
      expect((await client.send(text, { i: GUEST })).errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await client.send(LIST)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const other = await app.organisation();
    expect((await other.admin.refused('revokeInvitation', { invitationId: id })).code).toBe('NOT_FOUND');
    expect((await other.admin.ask(LIST)).invitations.totalCount).toBe(0);
    const { invitation } = await org.admin.run('revokeInvitation', { invitationId: id }, 'invitation { state }');
    expect(invitation.state).toBe('REVOKED');
    expect((await org.admin.refused('revokeInvitation', { invitationId: id })).code).toBe('NOT_FOUND');
  });

  it('is listed, for one person too, and twenty cost the statements of two', async () => {
    const personId = await giveColleague(org);
    await invite({ personId, email: 'first@guest.example' });
    await invite({ email: 'second@guest.example', grants: [] });
    const { invitations } = await org.admin.ask(LIST, { p: personId });
    expect(invitations).toEqual({
      totalCount: 1,
      nodes: [
        {
          ...{ id: expect.any(String), displayName: 'Gina Guest', email: 'first@guest.example' },
          ...{ grants: ['EMPLOYEE'], state: 'OPEN', person: { id: personId }, invitedBy: { displayName: 'Ada Admin' } },
        },
      ],
    });
    await sameStatements(app, 'invitations', org.admin, LIST, async () => {
      for (let i = 0; i < 18; i++) await invite({ email: `more${i}@guest.example` });
    });
    expect((await org.admin.ask(LIST)).invitations.totalCount).toBe(20);
  });
});
