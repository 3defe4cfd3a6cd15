/** Why this file exists: the data source, the pool, and the two doors to data: `read` and `write`. */
import { DataSource, type QueryRunner } from 'typeorm';
import pg from 'pg';
import type { Clock } from '../clock/index.js';
import type { Outcome, Problem } from '../outcome/index.js';
import { refuse } from '../outcome/index.js';
import { allTables } from './table.js';
import { isTransient, isUnavailable, problemOf, ServiceUnavailable } from './sqlstate.js';
import { Unit, type AuditFact, type UnitScope } from './unit.js';

/** The role that runs all statements of the application: it owns nothing and cannot pass row-level security by. */
export const APPLICATION_ROLE = 'twinladder_app';

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly clock: Clock;
}

/** Writes the facts of a unit to the audit trail, inside that unit. Set by the audit module. */
export type AuditSink = (unit: Unit, facts: readonly AuditFact[]) => Promise<void>;

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    if (oid === 1082) return (text) => text; // date stays `YYYY-MM-DD`
    if (oid === 1184) return (text) => new Date(text).toISOString();
    if (oid === 20 || oid === 1700) return Number;
    return (pg.types.getTypeParser as (o: number, f?: string) => (text: string) => unknown)(oid, format);
  },
};

export class Database {
  readonly source: DataSource;
  readonly immutable = new Map<string, unknown>();
  readonly #listeners = new Set<(sql: string) => void>();
  readonly #clock: Clock;
  #sink: AuditSink | null = null;

  constructor(options: DatabaseOptions) {
    this.#clock = options.clock;
    this.source = new DataSource({
      type: 'postgres',
      url: options.url,
      entities: allTables().map((t) => t.schema),
      synchronize: false,
      installExtensions: false,
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
      poolErrorHandler: () => undefined, // a lost idle connection is met again, and reported, by the next statement
      extra: {
        application_name: 'twinladder', // a restore refuses while one of these is connected
        max: options.poolSize,
        connectionTimeoutMillis: 2_000,
        idleTimeoutMillis: 30_000,
        options: `-c role=${APPLICATION_ROLE} -c statement_timeout=${options.statementTimeoutMs} -c idle_in_transaction_session_timeout=30000 -c lock_timeout=10000 -c timezone=UTC`,
        types,
      },
    });
  }

  get now(): () => Date {
    return () => this.#clock.now();
  }

  async open(): Promise<void> {
    await this.source.initialize();
    const { master } = this.source.driver as unknown as { readonly master: pg.Pool };
    const heard = new WeakSet();
    master.on('acquire', (client) => {
      if (heard.has(client)) return;
      heard.add(client);
      client.on('error', () => undefined); // a connection that breaks between two owners is met again by the next statement
    });
  }
  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  setAuditSink(sink: AuditSink): void {
    this.#sink = sink;
  }

  /** Calls the listener with the text of every statement, BEGIN and COMMIT included. @returns a function that ends it */
  onStatement(listener: (sql: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Rows of tables that belong to no organisation. Row-level security shows no tenant row here. */
  async readShared<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    const runner = this.source.createQueryRunner();
    try {
      return (await runner.query(sql, [...values])) as T[];
    } catch (error) {
      throw isUnavailable(error) ? new ServiceUnavailable(error) : error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  /** One statement that changes technical rows which belong to no organisation. It is not among the statements of an operation. */
  changeShared<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.readShared(sql, values);
  }

  /** A read-only, repeatable-read unit that opens itself at its first statement; whoever opens it ends it. */
  openRead(scope: UnitScope): Unit {
    return this.#unit(scope, 'READ');
  }

  /** Runs reads in one consistent snapshot. */
  async read<T>(scope: UnitScope, work: (unit: Unit) => Promise<T>): Promise<T> {
    const unit = this.openRead(scope);
    try {
      return await work(unit);
    } catch (error) {
      throw isUnavailable(error) ? new ServiceUnavailable(error) : error;
    } finally {
      await unit.end('ROLLBACK').catch(() => undefined);
    }
  }

  /**
   * Runs a change in one transaction and writes its facts to the audit trail before the commit.
   * A refusal rolls back. A constraint that refuses becomes the problem its table names. Serialization failures are run again, twice at most.
   * @throws when the work succeeded without recording a fact: what is not in the audit trail did not happen
   */
  async write<T, P extends Problem>(
    scope: UnitScope,
    work: (unit: Unit) => Promise<Outcome<T, P>>,
  ): Promise<Outcome<T, P | Problem>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#writeOnce(scope, work);
      } catch (error) {
        if (isTransient(error) && attempt < 3) continue;
        const problem = problemOf(error);
        if (problem !== null) return refuse(problem);
        throw isUnavailable(error) || isTransient(error) ? new ServiceUnavailable(error) : error;
      }
    }
  }

  /** Writes technical rows (sessions, idempotency keys), which leave no audit event; any other table is refused. */
  async upkeep<T>(scope: UnitScope, work: (unit: Unit) => Promise<T>): Promise<T> {
    const unit = this.#unit(scope, 'UPKEEP');
    try {
      const value = await work(unit);
      await unit.end('COMMIT');
      return value;
    } catch (error) {
      await unit.end('ROLLBACK').catch(() => undefined);
      throw isUnavailable(error) ? new ServiceUnavailable(error) : error;
    }
  }

  async #writeOnce<T, P extends Problem>(
    scope: UnitScope,
    work: (unit: Unit) => Promise<Outcome<T, P>>,
  ): Promise<Outcome<T, P>> {
    const unit = this.#unit(scope, 'WRITE');
    try {
      const outcome = await work(unit);
      if (!outcome.ok) {
        await unit.end('ROLLBACK');
        return outcome;
      }
      if (unit.facts.length === 0) throw new Error('a write unit recorded no event');
      if (this.#sink === null) throw new Error('no audit trail is connected');
      await this.#sink(unit, unit.facts);
      await unit.end('COMMIT');
      return outcome;
    } catch (error) {
      await unit.end('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  #unit(scope: UnitScope, mode: 'READ' | 'WRITE' | 'UPKEEP'): Unit {
    const listeners = this.#listeners;
    return new Unit(
      {
        connect: (): Promise<QueryRunner> => Promise.resolve(this.source.createQueryRunner()),
        statements: {
          emit: (sql) => {
            for (const listener of listeners) listener(sql);
          },
        },
        now: () => this.#clock.now(),
        immutable: this.immutable,
      },
      scope,
      mode,
    );
  }
}
