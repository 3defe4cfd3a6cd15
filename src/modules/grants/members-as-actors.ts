/** Why this file exists: who can see a record is asked of every member, each with the rights of this moment, as their own request would have them. */
import type { Actor, MemberId } from '../../platform/access/index.js';
import type { StandIns, Unit } from '../../platform/database/index.js';
import { personOfMember } from '../identity/index.js';
import { scopesOf, type GrantName } from './authorization-matrix.js';
import { grantsLoader } from './grants.js';

/** A grant that a member holds now. */
export interface HeldGrant {
  readonly grant: GrantName;
  readonly expiresAt: string | null;
  /** The group that gives it; `null` for one given to this very member. */
  readonly groupName: string | null;
}
export interface MemberAsActor {
  readonly actor: Actor;
  readonly held: readonly HeldGrant[];
  /** Grants that wait for a second administrator. */
  readonly waiting: readonly GrantName[];
}

const HELD = `select g.member_id as "memberId", g.grant_name as grant, g.expires_at as "expiresAt", q.display_name as "groupName"
  from member_grant g left join member_group q on q.organisation_id = g.organisation_id and q.id = g.group_id
 where g.organisation_id = $1 and g.ended_at is null and (g.expires_at is null or g.expires_at > $2) order by g.grant_name, g.id`;

const WAITING = `select distinct coalesce(r.member_id, s.member_id) as "memberId", r.grant_name as grant
  from grant_request r left join member_group_seat s on s.organisation_id = r.organisation_id and s.group_id = r.group_id
 where r.organisation_id = $1 and r.kind = 'GIVE' and r.state = 'WAITING' and r.lapses_at > $2
   and coalesce(r.member_id, s.member_id) is not null order by 2`;

/** How many members could sign in now. */
export const countActive = async (unit: Unit): Promise<number> =>
  (
    await unit.one<{ n: number }>(
      `select count(*)::int as n from member where organisation_id = $1 and state = 'ACTIVE'`,
    )
  )?.n ?? 0;

function byMember<R extends { readonly memberId: MemberId }>(rows: readonly R[]): ReadonlyMap<MemberId, readonly R[]> {
  const found = new Map<MemberId, R[]>();
  for (const row of rows) {
    const list = found.get(row.memberId);
    if (list === undefined) found.set(row.memberId, [row]);
    else list.push(row);
  }
  return found;
}

/** Everybody who could sign in now, as the actor of a session of theirs. The number of statements does not grow with that of the members. */
export async function membersAsActors(unit: Unit, standIns: StandIns): Promise<readonly MemberAsActor[]> {
  const now = unit.now.toISOString();
  const members = await unit.rows<{ id: MemberId; displayName: string }>(
    `select id, display_name as "displayName" from member where organisation_id = $1 and state = 'ACTIVE'`,
  );
  const held = byMember(await unit.rows<HeldGrant & { memberId: MemberId }>(HELD, [now]));
  const waiting = byMember(await unit.rows<{ memberId: MemberId; grant: GrantName }>(WAITING, [now]));
  const grantsOf = await grantsLoader.batch(
    unit,
    members.map(({ id }) => id),
  );
  const nobody = standIns.of(null);
  return Promise.all(
    members.map(async ({ id, displayName }) => {
      const grants = grantsOf.get(id) ?? [];
      const personId = await personOfMember(nobody, id);
      return {
        actor: {
          ...{ organisationId: unit.organisationId, memberId: id, displayName, personId, grants },
          ...{ scopes: scopesOf(grants), sessionId: null, tokenId: null },
        },
        held: held.get(id) ?? [],
        waiting: (waiting.get(id) ?? []).map(({ grant }) => grant),
      };
    }),
  );
}
