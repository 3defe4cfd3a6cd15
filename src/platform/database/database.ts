/** Why this file exists: the data source, the pool, and the two doors to data: `read` and `write`. */
import { DataSource, type QueryRunner } from 'typeorm';
import pg from 'pg';
import type { Clock } from '../clock/index.js';
import type { Outcome, Problem } from '../outcome/index.js';
import { refuse } from '../outcome/index.js';
import { Pulse, sever } from './pulse.js';
import { allTables } from './table.js';
import { isTransient, isUnavailable, problemOf, ServiceUnavailable, takesNoChanges } from './sqlstate.js';
import { Unit, type AuditFact, type UnitScope } from './unit.js';

/** The role that runs all statements of the application: it owns nothing and cannot pass row-level security by. */
export const APPLICATION_ROLE = 'twinladder_app';

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly clock: Clock;
}

/** `READ_ONLY`: it answers, but takes no changes: a standby, a full disk. */
export type DatabaseState = 'READY' | 'READ_ONLY' | 'AWAY';

/** Connections of the pool: all, those that nobody uses, and those who wait for one. */
export interface PoolLoad {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** A statement of a unit, and how long its answer took. */
export interface AnsweredStatement {
  readonly requestId: string;
  readonly sql: string;
  readonly ms: number;
}

/** How long a unit waits for a connection of the pool, or for a new one. */
const CONNECT_MS = 1_000;
/** How long a statement waits for a lock that somebody else holds. */
const LOCK_MS = 2_000;
/** How long a transaction may stand between two statements. */
const IDLE_IN_TRANSACTION_MS = 15_000;
/** How long a refused change speaks for all changes; then the next one may try. */
const REFUSAL_MS = 3_000;

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
  readonly #timers = new Set<(statement: AnsweredStatement) => void>();
  readonly #recorders = new Set<(facts: readonly AuditFact[]) => void>();
  readonly #clock: Clock;
  readonly #pulse: Pulse;
  readonly #clients = new Set<pg.PoolClient>();
  #pool: pg.Pool | null = null;
  #sink: AuditSink | null = null;
  #announcer: AuditSink | null = null;
  #noChangesUntil = 0;

  constructor(options: DatabaseOptions) {
    this.#clock = options.clock;
    this.#pulse = new Pulse(options.url, () => this.#clients.forEach(sever));
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
        connectionTimeoutMillis: CONNECT_MS,
        idleTimeoutMillis: 30_000,
        keepAlive: true,
        options: `-c role=${APPLICATION_ROLE} -c statement_timeout=${options.statementTimeoutMs} -c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_MS} -c lock_timeout=${LOCK_MS} -c timezone=UTC`,
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
    this.#pool = master;
    master.on('acquire', (client) => {
      if (this.#clients.has(client)) return;
      this.#clients.add(client);
      client.on('error', () => undefined); // a connection that breaks between two owners is met again by the next statement
    });
    master.on('remove', (client) => this.#clients.delete(client));
  }
  async close(): Promise<void> {
    this.#pulse.close();
    if (this.source.isInitialized) await this.source.destroy();
  }

  setAuditSink(sink: AuditSink): void {
    this.#sink = sink;
  }

  /** Runs in each write unit before the trail is written: what a change tells besides. */
  setAnnouncer(announcer: AuditSink): void {
    this.#announcer = announcer;
  }

  /** Calls the listener with the text of every statement, BEGIN and COMMIT included. @returns a function that ends it */
  onStatement(listener: (sql: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls the listener when a statement of a unit was answered, or failed. */
  onAnswer(listener: (statement: AnsweredStatement) => void): void {
    this.#timers.add(listener);
  }

  /** Calls the listener with the facts of every unit that was committed. */
  onRecorded(listener: (facts: readonly AuditFact[]) => void): void {
    this.#recorders.add(listener);
  }

  /** How busy the pool is. */
  get load(): PoolLoad {
    const { totalCount: total = 0, idleCount: idle = 0, waitingCount: waiting = 0 } = this.#pool ?? {};
    return { total, idle, waiting };
  }

  /** Whether the database answers at this moment, and whether it takes changes. */
  async state(): Promise<DatabaseState> {
    try {
      const [row] = await this.readShared<{ closed: boolean }>(
        `select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as closed`,
      );
      return row?.closed === true || Date.now() < this.#noChangesUntil ? 'READ_ONLY' : 'READY';
    } catch {
      return 'AWAY';
    }
  }

  /** Rows of tables that belong to no organisation. Row-level security shows no tenant row here. */
  async readShared<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    const runner = this.#runner();
    try {
      return (await this.#pulse.watch(runner.query(sql, [...values]))) as T[];
    } catch (error) {
      throw isUnavailable(error) ? new ServiceUnavailable(error) : error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  /** One statement that changes technical rows which belong to no organisation. It is not among the statements of an operation. */
  async changeShared<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    try {
      return await this.readShared<T>(sql, values);
    } catch (error) {
      throw this.#refusal(error);
    }
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
        throw isTransient(error) ? new ServiceUnavailable(error) : this.#refusal(error);
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
      throw this.#refusal(error);
    }
  }

  /** What a change that failed throws; a database that takes no changes is remembered for a moment. */
  #refusal(error: unknown): unknown {
    if (takesNoChanges(error)) this.#noChangesUntil = Date.now() + REFUSAL_MS;
    return takesNoChanges(error) || isUnavailable(error) ? new ServiceUnavailable(error) : error;
  }

  /** A door to one connection; it opens none while the database does not answer. */
  #runner(): QueryRunner {
    if (this.#pulse.isStill) throw new ServiceUnavailable();
    return this.source.createQueryRunner();
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
      await this.#announcer?.(unit, unit.facts);
      await this.#sink(unit, unit.facts);
      await unit.end('COMMIT');
      for (const listener of this.#recorders) listener(unit.facts);
      return outcome;
    } catch (error) {
      await unit.end('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async #timed<T>(requestId: string, sql: string, answer: Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await answer;
    } finally {
      for (const listener of this.#timers) listener({ requestId, sql, ms: performance.now() - begun });
    }
  }

  #unit(scope: UnitScope, mode: 'READ' | 'WRITE' | 'UPKEEP'): Unit {
    const listeners = this.#listeners;
    return new Unit(
      {
        connect: () => this.#runner(),
        watch: (sql, answer) => this.#timed(scope.requestId, sql, this.#pulse.watch(answer)),
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
