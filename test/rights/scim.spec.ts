/** Why this file exists: every method of provisioning at every address is tried as every kind of caller, on rows of the own organisation, of another one and of nobody. */
import { GRANTS, tokenPermissions } from '../../src/modules/grants/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { makeToken } from '../support/api-tokens.js';
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { passAttemptWindow } from '../support/attempts.js';
import { asSuperuser } from '../support/database.js';
import { giveProvider, sendScim, type Provider, type ScimAnswer } from '../support/scim.js';
import { LEAST_CELLS } from './least-cells.js';
import { ASKED, bodyFor, CALLERS, type Asked, type Caller, type Collection } from './scim-cells.js';

let app: TestApp;
let org: TestOrganisation;
let other: TestOrganisation;
let idp: Provider;
let foreign: Provider;
let headers: Readonly<Record<Caller, Record<string, string>>>;
/** Rows that stay: whoever is not let in changes none of them. */
let standing: Readonly<Record<'existing' | 'foreign', Record<Collection, string>>>;
let cells = 0;

const bearer = (text: string): Record<string, string> => ({ authorization: `Bearer ${text}` });
const cookie = (client: Client): Record<string, string> => ({ cookie: client.cookie ?? '' });

/** A token of an administrator of its own, to whom something then happens. */
async function tokenAfter(
  happens: (owner: Client, tokenId: string) => Promise<unknown>,
): Promise<Record<string, string>> {
  const owner = await org.member(['ORGANISATION_ADMIN']);
  const token = await makeToken(app, owner, { scopes: ['scim'] });
  expect((await sendScim(app, 'GET', '/Users', undefined, bearer(token.text))).status).toBe(200);
  await happens(owner, token.id);
  return bearer(token.text);
}
const move = (mutation: string) => (owner: Client) => org.admin.run(mutation, { memberId: owner.memberId });

async function callers(): Promise<Record<Caller, Record<string, string>>> {
  const sessions = await Promise.all(
    GRANTS.map(async (grant) => [`a session of ${grant}`, cookie(await org.member([grant]))] as const),
  );
  const everything = await makeToken(app, await org.member(GRANTS), { scopes: [...tokenPermissions()] });
  return {
    ...(Object.fromEntries(sessions) as Record<`a session of ${(typeof GRANTS)[number]}`, Record<string, string>>),
    nobody: {},
    'a session without grants': cookie(await org.member([])),
    'a text that is no token': bearer('scim'),
    'a token with a wrong secret': bearer(`${idp.token.text.slice(0, -4)}AAAA`),
    'a token that nobody made': bearer(`tlk_${Buffer.alloc(32, 7).toString('base64url')}_${'A'.repeat(43)}`),
    'a token of the API with every other scope': bearer(everything.text),
    'an expired token': await tokenAfter((_, id) =>
      asSuperuser(app.databaseName, (db) =>
        db.query(
          `update api_token set created_at = created_at - interval '40 days', expires_on = current_date - 1 where id = $1`,
          [id],
        ),
      ),
    ),
    'a revoked token': await tokenAfter((_, tokenId) => org.admin.run('revokeApiToken', { tokenId })),
    'a token whose owner was deactivated': await tokenAfter(move('deactivateMember')),
    'a token whose owner was removed': await tokenAfter((owner) => idp.send('DELETE', `/Users/${owner.memberId}`)),
    'a token whose owner administers no more': await tokenAfter((owner) =>
      asSuperuser(app.databaseName, (db) =>
        db.query('update member_grant set ended_at = now() where member_id = $1', [owner.memberId]),
      ),
    ),
    'a token whose owner was reactivated': await tokenAfter(async (owner) => {
      await move('deactivateMember')(owner);
      await move('reactivateMember')(owner);
    }),
    'the token of an administrator': bearer(idp.token.text),
    'the token of an administrator of the other organisation': bearer(foreign.token.text),
  };
}

const fresh = (of: Provider, collection: Collection): Promise<string> =>
  collection === 'Users' ? of.user(`row-${newId()}@x.example`) : of.group(`Row ${newId()}`);

beforeAll(async () => {
  app = await startTestApp();
  org = await app.organisation();
  other = await app.organisation();
  idp = await giveProvider(app, org);
  foreign = await giveProvider(app, other);
  standing = {
    existing: { Users: await fresh(idp, 'Users'), Groups: await fresh(idp, 'Groups') },
    foreign: { Users: await fresh(foreign, 'Users'), Groups: await fresh(foreign, 'Groups') },
  };
  headers = await callers();
}, 60_000);
afterAll(async () => {
  expect(cells).toBeGreaterThanOrEqual(LEAST_CELLS.scim);
  expect(app.faults).toEqual([]);
  await app.close();
});

async function ask(caller: Caller, asked: Asked, id: string): Promise<ScimAnswer> {
  cells++;
  return sendScim(app, asked.method, `/${asked.path.replace('ID', id)}`, bodyFor(asked), headers[caller]);
}

/** Whoever is refused ten times a minute is held up: so many go at once, and then a minute passes. */
const AT_ONCE = 9;
async function askAll(caller: Caller): Promise<readonly (readonly [Asked, ScimAnswer])[]> {
  const told: (readonly [Asked, ScimAnswer])[] = [];
  for (let from = 0; from < ASKED.length; from += AT_ONCE) {
    if ('authorization' in headers[caller]) await passAttemptWindow(app.databaseName);
    const batch = ASKED.slice(from, from + AT_ONCE).map(async (asked) => {
      const id = asked.row === 'unknown' ? newId() : standing[asked.row ?? 'existing'][asked.collection ?? 'Users'];
      return [asked, await ask(caller, asked, id)] as const;
    });
    told.push(...(await Promise.all(batch)));
  }
  return told;
}

/** The last event of each organisation: nothing may follow it where nobody is let in. */
const heads = (): Promise<unknown> =>
  asSuperuser(
    app.databaseName,
    async (db) => (await db.query('select organisation_id, seq from audit_head order by 1')).rows,
  );

const refused = Object.entries(CALLERS).filter(([, status]) => status !== null) as [Caller, number][];
describe.each(refused)('%s', (caller, status) => {
  it(`is told ${status} at every address, whatever the method and the row, and changes nothing`, async () => {
    const before = await heads();
    for (const [{ method, path, row }, answer] of await askAll(caller)) {
      const cell = [caller, method, path, row];
      expect([...cell, answer.status, answer.body?.status]).toEqual([...cell, status, String(status)]);
    }
    expect(await heads()).toEqual(before);
  });
});

/** The row that a cell is about, made for it, since many cells change or remove it. */
async function rowFor({ row, collection }: Asked, own: Provider, theirs: Provider): Promise<string> {
  if (row === 'unknown' || collection === null) return newId();
  if (row === 'foreign') return fresh(theirs, collection);
  return fresh(own, collection);
}

describe.each([
  ['the token of an administrator', () => [idp, foreign] as const],
  ['the token of an administrator of the other organisation', () => [foreign, idp] as const],
] as const)('%s', (caller, sides) => {
  it('reads and changes the rows of its own organisation, and is told of those of another what it is told of none', async () => {
    const [own, theirs] = sides();
    for (const asked of ASKED) {
      const id = await rowFor(asked, own, theirs);
      const answer = await ask(caller, asked, id);
      const cell = [asked.method, asked.path, asked.row];
      expect([...cell, answer.status]).toEqual([...cell, asked.told]);
      if (asked.row !== 'foreign') continue;
      const ofNobody = await ask(caller, { ...asked, row: 'unknown' }, newId());
      expect([...cell, answer.body]).toEqual([...cell, ofNobody.body]);
      expect((await theirs.send('GET', `/${asked.path.replace('ID', id)}`)).headers['etag']).toBe('W/"1"');
    }
  });

  it('lists rows of its own organisation alone', async () => {
    const [own, theirs] = sides();
    for (const collection of ['Users', 'Groups'] as const) {
      const [mine, alien] = [await fresh(own, collection), await fresh(theirs, collection)];
      const { body } = await own.send('GET', `/${collection}?count=200`);
      const ids = (body.Resources as { id: string }[]).map((one) => one.id);
      expect([ids.includes(mine), ids.includes(alien), ids.length === body.totalResults]).toEqual([true, false, true]);
      for (const id of [mine, alien]) {
        const found = await own.send('GET', `/${collection}?filter=${encodeURIComponent(`id eq "${id}"`)}`);
        expect(found.body.totalResults).toBe(id === mine ? 1 : 0);
      }
    }
  });
});
