/** Why this file exists: everything that administrators see of how members get in; the client secret is in no statement here. */
import type { Unit } from '../../platform/database/index.js';
import { signInPolicyOf } from '../identity/index.js';
import { RETURN_PATH } from './begin.js';
import { recordOf } from './mail-domains.js';
import { providerOf } from './provider-settings.js';
import type { SignOnSettings } from './settings.js';
import { mailDomainTable, type LinkRequestRecord } from './sign-on.tables.js';
import type { SignOnSettingsObject } from './sign-on.types.js';

export async function settingsOf(unit: Unit, { address }: SignOnSettings): Promise<SignOnSettingsObject> {
  const provider = await providerOf(unit);
  const policy = await signInPolicyOf(unit);
  const domains = await unit.find(mailDomainTable, {});
  const requests = await unit.rows<Pick<LinkRequestRecord, 'memberId' | 'askedAt'>>(
    'select member_id as "memberId", asked_at as "askedAt" from sign_on_request where organisation_id = $1 and issuer = $2 order by asked_at desc, member_id limit 100',
    [provider?.issuer ?? ''],
  );
  const linked = await unit.one<{ count: number }>(
    'select count(*)::int as count from sign_on_identity where organisation_id = $1 and issuer = $2',
    [provider?.issuer ?? ''],
  );
  const origin = address();
  return {
    provider,
    returnAddress: origin === null ? null : `${origin}${RETURN_PATH}`,
    passwords: policy.passwords,
    passwordsVersion: policy.version,
    domains: domains.map((one) => {
      const { name, value } = recordOf(one);
      return { domain: one.domain, recordName: name, recordValue: value, provedAt: one.provedAt };
    }),
    requests,
    linkedMembers: linked?.count ?? 0,
  };
}
