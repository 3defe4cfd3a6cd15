/** Why this file exists: people become members by a link: who invites, what a link can do, that it works once, and that guessing leads nowhere. */
import type { Clock } from '../../../src/platform/clock/index.js';
import { startTestApp, type Answer, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { Browser } from '../../support/browser.js';
import { clientOf } from '../../support/clients.js';
import { asSuperuser } from '../../support/database.js';
import { startHostileProvider, type HostileProvider } from '../../support/hostile-provider.js';
import { giveColleague } from '../../support/people.js';
import { clientIn, comeBack, ME, originOf, useProvider } from '../../support/sign-on.js';
import { passAttemptWindow } from '../../support/attempts.js';
import { eventsOf } from '../../support/trail.js';

let offsetMs = 0;
const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
let app: TestApp;
let provider: HostileProvider;
let org: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp({ clock, settings: { SIGN_ON_LOOPBACK: 'on' } });
  provider = await startHostileProvider();
});
beforeEach(async () => {
  await passAttemptWindow(app.databaseName); // links that do not work are counted by the minute
  org = await app.organisation();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await provider.close();
  await app.close();
});

const DAY_MS = 86_400_000;
const NEW_PASSWORD = 'plain words for the first day';
const GUEST = { displayName: 'Gina Guest', email: 'Gina@guest.example', grants: ['EMPLOYEE'] };

interface Made {
  readonly id: string;
  readonly token: string;
}
async function invite(more: object = {}, by: Client = org.admin): Promise<Made> {
  const { invitation, secret } = await by.run('invite', { ...GUEST, ...more }, 'invitation { id } secret { value }');
  return { id: invitation.id, token: secret.value };
}
const OWN =
  'query($t: String!) { invitation(token: $t) { organisationName organisation displayName email passwords signOn expiresAt } }';
const own = async (token: string) => (await app.anonymous.ask(OWN, { t: token })).invitation;
const ACCEPT =
  'mutation($i: AcceptInvitationInput!) { acceptInvitation(input: $i) { __typename ... on AcceptInvitationSuccess { member { id displayName } } ... on Problem { code message field } } }';
const accept = (token: string, password = NEW_PASSWORD) => app.anonymous.send(ACCEPT, { i: { token, password } });
const cookieOf = (headers: Answer['headers']): string => String(headers['set-cookie']).split(';')[0] ?? '';
const DEAD = {
  __typename: 'NotFound',
  code: 'INVITATION_NOT_VALID',
  message: 'This invitation does not work, or no more. Ask whoever invited you for a new link.',
  field: null,
};
describe('an invitation', () => {
  it('makes a member with its grants and its person, signs in, and works from then on with the password', async () => {
    const personId = await giveColleague(org);
    const { id, token } = await invite({ personId });
    expect(token).toMatch(/^[\w-]{64}$/);
    expect(await own(token)).toMatchObject({
      ...{ organisationName: org.slug, organisation: org.slug, displayName: 'Gina Guest' },
      ...{ email: 'gina@guest.example', passwords: true, signOn: null },
    });
    const answer = await accept(token);
    expect(answer.data.acceptInvitation).toMatchObject({
      __typename: 'AcceptInvitationSuccess',
      member: { displayName: 'Gina Guest' },
    });
    const guest = clientOf(app.running, null, cookieOf(answer.headers));
    expect(await guest.ask(`{ myPerson { id } ${ME.slice(1)}`)).toMatchObject({
      myPerson: { id: personId },
      me: { grants: ['EMPLOYEE'] },
      mySessions: [{ method: 'INVITATION' }],
    });
    const input = { organisation: org.slug, email: 'gina@guest.example', password: NEW_PASSWORD };
    await app.anonymous.run('signIn', input, 'member { id }');
    expect((await eventsOf(org, id)).map((e) => e.type)).toEqual(['MemberInvited', 'InvitationAccepted']);
  });

  it('by the provider connects the account, whatever address it has, and leaves no password behind', async () => {
    await useProvider(org, provider);
    provider.person = { sub: `guest-${org.slug}`, email: 'private@elsewhere.example', name: 'Somebody' };
    const { token } = await invite();
    expect(await own(token)).toMatchObject({ passwords: true, signOn: 'Acme' });
    const START =
      'mutation($i: StartInvitationSignOnInput!) { startInvitationSignOn(input: $i) { ... on StartInvitationSignOnSuccess { address } } }';
    const answer = await app.anonymous.send(START, { i: { token } });
    const browser = new Browser();
    const [name = '', value = ''] = cookieOf(answer.headers).split(/=(.*)/s);
    browser.cookies(originOf(app)).set(name, value);
    const query = provider.consent(new URL(answer.data.startInvitationSignOn.address));
    expect((await comeBack(app, browser, query)).location?.href).toBe(`${originOf(app)}/`);
    expect(await clientIn(app, browser).ask(ME)).toMatchObject({
      me: { member: { displayName: 'Gina Guest' }, grants: ['EMPLOYEE'] },
      mySessions: [{ method: 'SINGLE_SIGN_ON' }],
    });
    const { rows } = await asSuperuser(app.databaseName, (db) =>
      db.query(`select email from member where organisation_id = $1 and password_hash is null`, [org.id]),
    );
    expect(rows).toEqual([{ email: 'gina@guest.example' }]);
    expect((await app.anonymous.send(START, { i: { token } })).data.startInvitationSignOn).toEqual({});
  });

  it('that was revoked while somebody was at the provider lets nobody in', async () => {
    await useProvider(org, provider);
    provider.person = { sub: `late-${org.slug}` };
    const { id, token } = await invite();
    const answer = await app.anonymous.send(
      'mutation($t: String!) { startInvitationSignOn(input: { token: $t }) { ... on StartInvitationSignOnSuccess { address } } }',
      { t: token },
    );
    const browser = new Browser();
    const [name = '', value = ''] = cookieOf(answer.headers).split(/=(.*)/s);
    browser.cookies(originOf(app)).set(name, value);
    await org.admin.run('revokeInvitation', { invitationId: id });
    const page = await comeBack(app, browser, provider.consent(new URL(answer.data.startInvitationSignOn.address)));
    expect(page.location?.search).toBe('?problem=SIGN_ON_FAILED');
    expect((await clientIn(app, browser).send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is accepted once, by two at the same moment too', async () => {
    const { token } = await invite();
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    const kinds = answers.map((a) => a.data.acceptInvitation.__typename as string).sort();
    expect(kinds).toEqual(['AcceptInvitationSuccess', 'NotFound', 'NotFound']);
    expect(await own(token)).toBeNull();
  });

  it('takes the place of the session that the browser came with', async () => {
    const colleague = await org.member(['EMPLOYEE']);
    const { token } = await invite();
    await colleague.ask(ACCEPT, { i: { token, password: NEW_PASSWORD } });
    expect((await colleague.send(ME)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('asks for a password that is more than what everybody knows', async () => {
    const { token } = await invite();
    for (const weak of ['short', 'aaaaaaaaaaaaaaaa', 'ginaginaguest', 'gina@guest.example', 'x'.repeat(200)])
      expect([weak, (await accept(token, weak)).data.acceptInvitation.code]).toEqual([weak, 'PASSWORD_TOO_WEAK']);
    expect((await accept(token)).data.acceptInvitation.__typename).toBe('AcceptInvitationSuccess');
  });

  it('keeps only the hash of its secret, and leaves addresses and names out of its events', async () => {
    const { id, token } = await invite();
    const secret = Buffer.from(token, 'base64url').subarray(16);
    const { rows } = await asSuperuser(app.databaseName, (db) =>
      db.query<{ kept: string }>(
        `select concat((select json_agg(i) from invitation i), (select json_agg(k) from idempotency_key k), (select json_agg(e) from audit_event e)) as kept`,
      ),
    );
    expect(rows[0]?.kept).toContain(id);
    for (const form of ['hex', 'base64', 'base64url'] as const)
      expect(rows[0]?.kept).not.toContain(secret.toString(form));
    expect(JSON.stringify(await eventsOf(org, id))).not.toMatch(/gina/i);
  });

  it('is shown once: a repeated request answers without its secret', async () => {
    const text =
      'mutation($i: InviteInput!) { invite(input: $i) { ... on InviteSuccess { invitation { id } secret { value } } } }';
    const headers = { 'idempotency-key': `once-${org.slug}` };
    const first = await org.admin.ask(text, { i: GUEST }, headers);
    const second = await org.admin.ask(text, { i: GUEST }, headers);
    expect(second.invite).toEqual({ invitation: first.invite.invitation, secret: { value: null } });
  });

  it('into an organisation without passwords leads to the provider only', async () => {
    await useProvider(org, provider);
    const { token } = await invite();
    await asSuperuser(app.databaseName, (db) =>
      db.query('insert into sign_in_policy (organisation_id, passwords, version) values ($1, false, 1)', [org.id]),
    );
    expect(await own(token)).toMatchObject({ passwords: false, signOn: 'Acme' });
    expect((await accept(token)).data.acceptInvitation.code).toBe('PASSWORDS_ARE_OFF');
  });
});

describe('a link that does not work', () => {
  it('says the same whether it was used, revoked, replaced, is too old, of nobody, or made up', async () => {
    const used = await invite({ email: 'used@guest.example' });
    await accept(used.token);
    const revoked = await invite({ email: 'revoked@guest.example' });
    await org.admin.run('revokeInvitation', { invitationId: revoked.id });
    const replaced = await invite();
    const newer = await invite();
    const taken = await invite({ email: 'taken@guest.example' });
    await asSuperuser(app.databaseName, (db) =>
      db.query(`update invitation set email = $2 where id = $1`, [taken.id, `admin@${org.slug}.example`]),
    );
    const other = await app.organisation();
    const bytes = Buffer.from(newer.token, 'base64url');
    const elsewhere = Buffer.concat([Buffer.from(other.id.replaceAll('-', ''), 'hex'), bytes.subarray(16)]);
    const made = Buffer.from(bytes);
    made.writeUInt8(made.readUInt8(47) ^ 1, 47);
    const dead = [used.token, revoked.token, replaced.token, taken.token, elsewhere.toString('base64url')];
    for (const token of [...dead, made.toString('base64url'), 'nonsense', '']) {
      await passAttemptWindow(app.databaseName);
      expect([token, await own(token)]).toEqual([token, null]);
      expect([token, (await accept(token)).data.acceptInvitation]).toEqual([token, DEAD]);
    }
    await passAttemptWindow(app.databaseName);
    expect(await own(newer.token)).not.toBeNull();
    offsetMs += 14 * DAY_MS + 1000;
    expect(await own(newer.token)).toBeNull();
    expect((await accept(newer.token)).data.acceptInvitation).toEqual(DEAD);
  });

  it('is one whose inviter may not give its grants any more', async () => {
    const second = await org.member(['ORGANISATION_ADMIN']);
    const { token } = await invite({}, second);
    expect(await own(token)).not.toBeNull();
    await second.run('takeGrant', { memberId: second.memberId, grant: 'ORGANISATION_ADMIN' });
    expect(await own(token)).toBeNull();
    expect((await accept(token)).data.acceptInvitation).toEqual(DEAD);
  });

  it('is not one whose grants take two: they wait for a second administrator, and the others hold', async () => {
    const second = await org.member(['ORGANISATION_ADMIN']);
    const { token } = await invite({ grants: ['AUDITOR', 'EMPLOYEE'] });
    const answer = await accept(token);
    const guest = clientOf(app.running, null, cookieOf(answer.headers));
    expect((await guest.ask('{ me { grants } }')).me.grants).toEqual(['EMPLOYEE']);
    const { grantRequests } = await second.ask('{ grantRequests { nodes { id requestedBy { id } member { id } } } }');
    expect(grantRequests.nodes).toEqual([
      {
        ...{ id: expect.any(String), requestedBy: { id: org.admin.memberId } },
        member: { id: answer.data.acceptInvitation.member.id },
      },
    ]);
    const requestId = grantRequests.nodes[0].id as string;
    expect((await org.admin.refused('approveGrant', { requestId })).code).toBe('SECOND_PERSON_NEEDED');
    await second.run('approveGrant', { requestId });
    expect((await guest.ask('{ me { grants } }')).me.grants).toEqual(['AUDITOR', 'EMPLOYEE']);
  });

  it('is one whose person got a sign-in otherwise', async () => {
    const personId = await giveColleague(org);
    const { token } = await invite({ personId });
    const memberId = await org.enrol(['EMPLOYEE']);
    await org.admin.run('linkPersonToMember', { personId, version: 1, memberId });
    expect((await accept(token)).data.acceptInvitation).toEqual(DEAD);
  });

  it('holds up whoever tries more of them: by link, and by address', async () => {
    const { token } = await invite();
    const guess = (): string => {
      const bytes = Buffer.from(token, 'base64url');
      bytes.writeUInt32BE(Math.floor(Math.random() * 2 ** 32), 20);
      return bytes.toString('base64url');
    };
    const one = guess();
    for (let i = 0; i < 9; i++) expect(await own(one)).toBeNull();
    expect(await own(token)).not.toBeNull(); // one that works counts for nothing
    expect(await own(guess())).toBeNull();
    const held = await app.anonymous.send(OWN, { t: one });
    expect([held.status, held.errors[0]?.extensions.code]).toEqual([200, 'RATE_LIMITED']);
    expect((await accept(guess())).errors[0]?.extensions.code).toBe('RATE_LIMITED');
    expect((await app.anonymous.send(OWN, { t: token })).errors[0]?.extensions.code).toBe('RATE_LIMITED');
    await passAttemptWindow(app.databaseName);
    expect(await own(token)).not.toBeNull();
  });

  it('counts each link of a request, not each request', async () => {
    const links = Array.from(
      { length: 13 },
      (_, i) => `a${i}: invitation(token: "${'A'.repeat(60)}${1000 + i}") { email }`,
    );
    await app.anonymous.send(`{ ${links.join(' ')} }`);
    const rest = await app.anonymous.send(`{ ${links.slice(0, 8).join(' ')} }`);
    expect(rest.errors.map((e) => e.extensions.code)).toContain('RATE_LIMITED');
  });
});
