/** Why this file exists: which request does what; all of it for an actor who was let in already. */
import type { Actor } from '../../platform/access/index.js';
import type { Database } from '../../platform/database/index.js';
import { isUuid } from '../../platform/ids/index.js';
import { discovered } from './discovery.js';
import { groupRoutes } from './group-routes.js';
import { answerOf, type Desk, type Route, type Routes, type ScimAnswer, type ScimRequest } from './route.js';
import { noSuch, ScimError } from './scim-error.js';
import { userRoutes } from './user-routes.js';

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
