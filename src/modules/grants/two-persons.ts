/** Why this file exists: which grants take two administrators, and from when on in an organisation. */
import type { Unit } from '../../platform/database/index.js';
import type { GrantName } from './authorization-matrix.js';

/** Grants that administer, decide about candidates or read what others wrote about them. An interviewer sees nothing without a seat on a panel. */
export const TWO_PERSON_GRANTS: ReadonlySet<GrantName> = new Set(['ORGANISATION_ADMIN', 'HIRING_MANAGER', 'AUDITOR']);

export type GrantChangeKind = 'GIVE' | 'TAKE';

/** Whether a change would take two administrators in an organisation where the rule holds. */
const isForTwo = (kind: GrantChangeKind, grant: GrantName): boolean =>
  kind === 'GIVE' ? TWO_PERSON_GRANTS.has(grant) : grant === 'ORGANISATION_ADMIN';

/**
 * Whether two members ever administered the organisation at the same time. Grants are ended and never deleted, so what held once holds for
 * good: nobody switches the rule off by taking the other one's grant.
 */
async function hadTwoAdministrators(unit: Unit): Promise<boolean> {
  const found = await unit.one(
    `select 1 from member_grant a join member_grant b
        on b.organisation_id = a.organisation_id and b.grant_name = a.grant_name and b.member_id > a.member_id
       and a.granted_at < coalesce(least(b.ended_at, b.expires_at), 'infinity')
       and b.granted_at < coalesce(least(a.ended_at, a.expires_at), 'infinity')
      where a.organisation_id = $1 and a.grant_name = 'ORGANISATION_ADMIN' limit 1`,
  );
  return found !== null;
}

/** Those of the grants whose giving or taking waits for a second administrator here and now. */
export async function waitingForSecond(
  unit: Unit,
  kind: GrantChangeKind,
  grants: readonly GrantName[],
): Promise<ReadonlySet<GrantName>> {
  const concerned = grants.filter((grant) => isForTwo(kind, grant));
  return new Set(concerned.length > 0 && (await hadTwoAdministrators(unit)) ? concerned : []);
}
