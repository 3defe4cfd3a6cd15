/** Why this file exists: a member of another organisation calls every root field with the ids of this one, and learns and changes nothing. */
import { GRANTS } from '../../src/modules/grants/index.js';
import { ensureDemonstration } from '../../src/modules/demonstration/index.js';
import { allTables } from '../../src/platform/database/index.js';
import { startTestApp, type Client, type TestApp } from '../support/app.js';
import { anyOperations, type AnyOperation } from '../support/any-operation.js';
import { schemaOf } from '../support/clients.js';
import { asSuperuser } from '../support/database.js';
import { stepInto } from '../support/demonstration.js';
import { fewAtOnce } from '../support/few-at-once.js';

let app: TestApp;
let intruder: Client;
let ids: string[];
let names: string[];

/** One id of every kind of record of the demonstration organisation, and names that nobody else has. */
async function harvest(): Promise<void> {
  await asSuperuser(app.databaseName, async (db) => {
    const demo = (await db.query<{ id: string }>('select id from organisation where is_demonstration')).rows[0]?.id;
    const found = new Set<string>();
    for (const table of allTables().filter((t) => t.isTenant && !t.isTechnical))
      for (const column of table.columns.filter((c) => c.type === 'uuid' && c.property !== 'organisationId')) {
        const rows = await db.query<{ id: string | null }>(
          `select ${column.sql} as id from ${table.name} where organisation_id = $1 and ${column.sql} is not null limit 1`,
          [demo],
        );
        if (rows.rows[0]?.id != null) found.add(rows.rows[0].id);
      }
    ids = [...found];
    const people = await db.query<{ name: string }>(
      'select display_name as name from member where organisation_id = $1',
      [demo],
    );
    names = people.rows.map((r) => r.name);
  });
}

beforeAll(async () => {
  app = await startTestApp({ demo: true });
  await ensureDemonstration(app.database);
  const other = await app.organisation();
  intruder = await other.member(GRANTS);
  await harvest();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

async function auditHead(): Promise<string> {
  return asSuperuser(app.databaseName, async (db) => {
    const rows = await db.query<{ seq: string }>(
      'select seq from audit_head h join organisation o on o.id = h.organisation_id where o.is_demonstration',
    );
    return rows.rows[0]?.seq ?? '';
  });
}

const OPEN = new Set(['demonstrationMembers', 'demonstrationSignIn', 'signIn', 'signOut']);

/** Sends one operation with an id of the other organisation, and expects nothing to come of it. */
async function intrude(operation: AnyOperation, id: string): Promise<void> {
  const answer = await intruder.send(operation.text, { ...operation.variables });
  const text = JSON.stringify(answer.data ?? null) + JSON.stringify(answer.errors.map((e) => e.message));
  const learned = [...names, ...ids].filter((word) => word !== id && text.includes(word));
  expect([operation.field, id, learned]).toEqual([operation.field, id, []]);
  const results = answer.data as Record<string, { __typename?: string } | null> | null | undefined;
  const typename = results?.[operation.field]?.__typename ?? '';
  if (operation.kind === 'mutation')
    expect([operation.field, typename.endsWith('Success')]).toEqual([operation.field, false]);
}

describe('an intruder from a second organisation, with every grant there', () => {
  it('has a demonstration organisation to try its ids on', () => {
    expect(ids.length).toBeGreaterThan(15);
    expect(names.length).toBeGreaterThan(10);
  });

  it('reads nothing and changes nothing through any root field that takes an id', async () => {
    const before = await auditHead();
    for (const id of ids) {
      const operations = anyOperations(schemaOf(app.running), { id, optional: true }, 1);
      const tried = operations.filter((operation) => operation.takesId && !OPEN.has(operation.field));
      await fewAtOnce(tried, (operation) => intrude(operation, id));
    }
    expect(await auditHead()).toBe(before);
  }, 300_000);

  it('sees no name and no id of the other organisation in any list', async () => {
    for (const operation of anyOperations(schemaOf(app.running), { id: ids[0] ?? '', optional: false }, 3)) {
      if (operation.kind === 'mutation' || OPEN.has(operation.field)) continue;
      const answer = await intruder.send(operation.text, { ...operation.variables });
      const text = JSON.stringify(answer.data ?? null);
      expect([operation.field, names.some((n) => text.includes(n))]).toEqual([operation.field, false]);
    }
  }, 120_000);

  it('would be seen if it learned anything: a member of the organisation itself reads names through the same operations', async () => {
    const member = await stepInto(app, 'Marta Lindqvist');
    const read: string[] = [];
    for (const operation of anyOperations(schemaOf(app.running), { id: ids[0] ?? '', optional: false }, 3)) {
      if (operation.kind === 'mutation' || OPEN.has(operation.field)) continue;
      const answer = await member.send(operation.text, { ...operation.variables });
      if (names.some((n) => JSON.stringify(answer.data ?? null).includes(n))) read.push(operation.field);
    }
    expect(read).toEqual(expect.arrayContaining(['people', 'requisitions']));
  }, 120_000);
});
