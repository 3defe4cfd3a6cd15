/** Why this file exists: a refused sign-in is told to the person in one of few codes, and written down once with its reason. */
import type { Database } from '../../platform/database/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { ok, type Problem } from '../../platform/outcome/index.js';
import { noteWish } from './arrivals.js';
import type { Account, RefusalReason } from './openid.js';
import type { SignOnSettings } from './settings.js';

export type ShownCode =
  | 'SIGN_ON_FAILED'
  | 'SIGN_ON_UNAVAILABLE'
  | 'SIGN_ON_CANCELLED'
  | 'SIGN_ON_NOT_LINKED'
  | 'SIGN_ON_TOO_MANY';

const NOT_LINKED: ReadonlySet<RefusalReason> = new Set([
  'UNKNOWN_ACCOUNT',
  'MEMBER_INACTIVE',
  'ADDRESS_BELONGS_TO_MEMBER',
  'LINKED_ELSEWHERE',
]);

/** What the person is told: enough to know what to do, nothing of how far it got. */
export function codeOf(reason: RefusalReason): ShownCode {
  if (reason === 'PROVIDER_UNREACHABLE') return 'SIGN_ON_UNAVAILABLE';
  if (reason === 'PROVIDER_REFUSED') return 'SIGN_ON_CANCELLED';
  return NOT_LINKED.has(reason) ? 'SIGN_ON_NOT_LINKED' : 'SIGN_ON_FAILED';
}

const SENTENCES: Readonly<Record<ShownCode, string>> = {
  SIGN_ON_FAILED: 'The sign-in did not work. Begin anew.',
  SIGN_ON_UNAVAILABLE: 'The provider cannot be reached at the moment. Try again later.',
  SIGN_ON_CANCELLED: 'The provider did not let you in, or you went back.',
  SIGN_ON_NOT_LINKED: 'This account is not connected with a member here.',
  SIGN_ON_TOO_MANY: 'Too many sign-ins were begun. Wait a minute.',
};
export const problemOf = (reason: RefusalReason): Problem => ({
  code: codeOf(reason),
  message: SENTENCES[codeOf(reason)],
});

export interface RefusedArrival {
  readonly reason: RefusalReason;
  /** `null` while nobody has shown which one it is about. */
  readonly organisationId: OrganisationId | null;
  /** Whose tokens were good, but who is nobody here yet. */
  readonly account: Account | null;
  readonly requestId: string;
}

/** Writes a refusal down: in the audit trail of the organisation, or in the log of the server where there is none. */
export async function writeDown(database: Database, settings: SignOnSettings, refused: RefusedArrival): Promise<void> {
  const { reason, organisationId, account, requestId } = refused;
  if (organisationId === null) {
    settings.notice({ level: 'warn', event: 'sign-on-refused', reason, requestId });
    return;
  }
  await database.write({ organisationId, actor: null, requestId }, async (unit) => {
    const asks = reason === 'ADDRESS_BELONGS_TO_MEMBER' && account !== null ? await noteWish(unit, account) : null;
    if (asks === null)
      unit.record({ type: 'SignOnRefused', entity: 'Organisation', entityId: organisationId, data: { reason } });
    else unit.record({ type: 'SignOnRefused', entity: 'Member', entityId: asks, data: { reason } });
    return ok(null);
  });
}
