/** Why this file exists: one request is one write unit; a request that changes nothing writes nothing. */
import type { Database, Unit, UnitScope } from '../../platform/database/index.js';
import { ok, refuse, type Problem } from '../../platform/outcome/index.js';
import { etagOf } from './resources.js';
import { ofProblem, ScimError } from './scim-error.js';

/** What a write came to. */
export interface Change<T> {
  readonly value: T;
  readonly isChanged: boolean;
}
export const done = <T>(value: T): Change<T> => ({ value, isChanged: true });
export const unchanged = <T>(value: T): Change<T> => ({ value, isChanged: false });

interface Nothing<T> extends Problem {
  readonly value: T;
}

/** Runs a write; one without a change is rolled back, because there is nothing to put on record. @throws ScimError */
export async function written<T>(
  database: Database,
  scope: UnitScope,
  work: (unit: Unit) => Promise<Change<T>>,
): Promise<T> {
  const nothing: Nothing<T>[] = [];
  const outcome = await database.write(scope, async (unit) => {
    nothing.length = 0;
    const change = await work(unit);
    if (change.isChanged) return ok(change.value);
    const none: Nothing<T> = { code: 'NOT_FOUND', message: 'Nothing changed.', value: change.value };
    nothing.push(none);
    return refuse(none);
  });
  if (outcome.ok) return outcome.value;
  const [none] = nothing;
  if (none !== undefined && outcome.problem === none) return none.value;
  throw ofProblem(outcome.problem);
}

/** Holds the versions of `If-Match` against a resource. @throws ScimError 412 */
export function needVersion(resource: { readonly version: number }, versions: string | null): void {
  if (versions === null || isAmong(resource, versions)) return;
  throw new ScimError(412, 'Somebody changed the resource after you read it. Read it again.', null, {
    etag: etagOf(resource),
  });
}

/** Whether a list of versions, as in `If-Match` and `If-None-Match`, names the one of a resource. */
export function isAmong(resource: { readonly version: number }, versions: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//i, '');
  const own = opaque(etagOf(resource));
  return versions.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === own);
}
