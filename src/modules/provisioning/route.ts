/** Why this file exists: what every route of provisioning is given, and what it answers. */
import type { Database, Unit, UnitScope } from '../../platform/database/index.js';
import type { JsonRecord } from './json-body.js';
import type { Query } from './lists.js';
import { etagOf } from './resources.js';

export interface ScimRequest {
  readonly method: string;
  /** Decoded parts of the address below the root. */
  readonly path: readonly string[];
  readonly query: Query;
  /** Read once it is asked for. @throws ScimError */
  readonly body: () => JsonRecord;
  readonly ifMatch: string | null;
  readonly ifNoneMatch: string | null;
}

export interface ScimAnswer {
  readonly status: number;
  readonly body: object | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a route works with. */
export interface Desk {
  readonly database: Database;
  readonly scope: UnitScope;
  readonly read: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
}

export const answerOf = (
  status: number,
  body: object | null,
  headers: Readonly<Record<string, string>> = {},
): ScimAnswer => ({ status, body, headers });

/** An answer with one resource, its address and its version. */
export const answerWith = (status: number, resource: Record<string, unknown>, row: { readonly version: number }) =>
  answerOf(status, resource, { etag: etagOf(row) });

export type Route = (desk: Desk, request: ScimRequest, id: string) => Promise<ScimAnswer>;
/** What can be done with a resource type as a whole, and with one of it. */
export interface Routes {
  readonly what: string;
  readonly all: Readonly<Partial<Record<string, Route>>>;
  readonly one: Readonly<Partial<Record<string, Route>>>;
}
