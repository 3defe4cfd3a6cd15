/** Why this file exists: a budget holds over the minute, over several processes, and costs the database little; worked by hand. */
import { Budgets, type Allowance } from './budgets.js';

/** Stands in for the shared table: one minute, until `nextMinute`. */
function sharedTable(): {
  changeShared: <T>(sql: string, values?: readonly unknown[]) => Promise<T[]>;
  asked: number;
  nextMinute(): void;
  fails: boolean;
} {
  const taken = new Map<string, number>();
  return {
    asked: 0,
    fails: false,
    nextMinute: () => taken.clear(),
    changeShared<T>(_sql: string, values: readonly unknown[] = []): Promise<T[]> {
      this.asked += 1;
      if (this.fails) return Promise.reject(new Error('gone'));
      const [subject, units, most] = values as [string?, number?, number?];
      if (subject === undefined) return Promise.resolve([{ seconds: 30 } as T]);
      const before = taken.get(subject) ?? 0;
      if (before >= (most ?? 0)) return Promise.resolve([]);
      taken.set(subject, before + (units ?? 0));
      return Promise.resolve([{ seconds: 30 } as T]);
    },
  };
}

/** Spends tens until it is refused. @returns units that were spent, and the seconds to wait */
async function spendAll(budgets: Budgets, allowances: readonly Allowance[]): Promise<readonly [number, number]> {
  for (let spent = 0; ; spent += 10) {
    const seconds = await budgets.spend(allowances, 10);
    if (seconds !== null) return [spent, seconds];
  }
}

const ana = [{ subject: 'member:ana', most: 1000 }];

describe('a budget', () => {
  it('is leased in parts that double up to a twentieth: 10, 20, 40, 50, 50 … units', async () => {
    const table = sharedTable();
    const budgets = new Budgets(table, () => 0);
    const asked: number[] = [];
    for (let i = 0; i < 22; i++) {
      expect(await budgets.spend(ana, 10)).toBeNull();
      asked.push(table.asked);
    }
    // 1 request of 10 units from the lease of 10; 2 from that of 20; 4 from that of 40; 5 from each of 50
    expect(asked).toEqual([1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6]);
  });

  it('refuses when it is spent, tells the seconds, and asks no more until the minute ends', async () => {
    const table = sharedTable();
    let now = 0;
    const budgets = new Budgets(table, () => now);
    // leases of 10 + 20 + 40 + 19 × 50 = 1020: the last one began before the 1000 were taken
    expect(await spendAll(budgets, ana)).toEqual([1020, 30]);
    const asked = table.asked;
    expect(await budgets.spend(ana, 10)).toBe(30);
    expect(table.asked).toBe(asked);
    now = 30_001;
    table.nextMinute();
    expect(await budgets.spend(ana, 10)).toBeNull();
  });

  it('holds over two processes, to one part each', async () => {
    const table = sharedTable();
    const both = [new Budgets(table, () => 0), new Budgets(table, () => 0)];
    let spent = 0;
    for (let i = 0; i < 400; i++) for (const one of both) if ((await one.spend(ana, 7)) === null) spent += 7;
    expect(spent).toBeGreaterThan(1000 - 2 * 50);
    expect(spent).toBeLessThanOrEqual(1000 + 2 * 50);
  });

  it('asks once for requests that come together', async () => {
    const table = sharedTable();
    const budgets = new Budgets(table, () => 0);
    const answers = await Promise.all(Array.from({ length: 5 }, () => budgets.spend(ana, 10)));
    expect([answers, table.asked]).toEqual([[null, null, null, null, null], 3]); // leases of 10, 20 and 40
  });

  it('of a member is asked before that of the organisation, which a refused request leaves alone', async () => {
    const table = sharedTable();
    const budgets = new Budgets(table, () => 0);
    const organisation = { subject: 'organisation:o', most: 2000 };
    for (let i = 0; i < 300; i++) await budgets.spend([...ana, organisation], 10);
    // 1020 went with ana; leases of 10 + 20 + 40 + 80 + 19 × 100 = 2050
    expect(await spendAll(budgets, [organisation])).toEqual([2050 - 1020, 30]);
  });

  it('refuses nothing while the table cannot be asked', async () => {
    const table = { ...sharedTable(), fails: true };
    expect(await new Budgets(table, () => 0).spend(ana, 10)).toBeNull();
  });
});
