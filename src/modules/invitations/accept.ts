/** Why this file exists: somebody with the link of an invitation becomes a member: with a password, or by the provider. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { giveOrAsk, grantsOf, scopesOf } from '../grants/index.js';
import { addMember, enter, memberByEmail, memberById, type Entered, type SessionLimits } from '../identity/index.js';
import { linkPersonToMember, personById } from '../people/data.js';
import { enterBySignOn, link, type Guest } from '../sign-on/index.js';
import { invitationTable, type InvitationId, type InvitationRecord } from './invitation.table.js';

/** One answer for every link that does not work, whatever the reason. */
export const notValid = (): Problem => ({
  code: 'INVITATION_NOT_VALID',
  message: 'This invitation does not work, or no more. Ask whoever invited you for a new link.',
});

/** Twelve characters that are not all alike, and not only what everybody knows about the person. */
export function passwordFault(password: string, of: Pick<InvitationRecord, 'email' | 'displayName'>): Problem | null {
  const known = [of.email, of.email.split('@')[0] ?? '', ...of.displayName.toLowerCase().split(/\s+/)];
  const rest = known.reduce(
    (text, word) => (word.length < 3 ? text : text.replaceAll(word, '')),
    password.toLowerCase(),
  );
  if (password.length >= 12 && password.length <= 200 && new Set(rest).size >= 5) return null;
  const message =
    'Choose at least 12 characters, such as four words that do not belong together, without your own name.';
  return { code: 'PASSWORD_TOO_WEAK', message, field: 'input.password' };
}

/** The invitation when it works now: open, in time, for an address and a person that are free, by somebody who may still give its grants. */
export async function validInvitation(
  unit: Unit,
  by: { readonly secretHash: string } | { readonly id: InvitationId },
  options: { lock?: 'UPDATE' } = {},
): Promise<InvitationRecord | null> {
  const found = await unit.findOne(invitationTable, { ...by, revokedAt: null, acceptedAt: null }, options);
  if (found === null || found.expiresAt <= unit.now.toISOString()) return null;
  const inviter = await memberById(unit, found.createdBy);
  const mayGive = scopesOf(await grantsOf(unit, found.createdBy)).has('grant:create');
  if (inviter?.state !== 'ACTIVE' || !mayGive) return null;
  if ((await memberByEmail(unit, found.email)) !== null) return null;
  const person = found.personId === null ? null : await personById(unit, found.personId);
  const hasLeft = person?.leftOn != null && person.leftOn <= unit.now.toISOString().slice(0, 10);
  return person !== null && (person.memberId !== null || hasLeft) ? null : found;
}

/** Makes the member of an invitation, with its grants and its person, and closes it. Grants that take two wait for a second administrator. */
async function become(
  unit: Unit,
  invitation: InvitationRecord,
  passwordHash: string | null,
): Promise<Outcome<MemberId, Problem>> {
  const { id, email, displayName, personId, grants, createdBy } = invitation;
  const memberId = await addMember(unit, { email, displayName, headline: '', passwordHash });
  for (const grant of grants) {
    const given = await giveOrAsk(unit, { memberId, grant, expiresAt: null }, createdBy);
    if (!given.ok) return given;
  }
  const person = personId === null ? null : await personById(unit, personId);
  if (person !== null) {
    const linked = await linkPersonToMember(unit, { personId: person.id, version: person.version, memberId });
    if (!linked.ok) return linked;
  }
  await unit.update(invitationTable, { id }, { acceptedAt: unit.now.toISOString(), memberId });
  unit.record({ type: 'InvitationAccepted', entity: 'Invitation', entityId: id, data: { memberId } });
  return ok(memberId);
}

/** Command: accepts with a password that was checked and hashed. */
export async function acceptWithPassword(
  unit: Unit,
  input: { readonly secretHash: string; readonly passwordHash: string; readonly userAgent: string },
  limits: SessionLimits,
): Promise<Outcome<{ memberId: MemberId; session: Entered }, Problem>> {
  const invitation = await validInvitation(unit, { secretHash: input.secretHash }, { lock: 'UPDATE' });
  if (invitation === null) return refuse(notValid());
  const made = await become(unit, invitation, input.passwordHash);
  if (!made.ok) return refuse(notValid());
  const by = { method: 'INVITATION', userAgent: input.userAgent, refused: notValid() } as const;
  const entered = await enter(unit, made.value, by, limits);
  return entered.ok ? ok({ memberId: made.value, session: entered.value }) : entered;
}

/** Accepts with an account of the provider, which is connected with the new member. */
export async function acceptBySignOn(
  unit: Unit,
  invitationId: string,
  guest: Guest,
): Promise<Outcome<Entered, Problem>> {
  const invitation = await validInvitation(unit, { id: invitationId as InvitationId }, { lock: 'UPDATE' });
  if (invitation === null) return refuse(notValid());
  const made = await become(unit, invitation, null);
  if (!made.ok) return refuse(notValid());
  await link(unit, made.value, guest.account);
  return enterBySignOn(unit, made.value, guest);
}
