/**
 * Why this file exists: "who can see this record?" is answered by the very code that lets an actor read, run for many actors in one snapshot;
 * what it asks for them at the same moment travels in one statement, so that five thousand cost hardly more statements than one.
 */
import type { Actor } from '../access/actor.js';
import { isUuid } from '../ids/index.js';
import type { Unit } from './unit.js';

/** Most sets of values that one statement carries. */
const MOST_IN_STATEMENT = 1_000;
const ORDER = 'standInOrder';
const OWNER = 'standInOwner';

type Row = Readonly<Record<string, unknown>>;
type Values = readonly unknown[];
interface Asked {
  readonly values: Values;
  readonly answer: (rows: Row[]) => void;
  readonly fail: (error: unknown) => void;
}

const standIns = new WeakSet<Unit>();
/** Whether somebody else is only asked about in this unit, and nothing that it reads is told to its actor. */
export const isStandIn = (unit: Unit): boolean => standIns.has(unit);

/** Reads for many actors in the snapshot of one read unit. */
export class StandIns {
  /** Answers by text and values: in one snapshot the same question has the same answer. */
  readonly #known = new Map<string, Map<string, Promise<Row[]>>>();
  #waiting = new Map<string, Asked[]>();

  /** @param unit a read unit; it lends its snapshot and stays as it is */
  constructor(private readonly unit: Unit) {
    if (unit.mode !== 'READ') throw new Error('others are only read for, never written for');
  }

  /**
   * A unit in which this actor reads, as in a request of theirs. What they would read is not recorded as read, since nobody is told it.
   * @param actor `null` for questions that no actor stands behind
   */
  of(actor: Actor | null): Unit {
    const rows = (sql: string, values: Values = []): Promise<Row[]> => this.#rows(sql, values);
    const standIn = Object.create(this.unit, {
      actor: { value: actor },
      rows: { value: rows },
      noteReading: { value: () => undefined },
      end: { value: () => Promise.reject(new Error('a stand-in has no transaction of its own')) },
    }) as Unit;
    standIns.add(standIn);
    return standIn;
  }

  #rows(sql: string, values: Values): Promise<Row[]> {
    const key = JSON.stringify(values);
    const known = this.#known.get(sql) ?? new Map<string, Promise<Row[]>>();
    this.#known.set(sql, known);
    const answer = known.get(key) ?? this.#ask(sql, values);
    known.set(key, answer);
    return answer;
  }

  #ask(sql: string, values: Values): Promise<Row[]> {
    if (this.#waiting.size === 0) setImmediate(() => void this.#flush());
    const asked = this.#waiting.get(sql) ?? [];
    this.#waiting.set(sql, asked);
    return new Promise((answer, fail) => {
      asked.push({ values, answer, fail });
    });
  }

  /** Sends what everybody has asked by now; who waits for it asks on afterwards. */
  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    for (const [sql, asked] of waiting)
      for (let at = 0; at < asked.length; at += MOST_IN_STATEMENT)
        await this.#send(sql, asked.slice(at, at + MOST_IN_STATEMENT));
  }

  async #send(sql: string, asked: readonly Asked[]): Promise<void> {
    const [first, ...more] = asked;
    try {
      if (first !== undefined && more.length === 0) {
        first.answer(await this.unit.rows<Row>(sql, first.values));
        return;
      }
      const merged = mergedStatement(
        sql,
        asked.map(({ values }) => values),
      );
      const found = asked.map((): Row[] => []);
      for (const row of await this.unit.rows<Row>(merged.sql, merged.values)) {
        const own = Object.entries(row).filter(([column]) => column !== OWNER && column !== ORDER);
        found[Number(row[OWNER])]?.push(Object.fromEntries(own));
      }
      asked.forEach(({ answer }, i) => answer(found[i] ?? []));
    } catch (error) {
      asked.forEach(({ fail }) => fail(error));
    }
  }
}

/** The same question for several sets of values as one statement: values that differ become columns, those that do not stay parameters. */
export function mergedStatement(
  sql: string,
  asked: readonly Values[],
): { readonly sql: string; readonly values: Values } {
  const [first = []] = asked;
  const differs = first.map((value, i) => asked.some((values) => JSON.stringify(values[i]) !== JSON.stringify(value)));
  const values: unknown[] = [];
  const place = first.map((value, i) => (differs[i] === true ? `o.p${i}` : `$${1 + values.push(value)}`));
  const columns = first.flatMap((_, i) => (differs[i] === true ? [`p${i} ${typeOf(sql, i, asked)}`] : []));
  const inner = sql.replace(/\$(\d+)/g, (whole, n: string) => place[Number(n) - 2] ?? whole);
  const owners = asked.map((one, ix) => ({
    ix,
    ...Object.fromEntries(one.flatMap((value, i) => (differs[i] === true ? [[`p${i}`, value]] : []))),
  }));
  values.push(JSON.stringify(owners));
  return {
    sql: `select o.ix as "${OWNER}", r.* from jsonb_to_recordset($${values.length + 1}::jsonb) as o(${['ix int', ...columns].join(', ')})
      cross join lateral (select row_number() over () as "${ORDER}", s.* from (${inner}) s where $1::uuid is not null) r order by 1, 2`,
    values,
  };
}

/** The type of a value as a column: what its statement casts it to, or what all its values are. */
function typeOf(sql: string, index: number, asked: readonly Values[]): string {
  const cast = new RegExp(`\\$${index + 2}::([a-z]+(?:\\[\\])?)`).exec(sql)?.[1];
  if (cast !== undefined) return cast;
  const given = asked.map((values) => values[index]).filter((value) => value !== null);
  if (given.every((value) => typeof value === 'string' && isUuid(value))) return 'uuid';
  if (given.every((value) => typeof value === 'boolean')) return 'boolean';
  throw new Error(`the type of $${index + 2} is not known; cast it: ${sql.slice(0, 80)}`);
}
