/** Why this file exists: what groups give follows who is in them and what an administrator tied to them: given with membership, ended with it. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import type { GrantName } from './authorization-matrix.js';
import { addGrants, type NewGrant } from './grants.js';
import type { MemberGroupId } from './member-group.tables.js';

/** Whose grants are looked at: those of one group, of some members, or of some members of one group. */
interface Part {
  readonly groupId?: MemberGroupId;
  readonly memberIds?: readonly MemberId[];
}

/** Who holds what through which group, while group, membership and tie are there and the member is active. */
const DUE = `select s.group_id, s.member_id, t.grant_name from member_group_seat s
    join member_group_grant t on t.organisation_id = s.organisation_id and t.group_id = s.group_id
    join member_group q on q.organisation_id = s.organisation_id and q.id = s.group_id and q.removed_at is null
    join member m on m.organisation_id = s.organisation_id and m.id = s.member_id and m.state = 'ACTIVE'
   where s.organisation_id = $1`;
const PART = (alias: string): string =>
  `($2::uuid is null or ${alias}.group_id = $2) and ($3::uuid[] is null or ${alias}.member_id = any($3))`;

interface Row {
  readonly memberId: MemberId;
  readonly grantName: GrantName;
  readonly groupId: MemberGroupId;
}
const ROW = 'member_id as "memberId", grant_name as "grantName", group_id as "groupId"';

/**
 * Ends the grants of groups that are no longer due and gives those that are. Nobody gives themselves a grant through a group either: whoever
 * acts, by session or by token, is passed over, and the trail says so.
 * @returns whether the right to administer was taken from somebody, which the caller must not let be the last
 */
export async function matchGroupGrants(unit: Unit, part: Part): Promise<{ readonly tookAdministrator: boolean }> {
  const values = [part.groupId ?? null, part.memberIds ?? null];
  const ended = await unit.rows<Row>(
    `update member_grant g set ended_at = $4
      where g.organisation_id = $1 and g.group_id is not null and g.ended_at is null and ${PART('g')}
        and not exists (select 1 from (${DUE}) d where d.group_id = g.group_id and d.member_id = g.member_id and d.grant_name = g.grant_name)
      returning ${ROW}`,
    [...values, unit.now.toISOString()],
  );
  for (const { memberId, grantName, groupId } of ended)
    unit.record({ type: 'GrantTaken', entity: 'Member', entityId: memberId, data: { grant: grantName, groupId } });
  const missing = await unit.rows<NewGrant>(
    `select ${ROW} from (${DUE}) d
      where ${PART('d')} and not exists (select 1 from member_grant g where g.organisation_id = $1 and g.group_id = d.group_id
        and g.member_id = d.member_id and g.grant_name = d.grant_name and g.ended_at is null)
      order by 3, 1, 2`,
    values,
  );
  const actor = unit.actor?.memberId ?? null;
  await addGrants(
    unit,
    missing.filter((grant) => grant.memberId !== actor),
    actor,
  );
  for (const { memberId, grantName, groupId } of missing.filter((grant) => grant.memberId === actor))
    unit.record({ type: 'GrantWithheld', entity: 'Member', entityId: memberId, data: { grant: grantName, groupId } });
  return { tookAdministrator: ended.some((grant) => grant.grantName === 'ORGANISATION_ADMIN') };
}
