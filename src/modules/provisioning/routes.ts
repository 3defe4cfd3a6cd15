/** Why this file exists: which request does what; all of it for an actor who was let in already. */
import type { Actor } from '../../platform/access/index.js';
import type { Database, Unit, UnitScope } from '../../platform/database/index.js';
import { isUuid } from '../../platform/ids/index.js';
import { discovered } from './discovery.js';
import type { JsonRecord } from './json-body.js';
import type { Query } from './lists.js';
import { groupRoutes } from './group-routes.js';
import { etagOf } from './resources.js';
import { noSuch, ScimError } from './scim-error.js';
import { userRoutes } from './user-routes.js';

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

type Route = (desk: Desk, request: ScimRequest, id: string) => Promise<ScimAnswer>;
/** What can be done with a resource type as a whole, and with one of it. */
export interface Routes {
  readonly what: string;
  readonly all: Readonly<Partial<Record<string, Route>>>;
  readonly one: Readonly<Partial<Record<string, Route>>>;
}

const RESOURCES: ReadonlyMap<string, Routes> = new Map([
  ['Users', userRoutes],
  ['Groups', groupRoutes],
]);

function methodOf(routes: Readonly<Partial<Record<string, Route>>>, method: string): Route {
  const route = Object.hasOwn(routes, method) ? routes[method] : undefined;
  if (route !== undefined) return route;
  throw new ScimError(405, `This address does not take ${method}.`, null, { allow: Object.keys(routes).join(', ') });
}

function discover({ method, query }: ScimRequest, name: string, id: string | null): ScimAnswer {
  const found = discovered(name, id);
  if (found === null) throw noSuch('resource');
  if (method !== 'GET') throw new ScimError(405, `This address does not take ${method}.`, null, { allow: 'GET' });
  if (Object.hasOwn(query, 'filter')) throw new ScimError(403, 'This list cannot be filtered.');
  return answerOf(200, found);
}

/** @throws ScimError */
export async function answerTo(database: Database, actor: Actor, requestId: string, request: ScimRequest) {
  const [name = '', id = null, ...more] = request.path;
  if (more.length > 0) throw noSuch('resource');
  if (name === 'Bulk' || name === 'Me' || id === '.search' || name === '.search')
    throw new ScimError(501, 'This is not supported; ServiceProviderConfig says what is.');
  const routes = RESOURCES.get(name);
  if (routes === undefined) return discover(request, name, id);
  const scope = { organisationId: actor.organisationId, actor, requestId };
  const desk: Desk = { database, scope, read: (work) => database.read(scope, work) };
  if (id === null) return methodOf(routes.all, request.method)(desk, request, '');
  const route = methodOf(routes.one, request.method);
  if (!isUuid(id)) throw noSuch(routes.what);
  return route(desk, request, id);
}
