/** Why this file exists: what one GraphQL operation shares: the actor, one read snapshot, its loaders, and the door for commands. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Actor } from '../access/index.js';
import type { Database, Unit } from '../database/index.js';
import { ServiceUnavailable, isUnavailable } from '../database/index.js';
import type { OrganisationId } from '../ids/index.js';
import { ok, type Outcome, type Problem } from '../outcome/index.js';
import type { RequestRecord } from '../telemetry/index.js';
import { runIdempotent } from './idempotency.js';
import { unauthenticated } from './errors.js';

/** Loads many records by id in one statement; a missing or invisible one is absent from the map. */
export interface Loader<V> {
  readonly name: string;
  readonly batch: (unit: Unit, keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;
}
export const defineLoader = <V>(name: string, batch: Loader<V>['batch']): Loader<V> => ({ name, batch });

export interface HttpExchange {
  readonly requestId: string;
  /** Header `Idempotency-Key`; `null` when absent. */
  readonly idempotencyKey: string | null;
  /** Where the request came from, as the proxies that are believed tell it. */
  readonly address: string;
  readonly userAgent: string;
  /** Notes for the log how a command ended: the code of its refusal. */
  readonly noteRefusal: (code: string) => void;
  setSessionCookie(value: string, maxAgeSeconds: number): void;
  clearSessionCookie(): void;
  /** Binds a sign-in by a provider, which has begun, to this browser. */
  setSignOnCookie(value: string, maxAgeSeconds: number): void;
  /** Value of the cookie of a browser that has signed in before; `null` without one. It proves nothing by itself. */
  readonly browser: string | null;
  setBrowserCookie(value: string): void;
  /** Tells in the header of the answer after how many seconds it may be tried again. */
  readonly retryAfter: (seconds: number) => void;
}

/** The shared state of one GraphQL operation. */
export class Operation {
  readonly #loaders = new Map<string, DataLoader<string, unknown>>();
  readonly #visits = new Map<OrganisationId, Unit>();
  readonly #readings = new Map<string, Set<string>>();
  #unit: Unit | null = null;
  #commands = 0;
  /** Set by the first command that met no database: the others of the document need not wait for it as long again. */
  #unavailable: ServiceUnavailable | null = null;

  constructor(
    readonly database: Database,
    readonly actor: Actor | null,
    readonly http: HttpExchange,
  ) {}

  /** The member who acts; throws UNAUTHENTICATED when nobody is signed in. */
  get member(): Actor {
    if (this.actor === null) throw unauthenticated();
    return this.actor;
  }

  /** The one read snapshot of this operation; it opens itself at its first statement. */
  get unit(): Unit {
    this.#unit ??= this.database.openRead({
      organisationId: this.member.organisationId,
      actor: this.member,
      requestId: this.http.requestId,
    });
    return this.#unit;
  }

  /**
   * The read snapshot of an organisation for a visitor, whoever is signed in: nobody acts in it, so no row policy lets anything through.
   * For open fields, which say row by row what everybody may read.
   */
  visit(organisationId: OrganisationId): Unit {
    const known = this.#visits.get(organisationId);
    if (known !== undefined) return known;
    const unit = this.database.openRead({ organisationId, actor: null, requestId: this.http.requestId });
    this.#visits.set(organisationId, unit);
    return unit;
  }

  /** One record through a batch: all keys asked for in the same moment travel in one statement. Missing is `null`. */
  load<V>(loader: Loader<V>, key: string): Promise<V | null> {
    const loading = this.#loader(loader).load(key) as Promise<V | null>;
    loading.catch(() => undefined); // an answer may be sent without waiting for a field that nobody reads any more
    return loading;
  }

  /** Several records through the same batch, in the order of the keys. */
  loadMany<V>(loader: Loader<V>, keys: readonly string[]): Promise<(V | null)[]> {
    return Promise.all(keys.map((key) => this.load(loader, key)));
  }

  /**
   * Runs a command in a write unit of its own. With an `Idempotency-Key` header the same key and input answer the same.
   * @param name   the mutation's name
   * @param input  its input, for telling a repeated call from another one
   */
  async command<T, P extends Problem>(
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<Outcome<T, P>>,
  ): Promise<Outcome<T, P | Problem>> {
    await this.#beforeCommand();
    const key = this.http.idempotencyKey === null ? null : `${this.http.idempotencyKey}#${this.#commands++}`;
    const actor = this.member;
    const scope = { organisationId: actor.organisationId, actor, requestId: this.http.requestId };
    const holderId = actor.tokenId ?? actor.memberId;
    return this.#noting(runIdempotent(this.database, scope, { key, holderId, name, input }, work));
  }

  /** A write unit for what happens before anybody is signed in. */
  async commandOf<T, P extends Problem>(
    organisationId: OrganisationId,
    work: (unit: Unit) => Promise<Outcome<T, P>>,
  ): Promise<Outcome<T, P | Problem>> {
    await this.#beforeCommand();
    return this.#noting(
      this.database.write({ organisationId, actor: this.actor, requestId: this.http.requestId }, work),
    );
  }

  /** Ends the read snapshots: what is read after a command must see it. */
  async #beforeCommand(): Promise<void> {
    if (this.#unavailable !== null) throw this.#unavailable;
    await this.finish();
  }

  async #noting<T>(command: Promise<Outcome<T, Problem>>): Promise<Outcome<T, Problem>> {
    try {
      const outcome = await command;
      if (!outcome.ok) this.http.noteRefusal(outcome.problem.code);
      return outcome;
    } catch (error) {
      if (isUnavailable(error)) this.#unavailable = new ServiceUnavailable(error);
      throw error;
    }
  }

  /**
   * Records the readings of this operation that leave a trace of their own, in one event for each kind, apart from the snapshot that was read.
   * The answer waits for it: what could not be recorded is not told.
   */
  async recordReadings(): Promise<void> {
    this.#keepReadings();
    const { actor } = this;
    if (actor === null || this.#readings.size === 0) return;
    const readings = [...this.#readings];
    this.#readings.clear();
    const scope = { organisationId: actor.organisationId, actor, requestId: this.http.requestId };
    await this.database.write(scope, (unit) => {
      for (const [type, ids] of readings)
        unit.record({ type, entity: 'Member', entityId: actor.memberId, data: { ids: [...ids].sort() } });
      return Promise.resolve(ok(true));
    });
  }

  #keepReadings(): void {
    for (const [type, ids] of this.#unit?.readings ?? [])
      this.#readings.set(type, new Set([...(this.#readings.get(type) ?? []), ...ids]));
    this.#unit?.readings.clear();
  }

  /** Ends the read snapshots that were opened, and forgets what was loaded in them. */
  async finish(): Promise<void> {
    this.#keepReadings();
    const units = [...this.#visits.values(), ...(this.#unit === null ? [] : [this.#unit])];
    this.#unit = null;
    this.#visits.clear();
    this.#loaders.clear();
    for (const unit of units) await unit.end('ROLLBACK').catch(() => undefined);
  }

  #loader<V>(loader: Loader<V>): DataLoader<string, unknown> {
    const known = this.#loaders.get(loader.name);
    if (known !== undefined) return known;
    const unit = this.unit;
    const made = new DataLoader<string, unknown>(async (keys) => {
      try {
        const found = await loader.batch(unit, keys);
        return keys.map((key) => found.get(key) ?? null);
      } catch (error) {
        throw isUnavailable(error) ? new ServiceUnavailable(error) : error;
      }
    });
    this.#loaders.set(loader.name, made);
    return made;
  }
}

export interface GraphqlContext {
  readonly operation: Operation;
  /** What logs, metrics and traces hear of this request. */
  readonly record: RequestRecord;
}

/** The operation of a resolver's parameter. */
export const Op = createParamDecorator(
  (_: unknown, context: ExecutionContext): Operation =>
    GqlExecutionContext.create(context).getContext<GraphqlContext>().operation,
);
