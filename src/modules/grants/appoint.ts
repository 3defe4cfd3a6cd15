/** Why this file exists: the operator appoints an administrator when nobody is left who could approve one. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import { memberByEmail } from '../identity/index.js';
import { oneAfterTheOther } from './administrators.js';
import { giveNow } from './grants.js';

/** Command of the operator, without an actor: gives the right to administer to an active member, unless two hold it already. */
export async function appointAdministrator(unit: Unit, email: string): Promise<Outcome<MemberId, Problem>> {
  await oneAfterTheOther(unit);
  const holders = await unit.rows(
    `select distinct g.member_id from member_grant g join member m on m.organisation_id = g.organisation_id and m.id = g.member_id
      where g.organisation_id = $1 and g.grant_name = 'ORGANISATION_ADMIN' and g.ended_at is null
        and (g.expires_at is null or g.expires_at > $2) and m.state = 'ACTIVE'`,
    [unit.now.toISOString()],
  );
  if (holders.length > 1) {
    const message = 'Two members administer this organisation. One asks for the grant, the other approves it.';
    return refuse({ code: 'ADMINISTRATORS_ENOUGH', message });
  }
  const member = await memberByEmail(unit, email);
  if (member === null) return refuse(notFound('member', 'email'));
  const grant = 'ORGANISATION_ADMIN';
  const given = await giveNow(unit, { memberId: member.id, grant, expiresAt: null }, null);
  if (!given.ok) return given;
  unit.record({ type: 'AdministratorAppointed', entity: 'Member', entityId: member.id, data: { grant } });
  return ok(member.id);
}
