/** Why this file exists: the two doors to data keep their promises: one organisation, one snapshot, no write without an event. */
import { memberTable } from '../../src/modules/identity/index.js';
import { verifyTrail } from '../../src/modules/audit/index.js';
import { drift, migrate, sqlMigration, unmigrate, type Unit } from '../../src/platform/database/index.js';
import { newId, type OrganisationId } from '../../src/platform/ids/index.js';
import { ok, refuse } from '../../src/platform/outcome/index.js';
import { migrations } from '../../migrations/index.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../support/app.js';
import { asSuperuser, testDatabase } from '../support/database.js';

let app: TestApp;
let a: TestOrganisation;
let b: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp();
  [a, b] = [await app.organisation(), await app.organisation()];
});
afterAll(() => app.close());

const scope = (organisationId: OrganisationId) => ({ organisationId, actor: null, requestId: 'test' });
const emails = (unit: Unit): Promise<string[]> => unit.find(memberTable, {}).then((rows) => rows.map((r) => r.email));
const rename = (unit: Unit, name: string): Promise<number> =>
  unit.update(memberTable, { email: `admin@${a.slug}.example` }, { displayName: name });
const nameNow = (): Promise<string | undefined> =>
  app.database
    .read(scope(a.id), (u) => u.findOne(memberTable, { email: `admin@${a.slug}.example` }))
    .then((m) => m?.displayName);

describe('a unit', () => {
  it('sees the rows of its organisation only, even when a statement forgets the condition', async () => {
    const seen = await app.database.read(scope(a.id), (unit) =>
      unit.rows<{ id: string }>('select distinct organisation_id as id from member where $1::uuid is not null'),
    );
    expect(seen).toEqual([{ id: a.id }]);
    expect(await app.database.read(scope(b.id), emails)).not.toContain(`admin@${a.slug}.example`);
  });

  it('sees one snapshot from its first statement to its last', async () => {
    const unit = app.database.openRead(scope(a.id));
    const before = await emails(unit);
    await a.member(['EMPLOYEE']);
    expect(await emails(unit)).toEqual(before);
    await unit.end('ROLLBACK');
    expect(await app.database.read(scope(a.id), emails)).toHaveLength(before.length + 1);
  });

  it('opened for reading cannot write, by its own rule and by the database’s', async () => {
    await expect(app.database.read(scope(a.id), (unit) => rename(unit, 'x'))).rejects.toThrow(/cannot write/);
    await expect(
      app.database.read(scope(a.id), (unit) => unit.rows('delete from member where organisation_id = $1')),
    ).rejects.toMatchObject({ code: '25006' });
  });

  it('refuses a statement that does not name the organisation, and a condition without a value', async () => {
    await expect(app.database.read(scope(a.id), async (unit) => unit.rows('select 1'))).rejects.toThrow(
      /must name the organisation/,
    );
    await expect(
      app.database.read(scope(a.id), async (unit) => unit.find(memberTable, { email: undefined as unknown as string })),
    ).rejects.toThrow(/has no value/);
  });

  it('cannot insert a row for another organisation', async () => {
    const outcome = app.database.write(scope(a.id), async (unit) => {
      await unit.rows('insert into skill (organisation_id, key) values ($2, $3) returning $1::uuid', [
        b.id,
        'smuggled',
      ]);
      return ok(null);
    });
    await expect(outcome).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a write unit', () => {
  it('that records no event fails and leaves nothing', async () => {
    const before = await nameNow();
    await expect(app.database.write(scope(a.id), async (unit) => ok(await rename(unit, 'silent')))).rejects.toThrow(
      /recorded no event/,
    );
    expect(await nameNow()).toBe(before);
  });

  it('that ends in a refusal rolls back, its events too', async () => {
    const before = await verifyTrail(app.database, a.id);
    const outcome = await app.database.write(scope(a.id), async (unit) => {
      await rename(unit, 'refused');
      unit.record({ type: 'Renamed', entity: 'Member', entityId: newId() });
      return refuse({ code: 'NOT_FOUND', message: 'no' });
    });
    expect(outcome.ok).toBe(false);
    expect(await nameNow()).not.toBe('refused');
    expect(await verifyTrail(app.database, a.id)).toEqual(before);
  });

  it('keeps the version check in the statement: of twenty changes of one version one stands', async () => {
    const member = await app.database.read(scope(a.id), (u) =>
      u.findOne(memberTable, { email: `admin@${a.slug}.example` }),
    );
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        app.database.write(scope(a.id), async (unit) => {
          const changed = await unit.change(
            memberTable,
            { id: member?.id ?? ('' as never), version: member?.version ?? 0 },
            { displayName: `name ${i}` },
          );
          unit.record({ type: 'Renamed', entity: 'Member', entityId: newId() });
          return changed ? ok(i) : refuse({ code: 'STALE_VERSION', message: 'stale' });
        }),
      ),
    );
    const stood = results.filter((r) => r.ok);
    expect(stood).toHaveLength(1);
    expect(await nameNow()).toBe(`name ${String(stood[0]?.ok === true ? stood[0].value : '')}`);
  });

  it('of upkeep may touch technical tables only', async () => {
    await expect(app.database.upkeep(scope(a.id), (unit) => rename(unit, 'x'))).rejects.toThrow(/upkeep may not write/);
  });

  it('that breaks a constraint is refused with the problem its table names', async () => {
    const outcome = await app.database.write(scope(a.id), async (unit) => {
      const member = await unit.findOne(memberTable, { email: `admin@${a.slug}.example` });
      await unit.insert(memberTable, [{ ...member, id: newId<'Member'>() } as never]);
      unit.record({ type: 'MemberAdded', entity: 'Member', entityId: newId() });
      return ok(null);
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'MEMBER_EMAIL_TAKEN', field: 'input.email' } });
  });
});

describe('the audit trail', () => {
  it('has no gap when many write at once', async () => {
    const before = (await verifyTrail(app.database, b.id)).events;
    await Promise.all(
      Array.from({ length: 40 }, () =>
        app.database.write(scope(b.id), (unit) => {
          unit.record({ type: 'Noted', entity: 'Note', entityId: newId() });
          unit.record({ type: 'Noted', entity: 'Note', entityId: newId() });
          return Promise.resolve(ok(null));
        }),
      ),
    );
    expect(await verifyTrail(app.database, b.id)).toEqual({ events: before + 80, vouched: 0, fault: null });
  });

  it('refuses UPDATE, DELETE and TRUNCATE even to its owner', async () => {
    for (const sql of ['update audit_event set type = type', 'delete from audit_event', 'truncate audit_event'])
      await expect(asSuperuser(app.databaseName, (c) => c.query(sql))).rejects.toThrow(/never changed or removed/);
  });

  it.each([
    ['a changed event', 'HASH', `update audit_event set data = '{"x":1}' where organisation_id = $1 and seq = 3`, 3],
    ['a removed event', 'GAP', 'delete from audit_event where organisation_id = $1 and seq = 3', 3],
    [
      'a cut tail',
      'HEAD',
      'delete from audit_event where organisation_id = $1 and seq = (select max(seq) from audit_event where organisation_id = $1)',
      null,
    ],
    [
      'a changed hash',
      'HASH',
      `update audit_event set hash = repeat('a', 64) where organisation_id = $1 and seq = 2`,
      2,
    ],
    [
      'a broken link',
      'LINK',
      `update audit_event set prev_hash = repeat('b', 64) where organisation_id = $1 and seq = 4`,
      4,
    ],
  ])('names %s when somebody with the owner’s rights tampers', async (_, reason, sql, seq) => {
    const victim = await app.organisation();
    await asSuperuser(app.databaseName, async (c) => {
      await c.query(`set session_replication_role = 'replica'`);
      await c.query(sql, [victim.id]);
    });
    const { fault } = await verifyTrail(app.database, victim.id);
    expect(fault?.reason).toBe(reason);
    if (seq !== null) expect(fault?.seq).toBe(seq);
  });
});

describe('the migrations', () => {
  it('go up, leave no drift, go down to nothing, and up again', async () => {
    const fresh = await testDatabase({ empty: true });
    await migrate(fresh.url, migrations);
    expect(await drift(fresh.url, migrations)).toEqual([]);
    await unmigrate(fresh.url, migrations);
    const left = await asSuperuser(fresh.name, (c) =>
      c.query(
        `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration'`,
      ),
    );
    expect(left.rows).toEqual([]);
    const functions = await asSuperuser(fresh.name, (c) =>
      c.query(`select proname from pg_proc where pronamespace = 'public'::regnamespace`),
    );
    expect(functions.rows).toEqual([]);
    await migrate(fresh.url, migrations);
    expect(await drift(fresh.url, migrations)).toEqual([]);
    await fresh.drop();
  });

  it('of two processes at once run in one of them, each once', async () => {
    const fresh = await testDatabase({ empty: true });
    const done = await Promise.all([migrate(fresh.url, migrations), migrate(fresh.url, migrations)]);
    expect(done.map((names) => names.length).sort((x, y) => x - y)).toEqual([0, migrations.length]);
    await fresh.drop();
  });

  it('give way to whoever holds a lock, so that nobody waits long behind them, and try again', async () => {
    const fresh = await testDatabase();
    const Widening = sqlMigration('Widening', 999_999, {
      up: ['alter table team add column probe text'],
      down: ['alter table team drop column probe'],
    });
    await asSuperuser(fresh.name, async (holder) => {
      await holder.query('begin; select count(*) from team');
      const migrating = migrate(fresh.url, [...migrations, Widening]);
      const read = asSuperuser(fresh.name, async (reader) => {
        const waits: number[] = [];
        for (const until = Date.now() + 2_500; Date.now() < until; ) {
          const begun = Date.now();
          await reader.query('select count(*) from team');
          waits.push(Date.now() - begun);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return Math.max(...waits);
      });
      const longest = await read;
      expect(longest).toBeGreaterThan(200); // it was behind the migration indeed
      expect(longest).toBeLessThan(2_000); // a second, and the rest of a busy machine
      await holder.query('rollback');
      expect(await migrating).toEqual(['Widening1000000999999']);
    });
    await fresh.drop();
  });

  it('tell a column that nobody described as drift', async () => {
    const fresh = await testDatabase();
    await asSuperuser(fresh.name, (c) => c.query('alter table member add column stray text'));
    expect(await drift(fresh.url, migrations)).not.toEqual([]);
    await fresh.drop();
  });
});
