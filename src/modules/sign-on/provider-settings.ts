/** Why this file exists: administrators name the provider of their organisation, and close or open the way in by passwords. */
import type { Actor } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { staleVersion } from '../../platform/problems/index.js';
import { seal } from '../../platform/signing/sealing.js';
import { sessionTable, setPasswords, signInPolicyOf, type SessionId } from '../identity/index.js';
import { providerTable, type ProviderRecord } from './sign-on.tables.js';

export interface ProviderWish {
  readonly issuer: string;
  readonly clientId: string;
  /** `null`: the one that is kept. */
  readonly clientSecret: string | null;
  readonly displayName: string;
  readonly version: number;
}

/** Everything about a provider but its secret. */
export type ProviderView = Omit<ProviderRecord, 'sealedSecret'>;

/** The provider of the unit's organisation, without its secret; `null` when there is none. */
export const providerOf = (unit: Unit): Promise<ProviderView | null> =>
  unit.one<ProviderView>(
    'select issuer, client_id as "clientId", display_name as "displayName", version from sign_on_provider where organisation_id = $1',
  );

export const notConfigured = (): Problem => ({
  code: 'SIGN_ON_NOT_CONFIGURED',
  message: 'The organisation has no provider of single sign-on. Name one first.',
});
const passwordsOff = (): Problem => ({
  code: 'PASSWORDS_ARE_OFF',
  message: 'The provider is the only way in while passwords are off. Switch them on first.',
});

const isSame = (a: ProviderView, b: ProviderWish): boolean => a.issuer === b.issuer && a.clientId === b.clientId;

/** Command: names the provider, or changes what is known of it. The secret is kept sealed and leaves the product only towards the provider. */
export async function configureSignOn(unit: Unit, wish: ProviderWish): Promise<Outcome<ProviderView, Problem>> {
  const before = await unit.findOne(providerTable, {}, { lock: 'UPDATE' });
  if ((before?.version ?? 0) !== wish.version) return refuse(staleVersion('provider', before?.version ?? null));
  const keeps = before !== null && isSame(before, wish);
  if (!keeps && !(await signInPolicyOf(unit)).passwords) return refuse(passwordsOff());
  const sealedSecret =
    wish.clientSecret === null
      ? keeps
        ? before.sealedSecret
        : null
      : seal('sign-on', unit.organisationId, wish.clientSecret);
  if (sealedSecret === null) {
    const message = 'Enter the client secret: it is kept only for the same issuer and client.';
    return refuse({ code: 'SIGN_ON_SECRET_MISSING', message, field: 'input.clientSecret' });
  }
  const { issuer, clientId, displayName } = wish;
  const record = { issuer, clientId, displayName: displayName.trim(), sealedSecret };
  if (before === null) await unit.insert(providerTable, [{ ...record, version: 1 }]);
  else if (!(await unit.change(providerTable, { version: wish.version }, record)))
    return refuse(staleVersion('provider', wish.version + 1));
  const data = { issuer, clientId, displayName: record.displayName, isSecretNew: wish.clientSecret !== null };
  unit.record({ type: 'SignOnConfigured', entity: 'Organisation', entityId: unit.organisationId, data });
  return ok({ issuer, clientId, displayName: record.displayName, version: wish.version + 1 });
}

/** Command: switches single sign-on off. Accounts stay connected, for the same issuer; open sessions live on. */
export async function removeSignOn(unit: Unit, version: number): Promise<Outcome<{ issuer: string }, Problem>> {
  const before = await unit.findOne(providerTable, {}, { lock: 'UPDATE' });
  if (before === null) return refuse(notConfigured());
  if (before.version !== version) return refuse(staleVersion('provider', before.version));
  if (!(await signInPolicyOf(unit)).passwords) return refuse(passwordsOff());
  await unit.rows('delete from sign_on_provider where organisation_id = $1 returning 1');
  const data = { issuer: before.issuer };
  unit.record({ type: 'SignOnRemoved', entity: 'Organisation', entityId: unit.organisationId, data });
  return ok({ issuer: before.issuer });
}

/** Command: opens or closes the way in by passwords. Closing it takes somebody who came in by the provider, in this very session. */
export async function switchPasswords(
  unit: Unit,
  actor: Actor,
  input: { readonly passwords: boolean; readonly version: number },
): Promise<Outcome<{ passwords: boolean; version: number }, Problem>> {
  const { passwords, version } = input;
  const before = await signInPolicyOf(unit);
  if (before.version !== version) return refuse(staleVersion('sign-in policy', before.version));
  if (!passwords) {
    const provider = await unit.findOne(providerTable, {}, { lock: 'UPDATE' }); // nobody removes it meanwhile
    if (provider === null) return refuse(notConfigured());
    const session = await unit.findOne(sessionTable, { id: actor.sessionId as SessionId });
    if (session?.method !== 'SINGLE_SIGN_ON') {
      const message = 'Sign in by the provider first: only then is it certain that you get in without a password.';
      return refuse({ code: 'PASSWORDS_NEED_SIGN_ON', message });
    }
  }
  if (!(await setPasswords(unit, passwords, version))) return refuse(staleVersion('sign-in policy', version + 1));
  return ok({ passwords, version: version + 1 });
}
