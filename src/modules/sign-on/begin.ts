/** Why this file exists: a sign-in by the provider begins: what the browser keeps, where it goes, and what the product remembers of it. */
import type { Database } from '../../platform/database/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { cookieText, keepAttempt, keysOf, newCookie } from './attempts.js';
import { authorizationAddress, SignOnRefused } from './openid.js';
import { providerOf } from './provider-settings.js';
import type { SignOnSettings } from './settings.js';
import type { AttemptPurpose } from './sign-on.tables.js';

/** Where providers send browsers back to. */
export const RETURN_PATH = '/sign-in/return';

export interface Beginning {
  readonly organisationId: OrganisationId;
  readonly purpose: AttemptPurpose;
  readonly subjectId: string | null;
  readonly returnPath: string;
  readonly requestId: string;
}
export interface Begun {
  /** At the provider. */
  readonly address: string;
  /** Value of the cookie that binds it to the browser. */
  readonly cookie: string;
}

/** Begins. @throws SignOnRefused when there is no provider, or it does not answer as one */
export async function begin(database: Database, settings: SignOnSettings, wish: Beginning): Promise<Begun> {
  const { organisationId, requestId, ...rest } = wish;
  const provider = await database.read({ organisationId, actor: null, requestId }, providerOf);
  const origin = settings.address();
  if (provider === null || origin === null) throw new SignOnRefused('SWITCHED_OFF');
  const cookie = newCookie(organisationId);
  const address = await authorizationAddress(provider, keysOf(cookie.secret), `${origin}${RETURN_PATH}`, settings);
  await keepAttempt(database, cookie, { ...rest, providerVersion: provider.version }, requestId);
  return { address, cookie: cookieText(cookie) };
}
