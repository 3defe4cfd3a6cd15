/** Why this file exists: a sign-in by a provider belongs to the browser that began it, and is used once. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database, Unit } from '../../platform/database/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { hashOfSecret } from '../../platform/signing/index.js';
import { parseSessionValue } from '../identity/index.js';
import { attemptTable, type AttemptRecord } from './sign-on.tables.js';

/** How long somebody may take at the provider. */
export const ATTEMPT_SECONDS = 600;

const derived = (secret: string, use: string): string => createHmac('sha256', secret).update(use).digest('base64url');

/** What goes to the provider, all of it following from the secret in the browser's cookie, so that nothing of it is stored. */
export interface AttemptKeys {
  readonly state: string;
  readonly nonce: string;
  /** PKCE: the provider sees its hash first and the verifier itself with the code. */
  readonly verifier: string;
}
export const keysOf = (secret: string): AttemptKeys => ({
  state: derived(secret, 'state'),
  nonce: derived(secret, 'nonce'),
  verifier: derived(secret, 'verifier'),
});

/** Compares without telling how much fits. */
export const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashOfSecret(a), 'hex'), Buffer.from(hashOfSecret(b), 'hex'));

export interface Cookie {
  readonly organisationId: OrganisationId;
  readonly secret: string;
}
export const newCookie = (organisationId: OrganisationId): Cookie => ({
  organisationId,
  secret: randomBytes(32).toString('base64url'),
});
export const cookieText = ({ organisationId, secret }: Cookie): string => `${organisationId}~${secret}`;
/** `null` when it has another form: that of a session's cookie. */
export const readCookie = (value: string | null): Cookie | null => parseSessionValue(value ?? '');

/** Keeps an attempt that begins now. */
export async function keepAttempt(
  database: Database,
  cookie: Cookie,
  attempt: Omit<AttemptRecord, 'tokenHash' | 'expiresAt'>,
  requestId: string,
): Promise<void> {
  await database.upkeep({ organisationId: cookie.organisationId, actor: null, requestId }, async (unit) => {
    await forgetOldAttempts(unit);
    const expiresAt = new Date(unit.now.getTime() + ATTEMPT_SECONDS * 1000).toISOString();
    await unit.insert(attemptTable, [{ ...attempt, tokenHash: hashOfSecret(cookie.secret), expiresAt }]);
  });
}

/** Takes the attempt of a cookie away, so that nobody uses it a second time; `null` when there is none that is in time. */
export function takeAttempt(database: Database, cookie: Cookie, requestId: string): Promise<AttemptRecord | null> {
  return database.upkeep({ organisationId: cookie.organisationId, actor: null, requestId }, (unit) =>
    unit.one<AttemptRecord>(
      `delete from sign_on_attempt where organisation_id = $1 and token_hash = $2 and expires_at > $3
       returning token_hash as "tokenHash", purpose, subject_id as "subjectId", return_path as "returnPath",
                 provider_version as "providerVersion", expires_at as "expiresAt"`,
      [hashOfSecret(cookie.secret), unit.now.toISOString()],
    ),
  );
}

/** Removes attempts that ran out, in an upkeep unit. */
export async function forgetOldAttempts(unit: Unit): Promise<void> {
  await unit.rows('delete from sign_on_attempt where organisation_id = $1 and expires_at < $2 returning 1', [
    unit.now.toISOString(),
  ]);
}
