/** Why this file exists: whoever may give grants invites people, sees the invitations, and takes them back. */
import type { Actor, PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { defineLoader, type ListQuery } from '../../platform/graphql/index.js';
import { newId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import type { GrantName } from '../grants/index.js';
import { memberByEmail } from '../identity/index.js';
import { personById } from '../people/data.js';
import { invitationTable, type InvitationId, type InvitationRecord } from './invitation.table.js';
import { newInvitationText } from './link.js';

/** Days that an invitation works at most, and when nothing else is said. */
export const MOST_INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

export interface InvitationWish {
  readonly email: string;
  readonly displayName: string;
  readonly personId: PersonId | null;
  readonly grants: readonly GrantName[];
  readonly days: number;
}

/** A person without a sign-in who has not left, and who is not the one that invites. */
async function personFault(unit: Unit, actor: Actor, personId: PersonId | null): Promise<Problem | null> {
  if (personId === null) return null;
  const person = await personById(unit, personId);
  const field = 'input.personId';
  if (person === null) return notFound('person', field);
  const hasLeft = person.leftOn !== null && person.leftOn <= unit.now.toISOString().slice(0, 10);
  if (person.memberId === null && !hasLeft && personId !== actor.personId) return null;
  const message = 'This person has a sign-in already, has left, or is you. Nobody is invited for them.';
  return { code: 'INVITED_PERSON_NOT_FREE', message, field };
}

async function wishFault(unit: Unit, actor: Actor, wish: InvitationWish): Promise<Problem | null> {
  if (wish.displayName.trim() === '')
    return { code: 'INVITATION_NAME_EMPTY', message: 'Enter the name of the person.', field: 'input.displayName' };
  if (wish.days < 1 || wish.days > MOST_INVITATION_DAYS) {
    const message = `An invitation works for 1 to ${MOST_INVITATION_DAYS} days.`;
    return { code: 'INVITATION_DAYS_WRONG', message, field: 'input.days' };
  }
  if ((await memberByEmail(unit, wish.email)) !== null) {
    const message = 'A member with this e-mail address exists already.';
    return { code: 'MEMBER_EMAIL_TAKEN', message, field: 'input.email' };
  }
  return personFault(unit, actor, wish.personId);
}

export interface MadeInvitation {
  readonly id: InvitationId;
  /** The text of the link; it is shown this once. */
  readonly text: string;
}

/** Command: invites somebody. An invitation of the same address that is open ends with it. */
export async function invite(
  unit: Unit,
  actor: Actor,
  wish: InvitationWish,
): Promise<Outcome<MadeInvitation, Problem>> {
  const fault = await wishFault(unit, actor, wish);
  if (fault !== null) return refuse(fault);
  const email = wish.email.trim().toLowerCase();
  const at = unit.now.toISOString();
  const open = { email, revokedAt: null, acceptedAt: null };
  await unit.update(invitationTable, open, { revokedAt: at });
  const id: InvitationId = newId<'Invitation'>();
  const { text, secretHash } = newInvitationText(unit.organisationId);
  const grants = [...new Set(wish.grants)].sort();
  const expiresAt = new Date(unit.now.getTime() + wish.days * DAY_MS).toISOString();
  const { personId } = wish;
  const invitation: InvitationRecord = {
    ...{ id, email, personId, grants, secretHash, expiresAt },
    ...{ displayName: wish.displayName.trim(), createdAt: at, createdBy: actor.memberId },
    ...{ revokedAt: null, acceptedAt: null, memberId: null },
  };
  await unit.insert(invitationTable, [invitation]);
  unit.record({ type: 'MemberInvited', entity: 'Invitation', entityId: id, data: { grants, personId, expiresAt } });
  return ok({ id, text });
}

/** Command: ends an invitation that nobody accepted yet. */
export async function revokeInvitation(unit: Unit, id: InvitationId): Promise<Outcome<{ id: InvitationId }, Problem>> {
  const open = { id, revokedAt: null, acceptedAt: null };
  const ended = await unit.update(invitationTable, open, { revokedAt: unit.now.toISOString() });
  if (ended === 0) return refuse(notFound('open invitation', 'input.invitationId'));
  unit.record({ type: 'InvitationRevoked', entity: 'Invitation', entityId: id });
  return ok({ id });
}

export type InvitationState = 'OPEN' | 'ACCEPTED' | 'REVOKED' | 'EXPIRED';
export interface InvitationRow extends Omit<InvitationRecord, 'secretHash' | 'revokedAt' | 'acceptedAt' | 'memberId'> {
  readonly state: InvitationState;
}

/** Rows without the secret's hash; `$2` is the moment. */
const INVITATIONS = `select id, email, display_name as "displayName", person_id as "personId", grants, created_at as "createdAt",
    created_by as "createdBy", expires_at as "expiresAt", -extract(epoch from created_at) as back,
    case when accepted_at is not null then 'ACCEPTED' when revoked_at is not null then 'REVOKED'
         when expires_at <= $2 then 'EXPIRED' else 'OPEN' end as state
  from invitation where organisation_id = $1`;

/** Invitations by id, for those who were let in already. */
export const invitationLoader = defineLoader<InvitationRow>('invitation', async (unit, ids) => {
  const rows = await unit.rows<InvitationRow>(`${INVITATIONS} and id = any($3::uuid[])`, [unit.now.toISOString(), ids]);
  return new Map(rows.map((row) => [row.id, row]));
});

/** All invitations, newest first; only those for one person when it is named. */
export const invitationList = (unit: Unit, personId: PersonId | null): ListQuery => ({
  list: 'invitations',
  sql: `${INVITATIONS} and ($3::uuid is null or person_id = $3)`,
  values: [unit.now.toISOString(), personId],
  orderBy: ['back', 'id'],
  filter: personId,
});
