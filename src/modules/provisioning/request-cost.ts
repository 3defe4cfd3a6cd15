/** Why this file exists: a request of an identity provider is paid for like an operation of the API, before it runs, from the same budgets. */
import { MOST_RESULTS, USUAL_RESULTS } from './lists.js';
import type { ScimRequest } from './route.js';

/** What a change costs beside what it carries, as in the API. */
const CHANGE_UNITS = 20;
/** A reference to a member of a group is about as long. */
const BYTES_OF_A_RECORD = 100;

/** The records that a list may read: what it asks for, as far as it is given. */
function pageOf({ query }: Pick<ScimRequest, 'query'>): number {
  const wish = Number(query['count'] ?? USUAL_RESULTS);
  return Number.isInteger(wish) ? Math.min(Math.max(wish, 1), MOST_RESULTS) : USUAL_RESULTS;
}

/** @param bytes length of the body, as the client tells it */
export function costOfRequest(request: Pick<ScimRequest, 'method' | 'path' | 'query'>, bytes: number): number {
  if (request.method !== 'GET') return CHANGE_UNITS + Math.ceil(bytes / BYTES_OF_A_RECORD);
  return request.path.length > 1 ? 1 : pageOf(request);
}

const KINDS = new Set(['Users', 'Groups', 'Schemas', 'ResourceTypes', 'ServiceProviderConfig', 'Bulk', 'Me']);
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** What a request is called in notes, logs and figures: one of few words, and never anything that the client makes up. */
export function nameOfRequest(method: string, path: readonly string[]): string {
  const [kind = ''] = path;
  return `${METHODS.has(method) ? method : 'other'} ${KINDS.has(kind) ? kind : 'an unknown address'}`;
}
