/** Why this file exists: who acts, built once from the verified sign-in or API token and passed on explicitly. */
import type { Id, OrganisationId } from '../ids/index.js';

export type MemberId = Id<'Member'>;
export type PersonId = Id<'Person'>;
/** `resource:action`, such as `scorecard:submit`; the authorization matrix of the grants module lists them all. */
export type Permission = `${string}:${string}`;
/** Which rows a permission reaches: all of the organisation, or those that stand in a relation to the actor. */
export type AccessScope =
  | 'ALL'
  | 'OWN'
  | 'REQUISITION'
  | 'ASSIGNED'
  | 'TEAM'
  | 'MENTEE'
  | 'AGGREGATE'
  | 'POSTED'
  | 'COUNTS'
  | 'MASKED'
  | 'BREAK_GLASS';

export interface Actor {
  readonly organisationId: OrganisationId;
  readonly memberId: MemberId;
  readonly displayName: string;
  /** The employee record behind the sign-in; `null` for a member who is not an employee, such as an outside auditor. */
  readonly personId: PersonId | null;
  /** Names of the grants held now, sorted; none for an API token, whose scopes alone count. */
  readonly grants: readonly string[];
  /** What the grants allow, and on which rows. A permission that is not a key is denied. */
  readonly scopes: ReadonlyMap<Permission, ReadonlySet<AccessScope>>;
  /** The session behind the request; `null` for an API token. */
  readonly sessionId: string | null;
  /** The API token behind the request; `null` for a session. */
  readonly tokenId: string | null;
}

export const may = (actor: Actor | null, permission: Permission): boolean => actor?.scopes.has(permission) ?? false;
/** True when the permission is held for all rows, or for rows in the given relation. */
export const reaches = (actor: Actor, permission: Permission, scope: AccessScope): boolean =>
  actor.scopes.get(permission)?.has(scope) ?? false;
