/** Why this file exists: the sign-in page asks which ways in there are; whoever asks learns the same about what does not exist. */
import type { Database } from '../../platform/database/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { signInPolicyOf } from '../identity/index.js';
import { organisationBySlug } from '../tenancy/index.js';
import { domainOf, organisationOfDomain } from './mail-domains.js';
import { providerOf } from './provider-settings.js';

export interface WaysIn {
  /** What the provider is called; `null` where there is none. */
  readonly signOn: string | null;
  readonly passwords: boolean;
}
const ORDINARY: WaysIn = { signOn: null, passwords: true };

/** The organisation of a short name, or of a mail address in a proved domain. */
export async function organisationNamed(database: Database, name: string): Promise<OrganisationId | null> {
  const text = name.trim().toLowerCase();
  if (text === '' || text.length > 254) return null;
  if (!text.includes('@')) return (await organisationBySlug(database, text))?.id ?? null;
  const domain = domainOf(text);
  return domain === null ? null : organisationOfDomain(database, domain);
}

/** The ways into an organisation. What does not exist has the ways of one that changed nothing. */
export async function waysInto(database: Database, name: string, requestId: string): Promise<WaysIn> {
  const organisationId = await organisationNamed(database, name);
  if (organisationId === null) return ORDINARY;
  return database.read({ organisationId, actor: null, requestId }, async (unit) => {
    const provider = await providerOf(unit);
    const { passwords } = await signInPolicyOf(unit);
    return { signOn: provider?.displayName ?? null, passwords };
  });
}
