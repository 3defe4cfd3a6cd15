/** Why this file exists: who somebody is who comes back from the provider: a member, a new one of a proved domain, or nobody yet. */
import { isEmail } from 'class-validator';
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { addMember, enter, memberByEmail, memberById, type Entered, type SessionLimits } from '../identity/index.js';
import { askForLink, link, memberOfAccount } from './links.js';
import { isOwnAddress } from './mail-domains.js';
import { SignOnRefused, type Account } from './openid.js';

/** Inside a unit refusals are thrown, so that it rolls back; what they are told is decided where the browser is answered. */
const inactive = (): Problem => ({ code: 'SIGN_ON_NOT_LINKED', message: 'The member is not active.' });

export interface Guest {
  readonly account: Account;
  readonly userAgent: string;
  readonly limits: SessionLimits;
}

/** Opens the session of a member whose account is certain. */
export async function enterBySignOn(unit: Unit, memberId: MemberId, guest: Guest): Promise<Outcome<Entered, Problem>> {
  const by = { method: 'SINGLE_SIGN_ON', userAgent: guest.userAgent, refused: inactive() } as const;
  const entered = await enter(unit, memberId, by, guest.limits);
  if (!entered.ok) throw new SignOnRefused('MEMBER_INACTIVE');
  return entered;
}

/** Readable name of a new member: what the provider calls them, or the first part of the address. */
function nameOf({ name, email }: Account): string {
  const clean = (name ?? '').replace(/[\p{C}\s]+/gu, ' ').trim();
  return (clean === '' ? ((email ?? '').split('@')[0] ?? '') : clean).slice(0, 120);
}

/** An address that the provider verified and whose domain this organisation proved; `null` otherwise. */
async function ownAddress(unit: Unit, { email }: Account): Promise<string | null> {
  if (email === null || email.length > 254 || !isEmail(email)) return null;
  return (await isOwnAddress(unit, email)) ? email : null;
}

/**
 * Signs a known account in; makes a member without grants for a new one with an address of the organisation.
 * @throws SignOnRefused when it is neither
 */
export async function arrive(unit: Unit, guest: Guest): Promise<Outcome<Entered, Problem>> {
  const { account } = guest;
  const known = await memberOfAccount(unit, account);
  if (known !== null) return enterBySignOn(unit, known, guest);
  const email = await ownAddress(unit, account);
  if (email === null) throw new SignOnRefused('UNKNOWN_ACCOUNT');
  if ((await memberByEmail(unit, email)) !== null) throw new SignOnRefused('ADDRESS_BELONGS_TO_MEMBER');
  const memberId = await addMember(unit, { email, displayName: nameOf(account), headline: '', passwordHash: null });
  await link(unit, memberId, account);
  return enterBySignOn(unit, memberId, guest);
}

/** Keeps the wish of an account that carries the address of a member. @returns the member, for the audit trail */
export async function noteWish(unit: Unit, account: Account): Promise<MemberId | null> {
  const email = await ownAddress(unit, account);
  const member = email === null ? null : await memberByEmail(unit, email);
  if (member?.state !== 'ACTIVE') return null;
  await askForLink(unit, member.id, account);
  return member.id;
}

/** Connects the account with the member who asked for it, signed in all the while. @throws SignOnRefused when it is another's */
export async function linkOwn(unit: Unit, memberId: MemberId, account: Account): Promise<Outcome<MemberId, Problem>> {
  if ((await memberOfAccount(unit, account)) !== null) throw new SignOnRefused('LINKED_ELSEWHERE');
  if ((await memberById(unit, memberId))?.state !== 'ACTIVE') return refuse(inactive());
  await link(unit, memberId, account);
  return ok(memberId);
}
