/** Why this file exists: which account of the provider belongs to which member: connected by the member, by an administrator, or by an invitation. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import type { Account } from './openid.js';
import { notConfigured, providerOf } from './provider-settings.js';
import { identityTable, linkRequestTable } from './sign-on.tables.js';

/** The member that an account belongs to; by issuer and subject, and by nothing else. */
export async function memberOfAccount(unit: Unit, { issuer, subject }: Account): Promise<MemberId | null> {
  return (await unit.findOne(identityTable, { issuer, subject }))?.memberId ?? null;
}

/** Connects an account with a member; an account or a member that is connected already is refused by the table. */
export async function link(
  unit: Unit,
  memberId: MemberId,
  account: Pick<Account, 'issuer' | 'subject'>,
): Promise<void> {
  const { issuer, subject } = account;
  const id = newId<'SignOnIdentity'>();
  await unit.insert(identityTable, [{ id, memberId, issuer, subject, linkedAt: unit.now.toISOString() }]);
  await unit.rows('delete from sign_on_request where organisation_id = $1 and member_id = $2 returning 1', [memberId]);
  unit.record({ type: 'SignOnLinked', entity: 'Member', entityId: memberId, data: { issuer } });
}

/** Keeps that an account asks to be connected with the member whose proved address it carries. */
export async function askForLink(unit: Unit, memberId: MemberId, { issuer, subject }: Account): Promise<void> {
  const askedAt = unit.now.toISOString();
  await unit.rows(
    `insert into sign_on_request (organisation_id, member_id, issuer, subject, asked_at) values ($1, $2, $3, $4, $5)
     on conflict (organisation_id, member_id) do update set issuer = excluded.issuer, subject = excluded.subject, asked_at = excluded.asked_at`,
    [memberId, issuer, subject, askedAt],
  );
}

const noRequest = (): Problem => notFound('request', 'input.memberId');

/** Command: an administrator connects the account that asked; not the own one, which takes the own password. */
export async function decideRequest(
  unit: Unit,
  input: { readonly memberId: MemberId; readonly accept: boolean },
): Promise<Outcome<{ memberId: MemberId }, Problem>> {
  const { memberId, accept } = input;
  const asked = await unit.findOne(linkRequestTable, { memberId }, { lock: 'UPDATE' });
  if (asked === null) return refuse(noRequest());
  const provider = await providerOf(unit);
  if (accept && provider === null) return refuse(notConfigured());
  if (accept && provider?.issuer !== asked.issuer) return refuse(noRequest());
  if (accept) await link(unit, memberId, asked);
  else {
    await unit.rows('delete from sign_on_request where organisation_id = $1 and member_id = $2 returning 1', [
      memberId,
    ]);
    unit.record({ type: 'SignOnRequestDeclined', entity: 'Member', entityId: memberId });
  }
  return ok({ memberId });
}

/** Command: disconnects a member from the provider; the sessions that began there end. */
export async function unlink(unit: Unit, memberId: MemberId): Promise<Outcome<{ memberId: MemberId }, Problem>> {
  const gone = await unit.rows(
    'delete from sign_on_identity where organisation_id = $1 and member_id = $2 returning 1',
    [memberId],
  );
  if (gone.length === 0) return refuse(notFound('connected account', 'input.memberId'));
  await unit.rows(
    `update session set ended_at = $3 where organisation_id = $1 and member_id = $2 and ended_at is null and method = 'SINGLE_SIGN_ON' returning 1`,
    [memberId, unit.now.toISOString()],
  );
  unit.record({ type: 'SignOnUnlinked', entity: 'Member', entityId: memberId });
  return ok({ memberId });
}
