/** Why this file exists: whatever happens to the database, the server lives, says so, answers each request in time and in its own words, and goes on by itself. */
import { memberTable } from '../../src/modules/identity/index.js';
import type { Unit } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { ok } from '../../src/platform/outcome/index.js';
import { startTestApp, type Answer, type Client, type TestApp, type TestOrganisation } from '../support/app.js';
import { asSuperuser, testDatabase, type TestDatabase } from '../support/database.js';
import { proxyOf, type DatabaseProxy } from '../support/database-proxy.js';

/** The specification's figures, in milliseconds: the end of each request, the word of readiness, the way back. */
const REQUEST_LIMIT = 3_000;
const READY_LIMIT = 2_000;
const RECOVERY_LIMIT = 5_000;

const READ = '{ people(first: 5) { nodes { id } } teams(first: 5) { nodes { name } } }';
const ADD = 'mutation($i: AddTeamInput!) { addTeam(input: $i) { __typename ... on Problem { code } } }';
const VISIT =
  'mutation { signIn(input: { organisation: "nobody", email: "a@b.example", password: "none at all" }) { __typename } }';

let clone: TestDatabase;
let wire: DatabaseProxy;
let app: TestApp;
let org: TestOrganisation;
let serial = 0;
beforeAll(async () => {
  clone = await testDatabase();
  wire = await proxyOf(clone);
  app = await startTestApp({ database: wire.database });
  org = await app.organisation();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
  await wire.close();
  await clone.drop();
});

interface Timed extends Answer {
  readonly ms: number;
}
async function timed(client: Client, query: string, variables: Record<string, unknown> = {}): Promise<Timed> {
  const begun = Date.now();
  return { ...(await client.send(query, variables)), ms: Date.now() - begun };
}
const addTeam = (): Promise<Timed> => timed(org.admin, ADD, { i: { name: `team ${++serial}` } });
const read = (): Promise<Timed> => timed(org.admin, READ);

async function probe(path: string): Promise<{ status: number; ms: number; body: Record<string, unknown> }> {
  const begun = Date.now();
  const { port } = app.server.address() as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}/health/${path}`);
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    ms: Date.now() - begun,
  };
}

/** The whole request refused in our words, in time. */
function expectUnavailable(answer: Timed): void {
  expect(answer.errors.map((e) => e.extensions.code)).toEqual(answer.errors.map(() => 'SERVICE_UNAVAILABLE'));
  expect([answer.status, answer.errors.length > 0, answer.headers['retry-after']]).toEqual([503, true, '2']);
  for (const { message } of answer.errors)
    expect(message).toMatch(/^The database cannot be reached at the moment\. Try again in a few seconds/);
  expect(answer.ms).toBeLessThan(REQUEST_LIMIT);
}

/** The process lives and says that it cannot serve. */
async function expectNotReady(): Promise<void> {
  const [live, ready] = await Promise.all([probe('live'), probe('ready')]);
  expect(live.status).toBe(200);
  expect(ready).toMatchObject({ status: 503, body: { status: 'not ready' } });
  expect(ready.ms).toBeLessThan(READY_LIMIT);
}

/** Everything works again in time, without a restart. */
async function expectRecovery(): Promise<void> {
  const begun = Date.now();
  for (;;) {
    const answers = [await probe('ready').then((p) => p.status), (await read()).status, (await addTeam()).status];
    if (answers.every((status) => status === 200)) return;
    if (Date.now() - begun > RECOVERY_LIMIT) throw new Error(`not normal again: ${String(answers)}`);
  }
}

/** Takes every connection of the pool until the returned function is called. */
async function occupyPool(): Promise<() => Promise<unknown>> {
  const scope = { organisationId: org.id, actor: null, requestId: 'test' };
  const units: Unit[] = Array.from({ length: 12 }, () => app.database.openRead(scope));
  await Promise.all(units.map((unit) => unit.rows('select $1::uuid')));
  return () => Promise.all(units.map((unit) => unit.end('ROLLBACK')));
}

describe('a database that', () => {
  afterEach(async () => {
    wire.restore();
    await expectRecovery();
  });

  it('is gone is told at once, to members and to visitors', async () => {
    wire.cut();
    const visitor = timed(app.anonymous, VISIT);
    for (const answer of await Promise.all([read(), addTeam(), visitor])) expectUnavailable(answer);
    await expectNotReady();
  });

  it('stops answering is told in time, also to those who have been waiting, and in the middle of a document', async () => {
    wire.freeze();
    const two = timed(
      org.admin,
      'mutation($i: AddTeamInput!, $j: AddTeamInput!) { a: addTeam(input: $i) { __typename } b: addTeam(input: $j) { __typename } }',
      { i: { name: 'frozen 1' }, j: { name: 'frozen 2' } },
    );
    const [answers] = await Promise.all([
      Promise.all([read(), addTeam(), two, timed(app.anonymous, VISIT)]),
      expectNotReady(),
    ]);
    for (const answer of answers) expectUnavailable(answer);
    const late = await read();
    expectUnavailable(late);
    expect(late.ms).toBeLessThan(500); // known by now
  });

  it('answers two seconds late is told like one that does not answer', async () => {
    wire.delay(2_000);
    const [answers] = await Promise.all([Promise.all([read(), addTeam()]), expectNotReady()]);
    for (const answer of answers) expectUnavailable(answer);
  });

  it('breaks off in the middle of an answer is told, and the next request meets a new connection', async () => {
    for (const bytes of [1, 40, 150]) {
      wire.breakAfter(bytes);
      expectUnavailable(await read());
      expect((await read()).status).toBe(200);
    }
  });

  it('has no connection left is told within the wait for one', async () => {
    const release = await occupyPool();
    for (const answer of await Promise.all([read(), addTeam()])) expectUnavailable(answer);
    await expectNotReady();
    await release();
  });

  it('works on a statement for longer is waited for', async () => {
    const scope = { organisationId: org.id, actor: null, requestId: 'test' };
    const slept = app.database.read(scope, (unit) => unit.one<{ n: number }>('select 1 as n, pg_sleep(1.4), $1::uuid'));
    expect(await slept).toMatchObject({ n: 1 });
  });

  it('holds a lock for others is waited for up to two seconds', async () => {
    await asSuperuser(clone.name, async (holder) => {
      await holder.query('begin; lock table team in access exclusive mode');
      for (const answer of await Promise.all([addTeam(), read()])) expectUnavailable(answer);
      await holder.query('rollback');
      await holder.query('begin; lock table team in access exclusive mode');
      const waiting = read();
      setTimeout(() => void holder.query('rollback'), 500);
      expect((await waiting).status).toBe(200);
    });
  });

  it('has a full disk refuses changes in our words, lets everybody read, and is not ready', async () => {
    await asSuperuser(clone.name, async (c) => {
      await c.query(`create function full_disk() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '53100'; end $$`);
      await c.query('create trigger full_disk before insert on team execute function full_disk()');
      expectUnavailable(await addTeam());
      expect((await read()).status).toBe(200);
      await expectNotReady();
      await c.query('drop trigger full_disk on team');
      await c.query('drop function full_disk');
    });
  });

  it('takes no changes refuses them in our words, lets everybody read, and is not ready', async () => {
    const set = (value: string) => (c: { query(sql: string): Promise<unknown> }) =>
      c.query(`alter database ${clone.name} set default_transaction_read_only = ${value}`);
    await asSuperuser('postgres', set('on'));
    wire.cut(); // the setting holds for new connections
    wire.restore();
    expectUnavailable(await addTeam());
    expect((await read()).status).toBe(200);
    await expectNotReady();
    await asSuperuser('postgres', set('off'));
    wire.cut();
  });
});

describe('a unit that loses to another', () => {
  const scope = () => ({ organisationId: org.id, actor: null, requestId: 'test' });
  const note = (unit: Unit): void => unit.record({ type: 'Noted', entity: 'Note', entityId: newId() });
  /** Fails with this code in its first runs. */
  const failing = async (code: string, times: number): Promise<{ runs: number; kind: string }> => {
    let runs = 0;
    const outcome = app.database.write(scope(), async (unit) => {
      note(unit);
      if (++runs <= times) await unit.rows('select lose($2) where $1::uuid is not null', [code]);
      return ok(runs);
    });
    const kind = await outcome.then(
      () => 'done',
      (error: unknown) => (error as Error).constructor.name,
    );
    return { runs, kind };
  };

  beforeAll(() =>
    asSuperuser(clone.name, (c) =>
      c.query(
        `create function lose(state text) returns void language plpgsql as $$ begin raise exception 'lost' using errcode = state; end $$`,
      ),
    ),
  );

  it.each(['40001', '40P01'])('by %s runs again, three times in all', async (code) => {
    expect(await failing(code, 2)).toEqual({ runs: 3, kind: 'done' });
    expect(await failing(code, 3)).toEqual({ runs: 3, kind: 'ServiceUnavailable' });
    expect(await failing('XX000', 1)).toEqual({ runs: 1, kind: 'DatabaseError' });
  });

  it('in a real deadlock runs again, and both stand once', async () => {
    const members = await app.database.read(scope(), (unit) => unit.find(memberTable, {}));
    const admin = members[0];
    const other = await org.enrol(['EMPLOYEE']);
    let runs = 0;
    let arrived = 0;
    let open: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => (open = resolve));
    const change = (first: string, second: string) =>
      app.database.write(scope(), async (unit) => {
        runs++;
        await unit.update(memberTable, { id: first as never }, { headline: `run ${runs}` });
        if (++arrived === 2) open();
        await bothHoldOne;
        await unit.update(memberTable, { id: second as never }, { headline: `run ${runs}` });
        note(unit);
        return ok(null);
      });
    const results = await Promise.all([change(admin?.id ?? '', other), change(other, admin?.id ?? '')]);
    expect(results.map((r) => r.ok)).toEqual([true, true]);
    expect(runs).toBe(3);
  });
});
