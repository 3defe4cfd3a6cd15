/** Why this file exists: questions of many stand-ins that travel in one statement have the answers that each has alone. */
import { asIfWithoutConflict } from '../../src/modules/candidates/data.js';
import { isStandIn, StandIns, type Unit } from '../../src/platform/database/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { ok } from '../../src/platform/outcome/index.js';
import { startTestApp, type TestApp, type TestOrganisation } from '../support/app.js';

let app: TestApp;
let org: TestOrganisation;
beforeAll(async () => {
  app = await startTestApp();
  org = await app.organisation();
});
afterAll(() => app.close());

const scope = () => ({ organisationId: org.id, actor: null, requestId: 'test' });
const inSnapshot = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => app.database.read(scope(), work);

describe('stand-ins', () => {
  it('are answered in one statement as each would be alone, whatever the values', async () => {
    const sql = `select n, $2::uuid as id, $3::boolean as yes, $4::text[] as words, $5::text as same from generate_series(1, 3) n
      where $1::uuid is not null and ($3::boolean or n > 1) order by n desc`;
    const sets = [
      [newId(), true, ['a', 'b,"c"'], 'x'],
      [null, false, [], 'x'],
      [newId(), true, null, 'x'],
      [newId(), false, ['ü\\'], 'x'],
    ];
    const alone = await inSnapshot((unit) => Promise.all(sets.map((values) => unit.rows(sql, values))));
    const { value, statements } = await app.statements(() =>
      inSnapshot((unit) => {
        const standIns = new StandIns(unit);
        return Promise.all(sets.map((values) => standIns.of(null).rows(sql, values)));
      }),
    );
    expect(value).toEqual(alone);
    expect(statements.filter((one) => one.includes('generate_series'))).toHaveLength(1);
  });

  it('ask the same question once, and keep to the organisation of their unit', async () => {
    const other = await app.organisation();
    const count = 'select count(*)::int as n from member where organisation_id = $1 and display_name <> $2';
    const { value, statements } = await app.statements(() =>
      inSnapshot(async (unit) => {
        const standIns = new StandIns(unit);
        const ask = () => Promise.all([1, 2, 3].map(() => standIns.of(null).one<{ n: number }>(count, ['nobody'])));
        return [...(await ask()), ...(await ask())];
      }),
    );
    expect(value).toEqual(Array.from({ length: 6 }, () => ({ n: 1 })));
    expect(statements.filter((one) => one.includes('display_name'))).toHaveLength(1);
    expect(other.id).not.toBe(org.id);
  });

  it('fail for everybody who asked when the type of a value cannot be told', async () => {
    const sql = 'select $2 as given where $1::uuid is not null';
    const asked = (values: readonly unknown[]) =>
      inSnapshot((unit) => {
        const standIns = new StandIns(unit);
        return Promise.allSettled(values.map((value) => standIns.of(null).rows(sql, [value])));
      });
    expect((await asked(['a', 'b'])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await asked([newId(), newId()])).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  it('never write, and a conflict of interest is lifted for them alone', async () => {
    await app.database.write(scope(), (unit) => {
      expect(() => new StandIns(unit)).toThrow('only read for');
      unit.record({ type: 'NothingHappened', entity: 'Member', entityId: org.admin.memberId ?? '' });
      return Promise.resolve(ok(true));
    });
    await inSnapshot(async (unit) => {
      expect(isStandIn(unit)).toBe(false);
      expect(() => asIfWithoutConflict(unit)).toThrow('lifted for nobody');
      const standIn = new StandIns(unit).of(null);
      expect([isStandIn(standIn), asIfWithoutConflict(standIn) === standIn]).toEqual([true, true]);
      await expect(standIn.end('COMMIT')).rejects.toThrow('no transaction of its own');
    });
  });
});
