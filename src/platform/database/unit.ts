/** Why this file exists: a unit is one transaction bound to one organisation; it is the only way to rows, and it is always a visible parameter. */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Actor } from '../access/actor.js';
import type { OrganisationId } from '../ids/index.js';
import { isUuid } from '../ids/index.js';
import type { Table, TableOf } from './table.js';

/** On whose behalf a unit runs. */
export interface UnitScope {
  readonly organisationId: OrganisationId;
  /** `null` for what happens before sign-in and for the product itself. */
  readonly actor: Actor | null;
  readonly requestId: string;
}

/** One fact for the audit trail. */
export interface AuditFact {
  /** Past tense, such as `ScorecardSubmitted`. */
  readonly type: string;
  readonly entity: string;
  readonly entityId: string;
  /** Old and new values, reasons: JSON, never secrets. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export type Where<Row> = { readonly [C in keyof Row]?: Row[C] | readonly Row[C][] };
export type UnitMode = 'READ' | 'WRITE' | 'UPKEEP';

export interface UnitHost {
  connect(): QueryRunner;
  /** Sees to it that the answer of a database that is not there is not waited for. */
  watch<T>(sql: string, answer: Promise<T>): Promise<T>;
  readonly statements: { emit(sql: string): void };
  now(): Date;
  /** Immutable records kept in the process, such as published framework versions. */
  readonly immutable: Map<string, unknown>;
}

const BEGIN = {
  READ: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  WRITE: 'BEGIN',
  UPKEEP: 'BEGIN',
} as const;

/** A transaction bound to an organisation. Reading methods are here; the writing ones need a unit opened for writing. */
export class Unit {
  readonly organisationId: OrganisationId;
  readonly actor: Actor | null;
  readonly requestId: string;
  /** The instant at which the unit was opened: one time for everything written in it. */
  readonly now: Date;
  readonly facts: AuditFact[] = [];
  /** Readings that are to be recorded, by the type of their event: ids of what was read. */
  readonly readings = new Map<string, Set<string>>();
  #runner: QueryRunner | null = null;
  #client: PoolClient | null = null;
  /** Why no connection could be had: told at once to every later statement. */
  #refused: { readonly error: unknown } | null = null;
  #tail: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(
    private readonly host: UnitHost,
    scope: UnitScope,
    readonly mode: UnitMode,
  ) {
    if (!isUuid(scope.organisationId)) throw new Error('a unit needs an organisation');
    this.organisationId = scope.organisationId;
    this.actor = scope.actor;
    this.requestId = scope.requestId;
    this.now = host.now();
  }

  /**
   * Rows of a statement. `$1` is always the organisation; the given values start at `$2`.
   * Statements of one unit run one after the other, in the order of the calls.
   */
  rows<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    if (!sql.includes('$1')) throw new Error(`a statement must name the organisation ($1): ${sql.slice(0, 80)}`);
    if (values.some((v) => v === undefined)) throw new Error(`a value is missing: ${sql.slice(0, 80)}`);
    const run = async (): Promise<T[]> => {
      const client = await this.begun();
      this.host.statements.emit(sql);
      const asked = client.query<T & Record<string, unknown>>(sql, [this.organisationId, ...values]);
      return (await this.host.watch(sql, asked)).rows;
    };
    const promise = this.#tail.then(run, run);
    this.#tail = promise.catch(() => undefined);
    return promise;
  }

  /** The first row, or `null` when there is none. */
  async one<T>(sql: string, values: readonly unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(sql, values))[0] ?? null;
  }

  /**
   * Records of a table that fulfil all conditions; an array means any of its values, `null` means absent.
   * Without `orderBy` the order is that of the primary key.
   */
  find<Row>(
    table: TableOf<Row>,
    where: Where<Row>,
    options: { orderBy?: string; lock?: 'UPDATE' } = {},
  ): Promise<Row[]> {
    const { sql, values } = condition(table, where, 2);
    const columns = table.columns.filter((c) => c.property !== 'organisationId' || !table.isTenant);
    const list = columns.map((c) => `${c.sql} as "${c.property}"`).join(', ');
    const tenant = table.isTenant ? 'organisation_id = $1' : '$1::uuid is not null';
    const order = options.orderBy ?? table.primaryKey.map((p) => sqlName(table, p)).join(', ');
    const lock = options.lock === undefined ? '' : ' for update';
    return this.rows<Row>(`select ${list} from ${table.name} where ${tenant}${sql} order by ${order}${lock}`, values);
  }

  async findOne<Row>(table: TableOf<Row>, where: Where<Row>, options: { lock?: 'UPDATE' } = {}): Promise<Row | null> {
    return (await this.find(table, where, options))[0] ?? null;
  }

  /** Inserts any number of records in one statement. */
  async insert<Row>(table: TableOf<Row>, records: readonly Row[]): Promise<void> {
    this.writable(table);
    if (records.length === 0) return;
    const columns = table.columns.filter((c) => c.property !== 'organisationId' || !table.isTenant);
    const names = columns.map((c) => c.sql).join(', ');
    const types = columns.map((c) => `"${c.property}" ${c.type}`).join(', ');
    const picks = columns.map((c) => `x."${c.property}"`).join(', ');
    const head = table.isTenant
      ? `(organisation_id, ${names}) select $1::uuid, ${picks}`
      : `(${names}) select ${picks}`;
    await this.rows(
      `insert into ${table.name} ${head} from json_to_recordset($2::json) as x(${types}) where $1::uuid is not null`,
      [JSON.stringify(records)],
    );
  }

  /**
   * Changes records that fulfil all conditions.
   * @returns how many there were
   */
  async update<Row>(table: TableOf<Row>, where: Where<Row>, changes: Partial<Row>): Promise<number> {
    this.writable(table);
    const entries = Object.entries(changes).filter(([, v]) => v !== undefined);
    const sets = entries.map(([p], i) => `${sqlName(table, p)} = $${i + 2}`).join(', ');
    const { sql, values } = condition(table, where, entries.length + 2);
    const tenant = table.isTenant ? 'organisation_id = $1' : '$1::uuid is not null';
    const rows = await this.rows(`update ${table.name} set ${sets} where ${tenant}${sql} returning 1`, [
      ...entries.map(([p, v]) => toSql(table, p, v)),
      ...values,
    ]);
    return rows.length;
  }

  /**
   * Changes one versioned record, only if it still has the version that the caller saw; the version goes up by one.
   * @returns false when somebody else was first (or the record is not there): nothing was changed
   */
  async change<Row extends { readonly version: number }>(
    table: TableOf<Row>,
    seen: Where<Row> & { readonly version: number },
    changes: Partial<Row>,
  ): Promise<boolean> {
    return (await this.update(table, seen, { ...changes, version: seen.version + 1 })) === 1;
  }

  /** Removes records that fulfil all conditions; at least one condition is needed. */
  async remove<Row>(table: TableOf<Row>, where: Where<Row>): Promise<number> {
    this.writable(table);
    const { sql, values } = condition(table, where, 2);
    if (sql === '') throw new Error('remove needs a condition');
    const tenant = table.isTenant ? 'organisation_id = $1' : '$1::uuid is not null';
    return (await this.rows(`delete from ${table.name} where ${tenant}${sql} returning 1`, values)).length;
  }

  /** Adds a fact to the audit trail; it is written with the data, or not at all. */
  record(fact: AuditFact): void {
    if (this.mode !== 'WRITE') throw new Error('only a write unit records facts');
    this.facts.push(fact);
  }

  /** Notes that records were read whose reading is recorded itself; the operation records it before it answers. */
  noteReading(type: string, ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.readings.set(type, new Set([...(this.readings.get(type) ?? []), ...ids]));
  }

  /**
   * A record that can never change, kept in the process once loaded; the key is bound to the organisation.
   * @param load must return something that is the same for ever, such as a published version
   */
  async immutable<T>(key: string, load: () => Promise<T | null>): Promise<T | null> {
    const name = `${this.organisationId}/${key}`;
    const known = this.host.immutable.get(name) as T | undefined;
    if (known !== undefined) return known;
    const value = await load();
    if (value !== null) {
      if (this.host.immutable.size > 500) this.host.immutable.clear();
      this.host.immutable.set(name, value);
    }
    return value;
  }

  /** Ends the transaction; a unit that never ran a statement costs nothing. */
  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#tail;
    const client = this.#client;
    if (client === null) return;
    let broken = false;
    try {
      this.host.statements.emit(how);
      await this.host.watch(how, client.query(how));
    } catch (error) {
      broken = true;
      throw error;
    } finally {
      this.#client = null;
      await this.#release(broken);
    }
  }

  async #release(broken: boolean): Promise<void> {
    const runner = this.#runner;
    this.#runner = null;
    if (runner === null) return;
    try {
      await runner.release();
    } catch (error) {
      if (!broken) throw error;
    }
  }

  private async begun(): Promise<PoolClient> {
    if (this.#ended) throw new Error('the unit has ended');
    if (this.#client !== null) return this.#client;
    if (this.#refused !== null) throw this.#refused.error;
    try {
      this.#runner = this.host.connect();
      const client = (await this.#runner.connect()) as PoolClient;
      const sql = `${BEGIN[this.mode]}; SET LOCAL app.organisation = '${this.organisationId}'`;
      this.host.statements.emit(sql);
      await this.host.watch(sql, client.query(sql));
      this.#client = client;
      return client;
    } catch (error) {
      this.#refused = { error };
      await this.#release(true);
      throw error;
    }
  }

  private writable(table: Table): void {
    if (this.mode === 'READ') throw new Error(`a read unit cannot write to ${table.name}`);
    if (this.mode === 'UPKEEP' && !table.isTechnical)
      throw new Error(`upkeep may not write to ${table.name}: only a write unit leaves an audit event`);
  }
}

function sqlName(table: Table, property: string): string {
  const c = table.columns.find((x) => x.property === property);
  if (c === undefined) throw new Error(`${table.name} has no column ${property}`);
  return c.sql;
}

function toSql(table: Table, property: string, value: unknown): unknown {
  const c = table.columns.find((x) => x.property === property);
  return c?.type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
}

function condition(table: Table, where: Record<string, unknown>, from: number): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  let sql = '';
  for (const [property, value] of Object.entries(where)) {
    if (value === undefined) throw new Error(`condition on ${table.name}.${property} has no value`);
    const name = sqlName(table, property);
    const type = table.columns.find((c) => c.property === property)?.type ?? 'text';
    if (value === null) sql += ` and ${name} is null`;
    else if (Array.isArray(value)) sql += ` and ${name} = any($${from + values.push(value) - 1}::${type}[])`;
    else sql += ` and ${name} = $${from + values.push(value) - 1}`;
  }
  return { sql, values };
}

/** A short fingerprint of a text, for keys that must not carry the text itself. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');
