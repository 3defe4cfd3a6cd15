/** Why this file exists: a browser comes back from the provider; every step is checked before anybody is let in. */
import type { Actor, MemberId } from '../../platform/access/index.js';
import type { Database, Unit } from '../../platform/database/index.js';
import type { Outcome, Problem } from '../../platform/outcome/index.js';
import { open } from '../../platform/signing/sealing.js';
import type { Entered } from '../identity/index.js';
import { arrive, linkOwn, type Guest } from './arrivals.js';
import { keysOf, sameText, takeAttempt, type Cookie } from './attempts.js';
import { RETURN_PATH } from './begin.js';
import { accountOf, SignOnRefused, type Account, type RefusalReason } from './openid.js';
import { writeDown } from './refusals.js';
import type { SignOnSettings } from './settings.js';
import { providerTable, type AttemptRecord } from './sign-on.tables.js';

export interface Return {
  /** What binds the sign-in to this browser; `null` when it has none. */
  readonly cookie: Cookie | null;
  /** Path and query as they came. */
  readonly url: string;
  /** Who is signed in already. */
  readonly actor: Actor | null;
  readonly userAgent: string;
  readonly requestId: string;
}
export type Arrived =
  | { readonly kind: 'REFUSED'; readonly reason: RefusalReason }
  | { readonly kind: 'ARRIVED'; readonly returnPath: string; readonly session: Entered | null };

/** Accepts an invitation with an account; set by the invitations module, which stands further right. */
export type InvitationDoor = (unit: Unit, invitationId: string, guest: Guest) => Promise<Outcome<Entered, Problem>>;
let invitationDoor: InvitationDoor = () => Promise.reject(new SignOnRefused('INVITATION'));
export const setInvitationDoor = (door: InvitationDoor): void => {
  invitationDoor = door;
};

/** The attempt behind a return, which is over from now on. */
async function attemptOf(
  database: Database,
  { cookie, url, requestId }: Return,
): Promise<AttemptRecord & { cookie: Cookie }> {
  if (cookie === null) throw new SignOnRefused('NOT_BEGUN_HERE');
  const attempt = await takeAttempt(database, cookie, requestId);
  if (attempt === null) throw new SignOnRefused('NOT_BEGUN_HERE');
  const states = new URL(url, 'http://own.invalid').searchParams.getAll('state');
  const isSame = states.length === 1 && sameText(states[0] ?? '', keysOf(cookie.secret).state);
  if (!isSame) throw new SignOnRefused('STATE');
  return { ...attempt, cookie };
}

/** Asks the provider who it is, with the settings that the attempt began with. */
async function accountBehind(
  database: Database,
  settings: SignOnSettings,
  attempt: AttemptRecord & { cookie: Cookie },
  { url, requestId }: Return,
): Promise<Account> {
  const { cookie, providerVersion } = attempt;
  const { organisationId } = cookie;
  const scope = { organisationId, actor: null, requestId };
  const provider = await database.read(scope, (unit) => unit.findOne(providerTable, {}));
  const secret = provider === null ? null : open('sign-on', organisationId, provider.sealedSecret);
  const origin = settings.address();
  if (provider?.version !== providerVersion || secret === null || origin === null)
    throw new SignOnRefused('SWITCHED_OFF');
  const returned = new URL(`${origin}${RETURN_PATH}`);
  returned.search = new URL(url, 'http://own.invalid').search;
  const { issuer, clientId } = provider;
  const { timeoutMs, loopback } = settings;
  return accountOf({ issuer, clientId, secret }, keysOf(cookie.secret), returned, {
    timeoutMs,
    loopback,
    now: database.now(),
  });
}

/** Does what the sign-in was begun for. @returns the new session; `null` when only an account was connected */
async function letIn(
  database: Database,
  attempt: AttemptRecord & { cookie: Cookie },
  guest: Guest,
  { actor, requestId }: Return,
): Promise<Entered | null> {
  const { purpose, subjectId } = attempt;
  const { organisationId } = attempt.cookie;
  if (purpose === 'LINK') {
    if (actor?.organisationId !== organisationId || actor.memberId !== subjectId)
      throw new SignOnRefused('OTHER_MEMBER');
    const linked = await database.write({ organisationId, actor, requestId }, (unit) =>
      linkOwn(unit, subjectId as MemberId, guest.account),
    );
    if (!linked.ok) throw new SignOnRefused('LINKED_ELSEWHERE');
    return null;
  }
  const outcome = await database.write({ organisationId, actor: null, requestId }, (unit) =>
    purpose === 'INVITATION' ? invitationDoor(unit, subjectId ?? '', guest) : arrive(unit, guest),
  );
  if (!outcome.ok) throw new SignOnRefused(purpose === 'INVITATION' ? 'INVITATION' : 'LINKED_ELSEWHERE');
  return outcome.value;
}

/** From the provider's answer to a session, or to a refusal that is written down. */
export async function comeBack(database: Database, settings: SignOnSettings, arrival: Return): Promise<Arrived> {
  let attempt: (AttemptRecord & { cookie: Cookie }) | null = null;
  let account: Account | null = null;
  try {
    attempt = await attemptOf(database, arrival);
    account = await accountBehind(database, settings, attempt, arrival);
    const guest: Guest = { account, userAgent: arrival.userAgent, limits: settings.limits };
    const session = await letIn(database, attempt, guest, arrival);
    return { kind: 'ARRIVED', returnPath: attempt.returnPath, session };
  } catch (error) {
    if (!(error instanceof SignOnRefused)) throw error;
    const { reason } = error;
    const organisationId = attempt?.cookie.organisationId ?? null;
    await writeDown(database, settings, { reason, organisationId, account, requestId: arrival.requestId });
    return { kind: 'REFUSED', reason };
  }
}
